"""Published figures of groups in words: ratios as the source's counts give them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from metrics.words import count, frequency, ratio_words

Record = Mapping[Any, Any]


def published_words(
    records: Sequence[Record], *, title: str, reference: str
) -> tuple[str, ...]:
    """Groups against a reference by their intervals.

    records: name, numerator, denominator, ratio, lower, upper of each group without
    the reference; a ratio that is not there is not a number.
    """
    known = [each for each in records if each["ratio"] > 0]
    said = [f"{title}. Each row is a group of children, set against {reference}."]
    said += _apart(known, reference)
    few = len(records) - len(known)
    if few:
        verb = "has" if few == 1 else "have"
        said.append(
            f"{count(few).capitalize()} of the {count(len(records))} groups {verb} too "
            "small numbers, or none, to compare."
        )
    return tuple(said)


def _apart(known: Sequence[Record], reference: str) -> Iterator[str]:
    above = [each for each in known if each["lower"] > 1]
    below = [each for each in known if each["upper"] < 1]
    for word, those in (("Above", above), ("Below", below)):
        if those:
            listed = "; ".join(_ratio(each, reference) for each in those)
            yield f"{word} 1 by more than chance readily gives: {listed}."
    same = [each for each in known if each["lower"] <= 1 <= each["upper"]]
    if same:
        listed = ", ".join(str(each["name"]) for each in same)
        yield f"The difference may be chance: {listed}."


def _ratio(each: Record, reference: str) -> str:
    base, size = frequency(each["ratio"])
    ratio, low, high = (ratio_words(each[n]) for n in ("ratio", "lower", "upper"))
    return (
        f"{each['name']} {ratio} (95 % interval {low} to {high}; "
        f"{each['numerator']:,.0f} of {each['denominator']:,.0f}), {size} for every "
        f"{base} {reference} out of equal numbers"
    )
