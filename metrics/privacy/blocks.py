"""All counts of a public edition, hidden block by block, in several processes.

A block is what hangs together: families that overlap, over a pool and its years. What
is known of other blocks says nothing about it.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import numpy as np
import pandas as pd

from metrics.privacy.guard import guarded
from metrics.privacy.lines import Area, Booleans, Integers, lines_of
from metrics.privacy.policy import Policy
from metrics.privacy.proof import Block
from metrics.privacy.rules import Rules
from metrics.privacy.small import Spots, secret_cells, spots_of
from metrics.privacy.suppress import closed, following

_WORTH_A_PROCESS = 100_000


@dataclass(frozen=True, kw_only=True)
class Frame:
    """How places and windows hang together.

    `parents`: an area to the one it adds up to; `groups`: windows that share years;
    `pools`: a pool's window and its years; `before`: the year before each year.
    """

    parents: Mapping[Area, Area]
    groups: Sequence[tuple[int, ...]]
    pools: Mapping[int, tuple[int, ...]]
    before: Mapping[int, int]


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One block's share of the cells, and all that is needed to hide in it."""

    at: Integers
    cells: pd.DataFrame
    hidden: Booleans
    known: Booleans
    rules: Rules
    frame: Frame
    policy: Policy
    attack: bool

    @property
    def all_secret(self) -> bool:
        """Whether nothing of it could be told from the first."""
        return bool((self.hidden | self.known).all())


@dataclass(frozen=True, kw_only=True)
class Protected:
    """A mask over the cells, True where one is hidden.

    `given_up` blocks are hidden as a whole, as nothing less was found to be enough.
    """

    hidden: Booleans
    given_up: int


def protected_cells(
    cells: pd.DataFrame,
    *,
    rules: Rules,
    frame: Frame,
    policy: Policy,
    forced: Booleans | None = None,
    known: Booleans | None = None,
    attack: bool = True,
    tell: Callable[[str], None] = lambda _: None,
) -> Protected:
    """Which of `cells` (CELL columns, comp_id, value) are hidden.

    `forced` cells are hidden whatever their size; of `known` ones an earlier edition
    told the value. Without `attack` lines are closed one by one only. Raises
    RuntimeError if a count cannot be protected.
    """
    cells = cells.reset_index(drop=True)
    none = np.zeros(len(cells), np.bool_)
    known = none if known is None else known
    private = cells["comp_id"].isin(list(rules.people)).to_numpy()
    hidden = secret_cells(spots_of(cells, frame.before), private, rules, policy)
    hidden |= private & (none if forced is None else forced)
    pieces = list(_pieces(cells, hidden, known, rules, frame, policy, attack))
    given_up = 0
    for piece, found in _run(pieces, tell):
        given_up += bool((found | piece.known).all() and not piece.all_secret)
        hidden[piece.at] = found
    if given_up:
        tell(f"blocks of which nothing can be told: {given_up}")
    hidden |= following(cells, hidden, rules.followers)
    return Protected(hidden=hidden, given_up=given_up)


def _pieces(
    cells: pd.DataFrame,
    hidden: Booleans,
    known: Booleans,
    rules: Rules,
    frame: Frame,
    policy: Policy,
    attack: bool,
) -> Iterator[Piece]:
    for kin in rules.kin:
        ours = cells["comp_id"].isin(kin).to_numpy()
        for windows in frame.groups:
            at = np.flatnonzero(ours & cells["window_id"].isin(windows).to_numpy())
            if hidden[at].any():
                yield Piece(
                    at=at, cells=cells.iloc[at].reset_index(drop=True),
                    hidden=hidden[at], known=known[at], rules=rules, frame=frame,
                    policy=policy, attack=attack,
                )  # fmt: skip


def _run(
    pieces: list[Piece], tell: Callable[[str], None]
) -> Iterator[tuple[Piece, Booleans]]:
    """Large ones first, side by side; small editions in this process."""
    pieces.sort(key=lambda piece: (-len(piece.at), int(piece.at[0])))
    workers = min(2, os.cpu_count() or 1)
    quick = not any(piece.attack for piece in pieces)
    if workers < 2 or quick or sum(len(p.at) for p in pieces) < _WORTH_A_PROCESS:
        for piece in pieces:
            yield piece, hide(piece)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for piece, found in zip(pieces, pool.map(hide, pieces), strict=True):
            tell("hiding small numbers")
            yield piece, found


def hide(piece: Piece) -> Booleans:
    """The mask of one block."""
    pools = {p: y for p, y in piece.frame.pools.items()
             if p in set(piece.cells["window_id"])}  # fmt: skip
    lines = lines_of(piece.cells, piece.frame.parents, pools=pools, rules=piece.rules)
    if not piece.attack:
        value = piece.cells["value"].to_numpy(np.int64)
        return closed(lines, piece.hidden, value, piece.policy, piece.known)
    spots = spots_of(piece.cells, {})
    nested = _pairs(spots, piece.rules.subsets)
    near = [
        (d.parts[0], d.whole)
        for d in piece.rules.differences
        if len(d.parts) == 1 and not d.year_before
    ]
    window = piece.cells["window_id"].to_numpy(np.int64)
    tied = piece.cells["comp_id"].isin([*piece.rules.last, *piece.rules.adding])
    block = Block(
        value=piece.cells["value"].to_numpy(np.int64),
        known=piece.known,
        lines=lines,
        pairs=nested,
        limits=_pairs(spots, [*_next_steps(piece.rules), *near]),
        divisions=_divisions(piece, np.where(tied.any(), 0, window)),
        spot=spots.spot // max(1, len(spots.windows)),
    )
    return guarded(block, piece.hidden, piece.policy)


def _pairs(spots: Spots, subsets: Sequence[tuple[int, int]]) -> Integers:
    """Positions of every part and its whole that are both there."""
    found = [np.zeros((0, 2), np.int64)]
    for part, whole in subsets:
        if part in spots.at and whole in spots.at:
            both = np.stack([spots.at[part], spots.at[whole]], axis=1)
            found.append(both[(both >= 0).all(axis=1)])
    return np.concatenate(found)


def _divisions(piece: Piece, table: Integers) -> Mapping[str, Integers]:
    """Cells divided in several ways, always by `table`: windows that nothing adds up.

    Of a region's counties wider places are a part of their own, of a region its own
    counts are with those of its counties.
    """
    names = ("level", "geo_id", "window_id", "dim", "comp_id")
    level, geo, window, dim, comp = (
        piece.cells[name].to_numpy(np.int64) for name in names
    )
    around = {
        area[1]: geo if level == 2 else 0
        for area, (level, geo) in piece.frame.parents.items()
        if area[0] == 3
    }
    inside = np.array([around.get(each, 0) for each in geo.tolist()], np.int64)
    counties = np.where(level == 3, inside, 0)
    region = np.where(level == 2, geo, counties)
    finer = {
        "table": np.zeros_like(table),
        "component": comp,
        "component and dimension": comp * 10 + dim,
        "region's counties": counties,
        "region": region,
        "region and dimension": region * 10 + dim,
        "dimension": dim,
    }
    divisions = {name: table * 1_000_000 + code for name, code in finer.items()}
    return divisions | {"dimension and window": window * 10 + dim}


def _next_steps(rules: Rules) -> list[tuple[int, int]]:
    """Parts with the smallest whole around them: larger ones follow from these."""
    around: dict[int, list[int]] = {}
    for part, whole in rules.subsets:
        around.setdefault(part, []).append(whole)
    return [(part, max(w, key=lambda i: len(around.get(i, []))))
            for part, w in around.items()]  # fmt: skip
