"""Federal indicator P5: moves between homes per day of stays begun in the window."""

from collections.abc import Iterator
from itertools import pairwise

from .cells import Count, of_stay
from .days import Window
from .stays import Histories, Placement, Stay, days_once


def new_care(histories: Histories, window: Window) -> Iterator[Count]:
    """P5: days, moves and number of the stays that began in the window.

    Stays without a recorded home are out; so is a child with more moves than days.
    """
    for stays in histories.values():
        mine = [s for s in stays if _begins(s, window) and homes_of(s)]
        counted = [
            (stay, days, moves(stay, homes_of(stay), window))
            for stay, days in days_once(mine, window)
        ]
        if sum(moved for _, _, moved in counted) > sum(days for _, days, _ in counted):
            continue
        for stay, days, moved in counted:
            yield of_stay("days", days, stay, stay.removal_day)
            yield of_stay("moves", moved, stay, stay.removal_day)
            yield of_stay("children", 1, stay, stay.removal_day)


def homes_of(stay: Stay) -> list[Placement]:
    """The placements that are homes, in order; a home without a night is one too."""
    return [placement for placement in stay.placements if placement.is_home]


def moves(stay: Stay, homes: list[Placement], window: Window) -> int:
    """Changes of home begun in the window and before the child left."""
    last_day = min(window.end, stay.exit_eff - 1)
    return sum(
        after.home_id != before.home_id and after.start_day <= last_day
        for before, after in pairwise(homes)
    )


def _begins(stay: Stay, window: Window) -> bool:
    return (
        window.holds(stay.removal_day)
        and stay.person.birth_known
        and not stay.short(window)
    )
