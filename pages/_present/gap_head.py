"""The head of the page on differences: its question and what is found first."""

from dataclasses import replace

from components.views import PageHead
from metrics.narrative_small import disparity_or_wider
from metrics.table import MeasureRow
from pages import _wiring
from pages._present import basics, gap_group, groups, pathway
from pages._present.about import day
from pages._present.pathway_asking import Answers, View
from pages._present.titles import window_title
from pages._words import disparity as words


def head(view: View, found: Answers) -> PageHead:
    """The question and the widest difference at the focus, in natural frequencies."""
    about = view.about
    first, *rest = findings(view, found)
    return PageHead(
        question=words.QUESTION,
        lead=first,
        more=" ".join(rest),
        title=window_title(words.TITLE, about.name),
        context=(
            about.name,
            basics.capital(view.label),
            basics.dimension_name(view.dim),
            words.DATA_TO.format(day=day(about.vintage.data_end)),
        ),
    )


def findings(view: View, found: Answers) -> tuple[str, ...]:
    """The group asked for and the widest differences at the focus that chance does not
    readily give, or why there are none; never empty.
    """
    rows = tuple(found.of(pathway.focus_base(view, found))[view.focus.id])
    if not any(basics.ratio(each).shown for each in rows):
        return (too_few(view, found, rows),)
    own = [row for row in rows if row.group == view.group]
    told = [*own, *(row for row in groups.widest(rows) if row not in own)]
    said = tuple(pathway.sentence(view, view.focus, row) for row in told)
    if said:
        named = f"In {view.about.name}, {view.label}, "
        rest = (basics.capital(each.removeprefix(named)) for each in said[1:])
        return said[0], *rest
    fallback = words.LEAD_FALLBACK.format(
        place=view.about.name,
        window=view.label,
        step=pathway.label(view.focus),
        reference=pathway.reference(view, rows),
    )
    return (fallback,)


def too_few(view: View, found: Answers, rows: tuple[MeasureRow, ...]) -> str:
    """That the place is too small to compare, and what the whole state shows."""
    group = gap_group.chosen(view, found)
    own = next((row for row in rows if row.group == group), None)
    if view.about.whole_state or own is None:
        return words.LEAD_FEW.format(
            place=view.about.name, window=view.label, step=pathway.label(view.focus)
        )
    asked = replace(view.groups(view.focus, own.base), place="")  # type: ignore[arg-type]
    return disparity_or_wider(
        own,
        _wiring.outcomes().table(asked).row(group=group),
        measure=view.focus,
        place=view.about.name,
        wider_place=view.about.state_name,
        window=view.label,
        group_children=pathway.children(view, group),
        reference_children=pathway.reference_of(view, own.reference),
    )
