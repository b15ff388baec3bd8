"""Where the figures of a file come from, as every export says it."""

from collections.abc import Iterable
from datetime import date

from metrics.policy_words import policy_says
from pages._exports.views import Origin
from pages._present.about import About, day, short
from pages._words import basics as shared
from pages._words import exports as words
from pages._words import present


def origin(about: About, windows: Iterable[str]) -> Origin:
    """The origin of figures of a place; `windows` are keys, oldest first."""
    vintage = about.vintage
    built = day(date.fromisoformat(vintage.built[:10]))
    edition = dict(present.EDITIONS)[vintage.edition]
    said = present.PUBLISHED if vintage.published else edition
    return Origin(
        state=about.state_name,
        place=about.name,
        period=_period(about, tuple(windows)),
        source=vintage.source,
        data_to=day(vintage.data_end),
        edition=said,
        release=words.RELEASE.format(version=vintage.version, day=built),
        policy=policy_says(vintage),
        marks=(present.DEMO, said) if vintage.demo else (said,),
    )


def _period(about: About, windows: tuple[str, ...]) -> str:
    if not windows:
        return ""
    found = sorted((about.window(each) for each in windows), key=lambda w: w.end)
    first, last = found[0], found[-1]
    if first == last:
        return first.label
    return shared.SPAN.format(first=first.label, last=short(last))


def facts(found: Origin) -> tuple[tuple[str, str], ...]:
    """The origin as names and what they say, in the order of every export."""
    said = (
        found.state, found.place, found.period, found.source, found.data_to,
        found.edition, found.release, found.policy,
    )  # fmt: skip
    listed = tuple(zip(words.ORIGIN, said, strict=True))
    more = tuple((words.DATA, each) for each in found.marks if each != found.edition)
    return tuple((name, text) for name, text in (*listed, *more) if text)


def origin_line(about: About, windows: Iterable[str]) -> str:
    """State, edition, release and rule in one line, for the foot of a picture."""
    found = origin(about, windows)
    marks = ". ".join(found.marks)
    return f"{marks}. {found.state}, {found.release}. {found.policy}"
