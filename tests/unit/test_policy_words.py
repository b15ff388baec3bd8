"""The rule for small numbers in words, by edition."""

from dataclasses import replace
from pathlib import Path

import pytest

from metrics.outcomes import Outcomes
from metrics.places import Vintage
from metrics.policy_words import policy_says


@pytest.fixture(scope="module")
def public(demo_root: Path) -> Vintage:
    return Outcomes.open(demo_root, edition="public").vintage("nc")


def changed(vintage: Vintage, **notes: str) -> Vintage:
    return replace(vintage, notes={**vintage.notes, **notes})


def test_the_public_rule_says_what_is_hidden_and_whether_it_was_audited(
    public: Vintage,
) -> None:
    said = policy_says(public)
    assert said.startswith("Counts of 1 to 10 are hidden")
    assert "Zero is shown." in said
    assert "for several years together, not for one year" in said
    assert "together" not in policy_says(changed(public, lattice="served.children 10"))
    assert said.endswith("Not audited yet: not for publication.")
    audited = policy_says(changed(public, audited="yes, 2026-01-02, version 000003"))
    assert audited.endswith("found safe (2026-01-02, version 000003).")


def test_other_rules_are_told_as_they_are(public: Vintage) -> None:
    strict = changed(public, threshold="15", zero_shown="false", rounding="5")
    said = policy_says(strict)
    assert said.startswith("Counts of 1 to 15 are hidden")
    assert "Zero is shown" not in said
    assert "rounded to multiples of 5" in said


def test_staff_and_published_figures_are_never_called_hidden_by_us(
    public: Vintage, demo_root: Path
) -> None:
    staff = Outcomes.open(demo_root, edition="staff").vintage("nc")
    assert policy_says(staff).startswith("Nothing is hidden")
    assert "Not for release" in policy_says(staff)
    assert "as the source published" in policy_says(replace(public, published=True))
