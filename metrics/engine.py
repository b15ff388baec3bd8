"""Families to cube to marginals, inside the database, by INSERT ... SELECT.

The cube holds the crossing of window, county, race, age, sex and provider: most of
its cells are one child, so it is as confidential as the cases. Marginals hold one
breakdown each, for counties, regions and the state; editions are made from them. Race
is finer in the cube than in any marginal: a scheme adds its parts up to groups.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    MetaData,
    Select,
    Table,
    and_,
    case,
    exists,
    func,
    insert,
    literal,
    not_,
    select,
)
from sqlalchemy.sql.selectable import FromClause

from data.codes import PARTS_OF_TWO_OR_MORE, TWO_OR_MORE
from metrics.calendar_tables import fill_calendar
from metrics.families import Family, families
from metrics.families import _prepare as prepare
from metrics.families._model import KEYS
from metrics.families._reading import Reading
from metrics.families._tables import Tables, tables
from metrics.families.population import SOURCE
from metrics.race_schemes import CHANGED, FOLDED, SCHEMES
from metrics.windows import Window

STATE, REGION, COUNTY = 1, 2, 3
BREAKDOWNS = ("all", "race", "age", "sex", "provider", FOLDED)
Progress = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Build:
    """What a build needs to know beside the records.

    `only` names families to count; all are counted if it is empty.
    """

    windows: tuple[Window, ...]
    reading: Reading = Reading()
    region_scheme: str = ""
    only: frozenset[str] = frozenset()


def schema(metadata: MetaData) -> tuple[Tables, dict[str, Table], dict[str, Table]]:
    """Handles to all tables of a build: what families read, cubes, marginals."""
    t = tables(metadata)
    cubes = {f.name: _wide(metadata, f"cube_{f.name}", KEYS, f) for f in families()}
    keys = ("level", "geo_id", "dim", "dim_value", "window_id")
    marginals = {
        f.name: _wide(metadata, f"marginal_{f.name}", keys, f) for f in families()
    }
    return t, cubes, marginals


def _wide(metadata: MetaData, name: str, keys: Sequence[str], family: Family) -> Table:
    names = [*keys, *(component.name for component in family.components)]
    return Table(name, metadata, *(Column(n, Integer, nullable=False) for n in names))


def build(engine: Engine, plan: Build, *, progress: Progress = lambda _: None) -> None:
    """Rebuild every prepared table, cube and marginal of a store of cases.

    One transaction: a failure leaves what was there before.
    """
    metadata = MetaData()
    t, cubes, marginals = schema(metadata)
    prepared = _prepared(t)
    derived = [t.window, t.window_day, t.window_year, *(table for table, _ in prepared)]
    with engine.begin() as connection:
        _recreate(
            connection, metadata, [*derived, *cubes.values(), *marginals.values()]
        )
        fill_calendar(connection, t, plan.windows)
        for table, rows in prepared:
            progress(f"preparing {table.name.removeprefix('prep_')} records")
            _fill(connection, table, rows(t, plan.reading))
        for family in families():
            if plan.only and family.name not in plan.only:
                continue
            progress(f"counting {family.name}")
            _fill(connection, cubes[family.name], _summed(family, t, plan.reading))
            progress(f"adding up {family.name}")
            _marginals(connection, t, cubes[family.name], marginals[family.name], plan)


def counting_stages() -> int:
    """How many stages `build` tells of."""
    return len(_prepared(tables(MetaData()))) + 2 * len(families())


def _prepared(
    t: Tables,
) -> list[tuple[Table, Callable[[Tables, Reading], Select[Any]]]]:
    return [
        (t.person, prepare.person),
        (t.stay, prepare.stay),
        (t.told, prepare.told),
        (t.maltreatment, prepare.maltreatment),
        (t.move, prepare.move),
        (t.housed, prepare.housed),
    ]


def _recreate(connection: Connection, metadata: MetaData, chosen: list[Table]) -> None:
    metadata.drop_all(connection, tables=chosen)
    metadata.create_all(connection, tables=chosen)


def _fill(connection: Connection, target: Table, rows: Select[Any]) -> None:
    names = [column.name for column in target.columns]
    connection.execute(insert(target).from_select(names, rows))


def _summed(family: Family, t: Tables, reading: Reading) -> Select[Any]:
    rows = family.rows(t, reading).subquery("records")
    keys = [rows.c[key] for key in KEYS]
    sums = [func.sum(rows.c[c.name]) for c in family.components]
    return select(*keys, *sums).group_by(*keys)


def _marginals(
    connection: Connection, t: Tables, cube: Table, target: Table, plan: Build
) -> None:
    """County marginals from the cube, wider ones from the county marginals."""
    folds = _folds(connection, t, cube)
    for number, breakdown in enumerate(BREAKDOWNS):
        if folds or breakdown != FOLDED:
            _fill(connection, target, _county_marginal(cube, target, number, breakdown))
    _fill(connection, target, _region_marginal(t, target, plan.region_scheme))
    _fill(connection, target, _state_marginal(t, target))


def _sums(source: FromClause, target: Table) -> list[Any]:
    names = [column.name for column in target.columns][5:]
    return [func.sum(source.c[name]) for name in names]


def _folds(connection: Connection, t: Tables, cube: Table) -> bool:
    """Whether children of two or more races can be counted in the other way.

    They must come in parts in the yearly estimates, or numbers of children would be of
    one scheme and numbers of cases of another; and in the cube itself.
    """
    p = t.population.c
    of = p.source == SOURCE
    parts = exists().where(of, p.race_id.in_(tuple(PARTS_OF_TWO_OR_MORE)))
    whole = exists().where(of, p.race_id == TWO_OR_MORE)
    here = exists().where(cube.c.race_id == TWO_OR_MORE)
    return bool(connection.scalar(select(and_(parts, not_(whole), not_(here)))))


def _county_marginal(cube: Table, target: Table, number: int, name: str) -> Select[Any]:
    # A subquery, because a server takes the numbers of a scheme for others in GROUP BY.
    cells = select(cube, _value(cube, name).label("value")).subquery("cells")
    keys = (cells.c.county_id, cells.c.value, cells.c.window_id)
    sums = select(
        literal(COUNTY), cells.c.county_id, literal(number), cells.c.value,
        cells.c.window_id, *_sums(cells, target),
    ).group_by(*keys)  # fmt: skip
    return sums.where(cells.c.value.in_(sorted(CHANGED))) if name == FOLDED else sums


def _value(cube: Table, name: str) -> ColumnElement[int]:
    """The number of the group of a breakdown in which each cell is counted."""
    if name == "all":
        return literal(0)
    if name in SCHEMES:
        race = cube.c.race_id
        return case(dict(SCHEMES[name]), value=race, else_=race)
    return cube.c[f"{name}_id"]


def _region_marginal(t: Tables, target: Table, scheme: str) -> Select[Any]:
    """Counties added up by the regional scheme as it stood on the window's last day."""
    m, region, window = target.c, t.region_member.c, t.window.c
    member = and_(
        region.county_id == m.geo_id,
        region.scheme == scheme,
        region.valid_from <= window.end_day,
        region.valid_to > window.end_day,
    )
    source = target.join(t.window, window.window_id == m.window_id).join(
        t.region_member, member
    )
    keys = (region.region_id, m.dim, m.dim_value, m.window_id)
    return (
        select(literal(REGION), *keys, *_sums(target, target))
        .select_from(source)
        .where(m.level == COUNTY)
        .group_by(*keys)
    )


def _state_marginal(t: Tables, target: Table) -> Select[Any]:
    m = target.c
    keys = (m.dim, m.dim_value, m.window_id)
    return (
        select(literal(STATE), literal(0), *keys, *_sums(target, target))
        .where(m.level == COUNTY)
        .group_by(*keys)
    )


def definitions_hash(reading: Reading) -> str:
    """A fingerprint of what the components mean: their SQL and names.

    The catalogue is not part of it: a new measure over components that are already
    counted needs no build.
    """
    t = tables(MetaData())
    schemes = {name: dict(scheme) for name, scheme in SCHEMES.items()}
    parts: list[str] = [f"{reading} {schemes}"]
    parts += [_text(rows(t, reading)) for _, rows in _prepared(t)]
    parts += [
        f"{f.name} {f.components} {_text(f.rows(t, reading))}" for f in families()
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _text(rows: Select[Any]) -> str:
    return str(rows.compile(compile_kwargs={"literal_binds": True}))


def statements(names: Iterable[str], reading: Reading) -> dict[str, Select[Any]]:
    """The SELECT behind each named family, for people who want to read it."""
    t = tables(MetaData())
    return {f.name: _summed(f, t, reading) for f in families() if f.name in set(names)}
