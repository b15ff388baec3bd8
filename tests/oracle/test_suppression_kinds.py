"""Every kind of published case of disclosure control has a check that holds it."""

from tests.oracle.kinds.suppression import KINDS

TABLE = {"I": {"A": 20, "B": 50, "C": 10}, "II": {"A": 8, "B": 19, "C": 22},
         "III": {"A": 17, "B": 32, "C": 12}}  # fmt: skip
# Statistics Norway, GaussSuppression, "What is suppression?": 49 - 19 - 8 = 22.
ONE = {"table": TABLE, "suppressed": [["II", "C"]]}
EXACT = {"recoverable": [["II", "C"]], "value": 22, "lower": 22, "upper": 22}
FOUR = {
    "table": TABLE,
    "suppressed": [["II", "C"], ["II", "A"], ["I", "C"], ["I", "A"]],
}


def test_one_hidden_cell_comes_back() -> None:
    KINDS["attacker_exact"](ONE, EXACT, {"abs": 1e-6})


def test_a_square_of_four_stays_open() -> None:
    KINDS["attacker_interval"](FOUR, {"lower": 2, "upper": 30}, {"abs": 1e-6})


def test_the_federal_rule_of_one_to_ten() -> None:
    """CMS cell size suppression policy, ResDAC node 1506."""
    told = {"suppress": [False, True, True, False]}
    KINDS["primary_rule"]({"counts": [0, 1, 10, 11]}, told, {})


def test_the_california_rule_of_one_more() -> None:
    """CHHS Data De-Identification Guidelines 4.4.1."""
    lines = {"lines": [[2, 3], [4, 6], [4, 7], [3, 3, 3, 3], [9]]}
    told = {"needs_another": [True, True, False, True, True]}
    KINDS["complementary_rule"](lines, told, {})
