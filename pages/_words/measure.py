"""Words of the page of one measure."""

TITLE = "{measure} | Countywise"
NAME = "Measure"

CHANGED = (
    ("better", "Better"),
    ("worse", "Worse"),
    ("higher", "Higher"),
    ("lower", "Lower"),
    ("no clear change", "No clear change"),
    ("cannot tell", "Cannot tell"),
)
THAN = "than in {window}, judged by the interval"
SINCE = "since {window}, judged by the interval"
CANNOT_COMPARE = "the numbers are too small, or too recent, to compare with {window}"
AGAINST = (
    ("better", "Better than the state"),
    ("worse", "Worse than the state"),
    ("higher", "Higher than the state"),
    ("lower", "Lower than the state"),
    ("similar", "Cannot be told apart from the state"),
    ("cannot tell", "Too few to compare"),
)
BY_INTERVAL = "in {window}, judged by the interval"
DATA_TO = "Data to {day}"

TREND = "{measure}, {place}: every {kind}"
KINDS = (
    ("sfy", "state fiscal year"),
    ("ffy", "federal fiscal year"),
    ("cy", "calendar year"),
    ("pool", "group of pooled years"),
    ("r", "twelve months"),
    ("m", "month"),
)
RATE = "rate"
UNIT = "Figures are {unit}."
NATIONAL = "National value (context)"
NATIONAL_NOTE = (
    "The national value ({period}) is adjusted for risk over states and ours is "
    "observed: it is context for the state and no verdict. Its source: {source}"
)
IMMATURE_NOTE = (
    "No point is drawn for the newest children: they have not been followed long "
    "enough, and an early figure would look like a fall. The data table has what is "
    "known so far."
)
BREAK = "meaning changed"
BREAK_NOTE = "{day}: {says}"
WINDOW_HEAD = "Period"
PLACE_HEAD = "Place"
TREND_CAPTION = "{measure} by {kind}"
WHOLE_STATE_LINE = "{state}, whole state"

GROUPS = "By {dimension}, {place}, {window}"
GROUPS_CAPTION = "{measure} by {dimension}, {place}, {window}"
LOWER, HIGHER = "lower", "higher"
NONE_APART = (
    "No group can be told apart from {reference} here: every interval of the ratio "
    "includes 1. That is not evidence that there is no difference."
)
NONE_COMPARED = "The numbers are too small to compare groups here."
RATIO_MEANS = (
    "Ratio: the group's figure divided by that of {reference}, with its 95 % interval. "
    "It describes a difference and does not say why there is one."
)
POOLED_NOTE = (
    "Three years are counted together, because one year of a single county is mostly "
    "too small to compare groups. Choose a period above to see another."
)
LARGEST = "Drawn: the {n} with the largest numbers. The table has all."
NO_GROUPS = "This measure is not counted by group."

COUNTIES_NOUN, REGIONS_NOUN = ("counties", "county"), ("regions", "region")
COUNTIES = "By county, {window}"
COUNTIES_CAPTION = "{measure} by county, {window}"
COUNTIES_SAY = (
    "Of {all} counties, {apart}; {same} cannot be told apart from {state} as a whole, "
    "and {few}. About {chance} of the {compared} that could be compared would differ "
    "by chance alone."
)
COUNTIES_NONE = (
    "None of the {all} counties has numbers large enough to compare with {state}."
)
FEW = "{n} have too few children to compare or are hidden"
APART = (
    ("better", "{n} {are} better"),
    ("worse", "{n} {are} worse"),
    ("higher", "{n} {are} higher"),
    ("lower", "{n} {are} lower"),
)
AGAINST_STATE = "Against the state"
MAP_LABEL = "{measure}: counties of {state}, {window}"
MAP_NOTE = (
    "Counties are compared with the state and never ranked: neighbours on the line of "
    "dots are often no different."
)
COUNTY_HEAD = "County"
REGIONS = "By region, {window}"
REGIONS_CAPTION = "{measure} by region, {window}"
REGION_HEAD = "Region"

SECTIONS = ("Over time", "For whom", "Where", "About this measure", "All measures")
COMPANION = "Read together with"
COMPANION_SAYS = "Read the two together: one can improve while the other does not."
COUNTY_PAGE = "All measures of {county}"
DISPARITY_PAGE = "Where do differences between groups open?"
