"""Dash with our own document around it, and without telling its versions."""

import re
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from dash import Dash

FONT = "@fontsource-variable/public-sans"
# Versions, and a token for calls that run on in the background: there are none, and a
# page that differs at every request cannot be kept by a portal.
HIDDEN = (
    "dash_version", "python_version", "dash_version_url", "plotly_version", "end_id",
)  # fmt: skip
# Which properties hold other components: a list for each of some two hundred kinds.
PLACES = "children_props"
WAITING = "Opening the dashboard …"
NO_SCRIPT = (
    "This dashboard draws its pages with JavaScript, which is switched off in this "
    "browser. Figures can also be had from the command line: python -m metrics table."
)
DOCUMENT = """<!DOCTYPE html>
<html lang="en">
<head>
{{%metas%}}
<meta name="color-scheme" content="light dark">
{metas}
<title>{{%title%}}</title>
<link rel="icon" href="{prefix}assets/favicon.svg" type="image/svg+xml">
<link rel="preload" href="{prefix}vendor/files/public-sans-latin-wght-normal.woff2"
 as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="{prefix}vendor/public-sans.css?v={font}">
<link rel="stylesheet" href="{prefix}vendor/bootstrap.min.css?v={bootstrap}">
{{%css%}}
<script src="{prefix}assets/theme.js?v={theme}"></script>
</head>
<body>
<noscript><p>{without_script}</p></noscript>
{{%app_entry%}}
<div>{{%config%}}{{%scripts%}}{{%renderer%}}</div>
</body>
</html>
"""


@dataclass(frozen=True, kw_only=True)
class Mounted:
    """Where an app is and what it serves; `other` is where the other edition is."""

    prefix: str
    edition: str
    other: str = ""
    home: str = ""


class Application(Dash):
    """Dash without version numbers in its pages, and with plain words while waiting."""

    def _config(self) -> dict[str, Any]:
        config: dict[str, Any] = super()._config()
        shown = {name: value for name, value in config.items() if name not in HIDDEN}
        return shown | {PLACES: _with_places(config[PLACES])}

    def _generate_scripts_html(self) -> str:
        """Without the code of Dash's own tables: ours are those of the page."""
        scripts: str = super()._generate_scripts_html()
        return "\n".join(e for e in scripts.splitlines() if "/dash_table/" not in e)

    def interpolate_index(self, **parts: str) -> str:
        """The page that is served for every address."""
        entry = parts["app_entry"].replace("Loading...", WAITING)
        html: str = super().interpolate_index(**(parts | {"app_entry": entry}))
        return html


def _with_places(kinds: dict[str, dict[str, list[str]]]) -> dict[str, Any]:
    """Without the kinds that hold none: the renderer takes that for granted."""
    return {
        package: {kind: held for kind, held in every.items() if held}
        for package, every in kinds.items()
    }


def document(*, prefix: str, metas: str, vendor: Path, assets: Path) -> str:
    """The page around the application: language, styles in order, no inline script."""
    return DOCUMENT.format(
        prefix=escape(prefix),
        metas=metas,
        bootstrap=escape(_version(vendor / "bootstrap" / "package.json")),
        font=escape(_version(vendor / FONT / "package.json")),
        theme=_mark(assets / "theme.js"),
        without_script=escape(NO_SCRIPT),
    )


def _mark(file: Path) -> str:
    """A name for what is in a file, so that browsers may keep it."""
    return sha256(file.read_bytes()).hexdigest()[:12]


def _version(listing: Path) -> str:
    text = listing.read_text(encoding="utf-8") if listing.is_file() else ""
    found = re.search(r'"version":\s*"([^"]+)"', text)
    return found[1] if found else "0"
