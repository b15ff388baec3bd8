"""What families declare about their counts, as numbers of components."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from metrics.families import Difference, Family, families


@dataclass(frozen=True, kw_only=True)
class Apart:
    """A difference between families, by component number: whole minus parts."""

    whole: int
    parts: tuple[int, ...]
    closes: bool = False
    year_before: bool = False


@dataclass(frozen=True, kw_only=True)
class Rules:
    """Everything that ties counts of one place, group and window together.

    `people` components count people. `subsets` are pairs (part, whole) of one family,
    over one or several steps. `followers` maps person-time to the count of the people
    it belongs to. `last` components have in a pool the count of its last year, `adding`
    ones the sum of its years, `distinct` ones each child of its years once. `kin`
    are components whose counts must be hidden jointly.
    """

    people: tuple[int, ...] = ()
    subsets: tuple[tuple[int, int], ...] = ()
    differences: tuple[Apart, ...] = ()
    followers: Mapping[int, int]
    last: tuple[int, ...] = ()
    adding: tuple[int, ...] = ()
    distinct: tuple[int, ...] = ()
    kin: tuple[tuple[int, ...], ...] = ()


def rules_of(ids: Mapping[str, int], published: Collection[str]) -> Rules:
    """The rules over the components that are published, and over those they follow."""
    followers = dict(_followers(ids))
    leading = {name for name, number in ids.items() if number in followers.values()}
    here = {*published, *leading}
    people = tuple(i for name, i in _each(ids) if name in here and _counts(name))
    differences = tuple(_differences(ids, set(published)))
    inside = set(people)
    subsets = tuple(p for p in _subsets(ids) if inside.issuperset(p))
    return Rules(
        people=people,
        subsets=subsets,
        differences=differences,
        followers=followers,
        last=tuple(_pooled(ids, "last")),
        adding=tuple(_pooled(ids, "adds")),
        distinct=tuple(_pooled(ids, "distinct")),
        kin=_kin(ids, people, differences),
    )


def _pooled(ids: Mapping[str, int], how: str) -> Iterator[int]:
    for family in families():
        for each in family.components:
            if each.pooled == how:
                yield ids[f"{family.name}.{each.name}"]


def _each(ids: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    for family in families():
        for each in family.components:
            name = f"{family.name}.{each.name}"
            yield name, ids[name]


def _counts(name: str) -> bool:
    family, _, component = name.partition(".")
    found = next(f for f in families() if f.name == family)
    return next(c.people for c in found.components if c.name == component)


def _subsets(ids: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Every part with every whole around it: found of all children too."""
    for family in families():
        around = {c.name: c.subset_of for c in family.components}
        for part in around:
            whole = around[part]
            while whole:
                yield ids[f"{family.name}.{part}"], ids[f"{family.name}.{whole}"]
                whole = around[whole]


def _followers(ids: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    for family in families():
        wholes = _wholes(family)
        leader = "children" if "children" in wholes else next(iter(wholes), "")
        for each in family.components:
            if not each.people and not family.public:
                yield ids[f"{family.name}.{each.name}"], ids[f"{family.name}.{leader}"]


def _wholes(family: Family) -> tuple[str, ...]:
    return tuple(c.name for c in family.components if c.people and not c.subset_of)


def _differences(ids: Mapping[str, int], published: set[str]) -> Iterator[Apart]:
    """What is declared, and what is feared of families with one place rule."""
    for family in families():
        for each in family.differences:
            if published.issuperset((each.whole, *each.parts)):
                yield Apart(
                    whole=ids[each.whole],
                    parts=tuple(ids[part] for part in each.parts),
                    closes=each.closes,
                    year_before=each.year_before,
                )
    for one, other in unclear():
        for whole in _tops(one, published):
            for part in _tops(other, published):
                yield Apart(whole=ids[whole], parts=(ids[part],))


def unclear() -> Iterator[tuple[Family, Family]]:
    """Families with the same place rule of which nobody said how they overlap."""
    known = {frozenset(_named(d)) for f in families() for d in f.differences}
    people = [f for f in families() if not f.public]
    for one, other in combinations(people, 2):
        told = any({one.name, other.name} <= names for names in known)
        if one.place_rule == other.place_rule and not told:
            yield one, other


def _named(difference: Difference) -> Iterator[str]:
    for name in (difference.whole, *difference.parts):
        yield name.partition(".")[0]


def _tops(family: Family, published: set[str]) -> tuple[str, ...]:
    names = (f"{family.name}.{name}" for name in _wholes(family))
    return tuple(name for name in names if name in published)


def _kin(
    ids: Mapping[str, int], people: tuple[int, ...], differences: tuple[Apart, ...]
) -> tuple[tuple[int, ...], ...]:
    """Families that a difference within one window joins, as groups of components."""
    group = {ids[name]: name.partition(".")[0] for name in ids}
    for each in differences:
        if not each.year_before:
            joined = {group[i] for i in (each.whole, *each.parts)}
            target = min(joined)
            group = {i: target if g in joined else g for i, g in group.items()}
    names = sorted({group[i] for i in people})
    return tuple(tuple(i for i in people if group[i] == name) for name in names)
