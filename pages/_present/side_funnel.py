"""The funnel of the counties: the drawing, its sentences, its table twin."""

from collections.abc import Iterator, Mapping

import numpy as np

from components import theme
from components.views import (
    RATIO,
    Cell,
    Chart,
    Column,
    Funnel,
    FunnelLimits,
    FunnelPlace,
    Quantity,
    Row,
    Side,
    Table,
)
from metrics import funnel as limits
from metrics.narrative_words_places import funnel_words
from metrics.side_by_side import SideBySide
from metrics.signals import expected_by_chance
from metrics.table import MeasureRow
from metrics.words import count
from pages import _wiring
from pages._present import basics, frames
from pages._present.chance import by_chance
from pages._present.side_asking import Answers, View
from pages._present.side_head import compared, place_name
from pages._words import side_by_side as words

CURVE = 60
OUTER = (limits.BELOW_ALARM, limits.ABOVE_ALARM)
INNER = (limits.BELOW_WARN, limits.ABOVE_WARN)


def chart(view: View, found: Answers, side: SideBySide) -> Chart:
    """The frame around the funnel."""
    title = basics.capital(words.FUNNEL.format(**view.said))
    return frames.frame(
        view.about,
        found.rows,
        title=title,
        path=words.PATH,
        query=view.query(),
        part="funnel",
        sentence=" ".join(
            filter(
                None, (stand(view, side, county_names(view)), own(view, found, side))
            )
        ),
        told=_told(view, found, side),
        notes=notes(view, found, side),
        data=table(view, found, side, title),
    )


def _told(view: View, found: Answers, side: SideBySide) -> tuple[str, ...]:
    said = view.said
    return funnel_words(
        side,
        pair=f"{said['group']} to {said['reference']}",
        state=said["state"],
        noun=view.nouns[::-1],
        hidden=sum(row.status == "hidden" for row in found.rows),
    )


def funnel(view: View, found: Answers, side: SideBySide) -> Funnel:
    """The counties that are compared, and the limits over the range of their sizes."""
    said = view.said
    ratio = theme.number(side.centre, decimals=2)
    return Funnel(
        label=words.FUNNEL.format(**said),
        places=tuple(_places(view, found, side)),
        limits=tuple(_limits(side)),
        centre=side.centre,
        centre_label=words.CENTRE.format(state=said["state"], ratio=ratio),
        few=words.FEWER,
        many=words.MANY,
        axis=words.AXIS,
    )


def _places(view: View, found: Answers, side: SideBySide) -> Iterator[FunnelPlace]:
    called = county_names(view)
    for i, row in enumerate(found.rows):
        if not side.compared[i]:
            continue
        where = str(side.side[i])
        yield FunnelPlace(
            name=called[row.geography],
            href=_wiring.href(f"county/{row.geography}"),
            at=float(side.information[i]),
            ratio=float(side.ratio[i]),
            side=_side(where),
            says=f"{theme.spoken(basics.ratio(row), RATIO)}, {against(view, where)}",
            marked=is_marked(view, row.geography),
            named=where in OUTER,
        )


def _side(where: str) -> Side:
    return "alarm" if where in OUTER else "warn" if where in INNER else "within"


def _limits(side: SideBySide) -> Iterator[FunnelLimits]:
    there = side.information[side.compared]
    if not there.size:
        return
    at = np.geomspace(there.min() / 1.25, there.max() * 1.25, CURVE)
    inner, outer = (
        side.limits(at, confidence=each) for each in (limits.WARN, limits.ALARM)
    )
    ends = (inner.lower, inner.upper, outer.lower, outer.upper)
    for x, *each in zip(at.tolist(), *(e.tolist() for e in ends), strict=True):
        yield FunnelLimits(
            at=x, inner_lower=each[0], inner_upper=each[1], outer_lower=each[2],
            outer_upper=each[3],
        )  # fmt: skip


def county_names(view: View) -> dict[str, str]:
    """The counties by code."""
    places = _wiring.outcomes().places(view.about.state)
    return {each.code: each.name for each in places.counties}


def is_marked(view: View, code: str) -> bool:
    """Whether the reader chose this county."""
    return view.marked is not None and view.marked.place.code == code


def against(view: View, where: str) -> str:
    """Where a county lies, in words."""
    text = dict(words.SIDES).get(where, words.NOT_COMPARED)
    return text.format(state=view.about.name)


# ---- sentences -----------------------------------------------------------------


def stand(view: View, side: SideBySide, called: Mapping[str, str]) -> str:
    """The counties that differ by a list of which one in twenty may be chance.

    called: the names by code; the list is in their order.
    """
    said = view.said
    codes = [c for c, yes in zip(side.codes, side.stand.flagged, strict=True) if yes]
    if not codes:
        return words.STAND_NONE.format(**said)
    return words.STAND.format(
        n=count(len(codes)),
        noun=view.nouns[len(codes) > 1],
        differ=words.DIFFER[len(codes) > 1],
        listed=", ".join(sorted(called[code] for code in codes)),
        **said,
    )


def own(view: View, found: Answers, side: SideBySide) -> str:
    """Where the county lies that the reader chose."""
    if view.marked is None:
        return ""
    at = side.codes.index(view.marked.place.code)
    row, told = compared(found)[at]
    ratio = basics.ratio(row)
    place = place_name(view, view.marked.place.name)
    if told:
        return words.OWN.format(
            place=place,
            ratio=theme.number(ratio.value or 0.0, decimals=2),
            interval=theme.interval(ratio, RATIO),
            side=against(view, str(side.side[at])),
        )
    remark = basics.remarks(row, view.said["reference"])
    reason = remark if ratio.shown else theme.reason(ratio)
    return words.OWN_NOT.format(place=place, reason=reason)


def notes(view: View, found: Answers, side: SideBySide) -> tuple[str, ...]:
    """What must stand under the funnel."""
    said, n = view.said, int(side.compared.sum())
    chance = by_chance(expected_by_chance(n, level=1 - limits.WARN))
    spread = side.dispersion
    widened = words.WIDENED if spread.overdispersed else words.NOT_WIDENED
    if not np.isfinite(spread.phi):
        widened = words.UNKNOWN_SPREAD
    few = "unreliable" in found.rows.columns["ratio_status"]
    return (
        words.INSIDE.format(**said),
        *((words.ONLY_HIGH.format(**said),) if few else ()),
        widened.format(phi=f"{spread.phi:.1f}", **said),
        words.OUTSIDE_CHANCE.format(chance=chance, n=n, **said),
        *_covered(view, found),
        direction(view),
        words.COHORT.format(cohort=view.measure.cohort, base=base(view)),
    )


def _covered(view: View, found: Answers) -> tuple[str, ...]:
    coverage = found.state.coverage
    return (words.COVERED.format(coverage=coverage, **view.said),) if coverage else ()


def direction(view: View) -> str:
    """Which side of 1 is unwanted, by the direction of the measure."""
    texts = {"higher": words.HIGHER, "lower": words.LOWER, "none": words.NEITHER}
    return texts[view.measure.direction].format(**view.said)


def base(view: View) -> str:
    """What the rates are out of, in a note."""
    return dict(words.BASES)[view.base].lower()


# ---- the table twin ------------------------------------------------------------


def table(view: View, found: Answers, side: SideBySide, title: str) -> Table:
    """A row a county in the order of names, with all counts."""
    called = county_names(view)
    heads = words.COLUMNS
    units = (basics.WHOLE,) * 4
    columns = (
        Column(name=basics.capital(view.nouns[0]), align="text"),
        *(Column(name=n, unit=u) for n, u in zip(heads[:4], units, strict=True)),
        Column(name=heads[4], unit=RATIO),
        *(Column(name=each, align="text") for each in heads[5:]),
    )
    return Table(
        caption=words.EACH_CAPTION.format(title=title),
        columns=columns,
        rows=tuple(
            Row(
                cells=(called[row.geography], *_cells(view, row, side, i)),
                marked=is_marked(view, row.geography),
            )
            for i, row in enumerate(found.rows)
        ),
    )


def _cells(view: View, row: MeasureRow, side: SideBySide, i: int) -> Iterator[Cell]:
    yield basics.count_cell(row, "numerator")
    yield basics.count_cell(row, "denominator")
    yield _count(float(side.x2[i]), row)
    yield _count(float(side.n2[i]), row)
    yield basics.ratio_cell(row)
    yield against(view, str(side.side[i]))
    yield basics.remarks(row, view.said["reference"])


def _count(size: float, row: MeasureRow) -> Cell:
    """A count of the reference; where there is none beside a hidden ratio, hidden."""
    if np.isfinite(size):
        return size
    return Quantity(status="hidden") if "hidden" in row.ratio_status else None
