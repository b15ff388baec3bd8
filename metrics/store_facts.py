"""What a store of cases says about itself: its places, providers, days and notes."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
from sqlalchemy import Engine, select

from data.days import to_date
from data.state_model import State
from data.store import case_metadata
from data.warehouse import SCHEMA_VERSION
from metrics.engine import definitions_hash
from metrics.families._reading import reading


def data_days(notes: Mapping[str, str]) -> tuple[date, date]:
    """First and last day that the records cover."""
    end = int(notes["data_end_day"])
    return to_date(int(notes.get("data_start_day", end))), to_date(end)


def edition_notes(rules: State, notes: Mapping[str, str], kind: str) -> dict[str, str]:
    """What an edition says of its state, its source and its definitions."""
    first, end = data_days(notes)
    known = {"data_start": first.isoformat(), "data_end": end.isoformat()}
    return known | {
        "schema_version": SCHEMA_VERSION,
        "definitions_hash": definitions_hash(reading(rules.readings)),
        "state": rules.id,
        "name": rules.name,
        "kind": kind,
        "demo": notes.get("demo", "false"),
        "source": notes.get("source", ""),
        "fiscal_start": str(rules.fiscal_year_start_month),
        "main_window_kind": rules.windows.main,
        "regions_note": rules.regions.note,
        "data_note": rules.data_note,
        "county_noun": rules.county_noun,
        "counties_noun": rules.counties_noun,
    }


def places_of(engine: Engine, rules: State) -> pd.DataFrame:
    """Level 1 state, 2 regions, 3 counties, each with the area it belongs to."""
    tables = case_metadata().tables
    county, member = tables["county"], tables["region_member"]
    here = select(member).where(member.c.scheme == rules.regions.scheme)
    with engine.connect() as connection:
        counties = connection.execute(select(county).order_by(county.c.county_id)).all()
        members = connection.execute(here.order_by(member.c.valid_from)).all()
    region_of = {row.county_id: row.region_id for row in members}
    names = {row.region_id: row.region_name for row in members}
    rows = [(1, 0, rules.name, 0)]
    rows += [(2, number, name, 0) for number, name in sorted(names.items())]
    rows += [(3, c.county_id, c.name, region_of.get(c.county_id, 0)) for c in counties]
    return pd.DataFrame(rows, columns=["level", "geo_id", "name", "parent_id"])


def providers_of(engine: Engine) -> pd.DataFrame:
    """Every provider: number, name and kind."""
    provider = case_metadata().tables["provider"]
    with engine.connect() as connection:
        rows = connection.execute(
            select(provider).order_by(provider.c.provider_id)
        ).all()
    return pd.DataFrame(rows, columns=["provider_id", "name", "kind"])
