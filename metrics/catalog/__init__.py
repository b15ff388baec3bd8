"""The catalogue of measures: one file a measure, found by this folder."""

import re
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from metrics.model import DIMENSIONS, Measure

_COMPONENT = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def catalogue(also: Path | None = None) -> tuple[Measure, ...]:
    """Every measure in the order of the pages; `also` adds those of another folder.

    Raises ValueError with a sentence if a file holds no measure or the measures do
    not fit together.
    """
    shipped = [
        _measure(import_module(f"{__name__}.{found.name}"))
        for found in iter_modules(__path__)
    ]
    return checked(shipped + (_read(also) if also else []))


def measures_in(folder: Path) -> tuple[Measure, ...]:
    """The measures of one folder alone, in the order of the pages.

    Raises ValueError as `catalogue` does.
    """
    return checked(_read(folder))


def checked(measures: list[Measure]) -> tuple[Measure, ...]:
    """The measures sorted by order. Raises ValueError for the first that is wrong."""
    names = [measure.id for measure in measures]
    for measure in measures:
        _check(measure, names)
    return tuple(sorted(measures, key=lambda measure: (measure.order, measure.id)))


def _read(folder: Path) -> list[Measure]:
    if not folder.is_dir():
        raise ValueError(f"there is no folder of measures {folder}")
    return [
        _measure(_load(folder / f"{found.name}.py"))
        for found in iter_modules([str(folder)])
    ]


def _load(file: Path) -> ModuleType:
    spec = spec_from_file_location(f"countywise_measure_{file.stem}", file)
    if spec is None or spec.loader is None or not file.is_file():
        raise ValueError(f"{file} cannot be read as a measure")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _measure(module: ModuleType) -> Measure:
    measure = getattr(module, "MEASURE", None)
    if not isinstance(measure, Measure):
        raise ValueError(f"{module.__file__} must assign MEASURE = Measure(...)")
    return measure


def _check(measure: Measure, names: list[str]) -> None:
    for wrong in _faults(measure, names):
        raise ValueError(f"measure {measure.id!r}: {wrong}")


def _faults(measure: Measure, names: list[str]) -> list[str]:
    components = [measure.numerator, measure.denominator]
    components += [measure.step.previous] if measure.step else []
    wrong = [
        f"{component!r} must look like family.component"
        for component in components
        if not _COMPONENT.fullmatch(component)
    ]
    wrong += [
        f"{breakdown!r} is none of {', '.join(DIMENSIONS)}"
        for breakdown in measure.breakdowns
        if breakdown not in DIMENSIONS
    ]
    if not _ID.fullmatch(measure.id):
        wrong.append("an id has small letters, digits and single hyphens")
    if names.count(measure.id) > 1:
        wrong.append("two files have this id")
    if measure.companion is not None and measure.companion not in names:
        wrong.append(f"its companion {measure.companion!r} is not in the catalogue")
    if measure.per <= 0:
        wrong.append("per must be above zero")
    return wrong
