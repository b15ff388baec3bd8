"""The decision pathway: one chain of decisions, for one group against a reference.

Pure: counts in, a typed chain out. On the population base the disparity index (DI) of
a stage says how often children of the group come so far, on the decision base the
relative rate index (RRI) what happens at this decision alone. Where every stage counts
a part of the one before, the product of the RRIs is the DI, exactly.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import isnan, nan

import numpy as np

from metrics import disparity, rates
from metrics.decompose import product_parts
from metrics.model import Kind
from metrics.pathway_model import SHOWN, Chain, Link, Ratio, Stage
from metrics.pathway_parts import Bounds, bounds
from metrics.rates import Floats, Intervals
from metrics.reliability import LIMITS, Limits, reliability

PER = 1_000
BOUNDS_ONLY = "bounds only"
UNKNOWN_LIMIT = 0.10


def chain(
    stages: Sequence[Stage],
    *,
    end: str = "",
    limits: Limits = LIMITS,
    unknown_limit: float = UNKNOWN_LIMIT,
) -> Chain:
    """The chain of some stages; `end` (or the last) is the one taken apart.

    Raises ValueError without stages or for an `end` that is none of them.
    """
    names = [stage.id for stage in stages]
    if not names or (end and end not in names):
        raise ValueError(f"{end!r} is none of the stages {', '.join(names)}")
    last = names.index(end) + 1 if end else len(names)
    found = tuple(_link(stage, limits, unknown_limit) for stage in stages)
    telescopes = _telescopes(stages[:last])
    parts = _parts(found[:last]) if telescopes else ()
    links = _with_products(found, parts)
    return Chain(
        links=links,
        end=names[last - 1],
        telescopes=telescopes,
        difference=sum(parts) if parts else nan,
    )


def _telescopes(stages: Sequence[Stage]) -> bool:
    before = (stages[0].group.population, stages[0].reference.population)
    for stage in stages:
        if (stage.group.denominator, stage.reference.denominator) != before:
            return False
        before = (stage.group.numerator, stage.reference.numerator)
    return True


def _parts(links: Sequence[Link]) -> tuple[float, ...]:
    """What each decision adds to the difference at the last one, per 1,000."""
    if not all(link.rri.shown for link in links):
        return ()
    sides = [
        tuple(each.numerator / each.denominator for each in side)
        for side in (
            [link.stage.reference for link in links],
            [link.stage.group for link in links],
        )
    ]
    parts = product_parts(sides[0], sides[1]).effects
    return tuple(float(part) * PER for part in parts)


def _with_products(links: Sequence[Link], parts: Sequence[float]) -> tuple[Link, ...]:
    """The product so far; after a link without a ratio there is none."""
    running, done = 1.0, []
    for place, link in enumerate(links):
        running *= link.rri.value
        part = parts[place] if place < len(parts) else nan
        done.append(replace(link, running=running, per_1000=part))
    return tuple(done)


def _link(stage: Stage, limits: Limits, unknown_limit: float) -> Link:
    g, r = stage.group, stage.reference
    kind: Kind = "proportion" if stage.nested and not stage.first else "rate"
    of_population = (g.numerator, g.population, r.numerator, r.population)
    at_decision = (g.numerator, g.denominator, r.numerator, r.denominator)
    di = _ratio(of_population, "rate", stage.missing, limits)
    rri = _ratio(at_decision, kind, stage.missing, limits)
    if rri.shown and _doubtful(stage, unknown_limit):
        rri = _none(BOUNDS_ONLY)
    a, n, b, m = at_decision
    known = rri.shown and min(a, b) > 0
    could_be = bounds(
        stage.nested and not stage.first, at_decision, of_population,
        (g.unknown, g.unknown_before), (r.unknown, r.unknown_before),
    )  # fmt: skip
    return Link(
        stage=stage,
        di=di,
        rri=rri,
        log_rri=float(np.log(rri.value)) if known else nan,
        log_variance=1 / a - 1 / n + 1 / b - 1 / m if known else nan,
        running=nan,
        per_1000=nan,
        unknown_share=_share(g.unknown, g.counted),
        bounds=_where_shown(could_be, di, rri),
    )


def _where_shown(found: Bounds, di: Ratio, rri: Ratio) -> Bounds:
    """No bounds where there is no ratio: they would tell what is kept back."""
    if not di.shown:
        found = replace(found, di_lower=nan, di_upper=nan)
    if not rri.shown and rri.status != BOUNDS_ONLY:
        found = replace(found, rri_lower=nan, rri_upper=nan)
    return found


def _doubtful(stage: Stage, limit: float) -> bool:
    """Whether too many children are in no known group, here or at the decision before.

    Unknown race falls along the pathway, so such a ratio may move for that alone.
    """
    sides = (stage.group, stage.reference)
    return any(
        _share(unknown, counted) > limit
        for side in sides
        for unknown, counted in (
            (side.unknown, side.counted),
            (side.unknown_before, side.counted_before),
        )
    )


def _share(unknown: float, counted: float) -> float:
    return unknown / counted if counted > 0 else nan


def _ratio(
    counts: tuple[float, float, float, float], kind: Kind, missing: str, limits: Limits
) -> Ratio:
    """Ratio of a / n to b / m by the rules that every table obeys."""
    a, n, b, m = counts
    if any(isnan(each) for each in counts):
        return _none(missing)
    if min(n, m) <= 0:
        return _none("not estimable")
    if b < limits.events or _unreliable(a, n, kind, limits):
        return _none("unreliable")
    method = (
        disparity.proportion_ratio if kind == "proportion" else disparity.rate_ratio
    )
    found: Intervals = method(a, n, b, m)
    status = str(found.status[0])
    if status not in SHOWN or b == 0:
        return _none("not estimable")
    return Ratio(
        value=(a / n) / (b / m),
        lower=float(found.lower[0]),
        upper=float(found.upper[0]),
        method=str(found.method[0]),
        status=status,
    )


def _unreliable(a: float, n: float, kind: Kind, limits: Limits) -> bool:
    one = rates.wilson(a, n) if kind == "proportion" else rates.byar_or_exact(a, n)
    value: Floats = np.array([a / n])
    marks = reliability(a, n, value, one.lower, one.upper, limits=limits)
    return bool(marks.unreliable[0])


def _none(status: str) -> Ratio:
    return Ratio(value=nan, lower=nan, upper=nan, method="", status=status)
