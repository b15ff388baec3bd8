"""Row-level checks of published counts: a row is accepted, or refused for a reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.loaders._code_map import KNOWN, CodeMap
from data.loaders._counts_flags import flag
from data.published_counts import COLUMNS, KEY
from data.state_model import State

_WINDOW = r"(?:sfy|ffy|cy)\d{4}(?:-\d{4})?"
_WRONG = -1  # stands for a code that could not be read
REPEATED = "repeats the year before"


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What became of the rows of a file.

    good: COLUMNS of the published counts. bad: line, record, reason. counties:
    county_id and name of every county met. left_out: rows passed over on purpose.
    """

    good: pd.DataFrame
    bad: pd.DataFrame
    counties: pd.DataFrame
    left_out: int


def check(raw: pd.DataFrame, code_map: CodeMap, state: State) -> Checked:
    """Sort rows of texts into accepted and refused ones.

    raw: columns of code_map.FIELDS, texts, and `line`. A blank count is "not shown"
    and stays empty; it is never taken for zero.
    """
    wanted = raw[~_left_out(raw, code_map)]
    read = _read(wanted, code_map, state)
    reasons = _reasons(read, wanted, code_map, state)
    good = flag(read[reasons == ""])
    repeated = good["repeated"].to_numpy() & (code_map.repeated_years == "leave_out")
    reasons.loc[good.index[repeated]] = REPEATED
    refused = reasons != ""
    return Checked(
        good=good.loc[~repeated, list(COLUMNS)],
        bad=_bad(wanted[refused], reasons[refused]),
        counties=_counties(read[~refused], wanted),
        left_out=len(raw) - len(wanted),
    )


def _left_out(raw: pd.DataFrame, code_map: CodeMap) -> "pd.Series[bool]":
    out = pd.Series(False, index=raw.index)
    for field, words in code_map.left_out.items():
        out |= raw[field].isin(words)
    return out


def _read(raw: pd.DataFrame, code_map: CodeMap, state: State) -> pd.DataFrame:
    county = _county(raw["county"], code_map.codes.get("county", {}))
    window = (code_map.window_prefix + raw["window"]).where(raw["window"] != "", "")
    read = {
        "state": state.id,
        "measure": raw["measure"],
        "window": window,
        "level": np.where(county == 0, "state", "county"),
        "geography": np.where(county == 0, state.id, county.astype(str).str.zfill(5)),
        "county_id": county,
        "race_id": _coded(raw["race"], code_map, "race"),
        "age_id": _coded(raw["age"], code_map, "age"),
        "sex_id": _coded(raw["sex"], code_map, "sex"),
        "provider_id": _whole(raw["provider"], ("",)).fillna(0).astype("int64"),
        "numerator": _whole(raw["numerator"], code_map.blanks),
        "denominator": _whole(raw["denominator"], code_map.blanks),
        "source": code_map.source,
        "note": raw["note"],
    }
    return pd.DataFrame(read, index=raw.index)


def _coded(words: pd.Series, code_map: CodeMap, dimension: str) -> pd.Series:
    """Codes of a dimension; a file without the column is about everybody (0)."""
    given = {"": 0, **code_map.codes.get(dimension, {})}
    plain = {str(code): code for code in (0, *KNOWN[dimension])}
    return words.map({**plain, **given}).fillna(_WRONG).astype("int64")


def _county(words: pd.Series, codes: Mapping[str, int]) -> pd.Series:
    given = words.map({"": 0, **codes})
    fips = words.where(words.str.fullmatch(r"\d{4,5}"))
    return given.fillna(pd.to_numeric(fips)).fillna(_WRONG).astype("int64")


def _whole(words: pd.Series, blanks: tuple[str, ...]) -> pd.Series:
    """Whole numbers, empty where blank, _WRONG where the text is no whole number."""
    blank = words.isin(blanks)
    numbers = pd.to_numeric(words.str.replace(",", ""), errors="coerce").astype(float)
    sound = (numbers >= 0) & (numbers % 1 == 0) & (numbers < 2**31)
    return numbers.where(sound, _WRONG).mask(blank).astype("Int64")


def _reasons(
    read: pd.DataFrame, raw: pd.DataFrame, code_map: CodeMap, state: State
) -> "pd.Series[str]":
    """For each row the first reason to refuse it, or an empty text."""
    reasons = pd.Series("", index=read.index, dtype=object)
    for says, broken in _broken(read, raw, code_map, state):
        reasons = reasons.mask((reasons == "") & broken, says)
    sound = read[reasons == ""]
    twice = sound.index[sound.duplicated(list(KEY))]
    reasons.loc[twice] = "same place, window and group given before"
    return reasons


def _broken(
    read: pd.DataFrame, raw: pd.DataFrame, code_map: CodeMap, state: State
) -> Iterator[tuple[str, "pd.Series[bool]"]]:
    yield "no measure", ~read["measure"].str.fullmatch(r"[a-z][a-z0-9-]*")
    yield "window not understood", ~read["window"].str.fullmatch(_WINDOW)
    county = read["county_id"]
    yield "county not understood", county == _WRONG
    yield f"county not in {state.name}", (county != 0) & (county // 1000 != state.fips)
    for dimension in KNOWN:
        yield f"unknown {dimension}", read[f"{dimension}_id"] == _WRONG
    yield "provider is not a number", read["provider_id"] == _WRONG
    numerator, denominator = read["numerator"], read["denominator"]
    for name in ("numerator", "denominator"):
        yield f"{name} is not a whole number of zero or more", _is(read[name] == _WRONG)
    yield "numerator above denominator", _is(numerator > denominator)
    nothing = numerator.isna() & denominator.isna()
    yield "neither numerator nor denominator", nothing


def _is(condition: pd.Series) -> "pd.Series[bool]":
    return condition.fillna(False).astype(bool)


def _bad(raw: pd.DataFrame, reasons: "pd.Series[str]") -> pd.DataFrame:
    fields = raw.drop(columns="line").astype(str)
    record = [" | ".join(each) for each in fields.itertuples(index=False)]
    return pd.DataFrame({"line": raw["line"], "record": record, "reason": reasons})


def _counties(good: pd.DataFrame, raw: pd.DataFrame) -> pd.DataFrame:
    names = raw.loc[good.index, "county_name"].where(lambda name: name != "")
    found = pd.DataFrame({"county_id": good["county_id"], "name": names})
    found = found[found["county_id"] != 0].drop_duplicates("county_id")
    code = found["county_id"].astype(str).str.zfill(5)
    return found.assign(name=found["name"].fillna(code)).sort_values("county_id")
