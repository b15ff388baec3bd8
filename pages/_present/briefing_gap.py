"""The disparity of a county in one sentence, with the counts that it stands on."""

from dataclasses import dataclass

from components.views import Link
from data.state import load_state
from metrics.benchmarks import usable
from metrics.narrative import disparity_sentence
from metrics.table import STATE_REFERENCE, MeasureRow, MeasureTable
from pages import _wiring
from pages._present import basics
from pages._present.briefing import counted
from pages._present.county_asked import about_county, county_name, entries
from pages._present.county_charts import Tables, gap_sentence, of_county, surest
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
    name = county_name(about.place, load_state(state))
    found = of_county(about, name, entries(about))
    row = _row(found.tables[0]) if found.tables else None
    said = [gap_sentence(found) or words.GAP_NONE]
    if row is not None and not _apart(row):
        said.append(_may_be_chance(row, found))
    return Finding(
        sentence=" ".join(said),
        counts=_counts(found.tables[0], row) if row is not None else "",
        link=Link(
            text=words.GAP_LINK, href=_wiring.href("disparity", **about.query())
        ),
    )


def _row(table: MeasureTable) -> MeasureRow | None:
    """The group of the sentence; where none differs clearly, the largest compared."""
    row = surest(table)
    if row is None or _apart(row):
        return row
    compared = [r for r in table if r.ratio_status == "ok" and usable(r)]
    return max(compared, key=lambda each: each.denominator)


def _apart(row: MeasureRow) -> bool:
    return bool(row.ratio_lower > 1 or row.ratio_upper < 1)


def _may_be_chance(row: MeasureRow, found: Tables) -> str:
    """The largest group in natural frequencies, with its interval."""
    about = found.about
    return disparity_sentence(
        row,
        measure=found.tables[0].measure,
        place=found.name,
        window=about.window(row.window).label,
        group_children=_children(row.group),
        reference_children=_children(row.reference),
    )


def _counts(table: MeasureTable, row: MeasureRow) -> str:
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
