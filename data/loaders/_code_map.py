"""The small YAML file that says what a counts file means: columns, codes, windows."""

from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from data.codes import AGE_BANDS, RACES, SEXES

FIELDS = (
    "measure", "window", "county", "county_name", "race", "age", "sex", "provider",
    "numerator", "denominator", "note",
)  # fmt: skip
KNOWN = MappingProxyType({"race": RACES, "age": AGE_BANDS, "sex": SEXES})


class CodeMapError(ValueError):
    """A code map that cannot be used; the message names the file and the key."""


class CodeMap(BaseModel):
    """What a counts file means.

    `columns` gives, for each of FIELDS that the file has, the name of its column;
    `constants` gives a field one value for the whole file. `codes` translates the
    words of race, age, sex and county; 0 stands for all. A word listed under
    `left_out` is passed over on purpose. `blanks` are texts that mean "not shown".
    `window_prefix` makes "2018" into "cy2018". A year that only repeats the one before
    is flagged; `repeated_years: leave_out` refuses it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str = Field(min_length=1)
    vintage: str = ""
    data_end: date
    columns: dict[str, str]
    constants: dict[str, str] = Field(default_factory=dict)
    codes: dict[str, dict[str, int]] = Field(default_factory=dict)
    left_out: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    blanks: tuple[str, ...] = ("", "*", "NA")
    window_prefix: str = Field(default="", pattern="^(|sfy|ffy|cy)$")
    repeated_years: Literal["keep", "leave_out"] = "keep"

    @model_validator(mode="after")
    def _consistent(self) -> "CodeMap":
        for name in (*self.columns, *self.constants):
            if name not in FIELDS:
                raise ValueError(f"{name!r} is not one of {', '.join(FIELDS)}")
        given = {*self.columns, *self.constants}
        for name in ("measure", "window", "numerator", "denominator"):
            if name not in given:
                raise ValueError(f"{name} needs a column or a constant")
        for dimension, known in KNOWN.items():
            for word, code in self.codes.get(dimension, {}).items():
                if code != 0 and code not in known:
                    raise ValueError(
                        f"codes.{dimension}.{word}: there is no code {code}"
                    )
        return self


def read_code_map(path: Path) -> CodeMap:
    """The checked code map in this file. Raises CodeMapError in plain words."""
    try:
        content: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        return CodeMap.model_validate(content)
    except OSError as error:
        raise CodeMapError(
            f"{path}: the code map cannot be read: {error.strerror}."
        ) from error
    except yaml.YAMLError as error:
        raise CodeMapError(f"{path}: this is not valid YAML: {error}") from error
    except ValidationError as error:
        fault = error.errors()[0]
        key = ".".join(str(part) for part in fault["loc"]) or "the file as a whole"
        says = fault["msg"].removeprefix("Value error, ")
        raise CodeMapError(f"{path}: {key}: {says}.") from error
