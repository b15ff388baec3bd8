"""A number in the run of a page: value, interval in grey, or the reason for none."""

from typing import Any

from dash import html

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


def cell(quantity: Quantity, unit: Unit, *, bare: bool = False) -> Any:
    """Value and interval; `bare` leaves the unit to the table's head."""
    if not quantity.shown or quantity.value is None:
        return html.Span(theme.reason(quantity), className=missing_class(quantity))
    written = (
        theme.number(quantity.value, decimals=unit.decimals)
        if bare
        else theme.amount(quantity.value, unit)
    )
    parts = [html.Span(written, className="value")]
    if between := theme.interval(quantity, unit):
        parts.append(html.Span(f" ({between})", className="interval"))
    parts += [html.Span(f" {each}", className="caveat") for each in caveats(quantity)]
    return html.Span(parts, className="quantity")


def missing_class(quantity: Quantity) -> str:
    return "missing missing-hidden" if quantity.status == "hidden" else "missing"


def big(quantity: Quantity, unit: Unit, *, label: str) -> html.P:
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
