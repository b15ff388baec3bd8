"""Which places of a funnel carry their name, and on which side of the dot."""

from components.views import FunnelPlace

# A name's room in per cent of the plot, at the width of a desk: a letter, a line.
LETTER, LINE, GAP = 0.95, 5.0, 1.4
Box = tuple[float, float, float, float]
Spots = list[tuple[float, float]]


def named_sides(places: tuple[FunnelPlace, ...], spots: Spots) -> list[str]:
    """For each place "right", "left" or "" for no name: none covers another.

    The reader's own place is named first and always; spots are per cent from the left
    and from below.
    """
    sides = [""] * len(places)
    taken: list[Box] = []
    wanted = [i for i, p in enumerate(places) if p.named or p.marked]
    for i in sorted(wanted, key=lambda i: not places[i].marked):
        options = [(s, _box(places[i].name, spots[i], s)) for s in ("right", "left")]
        free = [(s, box) for s, box in options if _free(box, taken)]
        if not free and places[i].marked:
            free = options
        if free:
            sides[i] = free[0][0]
            taken.append(free[0][1])
    return sides


def _box(name: str, spot: tuple[float, float], side: str) -> Box:
    x, y = spot
    wide = LETTER * len(name)
    left = x + GAP if side == "right" else x - GAP - wide
    return left, left + wide, y - LINE / 2, y + LINE / 2


def _free(box: Box, taken: list[Box]) -> bool:
    left, right, low, high = box
    if left < 0 or right > 100:
        return False
    return all(right < a or left > b or high < c or low > d for a, b, c, d in taken)
