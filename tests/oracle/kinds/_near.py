"""Comparing figures with published ones."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from metrics.rates import Intervals


def near(found: Any, wanted: Any, tolerance: Mapping[str, Any]) -> None:
    """Numbers or columns; infinity is written "inf"."""
    aim = np.asarray(wanted, dtype=np.float64)
    value = np.asarray(found, dtype=np.float64).reshape(aim.shape)
    close = pytest.approx(
        aim, rel=tolerance.get("rel", 0), abs=tolerance.get("abs", 0), nan_ok=False
    )
    assert value == close


def limits(
    found: Intervals | tuple[Any, Any], wanted: Mapping[str, Any],
    tolerance: Mapping[str, Any], scale: float = 1,
) -> None:  # fmt: skip
    """The limits that the source gives; it may give one only."""
    pair = (found.lower, found.upper) if isinstance(found, Intervals) else found
    given = [name for name in ("lower", "upper") if wanted.get(name) is not None]
    assert given
    for name in given:
        side = pair[0] if name == "lower" else pair[1]
        near(side[0] * scale, wanted[name], tolerance)


def groups(inputs: Mapping[str, Any]) -> tuple[float, float, float, float]:
    """Events and children (or time) of both groups."""
    first, second = (inputs.get(f"n{i}", inputs.get(f"t{i}")) for i in (1, 2))
    return inputs["x1"], first, inputs["x2"], second  # type: ignore[return-value]
