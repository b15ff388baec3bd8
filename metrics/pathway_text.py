"""A pathway as plain text and as records, for the shell and for files."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from math import isfinite, isnan
from typing import Any

from metrics.pathway_model import Link, Ratio
from metrics.pathway_reader import STATE
from metrics.pathway_tables import Pathway
from metrics.places import Vintage

_HEAD = ("stage", "group", "of", "reference", "of", "DI", "95 % interval", "RRI",
         "95 % interval", "product", "per 1,000", "unknown", "remarks")  # fmt: skip
_LEFT = (0, len(_HEAD) - 1)


def pathway_records(found: Pathway, vintage: Vintage) -> list[dict[str, Any]]:
    """One flat record a stage; what is hidden or cannot be computed is None."""
    chained = [_record(found, link, "yes") for link in found.chain.links]
    aside = [_record(found, link, "no") for link in found.branches]
    about = {
        "edition": vintage.edition,
        "release": vintage.version,
        "data_end": vintage.data_end.isoformat(),
        "source": vintage.source,
        "demonstration": "demonstration data: no real children" if vintage.demo else "",
        "policy": vintage.policy,
    }
    return [record | about for record in (*chained, *aside)]


def as_json(found: Pathway, vintage: Vintage) -> str:
    """The records with the chain's own figures as one JSON object."""
    chain, outside = found.chain, found.outside
    whole = {
        "end": chain.end,
        "telescopes": chain.telescopes,
        "difference_per_1000": _plain(chain.difference),
        "between_counties_per_1000": _plain(found.between),
        "within_counties_per_1000": _plain(found.within),
        "entered_outside_group": _whole(outside.group),
        "entered_outside_all": _whole(outside.everyone),
        "immature": list(found.immature),
        "stages": pathway_records(found, vintage),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def as_csv(found: Pathway, vintage: Vintage) -> str:
    """The records as CSV with a header; missing values are empty."""
    rows = pathway_records(found, vintage)
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def as_lines(found: Pathway, vintage: Vintage) -> str:
    """The pathway in columns, with what stands beside it and where it comes from."""
    q = found.question
    rows = [_HEAD, *(_cells(found, each) for each in found.chain.links)]
    aside = [_cells(found, each) for each in found.branches]
    widths = [max(len(row[i]) for row in (*rows, *aside)) for i in range(len(_HEAD))]
    whose = f"{q.group} against {_reference(found)}"
    title = f"Decision pathway, {found.place.name}, {found.window}: {whose}"
    lines = [title, "", *(_line(row, widths) for row in rows)]
    if aside:
        lines += ["", "Beside the chain:", *(_line(row, widths) for row in aside)]
    demo = "Demonstration data: no real children. " if vintage.demo else ""
    foot = (
        f"{demo}{vintage.edition} edition, version {vintage.version}, data to "
        f"{vintage.data_end.isoformat()}. {vintage.source}"
    )
    return "\n".join([*lines, "", *_sentences(found), "", foot])


def _reference(found: Pathway) -> str:
    code = found.question.reference
    return f"{code} (state reference)" if found.reference_from == STATE else code


def _sentences(found: Pathway) -> Iterator[str]:
    chain, outside = found.chain, found.outside
    if not isnan(chain.difference):
        yield (
            f"At {chain.end} the group has {chain.difference:+.2f} children per 1,000 "
            "against the reference; the column per 1,000 adds up to it."
        )
    if not isnan(found.between):
        yield (
            f"Of that, {found.between:+.2f} is where the groups' children live and "
            f"{found.within:+.2f} the difference within counties."
        )
    if not isnan(outside.everyone):
        yield (
            f"Outside the chain, without a finding: {outside.everyone:,.0f} of "
            f"{outside.everyone_reported:,.0f} children reported entered care, "
            f"{_count(outside.group)} of them of the group."
        )
    if found.immature:
        yield f"Not followed up to the end yet: {', '.join(found.immature)}."


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        cell.ljust(widths[i]) if i in _LEFT else cell.rjust(widths[i])
        for i, cell in enumerate(row)
    ]
    return "  ".join(cells).rstrip()


def _cells(found: Pathway, link: Link) -> tuple[str, ...]:
    stage, bounds = link.stage, link.bounds
    remarks = [f"DI {link.di.status}"] if not link.di.shown else []
    if not link.rri.shown:
        remarks.append(f"RRI {link.rri.status}")
    if not isnan(bounds.rri_lower) and not stage.first:
        remarks.append(f"RRI within {bounds.rri_lower:.2f} to {bounds.rri_upper:.2f}")
    if stage.id in found.immature:
        remarks.append("immature")
    return (
        stage.label,
        _count(stage.group.numerator),
        _count(stage.group.denominator),
        _count(stage.reference.numerator),
        _count(stage.reference.denominator),
        *_ratio(link.di),
        *_ratio(link.rri),
        _number(link.running),
        _number(link.per_1000),
        "-" if isnan(link.unknown_share) else f"{link.unknown_share:.1%}",
        ", ".join(remarks),
    )


def _ratio(ratio: Ratio) -> tuple[str, str]:
    if not ratio.shown:
        return "-", "-"
    upper = f"{ratio.upper:.2f}" if isfinite(ratio.upper) else "no limit"
    return f"{ratio.value:.2f}", f"{ratio.lower:.2f} to {upper}"


def _count(value: float) -> str:
    return "-" if isnan(value) else f"{value:,.0f}"


def _number(value: float) -> str:
    return "-" if isnan(value) else f"{value:.2f}"


def _record(found: Pathway, link: Link, in_chain: str) -> dict[str, Any]:
    q, stage, bounds = found.question, link.stage, link.bounds
    return {
        "state": q.state, "level": found.place.level, "geography": found.place.code,
        "window": found.window, "dimension": q.dimension, "group": q.group,
        "reference": q.reference, "reference_from": found.reference_from,
        "stage": stage.id, "label": stage.label, "in_chain": in_chain,
        "nested": stage.nested,
        "numerator": _whole(stage.group.numerator),
        "denominator": _whole(stage.group.denominator),
        "population": _whole(stage.group.population),
        "reference_numerator": _whole(stage.reference.numerator),
        "reference_denominator": _whole(stage.reference.denominator),
        "reference_population": _whole(stage.reference.population),
        **_ratio_record("di", link.di),
        **_ratio_record("rri", link.rri),
        "log_rri": _plain(link.log_rri), "product": _plain(link.running),
        "per_1000": _plain(link.per_1000),
        "unknown_share": _plain(link.unknown_share),
        "di_lowest": _plain(bounds.di_lower), "di_highest": _plain(bounds.di_upper),
        "rri_lowest": _plain(bounds.rri_lower), "rri_highest": _plain(bounds.rri_upper),
        "immature": stage.id in found.immature,
    }  # fmt: skip


def _ratio_record(name: str, ratio: Ratio) -> dict[str, Any]:
    return {
        name: _plain(ratio.value),
        f"{name}_lower": _plain(ratio.lower),
        f"{name}_upper": _plain(ratio.upper),
        f"{name}_method": ratio.method,
        f"{name}_status": ratio.status,
    }


def _plain(value: float) -> float | None:
    return round(value, 6) if isfinite(value) else None


def _whole(value: float) -> int | None:
    return int(value) if isfinite(value) else None
