"""Worked examples as text: records in plain words, read into the tables of cases.

One record a line, `table: key=value key="two words"`; a line that starts with # is
a remark. What is left out takes the defaults of metrics.example_keys; children,
counties, regions and providers that a record refers to are added if no line does.
"""

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from data.cases import case_tables
from data.contract import NEVER, CaseTable
from metrics.example_keys import COUNTY, READERS, TICKS, Key, Value

Row = dict[str, Value]

_STATES = MappingProxyType({28: "ms", 37: "nc", 53: "wa"})


@dataclass(frozen=True, kw_only=True)
class ExampleCases:
    """The records of one example.

    `tables` has one frame for every table of cases, with the columns of its contract
    (days as days since 1970-01-01). `data_end` is the last day that the records
    cover, or None if they are complete for every follow-up.
    """

    tables: Mapping[str, pd.DataFrame]
    data_end: int | None


def read_cases(text: str) -> ExampleCases:
    """The tables of cases that the lines of an example describe.

    Raises ValueError with a sentence that names the line, for an unknown table, key
    or name, for a key given twice and for one that is missing.
    """
    rows: dict[str, list[Row]] = {table.name: [] for table in case_tables()}
    data_end: int | None = None
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("#"):
            continue
        table, row = _record(line)
        if table == "data":
            data_end = int(row["end"])
        else:
            rows[table].append(row)
    _complete(rows)
    frames = {table.name: _frame(table, rows[table.name]) for table in case_tables()}
    return ExampleCases(tables=MappingProxyType(frames), data_end=data_end)


def _record(line: str) -> tuple[str, Row]:
    table, _, rest = line.partition(":")
    if table not in READERS:
        raise ValueError(f"{line!r}: there is no table {table!r} in worked examples")
    try:
        return table, _row(READERS[table], shlex.split(rest))
    except ValueError as wrong:
        raise ValueError(f"{line!r}: {wrong}") from wrong


def _row(keys: Mapping[str, Key], words: Iterable[str]) -> Row:
    given: Row = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or name not in keys:
            raise ValueError(f"{word!r} is not one of {', '.join(keys)} with a value")
        if keys[name].column in given:
            raise ValueError(f"{name!r} is given twice")
        given[keys[name].column] = _value(name, keys[name], value)
    for name, key in keys.items():
        if key.column not in given and key.default is None:
            raise ValueError(f"{name!r} is missing")
        given.setdefault(key.column, "" if key.default is None else key.default)
    return given


def _value(name: str, key: Key, text: str) -> Value:
    try:
        return key.read(text)
    except ValueError as wrong:
        raise ValueError(f"{name}: {wrong}") from wrong


def _complete(rows: dict[str, list[Row]]) -> None:
    for table, column in (
        ("report", "report_id"),
        ("removal", "removal_id"),
        ("placement", "placement_id"),
    ):
        _number(rows[table], column)
    for report in rows["report"]:
        _finish_report(report)
    for removal in rows["removal"]:
        _finish_removal(removal)
    _finish_placements(rows["placement"], rows["removal"])
    _add_referred(rows)
    rows["child"] = [_ticked(child) for child in rows["child"]]
    for county in rows["county"]:
        _finish_county(county)
    for table, column, text in (
        ("provider", "name", "Provider {provider_id}"),
        ("region_member", "region_name", "Region {region_id}"),
    ):
        for row in rows[table]:
            row[column] = row[column] or text.format(**row)


def _number(rows: list[Row], column: str) -> None:
    """Records without a number take the lowest that no record has, in their order."""
    taken = {row[column] for row in rows}
    free = (number for number in range(1, len(rows) + 1) if number not in taken)
    for row in rows:
        if row[column] == "":
            row[column] = next(free)


def _finish_report(row: Row) -> None:
    if row["assessed"] == "":
        row["assessed"] = row["screened_in"]
    if row["disposition"] == "":
        row["disposition"] = 5 if row["assessed"] == 1 else 0


def _finish_removal(row: Row) -> None:
    if row["exit_reason"] == "":
        if row["exit_day"] != NEVER:
            number = row["removal_id"]
            raise ValueError(f"removal {number} has an exit without a reason")
        row["exit_reason"] = 0


def _finish_placements(placements: list[Row], removals: list[Row]) -> None:
    """A placement lasts as long as its episode, in a home of its own, if not said."""
    episodes = {row["removal_id"]: row for row in removals}
    for row in placements:
        if row["removal_id"] not in episodes:
            raise ValueError(f"a placement refers to no removal: {row['removal_id']}")
        episode = episodes[row["removal_id"]]
        for column, other in (("start_day", "removal_day"), ("end_day", "exit_day")):
            row[column] = episode[other] if row[column] == "" else row[column]
        if row["home_id"] == "":
            row["home_id"] = 1000 + int(row["placement_id"])


def _add_referred(rows: dict[str, list[Row]]) -> None:
    cases = rows["report"] + rows["removal"]
    _add(rows, "child", "child_id", {row["child_id"] for row in cases})
    counties = {row["county_id"] for row in cases + rows["population"]} | {COUNTY}
    counties |= {row["county_id"] for row in rows["region_member"] + rows["county"]}
    _add(rows, "county", "county_id", counties)
    _add(rows, "region_member", "county_id", counties)
    providers = {row["provider_id"] for row in rows["removal"] + rows["placement"]}
    _add(rows, "provider", "provider_id", providers - {0})


def _add(rows: dict[str, list[Row]], table: str, column: str, ids: set[Value]) -> None:
    known = {row[column] for row in rows[table]}
    name = next(n for n, key in READERS[table].items() if key.column == column)
    rows[table] += [
        _row(READERS[table], [f"{name}={number}"]) for number in sorted(ids - known)
    ]


def _ticked(row: Row) -> Row:
    ticks = str(row.pop("race")).split("+")
    flags: Row = {name: int(name in ticks) for name in TICKS}
    hispanic = row["hispanic"] if row["hispanic"] != "" else int("hispanic" in ticks)
    return {
        **row,
        **flags,
        "race_unknown": int("unknown" in ticks),
        "hispanic": hispanic,
    }


def _finish_county(row: Row) -> None:
    number = int(row["county_id"])
    row["state"] = row["state"] or _STATES.get(number // 1000, "")
    if not row["state"]:
        raise ValueError(f"county {number} needs a line that says its state")
    row["name"] = row["name"] or f"County {number}"


def _frame(table: CaseTable, rows: list[Row]) -> pd.DataFrame:
    values = [[row[column] for column in table.columns] for row in rows]
    frame = pd.DataFrame(values, columns=list(table.columns))
    return frame.astype(
        {field.name: "str" if field.type is str else "int64" for field in table.fields}
    )
