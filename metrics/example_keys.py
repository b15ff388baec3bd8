"""The keys of worked-example records: columns, names of codes, what is left out."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from data.codes import (
    AGE_BANDS,
    DISPOSITIONS,
    EXIT_REASONS,
    RACES,
    SETTINGS,
    SEXES,
    YES_NO,
    YES_NO_UNKNOWN,
)
from data.contract import NEVER

Value = int | str
Read = Callable[[str], Value]

COUNTY = 37063
BORN = date(2015, 1, 1)
SCHEME = "example"
TICKS = ("white", "black", "aian", "asian", "nhpi")
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Key:
    """One key of a record: its column, how its value is read, what it is if left out.

    Without a default the key must be given; "" stands for one worked out later.
    """

    column: str
    read: Read
    default: Value | None = None


def day(value: str) -> int:
    """Days since 1970-01-01 of a date such as 2023-06-30. Raises ValueError."""
    return (date.fromisoformat(value) - _EPOCH).days


def slug(name: str) -> str:
    """A name as it is written in a record: "Foster home" is foster_home."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def coded(codes: Mapping[int, str]) -> Read:
    """A reader of the names of these codes.

    A name may be given whole, up to its first comma or colon, or by one of its words
    that no other name has ("relative" for "living with a relative"); what is not known
    is "unknown".
    """
    names = _names(codes)

    def read(value: str) -> int:
        if slug(value) not in names:
            raise ValueError(f"{value!r} is none of {', '.join(sorted(names))}")
        return names[slug(value)]

    return read


def _names(codes: Mapping[int, str]) -> dict[str, int]:
    words = Counter(word for name in codes.values() for word in _words(name))
    names: dict[str, int] = {}
    for code, name in codes.items():
        own = {word for word in _words(name) if words[word] == 1}
        whole = {name, re.split("[,:]", name)[0], name.replace(" to ", "-")}
        names.update({slug(short): code for short in own | whole})
    return names


def _words(name: str) -> set[str]:
    if name.endswith("not known"):  # "known" alone would say the opposite
        return {"unknown"}
    return set(re.findall("[a-z]{4,}", name.lower()))


def _sex(value: str) -> Value:
    return coded(SEXES)({"girl": "girls", "boy": "boys"}.get(value, value))


def _born(value: str) -> Value:
    return NEVER if value == "unknown" else day(value)


def _race(value: str) -> Value:
    for ticked in value.split("+"):
        if ticked not in (*TICKS, "hispanic", "unknown"):
            allowed = ", ".join((*TICKS, "hispanic", "unknown"))
            raise ValueError(f"{ticked!r} is none of {allowed}, joined by +")
    return value


def _key(column: str, read: Read = int, default: Value | None = None) -> Key:
    return Key(column=column, read=read, default=default)


_yes_no = coded(YES_NO)
_COUNTY = _key("county_id", default=COUNTY)
_PROVIDER = _key("provider_id", default=0)

READERS: Mapping[str, Mapping[str, Key]] = MappingProxyType(
    {
        "data": {"end": _key("end", day)},
        "county": {
            "id": _key("county_id"),
            "state": _key("state", str, ""),
            "name": _key("name", str, ""),
        },
        "region_member": {
            "county": _COUNTY,
            "region": _key("region_id", default=1),
            "name": _key("region_name", str, ""),
            "scheme": _key("scheme", str, SCHEME),
            "from": _key("valid_from", day, 0),
            "to": _key("valid_to", day, NEVER),
        },
        "provider": {
            "id": _key("provider_id"),
            "name": _key("name", str, ""),
            "kind": _key("kind", default=0),
        },
        "population": {
            "source": _key("source", str, "estimates"),
            "year": _key("year"),
            "county": _COUNTY,
            "race": _key("race_id", coded(RACES), 1),
            "age": _key("age_id", coded(AGE_BANDS), 2),
            "sex": _key("sex_id", _sex, 1),
            "children": _key("children"),
        },
        "child": {
            "id": _key("child_id"),
            "born": _key("birth_day", _born, day(BORN.isoformat())),
            "sex": _key("sex_id", _sex, 1),
            "race": _key("race", _race, "white"),
            "hispanic": _key("hispanic", coded(YES_NO_UNKNOWN), ""),
        },
        "report": {
            "id": _key("report_id", default=""),
            "child": _key("child_id", default=1),
            "county": _COUNTY,
            "on": _key("report_day", day),
            "incident": _key("incident_day", day, NEVER),
            "screened_in": _key("screened_in", _yes_no, 1),
            "assessed": _key("assessed", _yes_no, ""),
            "disposition": _key("disposition", coded(DISPOSITIONS), ""),
            "unborn": _key("unborn", _yes_no, 0),
            "died": _key("died", _yes_no, 0),
            "services": _key("home_services_day", day, NEVER),
        },
        "removal": {
            "id": _key("removal_id", default=""),
            "child": _key("child_id", default=1),
            "county": _COUNTY,
            "provider": _PROVIDER,
            "report": _key("report_id", default=0),
            "from": _key("removal_day", day),
            "to": _key("exit_day", day, NEVER),
            "reason": _key("exit_reason", coded(EXIT_REASONS), ""),
        },
        "placement": {
            "id": _key("placement_id", default=""),
            "removal": _key("removal_id", default=1),
            "provider": _PROVIDER,
            "home": _key("home_id", default=""),
            "setting": _key("setting", coded(SETTINGS), 2),
            "from": _key("start_day", day, ""),
            "to": _key("end_day", day, ""),
        },
    }
)
