"""The edition that was served before: what a release changed is told against it."""

from pathlib import Path

from sqlalchemy.exc import DatabaseError

from data.warehouse import older_versions, read_notes
from metrics.outcomes import Outcomes


class Earlier(Outcomes):
    """Outcomes of the newest earlier version that may be set against the one now.

    A public edition is set against one that was audited, as the one now was jointly
    with it: its figures are known already. A public edition that was not audited was
    never published, and what it showed may not be told. Demonstration data have no
    children to protect.
    """

    def _serving(self, folder: Path) -> Path | None:
        older = reversed(older_versions(folder))
        return next((v for v in older if self._fits(v)), None)

    def _fits(self, version: Path) -> bool:
        path = version / f"{self.edition}.sqlite"
        return path.is_file() and (self.edition == "staff" or may_be_told(_notes(path)))

    def there(self, state: str) -> bool:
        """Whether there is such a version of a state."""
        return self._serving(self.root / state) is not None


def may_be_told(notes: dict[str, str]) -> bool:
    """Whether a public edition with these notes was, or may be, published."""
    audited = notes.get("audited", "no").startswith("yes")
    demo = notes.get("demo") == "true"
    return audited or demo or notes.get("kind") == "published"


def _notes(path: Path) -> dict[str, str]:
    try:
        return read_notes(path)
    except DatabaseError:
        return {}
