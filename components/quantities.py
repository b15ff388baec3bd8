"""A number in the run of a page: value, interval in grey, or the reason for none."""

from typing import Any

from components import tags as html
from components import theme, words
from components.views import CARE, IMMATURE, UNRELIABLE, Quantity, Unit


def caveats(quantity: Quantity) -> tuple[str, ...]:
    """The short warnings that must stand beside the number; none beside no number."""
    found: list[str] = []
    if not quantity.shown:
        return ()
    if quantity.has(UNRELIABLE) or quantity.has(CARE):
        found.append(words.USE_WITH_CARE)
    if quantity.has(IMMATURE):
        found.append(words.NOT_FINAL)
    return tuple(found)


def cell(quantity: Quantity, unit: Unit) -> Any:
    """Value and interval."""
    if not quantity.shown or quantity.value is None:
        return html.Span(theme.reason(quantity), className=missing_class(quantity))
    written = html.Span(theme.amount(quantity.value, unit), className="value")
    return html.Span([written, *_beside(quantity, unit)], className="quantity")


def in_table(quantity: Quantity, unit: Unit, *, bare: bool) -> Any:
    """The same for a cell of a table; `bare` leaves the unit to its head.

    A table has hundreds of cells, so the value is text of the cell itself.
    """
    if not quantity.shown or quantity.value is None:
        return html.Span(theme.reason(quantity), className=missing_class(quantity))
    number = theme.number(quantity.value, decimals=unit.decimals)
    written = number if bare else theme.amount(quantity.value, unit)
    beside = _beside(quantity, unit)
    return [written, *beside] if beside else written


def _beside(quantity: Quantity, unit: Unit) -> list[Any]:
    between = theme.interval(quantity, unit)
    parts = [html.Span(f" ({between})", className="interval")] if between else []
    return parts + [
        html.Span(f" {each}", className="caveat") for each in caveats(quantity)
    ]


def missing_class(quantity: Quantity) -> str:
    return "missing missing-hidden" if quantity.status == "hidden" else "missing"


def big(quantity: Quantity, unit: Unit, *, label: str) -> html.Tag:
    """The one number that a page is about."""
    if not quantity.shown or quantity.value is None:
        kind = (
            "big-missing big-hidden" if quantity.status == "hidden" else "big-missing"
        )
        body: list[Any] = [html.Span(theme.reason(quantity), className=kind)]
    else:
        body = [html.Span(theme.amount(quantity.value, unit), className="big-value")]
    small = [label, _between(quantity, unit), _stands_on(quantity)]
    notes = [html.Span(each) for each in (*small, *caveats(quantity)) if each]
    return html.P([*body, html.Span(notes, className="big-notes")], className="big")


def _between(quantity: Quantity, unit: Unit) -> str:
    between = theme.interval(quantity, unit)
    return words.INTERVAL.format(between=between) if between else ""


def _stands_on(quantity: Quantity) -> str:
    return theme.counted(quantity) if quantity.denominator is not None else ""
