"""Permanency in 12 months (P1): the entry cohort and who found a permanent home."""

from typing import Any

from sqlalchemy import Select, and_, literal, not_, select

from data.codes import PERMANENT_EXITS
from metrics.families._model import Component, Difference, Family
from metrics.families._reading import Reading
from metrics.families._shapes import (
    age_band,
    complete_short,
    first_per_child,
    flag,
    within_12_months,
)
from metrics.families._tables import Tables


def _rows(t: Tables, reading: Reading) -> Select[Any]:
    s, w, end = t.stay.c, t.window_day.c, t.window.c
    in_time = within_12_months(
        s.exit_for_length, s.removal_day, s.removal_plus_12m, reading
    )
    permanent = flag(s.exit_reason.in_(PERMANENT_EXITS), s.exit_day < s.bday18, in_time)
    kept = [s.birth_known == 1, not_(complete_short(s, end.end_day, reading))]
    if reading.missing_exit_reason == "exclude_in_follow_up":
        follow_up = within_12_months(
            s.exit_day, s.removal_day, s.removal_plus_12m, reading
        )
        kept.append(not_(and_(s.exit_reason == 99, s.exit_day < s.bday18, follow_up)))
    rows = (
        select(
            w.window_id, s.child_id, s.removal_day, s.removal_id, s.county_id,
            s.race_id, s.sex_id, s.provider_id, permanent.label("permanent"),
            age_band(s.removal_ymd, s.birth_ymd).label("age_id"),
        )
        .select_from(
            t.stay.join(t.window_day, w.day == s.removal_day).join(
                t.window, end.window_id == w.window_id
            )
        )
        .where(*kept)
    )  # fmt: skip
    c = first_per_child(rows, "removal_day", "removal_id").c
    return select(
        c.window_id, c.county_id, c.race_id, c.age_id, c.sex_id, c.provider_id,
        literal(1).label("children"), c.permanent,
    )  # fmt: skip


FAMILY = Family(
    name="entry_cohort",
    grain="one row a child in the entry cohort: the first entry but short stays",
    place_rule="county of responsibility at that entry",
    provider_rule="lead provider of that entry",
    components=(
        Component(
            name="children", says="children who entered care for eight days or more"
        ),
        Component(
            name="permanent",
            says="children who left to a permanent home within 12 months",
            subset_of="children",
        ),
    ),
    differences=(
        Difference(
            whole="entered.children",
            parts=("entry_cohort.children",),
            says="children who entered care for a few days only",
        ),
    ),
    rows=_rows,
)
