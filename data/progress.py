"""Telling a person at a terminal what is being done and how long it takes."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def progress(
    what: str, steps: int, *, quiet: bool = False
) -> Iterator[Callable[[str], None]]:
    """A bar on standard error; call what it yields with the name of each stage."""
    width = "{desc}: {percentage:3.0f}% |{bar:24}| {elapsed}{postfix}"
    with tqdm(
        total=steps, desc=what, file=sys.stderr, disable=quiet, bar_format=width
    ) as bar:
        begun = False

        def tell(stage: str) -> None:
            nonlocal begun
            # Counting by hand: one redraw a stage, and never with the old name.
            bar.n += int(begun)
            begun = True
            bar.set_postfix_str(stage)

        yield tell
        bar.n = steps
        bar.set_postfix_str("done")
