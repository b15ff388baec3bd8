"""Sentences for places with few children: the wider area, and what would show.

Where a county cannot be compared the reader is told so, and then what is known of the
region or the state around it; and a comparison that shows nothing is not told as
"no difference" but with the ratio that so many children could have shown.
"""

import math
from collections.abc import Callable
from functools import partial

from metrics.model import Measure
from metrics.narrative import disparity_sentence, value_sentence
from metrics.phrases import ratio_refusal, reference_of, refusal, where_of
from metrics.power import Detectable
from metrics.table import IMMATURE, UNRELIABLE, MeasureRow


def disparity_or_wider(
    row: MeasureRow,
    wider: MeasureRow,
    *,
    measure: Measure,
    place: str,
    wider_place: str,
    window: str,
    group_children: str,
    reference_children: str,
    wider_window: str = "",
) -> str:
    """The comparison of two groups; where the place is too small, that of the wider.

    row, wider: the same measure, group and base, for the place and for the area around
    it; wider_window: if it is another, as a pool of years.
    """
    say = partial(
        disparity_sentence, measure=measure, group_children=group_children,
        reference_children=reference_children,
    )  # fmt: skip
    own = say(row, place=place, window=window)
    reference = reference_of(row, reference_children)
    refused = ratio_refusal(row, place, group_children, reference)
    if not refused or row.ratio_status == "reference":
        return own
    pair = f"compare {group_children} with {reference}"
    few = f"Too few children in {place}, {window}, to {pair}."
    around = reference_of(wider, reference_children)
    neither = ratio_refusal(wider, wider_place, group_children, around)
    return _with_wider(
        row, few if _few(row) else own, neither, wider_place,
        lambda: say(wider, place=wider_place, window=wider_window or window),
    )  # fmt: skip


def value_or_wider(
    row: MeasureRow,
    wider: MeasureRow,
    *,
    measure: Measure,
    place: str,
    wider_place: str,
    window: str,
    group_children: str = "",
    wider_window: str = "",
) -> str:
    """The figure; where the place is too small for a dependable one, the wider's."""
    say = partial(value_sentence, measure=measure, group_children=group_children)
    own = say(row, place=place, window=window)
    where = where_of(place, window, measure, group_children)
    if not refusal(row, where):
        return own
    who = group_children or "children"
    few = f"Too few {who} in {place}, {window}, for a dependable figure."
    neither = refusal(wider, wider_place)
    return _with_wider(
        row, few if _few(row) else own, neither, wider_place,
        lambda: say(wider, place=wider_place, window=wider_window or window),
    )  # fmt: skip


def would_show_sentence(found: Detectable, *, place: str, group_children: str) -> str:
    """What ratio so many children could have shown, rounded away from 1."""
    with_these = f"With this many {group_children} in {place} we could"
    below = math.floor(found.below * 10) / 10
    ends = [f"below {below:.1f}"] if below > 0 else []
    if math.isfinite(found.above):
        ends.insert(0, f"above {math.ceil(found.above * 10) / 10:.1f}")
    if not ends:
        return f"{with_these} not see any difference, however large."
    return f"{with_these} only see a ratio {' or '.join(ends)}."


def _with_wider(
    row: MeasureRow,
    refused: str,
    wider_refused: str,
    wider_place: str,
    wider: Callable[[], str],
) -> str:
    """The refusal, then what is known around, unless time itself is what is missing."""
    if row.has(IMMATURE):
        return refused
    if wider_refused:
        return f"{refused} Nor can anything be said of {wider_place}."
    return f"{refused} {wider()}"


def _few(row: MeasureRow) -> bool:
    """Whether smallness, and nothing else, keeps the row from being compared."""
    shown = row.status == "shown" and not row.has(IMMATURE)
    return shown and (row.has(UNRELIABLE) or row.ratio_status == "unreliable")
