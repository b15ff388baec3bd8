"""Words of the methods page."""

QUESTION = "What do these figures mean, and how far can they be trusted?"
LEAD = (
    "Every measure with its definition and limits, how intervals, ratios and statuses "
    "are worked out, what is hidden and why, and where the figures of {state} come "
    "from."
)
ON_PAGE = "On this page"
MEASURES = "The measures"
MEASURES_INTRO = (
    "{n} measures, in the order of the pages. Each has an address of its own."
)
READ = "How the figures are read"
STATUS = "How the status of a promise is decided"
PRIVACY = "What is hidden"
DATA = "The data"
GLOSSARY = "Words used here"

TERMS = (
    "Counted", "Out of", "Unit", "Better", "National value", "Who counts where",
)  # fmt: skip
MORE_TERMS = (
    "Kind of figure", "Followed for", "Broken down by", "Which provider",
    "Series breaks", "Read together with", "Data it needs", "Source", "Version",
)  # fmt: skip
NATIONAL = (
    "{value}, {period}. {source} It is adjusted for differences between states, and "
    "the figures here are observed: context for the state, never a verdict on a "
    "county."
)
NO_NATIONAL = "None."
BREAK = "{day}: {says}"
NOT_HERE = "No figures of this measure are loaded for {state}."
MORE = "More about this measure"
OPEN = "Figures: {title}"
DIMENSIONS = (("race", "race and ethnicity"), ("age", "age"), ("sex", "sex"),
              ("provider", "provider"))  # fmt: skip
COHORTS = (
    (
        "report cohort",
        "Report cohort: children by their first report in the window, followed on.",
    ),
    ("entry cohort", "Entry cohort: everyone who entered in the window, followed on."),
    ("exit cohort", "Exit cohort: everyone who left in the window."),
    ("point in time", "Point in time: everyone in care on one day."),
    ("flow", "Flow: what happened in the window."),
)

# (anchor, heading, paragraphs)
READING = (
    (
        "intervals",
        "Intervals",
        (
            "Every figure has a 95 % interval: with the same true chance, 95 of 100 "
            "such intervals would hold it. Proportions have Wilson's interval. Rates "
            "have the exact Poisson interval below a count of 10 and Byar's from 10 "
            "on.",
            "A wide interval says that few children are behind the figure. It does "
            "not say that nothing is there.",
        ),
    ),
    (
        "ratios",
        "Ratios and gaps",
        (
            "A ratio sets a group beside White children, or another group that the "
            "page names. Population base: out of all children who live in the place. "
            "Decision base: out of the children at the decision before. The two "
            "answer different questions, so they stand together.",
            "Intervals of ratios are mid-p for rates and Koopman's score interval for "
            "proportions. Beside a ratio stand the difference and the number of "
            "children more or fewer than the reference's rate would give. A ratio "
            "describes; it does not say why.",
            "Where fewer than 10 children of the reference group are counted in a "
            "county, the same group in the whole state stands in, and the row says "
            "so.",
        ),
    ),
    (
        "race",
        "Race and ethnicity",
        (
            "Every child is in one group. Hispanic children of any race come first, "
            "then children of two or more races, then children of one race. Children "
            "for whom no race is written down are in none of these groups.",
            "Where the numbers of children in the population allow it, the staff "
            "edition can count children of two or more races in another way: with "
            "American Indian or Alaska Native children if that is one of their races, "
            "else with Black children if that is one. Both the children counted and "
            "the children in the population then follow that way. It is not in the "
            "public edition: two ways side by side would give small numbers away.",
        ),
    ),
    (
        "signals",
        "What stands out",
        (
            "A page holds dozens of comparisons, and at 95 % one in twenty would look "
            "clear by chance. Lists of what stands out use 99.8 %: two in a thousand. "
            "How many chance alone would flag is printed beside each list. The 95 % "
            "interval of the ratio is widened to 99.8 % on the log scale.",
            "Counties are set against the state, never against a national value, and "
            "never ranked: most differences between small counties are chance.",
        ),
    ),
    (
        "trends",
        "Change and trend",
        (
            "Two windows are compared by the interval of their ratio. A trend needs "
            "five windows in a row with dependable figures, a chi-square beyond its "
            "99.8 % point, and the same direction when any one of the five is left "
            "out. Otherwise the words are: no clear change.",
            "Better and worse are said only of measures with a better side. A window "
            "that has not been followed long enough is drawn as not final and never "
            "compared.",
        ),
    ),
    (
        "reliability",
        "Small numbers",
        (
            "Fewer than {events} events, or an interval wider than {width:.0f} % of "
            "the value, and a figure is not compared: no ratio, no trend, no "
            "sentence. From {events} to {last} events it is marked “use with care”.",
            "Where race is not known for more than {unknown:.0f} % of the children, "
            "the gap is marked, because those children are in no group.",
        ),
    ),
)
STATUS_SAYS = (
    ("Milestone", "Met if evidence that it was reached is recorded by its due date, "
     "met late if that evidence is dated after it, missed only if evidence says so. "
     "Without evidence the page says: no evidence recorded."),
    ("Change", "Each measure of the promise is compared with the baseline window by "
     "the 95 % interval of the ratio of the two. Better or worse only if its measures "
     "moved one way."),
    ("Gap", "Each group's ratio to White children now is compared with that of the "
     "baseline by the 99.8 % interval of the ratio of the two ratios. Nearer to 1 is "
     "narrower."),
    ("Level", "The value is compared with the number that was set: reached or missed "
     "only if its whole 95 % interval lies on that side. Without a number it cannot be "
     "measured."),
    ("Counties", "A county meets a value if its whole interval lies on the better "
     "side, does not if it lies on the other, and cannot be told else. Counties are "
     "counted, not named."),
)  # fmt: skip
NO_STATUS = "No plan with targets is recorded for {state}."
PLAN = "Plan: {title}. {source}."
BASELINE = "Baseline: {note}"

PRIVACY_STAFF = (
    "This is the staff edition: nothing is hidden in it. It is not for release."
)
PRIVACY_PUBLIC = "This is the public edition."
PRIVACY_RULE = (
    "In the public edition counts of 1 to {threshold} children are hidden, and so are "
    "counts whose difference from their total is 1 to {threshold}, and everything "
    "worked out from them. Zero is shown. One more cell of a line is hidden where its "
    "total would give a hidden one away. A hidden figure is never drawn as zero, and "
    "is not in the files that the public edition reads. Groups within a county, and "
    "the providers of a region, are told for several years together, not for one year."
)
PRIVACY_COUNTS = "Cells in this edition: {cells}, of which {hidden} are hidden."
PRIVACY_POLICY = "Rule of this edition: {policy}."

VINTAGE = (
    "Source", "What it is", "Data from", "Data to", "Built", "Version", "Edition",
    "Fiscal year", "Regions", "Window of the pages",
)  # fmt: skip
EDITIONS = (("staff", "staff: small counts are shown"),
            ("public", "public: small counts are hidden"))  # fmt: skip
FISCAL = "begins in {month}"
KINDS = (("sfy", "state fiscal year"), ("ffy", "federal fiscal year"),
         ("cy", "calendar year"))  # fmt: skip
NOTES = "Notes on this state"

GLOSSARY_TERMS = (
    ("Entering care", "Being placed in foster care by the agency or a court."),
    ("Permanent home", "Return to the family, adoption, guardianship, or living with "
     "relatives."),
    ("Interval", "The range in which the true value lies, with 95 % confidence."),
    ("Rate", "Events for every 1,000 children, or for every so many days."),
    ("Ratio", "One group's figure divided by another's; 1 means the same."),
    ("Reference group", "The group that others are compared with."),
    ("Base", "Out of whom a figure is counted: all children, or those at the decision "
     "before."),
    ("Window", "The months that a figure is about, such as a fiscal year."),
    ("Pooled years", "Three years taken together, so that small places have figures."),
    ("Cohort", "The children whom a figure follows, and from when."),
    ("Not final", "The children have not been followed for as long as the measure "
     "needs."),
    ("Hidden", "Not shown, so that nobody can be recognised."),
    ("Use with care", "Few children are behind the figure."),
    ("Edition", "Staff: every count. Public: small counts hidden."),
    ("Milestone", "A promise that something will be done, without a number."),
    ("Baseline", "The window with which later ones are compared."),
)  # fmt: skip
