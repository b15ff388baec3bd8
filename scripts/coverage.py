"""Write docs/coverage.md: how often each interval holds the truth.

python -m scripts.coverage
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import fill

from tests.oracle.coverage import METHODS, Setting, Summary, grid, settings, summary

PAGE = Path("docs/coverage.md")
WIDTH = 88
HEAD = """# How often the intervals hold the truth

`python -m scripts.coverage` makes this page. A 95 % interval should hold the true value
in 95 of 100 cases. With small counts no method does so exactly: counts are whole
numbers, so the share moves in steps. The tables give the share over all settings of
[the grid](coverage_grid.yaml) (mean and least), computed by adding up the probabilities
of all counts that could happen; for standardised rates from {draws:,} draws with a
fixed seed a setting. The first method of each table, in bold, is the one that is shown.

"Too high" is the share of cases in which the whole interval lies above the truth, "too
low" below it. "Undefined" is the share of cases in which the method gives no interval
(mean and most over the settings); the other columns are of those in which it does. A
ratio of none to none is undefined for every method. An interval without an upper limit
is an interval.
"""
TITLES: Mapping[str, str] = {
    "proportion": "One proportion",
    "count": "One count or rate",
    "rate_ratio": "Ratio of two rates",
    "proportion_ratio": "Ratio of two proportions",
    "proportion_difference": "Difference of two proportions",
    "rate_difference": "Difference of two rates",
    "standardised": "Directly standardised rate",
}
REASONS: Mapping[str, str] = {
    "proportion": (
        "The least coverage belongs to a dozen children, where a proportion takes "
        "thirteen values. The methods with a higher minimum reach it by being too wide "
        "everywhere (Clopper-Pearson) or by reaching beyond 0 and 1 (Agresti-Coull). "
        "Outside the grid, where less than one event is expected, Wilson's falls to 84 "
        "% at worst; such figures are marked as not dependable."
    ),
    "count": (
        "Exact and Byar limits never fall below 95 %; the price is that they are wider "
        "than need be. For a count that may be used against a place that is the right "
        "side to err on. The switch at ten changes coverage by less than the table "
        "shows."
    ),
    "rate_ratio": (
        "Mid-p keeps to 95 % more evenly on its two sides than the score interval, and "
        "is narrower than the exact one. It has no interval only where neither group "
        "has an event. The log-normal interval has none with a zero on either side."
    ),
    "proportion_ratio": (
        "The least coverage is that of a dozen children with less than one event "
        "expected, for which the pages show no ratio. The closed form (MOVER) covers "
        "as well; Koopman's interval was chosen as it agrees with its test. The "
        "interval for rates, used by mistake on proportions, is far too wide."
    ),
    "proportion_difference": (
        "The least coverage is that of groups of 20 and 30 children. Newcombe's "
        "interval stays within -1 and 1; the normal one falls to six in ten."
    ),
    "rate_difference": (
        "Built from the limits of both rates, it is as cautious as they."
    ),
    "standardised": (
        "The method is not used below ten events, which is the share that is "
        "undefined; the least coverage is within the error of the draws."
    ),
}


def main() -> None:
    """Compute every table and write the page."""
    page = [HEAD.format(draws=grid()["draws"])]
    page += ["\n".join(section(subject)) for subject in METHODS]
    PAGE.write_text("\n".join(page), encoding="utf-8")
    print(f"{PAGE} written")


def section(subject: str) -> Iterator[str]:
    """One table with its heading and the reason for its minimum."""
    yield f"## {TITLES[subject]}\n"
    yield "| method | mean | least | too high | too low | undefined | at most |"
    yield "|---|---|---|---|---|---|---|"
    found = {name: summary(subject, name) for name in METHODS[subject]}
    shown = next(iter(found))
    for name, each in found.items():
        yield row(f"**{name}**" if name == shown else name, each)
    worst = at(found[shown].worst)
    yield f"\n{len(settings(subject))} settings. Least for {shown} at {worst}."
    yield f"{fill(REASONS[subject], WIDTH)}\n"


def row(name: str, found: Summary) -> str:
    """A row of a table; the least is cut, not rounded, so that it is a floor."""
    shares = (found.above, found.below, found.undefined, found.most_undefined)
    rest = " | ".join(f"{100 * each:.1f} %" for each in shares)
    least = int(found.least * 1000) / 1000
    return f"| {name} | {found.mean:.3f} | {least:.3f} | {rest} |"


def at(setting: Setting) -> str:
    """A setting in words."""
    words = (f"{name.replace('_', ' ')} {value}" for name, value in setting.items())
    return ", ".join(words)


if __name__ == "__main__":
    main()
