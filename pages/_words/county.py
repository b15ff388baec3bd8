"""Words of the county page and of the list of counties."""

QUESTION = "How are children faring in {county}?"
DATA_TO = "Data to {day}"
LEAD_SOME = (
    "{count} of the {compared} measures that can be compared {stand} out from the "
    "whole of {state} by more than chance readily gives."
)
LEAD_NONE = (
    "Nothing stands out beyond chance: of the {compared} measures that can be compared "
    "none differs clearly from the whole of {state}."
)
LEAD_ONE_CLEAR = (
    "The one measure that can be compared stands out from the whole of {state} by more "
    "than chance readily gives."
)
LEAD_ONE = (
    "Nothing stands out beyond chance: the one measure that can be compared does not "
    "differ clearly from the whole of {state}."
)
LEAD_REST = " {n} more cannot be compared: too few children, or hidden."
LEAD_TOO_FEW = (
    "There are too few children here, or too little is shown, to compare any measure "
    "with the whole of {state}. That says nothing for or against the county."
)
STANDS, STAND = "stands", "stand"

OUT = "What stands out"
OUT_INTRO = (
    "Set against the whole state, by the 99.8 % interval of the ratio. The surest come "
    "first, and no more than three."
)
OUT_CHANCE = (
    "Of {compared} comparisons in one county, chance alone would flag {chance}; over "
    "all {counties} counties, {all}."
)
OUT_NEVER = "A county is never judged against a national value."
OUT_MORE = (
    "One more is marked in the chart below.",
    "{n} more are marked in the chart below.",
)
OUT_LINE = (
    ": {own} here and {whole} in the whole state. That is {side}: {ratio} times as "
    "much (95 % interval {low} to {high})."
)
HIGHER, LOWER = "higher", "lower"
JUDGED = "{side} ({word}, for this measure)"

LIKE = "Nearest in size: "
LIKE_CHILDREN = " ({children})"
CHILDREN_HERE = "{n} children live in {county}."
REGION = "Region: {region}. {note}"
NO_REGION = "No region: {note}"

SPINE = "Measure by measure, against the counties and the state"
SPINE_INTRO = (
    "The grey bar runs from the lowest to the highest of the counties with figures "
    "that can be relied on; the darker part holds the middle half of them."
)
SPREAD = "spread of the counties with dependable figures"
ONE_YEAR, THREE_YEARS = "Newest year", "Three years together"
YEARS = "Years: "
TITLE = "County"
YEARS_NOTE = (
    "Three years together hold more children, so that less is hidden or too uncertain; "
    "where a measure needs follow-up they end earlier."
)
VERDICTS = (
    ("better", "better than state", "better"),
    ("worse", "worse than state", "worse"),
    ("higher", "higher than state", "none"),
    ("lower", "lower than state", "none"),
    ("similar", "no clear difference", "similar"),
    ("too few", "too few to compare", "none"),
)
TRENDS = (
    ("better", "{move}, better", "better"),
    ("worse", "{move}, worse", "worse"),
    ("higher", "{move}", "none"),
    ("lower", "{move}", "none"),
    ("no clear change", "no clear trend", "similar"),
)
SPINE_TABLE = "{county}, measure by measure: {subject}"
MEASURE, WINDOW, HERE, STATE, AMONG, AGAINST, TREND, MIDDLE = (
    "Measure", "Window", "Here, 95 % interval", "State", "Out of", "Against the state",
    "Five newest years", "Middle half of counties",
)  # fmt: skip
RANGE = "{low} to {high}"
FEW_COUNTIES = "too few counties"

GAPS = "Who enters care, by race and ethnicity"
GAP_TITLE = "{title} in {county}, by race and ethnicity, {window}"
BASE_POPULATION = "Out of the children who live here"
BASE_DECISION = "Out of {previous}"
LESS, MORE = "less likely than White children", "more likely than White children"
REFERENCE = "as White children"
FALLBACK = (
    "White children in the whole state stand in where there are fewer than 10 here."
)
GAP_NOTE = (
    "A ratio of 1 means the same chance as White children. A wide interval means that "
    "too few children are behind the figure to say; it does not mean that there is no "
    "gap."
)
GAP_LINK = "All decision points: where gaps arise in {county}"
GAP_BESIDE = "{county} beside the other counties, given their size"
GROUP = "Group"
COUNTED = "entered"

TRENDS_TITLE = "Over the years"
TRENDS_INTRO = (
    "{county} and the whole state, with the 95 % interval. Measures whose five newest "
    "years show a clear trend come first."
)
TREND_TITLE = "{title}, {county}, {unit}"
WHOLE = "Whole state"
YEAR = "Year"

PROVIDERS = "By provider"
PROVIDERS_INTRO = (
    "Children of {county} by the provider with whom they were placed, in the newest "
    "complete year. Providers care for different children; a difference is a question, "
    "not a finding. Only those with at least {least} children are listed."
)
PROVIDERS_CAPTION = "Children of {county} by provider"
PROVIDERS_NONE = (
    "No provider has enough children of {county} for figures to be shown by provider."
)
PROVIDER = "Provider"
DOWNLOADS = "Download the figures of this page"

COUNTIES = "Counties"
COUNTIES_QUESTION = "Which {county} do you want to see?"
COUNTIES_LEAD = (
    "{n} {counties} of {state}, by name. They are not ranked: most differences between "
    "small {counties} are chance."
)
COUNTIES_CAPTION = "The {counties} of {state}"
CHILDREN, REGION_HEAD = "Children", "Region"
POPULATION_OF = "Number of children: {window}."
BY_RACE = "{title}, by race and ethnicity"
BY_DECISION = "{title}, by race and ethnicity, out of the decision before"
GAP_TOO_FEW = (
    "Too few children of {county} entered care to compare groups, even over these "
    "years."
)
GAP_NONE = "In {county} no group differs from White children beyond chance."
TREND_NONE = "No year has figures that can be relied on or shown."
TRENDS_NONE = (
    "No measure of {county} has three years with figures that can be relied on or "
    "shown."
)
