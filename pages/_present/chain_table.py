"""The tables of a chain: every count of both sides, and how far a ratio could move."""

from math import isfinite

from components import theme
from components.views import PERCENT, Cell, Column, Quantity, Row, Table, Unit
from metrics.pathway import BOUNDS_ONLY
from metrics.pathway_model import Link
from pages._present import basics, chain
from pages._present.chain import Told
from pages._words import basics as shared
from pages._words import chain as words
from pages._words import disparity as page

# The heads of the columns already say that it is a ratio.
FACTOR = Unit(decimals=2)
PER_1000 = Unit(name=words.PER_1000, decimals=2)


def twin(told: Told, caption: str) -> Table:
    """A row a decision, those outside the chain last."""
    units = (
        None, basics.WHOLE, basics.WHOLE, basics.WHOLE, basics.WHOLE,
        FACTOR, FACTOR, PER_1000, PERCENT, None, None,
    )  # fmt: skip
    rows = [Row(cells=_cells(told, link)) for link in told.links]
    rows += [Row(cells=_cells(told, link, aside=True)) for link in told.beside]
    return Table(
        caption=caption,
        columns=_columns(words.COLUMNS, units),
        rows=tuple(rows),
        notes=(words.PARTS_SAYS,),
        sortable=False,
    )


def _columns(
    names: tuple[str, ...], units: tuple[Unit | None, ...]
) -> tuple[Column, ...]:
    return tuple(
        Column(name=name, unit=unit, align="number" if unit else "text")
        for name, unit in zip(names, units, strict=True)
    )


def _cells(told: Told, link: Link, *, aside: bool = False) -> tuple[Cell, ...]:
    group, reference = link.stage.group, link.stage.reference
    counts = (
        group.numerator, group.denominator, reference.numerator, reference.denominator,
    )  # fmt: skip
    share = 100 * link.unknown_share
    return (
        link.stage.label,
        *(chain.count(link, each) for each in counts),
        chain.quantity(told, link, link.rri),
        chain.quantity(told, link, link.di),
        "" if aside else chain.derived(link, link.per_1000),
        Quantity(value=share) if isfinite(share) else Quantity(status="hidden"),
        _could_be(link),
        _remark(told, link, aside),
    )


def _could_be(link: Link) -> str:
    ends = (link.bounds.di_lower, link.bounds.di_upper)
    if not all(isfinite(each) for each in ends):
        return ""
    low, high = (theme.number(each, decimals=2) for each in ends)
    return words.COULD_BE.format(low=low, high=high)


def _remark(told: Told, link: Link, aside: bool) -> str:
    said = [words.ASIDE] if aside else []
    if link.rri.status == BOUNDS_ONLY:
        limit = dict(page.UNKNOWN_WHAT)[told.view.dim]
        said.append(words.TOO_MANY_UNKNOWN.format(what=limit))
    if link.stage.id in told.found.immature:
        said.append(dict(shared.FLAGS)["immature"])
    return "; ".join(said)


def moves(told: Told) -> Table:
    """How far the ratio so far could move, were the group of every child known."""
    units = (None, PERCENT, FACTOR, FACTOR, FACTOR)
    return Table(
        caption=words.MOVES.format(group=told.group),
        columns=_columns(words.MOVES_COLUMNS, units),
        rows=tuple(Row(cells=_moved(told, link)) for link in told.links),
        sortable=False,
    )


def _moved(told: Told, link: Link) -> tuple[Cell, ...]:
    share = 100 * link.unknown_share
    return (
        link.stage.label,
        Quantity(value=share) if isfinite(share) else Quantity(status="hidden"),
        chain.quantity(told, link, link.di),
        chain.derived(link, link.bounds.di_lower),
        chain.derived(link, link.bounds.di_upper),
    )
