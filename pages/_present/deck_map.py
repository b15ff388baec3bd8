"""The counties of a state as a slide: the map, and how many differ by interval."""

from collections import Counter

from components.map_scale import class_of, class_words
from components.views import CountyMap, Slide
from metrics.model import Measure
from pages import _wiring
from pages._present import asking, basics, county_map
from pages._present.about import about, source_line
from pages._present.deck_ground import Ground
from pages._words import present as words


def has_map(ground: Ground) -> bool:
    """Whether there are outlines of the state's counties."""
    return bool(county_map.outlines(ground.about.state)[1])


def of_counties(ground: Ground, measure: Measure, *, name: str, kind: str) -> Slide:
    """The map of a measure over the whole state, with the reader's county marked."""
    newest = ground.newest[measure.id]
    title = words.MAP_OF.format(measure=measure.title)
    if not newest:
        none = words.NO_FIGURES.format(measure=measure.title, place=ground.about.name)
        return Slide(name=name, kind=kind, title=title, sentence=none)
    view = asking.view_of(ground.about, measure, by="", window=newest, reference="")
    door = _wiring.outcomes()
    state, every = door.tables([view.state_now(), view.counties()])
    whole = state.row(window=view.now)
    drawn = county_map.county_map(view, every, whole)
    chart = county_map.chart(view, every, whole)
    return Slide(
        name=name,
        kind=kind,
        title=title,
        sentence=chart.sentence,
        drawing=drawn,
        caption=drawn.label,
        alt=alt(drawn),
        footnote=source_line(about(ground.about.state), view.now) + ".",
        notes=chart.notes,
        twin=county_map.county_table(view, every),
        definitions=(basics.versioned(measure),),
    )


def alt(view: CountyMap) -> str:
    """How many counties are in each class, for who cannot see the map."""
    found = Counter(class_of(each.quantity, view.limits) for each in view.places)
    known = class_words(view.limits, view.unit)
    said = [
        words.MAP_CLASS.format(says=says, n=found[kind])
        for kind, says in (*known, *words.MAP_OTHERS)
        if found[kind]
    ]
    return words.MAP_ALT.format(label=view.label, classes="; ".join(said))
