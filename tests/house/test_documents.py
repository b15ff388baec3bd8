"""What is written about the product keeps up with the product."""

import re
from dataclasses import fields

import pytest

from app import Settings
from tests.conftest import ROOT

DIRECT = re.compile(r"^([A-Za-z0-9._-]+)(?:\[\w+\])?==\S+$", re.M)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda each: each.name)
def test_every_setting_is_documented(setting: object) -> None:
    name = f"COUNTYWISE_{setting.name.upper()}"  # type: ignore[attr-defined]
    assert setting.metadata["help"]  # type: ignore[attr-defined]
    assert name in read(".env.example")
    assert name in read("docs/operating.md")


def test_the_sample_of_settings_names_no_other() -> None:
    known = {f"COUNTYWISE_{each.name.upper()}" for each in fields(Settings)}
    assert set(re.findall(r"COUNTYWISE_\w+", read(".env.example"))) == known


def test_every_dependency_has_its_reason() -> None:
    reasons = read("docs/adr/0002-dependencies.md").lower()
    needed = DIRECT.findall(read("requirements.txt") + read("requirements-dev.txt"))
    front = re.findall(r'"([@\w./-]+)":\s*"\d', read("package.json"))
    assert len(needed) > 10
    assert front
    missing = [n for n in (*needed, *front) if f"| `{n.lower()}`" not in reasons]
    assert not missing


def test_every_requirement_is_pinned() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in read(name).splitlines():
            if line and not line.startswith(("#", "-r ")):
                assert DIRECT.match(line), f"{name}: {line}"


def test_the_changelog_begins_with_what_is_newest() -> None:
    headings = re.findall(r"^## (.+)$", read("CHANGELOG.md"), re.M)
    assert headings
    assert re.match(r"Unreleased|\d+\.\d+\.\d+", headings[0])


def test_every_decision_is_listed_and_has_its_parts() -> None:
    records = sorted((ROOT / "docs" / "adr").glob("*.md"))
    numbers = [int(path.name[:4]) for path in records]
    assert numbers == list(range(1, len(numbers) + 1))
    for path in records:
        text = path.read_text(encoding="utf-8")
        for part in ("Status:", "## Why", "## Decision", "## Rejected"):
            assert part in text, f"{path.name} lacks {part}"


def test_the_readme_begins_with_what_for_whom_a_picture_and_two_commands() -> None:
    first = read("README.md")[:2500]
    assert "make run" in first
    assert "make test" in first
    assert re.search(r"!\[[^\]]+\]\(docs/pictures/scorecard\.png\)", first)


def test_every_command_is_in_the_help() -> None:
    text = read("Makefile")
    listed = re.search(r"^\.PHONY: (.+)$", text, re.M)
    assert listed
    for command in listed[1].split():
        assert re.search(rf"^{command}:.*## \w", text, re.M), command


def test_documents_link_to_files_that_are_there() -> None:
    for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            assert (path.parent / link).exists(), f"{path.name}: {link}"
