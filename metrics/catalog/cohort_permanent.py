"""Report cohort: children who entered care and found a permanent home in 12 months."""

from metrics.model import Example, Measure, Step

MEASURE = Measure(
    id="cohort-permanent",
    code="C7",
    order=76,
    title="Children reported who entered care and left to permanency",
    question="Of children who entered care after a report, how many left it for good?",
    numerator="report_cohort.permanent",
    denominator="report_cohort.entered",
    kind="proportion",
    per=100,
    unit="%",
    counted="children in a permanent home within 12 months of entry",
    among="children who entered care within 12 months of a report",
    verb="left care to a permanent home within 12 months of entry",
    direction="higher",
    cohort="report cohort",
    priority="permanency",
    follow_up_months=24,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Of the children with a report in the window who had a finding and entered "
        "care within twelve months of the first report, those who left care to "
        "reunification, a relative, adoption or guardianship within twelve months of "
        "that entry and before the age of 18. As in permanency in 12 months, of a "
        "trial home visit before reunification only 30 days are added. Unlike it, "
        "short stays and stays that ended without a recorded reason are kept, the "
        "latter as not permanent, so that this is a part of the decision before. Each "
        "child counts once, under the county and the age of the first report in the "
        "window; only reports about a child under 18 are used."
    ),
    why=(
        "It closes the pathway: the same children, from the first report to a "
        "permanent home."
    ),
    source=(
        "Countywise decision points, with permanency as in the CFSR Round 4 Statewide "
        "Data Indicators Data Dictionary, Children's Bureau, August 2022."
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
        "removal.exit_reason",
        "child.birth_day",
    ),
    step=Step(
        order=7,
        label="Left to a permanent home",
        previous="report_cohort.entered",
        previous_label="children who entered care",
        nested=True,
        verb="left care to a permanent home",
        chain="cohort",
    ),
    examples=(
        Example(
            says=(
                "Adoption and reunification are permanent, emancipation is not, nor "
                "is staying."
            ),
            cases="""
            report: child=1 on=2022-09-10 disposition=substantiated
            removal: child=1 from=2022-10-01 to=2023-05-01 reason=adoption
            report: child=2 on=2022-09-10 disposition=substantiated
            removal: child=2 from=2022-10-01 to=2023-05-01 reason=reunification
            report: child=3 on=2022-09-10 disposition=substantiated
            removal: child=3 from=2022-10-01 to=2023-05-01 reason=emancipation
            report: child=4 on=2022-09-10 disposition=substantiated
            removal: child=4 from=2022-10-01
            """,
            window="sfy2023",
            numerator=2,
            denominator=4,
        ),
        Example(
            says=(
                "The twelve months of the exit begin with the entry and not with the "
                "report."
            ),
            cases="""
            report: child=1 on=2022-09-10 disposition=substantiated
            removal: child=1 from=2023-09-01 to=2024-08-31 reason=guardianship
            report: child=2 on=2022-09-10 disposition=substantiated
            removal: child=2 from=2023-09-01 to=2024-09-01 reason=guardianship
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "A short stay that ended at home counts, one without a reason is not "
                "permanent."
            ),
            cases="""
            report: child=1 on=2022-09-10 disposition=substantiated
            removal: child=1 from=2022-09-12 to=2022-09-14 reason=reunification
            report: child=2 on=2022-09-10 disposition=substantiated
            removal: child=2 from=2022-09-12 to=2022-11-14 reason=reason_missing
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=("Only the first entry is followed."),
            cases="""
            report: child=1 on=2022-09-10 disposition=substantiated
            removal: child=1 from=2022-09-12 to=2022-10-14 reason=transfer
            removal: child=1 from=2022-12-12 to=2023-02-14 reason=reunification
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
    ),
)
