"""Samples of lines over the years."""

import math

from components import views as v
from pages._style.made import HIDDEN, YEARS, rate


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
_WHOLE = _series(33.0, -0.5, 5.0)
_CARE = rate(24.0, 11.0, 31, v.UNRELIABLE)
_SOME = (*_WHOLE[:3], HIDDEN, *_WHOLE[4:8], _CARE, *_WHOLE[9:])
COUNTY_TREND = v.Trend(
    windows=YEARS,
    lines=(v.Line(name="Durham County", points=_SOME),),
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
_ASIAN = _series(30.0, -0.2, 6.0)
_THIN = (*_ASIAN[:2], HIDDEN, HIDDEN, *_ASIAN[4:])
MANY_TREND = v.Trend(
    windows=YEARS,
    lines=(
        *GROUP_LINES,
        v.Line(name="Asian", code="asian_nh", points=_THIN),
        v.Line(
            name="Two or more races",
            code="two_plus_nh",
            points=_series(34.0, -0.45, 3.0),
        ),
    ),
)
