"""A chart over time in words, from its own rows; and what all such words share.

Each generator gives two to five sentences: what is shown, the figures at its ends with
counts and intervals, what is beyond chance, and what is left out and why. Below the
reliability limit nothing is compared, and better or worse is said only where the
measure has a side that is better.
"""

from collections.abc import Callable, Iterable, Sequence

from metrics.model import Measure
from metrics.phrases import Terms, amount, capital, missing, terms
from metrics.table import BREAK, CARE, IMMATURE, UNRELIABLE, MeasureRow
from metrics.trend import Change, compare_all, verdict
from metrics.windows import overlap
from metrics.words import count, frequency

# The plural and the singular of what is counted: ("years", "year").
Noun = tuple[str, str]
Names = Callable[[MeasureRow], str]


def changes_of(
    lines: Sequence[tuple[Sequence[MeasureRow], Measure]],
) -> list[Change | None]:
    """The last dependable row of each line against its first, all worked out at once.

    lines: rows, oldest first, and their measure; None where there are no two.
    """
    known = [[row for row in rows if dependable(row)] for rows, _ in lines]
    at = [i for i, rows in enumerate(known) if len(rows) > 1]
    ends = [(known[i][-1], known[i][0]) for i in at]
    counted = [
        (last.numerator, last.denominator, first.numerator, first.denominator)
        for last, first in ends
    ]
    kinds = [
        terms(last, lines[i][1]).kind for i, (last, _) in zip(at, ends, strict=True)
    ]
    found: list[Change | None] = [None] * len(lines)
    for i, change in zip(at, compare_all(counted, kinds), strict=True):
        found[i] = change
    return found


def over_time_words(
    rows: Sequence[MeasureRow],
    *,
    measure: Measure,
    place: str,
    names: Names,
    change: Change | None = None,
) -> tuple[str, ...]:
    """A line over windows, oldest first.

    rows: one a window of one place; names: what a row's window is called; change: what
    `changes_of` found, if it is known already.
    """
    known = [row for row in rows if dependable(row)]
    said = [_shown(rows, measure, place, names)]
    if not known:
        return (*said, *left_out(rows, ("years", "year")))
    first, last = known[0], known[-1]
    if first is not last:
        said.append(f"{capital(names(first))}: {figure(first, measure)}.")
    said.append(_newest(last, measure, names))
    if first is not last:
        change = change or changes_of(((rows, measure),))[0]
        said.append(_between(first, last, change, measure, names))
    rest = " ".join(left_out(rows, ("years", "year")))
    return tuple(filter(None, (*said, rest)))


def _shown(
    rows: Sequence[MeasureRow], measure: Measure, place: str, names: Names
) -> str:
    said = f"The line shows “{measure.title}” in {place}"
    if not rows:
        return f"{said}; there are no figures."
    first, last = names(rows[0]), names(rows[-1])
    until = f", {first}" if first == last else f", from {first} to {last}"
    return f"{said}{until}, {unit_of(rows[0], measure)}."


def _newest(row: MeasureRow, measure: Measure, names: Names) -> str:
    said = f"{capital(names(row))}: {figure(row, measure)}"
    natural = out_of(row, measure)
    care = "; the count is small, so use it with care" if row.has(CARE) else ""
    return f"{said}{f', or {natural}' if natural else ''}{care}."


def _between(
    first: MeasureRow,
    last: MeasureRow,
    found: Change | None,
    measure: Measure,
    names: Names,
) -> str:
    """The last against the first, by the interval of their ratio."""
    ends = f"Between {names(first)} and {names(last)}"
    if first.has(BREAK) or last.has(BREAK):
        return f"{ends} the meaning of the figures changed: they are not compared."
    if overlap((first.window, last.window)):
        return f"{ends} some days are shared: they are not compared."
    if found is None or found.direction == "cannot be compared":
        return f"{ends} nothing can be compared."
    if found.direction == "no clear change":
        return f"{ends} there is no clear change: the difference may be chance."
    judged = verdict(found, measure.direction)
    side = f" ({judged}, for this measure)" if judged in ("better", "worse") else ""
    became = f"{ends} it became {found.direction}{side}"
    return f"{became}, by more than chance readily gives."


# ---- what all words share ----------------------------------------------------------


def dependable(row: MeasureRow) -> bool:
    """Whether the row's figure may be told and compared."""
    if row.status != "shown" or row.has(UNRELIABLE) or row.has(IMMATURE):
        return False
    return not missing(row.value)


def figure(row: MeasureRow, measure: Measure) -> str:
    """The value with its interval and counts: "27.7 % (95 % ...), 1,225 of 4,420"."""
    return f"{amount(row, terms(row, measure))}, {counts(row)}"


def unit_of(row: MeasureRow, measure: Measure) -> str:
    """The unit of a row's figure in a sentence."""
    unit = terms(row, measure).unit
    return "in %" if unit == "%" else unit


def so_many(n: int) -> str:
    """A number as the subject of a sentence."""
    return count(n) if n else "none"


def listed(words: Sequence[str]) -> str:
    """As "one, two and three"."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def be(n: int) -> str:
    """The verb for so many."""
    return "is" if n == 1 else "are"


def counts(row: MeasureRow) -> str:
    """What a figure stands on."""
    return f"{row.numerator:,.0f} of {row.denominator:,.0f}"


def out_of(row: MeasureRow, measure: Measure) -> str:
    """The value as children out of so many; "" for events, which are no children."""
    say = terms(row, measure)
    if say.events or not row.numerator or not _children(say):
        return ""
    base, size = frequency(row.numerator / row.denominator)
    return f"{size} of every {base} {say.among}"


def _children(say: Terms) -> bool:
    """Whether those counted are among those they are counted out of."""
    return say.among.startswith("children") and (say.kind == "proportion" or (
        say.population and say.counted.startswith("children")
    ))  # fmt: skip


def left_out(
    rows: Iterable[MeasureRow], noun: Noun, *, every: int = 0
) -> tuple[str, ...]:
    """How many rows say nothing, and why; each row is counted once.

    every: out of how many, if there are more than these rows.
    """
    kinds = [_reason(row) for row in rows]
    every = every or len(kinds)
    reasons = (
        ("hidden", "hidden to protect the privacy of children"),
        ("early", "not final: the children have not been followed long enough"),
        ("few", "too small in numbers to compare"),
        ("none", "without a figure"),
    )
    said = []
    for kind, text in reasons:
        n = kinds.count(kind)
        if n:
            said.append(f"{several(n, every, noun)} {be(n)} {text}.")
    return tuple(said)


def several(n: int, every: int, noun: Noun) -> str:
    """As "Two of the seven years", or all of them."""
    if n == every:
        return f"All {noun[0]}" if n > 1 else f"The {noun[1]}"
    return f"{capital(count(n))} of the {count(every)} {noun[0]}"


def _reason(row: MeasureRow) -> str:
    """Why a row says nothing; "" where it does."""
    if row.status == "hidden":
        return "hidden"
    if row.status == "no data":
        return "none"
    if row.has(IMMATURE):
        return "early"
    if row.status != "shown" or missing(row.value):
        return "none"
    return "few" if row.has(UNRELIABLE) else ""
