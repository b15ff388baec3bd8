"""Report cohort: children with a finding who entered care within 12 months."""

from metrics.model import Example, Measure, Step

MEASURE = Measure(
    id="cohort-entered",
    code="C6",
    order=75,
    title="Children entering care within 12 months of a report",
    question="Of children with a finding, how many enter care within a year?",
    numerator="report_cohort.entered",
    denominator="report_cohort.found",
    kind="proportion",
    per=100,
    unit="%",
    counted="children who entered care within 12 months of a report",
    among="children with a finding within 12 months of a report",
    verb="entered care within 12 months of the report",
    direction="none",
    cohort="report cohort",
    priority="safety",
    follow_up_months=12,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Of the children with a report in the window and a finding within twelve "
        "months, those who entered foster care in these twelve months, or up to five "
        "days before the first report: a placement in an emergency may be written "
        "down before the report. The twelve months begin with the child's first "
        "report in the window and are over on its anniversary. Stays of 0 days are "
        "left out, other short stays are not. Children who entered care without a "
        "finding are no part of this chain; they are counted apart. Each child counts "
        "once, under the county and the age of the first report in the window; only "
        "reports about a child under 18 are used. A decision on a report of the last "
        "weeks may be recorded later and is then added."
    ),
    why=(
        "Everyone counted here is counted at every decision before, so the ratios at "
        "the decisions multiply to the ratio in the population, and show where a gap "
        "opens."
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
        "report.assessed",
        "report.disposition",
        "removal.removal_day",
        "removal.exit_day",
        "child.birth_day",
    ),
    step=Step(
        order=6,
        label="Entered care",
        previous="report_cohort.found",
        previous_label="children with a finding",
        nested=True,
        verb="entered care",
        chain="cohort",
    ),
    examples=(
        Example(
            says=(
                "Five days before the first report counts, six days before it does not."
            ),
            cases="""
            report: child=1 on=2022-09-10 disposition=substantiated
            removal: child=1 from=2022-09-05
            report: child=2 on=2022-09-10 disposition=substantiated
            removal: child=2 from=2022-09-04
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=("The day before the anniversary counts, the anniversary does not."),
            cases="""
            report: child=1 on=2022-09-10 disposition=substantiated
            removal: child=1 from=2023-09-09
            report: child=2 on=2022-09-10 disposition=substantiated
            removal: child=2 from=2023-09-10
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=("An entry without a finding is in neither number."),
            cases="""
            report: child=1 on=2022-09-10 disposition=unsubstantiated
            removal: child=1 from=2022-10-01
            report: child=2 on=2022-09-10 disposition=indicated
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says=(
                "Already in care at the report is no entry; back in care after "
                "leaving is one."
            ),
            cases="""
            report: child=1 on=2022-09-10 disposition=substantiated
            removal: child=1 from=2022-01-01
            report: child=2 on=2022-09-10 disposition=substantiated
            removal: child=2 from=2022-01-01 to=2022-11-01 reason=reunification
            removal: child=2 from=2023-02-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=("A child who enters twice counts once; a stay of 0 days is none."),
            cases="""
            report: child=1 on=2022-09-10 disposition=substantiated
            removal: child=1 from=2022-09-12 to=2022-10-01 reason=reunification
            removal: child=1 from=2022-12-01
            report: child=2 on=2022-09-10 disposition=substantiated
            removal: child=2 from=2022-09-12 to=2022-09-12 reason=reunification
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
    ),
)
