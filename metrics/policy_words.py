"""The rule for small numbers of an edition as a sentence that travels with exports."""

from metrics.places import Vintage
from metrics.privacy.lattice import tables_in

PUBLISHED = "The figures are as the source published them; what it hid is not here."
STAFF = "Nothing is hidden: small counts are shown. Not for release."
HIDDEN = (
    "Counts of 1 to {threshold} are hidden, and as many others as it takes that the "
    "hidden ones cannot be worked out. {zero}{rounded}{pools} {audited}"
)
POOLS = (
    " Groups within a county, and the providers of a region, are told for several "
    "years together, not for one year."
)
ZERO, NO_ZERO = "Zero is shown.", "Zero is not told apart from a small count."
ROUNDED = " Counts of people are rounded to multiples of {rounding}."
AUDITED = "Attacked as a whole and found safe ({audited})."
NOT_AUDITED = "Not audited yet: not for publication."


def policy_says(vintage: Vintage) -> str:
    """What an edition hides, in plain sentences."""
    if vintage.published:
        return PUBLISHED
    if vintage.edition == "staff":
        return STAFF
    notes = vintage.notes
    rounding, audited = notes.get("rounding", "1"), notes.get("audited", "no")
    yes = audited.startswith("yes")
    return HIDDEN.format(
        threshold=notes.get("threshold", "10"),
        zero=ZERO if notes.get("zero_shown", "true") == "true" else NO_ZERO,
        pools=POOLS if _in_pools(notes.get("lattice", "")) else "",
        rounded="" if rounding == "1" else ROUNDED.format(rounding=rounding),
        audited=AUDITED.format(audited=audited.removeprefix("yes, "))
        if yes
        else NOT_AUDITED,
    )


def _in_pools(lattice: str) -> bool:
    """Whether an edition's note names tables that are told in pools of years alone."""
    return any(tables_in(lattice).values())
