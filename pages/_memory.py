"""What is remembered in the memory of the process: tables as they are, pages packed.

A table's columns never change, so a remembered one is only given a new cover: packing
and unpacking would take as long as computing it. A page is a thousand small elements,
which take a tenth of the room when packed.
"""

from dataclasses import replace
from typing import Any

from cachelib.serializers import SimpleSerializer

from metrics.table import MeasureTable


class Packing(SimpleSerializer):
    """How flask-caching keeps a value."""

    def dumps(self, value: Any, *protocol: int) -> Any:
        """The value as it is kept: a table without what a page took from it."""
        return _bare(value) if _is_table(value) else super().dumps(value, *protocol)

    def loads(self, bvalue: Any) -> Any:
        """The value as it was given."""
        return _bare(bvalue) if _is_table(bvalue) else super().loads(bvalue)


def _is_table(value: Any) -> bool:
    return isinstance(value, MeasureTable)


def _bare(table: MeasureTable) -> MeasureTable:
    return replace(table)
