"""What a family is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Select

from metrics.families._reading import Reading
from metrics.families._tables import Tables

# flow: adds over time when nobody is counted twice; stock: never adds over time;
# time: days or child-years, adds over everything.
Accrual = Literal["flow", "stock", "time"]
# What a pool of years holds: each year's count again (adds), children once who may be
# in several years (distinct), the last year's count (last), or a count of its own
# (apart), as moves made in the years after the one in which a stay began.
Pooled = Literal["adds", "distinct", "last", "apart"]


@dataclass(frozen=True, kw_only=True)
class Component:
    """One whole number per record, summed into the cube.

    `people` says that it counts children (or events of a child), so that small
    values are private; person-time follows the counts of its family instead.
    """

    name: str
    says: str
    accrual: Accrual = "flow"
    people: bool = True
    subset_of: str | None = None
    pooled: Pooled = "distinct"


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Children told by counts of several families: `whole` minus `parts`.

    Names are family.component. Few of them are as secret as a count, so one part is
    then hidden. `closes`: whole and parts nearly agree, so that one hidden count
    could be read from the others. `year_before`: the whole is the one of the year
    before. A difference is only near: a child's county may differ between families.
    """

    whole: str
    parts: tuple[str, ...]
    says: str
    closes: bool = False
    year_before: bool = False


@dataclass(frozen=True, kw_only=True)
class Family:
    """One kind of record: its grain, who is where, its components, its rows.

    `rows` gives one row a record with the columns KEYS and one a component.
    `differences` are what its counts tell together with those of other families. Two
    families with one place rule and no difference between them are taken to overlap.
    """

    name: str
    grain: str
    place_rule: str
    provider_rule: str
    components: tuple[Component, ...]
    rows: Callable[[Tables, Reading], Select[Any]]
    public: bool = False
    differences: tuple[Difference, ...] = ()


KEYS = ("window_id", "county_id", "race_id", "age_id", "sex_id", "provider_id")
