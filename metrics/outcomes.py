"""The door to numbers: pages, exports and the shell ask here and nowhere else."""

import threading
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from data.state import load_state, states
from data.warehouse import current_version
from metrics.bases import based, peopled
from metrics.blocks import Ask
from metrics.catalog import catalogue
from metrics.compute import compute
from metrics.counts import Counted, count_rows
from metrics.edition import Edition
from metrics.engine import definitions_hash
from metrics.errors import BadSelection, NoData, UnknownMeasure, WarehouseUnavailable
from metrics.families._reading import reading
from metrics.matched import county_asks, match_rows
from metrics.model import Measure
from metrics.places import Place, Places, Vintage
from metrics.requests import Batch, Frame, Request, batches, check, frame_of
from metrics.row_columns import is_mature
from metrics.selection import Selection
from metrics.table import MeasureTable
from metrics.windows import Window


class Outcomes:
    """Editions of one kind under one folder; safe to share between threads.

    A new version is picked up at the next question; the version is part of every
    answer, so that nothing that was remembered of an older one is taken for new.
    """

    def __init__(self, root: Path, edition: str, catalog: Path | None) -> None:
        self._root = root
        self._edition = edition
        self._catalog = catalog
        self._opened: dict[str, Edition] = {}
        self._lock = threading.Lock()

    @cached_property
    def _measures(self) -> Mapping[str, Measure]:
        return {measure.id: measure for measure in catalogue(self._catalog)}

    @classmethod
    def open(
        cls, root: Path, *, edition: str = "public", catalog: Path | None = None
    ) -> "Outcomes":
        """The outcomes under `root` (one folder a state); `catalog` adds measures."""
        return cls(root, edition, catalog)

    @property
    def edition(self) -> str:
        return self._edition

    @property
    def root(self) -> Path:
        return self._root

    def states(self) -> tuple[str, ...]:
        """States that have a state file and a version to serve."""
        return tuple(s for s in states() if current_version(self._root / s) is not None)

    def measures(self, state: str | None = None) -> tuple[Measure, ...]:
        """The catalogue in page order; for a state, what its edition can answer."""
        every = tuple(self._measures.values())
        if state is None:
            return every
        offered = self._open(state).notes.get("measures", "")
        named = set(offered.split())
        return tuple(m for m in every if not named or m.id in named)

    def measure(self, id: str) -> Measure:
        """The measure with this id. Raises UnknownMeasure."""
        if id in self._measures:
            return self._measures[id]
        raise UnknownMeasure(
            f"There is no measure “{id[:60]}”. The methods page lists the measures."
        )

    def vintage(self, state: str) -> Vintage:
        return self._open(state).vintage

    def version(self, state: str) -> str:
        return self._open(state).notes["version"]

    def places(self, state: str) -> Places:
        return self._open(state).places

    def place(self, state: str, code: str) -> Place:
        return self.places(state).find(code)

    def providers(self, state: str) -> Mapping[str, str]:
        return {f"provider:{i}": n for i, n in self._open(state).providers.items()}

    def folds(self, state: str) -> bool:
        """Whether race is counted by the other scheme too (metrics.race_schemes)."""
        return self._open(state).folds

    def windows(self, state: str) -> tuple[Window, ...]:
        """Every window of the edition, oldest end first."""
        return self._open(state).windows

    def latest(self, state: str, measure: Measure, kind: str = "") -> str:
        """The key of the newest window of a kind that is mature for the measure."""
        return _latest(self._open(state), measure, kind)

    def table(self, selection: Selection) -> MeasureTable:
        """One table; see `tables`."""
        return self.tables([selection])[0]

    def tables(self, selections: Sequence[Selection]) -> list[MeasureTable]:
        """One table a selection, all of one state, fetched and computed together.

        Raises UnknownMeasure, BadSelection, NoData or WarehouseUnavailable, each with
        a sentence for the reader.
        """
        if not selections:
            return []
        if len({s.state for s in selections}) > 1:
            raise BadSelection("One question cannot be about two states at a time.")
        edition = self._open(selections[0].state)
        frames: dict[tuple[Any, ...], Frame] = {}
        requests = [self._request(edition, each, frames) for each in selections]
        grouped = batches(requests)
        found = compute(
            grouped,
            _counted(grouped, edition),
            state=edition.notes["state"],
            data_end=edition.vintage.data_end,
        )
        order = [position for each in grouped for position in each.positions]
        columns = dict(zip(order, found, strict=True))
        return [
            MeasureTable(
                measure=request.measure,
                selection=request.selection,
                columns=columns[position],
                edition=edition.notes["edition"],
                version=edition.notes["version"],
            )
            for position, request in enumerate(requests)
        ]

    def _request(
        self,
        edition: Edition,
        selection: Selection,
        frames: dict[tuple[Any, ...], Frame],
    ) -> Request:
        measure = self.measure(selection.measure)
        windows = self._windows(edition, measure, selection)
        numerator, denominator, kind, per, base = based(measure, selection)
        denominator = peopled(denominator, selection, windows)
        check(edition, measure, selection)
        key = (
            selection.place, selection.by, selection.group, selection.reference,
            tuple(window.key for window in windows),
        )  # fmt: skip
        if key not in frames:
            frames[key] = frame_of(edition, selection, windows)
        return Request(
            selection=selection,
            measure=measure,
            numerator=_component(edition, measure, numerator),
            denominator=_component(edition, measure, denominator),
            kind=kind,
            per=per,
            base=base,
            frame=frames[key],
        )

    def _windows(
        self, edition: Edition, measure: Measure, selection: Selection
    ) -> tuple[Window, ...]:
        wanted = selection.windows or (_latest(edition, measure, ""),)
        there = {window.key: window for window in edition.windows}
        for key in wanted:
            if key not in there:
                newest = edition.windows[-1].label if edition.windows else "none"
                raise BadSelection(
                    f"There are no figures for “{key[:40]}”. The newest window here is "
                    f"{newest}."
                )
        return tuple(there[key] for key in wanted)

    def _open(self, state: str) -> Edition:
        """The edition that serves now, opened once a version."""
        known = state in self._opened or state in states()
        version = self._serving(self._root / state) if known else None
        if version is None:
            raise _nothing(state, self._root)
        path = version / f"{self._edition}.sqlite"
        with self._lock:
            opened = self._opened.get(state)
            if opened is None or opened.path != path:
                older, opened = opened, self._read(state, path)
                self._opened[state] = opened
                if older is not None:
                    # Who still reads from it keeps a connection until the answer.
                    older.dispose()
            return opened

    def _serving(self, folder: Path) -> Path | None:
        """The version of a state's folder from which answers come."""
        return current_version(folder)

    def _read(self, state: str, path: Path) -> Edition:
        if not path.is_file():
            raise WarehouseUnavailable(
                f"The {self._edition} edition of {state.upper()} is missing from "
                f"version {path.parent.name}. Make it again with: "
                f"python -m metrics build --state {state}"
            )
        expected = definitions_hash(reading(load_state(state).readings))
        return Edition(path, expected_hash=expected)


def _latest(edition: Edition, measure: Measure, kind: str) -> str:
    wanted = kind or edition.notes["main_window_kind"]
    end = edition.vintage.data_end
    for window in reversed(edition.windows):
        if window.kind == wanted and is_mature(measure, window, end):
            return window.key
    raise NoData(f"No window is complete enough for “{measure.title}” yet.")


def _component(edition: Edition, measure: Measure, name: str) -> int:
    if name not in edition.components:
        raise NoData(
            f"“{measure.title}” needs the counts {name}, which no family of this "
            "version of Countywise makes."
        )
    return edition.components[name]


def _counted(grouped: Sequence[Batch], edition: Edition) -> list[Counted]:
    """The counts of every batch, all fetched together."""
    blocks = edition.fetch(_asks(grouped, edition))
    counted = [count_rows(batch, blocks) for batch in grouped]
    if not edition.published:
        return counted
    noun = load_state(edition.notes["state"]).counties_noun
    return [
        match_rows(batch, rows, blocks, edition.places, noun)
        for batch, rows in zip(grouped, counted, strict=True)
    ]


def _asks(grouped: Sequence[Batch], edition: Edition) -> dict[Ask, set[int]]:
    found: dict[Ask, set[int]] = {}
    for batch in grouped:
        asks = [*batch.frame.asks()]
        if edition.published:
            asks += county_asks(batch.frame, edition.places)
        for ask in asks:
            needed = found.setdefault(ask, set())
            needed |= {*batch.numerators, *batch.denominators}
    return found


def _nothing(state: str, root: Path) -> Exception:
    if state not in states():
        offered = ", ".join(states())
        return BadSelection(
            f"There is no state “{state[:20]}” here; there are: {offered}."
        )
    return WarehouseUnavailable(
        f"Nothing has been built for {load_state(state).name} yet. Build it with: "
        f"python -m metrics build --state {state}"
    )
