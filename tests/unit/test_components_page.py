"""Page parts: tables, frames, heads, notices, scorecard, shell, controls, links."""

import pytest

from components import controls, grids, shell, skeletons
from components.charts import chart, how_to_read
from components.heads import page_head, section
from components.links import link
from components.notices import notice, page_notice
from components.scorecard import priority
from components.tables import table
from components.verdicts import verdict
from components.views import (
    COUNT,
    IMMATURE,
    PERCENT,
    Chart,
    Column,
    Control,
    Definition,
    Evidence,
    HowToRead,
    Link,
    Notice,
    PageHead,
    Picker,
    Priority,
    Promise,
    Quantity,
    Row,
    Shell,
    Table,
    Verdict,
)
from tests.conftest import ROOT
from tests.unit.components_tree import attribute, find, kinds, text

HIDDEN = Quantity(status="hidden")
SHOWN = Quantity(value=27.7, lower=26.4, upper=29.0, numerator=1250, denominator=4512)
TABLE = Table(
    caption="By county",
    columns=(
        Column(name="County", align="text"),
        Column(name="Children", unit=COUNT),
        Column(name="Home", unit=PERCENT),
    ),
    rows=(
        Row(cells=("Durham", 4512, SHOWN), marked=True),
        Row(cells=(Link(text="Hyde", href="/county/37095"), HIDDEN, HIDDEN)),
        Row(cells=("Wake", None, Verdict(word="Similar", tone="similar"))),
    ),
    notes=("Hidden: small counts.",),
)


def test_a_table_has_caption_heads_and_units() -> None:
    tree = table(TABLE)
    assert text(kinds(tree, "Caption")) == "By county"
    assert [attribute(th, "scope") for th in kinds(tree, "Th")] == ["col"] * 3 + [
        "row"
    ] * 3
    assert text(kinds(tree, "Thead")) == "County Children number Home %"
    frame = find(tree, "table-frame")[0]
    assert attribute(frame, "tabIndex") == "0"
    assert attribute(frame, "aria-label").startswith("Table: By county")


def test_every_head_is_a_button_that_says_how_it_sorts() -> None:
    tree = table(TABLE)
    assert [attribute(b, "data-sort") for b in kinds(tree, "Button")] == [
        "text", "number", "number",
    ]  # fmt: skip
    heads = kinds(kinds(tree, "Thead"), "Th")
    assert [attribute(th, "aria-sort") for th in heads] == ["none"] * 3


def test_the_interval_stands_in_the_same_cell() -> None:
    cells = [text(each) for each in kinds(table(TABLE), "Td")]
    assert cells[:2] == ["4,512", "27.7 (26.4 to 29.0)"]


def test_a_hidden_cell_is_hatched_says_so_and_carries_no_value() -> None:
    hidden = find(table(TABLE), "cell-hidden")
    assert [text(each) for each in hidden] == ["hidden", "hidden"]
    assert "data-value" not in str(table(TABLE))


def test_rows_keep_their_order_and_the_own_place_its_mark() -> None:
    rows = kinds(kinds(table(TABLE), "Tbody"), "Tr")
    assert [attribute(row, "data-row") for row in rows] == ["0", "1", "2"]
    marks = [getattr(row, "className", None) for row in rows]
    assert [mark for mark in marks if mark] == ["marked"]


def test_a_row_must_fit_its_columns() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Table(caption="c", columns=(Column(name="a"),), rows=(Row(cells=(1, 2)),))


def test_a_chart_frame_carries_its_proof() -> None:
    view = Chart(
        title="Homes, NC, 2024",
        sentence="It fell.",
        source="Demonstration state",
        notes=("Counts of 1 to 10 are hidden.",),
        table=TABLE,
        definition=Definition(title="Homes", terms=(("Counted", "Left"),)),
        csv=Link(text="Download", href="/x.csv", download="x.csv"),
        permalink="/measure/x",
        part="trend",
    )
    tree = chart(view, "drawing")
    assert tree._type == "Figure"
    assert text(kinds(tree, "Figcaption")) == "Homes, NC, 2024 It fell."
    names = [text(each) for each in kinds(tree, "Summary")]
    assert names[0] == "Data table : Homes, NC, 2024"
    assert len(names) == 3
    hrefs = [each.href for each in find(tree, "step-link")]
    assert hrefs == ["/x.csv", "/measure/x"]
    (panel,) = find(tree, "embed")
    assert panel["props"]["data-embed"] == "part=trend"
    assert panel["props"]["data-named"] == view.title
    assert tree["props"]["data-part"] == "trend"
    assert "Source :  Demonstration state".replace("  ", " ") in text(tree)


def test_a_page_head_answers_its_question() -> None:
    view = PageHead(
        question="Are homes found?", lead="Fewer.", context=("NC", "2024"),
        number=SHOWN, number_label="had a home",
    )  # fmt: skip
    tree = page_head(view)
    assert text(kinds(tree, "H1")) == "Are homes found?"
    assert text(find(tree, "big")) == (
        "27.7\u00a0% had a home 95\u00a0% interval 26.4 to 29.0 1,250 of 4,512"
    ).replace("\u00a0", " ")


def test_a_hidden_number_is_not_the_big_number() -> None:
    tree = page_head(PageHead(question="Q?", number=HIDDEN, number_label="had a home"))
    assert text(find(tree, "big")) == "hidden had a home"
    assert not find(tree, "big-value")


def test_a_number_that_is_not_final_says_so() -> None:
    early = Quantity(value=1.0, flags=(IMMATURE,))
    assert "not final" in text(page_head(PageHead(question="Q?", number=early)))


@pytest.mark.parametrize(
    "kind",
    ["hidden", "no data", "not estimable", "immature", "unreliable", "demo", "error",
     "not found", "empty"],
)  # fmt: skip
def test_every_notice_has_a_title_and_its_own_class(kind: str) -> None:
    tree = notice(Notice(kind=kind, text="Because."))
    assert find(tree, f"notice-{kind.replace(' ', '-')}")
    assert text(find(tree, "notice-title"))
    assert (attribute(tree, "role") == "alert") == (kind == "error")


def test_a_page_that_is_a_notice_has_a_heading() -> None:
    links = (Link(text="Home", href="/"),)
    tree = page_notice(Notice(kind="not found", text="No such page.", links=links))
    assert text(kinds(tree, "H1")) == "Page not found"
    assert [each.href for each in kinds(tree, "A")] == ["/"]


def test_status_is_a_shape_and_a_word() -> None:
    tones = ("better", "worse", "similar", "none")
    trees = [verdict(Verdict(word=tone, tone=tone)) for tone in tones]
    assert [text(each) for each in trees] == [
        "▲ better", "▼ worse", "● similar", "○ none",
    ]  # fmt: skip


def test_links_inside_do_not_load_the_page_again() -> None:
    inside = link(Link(text="a", href="/x", current=True))
    assert attribute(inside, "data-nav") == "in"
    assert attribute(inside, "aria-current") == "page"
    assert attribute(link(Link(text="a", href="http://x/")), "data-nav") is None
    file = link(Link(text="a", href="/x.csv", download="x.csv"))
    assert (file.download, attribute(file, "data-nav")) == ("x.csv", None)


def test_a_promise_shows_its_words_status_and_evidence() -> None:
    evidence = Evidence(label="Homes", href="/m", quantity=HIDDEN, unit=PERCENT)
    first = Promise(
        number="1", text="Find homes.", due="30 June 2024", rule="By interval.",
        verdict=Verdict(word="Missed", tone="worse"), evidence=(evidence,),
    )  # fmt: skip
    bare = Promise(
        number="2", text="Adopt it.", verdict=Verdict(word="Met", tone="better")
    )
    view = Priority(number="1", title="Safety", commitment="C", promises=(first, bare))
    rows = find(priority(view), "promise")
    assert "Missed" in text(rows[0])
    assert "Due 30 June 2024" in text(rows[0])
    assert find(rows[0], "missing-hidden")
    assert "No measure bears" in text(rows[1])


SHELL = Shell(
    product="Countywise",
    home="/",
    nav=(Link(text="Scorecard", href="/", current=True),),
    place="North Carolina",
    pickers=(
        Picker(
            id="p", label="County", choices=(Link(text="Durham", href="/county/1"),)
        ),
    ),
    editions=(Link(text="Staff", href="http://x/", current=True),),
    banner=Notice(kind="demo", text="Made up."),
    footer=("Data to 30 June 2025.",),
    footer_links=(Link(text="Methods", href="/methods"),),
)


def test_the_header_names_its_parts() -> None:
    tree = shell.header(SHELL)
    assert "chrome" in tree.className
    labels = [attribute(nav, "aria-label") for nav in kinds(tree, "Nav")]
    assert labels == ["Main menu", "Edition"]
    (select,) = kinds(tree, "Select")
    assert (select.id, select.options) == (
        "p",
        [{"label": "Durham", "value": "/county/1"}],
    )
    assert text(kinds(tree, "Label")) == "County"


def test_the_banner_is_kept_where_the_chrome_goes() -> None:
    tree = shell.banner(SHELL)
    assert tree is not None
    assert "chrome" not in tree.className
    assert "no real children" in text(tree)
    assert shell.banner(Shell(product="C", home="/", nav=())) is None


def test_the_footer_tells_the_vintage() -> None:
    assert "Data to 30 June 2025." in text(shell.footer(SHELL))


def test_controls_are_native_and_labelled() -> None:
    view = Control(
        id="by", label="By", choices=(("race", "Race"),), value="race", help="H"
    )
    (label,) = kinds(controls.select(view), "Label")
    assert [each._type for each in label.children] == ["Span", "Select"]
    group = controls.radio(view)
    assert text(kinds(group, "Legend")) == "By"
    assert "chrome" in controls.controls(group, label="Show").className


def test_sections_pairs_and_stacks() -> None:
    tree = section("Title", "body", intro="Intro.", name="here")
    assert (tree.id, text(tree)) == ("here", "Title Intro. body")
    assert len(grids.pair("a", "b").children) == 2
    assert grids.stack("a", None, "b").children == ["a", "b"]
    assert text(how_to_read(HowToRead(title="How", paragraphs=("So.",)))) == "How So."


def test_skeletons_keep_the_height_and_speak() -> None:
    for tree in (
        skeletons.chart_skeleton(height=200),
        skeletons.table_skeleton(rows=3),
        skeletons.page_skeleton(),
    ):
        assert "Loading" in text(tree)
    bones = find(skeletons.chart_skeleton(height=200), "bone")
    assert attribute(bones[-1], "style") == {"height": "200px"}


def test_every_word_is_used() -> None:
    from components import words

    rooms = (ROOT / "components", ROOT / "pages")
    files = [each for room in rooms for each in room.rglob("*.py")]
    sources = [each.read_text("utf-8") for each in files]
    names = [name for name in vars(words) if name.isupper()]
    unused = [n for n in names if not any(f"words.{n}" in text for text in sources)]
    assert unused == []
