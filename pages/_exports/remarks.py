"""What a chart of an office program cannot show: hidden, doubtful, early, broken."""

from collections.abc import Callable, Iterator

from components import theme
from components.views import Quantity, Trend
from pages._words import exports as words


def remarks(view: object) -> Iterator[str]:
    """Sentences under a chart; bars carry theirs in their names."""
    if not isinstance(view, Trend):
        return
    missing = [
        words.NOT_DRAWN_EACH.format(series=name, item=item, reason=theme.reason(point))
        for name, item, point in _points(view)
        if not point.shown
    ]
    if missing:
        yield words.NOT_DRAWN.format(said="; ".join(missing))
    if care := _named(view, lambda point: point.final and point.hollow):
        yield words.CARE.format(said=care)
    if early := _named(view, lambda point: point.shown and not point.final):
        yield words.FOLLOWED_SAYS.format(said=early)
    for each in view.breaks:
        window = view.windows[min(round(each.at), len(view.windows) - 1)]
        yield words.BREAK_SAYS.format(window=window, label=each.label)
    if view.due:
        window = view.windows[min(round(view.due.at), len(view.windows) - 1)]
        yield words.DUE_SAYS.format(label=view.due.label, window=window)


def _points(view: Trend) -> Iterator[tuple[str, str, Quantity]]:
    for line in view.lines:
        for window, point in zip(view.windows, line.points, strict=True):
            yield line.name, window, point


def _named(view: Trend, wanted: Callable[[Quantity], bool]) -> str:
    """Each line that has such points, with their windows."""
    found: dict[str, list[str]] = {}
    for name, window, point in _points(view):
        if wanted(point):
            found.setdefault(name, []).append(window)
    return "; ".join(f"{name} {', '.join(at)}" for name, at in found.items())
