"""The look: contrasts, formats, the graph."""

import pytest

from components import theme
from components.palettes import LIGHT
from components.views import CARE, PERCENT, RATIO, Quantity, Unit
from tests.conftest import ROOT

GROUPS = ("black_nh", "hispanic", "aian_nh", "asian_nh", "nhpi_nh", "two_plus_nh")


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    line = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("code", theme.LOOKS)
def test_marks_stand_out_and_words_can_be_read(code: str) -> None:
    look = theme.look(code)
    assert contrast(look.colour, theme.PAPER) >= 3.0
    assert contrast(look.written, theme.PAPER) >= 4.5


@pytest.mark.parametrize("code", GROUPS)
def test_group_colours_keep_their_contrast(code: str) -> None:
    assert contrast(theme.look(code).colour, theme.PAPER) >= 3.2


@pytest.mark.parametrize("name", ["ink", "muted", "better", "similar", "worse"])
def test_words_can_be_read_on_paper_and_on_wash(name: str) -> None:
    colour = LIGHT[name]
    assert contrast(colour, theme.PAPER) >= 4.5
    assert contrast(colour, theme.WASH) >= 4.5


def test_the_accent_is_deep() -> None:
    assert contrast(theme.ACCENT, theme.PAPER) >= 7


def test_groups_differ_in_colour_and_in_marker() -> None:
    looks = [theme.look(code) for code in (*GROUPS, "white_nh")]
    assert len({look.colour for look in looks}) == len(looks)
    assert len({look.marker for look in looks}) == len(looks)


def test_the_reference_is_always_dark_grey() -> None:
    for code in GROUPS:
        look = theme.look(code, reference=True)
        assert (look.colour, look.written) == (theme.REFERENCE, theme.REFERENCE)
        assert look.marker == theme.look(code).marker


def test_map_steps_darken_in_order() -> None:
    depth = [luminance(step) for step in theme.STEPS]
    assert depth == sorted(depth, reverse=True)


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (27.66, 1, "27.7"),
        (0.0, 1, "0.0"),
        (0.04, 1, "0.04"),
        (-48, 0, "\u221248"),
        (12345.6, 1, "12,346"),
        (1234.5, 1, "1,234.5"),
    ],
)
def test_numbers(value: float, decimals: int, written: str) -> None:
    assert theme.number(value, decimals=decimals) == written


def test_a_quantity_is_spoken_with_its_interval() -> None:
    shown = Quantity(value=27.7, lower=26.4, upper=29.0)
    assert theme.spoken(shown, PERCENT) == "27.7\u00a0% (26.4 to 29.0)"
    open_ended = Quantity(value=2.1, lower=1.2)
    assert theme.interval(open_ended, RATIO) == "1.20 or more"
    assert theme.spoken(Quantity(status="hidden"), PERCENT) == "hidden"


def test_what_a_number_stands_on() -> None:
    both = Quantity(value=5, numerator=139, denominator=2780)
    assert theme.counted(both) == "139 of 2,780"
    assert theme.counted(Quantity(value=5, denominator=12000)) == "12,000"
    assert theme.counted(Quantity(value=5)) == "\u2013"


def test_a_hidden_quantity_refuses_numbers() -> None:
    for name in ("value", "lower", "upper", "numerator"):
        with pytest.raises(ValueError, match="may not hold a number"):
            Quantity(status="hidden", **{name: 3.0})


def test_nan_is_no_number() -> None:
    empty = Quantity(value=float("nan"), lower=float("nan"))
    assert (empty.status, empty.value, empty.lower) == ("no data", None, None)
    assert Quantity(value=3.0, status="not estimable").value is None


def test_care_makes_a_marker_hollow() -> None:
    assert Quantity(value=1, flags=(CARE,)).hollow
    assert not Quantity(value=1).hollow


def test_a_graph_is_one_named_image_that_talks_to_nobody() -> None:
    figure = {"data": [], "layout": theme.layout(height=200)}
    drawn = theme.graph(figure, title="Title", summary="It fell.", height=200)
    named = drawn["props"]
    assert (named["role"], named["aria-label"]) == ("img", "It fell. Title")
    inner = drawn.children
    assert inner["props"]["aria-hidden"] == "true"
    config = inner.children.config
    assert config["showSendToCloud"] is False
    assert config["displayModeBar"] is False
    assert config["displaylogo"] is False
    assert inner.children.style == {"height": "200px"}


def test_the_bundle_is_the_one_that_plotly_speaks() -> None:
    from plotly.offline import get_plotlyjs_version

    package = (ROOT / "package.json").read_text("utf-8")
    version = get_plotlyjs_version()
    assert f'"plotly.js-basic-dist-min": "{version}"' in package
    script = (ROOT / "assets" / "00-plotly.js").read_text("utf-8")
    assert f"plotly.min.js?v={version}" in script


def test_a_unit_follows_its_number() -> None:
    unit = Unit(name="per 1,000", suffix=" per 1,000", decimals=2)
    assert theme.amount(3.456, unit) == "3.46 per 1,000"
