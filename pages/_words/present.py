"""Words of the presentation."""

PAGE = "present"
NAME = "Present"
TITLE = "Presentation"
HEADING = "Presentation: {place}"

DEMO = "Demonstration data: no real children"
EDITIONS = (
    ("staff", "Staff edition: not for release"),
    ("public", "Public edition: small counts are hidden"),
)
PUBLISHED = "Figures as they were published by the source"

# ---- the slides ------------------------------------------------------------------

COVER = "Cover"
COVER_PLAN = "Are we keeping our promises to children and families?"
COVER_OTHER = "How are children faring?"
COVER_FOR = "For the {audience}"
COVER_FACTS = ("Place", "Newest complete period", "Data", "These figures")
COVER_DATA = "To {day}, version {version}"
COVER_NOTES = (
    "Each slide has one message. The sentence at its top can be checked against the "
    "numbers behind the slide, which are in these notes.",
    "The figures show what happened and how sure that is. They do not show why.",
)

PRIORITY = "Priority {number}: {name}"
SUBJECT = "{name}"
STATUS_OF = "{target}: {short}"
STATUS_STATE = "{target}, for the whole state: {short}"
COMMITMENT = "The plan's commitment: {text}"
PROMISE = "The plan's words: {text}"
MEASURE_NOTE = "{question} {meaning}"
CAPTION_UNIT = "{title}, {unit}"
NO_FIGURES = "There are no figures of “{measure}” for {place} yet."
LINE_ALT = "Lines over the windows {first} to {last}. {lines}"
LINE_OF = "{name}: {points}."
POINT = "{value} in {window}"
NONE = "no figure"
FOOT = "{window}: {value} (95 % interval {interval}), {counted} {among}."
FOOT_NONE = "{window}: {reason}."
HIDDEN_SOME = "Where no figure is drawn it is hidden to protect children's privacy."
FEW_SOME = "Hollow points stand on few children: use with care."
DUE_TICK = "due {day}"
PROMISE_DUE = "It is due by {day}."

GAP = "Where the gap opens"
GAP_FOOT = "{counted} {group} {verb}, ratio {ratio} (95 % interval {interval})."
GAP_NOTE = (
    "A ratio says how far apart two groups are. It does not say why, and it is no "
    "verdict on the people who decide."
)
GAP_WIDER = "The drawing shows {place}."
GAP_ALT = "One bar for each decision. {steps}"
GAP_STEP = "{label}: {ratio}, so far {total}."
DOTS_ALT = "One dot for each row. {rows}"
DOT_ROW = "{label}: {ratio}."
GAP_GROUPS = "Differences between groups"
TABLE_OF = "{title}: all counts"
GAP_DOTS = "{step}, each group against {reference}: {place}, {window}"

IMPROVED, NOT_IMPROVED = "What improved", "What did not"
IMPROVED_SOME = "Better than in {window}: {n} of {all} measures compared, {place}"
IMPROVED_NONE = (
    "In {place} none of the {all} measures that can be compared with {window} improved "
    "by more than chance alone readily gives."
)
REST_SOME = (
    "Compared with {window}: {worse} worse, {same} no clear change, of {all} measures, "
    "{place}"
)
WORSE_NONE = (
    "In {place} none of the {all} measures that can be compared with {window} became "
    "worse by more than chance alone readily gives."
)
REST_NONE = (
    "In {place} all of the {all} measures that can be compared with {window} improved."
)
NOTHING_COMPARED = (
    "In {place} there are too few children, or no figures, to compare any measure with "
    "{window}."
)
EVERY_ONE = "All {all} measures compared with {window}: {place}"
ONLY_SUREST = "; the {n} surest are drawn"
CHANGES_FOOT = "Newest complete figure divided by that of {window}, 95 % intervals."
NO_CHANGE = "no change"
LOWER, HIGHER = "lower now", "higher now"
BETTER_SIDES = (("higher", "higher is better"), ("lower", "lower is better"))
NOW_WORDS = (
    ("better", "better"), ("worse", "worse"), ("no clear change", "may be chance"),
)  # fmt: skip
NOT_COMPARED = "Not compared, because numbers are small, hidden or missing: {titles}."
BY_INTERVAL = (
    "A change is named if the 95 % interval of the ratio leaves out 1. Of {n} "
    "comparisons, chance alone would flag {chance}."
)
NO_SIDE = (
    "Measures of which neither side is better, as children reported, are left out."
)
COLUMNS = ("Measure", "Before", "Now", "Now divided by before", "Judged by interval")
ROW_NOTE = "{said}; {side}"
FIGURE = "{value}; {counted}"

DUE = "What is due next"
DUE_NEXT = "Next due, by {day}: {short}."
DUE_ALL = (
    "Every date of the plan has passed, the last on {day}; {open} of its {all} "
    "promises are not on record as met."
)
DUE_EARLY = (
    "Every promise that is still to come is met already; of all {all} promises of the "
    "plan {open} are not on record as met."
)
DUE_MET = "All {all} promises of the plan are on record as met."
DUE_CAPTION = "The dates of the plan and what is recorded today"
DUE_COLUMNS = ("Date", "Promises", "Today")
DUE_MANY = "{n} promises: {ids}"
DUE_FOOT = "{title}, as of {day}."
DUE_NOTE = "A milestone is met only when evidence of it is on record."
DUE_NO_DATES = "No plan with dates is recorded."
DUE_EACH = "{target}. {says}"
CALENDAR_LEAD = "Next, {when}: {text}"
CALENDAR_COLUMNS = ("When", "What", "How it is known")
CALENDAR_CAPTION = "The dates of the planning rule"
TALLY = "{n} {status}"

QUESTIONS = "Questions for the panel"
QUESTIONS_LEAD = (
    "The figures show what happened, not why: what do you know that they cannot say?"
)
USUAL_QUESTIONS = (
    "Which of these changes do you see where you live, and which not?",
    "What would families tell us about the decisions shown here?",
    "Where a gap is shown, what should we look at next to understand it?",
    "What should be on these slides next time, and is not?",
)
QUESTIONS_NOTE = "Leave time: this slide is the reason for the meeting."

WORDS = "What the words mean"
WORDS_LEAD = "The same words mean the same on every slide."
SHARE = "Of {among}, those who {verb}."
RATE = "{counted}, {unit}."
TERMS = (
    ("Gap", "How far the ratio of two groups is from 1, on either side."),
    ("Interval", "The range in which the true value lies, 95 times out of 100."),
    ("May be chance", "So small that it often arises when nothing has changed."),
    ("Hidden", "Known, and not shown, so that no child can be recognised."),
)

# ---- the file of the deck --------------------------------------------------------

NO_SLIDE = "There is no slide “{name}” here. There are: {names}."
SLIDE_TWICE = "The address names the slide “{name}” twice."
FILE_KIND = (
    "data/states/{state}.yaml: deck: there is no slide of the kind “{kind}”{about}; "
    "there are: {kinds}."
)
ABOUT = " about “{about}”"
FILE_MEASURE = (
    "data/states/{state}.yaml: deck: there is no measure “{measure}” in the figures of "
    "this state."
)

PRESENT_LINK = "Present as slides"
BACK = "Back to the dashboard"
USUAL = "Back to the usual slides"

MAP_OF = "{measure}: map of counties"
MAP_CLASS = "{says}: {n}"
MAP_ALT = "{label}. Number of counties by class. {classes}."
MAP_OTHERS = (
    ("hidden", "hidden to protect privacy"),
    ("few", "too few to compare"),
    ("blank", "no data"),
)
