"""Race schemes: in which group children of two or more races are counted.

The cube keeps two or more races in parts, and a scheme says to which group each part
belongs. All else is the same in every scheme: children of Hispanic origin are one
group, whatever their races, and a child of one race is in the group of that race.
"""

from collections.abc import Mapping
from types import MappingProxyType

from data.codes import AIAN_AMONG, BLACK_AMONG, OTHERS_AMONG, TWO_OR_MORE

USUAL, FOLDED = "race", "race_folded"
_BLACK, _AIAN = 2, 3

# A dimension of the marginals by name, and the group of each part in it.
SCHEMES: Mapping[str, Mapping[int, int]] = MappingProxyType(
    {
        USUAL: MappingProxyType(
            {
                AIAN_AMONG: TWO_OR_MORE,
                BLACK_AMONG: TWO_OR_MORE,
                OTHERS_AMONG: TWO_OR_MORE,
            }
        ),
        FOLDED: MappingProxyType(
            {AIAN_AMONG: _AIAN, BLACK_AMONG: _BLACK, OTHERS_AMONG: TWO_OR_MORE}
        ),
    }
)

# Groups that hold other children in one scheme than in the other. All others are
# counted once, under the usual scheme, and read from there.
CHANGED = frozenset(group for scheme in SCHEMES.values() for group in scheme.values())


def with_schemes(breakdowns: tuple[str, ...], *, folded: bool) -> tuple[str, ...]:
    """The breakdowns of a measure, and after race the other scheme if it is offered."""
    if not folded or USUAL not in breakdowns:
        return breakdowns
    after = breakdowns.index(USUAL) + 1
    return (*breakdowns[:after], FOLDED, *breakdowns[after:])
