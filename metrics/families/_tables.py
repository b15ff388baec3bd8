"""The tables that families select from: cases, calendar, windows, prepared ones."""

from dataclasses import dataclass

from sqlalchemy import Column, Integer, MetaData, String, Table

from data.cases import case_table


@dataclass(frozen=True, kw_only=True)
class Tables:
    """Handles to every table a family may read."""

    child: Table
    report: Table
    removal: Table
    placement: Table
    population: Table
    region_member: Table
    day: Table
    window: Table
    window_day: Table
    window_year: Table
    person: Table
    stay: Table
    told: Table
    maltreatment: Table
    move: Table
    housed: Table


def _ints(name: str, metadata: MetaData, *columns: str) -> Table:
    return Table(name, metadata, *(Column(c, Integer, nullable=False) for c in columns))


def tables(metadata: MetaData) -> Tables:
    """Declare everything on one MetaData; case tables keep their contract."""
    cases = {
        name: case_table(name).table(metadata)
        for name in (
            "child", "report", "removal", "placement", "population", "region_member",
        )
    }  # fmt: skip
    day = metadata.tables.get("dim_day")
    if day is None:
        names = (
            "day",
            "ymd",
            "year",
            "month",
            "dom",
            "plus_12m",
            "plus_24m",
            "plus_18y",
        )
        day = _ints("dim_day", metadata, *names)
    return Tables(**cases, day=day, **_calendar(metadata), **_prepared(metadata))


def _calendar(metadata: MetaData) -> dict[str, Table]:
    window = Table(
        "dim_window",
        metadata,
        Column("window_id", Integer, nullable=False),
        Column("key", String, nullable=False),
        *(
            Column(name, Integer, nullable=False)
            for name in (
                "start_day",
                "end_day",
                "start_ymd",
                "end_ymd",
                "start_plus_12m",
            )
        ),
    )
    return {
        "window": window,
        "window_day": _ints("window_day", metadata, "day", "window_id", "start_day"),
        "window_year": _ints(
            "window_year",
            metadata,
            "window_id",
            "year",
            "is_last",
            "start_day",
            "start_ymd",
            "start_plus_12m",
        ),  # fmt: skip
    }


def _prepared(metadata: MetaData) -> dict[str, Table]:
    person = ("child_id", "birth_day", "birth_ymd", "bday18", "race_id", "sex_id")
    stay = (
        "removal_id", "child_id", "county_id", "provider_id", "removal_day", "exit_day",
        "exit_reason", "exit_eff", "exit_for_length", "removal_ymd", "removal_plus_12m",
        "removal_plus_24m", "exit_ymd", "exit_plus_12m", "birth_known", "birth_ymd",
        "bday18", "race_id", "sex_id",
    )  # fmt: skip
    told = (
        "report_id", "child_id", "county_id", "report_day", "day_before",
        "report_plus_12m", "screened_in", "assessed", "found", "home_services_day",
        "age_id", "race_id", "sex_id",
    )  # fmt: skip
    maltreatment = (
        "report_id", "child_id", "county_id", "report_day", "report_ymd",
        "report_plus_12m", "incident_day", "died", "gap", "birth_ymd", "race_id",
        "sex_id",
    )  # fmt: skip
    return {
        "person": _ints("prep_person", metadata, *person),
        "stay": _ints("prep_stay", metadata, *stay),
        "told": _ints("prep_told", metadata, *told),
        "maltreatment": _ints("prep_maltreatment", metadata, *maltreatment),
        "move": _ints("prep_move", metadata, "removal_id", "start_day"),
        "housed": _ints("prep_housed", metadata, "removal_id"),
    }
