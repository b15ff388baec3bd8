"""The seven decision points: reported, screened in, assessed, found, entered, in care
and served.
"""

from collections.abc import Iterator

from .cells import Count, of_report, of_stay
from .days import Window, plus_years
from .reports import Reports
from .stays import Histories, Stay


def reported(reports: Reports, window: Window) -> Iterator[Count]:
    """Children with a report, and how far any report of theirs went."""
    for all_reports in reports.values():
        mine = [r for r in all_reports if window.holds(r.report_day) and r.of_a_child]
        if not mine:
            continue
        first = mine[0]
        yield of_report("children", 1, first)
        yield of_report("screened_in", int(any(r.screened_in for r in mine)), first)
        yield of_report("assessed", int(any(r.assessed for r in mine)), first)
        yield of_report("found", int(any(r.found for r in mine)), first)


def entered(histories: Histories, window: Window) -> Iterator[Count]:
    """Children who entered care in the window."""
    for stays in histories.values():
        mine = [stay for stay in stays if window.holds(stay.removal_day)]
        if mine:
            yield of_stay("children", 1, mine[0], mine[0].removal_day)


def in_care(histories: Histories, window: Window) -> Iterator[Count]:
    """Children in care at the end of the window's last day."""
    for stays in histories.values():
        mine = [s for s in stays if s.removal_day <= window.end < s.exit_eff]
        if mine:
            yield of_stay("children", 1, mine[0], window.end)
            two_years = plus_years(mine[0].removal_day, 2) <= window.end + 1
            yield of_stay("long", int(two_years), mine[0], window.end)


def served(histories: Histories, window: Window) -> Iterator[Count]:
    """Children in care on any day of the window, and those who left care in it."""
    for stays in histories.values():
        mine = [stay for stay in stays if _touches(stay, window)]
        if not mine:
            continue
        first, on = mine[0], max(mine[0].removal_day, window.start)
        left = any(window.holds(stay.exit_eff) for stay in mine)
        settled = any(window.holds(stay.exit_day) and stay.permanent for stay in mine)
        yield of_stay("children", 1, first, on)
        yield of_stay("left", int(left), first, on)
        yield of_stay("left_permanent", int(settled), first, on)


def _touches(stay: Stay, window: Window) -> bool:
    """A child who turns 18 on the first day is an adult in the whole window.

    A stay that ended in the window without a reason is left out.
    """
    child_in_it = stay.person.bday18 > window.start
    unexplained = (
        stay.exit_reason == 99
        and stay.exit_day <= window.end
        and stay.exit_day < stay.person.bday18
    )
    return (
        stay.removal_day <= window.end
        and stay.exit_eff >= window.start
        and child_in_it
        and not unexplained
    )
