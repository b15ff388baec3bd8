"""What the scorecard says of the plan as a whole."""

from datetime import date

from data.state import load_state
from metrics.targets import TargetStatus, evaluate
from pages._present.scorecard import lead
from pages._words import scorecard as words

AFTER = date(2026, 1, 1)


def status(word: str, *, passed: bool = True, target: str = "S1") -> TargetStatus:
    return TargetStatus(
        target=target,
        status=word,  # type: ignore[arg-type]
        word=word,
        says="",
        rule="",
        due=date(2024, 12, 31),
        due_passed=passed,
    )


def test_every_promise_is_counted_once() -> None:
    said = lead([status("met"), status("missed"), status("missed")])
    assert said.startswith("Of 3 promises, 1 is met and 2 are missed.")


def test_one_promise_is_one() -> None:
    assert lead([status("met late")]).startswith("Of 1 promise, 1 is met late.")


def test_the_lead_says_how_many_are_due() -> None:
    assert lead([status("met"), status("met")]).endswith(words.ALL_DUE)
    mixed = lead([status("met"), status("on track", passed=False)])
    assert mixed.endswith(words.SOME_DUE.format(n=1))
    assert "due" not in lead([status("on track", passed=False)])


def test_there_is_no_lead_without_promises() -> None:
    assert lead([]) == ""


def test_every_status_has_words_in_both_numbers() -> None:
    known = {word for word, _, _ in words.STATUSES}
    assert known == set(TargetStatus.__annotations__["status"].__args__)


def test_the_numbers_of_the_lead_add_up_to_the_plan() -> None:
    plan = load_state("nc").plan
    assert plan is not None
    found = [
        evaluate(each, baseline=plan.baseline_window, today=AFTER)
        for each in plan.targets
    ]
    said = lead(found).partition(", ")[2].partition(".")[0]
    numbers = [int(part.split()[0]) for part in said.replace(" and ", ", ").split(", ")]
    assert sum(numbers) == len(plan.targets) == 17


def test_every_kind_of_target_has_its_rule() -> None:
    plan = load_state("nc").plan
    assert plan is not None
    assert {each.kind for each in plan.targets} <= set(dict(words.RULES))
