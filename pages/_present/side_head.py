"""The head of the counties side by side: how many differ, how many chance gives."""

import numpy as np

from components import theme
from components.views import PageHead, Quantity
from metrics.narrative import disparity_sentence
from metrics.table import STATE_REFERENCE, MeasureRow
from metrics.words import count
from pages._present import basics
from pages._present.about import day
from pages._present.chance import by_chance
from pages._present.side_asking import Answers, View
from pages._present.titles import window_title
from pages._words import side_by_side as words


def head(view: View, found: Answers) -> PageHead:
    """The question, how many counties differ, and the ratio of the whole state."""
    said = view.said
    return PageHead(
        question=words.QUESTION.format(**said),
        lead=lead(view, found),
        more=" ".join(filter(None, (state_sentence(view, found), rest(view, found)))),
        title=window_title(
            words.NAME.format(counties=basics.capital(said["counties"])), said["state"]
        ),
        context=(
            said["state"],
            basics.capital(view.label),
            said["what"],
            words.DATA_TO.format(day=day(view.about.vintage.data_end)),
        ),
    )


def lead(view: View, found: Answers) -> str:
    """How many could be compared, how many lie outside, how many chance would put."""
    said = view.said
    side = found.side
    if side is None:
        why = state_sentence(view, found)
        return words.NO_CENTRE.format(why=why, **said)
    n, total = int(side.compared.sum()), len(side.codes)
    if found.enough is None:
        return words.LEAD_FEW.format(**said)
    above, below = int(side.above.sum()), int(side.below.sum())
    text = words.FOUND_SOME if above + below else words.FOUND_NONE
    outside = text.format(
        k=_count(above + below), above=_count(above), below=_count(below), **said
    )
    return words.LEAD.format(
        total=f"{total:,}",
        n=count(n),
        found=outside,
        chance=by_chance(side.by_chance),
        **said,
    )


def _count(size: int) -> str:
    """A number that stands for places: none, one, two."""
    return count(size) if size else words.NONE


def state_sentence(view: View, found: Answers) -> str:
    """The ratio of the whole state as a natural frequency."""
    return disparity_sentence(
        found.state,
        measure=view.measure,
        place=view.about.name,
        window=view.label,
        group_children=view.group.children,
        reference_children=view.said["reference"],
    )


def rest(view: View, found: Answers) -> str:
    """How many cannot be compared, and why."""
    if found.side is None:
        return ""
    left = [row for row, own in compared(found) if not own]
    if not left:
        return ""
    kinds = [_reason(row) for row in left]
    counted = {kind: kinds.count(kind) for kind, _ in words.REASONS}
    reasons = ", ".join(
        text.format(n=n, **view.said)
        for (kind, text), n in zip(words.REASONS, counted.values(), strict=True)
        if n
    )
    return words.REST.format(n=basics.capital(count(len(left))), reasons=reasons)


def compared(found: Answers) -> tuple[tuple[MeasureRow, bool], ...]:
    """Every county's row, and whether it is set against the state."""
    side = found.side
    flags = side.compared if side else np.zeros(len(found.rows.columns["state"]), bool)
    return tuple(zip(found.rows, flags.tolist(), strict=True))


def _reason(row: MeasureRow) -> str:
    status = basics.ratio_status(row)
    if status == "shown":
        return "state" if row.has(STATE_REFERENCE) else "unreliable"
    return status if status in ("hidden", "unreliable") else "none"


def place_name(view: View, name: str) -> str:
    """A county in a sentence: Durham County; a state or district by its name alone."""
    return f"{name} County" if view.nouns[0] == "county" else name


def written(quantity: Quantity) -> str:
    """A ratio in a sentence."""
    return theme.number(quantity.value or 0.0, decimals=2)
