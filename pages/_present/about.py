"""Where and when a page is about: a place of a state, its windows, their names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from metrics.errors import BadSelection
from metrics.places import Place, Vintage
from metrics.windows import Window
from pages import _wiring
from pages._words import basics as words


@dataclass(frozen=True, kw_only=True)
class About:
    """One place of one state as a page shows it, with all the names it needs.

    `windows` and `providers` are those of the state; `place.code` is the state's own
    code where the page is about the whole state.
    """

    state: str
    place: Place
    state_name: str
    windows: tuple[Window, ...]
    providers: Mapping[str, str]
    vintage: Vintage

    @property
    def whole_state(self) -> bool:
        return self.place.level == "state"

    @property
    def name(self) -> str:
        """The place in a sentence: Durham County, North Carolina."""
        county = self.place.level == "county"
        return f"{self.place.name} County" if county else self.place.name

    @property
    def code(self) -> str:
        """The place as a Selection and an address name it."""
        return "" if self.whole_state else self.place.code

    @property
    def main_kind(self) -> str:
        return str(self.vintage.notes["main_window_kind"])

    def of_kind(self, kind: str = "") -> tuple[Window, ...]:
        """The windows of a kind, oldest first; of the main kind if none is named."""
        wanted = kind or self.main_kind
        return tuple(each for each in self.windows if each.kind == wanted)

    def window(self, key: str) -> Window:
        """The window with this key. Raises BadSelection if there is none."""
        for each in self.windows:
            if each.key == key:
                return each
        raise BadSelection(f"There are no figures for “{key[:40]}” here.")

    def earlier(self, key: str) -> Window | None:
        """The window of the same kind that ends just before this one begins."""
        now = self.window(key)
        found = [w for w in self.of_kind(now.kind) if w.end < now.start]
        return found[-1] if found else None

    def query(self) -> dict[str, str]:
        """State and place as an address names them."""
        level = self.place.level
        return {
            "state": "" if self.state == _wiring.default_state() else self.state,
            "county": self.place.code if level == "county" else "",
            "region": self.place.code.partition(":")[2] if level == "region" else "",
        }


def about(state: str, place: str = "") -> About:
    """The place of an address, "" for the whole state. Raises BadSelection."""
    door = _wiring.outcomes()
    return About(
        state=state,
        place=door.place(state, place),
        state_name=door.places(state).state.name,
        windows=door.windows(state),
        providers=door.providers(state),
        vintage=door.vintage(state),
    )


def day(when: date) -> str:
    """A date as 30 June 2025."""
    return f"{when.day} {when:%B %Y}"


def short(window: Window) -> str:
    """A window under an axis: 2024, or 2022 to 2024."""
    _, year, rest = window.label.partition(" year")
    return rest.removeprefix("s").strip() if year else window.label


def source_line(about: About, *windows: str) -> str:
    """Source, first and last window, and vintage of a chart."""
    vintage = about.vintage
    first, *more = (about.window(key) for key in windows)
    labels = first.label
    if more and more[-1] != first:
        labels = words.SPAN.format(first=first.label, last=short(more[-1]))
    said = words.SOURCE.format(
        source=vintage.source,
        window=labels,
        end=day(vintage.data_end),
        version=vintage.version,
    )
    ours_hidden = vintage.edition == "public" and not vintage.published
    audited = vintage.notes.get("audited", "no").startswith("yes")
    rule = words.POLICY_AUDITED if audited else words.POLICY
    return f"{said}; {rule}" if ours_hidden else said
