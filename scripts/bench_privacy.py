"""How long hiding and auditing a whole state takes: python -m scripts.bench_privacy."""

import json
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

FIELDS = ("cells", "hidden", "recovered", "narrow", "narrowest", "widths_a", "widths_b")


def timed_privacy(var: Path, state: str) -> dict[str, Any]:
    """An audited release from what was counted under `var`: seconds, memory, findings.

    It is made of a copy: what serves is left alone, and nothing counts as published.
    """
    with TemporaryDirectory(dir=var) as folder:
        copied(var, Path(folder), state)
        return _timed_release(Path(folder), state)


def copied(var: Path, root: Path, state: str) -> None:
    """What a release reads of a state, in another folder; the cases stay in theirs."""
    root.mkdir(exist_ok=True)
    (root / "cases").symlink_to((var / "cases").resolve())
    unwanted = shutil.ignore_patterns("published", ".draft-*", ".lock")
    kept = Path("warehouse", state)
    # Which version serves is said by a link, and must stay one to be switched.
    shutil.copytree(var / kept, root / kept, ignore=unwanted, symlinks=True)


def _timed_release(root: Path, state: str) -> dict[str, Any]:
    words = ("release", "--state", state, "--root", str(root), "--format", "json")
    begun = time.perf_counter()
    command = [sys.executable, "-m", "metrics", *words]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    if done.returncode:  # it has said why
        raise SystemExit(done.returncode)
    seconds = time.perf_counter() - begun
    audit = json.loads(done.stdout)["audit"]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    found = {name: audit[name] for name in FIELDS}
    return {
        "seconds": round(seconds, 1),
        "audit_seconds": audit["seconds"],
        "peak_mb": round(max(peak, audit["memory_mb"])),
        **found,
    }


if __name__ == "__main__":
    where = Path(sys.argv[1] if len(sys.argv) > 1 else "var")
    print(json.dumps(timed_privacy(where, "nc"), indent=2))
