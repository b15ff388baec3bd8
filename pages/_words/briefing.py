"""Words of the briefing of a county."""

PAGE = "briefing"
TITLE = "Briefing"
LINK = "Briefing for Monday: one page to print"
QUESTION = "Briefing for Monday: {county}"
VINTAGE = "Data to {day}, version {version}"
BACK = "All figures of {county}"
PRINT = "Print this page"
PRINT_SAYS = "It fits on one sheet of paper."

LEAD_SOME = (
    "{count} of the {all} measures that can be compared changed by more than chance "
    "alone readily gives."
)
LEAD_NONE = (
    "No clear change: none of the {all} measures that can be compared moved by more "
    "than chance alone readily gives."
)
LEAD_ONE = (
    "No clear change: the one measure that can be compared did not move by more than "
    "chance alone readily gives."
)
LEAD_ONE_CLEAR = (
    "The one measure that can be compared changed by more than chance alone readily "
    "gives."
)
LEAD_TOO_FEW = (
    "There are too few children here, or too little is shown, to say whether anything "
    "changed. That says nothing for or against the county."
)

YEARS = "Years: "
ONE_YEAR, THREE_YEARS = "Newest year", "Three years together"

CHANGED = "Three things that changed"
CHANGED_SINCE = "Newest complete year set against {window}; the surest come first."
CHANGED_POOLS = (
    "Newest three years together set against the three before; the surest come first."
)
CHANGED_FEW = (
    "Only one thing changed clearly.",
    "Only two things changed clearly.",
)
CHANGED_NONE = "Nothing changed clearly enough to be told from chance."
CHANGED_TOO_FEW = "Nothing can be compared in {county} itself."
CHANGED_WIDER = "In {place}, where more children are counted:"
CHANGED_WIDER_NONE = "Nor did anything change clearly in {place}."
CHANGED_MORE = "{n} more changed clearly."
CHANGED_CHANCE = (
    "Of {n} comparisons chance alone would flag {chance}. What changed is told, not "
    "why."
)
LINE = (
    ": {now} in {window}, {before} in {earlier}. That is {side}, {ratio} times as much "
    "(95 % interval {low} to {high})."
)
COUNTS = " Counted: {now} now, {before} then."
SIDES = (
    ("better", "{moved} (better, for this measure)"),
    ("worse", "{moved} (worse, for this measure)"),
    ("higher", "{moved}"),
    ("lower", "{moved}"),
)

SPINE = "Where the county stands"
GAP = "For whom it is different"
GAP_COUNTS = "Counted: {own} {group}; {other} {reference}."
GAP_COUNTS_STATE = "Counted: {own} {group}."
GAP_NONE = "No decision is counted by race and ethnicity here."
GAP_LINK = "All decision points"

PLAN = "Promises of the plan that this county bears on"
PLAN_CAPTION = "Promises with a measure that is counted in {county}"
PLAN_COLUMNS = ("Promise", "Due", "Whole state", "In this county")
PLAN_NONE = "No plan with dated promises is recorded for {state}."
PLAN_NO_MEASURE = "No promise of the plan has a measure that is counted in counties."
PLAN_TARGET = "{id}: {short}"
PLAN_GAP = "about gaps: see “{section}”"
PLAN_EACH = "{word}: {titles}"
PLAN_FEW = "too few children, or hidden"
PLAN_SAME = "no clear change"
PLAN_COUNT = "{said}: {n} of {all}"
PLAN_WORDS = (
    ("better", "better"),
    ("worse", "worse"),
    ("higher", "higher"),
    ("lower", "lower"),
)

DUE = "What is due next"
DUE_DATA = (
    "Figures of {window} that follow children for {months} months need data to {day}."
)
DUE_DATA_PLAIN = "Figures of {window} need data to {day}."
DUE_DATA_NOW = "The data here go to {day}."

NOTES = "Notes"
NOTES_SAYS = "Room to write by hand on the printed page."

# ---- counties beside each other ------------------------------------------------

BESIDE = "Beside other counties"
BESIDE_INTRO = (
    "The same measures in each county, each measure on one scale, with the 95 % "
    "interval. Counties stand in the order in which they were chosen, never by value."
)
BESIDE_NOTE = (
    "Where intervals overlap widely, a difference may be chance. The line is the whole "
    "of {state}."
)
BESIDE_STATE = "whole state"
BESIDE_COUNTED = "counted"
BESIDE_PICK = "Another county"
BESIDE_ADD = "Add it"
BESIDE_EMPTY = "Choose a county"
BESIDE_FULL = "No more than {most} others stand beside a county."
BESIDE_REMOVE = "Remove {county}"
BESIDE_CLEAR = "Without other counties"
BESIDE_CAPTION = "{subject}: {counties}"
BESIDE_COLUMNS = ("Measure", "County", "Number", "Out of", "Value, 95 % interval")
BESIDE_ROW = "{title}, {window}"
BESIDE_TITLE = "These counties cannot be compared"
BESIDE_UNKNOWN = (
    "There is no county “{code}” in {state}. Choose one from the list of counties."
)
BESIDE_TWICE = "The address names {county} more than once. Name each county once."
BESIDE_MANY = "The address names {n} counties; no more than {most} stand beside one."
