"""The attacker shares nothing with what hides, so one error cannot cover the other."""

from tests.conftest import ROOT
from tests.house.test_rooms import imports

ALLOWED = ("metrics.families", "metrics.privacy.audit", "data.warehouse")
OURS = ("metrics", "data", "pages", "components")


def test_the_auditor_imports_nothing_of_the_suppressor() -> None:
    files = sorted((ROOT / "metrics/privacy/audit").glob("*.py"))
    assert len(files) > 4
    for path in files:
        for each in imports(path):
            if each.split(".")[0] in OURS:
                assert each.startswith(ALLOWED), f"{path.name}: {each}"


def test_the_suppressor_imports_nothing_of_the_auditor() -> None:
    for path in sorted((ROOT / "metrics/privacy").glob("*.py")):
        for each in imports(path):
            assert not each.startswith("metrics.privacy.audit"), path.name
