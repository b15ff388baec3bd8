"""The colours of each theme, by the names under which the style sheets know them.

A drawing is always made in the light colours: one answer serves every reader. Where a
page wears another theme the style sheet swaps what is named (`paint`), and
assets/paint.js swaps the light colours inside pictures and figures.
"""

from collections.abc import Mapping
from types import MappingProxyType

Palette = Mapping[str, str]

LIGHT: Palette = MappingProxyType(
    {
        "paper": "#ffffff", "ink": "#16201c", "muted": "#56615c", "rule": "#d9dedb",
        "wash": "#f4f6f4", "accent": "#0b5d4b", "better": "#1a5fa6",
        "similar": "#626c68", "worse": "#b04f00", "reference": "#3a4440",
        "faint": "#848e89", "marked": "#e9f1ee", "spread": "#e6eae7",
        "middle": "#c4ccc8", "outline": "#5f6b66", "shade": "#c9d1cd",
        "hatch-line": "#e3e7e4",
        "navy": "#0020c0", "ochre": "#c08020", "brick": "#802000", "teal": "#00a080",
        "violet": "#9c7cde", "plum": "#600060", "ochre-text": "#8a5a0c",
        "teal-text": "#00765e", "violet-text": "#7148bd",
        "step-0": "#e4eff3", "step-1": "#b3d2de", "step-2": "#78abc2",
        "step-3": "#3b7c9b", "step-4": "#134a66",
    }
)  # fmt: skip

# Not the light one turned round: greys keep a little green, the map grows lighter as
# its values rise, and the groups keep their hue as far as they stay apart.
DARK: Palette = MappingProxyType(
    {
        "paper": "#131917", "ink": "#e8edea", "muted": "#aab5b0", "rule": "#323c37",
        "wash": "#1c2421", "accent": "#77d4b6", "better": "#86b8f4",
        "similar": "#a2ada8", "worse": "#f2a566", "reference": "#c9d2cd",
        "faint": "#77837d", "marked": "#1f332c", "spread": "#28312d",
        "middle": "#414d47", "outline": "#8f9b95", "shade": "#3a4540",
        "hatch-line": "#37423d",
        "navy": "#6d81ff", "ochre": "#ffab2f", "brick": "#e95d4e", "teal": "#56fa9e",
        "violet": "#a0cdff", "plum": "#b382a6", "ochre-text": "#ffbe5c",
        "teal-text": "#7afab4", "violet-text": "#b3d7ff",
        "step-0": "#1d3742", "step-1": "#2b596d", "step-2": "#42819b",
        "step-3": "#74b0c8", "step-4": "#c3e6f3",
    }
)  # fmt: skip

# Every word at 7 to 1, every mark at 4.5 to 1, every line that parts at 3 to 1.
CONTRAST: Palette = MappingProxyType(
    {
        "paper": "#ffffff", "ink": "#000000", "muted": "#2e3532", "rule": "#767e7a",
        "wash": "#f1f4f2", "accent": "#00402f", "better": "#003c7d",
        "similar": "#3b4340", "worse": "#7a3200", "reference": "#000000",
        "faint": "#565e5a", "marked": "#dcebe5", "spread": "#cfd6d2",
        "middle": "#8f9994", "outline": "#1d2421", "shade": "#8b9590",
        "hatch-line": "#9aa39e",
        "navy": "#000088", "ochre": "#946100", "brick": "#6d0f00", "teal": "#0c7c5d",
        "violet": "#4146ff", "plum": "#560056", "ochre-text": "#6b4600",
        "teal-text": "#005741", "violet-text": "#2f2fd0",
        "step-0": "#e8f1f5", "step-1": "#aecbd8", "step-2": "#6f9fb5",
        "step-3": "#2d6a87", "step-4": "#062f44",
    }
)  # fmt: skip

THEMES: Mapping[str, Palette] = MappingProxyType(
    {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
)

# An accent that a portal may ask for by name: its colour in each theme.
ACCENTS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "pine": (LIGHT["accent"], DARK["accent"], CONTRAST["accent"]),
        "sea": ("#00566e", "#74cbe6", "#003a4b"),
        "indigo": ("#3a3a96", "#b3b4fb", "#22226b"),
        "berry": ("#7d1d57", "#f0a1cd", "#560f3a"),
        "slate": ("#3b4a57", "#b7c7d4", "#22303b"),
    }
)

_NAMED: Palette = MappingProxyType({shade: name for name, shade in LIGHT.items()})


def paint(shade: str) -> str:
    """A light colour as the style sheets name it, so that it follows the theme."""
    name = _NAMED.get(shade)
    return f"var(--{name})" if name else shade
