"""What a state file may say: one frozen, validated record a state."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, PlainSerializer, model_validator

from data.codes import AGE_BANDS
from data.state_deck import DeckFile
from data.state_plan import Plan, Planning, Strict

WindowKind = Literal["sfy", "ffy", "cy"]
# Where a rule can be read in two ways, the choice has a name. What is not given has
# the default of the families, which also know what may be chosen.
Readings = Annotated[
    Mapping[str, str | int],
    AfterValidator(lambda given: MappingProxyType(dict(given))),
    PlainSerializer(dict),
]


class Pool(Strict):
    """Pooled years: `length` years a pool, one of which ends with the year `ends`.

    A fixed anchor keeps pools from overlapping when a year of data is added.
    """

    kind: WindowKind
    length: int = Field(default=3, ge=2, le=10)
    ends: int = Field(ge=1990, le=2100)

    def keys(self, first: int, last: int) -> tuple[str, ...]:
        """The keys of all pools whose years all lie in first..last, oldest first."""
        start = first + (self.ends + 1 - first) % self.length
        return tuple(
            f"{self.kind}{year}-{year + self.length - 1}"
            for year in range(start, last - self.length + 2, self.length)
        )


class Windows(Strict):
    """Which calendars are built, and the one that pages open with."""

    kinds: tuple[WindowKind, ...] = Field(min_length=1)
    main: WindowKind
    pool: Pool | None = None

    @model_validator(mode="after")
    def _consistent(self) -> "Windows":
        used = {self.main} | ({self.pool.kind} if self.pool else set())
        if not used <= set(self.kinds):
            raise ValueError("main and pool.kind must be among kinds")
        return self


class Regions(Strict):
    """Where regions come from: the demonstration, the installer's table, or nowhere."""

    kind: Literal["demonstration", "installer", "none"]
    scheme: str = ""
    note: str


class AgeBand(Strict):
    """One age group: both ends are in it."""

    id: int
    name: str
    first: int = Field(ge=0, le=17)
    last: int = Field(ge=0, le=17)


# What a named policy fills in where the state's file says nothing else.
PRESETS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "cms": MappingProxyType({}),
        "chhs": MappingProxyType({"each_at_least": 3}),
        "strict": MappingProxyType(
            {"threshold": 20, "least_hidden_sum": 20, "width": 20}
        ),
    }
)


class Privacy(Strict):
    """The privacy rule: counts of 1 to `threshold` are hidden in the public edition.

    `policy` is a preset: cms (federal cell size), chhs (California: one more cell
    where all hidden ones are three or fewer) or strict (1 to 20). Any part of it can
    be said otherwise; what each means is told in `metrics/privacy/policy.py`.
    """

    policy: Literal["cms", "chhs", "strict"] = "cms"
    threshold: int = Field(default=10, ge=1, le=100)
    zero_shown: bool = True
    least_hidden_sum: int = Field(default=10, ge=0, le=100)
    each_at_least: int = Field(default=0, ge=0, le=100)
    width: int = Field(default=10, ge=1, le=100)
    rounding: int = Field(default=1, ge=1, le=100)
    hide_revisions: bool = True

    @model_validator(mode="before")
    @classmethod
    def _filled(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        return {**PRESETS.get(str(given.get("policy", "cms")), {}), **given}


class Reliability(Strict):
    """The reliability rule: what is too uncertain to compare, or needs care.

    No ratio, comparison or trend sentence below `events` events or above
    `relative_width` (width of the interval over the value); below `care` events a
    figure is marked. `unknown_share` is the share of unknown race above which a
    disparity is marked.
    """

    events: int = Field(default=10, ge=1)
    care: int = Field(default=20, ge=1)
    relative_width: float = Field(default=1.6, gt=0)
    unknown_share: float = Field(default=0.10, gt=0, le=1)


class Limits(Strict):
    """Every limit on small numbers, in one table."""

    privacy: Privacy = Privacy()
    reliability: Reliability = Reliability()


class State(Strict):
    """Everything the product knows about a state that is not data.

    `fips` is the first two digits of its county codes; `demo` says that its
    records are generated, `published_counts` that it has counts and no records.
    `contact` is whom to write to or call about the pages, in words for readers.
    """

    id: str = Field(pattern=r"^[a-z]{2,12}$")
    name: str
    fips: int = Field(ge=1, le=99)
    county_count: int = Field(ge=1)
    county_noun: str = "county"
    counties_noun: str = "counties"
    agency: str = ""
    contact: str = ""
    fiscal_year_start_month: int = Field(ge=1, le=12)
    windows: Windows
    demo: bool = False
    published_counts: bool = False
    data_note: str
    regions: Regions
    age_bands: tuple[AgeBand, ...]
    reference_race: str = "white_nh"
    limits: Limits = Limits()
    readings: Readings = Field(default_factory=lambda: MappingProxyType({}))
    plan: Plan | None = None
    planning: Planning | None = None
    deck: DeckFile | None = None
    notes: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> "State":
        if self.demo and self.published_counts:
            raise ValueError("demo and published_counts cannot both be true")
        known = set(AGE_BANDS) - {9}
        if {band.id for band in self.age_bands} != known:
            raise ValueError(f"age_bands must have the ids {sorted(known)}")
        if any(band.first > band.last for band in self.age_bands):
            raise ValueError("an age band must not end before it starts")
        self._deck_fits()
        return self

    def _deck_fits(self) -> None:
        known = {each.id for each in self.plan.priorities} if self.plan else set()
        for slide in self.deck.slides if self.deck and self.plan else ():
            if slide.kind == "priority" and slide.about not in known:
                raise ValueError(
                    f"deck: a slide is about the priority {slide.about!r}, which is "
                    "not in the plan"
                )

    def owns(self, county_id: int) -> bool:
        """Whether a county code lies in this state."""
        return county_id // 1000 == self.fips
