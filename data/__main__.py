"""Records from the shell: python -m data demo | load | check | status."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from data import loaders
from data.cases import case_tables
from data.checks import RuleStatus, Status, check, open_existing, status
from data.demo.generate import steps
from data.demo.planting import FULL, PLAIN
from data.demo.write import SOURCE, write_demo
from data.load import Loaded
from data.progress import progress


def main(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run one command; 0 done, 1 could not be done, 2 not understood."""
    options = _parser(arguments, environment).parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except (ValueError, OSError, SQLAlchemyError) as error:
        sentence = str(error).splitlines()[0]
        print(f"countywise: {sentence}", file=sys.stderr)
        return 1


def _parser(
    arguments: Sequence[str], environment: Mapping[str, str]
) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--out",
        "--root",
        type=Path,
        default=Path(environment.get("COUNTYWISE_VAR", "var")),
        help="folder of stores, cases/STATE.duckdb in it (COUNTYWISE_VAR, else ./var)",
    )
    demo = verbs.add_parser("demo", parents=[common], help="make a demonstration state")
    _add_demo(demo)
    load = verbs.add_parser("load", parents=[common], help="load a state's files")
    _add_load(load, arguments)
    for name, run, says in (
        ("status", _status, "what is in the store, and where it came from"),
        ("check", _check, "test every rule on every record of the store"),
    ):
        verb = verbs.add_parser(name, parents=[common], help=says)
        verb.add_argument("--state", default="nc", help="state code, e.g. nc")
        _add_format(verb)
        verb.set_defaults(command=run)
    return parser


def _add_format(parser: argparse.ArgumentParser, name: str = "--format") -> None:
    parser.add_argument(
        name, default="table", choices=("table", "json"), dest="printed",
        help="what is printed",
    )  # fmt: skip


def _add_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--state", default="nc", choices=("nc",), help="state code")
    parser.add_argument("--seed", type=int, default=7, help="other seed, other state")
    parser.add_argument(
        "--years", type=_years, default=_years("2011-2025"),
        help="state fiscal years, e.g. 2011-2025",
    )  # fmt: skip
    parser.add_argument(
        "--scale", type=_scale, default=1.0, help="share of children, e.g. 0.05"
    )
    parser.add_argument(
        "--plain", action="store_true",
        help="plant nothing: every group alike, to see what chance alone shows",
    )  # fmt: skip
    _add_format(parser)
    parser.set_defaults(command=_demo)


def _add_load(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> None:
    """The options of the loader that --format names, found among data.loaders."""
    formats = loaders.formats()
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--format", nargs="?")
    chosen = early.parse_known_args(list(arguments))[0].format
    parser.add_argument("--state", help="state code, e.g. nc")
    parser.add_argument("--format", required=True, choices=formats, help="kind of file")
    _add_format(parser, "--print")
    if arguments[:1] == ["load"] and chosen in formats:
        loader = loaders.loader(chosen)
        loader.add_arguments(parser)
        parser.set_defaults(command=_load, load=loader.load)
    else:
        parser.set_defaults(command=_load, load=None)


def _years(text: str) -> range:
    first, _, last = text.partition("-")
    try:
        years = range(int(first), int(last or first) + 1)
    except ValueError:
        years = range(0)
    if not years or not 2011 <= years[0] <= years[-1] <= 2025:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no span of years from 2011 to 2025, such as 2011-2025"
        )
    return years


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0 < scale <= 2:
        raise argparse.ArgumentTypeError("the scale is a number above 0, at most 2")
    return scale


def _store(options: argparse.Namespace) -> Path:
    return Path(options.out) / "cases" / f"{options.state}.duckdb"


def _demo(options: argparse.Namespace) -> int:
    path, years = _store(options), options.years
    stages = steps(years) + len(case_tables())
    with progress("Demonstration state", stages) as tell:
        loaded = write_demo(
            path, seed=options.seed, years=years, scale=options.scale, tell=tell,
            planting=PLAIN if options.plain else FULL,
        )  # fmt: skip
    _print(options, {"where": str(path), "tables": [asdict(each) for each in loaded]},
           [*map(_loaded_line, loaded), f"{SOURCE}. Written to {path}"])  # fmt: skip
    return 0


def _loaded_line(loaded: Loaded) -> str:
    rejected = sum(loaded.rejected.values())
    return f"{loaded.table:<14} {loaded.good:>10,} rows, {rejected:>6,} in quarantine"


def _load(options: argparse.Namespace) -> int:
    outcome: Any = options.load(options)
    if isinstance(outcome, int):
        return outcome
    _print(options, asdict(outcome), list(outcome.says))
    return 0


def _status(options: argparse.Namespace) -> int:
    path = _store(options)
    engine = open_existing(path)
    try:
        found = status(engine, where=str(path))
    finally:
        engine.dispose()
    notes: dict[str, Any] = dict(found.notes)
    if "planted" in notes:
        notes["planted"] = json.loads(notes["planted"])
    _print(options, asdict(found) | {"notes": notes}, _status_lines(found))
    return 0


def _status_lines(found: Status) -> list[str]:
    shown = ("state", "source", "vintage", "years", "seed", "scale")
    lines = [f"where          {found.where}"]
    lines += [f"{key:<14} {found.notes[key]}" for key in shown if key in found.notes]
    for table in found.tables:
        rejected = sum(table.rejected.values())
        lines.append(
            f"{table.table:<14} {table.rows:>10,} rows, {rejected:>6,} in quarantine"
        )
        lines += [f"{n:>26,}   {reason}" for reason, n in table.rejected.items()]
    return lines


def _check(options: argparse.Namespace) -> int:
    engine = open_existing(_store(options))
    try:
        rules = check(engine)
    finally:
        engine.dispose()
    _print(options, [asdict(rule) for rule in rules], _rule_lines(rules))
    return 1 if any(rule.broken for rule in rules) else 0


def _rule_lines(rules: Sequence[RuleStatus]) -> list[str]:
    head = f"{'table':<14} {'kept out':>9} {'broken':>7}  rule"
    return [head] + [
        f"{rule.table:<14} {rule.rejected:>9,} {rule.broken:>7,}  {rule.says}"
        for rule in rules
    ]


def _print(options: argparse.Namespace, found: object, lines: Sequence[str]) -> None:
    if options.printed == "json":
        print(json.dumps(found, ensure_ascii=False, indent=2, default=str))
    else:
        print("\n".join(lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
