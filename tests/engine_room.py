"""Building cubes in tests: cases in, counts of components out, on any engine."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
from sqlalchemy import Engine, MetaData, create_engine, func, select

from data.bulk import put
from data.store import case_metadata, create_store
from metrics.engine import Build, build, schema
from metrics.families._reading import Reading
from metrics.windows import Window


def store_with(url: str, tables: Mapping[str, pd.DataFrame]) -> Engine:
    """A store of cases at `url` that holds just these tables."""
    engine = create_engine(url)
    create_store(engine)
    metadata = case_metadata()
    with engine.begin() as connection:
        for name, frame in tables.items():
            if len(frame):
                put(connection, metadata.tables[name], frame)
    return engine


def build_cube(
    engine: Engine,
    windows: Sequence[Window],
    *,
    reading: Reading | None = None,
    scheme: str = "demonstration",
    only: Iterable[str] = (),
) -> None:
    plan = Build(
        windows=tuple(windows),
        reading=reading or Reading(),
        region_scheme=scheme,
        only=frozenset(only),
    )
    build(engine, plan)


def county_sums(engine: Engine, path: str) -> dict[tuple[int, int], int]:
    """(county_id, window_id) -> sum of the component family.component."""
    family, _, name = path.partition(".")
    _, cubes, _ = schema(MetaData())
    c = cubes[family].c
    query = select(c.county_id, c.window_id, func.sum(c[name])).group_by(
        c.county_id, c.window_id
    )
    with engine.connect() as connection:
        return {(row[0], row[1]): int(row[2]) for row in connection.execute(query)}


def cube_frame(engine: Engine, family: str) -> pd.DataFrame:
    """A whole cube as a frame of whole numbers."""
    _, cubes, _ = schema(MetaData())
    with engine.connect() as connection:
        frame = pd.read_sql(select(cubes[family]), connection)
    return frame.astype("int64")
