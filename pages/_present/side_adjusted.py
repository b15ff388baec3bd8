"""Raw ratios of the counties beside those adjusted for small numbers."""

from dataclasses import replace

import numpy as np

from components import theme
from components.views import PERCENT, RATIO, Cell, Chart, Column, Quantity, Row, Table
from metrics.side_by_side import SideBySide
from metrics.table import MeasureRow
from pages._present import basics, frames
from pages._present.side_asking import Answers, View
from pages._present.side_funnel import county_names, is_marked
from pages._words import side_by_side as words

SHARE = replace(PERCENT, decimals=0)


def chart(view: View, found: Answers, side: SideBySide) -> Chart:
    """The frame; the table itself is what it shows."""
    title = basics.capital(words.ADJUSTED.format(**view.said))
    return frames.frame(
        view.about,
        found.rows,
        title=title,
        path=words.PATH,
        query=view.query(),
        part="adjusted",
        sentence=sentence(view, side),
        notes=(words.ADJUSTED_NOTE,),
    )


def sentence(view: View, side: SideBySide) -> str:
    """How far the ratios are drawn together."""
    said = view.said
    if not side.adjusted.tau2 > 0:
        ratio = theme.number(side.centre, decimals=2)
        return words.ADJUSTED_NONE.format(ratio=ratio, **said)
    raw = side.ratio[side.compared]
    drawn = side.adjusted.value[side.compared]
    ends = (raw.min(), raw.max(), drawn.min(), drawn.max())
    low, high, low_adjusted, high_adjusted = (
        theme.number(float(each), decimals=2) for each in ends
    )
    return words.ADJUSTED_SPREAD.format(
        n=int(side.compared.sum()), low=low, high=high, low_adjusted=low_adjusted,
        high_adjusted=high_adjusted, **said,
    )  # fmt: skip


def table(view: View, found: Answers, side: SideBySide) -> Table:
    """A row a county in the order of names: raw, adjusted, how much is its own."""
    called = county_names(view)
    raw, adjusted, share, remark = words.ADJUSTED_COLUMNS
    return Table(
        caption=basics.capital(words.ADJUSTED.format(**view.said)),
        columns=(
            Column(name=basics.capital(view.nouns[0]), align="text"),
            Column(name=raw, unit=RATIO),
            Column(name=adjusted, unit=RATIO),
            Column(name=share, unit=SHARE),
            Column(name=remark, align="text"),
        ),
        rows=tuple(
            Row(
                cells=(called[row.geography], *_cells(view, row, side, i)),
                marked=is_marked(view, row.geography),
            )
            for i, row in enumerate(found.rows)
        ),
    )


def _cells(
    view: View, row: MeasureRow, side: SideBySide, i: int
) -> tuple[Cell, Cell, Cell, Cell]:
    remark = basics.remarks(row, view.said["reference"])
    raw = basics.ratio(row)
    if not side.compared[i]:
        status = "unreliable" if raw.shown else raw.status
        return basics.ratio_cell(row), Quantity(status=status), "", remark
    found = side.adjusted
    drawn = Quantity(
        value=float(found.value[i]),
        lower=float(found.lower[i]),
        upper=float(found.upper[i]),
    )
    share = float(found.weight[i])
    return raw, drawn, 100 * share if np.isfinite(share) else None, remark
