"""The one axis of values that a trend and its small multiples share."""

from operator import attrgetter

from components.scale import Scale, linear, ratios
from components.views import Trend


def trend_scale(view: Trend) -> Scale:
    """One round axis that holds every value, interval and level."""
    values = [each.value for each in view.levels]
    for line in view.lines:
        for point in filter(attrgetter("final"), line.points):
            values += [v for v in (point.value, point.lower) if v is not None]
            if point.value is not None and point.upper is not None:
                # A very wide interval may leave the drawing; the line may not.
                values.append(min(point.upper, 2 * point.value + 1e-9))
    if view.ratio:
        return ratios(values)
    return linear(values, zero=view.from_zero)
