"""Fixed made-up views for the gallery: numbers, trends, groups, one county."""

import math
from pathlib import Path

from components import views as v

ROOT = Path(__file__).resolve().parents[1]
PER_1000 = v.Unit(name="per 1,000 children", suffix="\u00a0per 1,000", decimals=1)
MOVES = v.Unit(name="moves per 1,000 days", suffix=" moves per 1,000 days", decimals=2)
CHILDREN = v.Unit(name="children", decimals=0)
SOURCE = "Demonstration state, built 1 July 2025; data to 30 June 2025."
YEARS = tuple(str(year) for year in range(2013, 2026))
HIDDEN = v.Quantity(status="hidden")


def rate(value: float, half: float, n: int = 0, *flags: str) -> v.Quantity:
    """A made-up percentage with its interval and counts."""
    below = n or None
    return v.Quantity(
        value=value,
        lower=max(0.0, value - half),
        upper=value + half,
        numerator=round(n * value / 100) if n else None,
        denominator=below,
        flags=flags,
    )


def ratio(value: float, spread: float, *flags: str) -> v.Quantity:
    """A made-up ratio; the interval is as wide on the logarithmic axis."""
    return v.Quantity(
        value=value, lower=value / spread, upper=value * spread, flags=flags
    )


HEAD = v.PageHead(
    question="Are children finding permanent homes in time?",
    lead=(
        "Of every 100 children who entered foster care in North Carolina in the year "
        "to June 2024, about 28 had a permanent home within 12 months, three fewer "
        "than five years before."
    ),
    context=(
        "North Carolina",
        "State fiscal year 2024",
        "Entry cohort",
        "Data to 30 June 2025",
    ),
    number=rate(27.7, 1.3, 4512),
    number_label="had a permanent home within 12 months",
    verdict=v.Verdict(
        word="Worse", tone="worse", detail="than state fiscal year 2019, by interval"
    ),
)
HIDDEN_HEAD = v.PageHead(
    question="Do children who went home stay there?",
    lead="The number for this county is hidden because it stands on few children.",
    context=("Tyrrell County", "State fiscal year 2024"),
    number=HIDDEN,
    number_label="returned to care within 12 months",
)
NOTICES = (
    v.Notice(
        kind="hidden", text="Counts of 1 to 10, and numbers that would reveal them."
    ),
    v.Notice(kind="no data", text="No provider is recorded for reports."),
    v.Notice(kind="not estimable", text="No White child entered care in this county."),
    v.Notice(
        kind="immature",
        text="Children who entered after June 2024 are not yet followed for a year.",
    ),
    v.Notice(kind="unreliable", text="Fewer than 10 events: no comparison is made."),
    v.Notice(
        kind="error",
        text="The numbers could not be read. Try again in a minute.",
        links=(v.Link(text="Back to the scorecard", href="/"),),
    ),
    v.Notice(kind="empty", text="No measure is chosen."),
)


def _series(start: float, drift: float, half: float) -> tuple[v.Quantity, ...]:
    found = []
    for i in range(len(YEARS)):
        value = start + drift * i + 0.9 * math.sin(1.7 * i + start)
        flags = (v.IMMATURE,) if i == len(YEARS) - 1 else ()
        found.append(rate(value, half, 4000 + 37 * i, *flags))
    return tuple(found)


OWN = v.Line(name="North Carolina", points=_series(34.0, -0.55, 1.3))
TREND = v.Trend(
    windows=YEARS,
    lines=(OWN,),
    levels=(v.Level(label="National performance", value=35.2),),
    breaks=(v.Tick(label="New reporting system", at=5),),
    due=v.Tick(label="due June 2024", at=11),
)
_SOME = list(_series(33.0, -0.5, 5.0))
_SOME[3] = HIDDEN
_SOME[8] = rate(24.0, 11.0, 31, v.UNRELIABLE)
COUNTY_TREND = v.Trend(
    windows=YEARS,
    lines=(v.Line(name="Durham County", points=tuple(_SOME)),),
    levels=(v.Level(label="Target", value=36.0),),
)
GROUP_LINES = tuple(
    v.Line(name=name, code=code, points=_series(start, drift, 2.2))
    for name, code, start, drift in (
        ("White", "white_nh", 36.0, -0.35),
        ("Black", "black_nh", 31.0, -0.5),
        ("Hispanic", "hispanic", 33.0, -0.2),
        ("American Indian or Alaska Native", "aian_nh", 28.0, -0.7),
    )
)
GROUP_TREND = v.Trend(windows=YEARS, lines=GROUP_LINES)
_THIN = list(_series(30.0, -0.2, 6.0))
_THIN[2:4] = [HIDDEN, HIDDEN]
MANY_TREND = v.Trend(
    windows=YEARS,
    lines=(
        *GROUP_LINES,
        v.Line(name="Asian", code="asian_nh", points=tuple(_THIN)),
        v.Line(
            name="Two or more races",
            code="two_plus_nh",
            points=_series(34.0, -0.45, 3.0),
        ),
    ),
)

DOTS = v.Dots(
    unit=v.PERCENT,
    reference=27.7,
    reference_label="All children 27.7",
    counted="n",
    rows=(
        v.DotRow(
            label="White",
            code="white_nh",
            quantity=rate(29.9, 1.9, 2210),
            reference=True,
        ),
        v.DotRow(label="Black", code="black_nh", quantity=rate(25.1, 2.4, 1270)),
        v.DotRow(label="Hispanic", code="hispanic", quantity=rate(27.0, 3.9, 501)),
        v.DotRow(
            label="American Indian or Alaska Native",
            code="aian_nh",
            quantity=rate(21.4, 7.9, 112),
            note="Use with care",
        ),
        v.DotRow(
            label="Asian", code="asian_nh", quantity=rate(33.0, 15.0, 32, v.UNRELIABLE)
        ),
        v.DotRow(
            label="Native Hawaiian or Pacific Islander", code="nhpi_nh", quantity=HIDDEN
        ),
        v.DotRow(
            label="Two or more races", code="two_plus_nh", quantity=rate(28.2, 4.4, 390)
        ),
        v.DotRow(
            label="Race not known",
            code="unknown",
            quantity=v.Quantity(status="no data"),
        ),
    ),
)
RATIO_DOTS = v.Dots(
    unit=v.RATIO,
    ratio=True,
    reference=1.0,
    reference_label="White children",
    less="less likely to enter care",
    more="more likely to enter care",
    counted="entries",
    rows=(
        v.DotRow(label="Black", code="black_nh", quantity=ratio(1.44, 1.06)),
        v.DotRow(label="Hispanic", code="hispanic", quantity=ratio(0.62, 1.1)),
        v.DotRow(
            label="American Indian or Alaska Native",
            code="aian_nh",
            quantity=ratio(2.14, 1.22),
        ),
        v.DotRow(
            label="Asian", code="asian_nh", quantity=ratio(0.3, 1.7, v.UNRELIABLE)
        ),
        v.DotRow(
            label="Native Hawaiian or Pacific Islander",
            code="nhpi_nh",
            quantity=v.Quantity(status="unreliable"),
        ),
        v.DotRow(
            label="Two or more races", code="two_plus_nh", quantity=ratio(1.2, 1.12)
        ),
    ),
)


def _spine_row(
    label: str, unit: v.Unit, direction: v.Direction, numbers: tuple[float, ...],
    tone: v.Tone, word: str, half: float, n: int = 400,
) -> v.SpineRow:  # fmt: skip
    low, quarter, middle, high, state, own = numbers
    return v.SpineRow(
        label=label, unit=unit, direction=direction, href="/measure/x",
        quantity=rate(own, half, n), low=low, quarter=quarter,
        three_quarters=middle, high=high, state=state,
        verdict=v.Verdict(word=word, tone=tone, detail="against the state"),
    )  # fmt: skip


SPINE_KEY = v.SpineKey(
    place="Durham County",
    state="North Carolina",
    spread="The 100 counties of North Carolina, three years to June 2024",
    neutral=True,
)
SPINE = v.Spine(
    rows=(
        _spine_row(
            "Maltreatment in care", PER_1000, "lower",
            (1.2, 5.1, 9.6, 21.0, 7.4, 5.9), "similar", "Similar", 1.9,
        ),
        _spine_row(
            "Found again within 12 months", v.PERCENT, "lower",
            (1.1, 4.2, 7.7, 14.0, 6.1, 9.9), "worse", "Worse", 1.6,
        ),
        _spine_row(
            "Permanent home within 12 months", v.PERCENT, "higher",
            (11.0, 22.0, 33.0, 52.0, 27.7, 35.2), "better", "Better", 4.1,
        ),
        _spine_row(
            "Moves between placements", MOVES, "lower",
            (2.1, 3.3, 4.9, 7.4, 4.1, 4.3), "similar", "Similar", 0.4,
        ),
        v.SpineRow(
            label="Returned to care", unit=v.PERCENT, direction="lower",
            quantity=HIDDEN, low=0.0, quarter=3.0, three_quarters=8.0,
            high=17.0, state=5.9,
        ),
        _spine_row(
            "Children entering care", PER_1000, "none",
            (0.6, 1.6, 3.1, 8.2, 2.1, 1.7), "none", "Lower", 0.3, 17000,
        ),
    ),
)  # fmt: skip
