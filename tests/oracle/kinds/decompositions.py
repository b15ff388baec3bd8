"""Das Gupta's decompositions, with numbers, vectors and a general function."""

import numpy as np

from metrics.decompose import product_parts, shapley
from tests.oracle.kinds import Case, Check
from tests.oracle.kinds._near import near


def check_product(case: Case) -> None:
    asked, wanted = case["inputs"], case["expected"]
    found = product_parts(tuple(asked["pop1"]), tuple(asked["pop2"]))
    near(found.effects, wanted["effects"], case["tolerance"])
    near(100 * found.shares, wanted["percent"], case["tolerance"])
    near(found.effects.sum(), found.second - found.first, {"rel": 1e-12})


def check_vector(case: Case) -> None:
    asked, wanted = case["inputs"], case["expected"]
    names = tuple(asked["pop1"])
    first, second = (tuple(asked[p][n] for n in names) for p in ("pop1", "pop2"))
    found = product_parts(first, second)
    near(found.effects, wanted["effects"], case["tolerance"])
    near((found.first, found.second), wanted["crude"], case["tolerance"])


def illegitimacy(*factors: np.ndarray) -> float:
    """Births to the unmarried among all: shares of ages, unmarried, and two rates."""
    age, single, rate_single, rate_married = factors
    single_births = (age * single * rate_single).sum()
    return float(
        single_births / (single_births + (age * (1 - single) * rate_married).sum())
    )


def check_function(case: Case) -> None:
    asked = case["inputs"]
    found = shapley(illegitimacy, tuple(asked["pop1"]), tuple(asked["pop2"]))
    near(found.effects, case["expected"]["effects"], case["tolerance"])


KINDS: dict[str, Check] = {
    "dasgupta_product": check_product,
    "dasgupta_vector": check_vector,
    "dasgupta_general_function": check_function,
}
