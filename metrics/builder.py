"""From a store of cases to a version that serves: build, release, roll back."""

import fcntl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DBAPIError

from data.days import to_date
from data.state import load_state
from data.state_model import State
from data.store import case_metadata, is_store, open_cases, read_notes, write_notes
from data.warehouse import SCHEMA_VERSION, new_version, previous_version, switch
from metrics.engine import (
    Build,
    Progress,
    build,
    counting_stages,
    definitions_hash,
)
from metrics.errors import CountywiseError, NoData, WarehouseUnavailable
from metrics.families._reading import reading
from metrics.from_published import published_contents
from metrics.privacy.policy import Policy
from metrics.release import (
    Contents,
    public_contents,
    read_marginals,
    staff_contents,
    write_edition,
)
from metrics.windows import Window, build_windows

COUNTED_AS = "counted_as"


@dataclass(frozen=True, kw_only=True)
class Rooms:
    """Where things are: stores of cases in one folder, versions in another."""

    cases: Path
    warehouse: Path

    @classmethod
    def under(cls, root: Path) -> "Rooms":
        return cls(cases=root / "cases", warehouse=root / "warehouse")


@dataclass(frozen=True, kw_only=True)
class Made:
    """What a build or a release made."""

    state: str
    version: str
    folder: Path
    cells: int
    hidden: int


def make(
    rooms: Rooms, state: str, *, count: bool = True, progress: Progress = lambda _: None
) -> Made:
    """Count (unless `count` is false), make both editions, and let them serve.

    A failure leaves the version before serving. Raises WarehouseUnavailable if there
    are no cases.
    """
    rules = load_state(state)
    with _alone(rooms.warehouse / state):
        engine = _cases(rooms, rules)
        try:
            contents = _contents(engine, rules, count=count, progress=progress)
        finally:
            engine.dispose()
        return _write(
            rooms.warehouse / state, state, contents, _policy(rules), progress
        )


def stages(*, count: bool) -> int:
    """How many stages a build tells of; a release has only the last of them."""
    return counting_stages() + 4 if count else 4


def roll_back(rooms: Rooms, state: str) -> str:
    """Let the version before the current one serve; its name."""
    folder = rooms.warehouse / state
    before = previous_version(folder)
    if before is None:
        raise CountywiseError(f"There is no older version of {state} to go back to.")
    switch(folder, before)
    return before.name


def _cases(rooms: Rooms, rules: State) -> Engine:
    path = rooms.cases / f"{rules.id}.duckdb"
    demo = f", or make some with: python -m data demo --state {rules.id}"
    way = f"Load records with python -m data load{demo if rules.demo else ''}"
    if not path.is_file():
        raise WarehouseUnavailable(f"There is no {path} to count. {way}")
    engine = open_cases(path)
    try:
        whole = is_store(engine)
    except DBAPIError:
        whole = False
    if not whole:
        engine.dispose()
        raise WarehouseUnavailable(
            f"The file {path} is damaged, in use by another program, or holds no "
            f"records. {way}"
        )
    return engine


def _contents(
    engine: Engine, rules: State, *, count: bool, progress: Progress
) -> Contents:
    notes = read_notes(engine)
    if rules.published_counts:
        progress("reading published counts")
        return published_contents(engine, rules, _notes(rules, notes, "published"))
    windows = state_windows(rules, notes)
    if not windows:
        raise NoData(
            f"The records of {rules.name} cover no whole year, so there is nothing to "
            "count yet. Load records of at least one fiscal year."
        )
    plan = build_plan(rules, windows)
    if count or notes.get(COUNTED_AS) != _fingerprint(engine, plan):
        build(engine, plan, progress=progress)
        with engine.begin() as connection:
            write_notes(connection, {COUNTED_AS: _fingerprint(engine, plan)})
    progress("reading the counts")
    return Contents(
        counts=read_marginals(engine),
        places=_places(engine, rules),
        windows=pd.DataFrame(
            {"window_id": range(1, len(windows) + 1), "key": [w.key for w in windows]}
        ),
        providers=_providers(engine),
        notes=_notes(rules, notes, "records"),
    )


def _fingerprint(engine: Engine, plan: Build) -> str:
    """What counts rest on: definitions, windows, regions, and the loads so far.

    A release of counts that rest on anything else would call old counts new.
    """
    log = case_metadata().tables["load_log"]
    newest = select(func.count(), func.max(log.c.loaded_at)).select_from(log)
    with engine.connect() as connection:
        loads = tuple(connection.execute(newest).one())
    keys = tuple(window.key for window in plan.windows)
    return f"{definitions_hash(plan.reading)} {keys} {plan.region_scheme} {loads}"


def build_plan(rules: State, windows: tuple[Window, ...]) -> Build:
    """How the records of a state are counted."""
    return Build(
        windows=windows,
        reading=reading(rules.readings),
        region_scheme=rules.regions.scheme,
    )


def state_windows(rules: State, notes: Mapping[str, str]) -> tuple[Window, ...]:
    """The windows that the state's file asks for and its data cover."""
    first, end = _data_days(notes)
    pool = rules.windows.pool
    pools = pool.keys(first.year + 1, end.year) if pool else ()
    return build_windows(
        rules.windows.kinds,
        pools,
        first_day=first,
        data_end=end,
        fiscal_start=rules.fiscal_year_start_month,
    )


def _data_days(notes: Mapping[str, str]) -> tuple[date, date]:
    end = int(notes["data_end_day"])
    return to_date(int(notes.get("data_start_day", end))), to_date(end)


def _notes(rules: State, notes: Mapping[str, str], kind: str) -> dict[str, str]:
    first, end = _data_days(notes)
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


def _places(engine: Engine, rules: State) -> pd.DataFrame:
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


def _providers(engine: Engine) -> pd.DataFrame:
    provider = case_metadata().tables["provider"]
    with engine.connect() as connection:
        rows = connection.execute(
            select(provider).order_by(provider.c.provider_id)
        ).all()
    return pd.DataFrame(rows, columns=["provider_id", "name", "kind"])


def _policy(rules: State) -> Policy:
    if rules.published_counts:
        return Policy(name="as published", threshold=0, least_hidden_sum=0)
    threshold = rules.limits.privacy.threshold
    return Policy(threshold=threshold, least_hidden_sum=threshold)


def _write(
    folder: Path, state: str, contents: Contents, policy: Policy, progress: Progress
) -> Made:
    with new_version(folder) as draft:
        number = draft.name.split("-")[1]
        stamp = {
            "version": number,
            "built": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        stamped = Contents(
            counts=contents.counts,
            places=contents.places,
            windows=contents.windows,
            providers=contents.providers,
            notes={**contents.notes, **stamp},
        )
        write_edition(
            draft / "staff.sqlite", staff_contents(stamped, policy), progress=progress
        )
        progress("hiding small numbers")
        public = public_contents(stamped, policy)
        write_edition(draft / "public.sqlite", public, progress=progress)
    return Made(
        state=state,
        version=number,
        folder=folder / "versions" / number,
        cells=len(contents.counts),
        hidden=int(public.notes["hidden"]),
    )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Only one build of a state at a time; the second one says so and stops."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CountywiseError(
                f"Another build of {folder.name} is running. Wait for it to end."
            ) from None
        yield
