"""Words of the page that draws every component from made-up views."""

WINDOW = "Styles | Countywise"
QUESTION = "How does everything look?"
LEAD = (
    "Every component in each of its states. All numbers and sentences here were made "
    "up to be drawn: none is about a real place or a real child."
)
ON_PAGE = "Parts of this page"
PARTS = (
    ("colours", "Colours"),
    ("frame", "The frame of a page"),
    ("heads", "Heads of pages"),
    ("notices", "Notices"),
    ("controls", "Controls"),
    ("trends", "Lines over the years"),
    ("multiples", "Many lines over the years"),
    ("groups", "Groups beside each other"),
    ("maps", "Counties"),
    ("spines", "One county, every measure"),
    ("pathway", "Decisions"),
    ("differences", "Differences in parts and in children"),
    ("places", "Many counties side by side"),
    ("promises", "Promises"),
    ("tables", "Tables"),
    ("slides", "Slides"),
    ("briefing", "The briefing of a county"),
    ("waiting", "While something is on its way"),
)
SHOW = "Show"
CLOSED = "A closed box"
MISSING = "There is no page at this address."
TRENDS = (
    (
        "Permanent home within 12 months, North Carolina",
        "27.7 % of children who entered in 2024, down from 34.9 % in 2013.",
    ),
    ("The same, Durham County", "One year of 13 is hidden."),
    ("The same, by race", "White children 31.4 %, Black children 25.1 %."),
)
MANY = ("The same, six groups", "Two years of 13 are hidden for Asian children.")
GROUPS = ("Permanent home within 12 months, by race", "Entering care, as a ratio")
MAPS = (
    "Of 100 counties, 8 are higher than the state. Permanent home, by county",
    "Of 82 counties, 6 are higher than the state. Mississippi",
    "Of 39 counties, 4 are higher than the state. Washington",
)
SPINE = "Durham County"
PATHWAY = "Where the gap opens"
DIFFERENCES = ("What each decision adds", "In parts", "In children")
PLACES = ("Counties by size", "A panel a county")
BRIEFING = ("Notes", "There is room to write on paper.", "Print")
CHANGED = "fewer children came back into care than three years before."
