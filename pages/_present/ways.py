"""From what is shown of one county to everything else about it."""

from components.views import Link
from pages import _wiring
from pages._present.about import About
from pages._present.briefing import briefing_link
from pages._words import briefing as words


def of_county(here: About) -> tuple[Link, ...]:
    """All figures of the county and its briefing; nothing for other places."""
    if here.place.level != "county":
        return ()
    href = _wiring.href(f"county/{here.place.code}")
    everything = Link(text=words.BACK.format(county=here.name), href=href)
    return everything, briefing_link(here)
