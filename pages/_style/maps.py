"""Samples of county maps: real outlines, made-up numbers."""

import math

from components import views as v
from components.map_scale import five_limits
from pages._present.county_map import outlines
from pages._style.made import HIDDEN, rate


def county_map(state: str, label: str, *, marked: str = "") -> v.CountyMap:
    """All counties of a state with made-up numbers; some hidden, one without data."""
    box, shapes = outlines(state)
    places = []
    for i, each in enumerate(shapes):
        number = rate(27 + 9 * math.sin(i * 1.9) + 5 * math.cos(i * 0.31), 4.0, 60)
        number = HIDDEN if i % 11 == 3 else number
        number = v.Quantity(status="unreliable") if i % 13 == 5 else number
        number = v.Quantity(status="no data") if i == 40 else number
        places.append(
            v.MapPlace(
                fips=each.fips,
                name=each.name,
                path=each.path,
                label_at=each.at,
                quantity=number,
                href=f"/county/{each.fips}",
                marked=each.fips == marked,
            )
        )
    known = tuple(p.quantity.value for p in places if p.quantity.value is not None)
    return v.CountyMap(
        label=label,
        view_box=box,
        places=tuple(places),
        limits=five_limits(known),
        state=27.7,
        state_label="North Carolina 27.7 %" if state == "nc" else "State",
    )
