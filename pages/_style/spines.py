"""Samples of one county against all counties."""

from components import views as v
from pages._style.made import HIDDEN, MOVES, PER_1000, rate


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
