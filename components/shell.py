"""The frame around every page: header with pickers, banner, footer."""

from typing import Any

import dash_bootstrap_components as dbc

from components import tags as html
from components import words
from components.links import link
from components.notices import notice
from components.views import Link, Picker, Shell


def banner(view: Shell) -> html.Tag | None:
    """What holds for every page, as that the data are made up; kept when embedded."""
    if view.banner is None:
        return None
    return html.Section(
        html.Div(notice(view.banner), className="wide"),
        className="banner",
        **{"aria-label": words.ABOUT_DATA},
    )


def origin(view: Shell) -> html.Tag | None:
    """What a picture that is saved says of its figures (assets/picture.js)."""
    said = {"data-page-origin": view.origin}
    return html.Div(hidden=True, **said) if view.origin else None


def header(view: Shell) -> html.Tag:
    """Product, pages, pickers; gone in embedded pages and on paper."""
    home = html.A(view.product, href=view.home, className="brand", **{"data-nav": "in"})
    first: list[Any] = [home]
    if view.place:
        first.append(html.Span(view.place, className="brand-place"))
    pages = html.Nav(
        html.Ul([html.Li(link(each)) for each in view.nav]),
        **{"aria-label": words.MAIN_MENU},
    )
    pickers = [picker(each) for each in view.pickers]
    right = [*pickers, *([_editions(view.editions)] if view.editions else [])]
    return html.Header(
        html.Div(
            [
                html.Div(
                    [html.Div(first, className="brand-line"), pages],
                    className="header-left",
                ),
                html.Div(right, className="header-right"),
            ],
            className="wide",
        ),
        className="site-header chrome",
    )


def behind(part: html.Tag | None) -> html.Tag:
    """A part of the frame that is shown only if the page before it is a notice."""
    return html.Div(part, className="behind")


def picker(view: Picker) -> html.Tag:
    """A native list and a button; nothing happens until the button is pressed."""
    options = [{"label": each.text, "value": each.href} for each in view.choices]
    now = next((each.href for each in view.choices if each.current), None)
    select = dbc.Select(id=view.id, options=options, value=now, placeholder=view.empty)
    unseen = html.Span(f" {view.label}", className="unseen")
    says = view.verb or [words.SHOW, unseen]
    return html.Div(
        [
            html.Label([html.Span(view.label, className="picker-label"), select]),
            html.Button(says, type="button", **{"data-go": "list"}),
        ],
        className="picker",
    )


def _editions(links: tuple[Link, ...]) -> html.Tag:
    return html.Nav(
        html.Ul([html.Li(link(each)) for each in links]),
        className="editions",
        **{"aria-label": words.EDITION},
    )


def footer(view: Shell) -> html.Tag:
    """Where the numbers come from and of what date they are."""
    lines = [html.P(each) for each in view.footer]
    links = html.Ul([html.Li(link(each)) for each in view.footer_links])
    parts = [html.Div(lines), links] if view.footer_links else [html.Div(lines)]
    parts.append(_colours(view.theme))
    return html.Footer(
        html.Div(parts, className="wide"), className="site-footer chrome"
    )


def _colours(theme: str) -> html.Tag:
    """Light, dark or more contrast, kept in the address alone (assets/theme.js)."""
    buttons = [
        html.Button(
            name,
            type="button",
            **{"data-wear": wear, "aria-pressed": str(wear == theme).lower()},
        )
        for wear, name in words.THEMES
    ]
    return html.Div(
        [html.Span(words.COLOURS, className="colours-head"), *buttons],
        className="colours",
        role="group",
        **{"aria-label": words.COLOURS},
    )
