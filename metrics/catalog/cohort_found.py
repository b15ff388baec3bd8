"""Report cohort: children assessed, and found within 12 months."""

from metrics.model import Example, Measure, Step

MEASURE = Measure(
    id="cohort-found",
    code="C4",
    order=73,
    title="Children with a finding within 12 months of a report",
    question="Of children assessed, how many have a finding within the year?",
    numerator="report_cohort.found",
    denominator="report_cohort.assessed",
    kind="proportion",
    per=100,
    unit="%",
    counted="children with a finding within 12 months",
    among="children who were assessed within 12 months",
    verb="were found to have been maltreated or to need services",
    direction="none",
    cohort="report cohort",
    priority="safety",
    follow_up_months=12,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Of the children with a report in the window who were assessed on a report of "
        "the following twelve months, those with a report of these twelve months that "
        "was substantiated or indicated, or that ended with services needed. The "
        "twelve months begin with the child's first report in the window and are over "
        "on its anniversary. Victims under alternative response, unsubstantiated "
        "reports, services not needed and pending assessments are not findings here. "
        "Each child counts once, under the county and the age of the first report in "
        "the window; only reports about a child under 18 are used. A decision on a "
        "report of the last weeks may be recorded later and is then added."
    ),
    why=(
        "The finding opens the door to services, and to court. Its share depends on "
        "which children were assessed, so it is read beside the decisions before it."
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
        "report.disposition",
        "child.birth_day",
    ),
    step=Step(
        order=4,
        label="Finding",
        previous="report_cohort.assessed",
        previous_label="children assessed",
        nested=True,
        verb="had a finding",
        chain="cohort",
    ),
    examples=(
        Example(
            says=(
                "Substantiated, indicated and services needed are findings; the "
                "others are not."
            ),
            cases="""
            report: child=1 on=2022-09-01 disposition=substantiated
            report: child=2 on=2022-09-01 disposition=indicated
            report: child=3 on=2022-09-01 disposition=services_needed
            report: child=4 on=2022-09-01 disposition="victim, alternative response"
            report: child=5 on=2022-09-01 disposition=unsubstantiated
            """,
            window="sfy2023",
            numerator=3,
            denominator=5,
        ),
        Example(
            says=(
                "A finding on a second report, in the twelve months but after the "
                "window, counts once."
            ),
            cases="""
            report: child=1 on=2023-05-01 disposition=unsubstantiated
            report: child=1 on=2023-09-01 disposition=substantiated
            report: child=1 on=2023-12-01 disposition=substantiated
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says=(
                "A finding before the first report in the window or on the "
                "anniversary is out."
            ),
            cases="""
            report: child=1 on=2022-06-01 disposition=substantiated
            report: child=1 on=2022-08-01 disposition=unsubstantiated
            report: child=1 on=2023-08-01 disposition=substantiated
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says=("Of a report on 29 February the twelve months are over on 1 March."),
            cases="""
            report: child=1 on=2024-02-29 disposition=unsubstantiated
            report: child=1 on=2025-02-28 disposition=substantiated
            report: child=2 on=2024-02-29 disposition=unsubstantiated
            report: child=2 on=2025-03-01 disposition=substantiated
            """,
            window="sfy2024",
            numerator=1,
            denominator=2,
        ),
    ),
)
