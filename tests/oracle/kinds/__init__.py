"""How each kind of published case is checked, one file a subject.

Every file has `KINDS`: the name of a kind -> a function that takes a case and fails if
the figures do not agree. A case has `inputs`, `expected` and `tolerance`.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from typing import Any

Case = Mapping[str, Any]
Check = Callable[[Case], None]


def all_kinds() -> dict[str, Check]:
    """The kinds of every file of this folder; a kind in two files is refused."""
    found: dict[str, Check] = {}
    for module in pkgutil.iter_modules(__path__):
        if module.name.startswith("_"):
            continue
        kinds = importlib.import_module(f"{__name__}.{module.name}").KINDS
        twice = found.keys() & kinds.keys()
        assert not twice, f"{module.name} maps {twice} a second time"
        found |= kinds
    return found
