"""What a state has promised: plan, priorities, targets, evidence, planning calendar."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

TargetKind = Literal["milestone", "change", "level", "gap"]
Certainty = Literal["stated", "inferred", "not verified"]


class Strict(BaseModel):
    """A frozen record in which an unknown key is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Evidence(Strict):
    """Something the agency typed in about a target; `met` says that it settles it."""

    date: date
    text: str = Field(min_length=1)
    source: str = Field(min_length=1)
    met: bool


class Target(Strict):
    """One dated target, in the plan's own words.

    `measures` bear on the target and decide its status where it is measured;
    `companions` are shown beside them, so that one is not gained at the other's
    cost. `goal` is a number the agency typed in, in the unit of the measures.
    """

    id: str = Field(pattern=r"^[A-Z]\d{1,2}$")
    short: str = Field(min_length=1)
    text: str = Field(min_length=1)
    due: date
    due_words: str = Field(min_length=1)
    kind: TargetKind
    measures: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    goal: float | None = None
    evidence: tuple[Evidence, ...] = ()
    footnote: int | None = None
    note: str = ""
    retired: str = ""


class Priority(Strict):
    """One strategic priority with its commitment and its targets."""

    id: str = Field(pattern=r"^[a-z-]+$")
    number: int = Field(ge=1)
    name: str = Field(min_length=1)
    commitment: str = Field(min_length=1)
    targets: tuple[Target, ...] = Field(min_length=1)


class Plan(Strict):
    """A strategic plan: vision, mission, priorities and what progress is measured from.

    `baseline_window` is the key of the window with which later ones are compared.
    """

    title: str
    source: str
    vision: str
    mission: str
    baseline_window: str = Field(pattern=r"^(sfy|ffy|cy)\d{4}$")
    baseline_note: str
    priorities: tuple[Priority, ...] = Field(min_length=1)
    footnotes: dict[int, str] = Field(default_factory=dict)

    @property
    def targets(self) -> tuple[Target, ...]:
        return tuple(target for each in self.priorities for target in each.targets)

    def target(self, id: str) -> Target:
        """The target with this id. Raises KeyError if there is none."""
        for target in self.targets:
            if target.id == id:
                return target
        raise KeyError(id)

    def priority_of(self, id: str) -> Priority:
        """The priority to which the target with this id belongs."""
        for priority in self.priorities:
            if any(target.id == id for target in priority.targets):
                return priority
        raise KeyError(id)

    @model_validator(mode="after")
    def _consistent(self) -> "Plan":
        ids = [target.id for target in self.targets]
        twice = sorted({id for id in ids if ids.count(id) > 1})
        if twice:
            raise ValueError(f"target {twice[0]} is given twice")
        for target in self.targets:
            if target.footnote is not None and target.footnote not in self.footnotes:
                raise ValueError(
                    f"target {target.id} names footnote {target.footnote}, "
                    "which is not among the footnotes"
                )
        return self


class CalendarFact(Strict):
    """One date of a planning rule; `certainty` says how it is known."""

    id: str
    when: str
    text: str
    month: int | None = Field(default=None, ge=1, le=12)
    day: int | None = Field(default=None, ge=1, le=31)
    certainty: Certainty
    source: str


class Planning(Strict):
    """A planning rule: what is due when, with or without a plan's targets."""

    title: str
    source: str
    says: str
    calendar: tuple[CalendarFact, ...]
