"""Tables of the field: relative rates, disproportionality, chains, four fifths."""

from metrics.decompose import chain, log_chain
from metrics.disproportionality import disproportionality
from tests.oracle import other_rules
from tests.oracle.kinds import Case, Check
from tests.oracle.kinds._near import near

# Published counts are rounded to a hundred, rates and ratios to a tenth.
HALF_COUNT, HALF_SHOWN = 50.0, 0.05


def check_stage(case: Case) -> None:
    asked, wanted = case["inputs"], case["expected"]
    x = dict(zip(asked["groups"], asked["numerator"], strict=True))
    n = dict(zip(asked["groups"], asked["denominator"], strict=True))
    scale, reference = asked["multiplier"], asked["reference"]
    spans = {
        name: (
            (x[name] - HALF_COUNT) / (n[name] + HALF_COUNT),
            (x[name] + HALF_COUNT) / (n[name] - HALF_COUNT),
        )
        for name in x
    }
    for name, rate in zip(asked["groups"], wanted["rates"], strict=True):
        low, high = (scale * each for each in spans[name])
        assert low - HALF_SHOWN <= rate <= high + HALF_SHOWN
    base = spans[reference]
    for name, ratio in wanted["ratio_of_rates"].items():
        low, high = spans[name][0] / base[1], spans[name][1] / base[0]
        assert low - HALF_SHOWN <= ratio <= high + HALF_SHOWN
        ours = chain((n[name], x[name]), (n[reference], x[reference])).overall
        assert low <= ours <= high


def check_disproportionality(case: Case) -> None:
    asked, wanted = case["inputs"], case["expected"]
    if "white_pct" in wanted:
        share = 100 * asked["pop_white"] / asked["pop_total"]
        near(share, wanted["white_pct"], case["tolerance"])
        return
    shares = asked.get("share_in_care", asked.get("share_entering"))
    for name, value in wanted["disproportionality"].items():
        found = disproportionality(shares[name], 1, asked["share_pop"][name], 1)
        near(found.value, value, case["tolerance"])


def check_identity(case: Case) -> None:
    asked = case["inputs"]
    found = log_chain((asked["di_ref"], asked["rri_sub"])).overall
    near(found, case["expected"]["di_sub"], case["tolerance"])


def check_variance(case: Case) -> None:
    asked, wanted = case["inputs"], case["expected"]
    found = chain(
        (asked["pop"][0], *asked["stage_counts_group"]),
        (asked["pop"][1], *asked["stage_counts_ref"]),
    )
    near(found.variances.sum(), wanted["var_log_di"], case["tolerance"])
    near(found.overall, wanted["di"], case["tolerance"])


def check_four_fifths(case: Case) -> None:
    found = other_rules.impact_ratios(case["inputs"]["selection_rates"])
    for name, ratio in case["expected"]["impact_ratio"].items():
        near(found[name][0], ratio, case["tolerance"])
        assert found[name][1] == case["expected"]["adverse"][name]


KINDS: dict[str, Check] = {
    "rri_matrix_stage": check_stage,
    "disproportionality_disparity": check_disproportionality,
    "log_additive_identity": check_identity,
    "log_additive_variance": check_variance,
    "four_fifths": check_four_fifths,
}
