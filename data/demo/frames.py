"""From the simulated history to the tables of cases of the years asked for."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from data.contract import NEVER
from data.days import to_day
from data.demo import care_reports
from data.demo.care_frames import care_frames
from data.demo.children import child_frame, forget_birthdays
from data.demo.draw import Bools, Ints, between
from data.demo.episodes import Stays, join_stays, observed, select_stays
from data.demo.population import census_frame, counties, population_frame
from data.demo.providers import provider_frame
from data.demo.reports import ReportRows, join, select
from data.demo.services import home_services
from data.demo.simulate import History, World
from data.demo.span import Span

Frames = Mapping[str, pd.DataFrame]


def frames(rng: np.random.Generator, world: World, past: History, span: Span) -> Frames:
    """Every table of cases, sound records only."""
    stays = _stays_in(rng, past, span)
    rows, stays = _reports_in(rng, world, past, stays, span)
    reports, ids = _report_ids(rng, rows, world)
    stays = replace(stays, report=np.where(stays.report < 0, 0, ids[stays.report]))
    removal, placement = care_frames(rng, world, stays, span)
    child = _child_frame(rng, past, rows, stays)
    reports["died"] = _deaths(rng, reports, removal)
    race = past.children.race[reports["child_id"].to_numpy()]
    reports["home_services_day"] = home_services(
        rng, reports, removal, race, world.planting, span
    )
    tables = {
        **_places(world, span),
        "child": child,
        "report": reports,
        "removal": removal,
        "placement": placement,
    }
    return _numbered(tables)


def _places(world: World, span: Span) -> dict[str, pd.DataFrame]:
    listed = counties()
    county = pd.DataFrame(
        {"county_id": listed["county_id"], "state": "nc", "name": listed["name"]}
    )
    region = pd.DataFrame(
        {
            "scheme": "demonstration",
            "county_id": listed["county_id"],
            "region_id": listed["region_id"],
            "region_name": [f"Demonstration region {r}" for r in listed["region_id"]],
            "valid_from": to_day("2000-01-01"),
            "valid_to": NEVER,
        }
    )
    people = population_frame(world.people, span.first - 1, span.last)
    return {
        "county": county,
        "region_member": region,
        "provider": provider_frame(),
        "population": pd.concat(
            [people, census_frame(world.people.scale)], ignore_index=True
        ),
    }


def _stays_in(rng: np.random.Generator, past: History, span: Span) -> Stays:
    stays = observed(join_stays(list(past.stays)), span.end)
    stays = select_stays(stays, stays.exit >= span.start)
    return join_stays([stays, _overlapping(rng, stays, span)])


def _overlapping(rng: np.random.Generator, stays: Stays, span: Span) -> Stays:
    """A few children with two stays at once: each record sound, together wrong."""
    long = np.flatnonzero((stays.exit - stays.removal > 120) & (stays.exit < NEVER))
    some = long[rng.random(len(long)) < 0.0015]
    twice = select_stays(stays, some)
    begins = twice.removal + between(
        rng, 0 * some + 10, twice.exit - twice.removal - 30
    )
    ends = twice.exit + between(rng, 0 * some - 20, 0 * some + 90)
    ends = np.minimum(np.maximum(ends, begins), span.end)
    none = np.full(len(some), -1, dtype=np.int64)
    return replace(twice, removal=begins, exit=ends, report=none)


def _reports_in(
    rng: np.random.Generator, world: World, past: History, stays: Stays, span: Span
) -> tuple[ReportRows, Stays]:
    """Reports of the span, and the stays pointing to places among them or to -1."""
    all_rows = join(list(past.reports))
    keep = (all_rows.day >= span.start) & (all_rows.day <= span.end)
    place = np.where(keep, np.cumsum(keep) - 1, -1)
    pointed = np.where(
        stays.report >= 0, place[np.maximum(stays.report, 0)], stays.report
    )
    stays = replace(stays, report=pointed)
    at, returns = care_reports.behind_returns(rng, stays, world.care)
    caring = care_reports.in_care(rng, stays, span.end, world.care)
    inside = [_within(part, span) for part in (returns, caring)]
    pointed = np.where(stays.report < 0, -1, stays.report)
    kept = np.cumsum(inside[0]) - 1 + int(keep.sum())
    pointed[at] = np.where(inside[0], kept, -1)
    parts = [
        select(part, mask)
        for part, mask in zip((all_rows, returns, caring), (keep, *inside), strict=True)
    ]
    return join(parts), replace(stays, report=pointed)


def _within(rows: ReportRows, span: Span) -> Bools:
    return np.asarray((rows.day >= span.start) & (rows.day <= span.end))


def _report_ids(
    rng: np.random.Generator, rows: ReportRows, world: World
) -> tuple[pd.DataFrame, Ints]:
    """The table of reports with numbers in order of day, and the number of each row.

    Children of one county, day and decision may share a report, as siblings do.
    """
    luck = rng.integers(0, 4, len(rows))
    key = ((rows.day * 128 + rows.county) * 2 + rows.screened) * 4 + luck
    order = np.lexsort((rows.child, key))
    key_, child = key[order], rows.child[order]
    fresh = rng.random(len(rows)) < 0.5
    fresh[1:] |= (key_[1:] != key_[:-1]) | (child[1:] == child[:-1])
    fresh[:1] = True
    number = np.cumsum(fresh)
    ids = np.empty(len(rows), dtype=np.int64)
    ids[order] = number
    frame = pd.DataFrame(
        {
            "report_id": number,
            "child_id": child,
            "county_id": world.people.counties[rows.county[order]],
            "report_day": rows.day[order],
            "incident_day": rows.incident[order],
            "screened_in": rows.screened[order],
            "assessed": rows.assessed[order],
            "disposition": rows.disposition[order],
            "unborn": rows.unborn[order],
        }
    )
    return frame, ids


def _deaths(
    rng: np.random.Generator, reports: pd.DataFrame, removal: pd.DataFrame
) -> Ints:
    """Children found, never in care, whose last report is that of their death."""
    child = reports["child_id"].to_numpy()
    last = np.zeros(len(reports), dtype=bool)
    backwards = np.unique(child[::-1], return_index=True)[1]
    last[len(child) - 1 - backwards] = True
    found = np.isin(reports["disposition"].to_numpy(), (1, 2))
    away = np.isin(child, removal["child_id"].to_numpy())
    may = last & found & ~away
    return (may & (rng.random(len(reports)) < 0.0025)).astype(np.int64)


def _child_frame(
    rng: np.random.Generator, past: History, rows: ReportRows, stays: Stays
) -> pd.DataFrame:
    """Children with a record in the span, under their place in the history."""
    seen = np.zeros(len(past.children), dtype=bool)
    seen[rows.child] = True
    seen[stays.child] = True
    frame = child_frame(rng, past.children)
    away = np.zeros(len(seen), dtype=bool)
    away[stays.child] = True
    frame["birth_day"] = forget_birthdays(rng, past.children.birth, ~away)
    frame.insert(0, "child_id", np.arange(len(seen)))
    return frame[seen].reset_index(drop=True)


def _numbered(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Children numbered 1, 2, 3 in every table, and all whole numbers in 32 bits."""
    ids = tables["child"]["child_id"].to_numpy()
    number = np.zeros(ids.max() + 1, dtype=np.int32)
    number[ids] = np.arange(1, len(ids) + 1)
    done = {}
    for name, frame in tables.items():
        if "child_id" in frame:
            frame = frame.assign(child_id=number[frame["child_id"].to_numpy()])
        whole = frame.select_dtypes("integer").columns
        done[name] = frame.astype(dict.fromkeys(whole, "int32"))
    return done
