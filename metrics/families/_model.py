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


@dataclass(frozen=True, kw_only=True)
class Family:
    """One kind of record: its grain, who is where, its components, its rows.

    `rows` gives one row a record with the columns KEYS and one a component.
    """

    name: str
    grain: str
    place_rule: str
    provider_rule: str
    components: tuple[Component, ...]
    rows: Callable[[Tables, Reading], Select[Any]]
    public: bool = False


KEYS = ("window_id", "county_id", "race_id", "age_id", "sex_id", "provider_id")
