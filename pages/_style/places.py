"""Samples of many places: the funnel and the panels."""

from math import exp

from components import views as v
from pages._style.made import HIDDEN, ratio

CENTRE = 1.4


def _limits(at: float) -> v.FunnelLimits:
    near, far = exp(1.96 * at**-0.5), exp(3.09 * at**-0.5)
    return v.FunnelLimits(
        at=at,
        inner_lower=CENTRE / near,
        inner_upper=CENTRE * near,
        outer_lower=CENTRE / far,
        outer_upper=CENTRE * far,
    )


def _place(name: str, at: float, value: float, side: v.Side) -> v.FunnelPlace:
    return v.FunnelPlace(
        name=name,
        href="/county/37063",
        at=at,
        ratio=value,
        side=side,
        says=f"{value:.2f}",
        named=side == "alarm",
        marked=name == "Cedar",
    )


FUNNEL = v.Funnel(
    label="Counties by size",
    places=(
        _place("Ash", 6, 2.4, "within"),
        _place("Birch", 9, 0.7, "within"),
        _place("Cedar", 14, 1.2, "within"),
        _place("Dogwood", 60, 1.9, "warn"),
        _place("Elm", 300, 2.1, "alarm"),
        _place("Fir", 320, 2.12, "alarm"),
        _place("Gum", 900, 1.1, "alarm"),
        _place("Hazel", 2000, 1.42, "within"),
    ),
    limits=tuple(_limits(5 * 1.12**i) for i in range(60)),
    centre=CENTRE,
    centre_label="State: 1.40",
    few="few children",
    many="many children",
    axis="How much the two counts can tell",
)
PANELS = v.Panels(
    groups=(
        v.PanelGroup(
            title="Region 1",
            places=(
                v.PanelPlace(name="Ash", href="/county/1", quantity=ratio(2.4, 0.9)),
                v.PanelPlace(name="Birch", href="/county/2", quantity=HIDDEN),
                v.PanelPlace(
                    name="Cedar",
                    href="/county/3",
                    quantity=ratio(0.7, 0.3, v.CARE),
                    note="compared with the state",
                    marked=True,
                ),
            ),
        ),
        v.PanelGroup(
            title="Region 2",
            places=(
                v.PanelPlace(
                    name="Dogwood",
                    href="/county/4",
                    quantity=v.Quantity(status="unreliable"),
                ),
            ),
        ),
    ),
    centre=CENTRE,
    centre_label="State: 1.40",
    less="lower rate",
    more="higher rate",
)
