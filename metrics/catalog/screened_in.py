"""Decision point 2: of the children reported, those whose report was accepted."""

from metrics.model import Example, Measure, Step

MEASURE = Measure(
    id="screened-in",
    code="D2",
    order=20,
    title="Children screened in",
    question="How many reported children have their report looked into?",
    numerator="reported.screened_in",
    denominator="reported.children",
    kind="proportion",
    per=100,
    unit="%",
    counted="children with a report screened in",
    among="children who were reported",
    verb="had a report accepted for assessment",
    direction="none",
    cohort="flow",
    priority="safety",
    follow_up_months=3,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Of the children with at least one report in the window, those with at least "
        "one report in the window that was accepted for assessment. Each child counts "
        "once, under the county and the age of the first report in the window, and "
        "only reports about a child under 18 are used. Screening takes hours or days, "
        "assessment and finding up to two or three months; the three stand side by "
        "side, so all wait for three months of data after the window."
    ),
    why=(
        "Whether a report is accepted is the agency's first decision about a child. "
        "There is no right share, but different shares for similar children deserve "
        "a closer look."
    ),
    source=(
        "Countywise decision points. The NCANDS Child File holds only reports that "
        "were screened in; the reports that were screened out come from the state's "
        "own records of intake."
    ),
    needs=(
        "report.child_id",
        "report.county_id",
        "report.report_day",
        "report.screened_in",
        "child.birth_day",
    ),
    step=Step(
        order=2,
        label="Screened in",
        previous="reported.children",
        previous_label="children reported",
        nested=True,
        verb="were screened in",
    ),
    examples=(
        Example(
            says="Of two children reported, one report was accepted.",
            cases="""
            report: child=1 on=2022-09-01
            report: child=2 on=2022-09-01 screened_in=no
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "A child whose first report was screened out and whose second was "
                "accepted counts once in both numbers, even if the second reached "
                "another county."
            ),
            cases="""
            report: child=1 on=2022-09-01 screened_in=no county=37063
            report: child=1 on=2022-11-01 county=37183
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says="A report accepted after the window does not count in this window.",
            cases="""
            report: child=1 on=2023-06-30 screened_in=no
            report: child=1 on=2023-07-01
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says="Two children named in one report are two children.",
            cases="""
            report: id=1 child=1 on=2022-09-01
            report: id=1 child=2 on=2022-09-01
            """,
            window="sfy2023",
            numerator=2,
            denominator=2,
        ),
        Example(
            says="A person aged 18 on the day of the report is in neither number.",
            cases="""
            child: id=1 born=2005-01-10
            report: child=1 on=2023-01-10
            report: child=2 on=2023-01-10
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
    ),
)
