"""Which room may know which: what import-linter cannot see."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

ROOMS = r"(pages|components|metrics|data)\."
READERS = {"app.py", "data/__main__.py", "metrics/__main__.py"}


def sources() -> Iterator[Path]:
    for room in ("pages", "components", "metrics", "data"):
        yield from sorted((ROOT / room).rglob("*.py"))
    yield ROOT / "app.py"


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{each.name}" for each in node.names)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_nobody_imports_the_application() -> None:
    for path in sources():
        assert not {"app"} & {each.split(".")[0] for each in imports(path)}, path


def test_nobody_imports_a_page() -> None:
    for path in sources():
        for each in imports(path):
            if each.startswith("pages."):
                assert each.split(".")[1].startswith("_"), f"{name(path)}: {each}"


def test_the_application_knows_only_the_shell() -> None:
    ours = [i for i in imports(ROOT / "app.py") if re.match(ROOMS, i)]
    assert ours == ["pages._shell"]


def test_the_environment_is_read_in_three_places() -> None:
    for path in sources():
        text = path.read_text(encoding="utf-8")
        if re.search(r"\bos\.environ\b|\bgetenv\(", text):
            assert name(path) in READERS, name(path)


def test_import_contracts_have_no_exceptions() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "ignore_imports" not in text


def test_a_module_keeps_no_list_that_could_change() -> None:
    changing = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    for path in sources():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and not _typed(node):
                where = f"{name(path)}:{node.lineno}"
                assert not isinstance(node.value, changing), where


def _typed(node: ast.Assign | ast.AnnAssign) -> bool:
    """Whether mypy refuses to change it, because of its declared type."""
    declared = ast.unparse(node.annotation) if isinstance(node, ast.AnnAssign) else ""
    return declared.startswith(("Mapping[", "Sequence[", "Final")) or _dunder(node)


def _dunder(node: ast.Assign | ast.AnnAssign) -> bool:
    return ast.unparse(node).startswith("__all__")


def test_scripts_can_be_run() -> None:
    for path in [*(ROOT / "scripts").glob("*.sh"), ROOT / ".ci" / "run"]:
        assert os.access(path, os.X_OK), name(path)
        assert path.read_text("utf-8").startswith("#!/usr/bin/env bash\n"), name(path)
