"""The audit of a public edition: everything that was tried, and what came of it."""

import os
import resource
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from multiprocessing import get_context
from typing import Any

import numpy as np
import pandas as pd

from data.warehouse import HIDDEN, SHOWN
from metrics.families import families
from metrics.privacy.audit.attack import Contradiction, attack_both
from metrics.privacy.audit.knowledge import BREAKDOWNS, Known, attacks
from metrics.privacy.audit.limits import Floats
from metrics.privacy.audit.plain import shown_differences, shown_remainders, unmasked
from metrics.privacy.audit.published import CELL, Published

_EDGES = (0.5, 2, 5, 10)
_BINS = ("exact", "under 2", "under 5", "under 10", "10 or more")
_WORTH_A_PROCESS = 50_000
_KNOWING = 2.0


@dataclass(frozen=True, kw_only=True)
class Report:
    """What an attacker found.

    `recovered` hidden counts are known exactly (or to less than one child) and `narrow`
    ones in an interval narrower than the policy's; `narrowest` is the smallest width
    found, which no hidden count falls below. A (`widths_a`) knows what is shown, B
    (`widths_b`) also that what is hidden is not zero. The other counts are of cells
    that are shown and tell something small. `unattacked` are of a breakdown of which
    the attack knows nothing, as of a second race scheme: they may tell anything.
    """

    state: str
    version: str
    cells: int
    hidden: int
    recovered: int
    narrow: int
    narrowest: float
    widths_a: Mapping[str, int]
    widths_b: Mapping[str, int]
    small_shown: int
    small_remainders: int
    small_differences: int
    unmasked: int
    small_revisions: int
    contradictions: int
    unattacked: int
    seconds: float
    memory_mb: int

    @property
    def clean(self) -> bool:
        """Whether the edition may be published."""
        return not any(
            (self.recovered, self.narrow, self.small_shown, self.small_remainders,
             self.small_differences, self.unmasked, self.small_revisions,
             self.contradictions, self.unattacked)
        )  # fmt: skip

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "clean": self.clean}


@dataclass(frozen=True, kw_only=True)
class _Attacked:
    people: bool
    wide: Floats
    knowing: Floats
    small_rests: int
    contradiction: bool = False


def audit(published: Published, earlier: pd.DataFrame | None = None) -> Report:
    """Attack an edition; `earlier` has what earlier ones showed and hid."""
    begun = time.perf_counter()
    people = published.counts[published.counts["name"].isin(_people())]
    before = (
        earlier
        if earlier is not None
        else pd.DataFrame(columns=[*CELL, "value", "status"])
    )
    outer = unmasked(people, before[published.tells(before)], published.threshold)
    seen = _with_earlier(published, before)
    results = list(_attacked(list(attacks(seen))))
    persons = [each for each in results if each.people]
    wide = np.concatenate([np.zeros(0), *(each.wide for each in persons)])
    knowing = np.concatenate([np.zeros(0), *(each.knowing for each in persons)])
    exact = sum(
        int(((each.wide < 0.5) | (each.knowing < 0.5)).sum()) for each in results
    )
    shown = people[people["status"] == SHOWN]["value"]
    small = shown.between(1, published.threshold) & (published.rounding == 1)
    return Report(
        state=published.notes.get("state", ""),
        version=published.notes.get("version", ""),
        cells=len(published.counts),
        hidden=int((published.counts["status"] == HIDDEN).sum()),
        recovered=exact,
        narrow=int((wide < published.width - 1e-6).sum()),
        narrowest=round(float(wide.min()), 3) if len(wide) else float("inf"),
        widths_a=_histogram(wide),
        widths_b=_histogram(knowing),
        small_shown=int(small.sum()),
        small_remainders=shown_remainders(people, published.threshold)
        + sum(each.small_rests for each in results),
        small_differences=shown_differences(people, published.threshold),
        unmasked=outer[0],
        small_revisions=outer[1],
        contradictions=sum(each.contradiction for each in results),
        unattacked=int((~published.counts["dim"].isin([0, *BREAKDOWNS])).sum()),
        seconds=round(time.perf_counter() - begun, 1),
        memory_mb=_memory(),
    )


def _people() -> set[str]:
    return {
        f"{f.name}.{c.name}"
        for f in families() for c in f.components if c.people and not f.public
    }  # fmt: skip


def _with_earlier(published: Published, earlier: pd.DataFrame) -> Published:
    """What an earlier edition showed is taken to be what it was.

    So too in tables that are told no more; what it hid in them is hidden.
    """
    if earlier.empty:
        return published
    met = published.counts.merge(
        earlier, on=list(CELL), how="left", suffixes=("", "_then"), sort=False
    )
    known = (met["status"] == HIDDEN) & (met["status_then"] == SHOWN)
    counts = published.counts.assign(
        value=met["value"].mask(known, met["value_then"]).to_numpy(),
        status=met["status"].mask(known, SHOWN).to_numpy(),
    )
    gone = earlier[~published.tells(earlier)]
    gone = gone[gone["key"].isin(published.counts["key"].unique())]
    return replace(published, counts=pd.concat([counts, gone], ignore_index=True))


def _attacked(pieces: list[Known]) -> Iterator[_Attacked]:
    pieces.sort(key=lambda piece: -piece.size)
    workers = min(2, os.cpu_count() or 1)
    if workers < 2 or sum(p.size for p in pieces) < _WORTH_A_PROCESS:
        yield from (attack_twice(piece) for piece in pieces)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(attack_twice, pieces)


def attack_twice(known: Known) -> _Attacked:
    """One piece, by who knows what is shown and by who knows that none is zero.

    Where something hidden must be zero, as an earlier edition hid it, the second is
    wrong and learns nothing more.
    """
    people = known.width > 1
    try:
        one, other = attack_both(known, knowing=min(_KNOWING, known.width))
    except Contradiction:
        empty = np.zeros(0)
        return _Attacked(people=people, wide=empty, knowing=empty, small_rests=0,
                         contradiction=True)  # fmt: skip
    knowing = other if other is not None else one
    told = one.rests_told(known.width)
    return _Attacked(people=people, wide=one.widths, knowing=knowing.widths,
                     small_rests=int(told.sum()))  # fmt: skip


def _histogram(widths: Floats) -> Mapping[str, int]:
    which = np.digitize(widths + 1e-6, _EDGES)
    return {name: int((which == i).sum()) for i, name in enumerate(_BINS)}


def _memory() -> int:
    """The most memory that this process and those it started have held, in MB."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return int((own + started) / 1024)


def summary(reports: Sequence[Report]) -> str:
    """One line a report for a person at a terminal."""
    lines = []
    for r in reports:
        said = "clean" if r.clean else "NOT CLEAN"
        lines.append(
            f"{r.state} {r.version}: {said}. {r.cells:,} cells, {r.hidden:,} hidden; "
            f"{r.recovered:,} recovered, {r.narrow:,} narrow, narrowest "
            f"{r.narrowest:g}; small ones told: {r.small_shown:,} counts, "
            f"{r.small_remainders:,} remainders, {r.small_differences:,} differences; "
            f"with earlier editions {r.unmasked + r.small_revisions:,}; "
            f"{r.contradictions:,} contradictions, {r.unattacked:,} not attacked "
            f"({r.seconds:g} s, {r.memory_mb:,} MB)"
        )
    return "\n".join(lines)
