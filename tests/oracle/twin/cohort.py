"""The report cohort: what followed a child's first report in twelve months."""

from collections.abc import Iterator

from .cells import Count, of_report
from .days import Window, plus_years
from .permanency import exit_for_length
from .reports import Report, Reports
from .stays import Histories, Stay

DAYS_BEFORE = 5


def report_cohort(
    reports: Reports, histories: Histories, window: Window
) -> Iterator[Count]:
    """Each stage a part of the one before; entries without a finding stand apart."""
    for child_id, all_reports in reports.items():
        mine = [report for report in all_reports if report.of_a_child]
        first = next((r for r in mine if window.holds(r.report_day)), None)
        if first is None:
            continue
        year = _year_after(first)
        followed = [report for report in mine if year.holds(report.report_day)]
        stay = _entry(histories.get(child_id, []), year)
        for stage, reached in _stages(followed, stay, year).items():
            yield of_report(stage, int(reached), first)


def _stages(followed: list[Report], stay: Stay | None, year: Window) -> dict[str, bool]:
    found = any(report.found for report in followed)
    served = any(year.holds(report.home_services_day) for report in followed)
    entered = stay is not None
    return {
        "children": True,
        "screened_in": any(report.screened_in for report in followed),
        "assessed": any(report.assessed for report in followed),
        "found": found,
        "served_home": found and served,
        "entered": found and entered,
        "permanent": found and entered and _settled(stay),
        "entered_outside": entered and not found,
    }


def _year_after(first: Report) -> Window:
    return Window(first.report_day, plus_years(first.report_day, 1) - 1)


def _entry(stays: list[Stay], year: Window) -> Stay | None:
    """The first stay that began in the year, or up to five days before it."""
    since = Window(year.start - DAYS_BEFORE, year.end)
    return next((stay for stay in stays if since.holds(stay.removal_day)), None)


def _settled(stay: Stay) -> bool:
    return stay.permanent and exit_for_length(stay) < plus_years(stay.removal_day, 1)
