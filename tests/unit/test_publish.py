"""What was once published is kept, whatever happens to versions."""

from pathlib import Path

from data.warehouse import CURRENT, current_version, new_version
from metrics.publish import _keep, published_editions
from scripts.bench_privacy import copied


def test_an_edition_that_was_published_is_never_replaced(tmp_path: Path) -> None:
    for said in ("first", "second", "third"):
        (tmp_path / said).write_text(said)
        _keep(tmp_path / said, tmp_path / "published", "000001")
    found = published_editions(tmp_path)
    assert [path.read_text() for path in found] == ["first", "second", "third"]


def test_a_copy_to_be_timed_can_be_switched_and_publishes_nothing(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "var" / "warehouse" / "nc"
    with new_version(folder) as draft:
        (draft / "staff.sqlite").write_text("counts")
    (folder / "published").mkdir()
    (tmp_path / "var" / "cases").mkdir()
    copied(tmp_path / "var", tmp_path / "copy", "nc")
    copy = tmp_path / "copy" / "warehouse" / "nc"
    assert (copy / CURRENT).is_symlink()
    version = current_version(copy)
    assert version is not None
    assert (version / "staff.sqlite").read_text() == "counts"
    assert not (copy / "published").exists()
