"""Words of the feed of a county."""

LINK = "Feed of what a new release changes (Atom)"
TITLE = "{county}, {state}: what each release changed"
DEMO = "Demonstration data, no real children. "
SUBTITLE = "{demo}{source}. Data to {day}, version {version}. {policy}"
POLICY = (
    ("staff", "Staff edition: not for release."),
    ("public", "Public edition: small counts are hidden and never mentioned."),
)
RELEASE = "{county}: figures to {day}"
HOLDS = "This release holds {first} to {last}."
HOLDS_ONE = "This release holds {first}."
SHOWN = (
    "Measures with a figure for {county} in their newest complete year: {shown}, out "
    "of {all}."
)
FIRST = "It is the first release that can be told of here, so nothing is compared."
OTHER = (
    "The release before counted by other definitions, so its figures are not compared "
    "with these."
)
NOT_AUDITED = (
    "This edition has not been audited for publication, so nothing is compared with "
    "the release before."
)
NOTHING = "No figure of {county} that both releases show was revised."
NEW = "New: {windows}."
FINAL = "Final now, as all children have been followed long enough:"
FINAL_LINE = "{title}, {window}: {value} ({counted})"
REVISED = "{county}: {n} figures revised"
REVISED_ONE = "{county}: one figure revised"
REVISED_SAYS = (
    "Records that came in or were put right since version {version} changed these "
    "figures. Only figures that both releases show are listed."
)
REVISED_LINE = "{title}, {window}: {now} ({now_of}), before {before} ({before_of})"
MORE = "and {n} more"
TARGETS = "{state}: where promises of the plan stand has changed"
TARGET_LINE = "{id}, {short}: {now}, before {before}"
TARGETS_SAYS = "For the whole state, on the day of each release."
ON_PAGE = "All figures of {county}"
UNKNOWN = "There is no feed at this address."
