"""Words about where a gap opens: the chain, its parts, the gap over the years."""

GROUP = "Group"
SUREST = "The surest difference"
POPULATION = "Number of children from"
POPULATIONS = (
    ("estimates", "Yearly estimates"),
    ("census2020", "2020 census (one year only)"),
)

OPENS = "Where the gap opens: {group} and {reference}"
OPENS_SAYS = (
    "The same children are followed for twelve months from their first report. The "
    "bars begin at 1, no difference; each decision multiplies the ratio, and the last "
    "row is the ratio of all of them together, out of all children in the population."
)
CHART = "From the first report to entering care, {group}: {place}, {window}"
ALL = "All of these together"
NO_DIFFERENCE = "1: no difference"
LESS, MORE = "less often", "more often"
OF_POPULATION = "out of all children"
OF_BEFORE = "out of {previous}"
BOUNDS = "group not known for too many: between {low} and {high}"
FIRST_WORD = "opens the difference"
WEIGHTS = (
    ("wider", "makes it wider"),
    ("smaller", "makes it smaller"),
    ("turned", "turns it round"),
    ("chance", "may be chance"),
)

FOLLOWED = (
    "These are the children with a first report in {window}, the newest period in "
    "which all of them have been followed to the end."
)
CHOSEN = "These are the children with a first report in {window}."
IMMATURE = (
    "Not final: at {steps} these children have not been followed long enough yet."
)
MULTIPLY = (
    "Each decision counts a part of the children at the one before, so the ratios at "
    "the decisions multiply to the ratio at the end."
)
OUTSIDE = (
    "Outside this chain: {n} of {all} children reported entered care within the twelve "
    "months without a finding before it{own}."
)
NONE = "none"
OUTSIDE_OWN = "; {n} of them were {group}"
OUTSIDE_HIDDEN = (
    "How many children entered care outside this chain, without a finding before it, "
    "is hidden."
)
STATE_REFERENCE = (
    "Here {reference} are fewer than 10 or hidden at one of the decisions, so "
    "{reference} in the whole state take their place at every decision."
)
CENSUS = "Numbers of children are those of the 2020 census."
NO_CHAIN = (
    "These figures do not follow children from a report to later decisions, so they "
    "cannot show at which decision a gap opens. The ratios below are each of one year."
)
SAME_GROUP = (
    "The chain compares two groups in the same place. Choose a group or all others "
    "under “Compared with” to see it."
)

TABLE = "{title}: all counts"
COLUMNS = (
    "Decision", "Number", "Out of", "Number, compared with", "Out of, compared with",
    "Ratio at this decision", "Ratio so far", "Adds to the difference", "Not known",
    "Ratio so far could be", "Remark",
)  # fmt: skip
PER_1000 = "per 1,000"
TOGETHER = "Together"
ASIDE = "outside the chain"
TOO_MANY_UNKNOWN = "{what} not known for too many: no ratio at this decision"
COULD_BE = "{low} to {high}"

PARTS = "What each decision adds, in children for every 1,000"
PARTS_SAYS = (
    "The same chain as a difference and not as a ratio. The parts add up to the "
    "difference at the end; each is the average over all orders in which the decisions "
    "could be exchanged. They say where the difference lies, not why."
)
PARTS_NONE = (
    "The difference cannot be shared out over the decisions, because at one of them "
    "there is no dependable ratio."
)
FEWER, MORE_CHILDREN = "fewer", "more"

BESIDE = "After a finding, and after entering care: {place}, {window}"
HIGHER_BETTER, LOWER_BETTER = "higher is better", "lower is better"
JUDGED = (
    ("better", "better, judged by the interval"),
    ("worse", "worse, judged by the interval"),
    ("higher", "more often, by more than chance readily gives"),
    ("lower", "less often, by more than chance readily gives"),
    ("similar", "may be chance"),
    ("cannot tell", ""),
)

PLACES = "Between and within counties: {place}"
PLACES_CHART = "The difference in children for every 1,000, {group}: {place}, {window}"
PLACES_SAYS = (
    "Two groups can differ in a state in two ways: the children of one group may live "
    "more often in counties where more children of every group enter care, and the "
    "groups may differ inside the same county. The two parts add up."
)
BETWEEN, WITHIN = "Where children live", "Inside the same counties"
PLACES_COLUMNS = ("Part", "Children")

TREND = "The gap over the years: {step}"
TREND_CHART = "Ratio of {group} to {reference}, {step}: {place}"
TREND_SAYS = (
    "An annual flow ratio: each period counts its own children, so this is not the "
    "chain above. The periods share no day. The axis is drawn so that half as often "
    "and twice as often are equally far from 1."
)
TREND_NONE = (
    "There is no period in which the two groups can be compared here: the numbers are "
    "too small or hidden."
)
TREND_ESTIMATES = (
    "Over the years the number of children is always that of the estimates."
)
TREND_HEAD = "Period"
BASELINE = "The change is counted from {window}, the period from which the plan counts."

MOVES = "How far the ratio could move: {group}"
MOVES_SAYS = (
    "Of the children followed from a report. The lowest ratio takes all children whose "
    "{what} is not known for {reference}, the highest takes them all for {group}."
)
MOVES_COLUMNS = (
    "Decision", "Not known", "Ratio so far",
    "Lowest it could be", "Highest it could be",
)  # fmt: skip

EXAMPLE = (
    "An example. In Contra Costa County, California, in 2005, reports were made about "
    "85.7 of every 1,000 Black children and 34.4 of every 1,000 White children: a "
    "ratio of 2.49. Reports were substantiated for 16.6 and 6.9: a ratio of 2.41. So "
    "at the decision to substantiate the ratio was 2.41 divided by 2.49, or 0.97: the "
    "decision itself adds nothing, and the whole gap is there at the report. (Source: "
    "Contra Costa County, California, incidence rates of 2005.)"
)
