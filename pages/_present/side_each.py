"""One small panel a county, by region where there are regions."""

from components import theme
from components.views import Chart, PanelGroup, PanelPlace, Panels
from metrics.narrative_words_places import ratios_words
from metrics.table import STATE_REFERENCE, MeasureRow
from pages import _wiring
from pages._present import basics, frames
from pages._present.side_asking import Answers, View
from pages._present.side_funnel import is_marked
from pages._words import basics as shared
from pages._words import side_by_side as words


def chart(view: View, found: Answers) -> Chart:
    """The frame around the panels; its table twin is that of the funnel."""
    title = basics.capital(words.EACH.format(**view.said))
    note = _wiring.outcomes().vintage(view.about.state).regions_note
    return frames.frame(
        view.about,
        found.rows,
        title=title,
        path=words.PATH,
        query=view.query(),
        part="each",
        sentence=sentence(view, found),
        told=ratios_words(
            tuple(found.rows),
            pair=f"{view.said['group']} to {view.said['reference']}",
            noun=view.nouns[::-1],
        ),
        notes=(note,) if note else (),
    )


def sentence(view: View, found: Answers) -> str:
    """How many of the intervals include 1."""
    shown = [q for q in map(basics.ratio, found.rows) if q.shown]
    if not shown:
        return words.EACH_NONE.format(**view.said)
    crossing = [q for q in shown if (q.lower or 0.0) <= 1 and not _under(q.upper)]
    return words.EACH_SAYS.format(
        crossing=f"{len(crossing):,}", n=f"{len(shown):,}", **view.said
    )


def _under(upper: float | None) -> bool:
    return upper is not None and upper < 1


def panels(view: View, found: Answers) -> Panels:
    """Every county in the order of names, inside its region."""
    said = view.said
    centre = float(found.state.ratio) if found.centred else None
    label = ""
    if centre is not None:
        ratio = theme.number(centre, decimals=2)
        label = words.CENTRE.format(state=said["state"], ratio=ratio)
    return Panels(
        groups=_groups(view, found),
        centre=centre,
        centre_label=label,
        less=words.LESS,
        more=words.MORE,
    )


def _groups(view: View, found: Answers) -> tuple[PanelGroup, ...]:
    places = _wiring.outcomes().places(view.about.state)
    rows = {row.geography: row for row in found.rows}
    titles = {each.code: each.name for each in places.regions}
    by_region: dict[str, list[PanelPlace]] = {code: [] for code in titles}
    for county in places.counties:
        region = county.parent if county.parent in titles else ""
        panel = _panel(view, county.name, rows[county.code])
        by_region.setdefault(region, []).append(panel)
    alone = words.ELSEWHERE if titles else ""
    return tuple(
        PanelGroup(title=titles.get(code, alone), places=tuple(panels))
        for code, panels in by_region.items()
        if panels
    )


def _panel(view: View, name: str, row: MeasureRow) -> PanelPlace:
    return PanelPlace(
        name=name,
        href=_wiring.href(f"county/{row.geography}"),
        quantity=basics.ratio(row),
        note=shared.STATE_REFERENCE_SHORT if row.has(STATE_REFERENCE) else "",
        marked=is_marked(view, row.geography),
    )
