"""One view of one measure: everything the drawings of its page ask for."""

from dataclasses import dataclass, replace

from components.views import Direction
from metrics.model import Measure
from metrics.selection import Selection
from pages._present import asked
from pages._present.about import About

POOL = "pool"


@dataclass(frozen=True, kw_only=True)
class View:
    """A checked view: where, what, when, by whom, compared with whom.

    `window` is what was asked for, "" for the newest; `now` is the window itself, and
    `group_window` the one in which groups are compared (pooled years in a county).
    """

    about: About
    measure: Measure
    by: str
    window: str
    reference: str
    now: str
    group_window: str

    @property
    def direction(self) -> Direction:
        return self.measure.direction

    @property
    def path(self) -> str:
        return f"measure/{self.measure.id}"

    @property
    def label(self) -> str:
        return self.about.window(self.now).label

    def query(self) -> dict[str, str]:
        """The view as its address names it."""
        usual = self.by == (self.measure.breakdowns or ("",))[0]
        return self.about.query() | {
            "by": "" if usual else self.by,
            "window": self.window,
            "reference": "" if self.reference == "white_nh" else self.reference,
        }

    def _all(self) -> Selection:
        return Selection(
            state=self.about.state, measure=self.measure.id, place=self.about.code
        )

    def value(self) -> Selection:
        """The window now and the one before it."""
        earlier = self.about.earlier(self.now)
        windows = (earlier.key, self.now) if earlier else (self.now,)
        return replace(self._all(), windows=windows)

    def trend(self) -> Selection:
        """Every window of the main kind."""
        keys = tuple(each.key for each in self.about.of_kind())
        return replace(self._all(), windows=keys)

    def state_trend(self) -> Selection:
        """The same for the whole state."""
        return replace(self.trend(), place="")

    def groups(self) -> Selection:
        """The groups of the chosen dimension, compared."""
        return replace(
            self._all(),
            by=self.by,  # type: ignore[arg-type]
            windows=(self.group_window,),
            reference=self.reference,
        )

    def everyone(self) -> Selection:
        """All children, in the window in which groups are compared."""
        return replace(self._all(), windows=(self.group_window,))

    def counties(self) -> Selection:
        """Every county of the state."""
        return replace(self._all(), place="", by="county", windows=(self.now,))

    def regions(self) -> Selection:
        """Every region of the state."""
        return replace(self.counties(), by="region")

    def state_now(self) -> Selection:
        """The whole state in the window now."""
        return replace(self._all(), place="", windows=(self.now,))


def view_of(
    about: About, measure: Measure, *, by: str, window: str, reference: str
) -> View:
    """The checked view. Raises BadSelection or NoData."""
    dimension = asked.dimension_of(about, by, measure.breakdowns)
    now = asked.window_of(about, window, measure)
    pooled = not window and not about.whole_state
    return View(
        about=about,
        measure=measure,
        by=dimension,
        window=window,
        reference=asked.reference_of(reference, dimension),
        now=now,
        group_window=asked.window_of(about, "", measure, POOL) if pooled else now,
    )
