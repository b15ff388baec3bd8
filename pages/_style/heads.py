"""Samples of what stands at the top of a page, and of notices."""

from components import views as v
from pages._style.made import HIDDEN, rate
from pages._words import style as words

HEAD_OF_PAGE = v.PageHead(question=words.QUESTION, lead=words.LEAD)
HEAD = v.PageHead(
    question="Are children finding permanent homes in time?",
    lead=(
        "Of every 100 children who entered foster care in North Carolina in the year "
        "to June 2024, about 28 had a permanent home within 12 months, three fewer "
        "than five years before."
    ),
    context=(
        "North Carolina",
        "State fiscal year 2024",
        "Entry cohort",
        "Data to 30 June 2025",
    ),
    number=rate(27.7, 1.3, 4512),
    number_label="had a permanent home within 12 months",
    verdict=v.Verdict(
        word="Worse", tone="worse", detail="than state fiscal year 2019, by interval"
    ),
)
HIDDEN_HEAD = v.PageHead(
    question="Do children who went home stay there?",
    lead="The number for this county is hidden because it stands on few children.",
    context=("Tyrrell County", "State fiscal year 2024"),
    number=HIDDEN,
    number_label="returned to care within 12 months",
)
NOTICES = (
    v.Notice(
        kind="hidden", text="Counts of 1 to 10, and numbers that would reveal them."
    ),
    v.Notice(kind="no data", text="No provider is recorded for reports."),
    v.Notice(kind="not estimable", text="No White child entered care in this county."),
    v.Notice(
        kind="immature",
        text="Children who entered after June 2024 are not yet followed for a year.",
    ),
    v.Notice(kind="unreliable", text="Fewer than 10 events: no comparison is made."),
    v.Notice(
        kind="error",
        text="The numbers could not be read. Try again in a minute.",
        links=(v.Link(text="Back to the scorecard", href="/"),),
    ),
    v.Notice(kind="empty", text="No measure is chosen."),
)
