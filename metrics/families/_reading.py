"""Named readings of the definitions where the written rules leave a choice."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One reading; the defaults are the settled ones.

    within_12_months  completed_months: the anniversary itself is out; days_365: up
                      to 365 days
    days_in_care      half_open: the day of leaving does not count; both_ends: it does
    short_stay_days   complete stays shorter than this leave S1, P1 and P5
    p4_short_stays    keep or drop them in the re-entry cohort
    recurrence_chain  initial: 14 days from the first report; chained: from the last
    unborn            drop, or age_zero: count the child as aged 0
    incident_date     inside_stay: a known incident day must lie in the stay;
                      after_7_days: on or after its eighth day; ignore
    trial_home_visit_days  days of a final trial home visit that still count
    more_moves_than_days   drop or keep such stays in P5
    missing_exit_reason    exclude_in_follow_up or count_as_not_permanent
    same_day_reentry  count or ignore a return on the day of leaving
    """

    within_12_months: Literal["completed_months", "days_365"] = "completed_months"
    days_in_care: Literal["half_open", "both_ends"] = "half_open"
    short_stay_days: int = 8
    p4_short_stays: Literal["keep", "drop"] = "keep"
    recurrence_chain: Literal["initial", "chained"] = "initial"
    unborn: Literal["drop", "age_zero"] = "drop"
    incident_date: Literal["inside_stay", "after_7_days", "ignore"] = "inside_stay"
    trial_home_visit_days: int = 30
    more_moves_than_days: Literal["drop", "keep"] = "drop"
    missing_exit_reason: Literal["exclude_in_follow_up", "count_as_not_permanent"] = (
        "exclude_in_follow_up"
    )
    same_day_reentry: Literal["count", "ignore"] = "count"


def reading(options: Mapping[str, Any]) -> Reading:
    """The reading that these options name. Raises ValueError for an unknown one."""
    known = {field.name: field.type for field in fields(Reading)}
    for name, value in options.items():
        if name not in known:
            raise ValueError(f"no reading {name!r}; there are {', '.join(known)}")
        choices = get_args(known[name])
        if choices and value not in choices:
            raise ValueError(
                f"reading {name} is one of {', '.join(choices)}, not {value!r}"
            )
    return Reading(**options)
