"""Federal indicators of safety: S1 maltreatment in care, S2 recurrence."""

from collections.abc import Iterator

from .cells import Count, of_report, of_stay
from .days import Window, plus_years
from .reports import Report, Reports
from .stays import Histories, Stay, days_once

DAYS_BEFORE_REPORTS_COUNT = 7
DAYS_OF_ONE_EVENT = 1
DAYS_BEFORE_RECURRENCE = 14


def care_days(
    histories: Histories, reports: Reports, window: Window
) -> Iterator[Count]:
    """S1: days in care in the window, and victimizations of children while in it."""
    for child_id, stays in histories.items():
        mine = [stay for stay in stays if _in_window(stay, window)]
        for stay, days in days_once(mine, window):
            yield of_stay("days", days, stay, _first_day(stay, window))
            yield of_stay("children", int(days > 0), stay, _first_day(stay, window))
        for stay in _victimized(mine, reports.get(child_id, []), window):
            yield of_stay("victimizations", 1, stay, _first_day(stay, window))


def recurrence(reports: Reports, window: Window) -> Iterator[Count]:
    """S2: of the victims of the window, those with another report in 12 months."""
    for all_reports in reports.values():
        mine = [report for report in all_reports if _of_victim(report)]
        in_window = [report for report in mine if window.holds(report.report_day)]
        if not in_window or in_window[0].died:
            continue
        index = in_window[0]
        again = any(_recurs(report, index) for report in mine)
        yield of_report("victims", 1, index)
        yield of_report("recurred", int(again), index)


def _first_day(stay: Stay, window: Window) -> int:
    return max(stay.removal_day, window.start)


def _in_window(stay: Stay, window: Window) -> bool:
    return (
        stay.removal_day <= window.end
        and stay.exit_eff > window.start
        and stay.person.birth_known
        and not stay.short(window)
    )


def _victimized(
    stays: list[Stay], reports: list[Report], window: Window
) -> Iterator[Stay]:
    """The stay of each victimization; one a day after the last kept is the same."""
    last_kept = None
    for report in reports:
        if not (report.maltreatment and window.holds(report.report_day)):
            continue
        stay = next((stay for stay in stays if _inside(report, stay)), None)
        if stay is None:
            continue
        if last_kept is None or report.report_day > last_kept + DAYS_OF_ONE_EVENT:
            yield stay
            last_kept = report.report_day


def _inside(report: Report, stay: Stay) -> bool:
    first = stay.removal_day + DAYS_BEFORE_REPORTS_COUNT
    if not first <= report.report_day < stay.exit_eff:
        return False
    if not report.incident_known:
        return True
    return stay.removal_day <= report.incident_day < stay.exit_day


def _of_victim(report: Report) -> bool:
    return report.maltreatment and report.person.birth_known and report.of_a_child


def _recurs(report: Report, index: Report) -> bool:
    first = index.report_day + DAYS_BEFORE_RECURRENCE
    limit = plus_years(index.report_day, 1)
    return first < report.report_day < limit and not report.same_incident(index)
