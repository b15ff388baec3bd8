"""Report cohort: children who entered care within 12 months without a finding."""

from metrics.model import Example, Measure

MEASURE = Measure(
    id="cohort-entered-outside",
    code="C8",
    order=77,
    title="Children entering care without a finding",
    question="How many children reported enter care outside the chain of decisions?",
    numerator="report_cohort.entered_outside",
    denominator="report_cohort.children",
    kind="proportion",
    per=100,
    unit="%",
    counted="children who entered care without a finding",
    among="children who were reported",
    verb="entered care within 12 months without a finding",
    direction="none",
    cohort="report cohort",
    priority="safety",
    follow_up_months=12,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Of the children with a report in the window, those who entered foster care "
        "in the following twelve months, or up to five days before the first report, "
        "and who had no finding in these twelve months: the assessment was pending, "
        "ended otherwise, or never took place. They passed no decision of the chain "
        "before care, so they are no part of it and are counted here. Each child "
        "counts once, under the county and the age of the first report in the window; "
        "only reports about a child under 18 are used."
    ),
    why=(
        "A chain of decisions is only as good as the share of entries that it "
        "explains. This says how many children came into care beside it."
    ),
    source=(
        "Countywise decision points, as a report cohort: entering care within 12 "
        "months of the intake, or up to five days before it, is the rule of "
        "Washington State. Counts: NCANDS Child File, AFCARS removal dates."
    ),
    needs=(
        "report.child_id",
        "report.county_id",
        "report.report_day",
        "report.screened_in",
        "report.disposition",
        "removal.removal_day",
        "removal.exit_day",
        "child.birth_day",
    ),
    examples=(
        Example(
            says=("Child 1 entered without a finding, child 2 with one."),
            cases="""
            report: child=1 on=2022-09-10 disposition=unsubstantiated
            removal: child=1 from=2022-10-01
            report: child=2 on=2022-09-10 disposition=substantiated
            removal: child=2 from=2022-10-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=("A child whose report was screened out may enter care all the same."),
            cases="""
            report: child=1 on=2022-09-10 screened_in=no
            removal: child=1 from=2022-10-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says=("An entry on the anniversary of the first report is too late."),
            cases="""
            report: child=1 on=2022-09-10 screened_in=no
            removal: child=1 from=2023-09-10
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says=(
                "A finding later in the twelve months brings the child into the chain."
            ),
            cases="""
            report: child=1 on=2022-09-10 disposition=unsubstantiated
            removal: child=1 from=2022-10-01
            report: child=1 on=2023-03-01 disposition=substantiated
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
    ),
)
