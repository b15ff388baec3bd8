"""Families of components: one kind of record at its own grain, one file a family."""

from importlib import import_module
from pkgutil import iter_modules

from metrics.families._model import Component, Difference, Family

__all__ = ["Component", "Difference", "Family", "component", "families"]


def families() -> tuple[Family, ...]:
    """Every family, by name; each module here without a leading _ has one FAMILY."""
    names = sorted(m.name for m in iter_modules(__path__) if not m.name.startswith("_"))
    return tuple(import_module(f"{__name__}.{name}").FAMILY for name in names)


def component(path: str) -> Component:
    """The component that `family.component` names. Raises KeyError if there is none."""
    family, _, name = path.partition(".")
    for each in families():
        if each.name == family:
            for found in each.components:
                if found.name == name:
                    return found
    raise KeyError(f"no component {path!r}")
