"""Fixed made-up views for the gallery: scorecard, disparity, tables, map, shell."""

import json
import math

from gallery_views import HIDDEN, OWN, ROOT, SOURCE, rate, ratio

from components import views as v
from components.map_scale import five_limits

SPARK = v.Spark(
    values=tuple(p.value for p in OWN.points),
    target=36.0,
    summary="From 34.9 % in 2013 to 27.7 % in 2024; the target is 36 %.",
)
COUNTIES = v.ThreeWay(
    meets=12, does_not=31, cannot_tell=49, hidden=8, of="Of 100 counties"
)
PRIORITY = v.Priority(
    number="2",
    title="Permanency",
    commitment="Every child has a safe, permanent home without needless delay.",
    tally="1 met, 1 worse, 1 cannot be measured",
    promises=(
        v.Promise(
            number="2.1",
            text="Raise the share of children who reach permanency within 12 months.",
            href="/measure/permanency-12-months",
            due="30 June 2024",
            rule="Baseline state fiscal year 2019; compared by interval.",
            verdict=v.Verdict(word="Missed", tone="worse", detail="30 June 2024"),
            evidence=(
                v.Evidence(
                    label="Permanent home within 12 months",
                    href="/measure/permanency-12-months",
                    window="entered in state fiscal year 2024",
                    quantity=rate(27.7, 1.3, 4512),
                    unit=v.PERCENT,
                    spark=SPARK,
                    verdict=v.Verdict(word="Worse", tone="worse", detail="since 2019"),
                    gap="Black children 25.1 %, White children 29.9 %",
                    gap_href="/disparity",
                    counties=COUNTIES,
                ),
                v.Evidence(
                    label="Returned to care",
                    href="/measure/re-entry",
                    window="went home in state fiscal year 2023",
                    quantity=rate(5.9, 0.8, 3120),
                    unit=v.PERCENT,
                    spark=SPARK,
                    verdict=v.Verdict(word="No clear change", tone="similar"),
                ),
            ),
        ),
        v.Promise(
            number="2.2",
            text="Adopt a state-wide practice standard for kinship placement.",
            due="31 December 2022",
            rule="Evidence: published 4 March 2023.",
            verdict=v.Verdict(word="Met late", tone="better", detail="4 March 2023"),
        ),
    ),
)


STEPS = tuple(
    v.Step(label=label, note=note, href="/measure/x")
    for label, note in (
        ("Reported", "per child living here"),
        ("Screened in", "of reported"),
        ("Assessed", "of screened in"),
        ("Found", "of assessed"),
        ("Entered care", "of found"),
        ("Left to permanency", "of children in care"),
    )
)


def _worse(value: float, spread: float) -> v.Verdict:
    if value / spread > 1:
        return v.Verdict(word="more", tone="none")
    if value * spread < 1:
        return v.Verdict(word="less", tone="none")
    return v.Verdict(word="no clear gap", tone="none")


def _path_row(
    label: str, code: str, values: tuple[float, ...], spread: float
) -> v.PathwayRow:
    return v.PathwayRow(
        label=label,
        code=code,
        ratios=tuple(ratio(each, spread) for each in values),
        verdicts=tuple(_worse(each, spread) for each in values),
    )


PATHWAY = v.Pathway(
    caption="Ratio to White children at each decision, North Carolina, 2024",
    less="less often than White children",
    more="more often",
    steps=STEPS,
    rows=(
        v.PathwayRow(
            label="White",
            code="white_nh",
            reference=True,
            ratios=(v.Quantity(status="reference"),) * 6,
        ),
        _path_row("Black", "black_nh", (1.55, 1.02, 0.99, 0.97, 1.06, 0.86), 1.05),
        _path_row("Hispanic", "hispanic", (0.7, 1.0, 1.01, 1.03, 0.89, 0.97), 1.09),
        v.PathwayRow(
            label="American Indian or Alaska Native",
            code="aian_nh",
            ratios=(
                ratio(1.9, 1.12), ratio(1.05, 1.1), ratio(1.0, 1.1),
                ratio(1.3, 1.6, v.UNRELIABLE),
                HIDDEN, v.Quantity(status="not estimable"),
            ),
        ),
    ),
)  # fmt: skip
WATERFALL = v.Waterfall(
    end_label="American Indian children entered care 2.14 times as often",
    less="less often",
    more="more often",
    factors=(
        v.Factor(label="Reported", ratio=ratio(1.9, 1.1), total=ratio(1.9, 1.1)),
        v.Factor(label="Screened in", ratio=ratio(0.93, 1.1), total=ratio(1.77, 1.1)),
        v.Factor(label="Found", ratio=ratio(1.3, 1.2), total=ratio(2.3, 1.2)),
        v.Factor(
            label="Entered care",
            note="of children found",
            ratio=ratio(0.93, 1.2),
            total=ratio(2.14, 1.22),
        ),
    ),
)
CHILDREN_VIEW = (
    v.Children(
        code="aian_nh",
        sentence=(
            "If American Indian children had entered care at the White rate, about 48 "
            "fewer would have in this year."
        ),
        excess=v.Quantity(value=48, lower=31, upper=66),
        detail="90 entered; 42 would have.",
    ),
    v.Children(
        code="hispanic",
        sentence="At the White rate, about 260 more Hispanic children would have.",
        excess=v.Quantity(value=-260, lower=-330, upper=-190),
    ),
    v.Children(
        code="nhpi_nh",
        sentence="Too few Native Hawaiian or Pacific Islander children entered care.",
        excess=HIDDEN,
    ),
)

TABLE = v.Table(
    caption="Permanent home within 12 months, by race, state fiscal year 2024",
    columns=(
        v.Column(name="Group", align="text"),
        v.Column(name="Children", unit=v.COUNT),
        v.Column(name="Permanent home", unit=v.PERCENT),
        v.Column(name="Ratio to White", unit=v.RATIO),
        v.Column(name="Since 2019", align="text"),
    ),
    rows=(
        v.Row(
            cells=(
                "White", 2210, rate(29.9, 1.9), v.Quantity(status="reference"),
                v.Verdict(word="Similar", tone="similar"),
            )
        ),
        v.Row(
            marked=True,
            cells=(
                "Black", 1270, rate(25.1, 2.4), ratio(0.84, 1.11),
                v.Verdict(word="Worse", tone="worse"),
            ),
        ),
        v.Row(
            cells=(
                v.Link(text="Hispanic", href="/disparity"), 501, rate(27.0, 3.9),
                ratio(0.9, 1.17), v.Verdict(word="Better", tone="better"),
            )
        ),
        v.Row(
            cells=("Asian", 32, rate(33.0, 15.0, 0, v.UNRELIABLE), HIDDEN, None)
        ),
        v.Row(
            cells=("Native Hawaiian or Pacific Islander", HIDDEN, HIDDEN, HIDDEN, "")
        ),
    ),
    notes=("Hidden: a count of 1 to 10, or a number that would reveal one.",),
)  # fmt: skip
DEFINITION = v.Definition(
    title="Permanent home within 12 months",
    paragraphs=(
        "Of all children who entered foster care in a year, the share who left to "
        "live with parents, relatives, an adoptive family or a guardian in 12 months.",
    ),
    terms=(
        ("Counted", "Left to permanency within 12 months of entry"),
        (
            "Among",
            "Children under 18 who entered in the year and stayed 8 days or more",
        ),
        ("Source", "Federal Round 4 indicator P1"),
    ),
)


def chart(title: str, sentence: str, *, full: bool = False) -> v.Chart:
    """A frame around a made-up chart."""
    return v.Chart(
        title=title,
        sentence=sentence,
        summary=sentence,
        source=SOURCE,
        table=TABLE if full else None,
        definition=DEFINITION if full else None,
        csv=v.Link(text="Download (CSV)", href="/data.csv", download="data.csv")
        if full
        else None,
        permalink="/measure/permanency-12-months?by=race" if full else "",
        part="trend" if full else "",
    )


def county_map(state: str, label: str, *, marked: str = "") -> v.CountyMap:
    """All counties of a state with made-up numbers; some hidden, one without data."""
    text = (ROOT / "data" / "geo" / f"{state}.json").read_text("utf-8")
    outlines = json.loads(text)
    places = []
    for i, each in enumerate(outlines["counties"]):
        number = rate(27 + 9 * math.sin(i * 1.9) + 5 * math.cos(i * 0.31), 4.0, 60)
        number = HIDDEN if i % 11 == 3 else number
        number = v.Quantity(status="unreliable") if i % 13 == 5 else number
        number = v.Quantity(status="no data") if i == 40 else number
        places.append(
            v.MapPlace(
                fips=each["fips"],
                name=each["name"],
                path=each["path"],
                label_at=tuple(each["at"]),
                quantity=number,
                href=f"/county/{each['fips']}",
                marked=each["fips"] == marked,
            )
        )
    known = tuple(p.quantity.value for p in places if p.quantity.value is not None)
    return v.CountyMap(
        label=label,
        view_box=outlines["viewBox"],
        places=tuple(places),
        limits=five_limits(known),
        state=27.7,
        state_label="North Carolina 27.7 %" if state == "nc" else "State",
    )


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
            id="pick-county",
            label="County",
            empty="Choose a county",
            choices=(
                v.Link(text="Durham", href="/county/37063"),
                v.Link(text="Wake", href="/county/37183"),
            ),
        ),
    ),
    editions=(
        v.Link(text="Staff edition", href="http://x.test/", current=True),
        v.Link(text="Public edition", href="http://x.test/public/"),
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
