"""Words that all pages share."""

STATE_WHOLE = "Whole state: {name}"
PER_THOUSAND = "per 1,000 children a year"
PLACED_BY = "children placed by {provider}"
ALL_CHILDREN = "All children"
ALL_OTHERS = "children of all other groups together"
ALL_OTHERS_NAME = "All others together"
SAME_IN_STATE = "the same children in the whole state"
SAME_NAME = "Same group in the state"
IN_WHOLE_STATE = "{who} in the whole state"
DIMENSIONS = (
    ("race", "Race and ethnicity"),
    ("race_folded", "Race (two or more counted with one)"),
    ("age", "Age"),
    ("sex", "Sex"),
    ("provider", "Provider"),
)
FOLDED = (
    "Children of two or more races are counted with American Indian or Alaska Native "
    "children if that is one of their races, else with Black children if that is one, "
    "else in a group of their own; so is the population. Hispanic children of any race "
    "stay one group."
)
FOLDED_DEMO = (
    "How the population of two or more races divides is an assumption of the "
    "demonstration."
)
DEMO = "demonstration data, no real children"
SOURCE = "{source}, {window}. Data to {end}, version {version}"
SPAN = "{first} to {last}"
POLICY = "small counts are hidden, not audited yet"
POLICY_AUDITED = "small counts are hidden and audited"

COUNT = "Number"
AMONG = "Out of"
VALUE = "Value"
RATIO = "Ratio"
DIFFERENCE = "Difference"
REMARK = "Remark"
NOT_COMPARED = "not compared"
STATE_REFERENCE = (
    "compared with {reference} in the whole state, "
    "because they are fewer than 10 or hidden here"
)
STATE_REFERENCE_SHORT = "compared with the state"
COVERAGE = "over {coverage} where both are shown"
FLAGS = (
    ("immature", "not final: not followed long enough"),
    ("unreliable", "numbers too small to rely on"),
    ("use with care", "small count: use with care"),
    ("series break", "the meaning of the figures changed in this window"),
    ("partial coverage", "only some counties are shown"),
    ("state reference", STATE_REFERENCE_SHORT),
)

DEFINITION_TERMS = (
    "Unit", "Direction", "Kind of cohort", "Followed for", "Data it needs",
    "Read together with", "Version", "Source",
)  # fmt: skip
DIRECTIONS = (
    ("higher", "higher is better"),
    ("lower", "lower is better"),
    ("none", "neither higher nor lower is better by itself"),
)
MONTHS = "{n} months after the window ends"
NO_FOLLOW_UP = "no follow-up needed"
CODE = "{code}, version {version}"

PLACE = "Place"
BY = "Groups by"
WINDOW = "Period"
NEWEST = "Newest complete period"
COMPARED_WITH = "Compared with"
USUAL_REFERENCE = "{group} (usual)"
USUAL = "The usual group"
CONTROLS = "Choose what is shown"
