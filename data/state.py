"""State files: found by their folder, read, checked, and refused in plain words."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from data.state_model import State

STATES = Path(__file__).parent / "states"


class StateFileError(ValueError):
    """A state file that is missing or wrong; the message names the file and the key."""


def states(folder: Path = STATES) -> tuple[str, ...]:
    """The codes of all states, in alphabetical order: one file makes a state."""
    return tuple(sorted(path.stem for path in folder.glob("[a-z]*.yaml")))


def load_state(code: str, folder: Path = STATES) -> State:
    """The checked content of one state file.

    Raises StateFileError, with a sentence that names file and key, if there is no
    such file or it does not say what a state file must.
    """
    if code not in states(folder):
        there = ", ".join(states(folder)) or "none"
        raise StateFileError(
            f"There is no state file for {code[:40]!r}; there are: {there}."
        )
    path = folder / f"{code}.yaml"
    return _read(path, path.stat().st_mtime_ns)


# The time of change is part of the key, so an edited file is read again.
@lru_cache(maxsize=64)
def _read(path: Path, _changed: int) -> State:
    content = _parse(path)
    try:
        state = State.model_validate(content)
    except ValidationError as error:
        raise StateFileError(_sentences(path, error)) from error
    if state.id != path.stem:
        raise StateFileError(f"{path}: id is {state.id!r} but the file is {path.name}.")
    return state


def _parse(path: Path) -> dict[str, Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        where = str(error).replace("\n", " ")
        raise StateFileError(f"{path}: this is not valid YAML: {where}") from error
    if not isinstance(content, dict):
        raise StateFileError(f"{path}: a state file is a list of 'key: value' lines.")
    return content


def _sentences(path: Path, error: ValidationError) -> str:
    lines = []
    for fault in error.errors():
        key = ".".join(str(part) for part in fault["loc"]) or "the file as a whole"
        lines.append(f"{path}: {key}: {_plain(fault['type'], fault['msg'])}")
    return "\n".join(lines)


def _plain(kind: str, message: str) -> str:
    known = {
        "extra_forbidden": "there is no such key; check its spelling.",
        "missing": "this key is missing.",
    }
    return known.get(kind, message.removeprefix("Value error, ") + ".")
