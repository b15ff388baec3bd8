"""Decision point 4: of the children assessed, those with a finding."""

from metrics.model import Example, Measure, Step

MEASURE = Measure(
    id="found",
    code="D4",
    order=40,
    title="Children with a finding",
    question="How often does an assessment find maltreatment or a need for services?",
    numerator="reported.found",
    denominator="reported.assessed",
    kind="proportion",
    per=100,
    unit="%",
    counted="children with a finding",
    among="children who were assessed",
    verb="were found to have been maltreated or to need services",
    direction="none",
    cohort="flow",
    priority="safety",
    follow_up_months=3,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Of the children with at least one assessed report in the window, those with "
        "at least one report in the window that was substantiated or indicated, or "
        "that ended with services needed. Victims under alternative response, "
        "unsubstantiated reports, services not needed and pending assessments are not "
        "findings here. Each child counts once, under the county and the age of the "
        "first report in the window, and only reports about a child under 18 are used. "
        "The day of the report decides the window; findings may come two or three "
        "months later, so the measure waits for three months of data after the window."
    ),
    why=(
        "The finding opens the door to services, and to court. Its share depends on "
        "which reports were accepted, so it is read beside the decisions before it."
    ),
    source=(
        "Countywise decision points. NCANDS Child File (report disposition and "
        "maltreatment levels); North Carolina's family assessments end with services "
        "needed or not needed instead of a substantiation."
    ),
    needs=(
        "report.child_id",
        "report.county_id",
        "report.report_day",
        "report.assessed",
        "report.disposition",
        "child.birth_day",
    ),
    step=Step(
        order=4,
        label="Finding",
        previous="reported.assessed",
        previous_label="children assessed",
        nested=True,
        verb="had a finding",
    ),
    examples=(
        Example(
            says=(
                "Substantiated, indicated and services needed are findings; a victim "
                "under alternative response, unsubstantiated and services not needed "
                "are not."
            ),
            cases="""
            report: child=1 on=2022-09-01 disposition=substantiated
            report: child=2 on=2022-09-01 disposition=indicated
            report: child=3 on=2022-09-01 disposition=services_needed
            report: child=4 on=2022-09-01 disposition="victim, alternative response"
            report: child=5 on=2022-09-01 disposition=unsubstantiated
            report: child=6 on=2022-09-01 disposition=services_not_needed
            """,
            window="sfy2023",
            numerator=3,
            denominator=6,
        ),
        Example(
            says="A finding in one of a child's reports is enough, and counts once.",
            cases="""
            report: child=1 on=2022-09-01 disposition=unsubstantiated
            report: child=1 on=2023-01-15 disposition=substantiated
            report: child=2 on=2022-09-01 disposition=substantiated
            report: child=2 on=2023-01-15 disposition=indicated
            """,
            window="sfy2023",
            numerator=2,
            denominator=2,
        ),
        Example(
            says=(
                "The day of the report decides: one on the last day counts, one on the "
                "day before the window does not."
            ),
            cases="""
            report: child=1 on=2023-06-30 disposition=substantiated
            report: child=2 on=2022-06-30 disposition=substantiated
            report: child=2 on=2022-08-01 disposition=unsubstantiated
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "A child assessed but without a finding yet is among the assessed; a "
                "child who was not assessed is not."
            ),
            cases="""
            report: child=1 on=2022-09-01 disposition=none
            report: child=2 on=2022-09-01 assessed=no
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
    ),
)
