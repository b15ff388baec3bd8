"""The sizes and habits that keep the house readable."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.conftest import ROOT

ROOMS = ("pages", "components", "metrics", "data")
SOFT, HARD, LONGEST_FUNCTION, MEDIAN_FUNCTION, APP = 250, 400, 40, 12, 80
OUTSIDE = re.compile(r"https?://(?!127\.0\.0\.1|localhost|www\.w3\.org/)[\w.-]+")


def sources(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.relative_to(ROOT)}:{node.name}", _length(node)


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    # The docstring is for the reader, not for the machine: it is not counted.
    first = node.body[0]
    said = ast.get_docstring(node) and len(node.body) > 1
    start = first.end_lineno if said and first.end_lineno else node.lineno
    return (node.end_lineno or start) - start + (0 if said else 1)


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_files_are_short() -> None:
    sizes = {str(path.relative_to(ROOT)): lines(path) for path in sources(*ROOMS)}
    catalog = {name for name in sizes if name.startswith("metrics/catalog/")}
    assert {n: s for n, s in sizes.items() if s > HARD} == {}
    over = {n: s for n, s in sizes.items() if s > SOFT and n not in catalog}
    assert len(over) <= len(sizes) // 20, over


def test_the_application_is_short() -> None:
    assert lines(ROOT / "app.py") <= APP


def test_functions_are_short() -> None:
    sizes = dict(each for path in sources(*ROOMS) for each in functions(path))
    assert {n: s for n, s in sizes.items() if s > LONGEST_FUNCTION} == {}
    assert median(sizes.values()) <= MEDIAN_FUNCTION


@pytest.mark.parametrize("path", sources("metrics/catalog"), ids=lambda p: p.stem)
def test_a_catalogue_file_is_imports_and_one_assignment(path: Path) -> None:
    if path.name == "__init__.py":
        return
    body = ast.parse(path.read_text(encoding="utf-8")).body
    rest = [n for n in body[1:] if not isinstance(n, ast.Import | ast.ImportFrom)]
    assert isinstance(body[0], ast.Expr), "a catalogue file begins with a docstring"
    assert [type(node) for node in rest] == [ast.Assign]


def test_graphs_are_made_in_one_place() -> None:
    bare = [
        str(path.relative_to(ROOT))
        for path in sources("pages", "components")
        if re.search(r"\bGraph\(", path.read_text(encoding="utf-8"))
    ]
    assert bare == ["components/theme.py"]


def test_no_code_names_another_host() -> None:
    scripts = [*(ROOT / "assets").rglob("*.js"), *(ROOT / "assets").rglob("*.css")]
    for path in (*sources("pages", "components"), *scripts, ROOT / "app.py"):
        found = OUTSIDE.findall(path.read_text(encoding="utf-8"))
        assert not found, f"{path.relative_to(ROOT)}: {found}"


def test_nothing_is_swallowed() -> None:
    for path in sources(*ROOMS):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                empty = all(isinstance(each, ast.Pass) for each in node.body)
                assert not empty, f"{path.relative_to(ROOT)}:{node.lineno}"


def test_tests_do_not_sleep() -> None:
    for path in sources("tests"):
        found = re.search(r"\bsleep\(|wait_for_timeout", path.read_text("utf-8"))
        assert not found or path == Path(__file__), path
