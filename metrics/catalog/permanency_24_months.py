"""P3: of the children in care for two years or more, those with a permanent home."""

from metrics.model import Example, Measure, National

MEASURE = Measure(
    id="permanency-24-months",
    code="P3",
    order=230,
    title="Permanency for children in care 24 months or more",
    question="Do children who have waited two years or more find permanent homes?",
    numerator="in_care_start.from_24_permanent",
    denominator="in_care_start.from_24",
    kind="proportion",
    per=100,
    unit="%",
    counted="children who found a permanent home in the year",
    among="children who had been in care for 24 months or more",
    verb="found a permanent home within 12 months",
    direction="higher",
    cohort="point in time",
    priority="permanency",
    follow_up_months=0,
    breakdowns=("race", "age", "sex", "provider"),
    definition=(
        "Of the children in care at the start of the first day of the window who had "
        "then been in care for 24 completed months or more, those who left to "
        "reunification, to live with a relative, to adoption or to guardianship before "
        "12 months from that day were complete and before their 18th birthday. A child "
        "who leaves on the first day was in care at its start. Children who are 18 on "
        "the first day, and stays that ended within the 12 months without a recorded "
        "reason, are left out. Time on a trial home visit counts as time in care. "
        "A child whose day of birth is not known is left out."
    ),
    why=(
        "Children who wait longest are easily lost from sight in yearly totals. This "
        "measure is about them alone."
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
        value=37.3,
        period="AFCARS 21A and 21B",
        source=(
            "CFSR Round 4 national performance, risk-standardised; one secondary "
            "source; check against the official profile"
        ),
    ),
    examples=(
        Example(
            says=(
                "On 1 July 2022 child 1 has 24 completed months (in), child 2 has 23 "
                "(out), child 3 has been in care for ten years (in)."
            ),
            cases="""
            child: id=3 born=2010-01-01
            removal: child=1 from=2020-07-01
            removal: child=2 from=2020-07-02
            removal: child=3 from=2012-07-01
            """,
            window="sfy2023",
            numerator=0,
            denominator=2,
        ),
        Example(
            says=(
                "Leaving on the first day counts in both numbers (child 1), on the day "
                "before in neither (child 2)."
            ),
            cases="""
            removal: child=1 from=2019-03-01 to=2022-07-01 reason=adoption
            removal: child=2 from=2019-03-01 to=2022-06-30 reason=adoption
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says="Leaving on the window's last day counts, the day after does not.",
            cases="""
            removal: child=1 from=2019-03-01 to=2023-06-30 reason=guardianship
            removal: child=2 from=2019-03-01 to=2023-07-01 reason=guardianship
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "Child 1 is 18 on the first day: out. Child 2 leaves on the 18th "
                "birthday: in, not permanent. Child 3 was emancipated before it."
            ),
            cases="""
            child: id=1 born=2004-07-01
            child: id=2 born=2005-01-15
            child: id=3 born=2005-01-16
            removal: child=1 from=2019-03-01 to=2022-09-01 reason=adoption
            removal: child=2 from=2019-03-01 to=2023-01-15 reason=adoption
            removal: child=3 from=2019-03-01 to=2023-01-15 reason=emancipation
            """,
            window="sfy2023",
            numerator=0,
            denominator=2,
        ),
        Example(
            says=(
                "Without a reason, an exit in the 12 months drops the stay (child 1), "
                "a later one does not (child 2)."
            ),
            cases="""
            removal: child=1 from=2019-03-01 to=2023-01-15 reason=reason_missing
            removal: child=2 from=2019-03-01 to=2023-08-15 reason=reason_missing
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says="A child without a known day of birth (child 2) is left out.",
            cases="""
            child: id=2 born=unknown
            removal: child=1 from=2019-03-01
            removal: child=2 from=2019-03-01 to=2023-01-15 reason=adoption
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
    ),
)
