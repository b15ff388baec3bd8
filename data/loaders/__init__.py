"""Loaders: one module a format, found by this folder.

A loader has add_arguments(parser), which adds what it needs beside --state and --out,
and load(args), which gives what became of the rows. Names with a leading underscore
are its helpers.
"""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def formats() -> tuple[str, ...]:
    """The formats that can be loaded, in alphabetical order."""
    names = (found.name for found in iter_modules(__path__))
    return tuple(sorted(name for name in names if not name.startswith("_")))


def loader(format: str) -> ModuleType:
    """The module that loads a format. Raises KeyError with the formats there are."""
    if format not in formats():
        raise KeyError(f"no format {format!r}; there are {', '.join(formats())}")
    return import_module(f"{__name__}.{format}")
