"""Report cohort: children with a finding, and services at home within 12 months."""

from metrics.model import Example, Measure, Step

MEASURE = Measure(
    id="cohort-served-at-home",
    code="C5",
    order=74,
    title="Children served at home within 12 months of a report",
    question="Of children with a finding, how many families get services at home?",
    numerator="report_cohort.served_home",
    denominator="report_cohort.found",
    kind="proportion",
    per=100,
    unit="%",
    counted="children whose family was served at home",
    among="children with a finding within 12 months of a report",
    verb="got services for the family at home within 12 months",
    direction="none",
    cohort="report cohort",
    priority="safety",
    follow_up_months=12,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Of the children with a report in the window and a finding within twelve "
        "months, those whose family began to receive services at home in these twelve "
        "months because of one of the reports in them. The twelve months begin with "
        "the child's first report in the window and are over on its anniversary. It "
        "stands beside entering care and not before it: a child may have both, one or "
        "neither, so it is no part of the chain of decisions. Each child counts once, "
        "under the county and the age of the first report in the window; only reports "
        "about a child under 18 are used."
    ),
    why=(
        "Keeping families together with help is the plan's promise of prevention. "
        "This shows which families with a finding got that help."
    ),
    source=(
        "Countywise decision points. NCANDS Child File: service date, with family "
        "preservation or home-based services. Where a state records only that there "
        "were services, the day is not known and the child is not counted."
    ),
    needs=(
        "report.child_id",
        "report.county_id",
        "report.report_day",
        "report.screened_in",
        "report.disposition",
        "report.home_services_day",
        "child.birth_day",
    ),
    step=Step(
        order=5,
        label="Served at home",
        previous="report_cohort.found",
        previous_label="children with a finding",
        nested=True,
        verb="got services at home",
        chain="branch",
    ),
    examples=(
        Example(
            says=(
                "Services that began after a finding count; a finding without "
                "services does not."
            ),
            cases="""
            report: child=1 on=2022-09-01 disposition=substantiated services=2022-10-01
            report: child=2 on=2022-09-01 disposition=substantiated
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=("Services without a finding are in neither number."),
            cases="""
            report: child=1 on=2022-09-01 services=2022-10-01
            report: child=2 on=2022-09-01 disposition=indicated services=2022-09-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says=(
                "Services that begin on the anniversary of the first report are too "
                "late."
            ),
            cases="""
            report: child=1 on=2022-09-01 disposition=substantiated services=2023-09-01
            report: child=2 on=2022-09-01 disposition=substantiated services=2023-08-31
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=("A child served at home who enters care later still counts."),
            cases="""
            report: child=1 on=2022-09-01 disposition=substantiated services=2022-09-15
            removal: child=1 from=2023-02-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
    ),
)
