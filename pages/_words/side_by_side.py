"""Words of the counties side by side."""

NAME = "{counties} side by side"
NAV = "Side by side"
TITLE = "Side by side"
PAGE = "side"
PATH = "disparity/counties"
QUESTION = "Which {counties} differ from the whole of {state}, and which only seem to?"
DATA_TO = "Data to {day}"

STEP, GROUP, BASE, MARK = "Decision point", "Children", "Out of", "Show in it"
BASES = (
    ("population", "All children in the population"),
    ("decision", "Children at the decision before"),
)
NO_MARK = "No {county} in particular"

LEAD = (
    "Of {total} {counties}, {n} have enough children to be compared. {found} By chance "
    "alone, {chance} would."
)
FOUND_SOME = (
    "In {k} of them the ratio lies outside the 99.8 % limits around that of "
    "{state}: {above} above and {below} below."
)
NONE = "none"
FOUND_NONE = (
    "None of them has a ratio outside the 99.8 % limits around that of {state}."
)
LEAD_FEW = (
    "Fewer than five {counties} have enough children at “{step}” to compare {group} "
    "with {reference}, so they are not set beside the whole of {state}. That says "
    "nothing for or against any of them."
)
NO_CENTRE = (
    "There is no ratio for the whole of {state} to set the {counties} against. {why}"
)
REST = "{n} cannot be compared: {reasons}."
REASONS = (
    ("hidden", "{n} hidden to protect privacy"),
    ("unreliable", "{n} with too few children"),
    ("state", "{n} with fewer than 10 {reference}"),
    ("none", "{n} without a figure"),
)

FUNNEL_TITLE = "Which {counties} stand out, given their size"
FUNNEL = "The ratio of each {county} by size: {what}, {state}, {window}"
WHAT = "{step}, {group} against {reference}"
STAND = (
    "Looked at all together, {n} {noun} {differ} from the whole of {state} by more "
    "than chance readily gives: {listed}. At most about one in twenty of those listed "
    "so is chance."
)
DIFFER = ("differs", "differ")
STAND_NONE = (
    "Looked at all together, no {county} is so far from the whole of {state}, inside "
    "the limits or outside, that chance would be a poor explanation."
)
OWN = "{place}: ratio {ratio} ({interval}), {side}."
OWN_NOT = "{place} cannot be compared: {reason}."
SIDES = (
    ("within", "consistent with {state}, given its size"),
    ("below 95 % limit", "below the 95 % limit around {state}"),
    ("above 95 % limit", "above the 95 % limit around {state}"),
    ("below 99.8 % limit", "below the 99.8 % limit around {state}"),
    ("above 99.8 % limit", "above the 99.8 % limit around {state}"),
)
CENTRE = "{state}: {ratio}"
FEWER, MANY = "few children", "many children"
AXIS = "How much the two counts can tell of their ratio, from little to much"
INSIDE = (
    "Inside the funnel means consistent with the figure of {state}, given the size of "
    "the {county}. It does not mean that there is no difference between the groups."
)
WIDENED = (
    "The {counties} differ more than chance gives (by a factor of {phi}), so the "
    "limits are widened for it."
)
NOT_WIDENED = (
    "The {counties} do not differ more than chance gives, so the limits are those of "
    "chance alone."
)
UNKNOWN_SPREAD = (
    "Too few {counties} are large enough to tell whether they differ more than chance "
    "gives; the limits are those of chance alone."
)
ONLY_HIGH = (
    "A {county} is drawn only if at least 10 children of both groups were counted. "
    "Among small {counties} those are more often the ones in which the count of the "
    "smaller group happens to be high."
)
OUTSIDE_CHANCE = (
    "Outside the 95 % limits chance alone would put {chance} of the {n} {counties}."
)
HIGHER = "Here a ratio below 1 is the unwanted side: higher is better at “{step}”."
LOWER = "Here a ratio above 1 is the unwanted side: lower is better at “{step}”."
NEITHER = "At “{step}” neither side is better by itself."
COVERED = (
    "The ratio of {state} is formed over {coverage}, those where both groups are shown."
)
COHORT = "Kind of figure: {cohort}. Out of: {base}."
COLUMNS = (
    "Group counted", "Out of", "Compared group counted", "Out of ", "Ratio",
    "Against the whole", "Remark",
)  # fmt: skip
NOT_COMPARED = "not compared"

ADJUSTED = "Raw and adjusted ratios: {what}, {state}, {window}"
ADJUSTED_TITLE = "Adjusted for small numbers"
ADJUSTED_SAYS = (
    "Each ratio beside the same ratio adjusted toward {state} because the number of "
    "children is small. The fewer the children, the further it is drawn. The raw ratio "
    "is the one that was counted and stays the one to quote."
)
ADJUSTED_SPREAD = (
    "Of the {n} {counties} compared, the raw ratios run from {low} to {high}, the "
    "adjusted ones from {low_adjusted} to {high_adjusted}."
)
ADJUSTED_NONE = (
    "By this method the {counties} differ no more than chance gives, so the ratio of "
    "{state}, {ratio}, is the best guess for every one, and no interval is given."
)
ADJUSTED_COLUMNS = (
    "Raw ratio", "Adjusted ratio", "Share of its own figure in it", "Remark",
)  # fmt: skip
ADJUSTED_NOTE = (
    "Where the numbers are too small for a ratio of its own there is no adjusted one "
    "either. Method: normal prior for log ratios, variance by DerSimonian and Laird."
)

EACH = "One panel a {county}: {what}, {state}, {window}"
EACH_TITLE = "Every {county}, by name"
EACH_SAYS = (
    "All panels are on one scale, and no {county} is ranked. Intervals that include 1, "
    "so that the difference between the groups may be chance: {crossing} of {n}."
)
EACH_NONE = "No {county} has a ratio that can be shown."
EACH_CAPTION = "{title}: all counts"
ELSEWHERE = "In no region"
LESS, MORE = "lower rate", "higher rate"

POWER_TITLE = "What could be seen at all"
POWER_SAYS = (
    "A comparison of few children that shows nothing is no evidence that there is "
    "nothing. This is the smallest ratio that would show in four of five cases."
)
POWER_CHOOSE = (
    "Choose a {county} under “{mark}” above, to read what so many children could show."
)
POWER_RATE = (
    "Worked out from the number of children here and the rate of {reference} in the "
    "whole of {state}. Besides, no ratio is shown where fewer than 10 children of "
    "either group were counted."
)
POWER_HIDDEN = "What {place} could show is left out: its numbers are hidden or missing."

HOW_TITLE = "How to read this page"
HOW = (
    "Each dot is a county. The further right, the more its counts can tell. The grey "
    "funnel is where chance alone would put the counties if all had the ratio of the "
    "whole state: wide for small ones, narrow for large ones.",
    "A small county can have a very high or very low ratio by chance. It is then still "
    "inside the funnel. A county outside the outer limits differs from the state by "
    "more than its size explains. Why, these figures cannot say.",
    "A ratio of 1 means the same rate in both groups. The ratio of the state may "
    "itself be away from 1: to be like the state is not to have no difference.",
)
