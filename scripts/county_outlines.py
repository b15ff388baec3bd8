"""County outlines as SVG paths: node_modules/us-atlas in, data/geo/<state>.json out.

Usage: python scripts/county_outlines.py [STATE ...]

Arcs are shared by neighbours, so they are projected, thinned and rounded one by one:
borders still fit. The projection is Lambert's conformal cone over the state itself,
so that the state stands level.
"""

import json
import sys
from dataclasses import dataclass
from itertools import accumulate
from math import cos, hypot, log, radians, sin, tan
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ATLAS = ROOT / "node_modules" / "us-atlas" / "counties-10m.json"
WIDE = 1000.0
EDGE = 6.0
TOLERANCE = 0.55

Point = tuple[float, float]
Arc = list[Point]


@dataclass(frozen=True, kw_only=True)
class Cone:
    """Lambert's conformal cone: two standard parallels and a middle meridian."""

    south: float
    north: float
    middle: float

    def project(self, point: Point) -> Point:
        """Degrees east and north to the plane, y downwards."""
        one, two = radians(self.south), radians(self.north)
        n = log(cos(one) / cos(two)) / log(_t(two) / _t(one))
        rho = cos(one) * _t(one) ** n / n / _t(radians(point[1])) ** n
        angle = n * radians(point[0] - self.middle)
        return rho * sin(angle), rho * cos(angle)


def _t(angle: float) -> float:
    return tan(radians(45) + angle / 2)


# FIPS number of the state, and its cone.
STATES = (
    ("nc", "37", Cone(south=34.33, north=36.17, middle=-79.0)),
    ("ms", "28", Cone(south=31.0, north=34.5, middle=-89.75)),
    ("wa", "53", Cone(south=46.0, north=48.5, middle=-120.5)),
)


def main(wanted: list[str]) -> None:
    """Write the states named, or all of them."""
    atlas = json.loads(ATLAS.read_text(encoding="utf-8"))
    for code, fips, cone in STATES:
        if wanted and code not in wanted:
            continue
        target = ROOT / "data" / "geo" / f"{code}.json"
        text = json.dumps(outlines(atlas, fips, cone), separators=(",", ":"))
        target.write_text(text.replace('},{"fips"', '},\n{"fips"') + "\n", "utf-8")
        print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1000:.0f} kB")


def outlines(atlas: dict[str, Any], fips: str, cone: Cone) -> dict[str, Any]:
    """The view box and, a county: fips, name, path, label point."""
    counties = sorted(
        (c for c in atlas["objects"]["counties"]["geometries"] if c["id"][:2] == fips),
        key=lambda county: county["id"],
    )
    used = {abs_index(i) for county in counties for i in flat(county["arcs"])}
    plane = {i: [cone.project(p) for p in decoded(atlas, i)] for i in used}
    box, fitted = fit(plane)
    thin = {i: thinned(arc) for i, arc in fitted.items()}
    return {
        "viewBox": box,
        "source": "U.S. Census Bureau, cartographic boundaries, by way of us-atlas",
        "counties": [_county(each, thin) for each in counties],
    }


def flat(arcs: Any) -> list[int]:
    """All arc numbers of a geometry, however nested."""
    if isinstance(arcs, int):
        return [arcs]
    return [number for each in arcs for number in flat(each)]


def abs_index(number: int) -> int:
    """A negative number means the same arc, turned round."""
    return ~number if number < 0 else number


def decoded(atlas: dict[str, Any], number: int) -> Arc:
    """One arc in degrees; it is stored as whole-number steps."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    steps = atlas["arcs"][number]
    xs = accumulate(step[0] for step in steps)
    ys = accumulate(step[1] for step in steps)
    return [(x * sx + tx, y * sy + ty) for x, y in zip(xs, ys, strict=True)]


def fit(plane: dict[int, Arc]) -> tuple[str, dict[int, Arc]]:
    """All arcs moved and scaled into a box 1,000 wide."""
    xs = [x for arc in plane.values() for x, _ in arc]
    ys = [y for arc in plane.values() for _, y in arc]
    scale = (WIDE - 2 * EDGE) / (max(xs) - min(xs))
    tall = round((max(ys) - min(ys)) * scale + 2 * EDGE)
    left, top = min(xs), min(ys)
    moved = {
        i: [((x - left) * scale + EDGE, (y - top) * scale + EDGE) for x, y in arc]
        for i, arc in plane.items()
    }
    return f"0 0 {WIDE:.0f} {tall}", moved


def thinned(arc: Arc) -> Arc:
    """Points that matter at a tenth of a unit (Douglas and Peucker)."""
    if len(arc) < 3:
        return arc
    (ax, ay), (bx, by) = arc[0], arc[-1]
    long = hypot(bx - ax, by - ay)

    def off(point: Point) -> float:
        x, y = point
        if long < 1e-9:
            return hypot(x - ax, y - ay)
        return abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / long

    far, at = max((off(p), i) for i, p in enumerate(arc[1:-1], start=1))
    if far <= TOLERANCE:
        return [arc[0], arc[-1]]
    return thinned(arc[: at + 1])[:-1] + thinned(arc[at:])


def _county(county: dict[str, Any], arcs: dict[int, Arc]) -> dict[str, Any]:
    single = county["type"] == "Polygon"
    polygons = [county["arcs"]] if single else county["arcs"]
    rings = [_ring(ring, arcs) for polygon in polygons for ring in polygon]
    rings = [ring for ring in rings if abs(area(ring)) > 0.6] or rings[:1]
    largest = max(rings, key=lambda ring: abs(area(ring)))
    return {
        "fips": county["id"],
        "name": county["properties"]["name"],
        "path": "".join(_path(ring) for ring in rings),
        "at": [round(each, 1) for each in middle(largest)],
    }


def _ring(numbers: list[int], arcs: dict[int, Arc]) -> Arc:
    ring: Arc = []
    for number in numbers:
        arc = arcs[abs_index(number)]
        ring += (arc[::-1] if number < 0 else arc)[:-1]
    return ring


def area(ring: Arc) -> float:
    """Twice the signed area."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)


def middle(ring: Arc) -> Point:
    """The centre of mass."""
    pairs = list(zip(ring, ring[1:] + ring[:1], strict=True))
    cross = [ax * by - bx * ay for (ax, ay), (bx, by) in pairs]
    whole = 3 * sum(cross)
    x = sum((a[0] + b[0]) * c for (a, b), c in zip(pairs, cross, strict=True))
    y = sum((a[1] + b[1]) * c for (a, b), c in zip(pairs, cross, strict=True))
    return x / whole, y / whole


def _path(ring: Arc) -> str:
    """A closed path of relative steps in tenths, rounded so that errors do not add."""
    tenths = [(round(10 * x), round(10 * y)) for x, y in ring]
    (x, y), *rest = tenths
    parts = [f"M{x / 10:g},{y / 10:g}"]
    for nx, ny in rest:
        if (nx, ny) != (x, y):
            parts.append(f"l{(nx - x) / 10:g},{(ny - y) / 10:g}")
        x, y = nx, ny
    return "".join(parts) + "z"


if __name__ == "__main__":
    main(sys.argv[1:])
