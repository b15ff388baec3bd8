"""What a file is made of: where its figures come from, and sheets of cells."""

from dataclasses import dataclass
from typing import Literal

# How a column is written: prose, short words, whole counts, values, ratios.
Kind = Literal["long", "text", "count", "value", "ratio"]
Value = str | int | float | None
LANGUAGE = "en-US"


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where the figures of a file come from; every export says all of it.

    `marks` stand on every page: that data are made up, and which edition it is.
    """

    state: str
    place: str
    period: str
    source: str
    data_to: str
    edition: str
    release: str
    policy: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Field:
    """A column of a sheet."""

    name: str
    kind: Kind = "text"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A head and rows of values; a text where a number would stand says why not."""

    name: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.fields) for row in self.rows):
            raise ValueError(f"a row of the sheet '{self.name}' does not fit its head")


@dataclass(frozen=True, kw_only=True)
class Book:
    """Sheets, and what the properties of the file say."""

    title: str
    subject: str
    comments: str
    sheets: tuple[Sheet, ...]
