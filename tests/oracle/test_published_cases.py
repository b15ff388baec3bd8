"""Every published case: the figures of others, reproduced.

The cases beside this file are always checked; a larger collection is checked where it
lies next to the project. A kind of case that no file of `kinds` maps is a failure.
"""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.oracle.kinds import all_kinds

Case = dict[str, Any]
HERE = Path(__file__).parent / "published"
SHARED = Path(__file__).parents[2].parent / "shared" / "oracles"
KINDS = all_kinds()


def cases(folder: Path) -> list[Case]:
    """The cases of all files of a folder, with the tables they name."""
    found = []
    for path in sorted(folder.glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
            table = case["inputs"].get("data")
            more = {"data": columns(folder / table)} if table else {}
            found.append({"file": path.stem, "tolerance": {}, **case, **more})
    return found


def columns(path: Path) -> dict[str, list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: [row[name] for row in rows] for name in rows[0]}


def flags(folder: Path) -> list[Case]:
    """Tables that are a case by themselves: the flag of every place of a funnel."""
    return [
        {"file": path.stem, "id": "all", "kind": path.stem, "data": columns(path)}
        for path in sorted(folder.glob("funnel_significance_*.csv"))
    ]


def named(case: Case) -> str:
    return f"{case['file']}-{case['id']}"


def check(case: Case) -> None:
    kind = case["kind"]
    assert kind in KINDS, f"no file of tests/oracle/kinds maps the kind “{kind}”"
    KINDS[kind](case)


@pytest.mark.parametrize("case", cases(HERE), ids=named)
def test_figures_kept_with_the_project(case: Case) -> None:
    assert case["source"]
    check(case)


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="the larger collection is not beside the project"
)
@pytest.mark.parametrize("case", cases(SHARED) + flags(SHARED), ids=named)
def test_figures_of_the_larger_collection(case: Case) -> None:
    check(case)


def test_a_wrong_figure_would_be_noticed() -> None:
    case = next(each for each in cases(HERE) if each["kind"] == "wilson")
    wrong = {"lower": case["expected"]["lower"] + 0.001}
    with pytest.raises(AssertionError):
        check(case | {"expected": wrong})
