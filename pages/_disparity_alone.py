"""One part of the page about differences, for the pages of others."""

from typing import Any

from components.heads import section
from metrics.model import Base
from pages import _disparity as all_groups
from pages import _disparity_chain as one_group
from pages._present import chain, gap_group, gap_years
from pages._present.pathway_asking import Answers, View
from pages._words import disparity as words


def drawn(view: View, found: Answers, part: str) -> Any:
    """The section that has the part; a name that is not there is the matrix."""
    federal = all_groups.published(view.about.state) if _is_federal(part) else None
    if federal is not None:
        return federal
    sections = {
        "parts": one_group.opens,
        "beside": one_group.opens,
        "children": all_groups.differences,
        "unknown": all_groups.not_known,
        "moves": one_group.moves,
    }
    if part in sections:
        return sections[part](view, found)
    if part == "places" and view.about.whole_state:
        return one_group.places(view, found)
    return section(words.SECTIONS[0], _one(view, found, part))


def _is_federal(part: str) -> bool:
    return part.startswith("federal-")


def _one(view: View, found: Answers, part: str) -> Any:
    group = gap_group.chosen(view, found)
    if part == "chain":
        return one_group.only_chain(chain.tell(view, group))
    if part == "trend":
        return one_group.only_years(gap_years.years(view, found, group))
    base: Base = "population"
    if found.decision and "decision" in (part, view.base):
        base = "decision"
    return all_groups.matrix(view, found, base)
