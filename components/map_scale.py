"""Five classes of a map: their limits, the class of a value, their words."""

from components import theme, words
from components.views import Quantity, Unit

CLASSES = 5
HIDDEN, FEW, BLANK = "hidden", "few", "blank"


def five_limits(values: tuple[float, ...]) -> tuple[float, ...]:
    """Four inner limits that put about a fifth of the values in each class."""
    ranked = sorted(values)
    if len(ranked) < CLASSES:
        return ()
    at = [round(i * len(ranked) / CLASSES) for i in range(1, CLASSES)]
    return tuple(sorted({ranked[i] for i in at} - {ranked[0]}))


def class_of(quantity: Quantity, limits: tuple[float, ...]) -> str:
    """The class as the style sheet knows it: step-0 ... step-4, hidden, few, blank."""
    if quantity.status == "hidden":
        return HIDDEN
    if quantity.status in ("unreliable", "not estimable"):
        return FEW
    if not quantity.shown or quantity.value is None:
        return BLANK
    passed = sum(quantity.value >= each for each in limits)
    return f"step-{_spread(passed, limits)}"


def class_words(limits: tuple[float, ...], unit: Unit) -> tuple[tuple[str, str], ...]:
    """Each class with its limits in words, from low to high."""
    if not limits:
        return ((f"step-{_spread(0, limits)}", words.ANY_VALUE),)
    text = [theme.number(each, decimals=unit.decimals) for each in limits]
    low = words.UNDER_LIMIT.format(limit=text[0])
    high = words.FROM_LIMIT.format(limit=text[-1])
    pairs = zip(text, text[1:], strict=False)
    inner = [words.LIMITS.format(low=a, high=b) for a, b in pairs]
    said = [low, *inner, high]
    return tuple((f"step-{_spread(i, limits)}", each) for i, each in enumerate(said))


def _spread(passed: int, limits: tuple[float, ...]) -> int:
    """With fewer classes than five, still from the lightest to the darkest."""
    return round(passed * (CLASSES - 1) / len(limits)) if limits else CLASSES // 2
