"""Words of the scorecard."""

NAME = "Scorecard"
QUESTION_PLAN = "Is {state} keeping its promises to children and families?"
QUESTION = "How are children faring in {state}?"
DATA_TO = "Data to {day}"
NO_PLAN = (
    "No plan with targets is recorded for {state}. These are the measures that there "
    "are, by what they are about."
)
LEAD = "Of {total}, {parts}."
PROMISES = ("1 promise", "{n} promises")
# (status, one, many): the order in which a reader hears them.
STATUSES = (
    ("met", "is met", "are met"),
    ("met late", "is met late", "are met late"),
    ("on track", "is on track", "are on track"),
    ("better", "shows a change for the better", "show a change for the better"),
    ("no clear change", "shows no clear change", "show no clear change"),
    ("worse", "shows a change for the worse", "show a change for the worse"),
    ("off track", "is off track", "are off track"),
    ("missed", "is missed", "are missed"),
    ("no evidence recorded", "has no evidence recorded", "have no evidence recorded"),
    ("not measurable", "cannot be measured yet", "cannot be measured yet"),
    ("retired", "is retired", "are retired"),
)
ALL_DUE = " Every due date has passed."
SOME_DUE = " The due date of {n} has passed."
TONES = (
    ("met", "better"), ("met late", "similar"), ("on track", "better"),
    ("better", "better"), ("no clear change", "similar"), ("worse", "worse"),
    ("off track", "worse"), ("missed", "worse"),
)  # fmt: skip
TALLY = "{n} {status}"
DUE_WORDS = "{day} (“{words}” in the plan)"
RULES = (
    ("milestone", "A milestone: its status needs evidence on record."),
    ("change", "Judged by change since the baseline, by interval."),
    ("level", "A level to reach, judged by interval."),
    ("gap", "Judged by each group's gap now and in the baseline, by interval."),
)
EVIDENCE = "Evidence of {day}: {text} ({source})."
COMPANION = "Read beside it: {title}"

SINCE = "since {window}"
CHANGES = (
    ("better", "{side}, better"),
    ("worse", "{side}, worse"),
    ("higher", "higher"),
    ("lower", "lower"),
    ("no clear change", "no clear change"),
    ("cannot tell", "cannot be compared"),
)
HIGHER, LOWER = "higher", "lower"
CHANGE_TONES = (
    ("better", "better"),
    ("worse", "worse"),
    ("no clear change", "similar"),
)
GAP = "{who} {ratio} ({low} to {high})"
GAP_AND = "{gaps}; {reference} 1"
NO_LIMIT = "no limit"
NO_GAP = "no gap beyond chance"
NO_GAP_KNOWN = "groups too small to compare"
GAPS_ALIKE = "{n} gaps: {said}"
GAPS_COUNTED = "{n} {said}"
NARROWER, WIDER, AS_BEFORE, NOT_COMPARED = (
    "narrower", "wider", "no clear change", "not comparable",
)  # fmt: skip
COUNTIES = "{n} {counties} against the national {value}"
SPARK = "{title} from {first} to {last}: {start} at first, {end} at the end"
SPARK_NONE = "{title}: too little to draw"

CHANGED = "What changed since last year"
CHANGED_NONE = (
    "None of the {n} measures that can be compared changed by more than chance alone "
    "readily gives."
)
CHANGED_REST = (
    "The other {n} measures that can be compared show no change beyond chance."
)
CHANGED_NOTE = (
    "A change is named only if its 99.8 % interval leaves out no change; of the {n} "
    "comparisons, chance alone would flag {chance}."
)
COMPLETE_SINCE = "Measures that need follow-up compare the two newest complete years."

EVERY = "All measures"
EVERY_INTRO = (
    "Every measure there is for {state}, with its newest complete window. The baseline "
    "is {baseline}."
)
EVERY_CAPTION = "All measures of {state}"
MEASURE, WINDOW, VALUE, AMONG, CHANGE, GAP_HEAD = (
    "Measure", "Window", "Value and 95 % interval", "Out of", "Since the baseline",
    "Widest gap by race and ethnicity",
)  # fmt: skip
PLAN_LINK = "How a status is decided"
COUNTY_LINK = "Choose a {county}"
DISPARITY_LINK = "Where gaps arise"
NOTES = "How to read this page"
NATIONAL = (
    "The national value is context for the state. It is adjusted for risk over states "
    "and the figures here are observed, so it is no verdict on a county: counties are "
    "counted, not named, and those with too few children to tell are counted apart."
)
BASELINE = "Baseline: {label}. {note}"
GAPS_NOTE = (
    "The widest gap is the group whose ratio is surest to be far from 1, one above and "
    "one below; it is shown only if its 99.8 % interval leaves out 1. The interval "
    "printed is the 95 % one."
)
ABOUT_PRIORITY = (
    ("safety", "Safety"), ("permanency", "Permanency"), ("well-being", "Well-being"),
    ("cqi", "Continuous quality improvement"), ("workforce", "Workforce"),
)  # fmt: skip
MEASURES_OF = "{n} measures"
MEASURE_OF = "1 measure"
VISION = "The plan's vision: {vision}"
CHANGED_MORE = "{n} more measures changed beyond chance; the table of all shows them."
CHANGED_FIRST = "There is no year before with figures that can be compared."
CHANGED_ONE = (
    "The one measure that can be compared did not change by more than chance readily "
    "gives."
)
