"""Every word that the components themselves put on the screen, for translation."""

SKIP = "Skip to the main content"

HIDDEN = "hidden"
NO_DATA = "no data"
NOT_ESTIMABLE = "cannot be worked out"
UNRELIABLE = "too few to compare"
REFERENCE = "compared with"
USE_WITH_CARE = "use with care"
NOT_FINAL = "not final"
UNTIL = " to "
OR_MORE = " or more"

IN_WORDS = "Tell me in words"
DATA_TABLE = "Data table"
TABLE_OF = "Table: {caption}. Scroll sideways to see all columns."
WHAT_IT_MEANS = "What this measures"
PERMALINK = "Link to this view"
SOURCE = "Source"

SORTED_UP = "Sorted by {column}, from low to high"
SORTED_DOWN = "Sorted by {column}, from high to low"

MAIN_MENU = "Main menu"
SHOW = "Show"
EDITION = "Edition"
LOADING = "Loading"

KEY_LOW_HIGH = "lowest to highest county"
KEY_MIDDLE = "middle half of counties"
KEY_RANGE = "range in which the true value lies (95 %)"
KEY_BETTER = "better is to the right"
KEY_NOT_FINAL = "too early for a final figure: these children are still being followed"
STILL_FOLLOWED = "still being followed"
KEY_NEUTRAL = "where neither side is better, higher is to the right"
KEY_HOLLOW = "use with care: few children"
KEY_HIDDEN = "hidden to protect privacy"
KEY_EQUAL = "1: the same as the reference"

COUNTED = "{numerator} of {denominator}"
MEETS = "meet"
DOES_NOT = "do not"
CANNOT_TELL = "cannot tell"
HIDDEN_PLACES = "hidden"
DUE = "Due {when}"
WIDEST_GAP = "Widest gap"
NO_PROMISE_MEASURE = "No measure bears on this promise yet."

GROUP = "Group"
TIMES = "×"
SO_FAR = "so far"
WEIGHTS = (
    ("wider", "the difference becomes wider"),
    ("smaller", "the difference becomes smaller"),
    ("turned", "the difference turns round"),
    ("chance", "may be chance"),
)
FEWER = "about {n} fewer"
MORE = "about {n} more"
BETWEEN = "between {low} and {high}"
FEWER_OR_MORE = "between {low} more and {high} fewer"
MORE_OR_FEWER = "between {low} fewer and {high} more"

MAP_HELP = (
    "Use the arrow keys to move between counties and Enter to open one, "
    "or choose from the table."
)
MAP_START = "Point at a county, or move with the arrow keys."
MAP_LEGEND = "Key to the map"
STRIP = "From {low} to {high}{state}. {n} counties, a dot each. {hidden}"
STRIP_NOT_SHOWN = "{n} are not shown."
STRIP_NONE = "No county has a figure that can be shown."
UNDER_LIMIT = "under {limit}"
FROM_LIMIT = "{limit} or more"
LIMITS = "{low} to {high}"

NOTICE_TITLES = (
    ("hidden", "Some numbers are hidden"),
    ("no data", "No data"),
    ("not estimable", "This cannot be worked out"),
    ("immature", "Not final yet"),
    ("unreliable", "Too few children to compare"),
    ("demo", "Demonstration data: no real children"),
    ("error", "Something went wrong"),
    ("not found", "Page not found"),
    ("empty", "Nothing to show"),
    ("note", ""),
)
INTERVAL = "95\u00a0% interval {between}"
SHARED_AXIS = "All on one scale, from {low} to {high}; the other groups in grey."
RATIO = "ratio"
ABOUT_DATA = "About these data"
ANY_VALUE = "any value"

FUNNEL_HELP = (
    "Use the left and right arrow keys to move between places, from few children to "
    "many, and Enter to open one, or read the table."
)
FUNNEL_START = "Point at a place, or move with the arrow keys."
FUNNEL_EQUAL = "1: the same rate in both groups"
FUNNEL_INNER = "95 % limits"
FUNNEL_OUTER = "99.8 % limits"
FUNNEL_SIDES = (
    "consistent with the whole, given its size",
    "outside the 95 % limits",
    "outside the 99.8 % limits",
)
FUNNEL_OWN = "the one you chose"

COLOURS = "Colours"
THEMES = (
    ("", "As my device"), ("light", "Light"), ("dark", "Dark"),
    ("contrast", "High contrast"),
)  # fmt: skip
