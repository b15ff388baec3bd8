"""Groups of children: codes in addresses, numbers in the warehouse, words."""

from dataclasses import dataclass
from types import MappingProxyType

from data.codes import AGE_BANDS, SEXES
from metrics.race_schemes import FOLDED


@dataclass(frozen=True, kw_only=True)
class Group:
    """One group of one dimension.

    `name` goes in a table head or on an axis; `children` goes in a sentence.
    """

    id: int
    code: str
    name: str
    children: str
    known: bool = True


def _race(id: int, code: str, name: str, children: str) -> Group:
    return Group(id=id, code=code, name=name, children=children, known=id != 9)


_RACES = (
    _race(1, "white_nh", "White", "White children"),
    _race(2, "black_nh", "Black", "Black children"),
    _race(7, "hispanic", "Hispanic", "Hispanic children"),
    _race(3, "aian_nh", "American Indian or Alaska Native",
          "American Indian or Alaska Native children"),
    _race(4, "asian_nh", "Asian", "Asian children"),
    _race(5, "nhpi_nh", "Native Hawaiian or Pacific Islander",
          "Native Hawaiian or Pacific Islander children"),
    _race(6, "two_plus_nh", "Two or more races", "children of two or more races"),
    _race(9, "unknown", "Race not known", "children whose race is not known"),
)  # fmt: skip
# Where two or more races are counted with one of them, three groups have other children
# than their namesakes above. Codes of their own keep the figures apart.
_CHANGED = (
    _race(2, "black_folded", "Black, one or more races",
          "Black children of one or more races"),
    _race(3, "aian_folded", "American Indian or Alaska Native, one or more races",
          "American Indian or Alaska Native children of one or more races"),
    _race(6, "two_plus_others", "Two or more other races",
          "children of two or more other races"),
)  # fmt: skip
_RACES_FOLDED = tuple(
    next((other for other in _CHANGED if other.id == each.id), each) for each in _RACES
)
_AGES = tuple(
    Group(
        id=i,
        code=f"age_{i}" if i != 9 else "unknown",
        name=name,
        children=f"children aged {name}"
        if i != 9
        else "children whose age is not known",
        known=i != 9,
    )
    for i, name in AGE_BANDS.items()
)
_SEXES = (
    Group(id=1, code="girls", name=SEXES[1], children="girls"),
    Group(id=2, code="boys", name=SEXES[2], children="boys"),
    Group(id=9, code="unknown", name=SEXES[9],
          children="children whose sex is not known", known=False),
)  # fmt: skip

# Order here is the order on every page.
GROUPS = MappingProxyType(
    {"race": _RACES, FOLDED: _RACES_FOLDED, "age": _AGES, "sex": _SEXES}
)
REFERENCES = MappingProxyType(
    {"race": "white_nh", FOLDED: "white_nh", "age": "age_2", "sex": "boys"}
)


def group(dimension: str, code: str) -> Group:
    """The group with this code. Raises KeyError if there is none."""
    for each in GROUPS[dimension]:
        if each.code == code:
            return each
    raise KeyError(code)


def by_id(dimension: str, id: int) -> Group:
    for each in GROUPS[dimension]:
        if each.id == id:
            return each
    raise KeyError(id)
