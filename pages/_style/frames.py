"""A sample of the frame around a page, and of its controls."""

from components import views as v

SHELL = v.Shell(
    product="Countywise",
    home="/",
    place="North Carolina",
    nav=(
        v.Link(text="Scorecard", href="/", current=True),
        v.Link(text="Disparity", href="/disparity"),
        v.Link(text="Counties", href="/county"),
        v.Link(text="Methods", href="/methods"),
    ),
    pickers=(
        v.Picker(
            id="style-county",
            label="County",
            empty="Choose a county",
            choices=(
                v.Link(text="Durham", href="/county/37063"),
                v.Link(text="Wake", href="/county/37183"),
            ),
        ),
    ),
    editions=(
        v.Link(text="Staff edition", href="/", current=True),
        v.Link(text="Public edition", href="/public/"),
    ),
    banner=v.Notice(
        kind="demo",
        text="Every figure was made up to show what the dashboard does.",
    ),
    footer=(
        "North Carolina: data to 30 June 2025. Built 1 July 2025.",
        "Source: demo.",
    ),
    footer_links=(v.Link(text="Methods", href="/methods"),),
)
BY = v.Control(
    id="style--by",
    label="Break down by",
    value="race",
    choices=(("race", "Race and ethnicity"), ("age", "Age")),
    help="A list inside its label.",
)
BASE = v.Control(
    id="style--base",
    label="Compare with",
    value="population",
    choices=(("population", "Children living here"), ("decision", "Decision before")),
)
