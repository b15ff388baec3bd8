"""By what a measure is divided: the population, or the decision before."""

from typing import get_args

from data.codes import PopulationSource
from metrics.errors import BadSelection
from metrics.model import Base, Measure
from metrics.selection import Selection
from metrics.windows import Window

CENSUS_YEAR = 2020
POPULATION_PER = 1_000


def based(measure: Measure, selection: Selection) -> tuple[str, str, str, int, str]:
    """Numerator, denominator, kind, per and base of a selection.

    Raises BadSelection for a base that the measure does not have.
    """
    own = "population" if measure.denominator.startswith("population.") else "decision"
    base = selection.base or own
    first = measure.step is not None and measure.step.previous.startswith("population.")
    if base == own or (first and base == "decision"):
        return measure.numerator, measure.denominator, measure.kind, measure.per, own
    if base not in get_args(Base):
        raise BadSelection(
            f"“{base[:20]}” is not a base; choose population or decision."
        )
    if measure.step is None:
        raise BadSelection(
            f"“{measure.title}” is not a decision point; it has one base."
        )
    if base == "population":
        stock = measure.cohort == "point in time"
        children = "population.children" if stock else "population.child_years"
        return measure.numerator, children, "rate", POPULATION_PER, base
    kind = "proportion" if measure.step.nested else "rate"
    return measure.numerator, measure.step.previous, kind, 100, base


def peopled(component: str, selection: Selection, windows: tuple[Window, ...]) -> str:
    """The component of the population that the selection chooses, others as they are.

    Raises BadSelection for a source that there is not, or not for these windows.
    """
    source = selection.population
    if source not in get_args(PopulationSource):
        offered = " or ".join(get_args(PopulationSource))
        raise BadSelection(
            f"“{source[:20]}” is no source of child population; choose {offered}."
        )
    if source == "estimates" or not component.startswith("population."):
        return component
    for window in windows:
        if window.population_years != (CENSUS_YEAR,):
            raise BadSelection(
                f"The 2020 census counts the children of 2020, not those of "
                f"{window.label}; choose a year whose 1 July is in 2020, or the "
                "estimates."
            )
    return component.replace("population.", f"population_{source}.", 1)
