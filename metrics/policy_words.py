"""The rule for small numbers of an edition as a sentence that travels with exports."""

from metrics.places import Vintage

PUBLISHED = "The figures are as the source published them; what it hid is not here."
STAFF = "Nothing is hidden: small counts are shown. Not for release."
HIDDEN = (
    "Counts of 1 to {threshold} are hidden, and as many others as it takes that the "
    "hidden ones cannot be worked out. {zero}{rounded} {audited}"
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
        rounded="" if rounding == "1" else ROUNDED.format(rounding=rounding),
        audited=AUDITED.format(audited=audited.removeprefix("yes, "))
        if yes
        else NOT_AUDITED,
    )
