"""Report cohort: children screened in, and assessed within 12 months."""

from metrics.model import Example, Measure, Step

MEASURE = Measure(
    id="cohort-assessed",
    code="C3",
    order=72,
    title="Children assessed within 12 months of a report",
    question="Of children with an accepted report, how many are assessed in a year?",
    numerator="report_cohort.assessed",
    denominator="report_cohort.screened_in",
    kind="proportion",
    per=100,
    unit="%",
    counted="children with an assessment within 12 months",
    among="children who had a report accepted for assessment within 12 months",
    verb="were assessed within 12 months",
    direction="none",
    cohort="report cohort",
    priority="safety",
    follow_up_months=12,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Of the children with a report in the window and a report accepted within "
        "twelve months, those with an assessment or investigation completed on a "
        "report of these twelve months, whatever it found. The twelve months begin "
        "with the child's first report in the window and are over on its anniversary. "
        "The day of the report decides, not the day on which the assessment ended. "
        "Each child counts once, under the county and the age of the first report in "
        "the window; only reports about a child under 18 are used. A decision on a "
        "report of the last weeks may be recorded later and is then added."
    ),
    why=(
        "An accepted report promises that somebody will see the child. This follows "
        "each child from the first report to that promise."
    ),
    source=(
        "Countywise decision points, as a report cohort: children followed from the "
        "first report, as Washington State does from the intake. Counts: NCANDS Child "
        "File and state records of intake."
    ),
    needs=(
        "report.child_id",
        "report.county_id",
        "report.report_day",
        "report.screened_in",
        "report.assessed",
        "child.birth_day",
    ),
    step=Step(
        order=3,
        label="Assessed",
        previous="report_cohort.screened_in",
        previous_label="children screened in",
        nested=True,
        verb="were assessed",
        chain="cohort",
    ),
    examples=(
        Example(
            says=(
                "Child 1 was assessed, child 2 accepted but not assessed, child 3 "
                "screened out."
            ),
            cases="""
            report: child=1 on=2022-09-01
            report: child=2 on=2022-09-01 assessed=no
            report: child=3 on=2022-09-01 screened_in=no
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=("An assessment on a later report of the twelve months counts."),
            cases="""
            report: child=1 on=2023-06-01 assessed=no
            report: child=1 on=2024-05-31
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says=("One on a report a year later does not."),
            cases="""
            report: child=1 on=2023-06-01 assessed=no
            report: child=1 on=2024-06-01
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says=(
                "Whatever it found, and also if that is pending, a completed "
                "assessment counts."
            ),
            cases="""
            report: child=1 on=2022-09-01 disposition=none
            report: child=2 on=2022-09-01 disposition=unsubstantiated
            """,
            window="sfy2023",
            numerator=2,
            denominator=2,
        ),
    ),
)
