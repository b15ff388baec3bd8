"""P4: of the children who left care to a family, those who came back within a year."""

from metrics.model import Example, Measure, National, SeriesBreak

MEASURE = Measure(
    id="re-entry",
    code="P4",
    order=240,
    title="Re-entry to care within 12 months",
    question="Do children who leave care stay safely at home?",
    numerator="home_exits.reentered",
    denominator="home_exits.children",
    kind="proportion",
    per=100,
    unit="%",
    counted="children who came back into care within 12 months",
    among="children who left care to their family, a relative or a guardian",
    verb="came back into care within 12 months",
    direction="lower",
    cohort="exit cohort",
    priority="permanency",
    follow_up_months=12,
    breakdowns=("race", "age", "sex", "provider"),
    definition=(
        "Of the children who left care in the window to reunification, to live with a "
        "relative or to guardianship, whenever they had entered, those who entered "
        "care again before 12 months from leaving were complete. Adoption is not part "
        "of it. Each child counts once, with the first such exit of the window. Coming "
        "back on the day of leaving counts, on the anniversary it does not; months are "
        "counted by the day of the month. An exit on the 18th birthday or later and a "
        "return on the 18th birthday or later do not count. Short stays count on both "
        "sides, except a stay of 0 days. "
        "A child whose day of birth is not known is left out."
    ),
    why=(
        "A child who comes back has been moved twice. Read with permanency within 12 "
        "months: quick returns home are good when they last."
    ),
    source=(
        "CFSR Round 4 Statewide Data Indicators Data Dictionary, Children's Bureau, "
        "August 2022. It lists no rule on stays of fewer than 8 days for this measure. "
        "A federal value can differ: the older six-month files could not show a child "
        "who left and came back within one file."
    ),
    needs=(
        "removal.child_id",
        "removal.county_id",
        "removal.provider_id",
        "removal.removal_day",
        "removal.exit_day",
        "removal.exit_reason",
        "child.birth_day",
    ),
    national=National(
        value=5.6,
        period="AFCARS 20A to 21B",
        source=(
            "CFSR Round 4 national performance, risk-standardised; one secondary "
            "source; check against the official profile"
        ),
    ),
    companion="permanency-12-months",
    breaks=(
        SeriesBreak(
            day="2022-10-01",
            says=(
                "New federal files (AFCARS 2020) carry every removal; older ones could "
                "miss a child who left and came back within six months."
            ),
        ),
    ),
    examples=(
        Example(
            says=(
                "Back on the day before the anniversary counts (child 1), on it does "
                "not (child 2). Both come back after the window."
            ),
            cases="""
            removal: child=1 from=2022-01-01 to=2022-09-01 reason=reunification
            removal: child=1 from=2023-08-31
            removal: child=2 from=2022-01-01 to=2022-09-01 reason=reunification
            removal: child=2 from=2023-09-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "Reunification, a relative and guardianship make the cohort. Adoption "
                "does not, nor do the other ways to leave or one without a reason."
            ),
            cases="""
            removal: child=1 from=2022-01-01 to=2022-09-01 reason=reunification
            removal: child=2 from=2022-01-01 to=2022-09-01 reason=relative
            removal: child=3 from=2022-01-01 to=2022-09-01 reason=guardianship
            removal: child=4 from=2022-01-01 to=2022-09-01 reason=adoption
            removal: child=4 from=2022-12-01
            removal: child=5 from=2022-01-01 to=2022-09-01 reason=emancipation
            removal: child=6 from=2022-01-01 to=2022-09-01 reason=runaway
            removal: child=6 from=2022-12-01
            removal: child=7 from=2022-01-01 to=2022-09-01 reason=reason_missing
            removal: child=7 from=2022-12-01
            """,
            window="sfy2023",
            numerator=0,
            denominator=3,
        ),
        Example(
            says="Coming back on the day of leaving counts.",
            cases="""
            removal: child=1 from=2022-01-01 to=2022-09-01 reason=reunification
            removal: child=1 from=2022-09-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says=(
                "Left, came back, left again: one child, who re-entered after the "
                "first exit."
            ),
            cases="""
            removal: child=1 from=2022-01-01 to=2022-09-01 reason=reunification
            removal: child=1 from=2022-11-01 to=2023-02-01 reason=guardianship
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says=(
                "Child 1 left on the 18th birthday and is out. Child 2 came back on "
                "the 18th birthday: no re-entry. Child 3 on the day before it: one."
            ),
            cases="""
            child: id=1 born=2005-03-10
            child: id=2 born=2005-09-01
            child: id=3 born=2005-09-01
            removal: child=1 from=2022-01-01 to=2023-03-10 reason=reunification
            removal: child=2 from=2022-01-01 to=2022-12-01 reason=reunification
            removal: child=2 from=2023-09-01
            removal: child=3 from=2022-01-01 to=2022-12-01 reason=reunification
            removal: child=3 from=2023-08-31
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "Short stays count here: a stay of 3 days was left, and the return "
                "lasted 2 days (child 1). A stay of 0 days is out (child 2)."
            ),
            cases="""
            removal: child=1 from=2022-09-01 to=2022-09-04 reason=reunification
            removal: child=1 from=2022-12-01 to=2022-12-03 reason=reunification
            removal: child=2 from=2022-09-01 to=2022-09-01 reason=reunification
            removal: child=2 from=2022-12-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says=(
                "The day of leaving decides, whenever the child entered: the first and "
                "the last day of the window are in, the days around it are not."
            ),
            cases="""
            removal: child=1 from=2019-01-01 to=2022-07-01 reason=reunification
            removal: child=2 from=2023-06-01 to=2023-06-30 reason=reunification
            removal: child=3 from=2022-01-01 to=2022-06-30 reason=reunification
            removal: child=4 from=2022-08-01 to=2023-07-01 reason=reunification
            """,
            window="sfy2023",
            numerator=0,
            denominator=2,
        ),
        Example(
            says="A child without a known day of birth (child 2) is left out.",
            cases="""
            child: id=2 born=unknown
            removal: child=1 from=2022-01-01 to=2022-09-01 reason=reunification
            removal: child=2 from=2022-01-01 to=2022-09-01 reason=reunification
            removal: child=2 from=2022-12-01
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
    ),
)
