"""Federal indicators of permanency: P1 to P4. Children without a birth day are out."""

from collections.abc import Iterator

from data.codes import EXIT_REASONS, HOME_EXITS, TRIAL_HOME_VISIT

from .cells import Count, of_stay
from .days import Window, plus_years
from .stays import Histories, Stay

REUNIFICATION = 1
REASON_MISSING = 99
VISIT_DAYS_COUNTED = 30
assert EXIT_REASONS[REUNIFICATION] == "reunification"
assert EXIT_REASONS[REASON_MISSING] == "reason missing"


def entry_cohort(histories: Histories, window: Window) -> Iterator[Count]:
    """P1: of the children who entered care, those settled within 12 months."""
    for stays in histories.values():
        mine = [stay for stay in stays if _enters_cohort(stay, window)]
        if mine:
            first = mine[0]
            limit = plus_years(first.removal_day, 1)
            settled = first.permanent and exit_for_length(first) < limit
            yield of_stay("children", 1, first, first.removal_day)
            yield of_stay("permanent", int(settled), first, first.removal_day)


def in_care_start(histories: Histories, window: Window) -> Iterator[Count]:
    """P2 and P3: of those long in care on the first day, those settled in 12 months.

    A child is in one of the two, by the earliest stay that qualifies for either.
    """
    for stays in histories.values():
        mine = [stay for stay in stays if _long_in_care(stay, window)]
        if mine:
            first = mine[0]
            two_years = plus_years(first.removal_day, 2) <= window.start
            name = "from_24" if two_years else "from_12"
            limit = plus_years(window.start, 1)
            settled = first.permanent and first.exit_day < limit
            yield of_stay(name, 1, first, window.start)
            yield of_stay(f"{name}_permanent", int(settled), first, window.start)


def home_exits(histories: Histories, window: Window) -> Iterator[Count]:
    """P4: of the children who left to a home, those back in care within 12 months."""
    for stays in histories.values():
        mine = [stay for stay in stays if _goes_home(stay, window)]
        if mine:
            first = min(mine, key=lambda stay: (stay.exit_day, stay.removal_id))
            back = any(_returns(stay, first) for stay in stays)
            yield of_stay("children", 1, first, first.exit_day)
            yield of_stay("reentered", int(back), first, first.exit_day)


def exit_for_length(stay: Stay) -> int:
    """The exit, but a trial home visit before reunification counts 30 days at most."""
    begun = _last_visit(stay)
    if stay.exit_reason != REUNIFICATION or begun is None or begun >= stay.exit_day:
        return stay.exit_day
    return min(stay.exit_day, begun + VISIT_DAYS_COUNTED)


def _last_visit(stay: Stay) -> int | None:
    """When the visit that is the last setting began; rows in a row are one visit."""
    begun = None
    for placement in reversed(stay.placements):
        if placement.setting != TRIAL_HOME_VISIT:
            break
        begun = placement.start_day
    return begun


def _enters_cohort(stay: Stay, window: Window) -> bool:
    return (
        window.holds(stay.removal_day)
        and stay.person.birth_known
        and not stay.short(window)
        and not _unexplained(stay, plus_years(stay.removal_day, 1))
    )


def _long_in_care(stay: Stay, window: Window) -> bool:
    return (
        stay.person.birth_known
        and plus_years(stay.removal_day, 1) <= window.start
        and stay.exit_day >= window.start
        and stay.person.bday18 > window.start
        and not _unexplained(stay, plus_years(window.start, 1))
    )


def _unexplained(stay: Stay, before: int) -> bool:
    """Left without a reason while still a child and still followed."""
    missing = stay.exit_reason == REASON_MISSING
    return missing and stay.exit_as_child and stay.exit_day < before


def _goes_home(stay: Stay, window: Window) -> bool:
    return (
        window.holds(stay.exit_day)
        and stay.person.birth_known
        and stay.exit_reason in HOME_EXITS
        and stay.exit_as_child
    )


def _returns(stay: Stay, left: Stay) -> bool:
    within = left.exit_day <= stay.removal_day < plus_years(left.exit_day, 1)
    return within and stay.removal_id != left.removal_id
