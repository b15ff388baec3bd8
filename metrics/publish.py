"""A version's editions: written, attacked from outside, and kept once clean."""

import json
import os
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from data.warehouse import new_version
from metrics.engine import Progress
from metrics.errors import CountywiseError
from metrics.privacy.audit.published import Published, read_published, told_by
from metrics.privacy.audit.report import Report, audit, summary
from metrics.privacy.policy import Policy
from metrics.public import public_contents
from metrics.release import Contents, staff_contents, write_edition

PUBLISHED = "published"
AUDIT = "audit.json"


@dataclass(frozen=True, kw_only=True)
class Made:
    """What a build or a release made; `report` is there if it was audited."""

    state: str
    version: str
    folder: Path
    cells: int
    hidden: int
    report: Report | None = None


def published_editions(folder: Path) -> tuple[Path, ...]:
    """Every audited public edition of a state's folder, oldest first; none is removed.

    What has once been published can still be held against what comes later.
    """
    return tuple(sorted((folder / PUBLISHED).glob("[0-9]*.sqlite")))


def publish(
    folder: Path,
    contents: Contents,
    policy: Policy,
    *,
    audited: bool,
    progress: Progress,
) -> Made:
    """Write both editions as a new version that serves.

    With `audited` the public one is hidden against an attacker and audited, jointly
    with those published before; it is then kept for later ones. Raises CountywiseError
    if the audit is not clean; the version before goes on serving.
    """
    attack = audited and contents.notes["kind"] != "published"
    before = [read_published(path) for path in published_editions(folder)]
    with new_version(folder) as draft:
        number = draft.name.split("-")[1]
        built = datetime.now(UTC).isoformat(timespec="seconds")
        stamp = {"version": number, "built": built}
        stamped = replace(contents, notes={**contents.notes, **stamp})
        staff = staff_contents(stamped, policy)
        write_edition(draft / "staff.sqlite", staff, progress=progress)
        progress("hiding small numbers")
        public = public_contents(
            stamped, policy, earlier=told_by(before), attack=attack, tell=progress
        )
        report = _checked(draft, public, before, progress) if attack else None
        if report is not None:
            public = _as_audited(public, number)
        write_edition(draft / "public.sqlite", public, progress=progress)
        if report is not None:
            _keep(draft / "public.sqlite", folder / PUBLISHED, number)
    return Made(
        state=contents.notes["state"],
        version=number,
        folder=folder / "versions" / number,
        cells=len(contents.counts),
        hidden=int(public.notes["hidden"]),
        report=report,
    )


def _checked(
    draft: Path, public: Contents, before: list[Published], progress: Progress
) -> Report:
    """Audit a trial of the edition's file, and write the report beside it."""
    trial = draft / "trial.sqlite"
    write_edition(trial, public, progress=progress)
    progress("auditing the public edition")
    report = audit(read_published(trial), told_by(before))
    trial.unlink()
    if not report.clean:
        raise CountywiseError(
            "The public edition is not safe to publish and was not made. "
            + summary([report])
        )
    found = {
        "policy": public.notes["policy"],
        "given_up": int(public.notes["given_up"]),
        **report.as_dict(),
    }
    (draft / AUDIT).write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return report


def _as_audited(public: Contents, number: str) -> Contents:
    said = f"yes, {date.today().isoformat()}, version {number}"
    return replace(public, notes={**public.notes, "audited": said})


def _keep(file: Path, folder: Path, number: str) -> None:
    """A second name for the file, so that it outlives its version.

    It is given before the version serves: what anybody has seen must be known later.
    None is ever replaced, even if versions were removed and are numbered anew.
    """
    folder.mkdir(exist_ok=True)
    same = len(list(folder.glob(f"{number}*.sqlite")))
    kept = folder / (f"{number}_{same + 1}.sqlite" if same else f"{number}.sqlite")
    try:
        os.link(file, kept)
    except OSError:
        shutil.copyfile(file, kept)
