"""Many places, or many measures of one place, in words; no place is ranked."""

from collections.abc import Iterator, Sequence

from metrics.benchmarks import comparable, signal, spread
from metrics.model import Measure
from metrics.narrative_words import (
    Noun,
    be,
    dependable,
    figure,
    left_out,
    listed,
    several,
    so_many,
)
from metrics.narrative_words_groups import judged, told
from metrics.narrative_words_groups import side as side_of
from metrics.phrases import capital, terms
from metrics.side_by_side import SideBySide
from metrics.signals import expected_by_chance
from metrics.table import MeasureRow, MeasureTable
from metrics.words import count, number, percent, ratio_words

MOST_NAMED = 4


def places_words(
    table: MeasureTable,
    whole: MeasureRow,
    *,
    place: str,
    window: str,
    noun: Noun,
    own: MeasureRow | None = None,
    own_name: str = "",
) -> tuple[str, ...]:
    """Every county or region: the whole, the middle half, the reader's own, the rest.

    table: a row a place; whole: all of them together; own: the reader's place.
    """
    measure, rows = table.measure, tuple(table)
    said = [
        f"Each of the {count(len(rows))} {noun[0]} is shown by its own figure of "
        f"“{measure.title}”, {window}."
    ]
    if dependable(whole):
        said.append(f"{capital(place)}: {figure(whole, measure)}.")
    found = spread(table)
    if found is not None:
        write = percent if terms(whole, measure).unit == "%" else number
        low, high = (write(x, x) for x in (found.quarter, found.three_quarters))
        said.append(
            f"Half of the {count(found.places)} {noun[0]} with dependable figures lie "
            f"between {low} and {high}."
        )
    if own is not None and dependable(own):
        said.append(f"{own_name}: {figure(own, measure)}.")
    said.append(" ".join(left_out(rows, noun)))
    return tuple(filter(None, said))


def measures_words(
    rows: Sequence[tuple[Measure, MeasureRow | None]], *, place: str, state: str
) -> tuple[str, ...]:
    """Every measure of one place against the whole state, by the 99.8 % interval."""
    said = [
        f"Each row is a measure: {place} as a dot with its interval, among the other "
        f"counties and beside the whole of {state}."
    ]
    known = [(m, row) for m, row in rows if row is not None]
    compared = [(m, row) for m, row in known if comparable(row)]
    apart = [(m, row) for m, row in compared if signal(row) is not None]
    said += [_apart(m, row, state) for m, row in apart[:MOST_NAMED - 1]]
    more = len(apart) - (MOST_NAMED - 1)
    if more > 0:
        said.append(f"{capital(count(more))} more stand apart from the state.")
    same = len(compared) - len(apart)
    tail = []
    if same:
        tail.append(f"{several(same, len(rows), MEASURES)} {SAME[same > 1]}")
    few = [row for _, row in known if not comparable(row)]
    tail += left_out(few, MEASURES, every=len(rows))
    return tuple(filter(None, (*said, " ".join(tail))))


MEASURES = ("measures", "measure")
SAME = (
    "does not differ clearly from the state.", "do not differ clearly from the state.",
)  # fmt: skip


def _apart(measure: Measure, row: MeasureRow, state: str) -> str:
    higher = row.ratio > 1
    side = "higher" if higher else "lower"
    good = judged(1 if higher else -1, measure)
    low, high = ratio_words(row.ratio_lower), ratio_words(row.ratio_upper)
    return (
        f"{measure.title}: {figure(row, measure)}; {side} than in the whole of {state}"
        f"{good}, {ratio_words(row.ratio)} times as much (95 % interval {low} to "
        f"{high})."
    )


def beside_words(
    places: Sequence[tuple[str, Sequence[tuple[Measure, MeasureRow | None]]]],
) -> tuple[str, ...]:
    """The same measures in several places: what is shown, and what of each is not.

    places: a name with a row a measure. Places are not set against each other.
    """
    names = [name for name, _ in places]
    said = [
        f"Each measure stands on one scale for {listed(names)}. The order is that in "
        "which they were chosen."
    ]
    for name, rows in places:
        said += _of_place(name, rows)
    return tuple(said)


def _of_place(
    name: str, rows: Sequence[tuple[Measure, MeasureRow | None]]
) -> Iterator[str]:
    known = [(m, row) for m, row in rows if row is not None]
    fit = [(m, row) for m, row in known if dependable(row)]
    hidden = sum(row.status == "hidden" for _, row in known)
    rest = len(rows) - len(fit) - hidden
    yield (
        f"Measures of {name} that can be relied on: {so_many(len(fit))}; hidden: "
        f"{so_many(hidden)}; others: {so_many(rest)}."
    )
    if fit:
        measure, row = fit[0]
        yield f"{name}, “{measure.title}”: {figure(row, measure)}."


def funnel_words(
    side: SideBySide, *, pair: str, state: str, noun: Noun, hidden: int
) -> tuple[str, ...]:
    """Places by size about the state's ratio: how many lie where, and by chance.

    pair: the two groups in words; hidden: places whose figures are hidden.
    """
    compared = int(side.compared.sum())
    where = [str(s) for s, yes in zip(side.side, side.compared, strict=True) if yes]
    near = sum("95" in each for each in where)
    far = sum("99.8" in each for each in where)
    chance = max(1, round(expected_by_chance(compared, level=0.05)))
    return tuple(
        _funnel_lines(side, pair, state, noun, (compared, near, far, hidden, chance))
    )


def _funnel_lines(
    side: SideBySide,
    pair: str,
    state: str,
    noun: Noun,
    sizes: tuple[int, int, int, int, int],
) -> Iterator[str]:
    compared, near, far, hidden, chance = sizes
    yield (
        f"Each dot is one of the {count(len(side.codes))} {noun[0]}: how high it lies "
        f"is the ratio of {pair}, and further right more children stand behind it. The "
        f"whole of {state} has a ratio of {ratio_words(side.centre)}."
    )
    yield (
        f"{capital(so_many(compared))} can be compared: {so_many(far)} lie outside "
        f"the 99.8 % limits, {so_many(near)} more outside the 95 % limits, and the "
        "rest are consistent with the state, given their size."
    )
    yield f"About {count(chance)} would lie outside the 95 % limits by chance alone."
    if hidden:
        some = several(hidden, len(side.codes), noun)
        yield f"{some} {be(hidden)} hidden for privacy."




def ratios_words(
    rows: Sequence[MeasureRow], *, pair: str, noun: Noun
) -> tuple[str, ...]:
    """One ratio in each place: in how many it lies above 1, below, or may be chance."""
    known = [row for row in rows if told(row)]
    sides = [side_of(row) for row in known]
    said = [f"Each panel is a {noun[1]}: the ratio of {pair} with its interval."]
    if known:
        above, below, may = (so_many(sides.count(each)) for each in (1, -1, 0))
        said.append(
            f"In {above} it lies above 1 by more than chance readily gives, in {below} "
            f"below 1, and in {may} the difference may be chance."
        )
    rest = [row for row in rows if not told(row)]
    hidden = sum("hidden" in (row.status, row.ratio_status) for row in rest)
    few = len(rest) - hidden
    said.append(
        f"In {so_many(hidden)} it is hidden to protect the privacy of children, and in "
        f"{so_many(few)} the numbers are too small or missing."
    )
    return tuple(said)
