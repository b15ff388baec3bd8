"""Samples of differences: along decisions, in parts, in children."""

from components import views as v
from pages._style.made import HIDDEN, ratio

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
PARTS = v.Parts(
    unit=v.Unit(name="per 1,000 children", decimals=1),
    less="lower than White children",
    more="higher",
    code="black_nh",
    rows=(
        v.Part(
            label="Where children live",
            note="between counties",
            quantity=v.Quantity(value=0.8),
        ),
        v.Part(
            label="Within the same county",
            quantity=v.Quantity(value=-0.2),
        ),
        v.Part(label="Not known", quantity=HIDDEN),
        v.Part(
            label="The whole difference", quantity=v.Quantity(value=0.6), total=True
        ),
    ),
)
READING = v.HowToRead(
    title="How to read this",
    paragraphs=(
        "Of as many American Indian children as White children living here, 21 "
        "entered care for every 10 White children.",
    ),
)
