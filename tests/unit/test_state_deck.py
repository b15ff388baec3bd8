"""The part of a state file about its presentation, checked as the rest of it is."""

from pathlib import Path

import pytest

from data.state import StateFileError, load_state, states
from tests.unit.test_state import north_carolina, write, wrong


def test_north_carolina_has_a_deck_with_questions() -> None:
    deck = load_state("nc").deck
    assert deck is not None
    kinds = [each.kind for each in deck.slides]
    assert kinds[0] == "cover"
    assert kinds.count("priority") == 2
    assert len(deck.questions) == 5


def test_a_state_needs_no_deck() -> None:
    assert load_state("wa").deck is None
    assert load_state("ms").deck is None


@pytest.mark.parametrize("code", states())
def test_every_shipped_question_can_be_read_from_the_back_of_a_room(code: str) -> None:
    deck = load_state(code).deck
    assert all(len(each) <= 160 for each in deck.questions) if deck else True


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (("deck", "slides", 0, "kind"), "Cover!", "deck.slides.0.kind"),
        (("deck", "slides", 0, "colour"), "red", "slides.0.colour: there is no such"),
        (("deck", "slides", 1, "about"), "peace", "priority 'peace', which is not in"),
        (("deck", "slides", 3, "kind"), "cover", "the slide “cover” is there twice"),
        (("deck", "slides"), [], "deck.slides"),
        (("deck", "questions"), ["Why?"] * 6, "deck.questions"),
        (("deck", "questions"), ["x" * 161], "deck.questions.0"),
        (("deck", "audience"), "", "deck.audience"),
    ],
)
def test_a_mistake_names_the_key(
    tmp_path: Path, path: tuple, value: object, says: str
) -> None:
    write(tmp_path, wrong(north_carolina(), *path, value=value))
    with pytest.raises(StateFileError) as caught:
        load_state("nc", tmp_path)
    assert says in str(caught.value)
    assert "nc.yaml" in str(caught.value)
