"""From a store of cases to a version that serves: build, release, roll back."""

import fcntl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DBAPIError

from data.state import load_state
from data.state_model import State
from data.store import case_metadata, is_store, open_cases, read_notes, write_notes
from data.warehouse import previous_version, switch
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
from metrics.privacy.policy import policy_of
from metrics.publish import Made, publish
from metrics.release import Contents, read_marginals
from metrics.store_facts import (
    data_days,
    edition_notes,
    places_of,
    providers_of,
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


def make(
    rooms: Rooms,
    state: str,
    *,
    count: bool = True,
    audited: bool = False,
    progress: Progress = lambda _: None,
) -> Made:
    """Count (unless `count` is false), make both editions, and let them serve.

    An `audited` public edition is attacked while it is hidden and again from outside,
    which takes minutes; it is the one to publish. A failure leaves the version before
    serving. Raises WarehouseUnavailable if there are no cases, and CountywiseError if
    the audit finds anything.
    """
    rules = load_state(state)
    with _alone(rooms.warehouse / state):
        engine = _cases(rooms, rules)
        try:
            contents = _contents(engine, rules, count=count, progress=progress)
        finally:
            engine.dispose()
        return publish(
            rooms.warehouse / state,
            contents,
            policy_of(rules.limits.privacy),
            audited=audited,
            progress=progress,
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
        return published_contents(
            engine, rules, edition_notes(rules, notes, "published")
        )
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
        places=places_of(engine, rules),
        windows=pd.DataFrame(
            {"window_id": range(1, len(windows) + 1), "key": [w.key for w in windows]}
        ),
        providers=providers_of(engine),
        notes=edition_notes(rules, notes, "records"),
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
    first, end = data_days(notes)
    pool = rules.windows.pool
    pools = pool.keys(first.year + 1, end.year) if pool else ()
    return build_windows(
        rules.windows.kinds,
        pools,
        first_day=first,
        data_end=end,
        fiscal_start=rules.fiscal_year_start_month,
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
