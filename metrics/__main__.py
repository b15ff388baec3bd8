"""Numbers from the shell: python -m metrics list | table | explain | build | ..."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import get_args

from data.codes import PopulationSource
from data.progress import progress
from data.state import StateFileError, load_state
from data.warehouse import current_version
from metrics import pathway_text
from metrics.builder import Rooms, make, roll_back, stages
from metrics.errors import CountywiseError
from metrics.explain import explanation
from metrics.export import as_csv, as_json
from metrics.families._reading import reading
from metrics.groups import GROUPS
from metrics.outcomes import Outcomes
from metrics.pathway_reader import END, Question
from metrics.pathway_tables import pathway
from metrics.plan_status import plan_statuses
from metrics.privacy.audit.published import Published, read_published, told_by
from metrics.privacy.audit.report import audit, summary
from metrics.publish import published_editions
from metrics.selection import By, Selection
from metrics.shell_tables import as_lines, measure_lines, status_lines

BYS = get_args(By)


def main(arguments: list[str], environment: Mapping[str, str]) -> int:
    """Run one command; 0 done, 1 could not be done, 2 not understood."""
    options = _parser(environment).parse_args(arguments)
    command: Callable[[argparse.Namespace], str] = options.command
    try:
        said = command(options)
        print(said, flush=True)
        return 1 if isinstance(said, Refusal) else 0
    except BrokenPipeError:
        # Whoever read has seen enough, as `| head` does; nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (CountywiseError, StateFileError, OSError) as error:
        print(f"countywise: {error}", file=sys.stderr)
        return 1


class Refusal(str):
    """An answer that says that something is not as it must be."""


def _parser(environment: Mapping[str, str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m metrics", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    common = _common(environment, "table", "json")
    for name, run, says in (
        ("list", _list, "the measures there are"),
        ("build", _build, "count the records, make both editions, let them serve"),
        ("rollback", _rollback, "let the version before the current one serve"),
        ("targets", _targets, "the plan's targets and where each stands"),
    ):
        verbs.add_parser(name, parents=[common], help=says).set_defaults(command=run)
    with_csv = _common(environment, "table", "json", "csv")
    _add_table(
        verbs.add_parser("table", parents=[with_csv], help="figures of one measure")
    )
    _add_pathway(
        verbs.add_parser(
            "pathway", parents=[with_csv], help="one group along the decisions"
        )
    )
    released = verbs.add_parser(
        "release", parents=[common], help="make audited editions of what was counted"
    )
    released.add_argument(
        "--quick", action="store_true", help="hide line by line only, do not audit"
    )
    released.set_defaults(command=_release)
    checked = verbs.add_parser(
        "audit", parents=[common], help="attack a public edition from outside"
    )
    checked.add_argument(
        "--edition-file", type=Path, help="a public file; else the one that serves"
    )
    checked.set_defaults(command=_audit)
    explain = verbs.add_parser(
        "explain", parents=[common], help="what a measure counts"
    )
    explain.add_argument("measure")
    explain.set_defaults(command=_explain)
    return parser


def _common(environment: Mapping[str, str], *formats: str) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--state", default="nc", help="state code, e.g. nc")
    common.add_argument(
        "--root",
        type=Path,
        default=Path(environment.get("COUNTYWISE_VAR", "var")),
        help="folder of cases and warehouse (COUNTYWISE_VAR, else ./var)",
    )
    common.add_argument("--format", default=formats[0], choices=formats)
    return common


def _add_table(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("measure")
    _add_place(parser)
    parser.add_argument("--by", default="all", choices=BYS)
    parser.add_argument(
        "--window", action="append", help="e.g. sfy2024; may be repeated"
    )
    parser.add_argument(
        "--reference", default="white_nh", help="a group, others, or state"
    )
    parser.add_argument("--base", choices=("population", "decision"))
    _add_population(parser)
    parser.add_argument("--edition", default="staff", choices=("staff", "public"))
    parser.set_defaults(command=_table)


def _add_pathway(parser: argparse.ArgumentParser) -> None:
    _add_place(parser)
    parser.add_argument("--by", default="race", choices=tuple(GROUPS))
    parser.add_argument("--group", default="black_nh", help="e.g. black_nh")
    parser.add_argument("--reference", default="white_nh", help="a group, or others")
    parser.add_argument("--window", default="", help="e.g. sfy2022, sfy2020-2022")
    parser.add_argument(
        "--end", default=END, help="the stage whose difference is taken apart"
    )
    _add_population(parser)
    parser.add_argument("--edition", default="staff", choices=("staff", "public"))
    parser.set_defaults(command=_pathway)


def _add_place(parser: argparse.ArgumentParser) -> None:
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--county", help="five-digit FIPS code, e.g. 37063")
    place.add_argument("--region", help="region number")


def _place(options: argparse.Namespace) -> str:
    region = f"region:{options.region}" if options.region else ""
    return options.county or region


def _add_population(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--population", default="estimates", choices=get_args(PopulationSource),
        help="where child population comes from",
    )  # fmt: skip


def _list(options: argparse.Namespace) -> str:
    outcomes = Outcomes.open(options.root / "warehouse")
    if options.format == "json":
        found = [{"id": m.id, "code": m.code, "title": m.title, "question": m.question,
                  "better": m.direction, "breakdowns": m.breakdowns}
                 for m in outcomes.measures()]  # fmt: skip
        return json.dumps(found, ensure_ascii=False, indent=2)
    return measure_lines(outcomes.measures())


def _table(options: argparse.Namespace) -> str:
    outcomes = Outcomes.open(options.root / "warehouse", edition=options.edition)
    table = outcomes.table(
        Selection(
            state=options.state,
            measure=options.measure,
            place=_place(options),
            by=options.by,
            windows=tuple(options.window or ()),
            reference=options.reference,
            base=options.base,
            population=options.population,
        )
    )
    vintage = outcomes.vintage(options.state)
    if options.format == "json":
        return as_json(table, vintage)
    if options.format == "csv":
        return as_csv(table, vintage).rstrip("\n")
    return as_lines(table, vintage, outcomes.places(options.state))


def _pathway(options: argparse.Namespace) -> str:
    outcomes = Outcomes.open(options.root / "warehouse", edition=options.edition)
    question = Question(
        state=options.state,
        place=_place(options),
        dimension=options.by,
        group=options.group,
        reference=options.reference,
        window=options.window,
        end=options.end,
        population=options.population,
    )
    found, vintage = pathway(outcomes, question), outcomes.vintage(options.state)
    if options.format == "json":
        return pathway_text.as_json(found, vintage)
    if options.format == "csv":
        return pathway_text.as_csv(found, vintage).rstrip("\n")
    return pathway_text.as_lines(found, vintage)


def _explain(options: argparse.Namespace) -> str:
    measure = Outcomes.open(options.root / "warehouse").measure(options.measure)
    found = explanation(measure, reading(load_state(options.state).readings))
    if options.format == "json":
        return json.dumps(found, ensure_ascii=False, indent=2)
    lines = [f"{key}: {value}" for key, value in found.items() if key != "sql"]
    lines += [f"\nSQL of {name}:\n{text}" for name, text in found["sql"].items()]
    return "\n".join(lines)


def _build(options: argparse.Namespace) -> str:
    return _made(options, count=True, audited=False)


def _release(options: argparse.Namespace) -> str:
    return _made(options, count=False, audited=not options.quick)


def _made(options: argparse.Namespace, *, count: bool, audited: bool) -> str:
    rooms, quiet = Rooms.under(options.root), options.format == "json"
    counts = count and not load_state(options.state).published_counts
    title, steps = f"Building {options.state}", stages(count=counts)
    with progress(title, steps, quiet=quiet) as tell:
        made = make(rooms, options.state, count=count, audited=audited, progress=tell)
    if options.format == "json":
        return json.dumps({"state": made.state, "version": made.version,
                           "folder": str(made.folder), "cells": made.cells,
                           "hidden_in_public": made.hidden,
                           "audit": made.report and made.report.as_dict()})  # fmt: skip
    return (
        f"Version {made.version} of {made.state} serves: {made.cells:,} counts, "
        f"{made.hidden:,} hidden in the public edition, "
        f"{'audited' if made.report else 'not audited'} ({made.folder})"
    )


def _audit(options: argparse.Namespace) -> str:
    folder = options.root / "warehouse" / options.state
    serving = current_version(folder)
    path = options.edition_file or (serving and serving / "public.sqlite")
    if path is None or not path.is_file():
        raise CountywiseError(
            "There is no public edition to audit. Make one with: python -m metrics "
            f"release --state {options.state}"
        )
    published = read_published(path)
    kept = map(read_published, published_editions(folder))
    before = [each for each in kept if _made_at(each) < _made_at(published)]
    report = audit(published, told_by(before))
    found = json.dumps(report.as_dict(), indent=2)
    said = found if options.format == "json" else summary([report])
    return said if report.clean else Refusal(said)


def _made_at(edition: Published) -> tuple[str, str]:
    """Versions that were removed may be numbered anew: their time tells them apart."""
    return edition.notes["version"], edition.notes.get("built", "")


def _targets(options: argparse.Namespace) -> str:
    outcomes = Outcomes.open(options.root / "warehouse", edition="staff")
    statuses = plan_statuses(outcomes, load_state(options.state), today=date.today())
    if options.format == "json":
        found = [asdict(each) for each in statuses]
        return json.dumps(found, ensure_ascii=False, indent=2, default=str)
    return status_lines(statuses)


def _rollback(options: argparse.Namespace) -> str:
    version = roll_back(Rooms.under(options.root), options.state)
    if options.format == "json":
        return json.dumps({"state": options.state, "version": version})
    return f"Version {version} of {options.state} serves again."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
