"""What the rows of a table are compared with, and where its counts stand."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from metrics.groups import REFERENCES
from metrics.race_schemes import FOLDED

LEVELS = MappingProxyType({"state": 1, "region": 2, "county": 3})
DIMS = MappingProxyType(
    {"all": 0, "race": 1, "age": 2, "sex": 3, "provider": 4, FOLDED: 5}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RowGroup:
    """A group of the rows: its code, its number, and whether it is a known one."""

    code: str
    value: int
    known: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """What each row is compared with: where its reference's counts stand.

    `level` and `dim` say of which places and of which breakdown they are; `values` are
    the groups that are added up, one tuple a row group, empty for no reference;
    `codes` name the reference. With `fallback` the state's same groups are used where
    a place's own reference is too small.
    """

    level: int
    dim: int
    values: tuple[tuple[int, ...], ...]
    codes: tuple[str, ...]
    fallback: bool


Of = Callable[[RowGroup], tuple[str, tuple[int, ...]]]


def compared(
    reference: str,
    level: int,
    dimension: str,
    groups: tuple[RowGroup, ...],
    every: tuple[RowGroup, ...],
) -> Comparison:
    """What rows are compared with: the state, all children, others, or one group.

    `every` are all groups of the dimension, `groups` those of the rows.
    """
    dim, top = DIMS[dimension], LEVELS["state"]
    if reference == "none":
        return _comparison(level, dim, groups, lambda group: ("", ()))
    if dimension == "all" or reference == "state":
        if level == top:
            return _comparison(top, dim, groups, lambda group: ("", ()))
        return _comparison(top, dim, groups, lambda group: ("state", (group.value,)))
    if dimension == "provider":
        return _comparison(level, DIMS["all"], groups, lambda group: ("all", (0,)))
    known = tuple(group for group in every if group.known)
    if reference == "others":
        return _comparison(level, dim, groups, lambda g: ("others", _others(known, g)))
    code, value = _chosen(reference, dimension, known)
    return _comparison(
        level, dim, groups, lambda group: (code, (value,)), fallback=level != top
    )


def _comparison(
    level: int,
    dim: int,
    groups: tuple[RowGroup, ...],
    of: Of,
    *,
    fallback: bool = False,
) -> Comparison:
    """One reference a known group; a group that is not known has none."""
    found = [of(group) if group.known else ("", ()) for group in groups]
    return Comparison(
        level=level,
        dim=dim,
        codes=tuple(code for code, _ in found),
        values=tuple(values for _, values in found),
        fallback=fallback,
    )


def _others(known: tuple[RowGroup, ...], group: RowGroup) -> tuple[int, ...]:
    return tuple(each.value for each in known if each.code != group.code)


def _chosen(
    wanted: str, dimension: str, known: tuple[RowGroup, ...]
) -> tuple[str, int]:
    """The reference group: the one wanted or, if it is not there, the usual one."""
    named = [group for group in known if group.code in (wanted, REFERENCES[dimension])]
    named.sort(key=lambda group: group.code != wanted)
    return named[0].code, named[0].value
