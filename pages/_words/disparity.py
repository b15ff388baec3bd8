"""Words of the page on differences between groups."""

from data.codes import PopulationSource

NAME = "Disparity"
TITLE = "Differences between groups"
QUESTION = "For whom is it different, and where does the gap open?"
PAGE = "disparity"
DATA_TO = "Data to {day}"
BASE = "Sentences and children by"
BASES = (
    ("population", "All children in the population"),
    ("decision", "Children at the decision before"),
)
LEAD_FALLBACK = (
    "No group can be told apart from {reference} at “{step}” in {place}, {window}: "
    "every interval of the ratio includes 1. That is not evidence that there is no "
    "difference."
)
LEAD_FEW = (
    "In {place}, {window}, the numbers at “{step}” are too small to compare groups."
)

PATHWAY = "Each decision point, out of all children: {place}, {window}"
STEPS = "Each decision, out of the children at the decision before: {place}, {window}"
PATHWAY_SAYS = (
    "The ratio of each group's rate in the population to that of {reference}. It adds "
    "up everything that came before, so a gap that opened early is seen at every step."
)
STEPS_SAYS = (
    "The ratio at this decision alone: of those who reached the decision before, how "
    "many went on, against {reference}. A gap that opened earlier is not counted again."
)
OPENS = (
    "For {group}, the decisions whose ratio differs from 1 by more than chance readily "
    "gives: {listed}."
)
OPENS_NONE = (
    "For {group}, no single decision has a ratio that differs from 1 by more than "
    "chance readily gives."
)
OPEN_AT = "{step} ({ratio})"
FIRST_NOTE = (
    "“{step}” has no decision before it in these figures: its ratio is the one above."
)
NO_STEPS = (
    "These figures have one decision point only, so there is no decision before it to "
    "compare with."
)
LESS, MORE = "less likely", "more likely"
LOWER, HIGHER = "lower rate", "higher rate"
OF_POPULATION = "per 1,000 children"
OF_BEFORE = "out of {previous}"
FLOW = "annual flow ratio, per {previous}"
FLOW_NOTE = (
    "Annual flow ratio: the children counted need not be among the children at the "
    "step before in the same period, so this is no chance and can be above 100 in 100."
)
UNKNOWN_NOTE = (
    "Left out where race is not known for more than {limit} of children at the step or "
    "at the one before: {steps}."
)
HIGH_NOTE = (
    "Higher is better for: {steps}. At every other step neither side is better by "
    "itself."
)
COVERAGE_NOTE = "Formed over {coverage}, those where both groups are shown."
COVERED = "{step}: {coverage}"

CAPTION = "{title}: all counts"
GROUP_HEAD, STEP_HEAD = "Group", "Decision point"
EXCESS = "Children more than the reference's rate would give"
EXCESS_UNIT = "children"
PER_1000, PER_100 = "per 1,000", "per 100"

CHILDREN = "The difference in children: {step}, {place}, {window}"
CHILDREN_SAYS = (
    "If the group had the rate of {reference}, this many fewer or more children would "
    "be counted. It is arithmetic, not a forecast."
)
IF_RATE = "{who} at the rate of {reference}"
IF = "if {group} {verb}"
DETAIL = "Difference: {difference}. Counted: {counted}."
CHANCE = "The interval includes none, so this may be chance."
PER_UNIT = "{amount} {unit} ({interval})"

UNKNOWN = "Children whose {what} is not known"
UNKNOWN_SAYS = (
    "They are in no group. Where their share is large, or changes along the way, a "
    "ratio can move because of what is written down and not because of what is done."
)
UNKNOWN_WHAT = (
    ("race", "race"), ("race_folded", "race"), ("age", "age"), ("sex", "sex"),
)  # fmt: skip
UNKNOWN_COLUMNS = ("Decision point", "Not known", "All children counted", "Share")

HOW_TITLE = "How to read this page"
HOW = (
    "A ratio of 1 means that the group and the group it is compared with have the same "
    "rate. A ratio of 2 means twice the rate, 0.5 half the rate. The line through each "
    "dot is the 95 % interval: the range in which the true ratio lies with good "
    "confidence. Where the line crosses 1, the difference may be chance.",
    "The two pictures answer two questions. The first asks how often children of a "
    "group come to this point out of all children who live here. The second asks what "
    "happens at one decision to those who reached it. A large ratio in the first and "
    "a ratio near 1 in the second say that the difference was there before this "
    "decision.",
    "Where a county has fewer than 10 children of the group that others are compared "
    "with, that group in the whole state takes its place, and the cell says so. A "
    "group with fewer than 10 children of its own has no ratio.",
)
CANNOT_TITLE = "What this page cannot tell"
CANNOT = (
    "It describes differences. It does not say why they are there: need, poverty, what "
    "is reported and what is decided all stand behind the same number.",
    "A ratio near 1 at a decision does not show that the decision treats groups alike, "
    "and a ratio away from 1 does not show that it does not: who reaches a decision "
    "has been chosen by the decisions before it.",
    "Race and ethnicity are as written in the records, and the population as the "
    "Census Bureau estimates it. The two ask differently, most of all for children of "
    "two or more races.",
)
DOWNLOADS = "Download one decision point"
DOWNLOAD = "{step}, {base}"

FEDERAL = "Published federal figures: {state}, federal fiscal year 2021"
FEDERAL_SAYS = (
    "Real figures, as the federal government published them, to stand beside those "
    "above. They are counted by other rules, so the two need not agree."
)
FEDERAL_SOURCES: tuple[tuple[PopulationSource, str], ...] = (
    ("census2020", "2020 census"),
    ("estimates", "estimates of 1 July 2021"),
)
FEDERAL_ON = "{title}; population: {source}"
FEDERAL_FLIPS = (
    "The finding for {group} depends on how children are counted: set against the 2020 "
    "census {census}, against the estimates {estimates}."
)
FEDERAL_FINDINGS = (
    ("higher", "their rate is higher than that of White children ({ratio} times, "
     "95 % interval {low} to {high})"),
    ("lower", "their rate is lower than that of White children ({ratio} times, "
     "95 % interval {low} to {high})"),
    ("similar", "their rate cannot be told apart from that of White children ({ratio} "
     "times, 95 % interval {low} to {high})"),
    ("", "there are too few to compare"),
)  # fmt: skip
FEDERAL_AGREE = (
    "For every group the finding is the same with both ways of counting children."
)
FEDERAL_TITLES = (
    ("entry-rate", "Children who entered care, by race: ratio to White children"),
    ("in-care", "Children in care on one day, by race: ratio to White children"),
)
FEDERAL_CAPTION = "{title}, federal fiscal year 2021"
FEDERAL_COLUMNS = (
    "Group", "Children counted", "Children in the population", "Per 1,000", "Ratio"
)  # fmt: skip
SECTIONS = ("Every group at every decision",)
