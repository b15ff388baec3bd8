"""Writing a demonstration state into a store, and putting it in place when complete."""

import os
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine

from data.cases import case_tables
from data.days import to_iso
from data.demo.calendar import start_of
from data.demo.generate import Demo, Tell, generate
from data.demo.planting import FULL, Planting
from data.demo.truths import to_json
from data.load import Loaded, load_table
from data.store import create_store, open_cases, write_notes

SOURCE = "Demonstration data: no real children"


def load_demo(
    engine: Engine, demo: Demo, *, seed: int, scale: float, tell: Tell
) -> list[Loaded]:
    """Load a generated state into an empty store, with its notes."""
    create_store(engine)
    loaded = []
    for cases in case_tables():
        tell(f"loading {cases.name}")
        frame = demo.tables[cases.name]
        loaded.append(load_table(engine, cases, frame, source=SOURCE, file="demo"))
    with engine.begin() as connection:
        write_notes(connection, _notes(demo, seed=seed, scale=scale))
    return loaded


def write_demo(
    path: Path,
    *,
    seed: int,
    years: Sequence[int],
    scale: float,
    tell: Tell,
    planting: Planting = FULL,
) -> list[Loaded]:
    """Generate a state and write its file; the older one stays until it is whole."""
    demo = generate(seed=seed, years=years, scale=scale, tell=tell, planting=planting)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    engine = open_cases(unfinished)
    try:
        loaded = load_demo(engine, demo, seed=seed, scale=scale, tell=tell)
        engine.dispose()
        os.replace(unfinished, path)
    finally:
        engine.dispose()
        for left in path.parent.glob(f"{unfinished.name}*"):
            left.unlink()
    return loaded


def _notes(demo: Demo, *, seed: int, scale: float) -> dict[str, str]:
    end = to_iso(demo.data_end_day)
    return {
        "state": "nc",
        "demo": "true",
        "seed": str(seed),
        "scale": f"{scale:g}",
        "years": f"{demo.first}-{demo.last}",
        "data_start_day": str(start_of(demo.first)),
        "data_end_day": str(demo.data_end_day),
        "source": SOURCE,
        "vintage": f"Demonstration, seed {seed}, data to {end}",
        "population_source": "U.S. Census Bureau, Vintage 2024 estimates, rounded; how "
        "two or more races divide is an assumption of the demonstration",
        "regions_note": "Demonstration regions: no official regional scheme",
        "planted": to_json(demo.planted),
    }
