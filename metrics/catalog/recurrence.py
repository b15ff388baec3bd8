"""S2: of the children found to have been maltreated, those found so again."""

from metrics.model import Example, Measure, National

MEASURE = Measure(
    id="recurrence",
    code="S2",
    order=120,
    title="Recurrence of maltreatment",
    question="Are children who were maltreated kept safe afterwards?",
    numerator="recurrence.recurred",
    denominator="recurrence.victims",
    kind="proportion",
    per=100,
    unit="%",
    counted="children found to have been maltreated again",
    among="children who were found to have been maltreated",
    verb="were found to have been maltreated again within 12 months",
    direction="lower",
    cohort="flow",
    priority="safety",
    follow_up_months=12,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Of the children with a report in the window that found maltreatment "
        "(substantiated or indicated), those with another such report more than 14 "
        "days and less than 12 completed months after the first one in the window. The "
        "day of the report decides, not that of the finding. The 14 days run from the "
        "first report and are not chained. A later report about the same incident date "
        "as the first is the same event, if both dates are known. A record about a "
        "child not yet born, one about a person aged 18 or older and one about a child "
        "whose age is not known are left out; a child who died of the maltreatment "
        "first reported is left out. A report before the window does not change which "
        "one is the first. Each child counts once, under the county and the age of the "
        "first report."
    ),
    why=(
        "After a finding the agency knows the family, and further harm is what its "
        "services are meant to prevent. Family assessments without a substantiation "
        "are not part of this measure, so it sees only some of the children."
    ),
    source=(
        "CFSR Round 4 Statewide Data Indicators Data Dictionary, Children's Bureau, "
        "August 2022. Where it is silent: the published Round 3 syntax, as translated "
        "by the University of Washington, and the choices in the definition."
    ),
    needs=(
        "report.child_id",
        "report.county_id",
        "report.report_day",
        "report.incident_day",
        "report.disposition",
        "report.unborn",
        "report.died",
        "child.birth_day",
    ),
    national=National(
        value=9.7,
        period="NCANDS FFY 2019 and 2020",
        source=(
            "CFSR Round 4 national performance, risk-standardised; one secondary "
            "source; check against the official profile"
        ),
    ),
    examples=(
        Example(
            says="14 days later is too near (child 1), 15 days later counts (child 2).",
            cases="""
            report: child=1 on=2022-09-01 disposition=substantiated
            report: child=1 on=2022-09-15 disposition=substantiated
            report: child=2 on=2022-09-01 disposition=substantiated
            report: child=2 on=2022-09-16 disposition=substantiated
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "The day before the anniversary counts (child 1), the anniversary "
                "itself does not (child 2). Both later reports lie after the window."
            ),
            cases="""
            report: child=1 on=2022-09-01 disposition=substantiated
            report: child=1 on=2023-08-31 disposition=indicated
            report: child=2 on=2022-09-01 disposition=substantiated
            report: child=2 on=2023-09-01 disposition=indicated
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "A later report of the same incident date is the same event (child 1). "
                "If the later date is not known, it is another event (child 2); so it "
                "is if the dates differ (child 3)."
            ),
            cases="""
            report: child=1 on=2022-09-01 disposition=substantiated incident=2022-08-28
            report: child=1 on=2022-12-01 disposition=substantiated incident=2022-08-28
            report: child=2 on=2022-09-01 disposition=substantiated incident=2022-08-28
            report: child=2 on=2022-12-01 disposition=substantiated
            report: child=3 on=2022-09-01 disposition=substantiated incident=2022-08-28
            report: child=3 on=2022-12-01 disposition=substantiated incident=2022-08-29
            """,
            window="sfy2023",
            numerator=2,
            denominator=3,
        ),
        Example(
            says=(
                "A record about a child not yet born drops. Child 1 has a later one, "
                "which becomes the first; child 2 has no other and is out."
            ),
            cases="""
            child: id=1 born=2022-10-05
            child: id=2 born=2022-10-05
            report: child=1 on=2022-09-01 disposition=substantiated unborn=yes
            report: child=1 on=2022-11-01 disposition=substantiated
            report: child=2 on=2022-09-01 disposition=substantiated unborn=yes
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says=(
                "Child 1 is 18 on the day of the report and child 2 has no known age: "
                "both are out. Child 3 turns 18 the next day and is in."
            ),
            cases="""
            child: id=1 born=2005-03-10
            child: id=2 born=unknown
            child: id=3 born=2005-03-11
            report: child=1 on=2023-03-10 disposition=substantiated
            report: child=2 on=2023-03-10 disposition=substantiated
            report: child=3 on=2023-03-10 disposition=substantiated
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says="A child who died of the maltreatment first reported is left out.",
            cases="""
            report: child=1 on=2022-09-01 disposition=substantiated died=yes
            report: child=2 on=2022-09-01 disposition=substantiated
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says=(
                "The 14 days are not chained: 20 September is 10 days after the report "
                "before it but 19 days after the first, and counts."
            ),
            cases="""
            report: child=1 on=2022-09-01 disposition=substantiated
            report: child=1 on=2022-09-10 disposition=substantiated
            report: child=1 on=2022-09-20 disposition=substantiated
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says=(
                "Reports that found no maltreatment count neither first nor later: "
                "unsubstantiated, alternative response and services needed."
            ),
            cases="""
            report: child=1 on=2022-09-01 disposition=unsubstantiated
            report: child=1 on=2022-12-01 disposition=substantiated
            report: child=1 on=2023-02-01 disposition="victim, alternative response"
            report: child=1 on=2023-04-01 disposition=services_needed
            report: child=2 on=2023-04-01 disposition=services_needed
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says=(
                "Reports before the window do not matter: the first is that of 2 July, "
                "and that of 20 July, 18 days later, makes it recur (child 1). Child 2 "
                "has only one report in the window and none after."
            ),
            cases="""
            report: child=1 on=2022-06-25 disposition=substantiated
            report: child=1 on=2022-07-02 disposition=substantiated
            report: child=1 on=2022-07-20 disposition=substantiated
            report: child=2 on=2022-06-01 disposition=substantiated
            report: child=2 on=2022-08-01 disposition=substantiated
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
    ),
)
