"""The slide of a gap where no children are followed: the groups at one decision."""

from components import theme
from components.views import RATIO, DotRow, Dots, Slide
from metrics.table import MeasureRow
from pages._present import basics, difference, gap_head, pathway
from pages._present.about import source_line
from pages._present.pathway_asking import Answers, View
from pages._words import chain as of_chain
from pages._words import disparity as of_gap
from pages._words import present as words


def made(view: View, found: Answers, name: str) -> Slide:
    """Every group at the focus, as a ratio."""
    base = pathway.focus_base(view, found)
    rows = tuple(found.of(base)[view.focus.id])
    first, *more = gap_head.findings(view, found)
    drawn = _dots(view, rows)
    names = {
        "step": view.focus.step.label if view.focus.step else view.focus.title,
        "reference": pathway.reference(view, rows),
        "place": view.about.name,
        "window": view.label,
    }
    twin = difference.table(view, {view.focus.id: found.of(base)[view.focus.id]}, base)
    return Slide(
        name=name,
        kind=name,
        title=words.GAP_GROUPS,
        sentence=first,
        drawing=drawn,
        caption=words.GAP_DOTS.format(**names) if drawn else "",
        alt=dots_alt(drawn) if drawn else "",
        footnote=source_line(view.about, view.now) + ".",
        notes=(words.GAP_NOTE, of_chain.NO_CHAIN, *more),
        twin=twin,
        definitions=(basics.versioned(view.focus),),
    )


def _dots(view: View, rows: tuple[MeasureRow, ...]) -> Dots | None:
    there = [row for row in rows if row.ratio_status not in ("none", "reference")]
    if not any(basics.ratio(row).shown for row in there):
        return None
    return Dots(
        rows=tuple(
            DotRow(
                label=basics.group_name(view.dim, row.group, view.about.providers),
                code=row.group,
                quantity=basics.ratio(row),
            )
            for row in there
        ),
        unit=RATIO,
        reference=1.0,
        reference_label=basics.capital(pathway.reference(view, rows)),
        ratio=True,
        less=of_gap.LOWER,
        more=of_gap.HIGHER,
    )


def dots_alt(view: Dots) -> str:
    """Every row with its ratio, for who cannot see the dots."""
    rows = (
        words.DOT_ROW.format(label=row.label, ratio=theme.spoken(row.quantity, RATIO))
        for row in view.rows
    )
    return words.DOTS_ALT.format(rows=" ".join(rows))
