"""Numbers as a sentence says them."""

_SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
)  # fmt: skip
_AUXILIARIES = ("were", "are", "had been", "have been")
_BASES = (10, 100, 1_000, 10_000, 100_000)
# A natural frequency may be this far, in proportion, from the ratio it rounds.
_NEAR = 0.025
_LARGE = 10_000


def count(size: float) -> str:
    """A whole number: in words under ten, with separators from a thousand."""
    whole = round(size)
    return _SMALL[whole] if 0 <= whole < len(_SMALL) else f"{whole:,}"


def percent(value: float, _like: float = 0.0) -> str:
    """A percentage without its sign, to one decimal."""
    if 0 < value < 0.05:
        return "less than 0.1"
    return f"{value:,.1f}" if abs(value) < _LARGE else f"{value:,.0f}"


def number(value: float, like: float) -> str:
    """A rate, with the decimals that suit `like`, so that limits match their value."""
    size = abs(like)
    if size >= _LARGE:
        return f"{value:,.0f}"
    places = 1 if size >= 1 or size == 0 else 2 if size >= 0.1 else 3
    if 0 < value < 0.5 * 10**-places:
        return f"less than {10**-places:.{places}f}"
    return f"{value:,.{places}f}"


def ratio_words(ratio: float) -> str:
    """A ratio to two decimals, fewer when it is large, more when it is tiny."""
    if ratio == 0:
        return "0"
    if ratio < 0.1:
        return f"{ratio:.2g}" if ratio >= 0.0001 else "less than 0.0001"
    return f"{ratio:.2f}" if ratio < 10 else f"{ratio:,.1f}" if ratio < 100 else (
        f"{ratio:,.0f}"
    )  # fmt: skip


def frequency(ratio: float) -> tuple[str, str]:
    """A ratio as "for every BASE, SIZE": 1.08 is ("10", "about 11").

    The smallest base of ten, a hundred ... whose rounding stays close to the ratio,
    does not turn a difference into none, and gives at least two.
    """
    if ratio == 0:
        return "10", "no"
    base = next((b for b in _BASES if _fits(ratio, b)), _BASES[-1])
    size = round(ratio * base)
    if size < 1:
        return f"{base:,}", "fewer than one"
    about = "" if abs(ratio * base - size) < 1e-6 else "about "
    return f"{base:,}", about + count(size)


def _fits(ratio: float, base: int) -> bool:
    exact = ratio * base
    size = round(exact)
    if size < 2 or abs(exact - size) > _NEAR * exact:
        return False
    # A ratio within half a hundredth of 1 may be told as equal, in hundreds.
    return size != base or abs(exact - size) < 1e-6 or base > 10


def pronoun(verb: str) -> str:
    """What repeats the verb: "entered care" -> "did", "were found" -> "were"."""
    for each in _AUXILIARIES:
        if verb.startswith(each + " "):
            return each.split()[0]
    return "did"
