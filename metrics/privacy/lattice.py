"""The tables of a public edition: a fixed list, so that they can be hidden jointly.

A place (the state, a region, a county) by one of race, age, sex or provider; the years
of one calendar and the pools of those years that do not overlap. A county's providers
are not in it: nearly all of their counts would be hidden. For the same reason a
county's groups, and a region's providers, are told in pools of years alone.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from metrics.catalog import catalogue
from metrics.errors import CountywiseError
from metrics.families import families
from metrics.windows import Window, parse_window

STATE, REGION, COUNTY = 1, 2, 3
ALL, RACE, AGE, SEX, PROVIDER = range(5)
_DIMS: Mapping[str, int] = {"race": RACE, "age": AGE, "sex": SEX, "provider": PROVIDER}
_LEVELS: Mapping[int, tuple[int, ...]] = {
    ALL: (STATE, REGION, COUNTY),
    RACE: (STATE, REGION, COUNTY),
    AGE: (STATE, REGION, COUNTY),
    SEX: (STATE, REGION, COUNTY),
    PROVIDER: (STATE, REGION),
}
_IN_POOLS: frozenset[tuple[int, int]] = frozenset(
    {(COUNTY, RACE), (COUNTY, AGE), (COUNTY, SEX), (REGION, PROVIDER)}
)
_POOLS_MARK = "p"
Table = tuple[int, int, str]  # level, dimension, family.component


@dataclass(frozen=True, kw_only=True)
class Lattice:
    """What may be in a public edition.

    `pools` has, for each pool of years, the keys of its years. `in_pools` are tables
    that are told in pools alone. Anything that is in no table or window of the lattice
    is hidden, whatever its size.
    """

    tables: frozenset[Table]
    windows: tuple[str, ...]
    pools: Mapping[str, tuple[str, ...]]
    in_pools: frozenset[Table] = frozenset()

    def has(self, table: Table, window: str) -> bool:
        """Whether a table is told in a window."""
        told = window in self.pools or table not in self.in_pools
        return table in self.tables and window in self.windows and told

    def table_note(self) -> str:
        """The tables as a text for an edition's notes: a component a line."""
        found: dict[str, list[str]] = {}
        for level, dim, name in sorted(self.tables):
            mark = _POOLS_MARK if (level, dim, name) in self.in_pools else ""
            found.setdefault(name, []).append(f"{level}{dim}{mark}")
        return "\n".join(f"{name} {' '.join(found[name])}" for name in sorted(found))

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Windows that share years: each pool with its years, every other year."""
        pooled = {key for years in self.pools.values() for key in years}
        alone = [(w,) for w in self.windows if w not in pooled | set(self.pools)]
        here = set(self.windows)
        together = [(*(y for y in years if y in here), pool)
                    for pool, years in self.pools.items()]  # fmt: skip
        return (*alone, *together)


def tables_in(note: str) -> Mapping[Table, bool]:
    """The tables that a note of an edition names: whether each is in pools alone."""
    lines = (line.split() for line in note.splitlines())
    return {
        (int(code[0]), int(code[1]), name): code.endswith(_POOLS_MARK)
        for name, *codes in lines
        for code in codes
    }


def declared(keys: Sequence[str], *, main: str, fiscal_start: int = 7) -> Lattice:
    """The lattice over the windows of a build: those of its main calendar.

    Of two pools that share a year the newer one is kept. Raises BadSelection for a key
    that is no window.
    """
    windows = [parse_window(key, fiscal_start=fiscal_start) for key in keys]
    years = [w.key for w in windows if w.kind == main]
    pools: dict[str, tuple[str, ...]] = {}
    for pool in sorted(windows, key=lambda w: w.end, reverse=True):
        inside = _years(pool, main)
        if pool.kind == "pool" and inside and not _shared(inside, pools):
            pools[pool.key] = inside
    kept = tuple(key for key in keys if key in {*years, *pools})
    tables = frozenset(_tables())
    in_pools = frozenset(_in_pools(tables)) if pools else frozenset[Table]()
    return Lattice(tables=tables, windows=kept, pools=pools, in_pools=in_pools)


def _in_pools(tables: Collection[Table]) -> Iterator[Table]:
    """Populations that others publish are told for every year."""
    public = {family.name for family in families() if family.public}
    for level, dim, name in tables:
        if (level, dim) in _IN_POOLS and name.partition(".")[0] not in public:
            yield level, dim, name


def _years(pool: Window, main: str) -> tuple[str, ...]:
    if not pool.key.startswith(main):
        return ()
    first, last = (int(y) for y in pool.key.removeprefix(main).split("-")) if (
        pool.kind == "pool"
    ) else (0, -1)  # fmt: skip
    return tuple(f"{main}{year}" for year in range(first, last + 1))


def _shared(years: Collection[str], pools: Mapping[str, tuple[str, ...]]) -> bool:
    return any(set(years) & set(others) for others in pools.values())


def _tables() -> Iterator[Table]:
    """Of each component that a measure needs, the breakdowns that it is needed by."""
    for measure in catalogue():
        names = {measure.numerator, measure.denominator}
        names |= {measure.step.previous} if measure.step else set()
        for name in names:
            for by in ("all", *measure.breakdowns):
                dim = _DIMS.get(by, ALL)
                yield from ((level, dim, name) for level in _LEVELS[dim])
    for family in families():
        for each in family.components if family.public else ():
            for dim in (ALL, RACE, AGE, SEX):
                yield from (
                    (level, dim, f"{family.name}.{each.name}") for level in _LEVELS[dim]
                )


def refuse_outside(
    counts: pd.DataFrame,
    lattice: Lattice,
    windows: pd.DataFrame,
    names: Mapping[int, str],
) -> None:
    """Raise CountywiseError if a count lies in no table or window of the lattice.

    `counts` has level, dim, comp_id and window_id; `windows` window_id and key.
    """
    keys = windows.set_index("window_id")["key"].to_dict()
    seen = counts[["level", "dim", "comp_id", "window_id"]].drop_duplicates()
    for level, dim, comp, window in seen.itertuples(index=False):
        table = (int(level), int(dim), names[int(comp)])
        if not lattice.has(table, keys[window]):
            raise CountywiseError(
                f"The count {table[2]} (level {level}, breakdown {dim}, "
                f"{keys[window]}) is in no table of the public edition. Only tables "
                "that are declared, and hidden jointly, may be published."
            )
