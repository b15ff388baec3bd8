"""Going through a page with the keyboard, and what is met at each stop."""

from dataclasses import dataclass

from playwright.sync_api import Page

# Where the keyboard is: whether it is after the last stop in reading order, whether
# one can see that it is there, and whether anything lies over it.
STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) { window.lastStop = null; return null; }
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const last = window.lastStop;
  window.lastStop = at;
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const traced = at.matches('a.county') && at.closest('svg')
    .querySelector('.county-outline').getAttribute('d') !== '';
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 &&
    box.left < innerWidth;
  const x = Math.min(innerWidth - 1, Math.max(0, (box.left + box.right) / 2));
  const y = Math.min(innerHeight - 1, Math.max(0, (box.top + box.bottom) / 2));
  const over = document.elementFromPoint(x, y);
  const large = box.height > innerHeight;
  const free = large || !over || at.contains(over) || over.contains(at) ||
    at.matches('a.county') || over.closest('label') === at.closest('label');
  window.stops = window.stops || 0;
  if (!at.dataset.stop) at.dataset.stop = String(window.stops += 1);
  return {
    id: at.dataset.stop,
    name: (at.getAttribute('aria-label') || at.textContent || at.tagName).trim()
      .slice(0, 60),
    kind: at.tagName.toLowerCase(),
    after: !last || !!(last.compareDocumentPosition(at) & 4),
    visible: outlined || traced,
    reached: inside && free
  };
}"""
# The mark that a stop was given: nothing else is looked at on the way back.
MARK = """() => {
  const at = document.activeElement;
  return !at || at === document.body ? null : at.dataset.stop || 'not met before';
}"""
# What could be reached and was not: one stop for the map, the funnel, a set of radio
# buttons. The browser itself also stops at parts that scroll.
MISSED = """() => Array.from(document.querySelectorAll(
  'a[href], button, select, input, textarea, summary, [tabindex="0"]'
)).filter(each => each.tabIndex >= 0 && !each.disabled &&
  each.checkVisibility({visibilityProperty: true}) &&
  !each.closest('details:not([open]) > :not(summary)') && !each.dataset.stop &&
  !(each.type === 'radio' && !each.checked)
).map(each => each.getAttribute('aria-label') || each.textContent || each.id)"""
MOST = 900


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One place at which the keyboard stops."""

    id: str
    name: str
    kind: str
    after: bool
    visible: bool
    reached: bool


def stop(page: Page) -> Stop | None:
    """Where the keyboard is; None when it is on nothing of the page."""
    found = page.evaluate(STOP)
    return Stop(**found) if found else None


def walk(page: Page, *, most: int = MOST) -> list[Stop]:
    """Every stop from where the keyboard is until it leaves the page."""
    stops: list[Stop] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        at = stop(page)
        if at is None:
            return stops
        stops.append(at)
    raise AssertionError(f"the keyboard does not leave the page: {stops[-3:]}")


def back(page: Page, *, most: int = MOST) -> list[str]:
    """The marks of the stops that Shift+Tab meets, those of `walk`."""
    page.keyboard.down("Shift")
    marks: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        mark = page.evaluate(MARK)
        if mark is None:
            page.keyboard.up("Shift")
            return marks
        marks.append(mark)
    raise AssertionError(f"the keyboard does not leave the page: {marks[-3:]}")


def missed(page: Page) -> list[str]:
    """The names of controls at which the keyboard never stopped."""
    found: list[str] = page.evaluate(MISSED)
    return found
