"""S1: how often children are found to have been maltreated while in care."""

from metrics.model import Example, Measure, National

MEASURE = Measure(
    id="maltreatment-in-care",
    code="S1",
    order=110,
    title="Maltreatment in foster care",
    question="Are children safe while they are in foster care?",
    numerator="care_days.victimizations",
    denominator="care_days.days",
    kind="rate",
    per=100_000,
    unit="per 100,000 days in care",
    counted="findings of maltreatment",
    among="days in care",
    verb="were found to have been maltreated while in care",
    direction="lower",
    cohort="flow",
    priority="safety",
    follow_up_months=12,
    breakdowns=("race", "age", "sex", "provider"),
    definition=(
        "Reports in the window that found maltreatment of a child in care "
        "(substantiated or indicated, whoever did it), for every 100,000 days that "
        "children spent in care in the window. Days: the day of removal counts, the "
        "day of leaving does not; days before the window, after it, or from the 18th "
        "birthday on are cut off; overlapping stays of a child count once. Complete "
        "stays of fewer than 8 days give neither days nor findings; whether a stay is "
        "complete is judged at the end of the window. A report counts if it was made "
        "on or after the seventh day after removal (removal + 7 days) and before the "
        "day of leaving or the 18th birthday, up to the last day of the window. It is "
        "left out if its incident is known to have happened outside the stay, or if it "
        "was made within 1 day of the last report of the child that counted. A child "
        "may count many times. Alternative response, services needed and "
        "unsubstantiated reports are not findings of maltreatment. "
        "A child whose day of birth is not known is left out."
    ),
    why=(
        "The state takes children into care to keep them safe, so harm in care weighs "
        "heavily. Findings are few: one year of one county says little."
    ),
    source=(
        "CFSR Round 4 Statewide Data Indicators Data Dictionary, Children's Bureau, "
        "August 2022. Where it is silent: the published Round 3 syntax, as translated "
        "by the University of Washington, and the choices in the definition."
    ),
    needs=(
        "removal.child_id",
        "removal.county_id",
        "removal.provider_id",
        "removal.removal_day",
        "removal.exit_day",
        "report.child_id",
        "report.report_day",
        "report.incident_day",
        "report.disposition",
        "child.birth_day",
    ),
    national=National(
        value=9.07,
        period="AFCARS 19A and 19B with NCANDS FFY 2019 and 2020",
        source=(
            "CFSR Round 4 national performance, risk-standardised; one secondary "
            "source; check against the official profile"
        ),
    ),
    time_numerator_events=True,
    examples=(
        Example(
            says=(
                "Child 1 is in care all year, 365 days; child 2 from 1 June to the end "
                "of the window, 30 days. One finding."
            ),
            cases="""
            removal: child=1 from=2021-01-01
            removal: child=2 from=2023-06-01
            report: child=1 on=2023-02-01 disposition=substantiated
            """,
            window="sfy2023",
            numerator=1,
            denominator=395,
        ),
        Example(
            says=(
                "Each stay has 31 + 28 = 59 days. A report 6 days after removal is too "
                "early (child 1), one 7 days after it counts (child 2)."
            ),
            cases="""
            removal: child=1 from=2023-01-01 to=2023-03-01 reason=reunification
            removal: child=2 from=2023-01-01 to=2023-03-01 reason=reunification
            report: child=1 on=2023-01-07 disposition=substantiated
            report: child=2 on=2023-01-08 disposition=substantiated
            """,
            window="sfy2023",
            numerator=1,
            denominator=118,
        ),
        Example(
            says=(
                "A report on the day of leaving is too late (child 1), on the day "
                "before it counts (child 2)."
            ),
            cases="""
            removal: child=1 from=2023-01-01 to=2023-03-01 reason=reunification
            removal: child=2 from=2023-01-01 to=2023-03-01 reason=reunification
            report: child=1 on=2023-03-01 disposition=substantiated
            report: child=2 on=2023-02-28 disposition=substantiated
            """,
            window="sfy2023",
            numerator=1,
            denominator=118,
        ),
        Example(
            says=(
                "An incident before the stay drops the report (child 1); an incident "
                "in the stay (child 2) or an unknown one (child 3) does not."
            ),
            cases="""
            removal: child=1 from=2023-01-01 to=2023-03-01 reason=reunification
            removal: child=2 from=2023-01-01 to=2023-03-01 reason=reunification
            removal: child=3 from=2023-01-01 to=2023-03-01 reason=reunification
            report: child=1 on=2023-02-01 incident=2022-12-20 disposition=indicated
            report: child=2 on=2023-02-01 incident=2023-01-25 disposition=indicated
            report: child=3 on=2023-02-01 disposition=indicated
            """,
            window="sfy2023",
            numerator=2,
            denominator=177,
        ),
        Example(
            says=(
                "Reports on three days in a row: the second is within 1 day of the "
                "first and drops, the third is 2 days after the last that counted and "
                "counts. A child may count twice."
            ),
            cases="""
            removal: child=1 from=2023-01-01 to=2023-03-01 reason=reunification
            report: child=1 on=2023-02-01 disposition=substantiated
            report: child=1 on=2023-02-02 disposition=substantiated
            report: child=1 on=2023-02-03 disposition=substantiated
            """,
            window="sfy2023",
            numerator=2,
            denominator=59,
        ),
        Example(
            says=(
                "A complete stay of 7 days is out, one of 8 days gives 8. A stay that "
                "is still open at the end of the window gives 3 days (28 to 30 June), "
                "although it ends soon after. A stay of 0 days is out."
            ),
            cases="""
            removal: child=1 from=2023-01-01 to=2023-01-08 reason=reunification
            removal: child=2 from=2023-01-01 to=2023-01-09 reason=reunification
            removal: child=3 from=2023-06-28 to=2023-07-02 reason=reunification
            removal: child=4 from=2023-01-01 to=2023-01-01 reason=reunification
            report: child=1 on=2023-01-07 disposition=substantiated
            """,
            window="sfy2023",
            numerator=0,
            denominator=11,
        ),
        Example(
            says=(
                "Both turn 18 on 1 October 2022: 31 + 31 + 30 = 92 days each. A report "
                "on the day before counts, one on the birthday does not."
            ),
            cases="""
            child: id=1 born=2004-10-01
            child: id=2 born=2004-10-01
            removal: child=1 from=2022-01-01
            removal: child=2 from=2022-01-01
            report: child=1 on=2022-09-30 disposition=substantiated
            report: child=2 on=2022-10-01 disposition=substantiated
            """,
            window="sfy2023",
            numerator=1,
            denominator=184,
        ),
        Example(
            says=(
                "Indicated is a finding of maltreatment; a victim under alternative "
                "response, services needed and unsubstantiated are not."
            ),
            cases="""
            removal: child=1 from=2021-01-01
            report: child=1 on=2022-09-01 disposition=indicated
            report: child=1 on=2022-11-01 disposition="victim, alternative response"
            report: child=1 on=2023-01-01 disposition=services_needed
            report: child=1 on=2023-03-01 disposition=unsubstantiated
            """,
            window="sfy2023",
            numerator=1,
            denominator=365,
        ),
        Example(
            says=(
                "In a stay that goes on, a report on the last day of the window counts "
                "(child 1), one on the day after does not (child 2)."
            ),
            cases="""
            removal: child=1 from=2023-06-01
            removal: child=2 from=2023-06-01
            report: child=1 on=2023-06-30 disposition=substantiated
            report: child=2 on=2023-07-01 disposition=substantiated
            """,
            window="sfy2023",
            numerator=1,
            denominator=60,
        ),
        Example(
            says=(
                "Two stays of a child overlap in February: the days from 1 January to "
                "31 March count once, 90, and the one report counts once."
            ),
            cases="""
            removal: child=1 from=2023-01-01 to=2023-03-01 reason=reunification
            removal: child=1 from=2023-02-01 to=2023-04-01 reason=reunification
            report: child=1 on=2023-02-15 disposition=substantiated
            """,
            window="sfy2023",
            numerator=1,
            denominator=90,
        ),
        Example(
            says="A window with a 29 February has 366 days.",
            cases="""
            removal: child=1 from=2021-01-01
            """,
            window="sfy2024",
            numerator=0,
            denominator=366,
        ),
        Example(
            says=(
                "Child 1 gives 30 days; child 2 has no known day of birth and gives "
                "neither days nor findings."
            ),
            cases="""
            child: id=2 born=unknown
            removal: child=1 from=2023-06-01
            removal: child=2 from=2023-06-01
            report: child=2 on=2023-06-20 disposition=substantiated
            """,
            window="sfy2023",
            numerator=0,
            denominator=30,
        ),
    ),
)
