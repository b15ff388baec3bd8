"""Decision point 7: of the children served in care, those who left for good."""

from metrics.model import Example, Measure, Step

MEASURE = Measure(
    id="permanent-exits",
    code="D7",
    order=70,
    title="Children leaving care to a permanent home",
    question="How many children in care leave to a permanent home in a year?",
    numerator="served.left_permanent",
    denominator="served.children",
    kind="proportion",
    per=100,
    unit="%",
    counted="children who left care to a permanent home",
    among="children who were in care at any time",
    verb="left care to a permanent home",
    direction="higher",
    cohort="flow",
    priority="permanency",
    follow_up_months=0,
    breakdowns=("race", "age", "sex", "provider"),
    definition=(
        "Of the children who were in foster care on any day of the window, those who "
        "left it in the window to reunification, to live with a relative, to adoption "
        "or to guardianship. In care at the start of the first day counts, also if the "
        "child leaves that day; entering on the last day counts. A child counts once, "
        "under the county of the first stay. Turning 18 in care ends it, and not with "
        "permanency; an exit on the 18th birthday is reaching 18. Children who are 18 "
        "on the first day and stays of 0 days are left out, and so is a stay that "
        "ended in the window without a recorded reason. Short stays are not left out."
    ),
    why=(
        "It is a quick reading of how many children move on to a family each year. It "
        "mixes children who have just entered with those who have waited for years, so "
        "the three measures of permanency in 12 months are the better test."
    ),
    source=(
        "Countywise decision points, with permanency as in the CFSR Round 4 Statewide "
        "Data Indicators Data Dictionary, Children's Bureau, August 2022."
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
    step=Step(
        order=8,
        label="Left to a permanent home",
        previous="served.children",
        previous_label="children who were in care at any time",
        nested=True,
        verb="left care to a permanent home",
    ),
    examples=(
        Example(
            says=(
                "Four of the ways to leave are permanent; emancipation, transfer, "
                "running away and death are not, nor is staying."
            ),
            cases="""
            removal: child=1 from=2022-01-01 to=2022-10-01 reason=reunification
            removal: child=2 from=2022-01-01 to=2022-10-01 reason=relative
            removal: child=3 from=2022-01-01 to=2022-10-01 reason=adoption
            removal: child=4 from=2022-01-01 to=2022-10-01 reason=guardianship
            removal: child=5 from=2022-01-01 to=2022-10-01 reason=emancipation
            removal: child=6 from=2022-01-01 to=2022-10-01 reason=transfer
            removal: child=7 from=2022-01-01 to=2022-10-01 reason=runaway
            removal: child=8 from=2022-01-01 to=2022-10-01 reason=death
            removal: child=9 from=2022-01-01
            """,
            window="sfy2023",
            numerator=4,
            denominator=9,
        ),
        Example(
            says=(
                "Leaving on the first day counts in both numbers, leaving on the day "
                "before in neither; entering on the last day counts as served."
            ),
            cases="""
            removal: child=1 from=2022-01-01 to=2022-07-01 reason=reunification
            removal: child=2 from=2022-01-01 to=2022-06-30 reason=reunification
            removal: child=3 from=2023-06-30
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "An adoption on the 18th birthday is reaching 18 (child 1), the day "
                "before it is permanency (child 2). Child 3 is 18 on the first day of "
                "the window and is out."
            ),
            cases="""
            child: id=1 born=2005-03-10
            child: id=2 born=2005-03-11
            child: id=3 born=2004-07-01
            removal: child=1 from=2021-01-01 to=2023-03-10 reason=adoption
            removal: child=2 from=2021-01-01 to=2023-03-10 reason=adoption
            removal: child=3 from=2021-01-01 to=2023-03-10 reason=adoption
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says="A child who leaves twice in the window is one child.",
            cases="""
            removal: child=1 from=2022-01-01 to=2022-08-01 reason=reunification
            removal: child=1 from=2022-11-01 to=2023-04-01 reason=guardianship
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says="Leaving on the day after the window: served in it, not left in it.",
            cases="""
            removal: child=1 from=2022-08-01 to=2023-07-01 reason=adoption
            removal: child=2 from=2022-08-01 to=2023-06-30 reason=adoption
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "A stay that ended in the window without a reason is out (child 1); "
                "one that ended so after the window is served (child 2). A stay of 0 "
                "days is out (child 3), one of 3 days counts (child 4)."
            ),
            cases="""
            removal: child=1 from=2022-08-01 to=2023-03-01 reason=reason_missing
            removal: child=2 from=2022-08-01 to=2023-08-01 reason=reason_missing
            removal: child=3 from=2022-08-01 to=2022-08-01 reason=reunification
            removal: child=4 from=2022-08-01 to=2022-08-04 reason=reunification
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
    ),
)
