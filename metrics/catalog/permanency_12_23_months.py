"""P2: of the children in care for one to two years, those with a permanent home."""

from metrics.model import Example, Measure, National

MEASURE = Measure(
    id="permanency-12-23-months",
    code="P2",
    order=220,
    title="Permanency for children in care 12 to 23 months",
    question="Do children who have been in care for over a year find permanent homes?",
    numerator="in_care_start.from_12_permanent",
    denominator="in_care_start.from_12",
    kind="proportion",
    per=100,
    unit="%",
    counted="children who found a permanent home in the year",
    among="children who had been in care for 12 to 23 months",
    verb="found a permanent home within 12 months",
    direction="higher",
    cohort="point in time",
    priority="permanency",
    follow_up_months=0,
    breakdowns=("race", "age", "sex", "provider"),
    definition=(
        "Of the children in care at the start of the first day of the window who had "
        "then been in care for at least 12 and fewer than 24 completed months, those "
        "who left to reunification, to live with a relative, to adoption or to "
        "guardianship before 12 months from that day were complete and before their "
        "18th birthday. A child who leaves on the first day was in care at its start. "
        "Children who are 18 on the first day, and stays that ended within the 12 "
        "months without a recorded reason, are left out. Time on a trial home visit "
        "counts as time in care. "
        "A child whose day of birth is not known is left out."
    ),
    why=(
        "After a year the easiest ways home have been taken. This shows whether the "
        "search for a family goes on."
    ),
    source=(
        "CFSR Round 4 Statewide Data Indicators Data Dictionary, Children's Bureau, "
        "August 2022. Counting of months: the published Round 3 syntax, as translated "
        "by the University of Washington."
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
        value=43.8,
        period="AFCARS 21A and 21B",
        source=(
            "CFSR Round 4 national performance, risk-standardised; one secondary "
            "source; check against the official profile"
        ),
    ),
    examples=(
        Example(
            says=(
                "On 1 July 2022 child 1 has 12 completed months (in), child 2 has 11 "
                "(out), child 3 has 23 (in), child 4 has 24 (out)."
            ),
            cases="""
            removal: child=1 from=2021-07-01
            removal: child=2 from=2021-07-02
            removal: child=3 from=2020-07-02
            removal: child=4 from=2020-07-01
            """,
            window="sfy2023",
            numerator=0,
            denominator=2,
        ),
        Example(
            says=(
                "Leaving on the first day: in care at its start, so in both numbers "
                "(child 1). Leaving on the day before: in neither (child 2)."
            ),
            cases="""
            removal: child=1 from=2021-03-01 to=2022-07-01 reason=reunification
            removal: child=2 from=2021-03-01 to=2022-06-30 reason=reunification
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says=(
                "12 months from 1 July 2022: leaving on 30 June 2023 counts (child 1), "
                "on 1 July 2023 does not (child 2)."
            ),
            cases="""
            removal: child=1 from=2021-03-01 to=2023-06-30 reason=adoption
            removal: child=2 from=2021-03-01 to=2023-07-01 reason=adoption
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "Child 1 is 18 on the first day and is out; child 2 turns 18 the day "
                "after and is in. Child 3 leaves on the 18th birthday: in, but not "
                "with permanency; child 4 on the day before it: permanency."
            ),
            cases="""
            child: id=1 born=2004-07-01
            child: id=2 born=2004-07-02
            child: id=3 born=2005-01-15
            child: id=4 born=2005-01-16
            removal: child=1 from=2021-03-01
            removal: child=2 from=2021-03-01
            removal: child=3 from=2021-03-01 to=2023-01-15 reason=adoption
            removal: child=4 from=2021-03-01 to=2023-01-15 reason=adoption
            """,
            window="sfy2023",
            numerator=1,
            denominator=3,
        ),
        Example(
            says=(
                "Without a reason, an exit in the 12 months drops the stay (child 1), "
                "a later one does not (child 2)."
            ),
            cases="""
            removal: child=1 from=2021-03-01 to=2023-01-15 reason=reason_missing
            removal: child=2 from=2021-03-01 to=2023-08-15 reason=reason_missing
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says="Guardianship and a relative's home are permanent; four are not.",
            cases="""
            removal: child=1 from=2021-03-01 to=2023-01-15 reason=guardianship
            removal: child=2 from=2021-03-01 to=2023-01-15 reason=relative
            removal: child=3 from=2021-03-01 to=2023-01-15 reason=emancipation
            removal: child=4 from=2021-03-01 to=2023-01-15 reason=runaway
            removal: child=5 from=2021-03-01 to=2023-01-15 reason=death
            removal: child=6 from=2021-03-01 to=2023-01-15 reason=transfer
            """,
            window="sfy2023",
            numerator=2,
            denominator=6,
        ),
        Example(
            says=(
                "A trial home visit is not adjusted for here: begun in May, reunified "
                "on 10 July 2023, too late."
            ),
            cases="""
            removal: id=1 child=1 from=2021-03-01 to=2023-07-10 reason=reunification
            placement: removal=1 setting=foster_home to=2023-05-01
            placement: removal=1 setting=trial_home_visit from=2023-05-01
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says=(
                "Only the stay that covers the first day counts: an earlier stay adds "
                "no time to one that began four months before (child 1)."
            ),
            cases="""
            removal: child=2 from=2021-03-01
            removal: child=1 from=2020-01-01 to=2022-02-01 reason=reunification
            removal: child=1 from=2022-03-01 to=2022-12-01 reason=reunification
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says="A child without a known day of birth (child 2) is left out.",
            cases="""
            child: id=2 born=unknown
            removal: child=1 from=2021-03-01
            removal: child=2 from=2021-03-01 to=2023-01-15 reason=adoption
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
    ),
)
