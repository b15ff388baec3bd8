"""Words of exported files: sheets, columns, what a mark means."""

DOWNLOAD = "Download"
TABLE_CSV, TABLE_XLSX = "Table (CSV)", "Spreadsheet (XLSX)"

FIGURES, DEFINITIONS, SOURCES, NOTES, CODES, SLIDES = (
    "Figures", "Definitions", "Sources", "Notes", "Codes", "Slides",
)  # fmt: skip
WHAT, SAYS = "What", "What it says"
CODE_COLUMNS = ("Column", "Code", "Name")
BOOK_TITLE = "{measure}: {place}"

ORIGIN = (
    "State", "Place", "Period", "Source", "Data to", "Edition", "Release",
    "Rule for small numbers",
)  # fmt: skip
DATA = "Data"
RELEASE = "version {version}, built {day}"
ABOUT = "About these figures"
ASKED = (
    ("Measure", "measure"), ("Rows by", "by"), ("Compared with", "reference"),
    ("Divided by", "base"), ("Child population by", "population"),
)  # fmt: skip

DEFINITION = (
    ("Measure", "title"), ("Question", "question"), ("Counted", "counted"),
    ("Out of", "among"), ("Numerator", "numerator"), ("Denominator", "denominator"),
    ("Unit", "unit"), ("Direction", "direction"), ("Cohort", "cohort"),
    ("Definition", "definition"), ("Why it matters", "why"), ("Version", "version"),
    ("Source of the definition", "source"),
)  # fmt: skip
FOLLOWED = "Followed for"

# What stands where a number would: a status of a row, or of its comparison.
MARKS = (
    ("hidden", "hidden"),
    ("not estimable", "cannot be worked out"),
    ("no data", "no data"),
    ("unreliable", "too few to compare"),
    ("no upper limit", "no upper limit"),
    ("reference", ""),
    ("none", ""),
    ("ok", ""),
    ("shown", ""),
)
READING = (
    (
        "How to read",
        "A value stands with its 95 % interval: the range in which the true value lies "
        "95 times out of 100. Wide intervals have few children behind them.",
    ),
    (
        "hidden",
        "The figure exists and is not shown, so that no child can be recognised. It is "
        "not zero. Nothing here is worked out from it.",
    ),
    ("cannot be worked out", "There is nobody to divide by, or nothing happened."),
    ("no data", "There is no figure for this place and period."),
    (
        "too few to compare",
        "Fewer than 10 events, or an interval too wide: no ratio is given.",
    ),
    ("no upper limit", "The counts do not say how large the ratio could be."),
    ("use with care", "A flag: 10 to 19 events. Small changes may be chance."),
    ("unreliable", "A flag: so few events that the value should not be compared."),
    ("immature", "A flag: the children have not been followed for long enough yet."),
    ("series break", "A flag: the meaning of the figures changed in this period."),
    ("partial coverage", "A flag: only some counties are shown in the source."),
    (
        "state reference",
        "A flag: compared with the reference group of the whole state, because it is "
        "too small or hidden here.",
    ),
    (
        "Ratios",
        "A ratio says how far apart two groups are. It does not say why.",
    ),
)

COLUMNS = (
    ("state", "code of the state, as nc"),
    ("level", "state, region or county"),
    ("geography", "code of the place: the state, region:number, or a county's FIPS"),
    ("window", "key of the period, as sfy2024 for a state fiscal year"),
    ("dimension", "what the groups are of, as race; all where nothing is divided"),
    ("group", "code of the group; all for everybody"),
    ("numerator", "how many were counted; a whole number"),
    ("denominator", "out of how many; a whole number"),
    ("value", "numerator out of denominator, in the unit"),
    ("lower", "lower end of the 95 % interval of the value"),
    ("upper", "upper end of the 95 % interval of the value"),
    ("method", "how the interval of the value was computed"),
    ("base", "what the value is divided by: population or decision"),
    ("reference", "code of the group that the ratio compares with"),
    ("ratio", "the value divided by that of the reference group"),
    ("ratio_lower", "lower end of the 95 % interval of the ratio"),
    ("ratio_upper", "upper end of the 95 % interval of the ratio"),
    ("ratio_method", "how the interval of the ratio was computed"),
    (
        "ratio_status",
        "ok, no upper limit, not estimable, hidden, unreliable, reference or none",
    ),
    ("difference", "the value minus that of the reference group, in the unit"),
    ("difference_lower", "lower end of the 95 % interval of the difference"),
    ("difference_upper", "upper end of the 95 % interval of the difference"),
    ("difference_method", "how the intervals of difference and excess were computed"),
    ("excess", "how many more (below zero: fewer) than at the reference's rate"),
    ("excess_lower", "lower end of the 95 % interval of the excess"),
    ("excess_upper", "upper end of the 95 % interval of the excess"),
    ("status", "shown, hidden, not estimable or no data"),
    ("flags", "words on how far to trust the figure, with semicolons between"),
    ("coverage", "over which places a figure could be formed; mostly empty"),
    ("measure", "id of the measure, as in addresses"),
    ("measure_version", "version of the measure's definition"),
    ("unit", "unit of value and difference"),
    ("edition", "staff, or public with small counts hidden"),
    ("release", "version of the figures"),
    ("data_end", "day to which the data go"),
    ("source", "where the data come from"),
    ("demonstration", "says so if the data are made up; else empty"),
    ("policy", "name of the rule for small numbers"),
    ("state_name", "name of the state"),
    ("direction", "which side is better: higher, lower or none"),
    ("cohort", "which children are counted: entry, exit or report cohort, and so on"),
    ("policy_says", "the rule for small numbers in words"),
)

CHAIN_TITLE = "Decision pathway: {place}, {group}"
CHAIN_COLUMNS = (
    ("stage", "id of the decision point"),
    ("label", "name of the decision point"),
    ("in_chain", "yes for a stage of the chain, no for one beside it"),
    ("nested", "whether everyone counted here was counted at the decision before"),
    ("numerator", "children of the group counted at the stage"),
    ("denominator", "children of the group at the decision before"),
    ("population", "children of the group in the population"),
    ("di", "ratio of the two groups on the population base, with its interval"),
    ("rri", "ratio of the two groups on the decision before, with its interval"),
    ("product", "the ratios of the decisions so far, multiplied"),
    ("per_1000", "part of the difference that arises here, in children per 1,000"),
    ("unknown_share", "share of children whose group is not known, from 0 to 1"),
    ("di_lowest", "the ratio, were the group of every child known: lowest"),
    ("di_highest", "the ratio, were the group of every child known: highest"),
)

DECISION, SO_FAR = "this decision", "all so far"

# ---- files of a deck -------------------------------------------------------------

DECK_FILES = (
    ("pptx", "Slides (PPTX)"),
    ("pdf", "Hand-out (PDF)"),
    ("xlsx", "Spreadsheet (XLSX)"),
    ("csv", "Table (CSV)"),
)
SLIDE_COLUMNS = (
    "number", "slide", "title", "sentence", "status", "drawing", "drawing in words",
    "footnote", "notes",
)  # fmt: skip
LONG_SLIDE = ("sentence", "drawing in words", "footnote", "notes")
DECK_COLUMNS = (
    ("number", "number of the slide"),
    ("slide", "name of the slide, as in addresses"),
    ("part", "drawing: on the slide; table: of the numbers behind it"),
    ("series", "the line, column or comparison of the figure"),
    ("item", "the window, group, decision, measure or place of the figure"),
    ("value", "the figure in its unit"),
    ("lower", "lower end of its 95 % interval"),
    ("upper", "upper end of its 95 % interval"),
    ("numerator", "how many were counted"),
    ("denominator", "out of how many"),
    ("unit", "unit of the figure"),
    ("status", "shown, hidden, not estimable, no data, unreliable or reference"),
    ("flags", "words on how far to trust the figure, with semicolons between"),
    ("text", "where the cell is words and no number"),
    ("method", "how the interval of a value or ratio was worked out"),
    ("definitions", "the measures of the slide, each with its version"),
)
ORIGIN_COLUMNS = (
    ("state_name", "name of the state"),
    ("place", "place of the deck"),
    ("period", "first and last period"),
    ("source", "where the data come from"),
    ("data_end", "day to which the data go"),
    ("edition", "edition of the figures"),
    ("release", "version of the figures and when it was built"),
    ("policy_says", "the rule for small numbers in words"),
    ("marks", "what stands on every slide"),
)
NOT_DRAWN = "Without a figure: {said}."
NOT_DRAWN_EACH = "{series} {item}: {reason}"
CARE = "Use with care, few children: {said}."
FOLLOWED_SAYS = "Too early for a final figure: {said}."
BREAK_SAYS = "The series changes its meaning before {window}: {label}."
DUE_SAYS = "{label} ({window})"
NOTES_HEAD = "Notes for the speaker"
NUMBERS_HEAD = "The numbers behind this slide"
PAGE_OF = "Page {n}"
NO_PDF = (
    "The hand-out cannot be made here: this server lacks the libraries that write PDF "
    "(Pango). Slides, spreadsheet and table can be saved, and the browser can print "
    "the slides."
)
FROM_WINDOW = "{name}, from {window}"
VALUE = "value"
CHART_NAME, TABLE_NAME, LIST_NAME = "Chart: {title}", "Table", "List"
MAP_NAME = "Map of counties"
MARKS_HEAD = "What the marks mean"
