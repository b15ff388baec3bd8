"""Rules of other agencies that Countywise does not use, to compare its own with."""

from fractions import Fraction

from tests.oracle.alternatives import clopper_pearson


def nchs_proportion(x: float, n: float) -> str:
    """Presentation of proportions, National Center for Health Statistics 2017."""
    if n < 30:
        return "suppress"
    lower, upper = (float(each[0]) for each in clopper_pearson(x, n))
    width = upper - lower
    if width >= 0.30:
        return "suppress"
    wide = x == 0 or width / (x / n) > 1.3
    return "suppress" if width > 0.05 and wide else "show"


def wisqars_unstable(x: float) -> bool:
    """A rate from so many events is unstable, Centers for Disease Control."""
    return x <= 20


def relative_standard_error(x: float) -> float:
    """Of a Poisson count, in per cent."""
    return float(100 / x**0.5)


def impact_ratios(rates: dict[str, float]) -> dict[str, tuple[float, bool]]:
    """Each rate over the highest, and whether that is below four fifths exactly."""
    exact = {name: Fraction(str(rate)) for name, rate in rates.items()}
    top = max(exact.values())
    return {
        name: (float(rate / top), rate / top < Fraction(4, 5))
        for name, rate in exact.items()
    }
