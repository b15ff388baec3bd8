"""Samples of slides, and of the bar under them."""

from components import views as v
from pages._style.decisions import WATERFALL
from pages._style.groups import RATIO_DOTS
from pages._style.tables import TABLE
from pages._style.trends import COUNTY_TREND, GROUP_TREND

MARKS = ("Demonstration data: no real children", "Staff edition")
SLIDES = (
    v.Slide(
        name="cover", kind="cover", title="Children and families",
        sentence="What the figures of North Carolina say, and what they do not",
    ),
    v.Slide(
        name="trend", kind="trend", title="Permanent homes",
        sentence="About 28 of every 100 children had a permanent home in a year.",
        verdict=v.Verdict(word="Worse", tone="worse", detail="than 2019"),
        caption="Permanent home within 12 months, by the year of entry",
        drawing=COUNTY_TREND, alt="From 34.9 % in 2013 to 27.7 % in 2024.",
        footnote="Demonstration data. Entry cohorts, Wilson intervals.",
        notes=("Say first what the measure counts.",), twin=TABLE,
    ),
    v.Slide(
        name="groups", kind="groups", title="By race and ethnicity",
        sentence="American Indian children entered care about 2.1 times as often.",
        drawing=RATIO_DOTS, alt="American Indian children 2.14, Black children 1.44.",
    ),
    v.Slide(
        name="lines", kind="trend", title="Groups over the years",
        sentence="The difference between groups has become wider since 2013.",
        drawing=GROUP_TREND, alt="White children from 36 % to 31 %.",
    ),
    v.Slide(
        name="fall", kind="fall", title="Where the difference opens",
        sentence="Most of the difference is there when children are reported.",
        drawing=WATERFALL, alt="Reported 1.9 times as often; in care 2.14 times.",
    ),
    v.Slide(
        name="table", kind="table", title="The figures",
        sentence="Black children had a permanent home less often.", drawing=TABLE,
    ),
    v.Slide(
        name="questions", kind="questions", title="Questions for the panel",
        sentence="What would you ask of these figures?",
        drawing=v.Points(
            numbered=True,
            items=(v.Point(text="What changed in 2018?"), v.Point(text="For whom?")),
        ),
    ),
    v.Slide(
        name="words", kind="words", title="Words",
        sentence="Three words that are used on these slides",
        drawing=v.Points(
            items=(
                v.Point(head="Entry cohort", text="All who entered in a year."),
                v.Point(head="Hidden", text="1 to 10 children.", note="Never zero."),
            ),
        ),
    ),
)  # fmt: skip
BAR = v.DeckBar(
    names=tuple(each.name for each in SLIDES),
    start=0,
    back=v.Link(text="Back to the dashboard", href="/"),
    chooser=v.Chooser(
        rows=tuple(
            v.Choosable(name=f"style-{each.name}", label=each.title, chosen=True)
            for each in SLIDES
        ),
        more=(v.Choosable(name="style-more", label="One more", chosen=False),),
        href="/present",
        usual=v.Link(text="The usual slides", href="/present"),
    ),
)
