"""What a state says about its presentation: which slides, for whom, what to ask."""

from typing import Annotated

from pydantic import Field, model_validator

from data.state_plan import Strict

# A question must be readable from the back of a room.
Question = Annotated[str, Field(min_length=1, max_length=160)]


class SlideOf(Strict):
    """One slide: its kind, what it is about, and its measure where it may choose one.

    `about` is the id of a priority for a slide of a priority, that of a measure for a
    slide of a measure, and empty for kinds of which there is one slide only.
    """

    kind: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    about: str = ""
    measure: str = ""


class DeckFile(Strict):
    """The slides in their order, and the questions for the panel."""

    audience: str = Field(min_length=1, max_length=80)
    slides: tuple[SlideOf, ...] = Field(min_length=1, max_length=30)
    questions: tuple[Question, ...] = Field(default=(), max_length=5)

    @model_validator(mode="after")
    def _once(self) -> "DeckFile":
        named = [(each.kind, each.about) for each in self.slides]
        twice = next((each for each in named if named.count(each) > 1), None)
        if twice:
            raise ValueError(f"the slide “{' '.join(twice).strip()}” is there twice")
        return self
