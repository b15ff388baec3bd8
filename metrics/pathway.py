"""The decision pathway: one chain of decisions, for one group against a reference.

Pure: counts in, a typed chain out. On the population base the disparity index (DI) of
a stage says how often children of the group come so far, on the decision base the
relative rate index (RRI) what happens at this decision alone. Where every stage counts
a part of the one before, the product of the RRIs is the DI, exactly.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import nan

import numpy as np

from metrics.decompose import product_parts
from metrics.model import Kind
from metrics.pathway_model import Chain, Link, Ratio, Stage
from metrics.pathway_parts import Bounds, bounds
from metrics.pathway_ratios import Sides, no_ratio, ratios
from metrics.reliability import LIMITS, Limits

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
    found = links(stages, limits=limits, unknown_limit=unknown_limit)
    telescopes = _telescopes(stages[:last])
    parts = _parts(found[:last]) if telescopes else ()
    return Chain(
        links=_with_products(found, parts),
        end=names[last - 1],
        telescopes=telescopes,
        difference=sum(parts) if parts else nan,
    )


def links(
    stages: Sequence[Stage],
    *,
    limits: Limits = LIMITS,
    unknown_limit: float = UNKNOWN_LIMIT,
) -> tuple[Link, ...]:
    """Each stage by itself: its ratios and bounds, without the products of a chain."""
    sides = [each for stage in stages for each in _sides(stage)]
    found = ratios(sides, limits)
    return tuple(
        _link(stage, di, rri, unknown_limit)
        for stage, di, rri in zip(stages, found[::2], found[1::2], strict=True)
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


def _sides(stage: Stage) -> tuple[Sides, Sides]:
    """The counts behind the ratio on the population and the one at the decision."""
    g, r = stage.group, stage.reference
    of_population = (g.numerator, g.population, r.numerator, r.population)
    at_decision = (g.numerator, g.denominator, r.numerator, r.denominator)
    kind: Kind = "proportion" if stage.nested and not stage.first else "rate"
    return (
        Sides(counts=of_population, kind="rate", missing=stage.missing),
        Sides(counts=at_decision, kind=kind, missing=stage.missing),
    )


def _link(stage: Stage, di: Ratio, rri: Ratio, unknown_limit: float) -> Link:
    g, r = stage.group, stage.reference
    of_population, at_decision = (each.counts for each in _sides(stage))
    if rri.shown and _doubtful(stage, unknown_limit):
        rri = no_ratio(BOUNDS_ONLY)
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
