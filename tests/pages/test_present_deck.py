"""Slides of the demonstration state: every sentence carries the numbers of its row."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any

import pytest

from app import Settings, create_app
from components.views import Deck, Dots, Points, Slide, Table, Trend, Waterfall
from data.state_deck import SlideOf
from data.state_plan import Evidence
from metrics.errors import BadSelection
from metrics.outcomes import Outcomes
from metrics.selection import Selection
from metrics.trend import compare
from pages._present import asked, deck, deck_ground
from pages._present.deck_ground import Ground
from pages._words import present as words

USUAL = (
    "cover", "p1", "p2", "gap", "improved", "not-improved", "due", "questions", "words",
)  # fmt: skip
TODAY = date(2026, 1, 15)
WAKE, TYRRELL = "37183", "37177"
Make = Callable[..., Deck]


@pytest.fixture(scope="module")
def make(settings: Settings) -> Iterator[Make]:
    servers = {
        edition: create_app(replace(settings, edition=edition)).server
        for edition in ("staff", "public")
    }

    def made(
        names: str = "", *, edition: str = "staff", today: date = TODAY,
        change: Callable[[Ground], Ground] = lambda ground: ground, **query: str,
    ) -> Deck:  # fmt: skip
        with servers[edition].test_request_context("/"):
            on = change(deck_ground.ground(asked.place_of(query), today))
            return deck.deck(on, deck.choice(on, names))

    return made


@pytest.fixture(scope="module")
def outcomes(demo_root: Path) -> dict[str, Outcomes]:
    return {
        edition: Outcomes.open(demo_root, edition=edition)
        for edition in ("staff", "public")
    }


def only(made: Deck) -> Slide:
    (slide,) = made.slides
    return slide


def rows(outcomes: Outcomes, measure: str, place: str = "") -> tuple[Any, Any]:
    """The newest complete window and the baseline of the plan."""
    newest = outcomes.latest("nc", outcomes.measure(measure))
    windows = ("sfy2020", newest)
    table = outcomes.table(
        Selection(state="nc", measure=measure, place=place, windows=windows)
    )
    return table.row(window=newest), table.row(window="sfy2020")


# ---- the deck as a whole ---------------------------------------------------------


def test_the_usual_slides_of_the_state_stand_in_the_order_of_its_file(
    make: Make,
) -> None:
    made = make()
    assert tuple(each.name for each in made.slides) == USUAL
    assert made.marks[0] == words.DEMO


@pytest.mark.parametrize("edition", ["staff", "public"])
def test_every_deck_says_which_edition_it_is(make: Make, edition: str) -> None:
    assert dict(words.EDITIONS)[edition] in make("cover", edition=edition).marks


def test_slides_stand_in_the_order_in_which_they_were_chosen(make: Make) -> None:
    chosen = make("words,m-entry-rate,cover").slides
    assert [each.name for each in chosen] == ["words", "m-entry-rate", "cover"]


@pytest.mark.parametrize("names", ["nothing", "cover,cover", "p9", "m-nothing"])
def test_an_unknown_slide_is_a_sentence_with_those_there_are(
    make: Make, names: str
) -> None:
    with pytest.raises(BadSelection, match="slide") as caught:
        make(names)
    assert "cover" in str(caught.value)


@pytest.mark.parametrize(
    ("of", "says"),
    [
        ({"kind": "dance"}, "no slide of the kind “dance”; there are: cover"),
        ({"kind": "measure", "about": "x"}, "of the kind “measure” about “x”"),
    ],
)
def test_a_slide_that_cannot_be_made_names_the_file(
    make: Make, of: dict[str, str], says: str
) -> None:
    def other(on: Ground) -> Ground:
        assert on.file.deck is not None
        slides = (SlideOf(**of),)
        listed = on.file.deck.model_copy(update={"slides": slides})
        return replace(on, file=on.file.model_copy(update={"deck": listed}))

    with pytest.raises(BadSelection) as caught:
        make(change=other)
    assert "data/states/nc.yaml" in str(caught.value)
    assert says in str(caught.value)


def test_a_state_without_a_deck_has_every_usual_kind(make: Make) -> None:
    def bare(on: Ground) -> Ground:
        return replace(on, file=on.file.model_copy(update={"deck": None}))

    made = make(change=bare)
    assert tuple(each.name for each in made.slides) == USUAL
    questions = next(each for each in made.slides if each.name == "questions")
    assert isinstance(questions.drawing, Points)
    assert questions.drawing.items[0].text == words.USUAL_QUESTIONS[0]


def test_a_state_without_a_plan_has_slides_by_subject_and_no_dates(make: Make) -> None:
    def bare(on: Ground) -> Ground:
        empty = {"deck": None, "plan": None}
        return replace(on, file=on.file.model_copy(update=empty))

    made = make(change=bare)
    names = [each.name for each in made.slides]
    assert "due" not in names
    first = next(each for each in made.slides if each.name == "p1")
    assert first.title == "Safety"
    assert first.verdict is None


def test_every_slide_holds_all_that_it_says(make: Make) -> None:
    for place in ({}, {"county": WAKE}, {"county": TYRRELL}, {"region": "1"}):
        for edition in ("staff", "public"):
            for each in make(edition=edition, **place).slides:
                assert each.sentence.endswith((".", "?")), each.name
                assert each.notes, each.name
                if isinstance(each.drawing, Trend | Dots | Waterfall):
                    assert each.alt
                    assert each.twin is not None
                    assert "version" in each.footnote


def test_no_slide_blames_or_ranks(make: Make) -> None:
    for each in make(county=WAKE).slides:
        said = " ".join((each.title, each.sentence, each.footnote, *each.notes)).lower()
        for never in ("bias", "worst", "caused", "because of race", "rank"):
            assert never not in said, each.name


# ---- sentences and their rows ----------------------------------------------------


@pytest.mark.parametrize(
    ("name", "measure"), [("p1", "recurrence"), ("p2", "permanency-12-months")]
)
def test_a_priority_tells_its_measure_now_and_before(
    make: Make, outcomes: dict[str, Outcomes], name: str, measure: str
) -> None:
    slide = only(make(name))
    now, before = rows(outcomes["staff"], measure)
    assert f"{now.value:.1f} %" in slide.sentence
    assert f"{before.value:.1f} %" in slide.sentence
    assert f"{now.numerator:,.0f} of {now.denominator:,.0f}" in slide.footnote
    assert f"{now.lower:.1f} to {now.upper:.1f}" in slide.footnote
    assert isinstance(slide.drawing, Trend)
    shown = [p.value for p in slide.drawing.lines[0].points if p.final]
    assert shown[-1] == pytest.approx(now.value)


def test_a_priority_has_its_promise_with_status_and_date(make: Make) -> None:
    slide = only(make("p2"))
    assert slide.title == "Priority 2: Permanency"
    assert slide.verdict is not None
    assert "P1" in slide.verdict.detail
    assert "of 4 measures" in slide.verdict.word or "All 4" in slide.verdict.word
    assert any("31 December 2024" in each for each in slide.notes)
    assert isinstance(slide.drawing, Trend)
    assert slide.drawing.due is not None
    windows = slide.drawing.windows
    assert windows[int(slide.drawing.due.at)] == "2025"


def test_a_county_s_status_is_said_to_be_the_state_s(make: Make) -> None:
    verdict = only(make("p1", county=WAKE)).verdict
    assert verdict is not None
    assert "for the whole state" in verdict.detail


def test_a_county_stands_beside_its_state_and_no_national_value(make: Make) -> None:
    line = only(make("p1", county=WAKE)).drawing
    assert isinstance(line, Trend)
    assert [each.code for each in line.lines] == ["own", "other"]
    assert line.levels == ()
    whole = only(make("p1")).drawing
    assert isinstance(whole, Trend)
    assert len(whole.levels) == 1


def test_a_county_that_is_too_small_says_so_and_gives_its_region(
    make: Make, outcomes: dict[str, Outcomes]
) -> None:
    slide = only(make("p1", county=TYRRELL))
    region = outcomes["staff"].place("nc", TYRRELL).parent
    name = outcomes["staff"].place("nc", region).name
    assert slide.sentence.startswith(
        (
            "Too few children in Tyrrell County",
            "No figure can be calculated for Tyrrell",
        )
    )
    assert name in slide.sentence
    row, _ = rows(outcomes["staff"], "recurrence", region)
    if row.status == "shown" and not row.has("unreliable"):
        assert f"{row.value:.1f} %" in slide.sentence
        assert name in slide.caption


def test_a_hidden_figure_is_said_to_be_hidden_and_not_drawn(
    make: Make, outcomes: dict[str, Outcomes]
) -> None:
    places = outcomes["public"].places("nc").counties
    hidden = 0
    for place in places[:40]:
        row, _ = rows(outcomes["public"], "recurrence", place.code)
        if row.status != "hidden":
            continue
        secret, _ = rows(outcomes["staff"], "recurrence", place.code)
        slide = only(make("p1", edition="public", county=place.code))
        assert "is hidden to protect the privacy of children" in slide.sentence
        own = f"{place.name} County"
        assert own not in slide.footnote
        told = f"{secret.numerator:,.0f} of {secret.denominator:,.0f}"
        assert told not in f"{slide.sentence} {slide.alt}"
        hidden += 1
        if hidden == 3:
            break
    assert hidden == 3


def test_the_gap_tells_where_it_opens_with_the_ratio_of_its_chain(make: Make) -> None:
    slide = only(make("gap"))
    assert isinstance(slide.drawing, Waterfall)
    end = slide.drawing.end
    assert end is not None
    assert end.value is not None
    said = f"{slide.sentence} {slide.caption}"
    assert f"{end.value:.2f}" in said
    assert "opens" in said or "single decision" in said.lower()
    for factor in slide.drawing.factors:
        assert factor.label in slide.alt


def test_where_groups_are_too_few_the_state_is_told_and_drawn(make: Make) -> None:
    slide = only(make("gap", county=TYRRELL))
    assert "Tyrrell County" in slide.sentence
    assert "In North Carolina" in slide.sentence
    assert "North Carolina" in slide.caption
    assert isinstance(slide.drawing, Waterfall)
    window = slide.sentence.partition(", ")[2].partition(",")[0]
    assert slide.sentence.count(window) == 2


def test_a_waterfall_holds_no_number_of_a_hidden_decision(make: Make) -> None:
    for county in (WAKE, TYRRELL, "37063"):
        drawing = only(make("gap", edition="public", county=county)).drawing
        if isinstance(drawing, Waterfall):
            for each in drawing.factors:
                if each.ratio.status == "hidden":
                    assert each.total.value is None


# ---- what changed, against a slow twin --------------------------------------------


def twin(outcomes: Outcomes, place: str) -> dict[str, str]:
    """By title: better, worse or no clear change since the baseline; one by one."""
    found = {}
    for measure in outcomes.measures("nc"):
        if measure.direction == "none":
            continue
        now, before = rows(outcomes, measure.id, place)
        usable = all(
            each.status == "shown" and isfinite(each.value)
            and not {"unreliable", "immature", "series break"} & set(each.flags)
            for each in (now, before)
        )  # fmt: skip
        if not usable:
            continue
        counts = (now.numerator, now.denominator, before.numerator, before.denominator)
        change = compare(*counts, measure.kind)
        if change.direction == "cannot be compared":
            continue
        word = "no clear change"
        if change.lower > 1 or change.upper < 1:
            more = change.lower > 1
            word = "better" if more == (measure.direction == "higher") else "worse"
        found[measure.title] = word
    return found


@pytest.mark.parametrize("edition", ["staff", "public"])
@pytest.mark.parametrize("place", ["", WAKE, "region:1"])
def test_changes_are_sorted_by_the_measure_s_own_direction(
    make: Make, outcomes: dict[str, Outcomes], edition: str, place: str
) -> None:
    expected = twin(outcomes[edition], place) or twin(outcomes[edition], "")
    query = {"place": place} if place else {}
    slides = make("improved,not-improved", edition=edition, **query).slides
    words_of = ({"better"}, {"worse", "no clear change"})
    for slide, said in zip(slides, words_of, strict=True):
        wanted = {title for title, word in expected.items() if word in said}
        # Where none is so, all that were compared stand as the proof.
        wanted = wanted or set(expected)
        twin_rows = slide.twin.rows if slide.twin else ()
        assert {str(row.cells[0]) for row in twin_rows} == wanted
        if isinstance(slide.drawing, Dots):
            drawn = [row.label for row in slide.drawing.rows]
            assert set(drawn) <= wanted
            assert len(drawn) == min(len(wanted), 7)
    worse = [title for title, word in expected.items() if word == "worse"]
    if not worse and any(word == "no clear change" for word in expected.values()):
        assert "none of the" in slides[1].sentence


def test_where_nothing_improved_all_that_was_compared_is_the_proof(
    make: Make, outcomes: dict[str, Outcomes]
) -> None:
    expected = twin(outcomes["staff"], "region:1")
    assert expected
    assert "better" not in expected.values()
    slide = only(make("improved", region="1"))
    assert f"none of the {len(expected)} measures" in slide.sentence
    assert slide.caption.startswith(f"All {len(expected)} measures compared")
    assert slide.twin is not None
    assert len(slide.twin.rows) == len(expected)


def test_a_county_with_nothing_to_compare_says_so_and_tells_of_its_region(
    make: Make, outcomes: dict[str, Outcomes]
) -> None:
    assert twin(outcomes["staff"], TYRRELL) == {}
    slide = only(make("improved", county=TYRRELL))
    assert "Tyrrell County there are too few children" in slide.sentence
    if twin(outcomes["staff"], outcomes["staff"].place("nc", TYRRELL).parent):
        assert "Demonstration region" in slide.sentence


# ---- dates -----------------------------------------------------------------------


def test_what_is_due_next_is_the_next_date(make: Make) -> None:
    slide = only(make("due", today=date(2022, 1, 1)))
    assert slide.sentence.startswith("Next due, by 31 August 2022: Stipends")
    assert isinstance(slide.drawing, Table)
    days = [str(row.cells[0]) for row in slide.drawing.rows]
    assert days == [
        "31 August 2022", "31 December 2022", "31 July 2024", "31 December 2024",
    ]  # fmt: skip


def test_when_every_date_has_passed_the_slide_counts_what_is_open(make: Make) -> None:
    slide = only(make("due"))
    assert "the last on 31 December 2024" in slide.sentence
    assert "17 of its 17 promises" in slide.sentence
    assert isinstance(slide.drawing, Table)
    assert len(slide.drawing.rows) == 5


def with_met(*ids: str) -> Callable[[Ground], Ground]:
    """The same plan with evidence that these promises are kept."""
    kept = Evidence(date=date(2021, 6, 1), text="Done", source="Letter", met=True)

    def changed(on: Ground) -> Ground:
        assert on.plan is not None
        priorities = tuple(
            each.model_copy(
                update={
                    "targets": tuple(
                        target.model_copy(update={"evidence": (kept,)})
                        if not ids or target.id in ids
                        else target
                        for target in each.targets
                    )
                }
            )
            for each in on.plan.priorities
        )
        plan = on.plan.model_copy(update={"priorities": priorities})
        return replace(on, file=on.file.model_copy(update={"plan": plan}))

    return changed


def test_a_promise_that_is_met_is_not_due_next(make: Make) -> None:
    day = date(2022, 1, 1)
    slide = only(make("due", today=day, change=with_met("F2")))
    assert slide.sentence.startswith("Next due, by 31 December 2022")


def test_when_all_is_met_the_slide_says_so(make: Make) -> None:
    for day in (date(2022, 1, 1), TODAY):
        slide = only(make("due", today=day, change=with_met()))
        assert slide.sentence == "All 17 promises of the plan are on record as met."


def test_what_is_open_is_told_where_the_rest_is_met_early(make: Make) -> None:
    last = ("S2", "S3", "S4", "P1", "P2", "P3", "W2", "W4", "C1", "C2", "C3", "F3")
    met = with_met("W3", *last)
    slide = only(make("due", today=date(2024, 7, 1), change=met))
    assert "is met already" in slide.sentence
    assert "of all 17 promises of the plan 4 are not" in slide.sentence


def test_the_day_itself_has_not_passed(make: Make) -> None:
    on_the_day = only(make("due", today=date(2024, 12, 31)))
    assert on_the_day.sentence.startswith("Next due, by 31 December 2024")
    assert "has passed" in only(make("due", today=date(2025, 1, 1))).sentence
