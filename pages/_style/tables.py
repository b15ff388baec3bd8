"""Samples of a table, and the frame around every sample chart."""

from components import views as v
from pages._style.made import HIDDEN, SOURCE, rate, ratio

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
        embed='<iframe src="/measure/p1?embed=1"></iframe>'
        if full
        else "",
    )
