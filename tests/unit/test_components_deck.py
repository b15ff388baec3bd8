"""Slides: what stands on each, what a listener hears, what a hidden figure shows."""

from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest

from components import deck, deck_words
from components.deck_chooser import chooser
from components.deck_drawings import drawing
from components.deck_trend import deck_trend
from components.views import (
    IMMATURE,
    UNRELIABLE,
    Choosable,
    Chooser,
    Column,
    Deck,
    DeckBar,
    DotRow,
    Dots,
    Level,
    Line,
    Link,
    Point,
    Points,
    Quantity,
    Row,
    Slide,
    Table,
    Tick,
    Trend,
    Verdict,
)
from tests.unit.components_tree import attribute, find, kinds, text

HIDDEN = Quantity(status="hidden")
WINDOWS = ("2020", "2021", "2022", "2023", "2024")
MARKS = ("Demonstration data: no real children", "Public edition")
PLAIN = Slide(name="gap", kind="gap", title="Where", sentence="It opens here.")


def point(value: float, *flags: str) -> Quantity:
    return Quantity(value=value, lower=value - 2, upper=value + 2, flags=flags)


def trend_of(*points: Quantity, **more: Any) -> Trend:
    return Trend(windows=WINDOWS, lines=(Line(name="NC", points=points),), **more)


FIRM = tuple(point(v) for v in (30.0, 29.0, 28.0, 27.0, 26.0))


def drawn(view: Slide, **more: Any) -> Any:
    return deck.slide(view, **({"number": 3, "count": 9, "marks": MARKS} | more))


# ---- the view --------------------------------------------------------------------


def test_a_chart_needs_words_and_a_list_does_not() -> None:
    with pytest.raises(ValueError, match="without words"):
        replace(PLAIN, drawing=trend_of(*FIRM))
    assert replace(PLAIN, drawing=Points(items=(Point(text="a"),))).alt == ""


def test_a_deck_has_each_name_once() -> None:
    other = replace(PLAIN, name="due")
    assert len(Deck(title="D", place="NC", slides=(PLAIN, other)).slides) == 2
    with pytest.raises(ValueError, match="same name"):
        Deck(title="D", place="NC", slides=(PLAIN, PLAIN))


# ---- a slide ---------------------------------------------------------------------


def test_a_slide_has_one_heading_its_sentence_and_every_mark() -> None:
    slide = drawn(replace(PLAIN, footnote="139 of 502.", verdict=Verdict(word="Met")))
    assert [text(each) for each in kinds(slide, "H2")] == ["Where"]
    assert text(find(slide, "slide-sentence")[0]) == "It opens here."
    for said in (*MARKS, "139 of 502.", "Met"):
        assert said in text(slide)
    assert attribute(slide, "aria-label") == "3 of 9: Where"
    assert (slide.id, attribute(slide, "data-name")) == ("3", "gap")


def test_only_the_slide_that_is_asked_for_is_shown_at_once() -> None:
    assert "is-now" not in drawn(PLAIN).className
    assert "is-now" in drawn(PLAIN, now=True).className


def test_a_long_sentence_is_set_smaller() -> None:
    assert not find(drawn(PLAIN), "slide-long")
    assert find(drawn(replace(PLAIN, sentence="x " * 150)), "slide-long")


def test_notes_hold_the_numbers_behind_the_slide() -> None:
    twin = Table(
        caption="T", columns=(Column(name="A"),), rows=(Row(cells=("7 of 9",)),)
    )
    notes = find(drawn(replace(PLAIN, notes=("Say this.",), twin=twin)), "slide-notes")
    assert "Say this." in text(notes)
    assert "7 of 9" in text(notes)
    assert deck_words.NO_NOTES in text(find(drawn(PLAIN), "slide-notes"))


@pytest.mark.parametrize(
    "view",
    [
        Dots(rows=(DotRow(label="Black", code="black_nh", quantity=point(30.0)),)),
        Table(caption="T", columns=(Column(name="A"),), rows=(Row(cells=("Black",)),)),
        Points(items=(Point(head="Black", text="a group"),)),
    ],
)
def test_every_kind_of_drawing_is_drawn(view: Any) -> None:
    assert "Black" in text(drawing(view, alt="x"))


def test_questions_are_numbered_by_an_ordered_list() -> None:
    items = (Point(text="First?"), Point(text="Second?"))
    assert kinds(drawing(Points(items=items, numbered=True), alt=""), "Ol")
    assert kinds(drawing(Points(items=items), alt=""), "Ul")


# ---- the large trend -------------------------------------------------------------


def pictured(view: Trend) -> str:
    (image,) = kinds(deck_trend(view, alt="x"), "Img")
    return unquote(attribute(image, "src"))


def test_a_listener_hears_one_image_with_its_words() -> None:
    shown = deck_trend(trend_of(*FIRM), alt="It fell from 30 to 26.")
    (box,) = find(shown, "deckline-box")
    assert attribute(box, "role") == "img"
    assert attribute(box, "aria-label") == "It fell from 30 to 26."
    assert attribute(find(shown, "deckline-plot")[0], "aria-hidden") == "true"


def test_the_line_is_labelled_at_its_end_and_has_its_interval() -> None:
    shown = deck_trend(trend_of(*FIRM), alt="x")
    assert "26.0" in text(find(shown, "deckline-end"))
    assert pictured(trend_of(*FIRM)).count("<polygon") == 1


def test_a_hidden_window_breaks_the_line_and_says_so() -> None:
    view = trend_of(*FIRM[:2], HIDDEN, *FIRM[3:])
    assert pictured(view).count("<polyline") == 2
    assert 'fill="url(#h)"' in pictured(view)
    assert "hidden" in text(find(deck_trend(view, alt="x"), "deckline-hidden"))


def test_nothing_is_drawn_of_windows_that_are_still_followed() -> None:
    early = point(3.0, IMMATURE)
    view = trend_of(*FIRM[:4], early)
    assert "3.0" not in text(deck_trend(view, alt="x"))
    assert "27.0" in text(find(deck_trend(view, alt="x"), "deckline-end"))


def test_points_that_need_care_are_hollow() -> None:
    view = trend_of(point(30.0, UNRELIABLE), *FIRM[1:])
    assert len(find(deck_trend(view, alt="x"), "sign-hollow")) >= 1


def test_levels_and_dates_are_labelled_directly() -> None:
    view = trend_of(
        *FIRM, levels=(Level(label="National value", value=35.2),),
        due=Tick(label="due 31 December 2022", at=3), breaks=(Tick(label="new", at=1),),
    )  # fmt: skip
    shown = deck_trend(view, alt="x")
    assert "35.2" in text(find(shown, "deckline-level"))
    posts = find(shown, "deckline-post")
    assert [text(each) for each in posts] == ["due 31 December 2022", "new"]
    assert ["to-left" in each.className for each in posts] == [True, False]


def test_a_trend_without_any_figure_is_drawn_without_one() -> None:
    view = trend_of(*[HIDDEN] * 5)
    assert "<polyline" not in pictured(view)
    assert not find(deck_trend(view, alt="x"), "deckline-end")


def test_a_lone_window_has_its_interval_as_a_post() -> None:
    assert 'opacity="0.3"' in pictured(trend_of(FIRM[0], *[HIDDEN] * 4))


# ---- around the slides -----------------------------------------------------------

ROWS = (
    Choosable(name="cover", label="Cover", chosen=True),
    Choosable(name="gap", label="Where the gap opens", chosen=False),
)


def test_the_chooser_is_a_form_of_labelled_boxes_and_buttons() -> None:
    view = Chooser(rows=ROWS, more=(), href="/present?state=wa")
    box = chooser(view)
    (form,) = kinds(box, "Form")
    assert attribute(form, "data-href") == "/present?state=wa"
    ticks = kinds(box, "Checkbox")
    assert [(each.label, each.value) for each in ticks] == [
        ("Cover", True), ("Where the gap opens", False),
    ]  # fmt: skip
    labels = [attribute(each, "aria-label") for each in kinds(box, "Button")]
    assert "Up: Where the gap opens" in labels
    assert len(kinds(box, "Details")) == 1
    more = replace(view, more=(Choosable(name="m-x", label="X", chosen=False),))
    assert len(kinds(chooser(more), "Details")) == 2


def test_the_bar_says_where_one_is_and_leads_out() -> None:
    bar = DeckBar(
        names=("cover", "gap"), start=1, back=Link(text="Back", href="/"),
        chooser=Chooser(rows=ROWS, more=(), href="/present"),
    )  # fmt: skip
    shown = deck.deck("Presentation", [], bar)
    assert "2 of 2" in text(find(shown, "deck-progress"))
    assert attribute(shown, "data-names") == "cover,gap"
    assert attribute(shown, "data-start") == "2"
    does = {attribute(each, "data-deck") for each in kinds(shown, "Button")}
    assert {"previous", "next", "notes", "full"} <= does
    assert attribute(kinds(shown, "A")[0], "href") == "/"
    assert len(kinds(shown, "H1")) == 1
