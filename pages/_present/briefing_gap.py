"""The disparity of a county in one sentence, with the counts that it stands on."""

from dataclasses import dataclass

from components.views import Link
from metrics.table import STATE_REFERENCE, MeasureRow, MeasureTable
from pages import _wiring
from pages._present import basics
from pages._present.briefing import counted
from pages._present.county_asked import about_county, entries
from pages._present.county_charts import gap_sentence, of_county, surest
from pages._words import briefing as words


@dataclass(frozen=True, kw_only=True)
class Finding:
    """The sentence, its counts ("" where there are none), and the way to all."""

    sentence: str
    counts: str
    link: Link


def finding(state: str, county: str) -> Finding:
    """Who enters care: the group whose ratio is surest to be far from 1.

    Where no group can be compared, that and the finding of the area around it.
    """
    about = about_county(state, county)
    found = of_county(about, about.name, entries(about))
    return Finding(
        sentence=gap_sentence(found) or words.GAP_NONE,
        counts=_counts(found.tables[0]) if found.tables else "",
        link=Link(
            text=words.GAP_LINK, href=_wiring.href("disparity", **about.query())
        ),
    )


def _counts(table: MeasureTable) -> str:
    row = surest(table)
    if row is None:
        return ""
    own = {"own": counted(row), "group": _children(row.group)}
    if row.has(STATE_REFERENCE):
        return words.GAP_COUNTS_STATE.format(**own)
    other = _reference(table, row)
    return words.GAP_COUNTS.format(
        **own, other=counted(other), reference=_children(row.reference)
    )


def _reference(table: MeasureTable, row: MeasureRow) -> MeasureRow:
    return table.row(group=row.reference)


def _children(code: str) -> str:
    return basics.group_children("race", code, {})
