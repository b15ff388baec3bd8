"""Decision point 3: of the children screened in, those who were assessed."""

from metrics.model import Example, Measure, Step

MEASURE = Measure(
    id="assessed",
    code="D3",
    order=30,
    title="Children assessed",
    question="How many accepted reports lead to a completed assessment?",
    numerator="reported.assessed",
    denominator="reported.screened_in",
    kind="proportion",
    per=100,
    unit="%",
    counted="children assessed",
    among="children who had a report accepted for assessment",
    verb="were assessed",
    direction="none",
    cohort="flow",
    priority="safety",
    follow_up_months=3,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Of the children with at least one report in the window that was accepted, "
        "those with at least one report in the window whose assessment or "
        "investigation was completed, whatever it found. Each child counts once, under "
        "the county and the age of the first report in the window, and only reports "
        "about a child under 18 are used. The day of the report decides the window, "
        "not the day on which the assessment ended; assessments may take two or three "
        "months, so the measure waits for three months of data after the window."
    ),
    why=(
        "An accepted report promises that somebody will see the child. This shows for "
        "whom the promise is kept on the record."
    ),
    source="Countywise decision points. NCANDS Child File and state records of intake.",
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
        previous="reported.screened_in",
        previous_label="children screened in",
        nested=True,
        verb="were assessed",
    ),
    examples=(
        Example(
            says=(
                "Child 1 was assessed, child 2 was accepted but not assessed, child 3 "
                "was screened out and is in neither number."
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
            says="With two accepted reports, one completed assessment is enough.",
            cases="""
            report: child=1 on=2022-09-01 assessed=no
            report: child=1 on=2022-12-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says="What the assessment found does not matter; nor that it is pending.",
            cases="""
            report: child=1 on=2022-09-01 disposition=unsubstantiated
            report: child=2 on=2022-09-01 disposition=services_not_needed
            report: child=3 on=2022-09-01 disposition=none
            """,
            window="sfy2023",
            numerator=3,
            denominator=3,
        ),
        Example(
            says="A report before the window or after it helps nobody into the count.",
            cases="""
            report: child=1 on=2022-06-30
            report: child=1 on=2022-07-01 assessed=no
            report: child=1 on=2023-07-01
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
    ),
)
