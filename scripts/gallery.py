"""Every component in every state, drawn from fixed made-up views.

Usage: python scripts/gallery.py [PORT]
"""

import sys
from pathlib import Path
from typing import Any

from dash import Dash, html
from flask import send_from_directory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "scripts"))

import gallery_pages as more  # noqa: E402
import gallery_places as beside  # noqa: E402
import gallery_views as made  # noqa: E402

from components import controls, shell, skeletons  # noqa: E402
from components.charts import chart, how_to_read  # noqa: E402
from components.children import children  # noqa: E402
from components.county_map import county_map  # noqa: E402
from components.dots import dots  # noqa: E402
from components.funnel import funnel  # noqa: E402
from components.grids import pair, stack  # noqa: E402
from components.heads import page_head, section  # noqa: E402
from components.notices import notice, page_notice  # noqa: E402
from components.panels import panels  # noqa: E402
from components.pathway import pathway  # noqa: E402
from components.scorecard import priority  # noqa: E402
from components.spine import spine, spine_key  # noqa: E402
from components.tables import table  # noqa: E402
from components.trend import trend  # noqa: E402
from components.views import Control, HowToRead, Notice, Trend  # noqa: E402
from components.waterfall import waterfall  # noqa: E402

MODULES = ROOT / "node_modules"
VENDOR = (
    ("bootstrap.min.css", MODULES / "bootstrap/dist/css"),
    ("plotly.min.js", MODULES / "plotly.js-cartesian-dist-min"),
    ("public-sans.css", MODULES / "@fontsource-variable/public-sans"),
)
INDEX = """<!DOCTYPE html>
<html lang="en"><head>{%metas%}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{%title%}</title>
<link rel="stylesheet" href="/vendor/public-sans.css">
<link rel="stylesheet" href="/vendor/bootstrap.min.css">
{%css%}</head>
<body>{%app_entry%}<div>{%config%}{%scripts%}{%renderer%}</div></body></html>"""


def create() -> Dash:
    """The gallery as an application."""
    app = Dash(
        "gallery",
        title="Gallery of components",
        assets_folder=str(ROOT / "assets"),
        index_string=INDEX,
        update_title=None,
    )
    _serve_installed(app)
    app.layout = layout
    return app


def _serve_installed(app: Dash) -> None:
    @app.server.get("/vendor/<path:name>")
    def vendor(name: str) -> Any:
        folder = dict(VENDOR).get(name, MODULES / "@fontsource-variable/public-sans")
        if name == "plotly.min.js":
            name = "plotly-cartesian.min.js"
        if name == "public-sans.css":
            name = "index.css"
        return send_from_directory(folder, name)


def layout() -> html.Div:
    """The whole gallery inside the frame of every page."""
    sections = [
        page_head(made.HEAD),
        _controls(),
        _trends(),
        _groups(),
        section("Counties", _map(), name="counties"),
        section(
            "One county",
            spine_key(made.SPINE_KEY),
            chart(_frame("Durham County", ""), spine(made.SPINE)),
        ),
        _disparity(),
        _side_by_side(),
        priority(more.PRIORITY),
        section("A table", table(more.TABLE)),
        section("Notices", *[notice(each) for each in made.NOTICES]),
        section("Hidden number", page_head(made.HIDDEN_HEAD)),
        section("Not found", page_notice(_missing())),
        section(
            "Loading", pair(skeletons.chart_skeleton(), skeletons.table_skeleton())
        ),
    ]
    return html.Div(
        [
            html.A("Skip to the content", href="#main", className="skip-link"),
            html.Div(shell.header(more.SHELL), className="chrome"),
            shell.banner(more.SHELL),
            html.Main(stack(*sections), id="main", tabIndex="-1"),
            html.Div(shell.footer(more.SHELL), className="chrome"),
            html.Div(id="route-announcer", role="status", className="unseen"),
        ],
        className="shell",
    )


def _frame(title: str, sentence: str, *, full: bool = False) -> Any:
    return more.chart(title, sentence, full=full)


def _missing() -> Notice:
    return Notice(kind="not found", text="There is no page at this address.")


def _controls() -> html.Div:
    by = Control(
        id="by",
        label="Break down by",
        value="race",
        choices=(("race", "Race and ethnicity"), ("age", "Age")),
    )
    base = Control(
        id={"type": "control", "name": "base"},
        label="Compare",
        value="population",
        choices=(
            ("population", "Children living here"),
            ("decision", "Decision before"),
        ),
    )
    return controls.controls(controls.select(by), controls.radio(base), label="Show")


def _trend(
    view: Trend, title: str, sentence: str, *, full: bool = False
) -> html.Figure:
    drawn = trend(view, title=title, summary=sentence)
    return chart(_frame(title, sentence, full=full), drawn)


def _county() -> html.Div:
    """The key of a spine and one subject of it."""
    drawn = chart(_frame("Durham County", ""), spine(made.SPINE))
    return section("One county", spine_key(made.SPINE_KEY), drawn)


def _trends() -> html.Section:
    own = _trend(
        made.TREND,
        "Permanent home within 12 months, North Carolina",
        "27.7 % of children who entered in 2024, down from 34.9 % in 2013.",
        full=True,
    )
    county = _trend(made.COUNTY_TREND, "The same, Durham County", "One year is hidden.")
    groups = _trend(made.GROUP_TREND, "The same, by race", "The gap has widened.")
    many = _trend(made.MANY_TREND, "The same, six groups", "Small multiples.")
    return section(
        "Trends", own, pair(county, groups), many, intro="Lines over windows."
    )


def _groups() -> html.Section:
    first = chart(
        _frame("Permanent home within 12 months, by race", "North Carolina, 2024."),
        dots(made.DOTS),
    )
    second = chart(
        _frame("Entering care, compared with White children", "North Carolina, 2024."),
        dots(made.RATIO_DOTS),
    )
    return section("Groups", pair(first, second))


def _map() -> html.Div:
    label = "Counties of North Carolina: permanent home within 12 months"
    view = more.county_map("nc", label, marked="37063")
    tall = more.county_map("ms", "Counties of Mississippi")
    wide = more.county_map("wa", "Counties of Washington")
    return html.Div(
        [
            chart(
                _frame("Permanent home within 12 months, by county", ""),
                county_map(view),
            ),
            pair(county_map(tall), county_map(wide)),
        ]
    )


def _disparity() -> html.Section:
    reading = HowToRead(
        title="How to read this",
        paragraphs=("For every 10 White children who entered care, 21 did.",),
    )
    return section(
        "Disparity",
        chart(_frame("Where the gap opens", "2024."), pathway(more.PATHWAY)),
        how_to_read(reading),
        pair(
            chart(
                _frame("What each decision adds", "2024."), waterfall(more.WATERFALL)
            ),
            chart(_frame("In children", "2024."), children(more.CHILDREN_VIEW)),
        ),
    )


def _side_by_side() -> html.Section:
    return section(
        "Side by side",
        chart(_frame("Counties by size", "2024."), funnel(beside.FUNNEL)),
        chart(_frame("A panel a county", "2024."), panels(beside.PANELS)),
    )


if __name__ == "__main__":
    create().run(port=int(sys.argv[1]) if len(sys.argv) > 1 else 8090, debug=False)
