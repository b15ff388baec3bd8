"""The themes: what can be read, what can be seen, what the style sheet repeats."""

import re
from itertools import combinations

import pytest

from components import palettes, theme
from components.marks import dot
from tests.conftest import ROOT
from tests.unit.test_components_theme import contrast, luminance

SHEET = (ROOT / "assets" / "15-themes.css").read_text("utf-8")
SCRIPT = (ROOT / "assets" / "01-paint.js").read_text("utf-8")
FIRST = (ROOT / "assets" / "theme.js").read_text("utf-8")
# Words of charts stand on the ground of the page, on its wash, on a marked row.
GROUNDS = ("paper", "wash", "marked")
WORDS = (
    "ink", "muted", "accent", "better", "similar", "worse", "reference", "navy",
    "brick", "plum", "ochre-text", "teal-text", "violet-text",
)  # fmt: skip
MARKS = (
    "navy", "ochre", "brick", "teal", "violet", "plum", "accent", "better", "similar",
    "worse", "reference", "faint", "outline",
)  # fmt: skip
GROUPS = ("navy", "ochre", "brick", "teal", "violet", "plum", "reference")
# Machado, Oliveira and Fernandes 2009, severity 1, on linear light.
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}  # fmt: skip
EVERY = pytest.mark.parametrize("name", palettes.THEMES)


def block(selector: str) -> dict[str, str]:
    """The colours that a rule of the style sheet gives."""
    rule = SHEET.split(f"{selector} {{", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", rule))


def listed(text: str, name: str) -> list[str]:
    """The words of a list in a script."""
    inside = re.search(rf"var {name} = \[(.*?)\]", text, re.DOTALL)
    assert inside
    return re.findall(r"'([^']+)'", inside[1])


@EVERY
def test_the_style_sheet_has_the_colours_of_each_theme(name: str) -> None:
    selector = ":root" if name == "light" else f':root[data-theme="{name}"]'
    assert block(selector) == dict(palettes.THEMES[name])


@EVERY
def test_every_theme_has_a_colour_for_every_name(name: str) -> None:
    assert palettes.THEMES[name].keys() == palettes.LIGHT.keys()


@EVERY
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_can_be_read_on_every_ground(name: str, ground: str) -> None:
    shades = palettes.THEMES[name]
    # Marked rows are tables: no word in a group's colour stands on them.
    said = WORDS[:6] if ground == "marked" else WORDS
    poor = {w: round(contrast(shades[w], shades[ground]), 2) for w in said}
    assert not {w: c for w, c in poor.items() if c < 4.5}


@EVERY
def test_marks_can_be_seen_on_paper_and_on_wash(name: str) -> None:
    shades = palettes.THEMES[name]
    for ground in ("paper", "wash"):
        seen = {m: round(contrast(shades[m], shades[ground]), 2) for m in MARKS}
        assert not {m: c for m, c in seen.items() if c < 3}


@pytest.mark.parametrize("ground", GROUNDS)
def test_high_contrast_is_high(ground: str) -> None:
    shades = palettes.CONTRAST
    for word in ("ink", "muted", "accent", "better", "similar", "worse"):
        assert contrast(shades[word], shades[ground]) >= 7, word
    for mark in ("faint", *GROUPS):
        assert contrast(shades[mark], shades["paper"]) >= 4.5, mark
    assert contrast(shades["rule"], shades["paper"]) >= 3
    assert contrast(palettes.DARK["ink"], palettes.DARK[ground]) >= 7
    assert contrast(palettes.DARK["muted"], palettes.DARK["paper"]) >= 7


@EVERY
def test_groups_stay_apart_for_every_eye(name: str) -> None:
    shades = palettes.THEMES[name]
    for eye in EYES.values():
        for one, other in combinations(GROUPS, 2):
            apart = distance(shades[one], shades[other], eye)
            assert apart >= 22, (one, other)


@EVERY
def test_map_steps_go_one_way(name: str) -> None:
    shades = palettes.THEMES[name]
    depth = [luminance(shades[f"step-{i}"]) for i in range(5)]
    assert depth == sorted(depth, reverse=name != "dark")
    # Bright counties on a dark ground and dark ones on a light ground have the values
    # furthest from nothing; each step can be told from the next.
    for low, high in combinations(range(5), 2):
        assert contrast(shades[f"step-{low}"], shades[f"step-{high}"]) >= 1.3


@EVERY
def test_hatching_and_bands_can_be_seen(name: str) -> None:
    shades = palettes.THEMES[name]
    for line in ("hatch-line", "rule", "spread"):
        assert contrast(shades[line], shades["paper"]) >= 1.2, line
    assert contrast(shades["middle"], shades["spread"]) >= 1.25


@EVERY
def test_accents_can_be_read_on_every_ground(name: str) -> None:
    at = list(palettes.THEMES).index(name)
    for accent, colours in palettes.ACCENTS.items():
        for ground in GROUNDS:
            found = contrast(colours[at], palettes.THEMES[name][ground])
            assert found >= (7 if name == "contrast" else 4.5), accent


def test_the_style_sheet_and_the_script_know_the_accents() -> None:
    for accent, colours in palettes.ACCENTS.items():
        for theme_name, colour in zip(palettes.THEMES, colours, strict=True):
            worn = "" if theme_name == "light" else f'[data-theme="{theme_name}"]'
            rule = f':root{worn}[data-accent="{accent}"] {{ --accent: {colour}; }}'
            assert rule in SHEET
    assert listed(FIRST, "ACCENTS") == list(palettes.ACCENTS)
    assert listed(FIRST, "NAMES") == list(palettes.THEMES)


def test_a_light_colour_has_one_name_and_no_theme_turns_it_into_another() -> None:
    """The script knows a colour by its light value, and may meet it painted already."""
    light = palettes.LIGHT
    assert len(set(light.values())) == len(light)
    names = {shade: name for name, shade in light.items()}
    for shades in palettes.THEMES.values():
        clash = {n: s for n, s in shades.items() if names.get(s, n) != n}
        assert not clash


def test_every_colour_that_is_drawn_is_swapped_by_the_script() -> None:
    drawn = {look.colour for look in theme.LOOKS.values()}
    drawn |= {look.written for look in theme.LOOKS.values()}
    drawn |= {theme.PAPER, theme.INK, theme.MUTED, theme.RULE, theme.WASH}
    drawn |= {theme.FAINT, theme.SPREAD, theme.REFERENCE}
    known = {palettes.LIGHT[name] for name in listed(SCRIPT, "NAMES")}
    assert drawn <= known


def test_no_drawing_and_no_style_sheet_has_a_colour_of_its_own() -> None:
    own = re.compile(r"#[0-9a-fA-F]{6}\b")
    allowed = {"palettes.py", "15-themes.css"}
    files = [*(ROOT / "components").rglob("*.py"), *(ROOT / "assets").glob("*.css")]
    for path in files:
        found = own.findall(path.read_text("utf-8"))
        assert path.name in allowed or not found, (path.name, found)


def test_marks_name_their_colour() -> None:
    drawn = dot(palettes.LIGHT["teal"], "circle", hollow=False)
    assert drawn["props"]["style"]["--c"] == "var(--teal)"
    assert palettes.paint("#123456") == "#123456"


# ---- the distance of two colours to an eye -------------------------------------


def distance(one: str, other: str, eye: tuple[tuple[float, ...], ...]) -> float:
    pairs = zip(lab(one, eye), lab(other, eye), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def lab(colour: str, eye: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    line = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, line, strict=True))))
        for row in eye
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
