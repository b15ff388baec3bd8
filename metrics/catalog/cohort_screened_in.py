"""Report cohort: children reported, and screened in within 12 months."""

from metrics.model import Example, Measure, Step

MEASURE = Measure(
    id="cohort-screened-in",
    code="C2",
    order=71,
    title="Children screened in within 12 months of a report",
    question="Of children reported, how many have a report accepted within a year?",
    numerator="report_cohort.screened_in",
    denominator="report_cohort.children",
    kind="proportion",
    per=100,
    unit="%",
    counted="children with a report accepted within 12 months",
    among="children who were reported",
    verb="had a report accepted for assessment within 12 months",
    direction="none",
    cohort="report cohort",
    priority="safety",
    follow_up_months=12,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Of the children with a report in the window, those with at least one report "
        "accepted for assessment in the twelve months that begin with their first "
        "report in it. The twelve months begin with the child's first report in the "
        "window and are over on its anniversary. Each child counts once, under the "
        "county and the age of the first report in the window; only reports about a "
        "child under 18 are used. It follows every child for the same time, which "
        "counting the reports of the window does not."
    ),
    why=(
        "It is the first decision of the pathway on which children are followed one "
        "by one, so that what happens at each decision multiplies to what is seen in "
        "the population."
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
        "child.birth_day",
    ),
    step=Step(
        order=2,
        label="Screened in",
        previous="report_cohort.children",
        previous_label="children reported",
        nested=True,
        verb="had a report screened in",
        chain="cohort",
    ),
    examples=(
        Example(
            says=(
                "A report accepted in the twelve months after the first counts, also "
                "after the window."
            ),
            cases="""
            report: child=1 on=2023-06-30 screened_in=no
            report: child=1 on=2023-09-01
            report: child=2 on=2022-09-01 screened_in=no
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=("The anniversary is out, the day before it is in."),
            cases="""
            report: child=1 on=2022-09-01 screened_in=no
            report: child=1 on=2023-09-01
            report: child=2 on=2022-09-01 screened_in=no
            report: child=2 on=2023-08-31
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "A child counts once, with all that happened in the twelve months; a "
                "report before the window changes nothing."
            ),
            cases="""
            report: child=1 on=2022-06-30
            report: child=1 on=2022-07-01 screened_in=no
            report: child=1 on=2022-10-01 screened_in=no
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says=("A report on the 18th birthday or after it is about nobody here."),
            cases="""
            child: id=1 born=2005-01-10
            report: child=1 on=2022-12-01 screened_in=no
            report: child=1 on=2023-01-10
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says=(
                "Over three years a child is still counted once and followed for "
                "twelve months from the first report, so the second report here is "
                "too late."
            ),
            cases="""
            report: child=1 on=2021-09-01 screened_in=no
            report: child=1 on=2023-09-01
            """,
            window="sfy2022-2024",
            numerator=0,
            denominator=1,
        ),
    ),
)
