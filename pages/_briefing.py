"""The sections of a briefing about its measures: what changed, and where all stand."""

from typing import Any

from components import briefing as parts
from components import tags as html
from components.charts import chart
from components.grids import stack
from components.heads import section
from components.links import link
from components.shell import picker
from components.spine import spine, spine_key
from pages._later import in_places
from pages._present import briefing as present
from pages._present import briefing_beside as besides
from pages._present.about import about
from pages._present.county_asked import ask, subjects
from pages._present.county_spine import key, spine_chart
from pages._present.county_spine import spine as spine_view
from pages._words import briefing as words


def changed(asked: present.Brief) -> html.Tag:
    """What changed beyond chance."""
    shown = (part for told in present.changed(asked) for part in _told(told))
    return section(words.CHANGED, *shown, name="changed")


def _told(told: present.Told) -> list[html.Tag]:
    before = [html.P(told.before, className="prose")] if told.before else []
    lines = [parts.numbered(told.lines)] if told.lines else []
    notes = html.P(" ".join(told.after), className="note")
    return [*before, *lines, *([notes] if told.after else [])]


def measures(
    name: str, asked: present.Brief, years: str, compare: str, kept: str
) -> html.Tag:
    """The spine, or with other counties the same measures beside each other."""
    several = len(subjects(present.measures_of(asked.ground)))
    places = in_places(name, f"{kept}/{compare}", several, height=620)
    if compare:
        intro = html.P(words.BESIDE_INTRO, className="prose")
        note = words.BESIDE_NOTE.format(state=asked.about.state_name)
        head: list[Any] = [intro, html.P(note, className="note")]
    else:
        head = [spine_key(key(ask(asked.about.state, asked.about.place.code, False)))]
    named = words.BESIDE if compare else words.SPINE
    choose = _choose(asked, years, compare)
    return section(named, choose, *head, stack(*places), name="measures")


def _choose(asked: present.Brief, years: str, compare: str) -> html.Tag:
    """A list to add a county, and a link to remove each."""
    about = asked.about
    others = besides.chosen(about, compare)
    more = besides.picker(about, others, years)
    removing = [html.Li(link(e)) for e in besides.removers(about, others, years)]
    full = html.P(words.BESIDE_FULL.format(most=besides.MOST), className="note")
    return html.Div(
        [
            picker(more) if more else full,
            html.Ul(removing, className="notice-links") if removing else None,
        ],
        className="briefing-choose chrome",
    )


def drawn(state: str, county: str, pooled: bool, compare: str, subject: int) -> Any:
    """The measures of a subject: against the state, or beside other counties."""
    if compare:
        return _beside(state, county, pooled, compare, subject)
    tables = ("here", "state", "counties", "moves")
    asked = ask(state, county, pooled, *tables, subject=subject)
    return chart(spine_chart(asked), spine(spine_view(asked)))


def _beside(state: str, county: str, pooled: bool, compare: str, subject: int) -> Any:
    others = besides.chosen(about(state, county), compare)
    asked = ask(state, county, pooled, "state", "counties", subject=subject)
    drawn = [parts.beside(b.link, b.dots) for b in besides.measures(asked, others)]
    return chart(besides.frame(asked, others), *drawn)
