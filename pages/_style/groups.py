"""Samples of groups beside each other."""

from components import views as v
from pages._style.made import HIDDEN, rate, ratio

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
