"""P1: of the children who entered care, those with a permanent home in 12 months."""

from metrics.model import Example, Measure, National

MEASURE = Measure(
    id="permanency-12-months",
    code="P1",
    order=210,
    title="Permanency within 12 months of entering care",
    question="Are children finding permanent homes in time?",
    numerator="entry_cohort.permanent",
    denominator="entry_cohort.children",
    kind="proportion",
    per=100,
    unit="%",
    counted="children who found a permanent home within 12 months",
    among="children who entered care",
    verb="found a permanent home within 12 months",
    direction="higher",
    cohort="entry cohort",
    priority="permanency",
    follow_up_months=12,
    breakdowns=("race", "age", "sex", "provider"),
    definition=(
        "Of the children who entered care in the window, those who left it to "
        "reunification, to live with a relative, to adoption or to guardianship before "
        "12 months were complete and before their 18th birthday. Months are counted by "
        "the day of the month, so the anniversary itself is too late; someone born on "
        "29 February turns 18 on 1 March. Each child counts once, with the first entry "
        "of the window after these have been taken out: complete stays of fewer than 8 "
        "days (complete is judged at the end of the window, by the real day of "
        "leaving), stays of 0 days, entries at 18 or older, and stays that ended "
        "within the 12 months without a recorded reason. If a child was reunified from "
        "a trial home visit, only 30 days of the visit count towards the 12 months; "
        "visits that follow each other are one visit. "
        "A child whose day of birth is not known is left out."
    ),
    why=(
        "Children need a family that stays. The first year shows how quickly they go "
        "home safely or find another one. It is read with re-entry: faster is better "
        "only if homes last."
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
        "placement.setting",
        "placement.start_day",
        "placement.end_day",
        "child.birth_day",
    ),
    national=National(
        value=35.2,
        period="AFCARS 19B to 21B (entries April 2019 to March 2020)",
        source=(
            "CFSR Round 4 national performance, risk-standardised; one secondary "
            "source; check against the official profile"
        ),
    ),
    companion="re-entry",
    examples=(
        Example(
            says="Home on the day before the anniversary counts, on it does not.",
            cases="""
            removal: child=1 from=2022-08-01 to=2023-07-31 reason=reunification
            removal: child=2 from=2022-08-01 to=2023-08-01 reason=reunification
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "Entered on 29 February 2024: on 28 February 2025 only 11 months are "
                "complete (child 1), on 1 March 12 are (child 2)."
            ),
            cases="""
            removal: child=1 from=2024-02-29 to=2025-02-28 reason=adoption
            removal: child=2 from=2024-02-29 to=2025-03-01 reason=adoption
            """,
            window="sfy2024",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "Four ways to leave are permanent; emancipation, transfer, running "
                "away and death are not, nor is staying."
            ),
            cases="""
            removal: child=1 from=2022-08-01 to=2023-02-01 reason=reunification
            removal: child=2 from=2022-08-01 to=2023-02-01 reason=relative
            removal: child=3 from=2022-08-01 to=2023-02-01 reason=adoption
            removal: child=4 from=2022-08-01 to=2023-02-01 reason=guardianship
            removal: child=5 from=2022-08-01 to=2023-02-01 reason=emancipation
            removal: child=6 from=2022-08-01 to=2023-02-01 reason=transfer
            removal: child=7 from=2022-08-01 to=2023-02-01 reason=runaway
            removal: child=8 from=2022-08-01 to=2023-02-01 reason=death
            removal: child=9 from=2022-08-01
            """,
            window="sfy2023",
            numerator=4,
            denominator=9,
        ),
        Example(
            says=(
                "Home on the 18th birthday is reaching 18 (child 1), on the day before "
                "it is permanency (child 2). Child 3 is 18 on the day of entry: out."
            ),
            cases="""
            child: id=1 born=2005-03-10
            child: id=2 born=2005-03-11
            child: id=3 born=2004-08-01
            removal: child=1 from=2022-08-01 to=2023-03-10 reason=reunification
            removal: child=2 from=2022-08-01 to=2023-03-10 reason=reunification
            removal: child=3 from=2022-08-01 to=2023-03-10 reason=reunification
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "Born on 29 February 2004, both turn 18 on 1 March 2022: home on 28 "
                "February is permanency, on 1 March it is not."
            ),
            cases="""
            child: id=1 born=2004-02-29
            child: id=2 born=2004-02-29
            removal: child=1 from=2021-09-01 to=2022-02-28 reason=reunification
            removal: child=2 from=2021-09-01 to=2022-03-01 reason=reunification
            """,
            window="sfy2022",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "All three were reunified on 15 August 2023, after the anniversary of "
                "1 August. Child 1 began a trial home visit on 1 July: with 30 days of "
                "it, 31 July, in time. Child 2 began on 2 July: 1 August, too late. "
                "Child 3 came back from the visit to a foster home: no adjustment."
            ),
            cases="""
            removal: id=1 child=1 from=2022-08-01 to=2023-08-15 reason=reunification
            placement: removal=1 setting=foster_home to=2023-07-01
            placement: removal=1 setting=trial_home_visit from=2023-07-01
            removal: id=2 child=2 from=2022-08-01 to=2023-08-15 reason=reunification
            placement: removal=2 setting=foster_home to=2023-07-02
            placement: removal=2 setting=trial_home_visit from=2023-07-02
            removal: id=3 child=3 from=2022-08-01 to=2023-08-15 reason=reunification
            placement: removal=3 setting=foster_home to=2023-03-01
            placement: removal=3 setting=trial_home_visit from=2023-03-01 to=2023-04-01
            placement: removal=3 setting=foster_home from=2023-04-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=3,
        ),
        Example(
            says=(
                "Two trial home visits in a row are one, begun on 15 June (child 1): "
                "with 30 days, 15 July, in time. An exit to a relative is not adjusted "
                "(child 2)."
            ),
            cases="""
            removal: id=1 child=1 from=2022-08-01 to=2023-08-15 reason=reunification
            placement: removal=1 setting=foster_home to=2023-06-15
            placement: removal=1 setting=trial_home_visit from=2023-06-15 to=2023-07-10
            placement: removal=1 setting=trial_home_visit from=2023-07-10
            removal: id=2 child=2 from=2022-08-01 to=2023-08-15 reason=relative
            placement: removal=2 setting=foster_home to=2023-06-15
            placement: removal=2 setting=trial_home_visit from=2023-06-15
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "A complete stay of 7 days is out (child 1), of 8 days in (child 2). A "
                "stay of 5 days that was still open at the end of the window is in "
                "(child 3). A stay of 0 days is out (child 4)."
            ),
            cases="""
            removal: child=1 from=2022-08-01 to=2022-08-08 reason=reunification
            removal: child=2 from=2022-08-01 to=2022-08-09 reason=reunification
            removal: child=3 from=2023-06-27 to=2023-07-02 reason=reunification
            removal: child=4 from=2023-06-30 to=2023-06-30 reason=reunification
            """,
            window="sfy2023",
            numerator=2,
            denominator=2,
        ),
        Example(
            says=(
                "The first entry that is left counts. Child 1: the stay of 4 days "
                "drops, the one from October is still open. Child 2: home in January, "
                "back in March; the first entry counts, once."
            ),
            cases="""
            removal: child=1 from=2022-08-01 to=2022-08-05 reason=reunification
            removal: child=1 from=2022-10-01
            removal: child=2 from=2022-08-01 to=2023-01-01 reason=reunification
            removal: child=2 from=2023-03-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=(
                "Without a reason, an exit within the 12 months drops the stay (child "
                "1), a later one does not (child 2). Child 3: the first stay drops for "
                "that, the second becomes the first."
            ),
            cases="""
            removal: child=1 from=2022-08-01 to=2023-01-01 reason=reason_missing
            removal: child=2 from=2022-08-01 to=2023-09-01 reason=reason_missing
            removal: child=3 from=2022-08-01 to=2022-12-01 reason=reason_missing
            removal: child=3 from=2023-02-01 to=2023-05-01 reason=adoption
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says="Entries on the first and the last day count, on the days around not.",
            cases="""
            removal: child=1 from=2022-07-01 to=2022-10-01 reason=reunification
            removal: child=2 from=2023-06-30 to=2024-06-29 reason=reunification
            removal: child=3 from=2022-06-30 to=2022-10-01 reason=reunification
            removal: child=4 from=2023-07-01 to=2023-10-01 reason=reunification
            """,
            window="sfy2023",
            numerator=2,
            denominator=2,
        ),
        Example(
            says=(
                "A child without a known day of birth (child 2) is left out: nobody "
                "can tell whether the exit came before the 18th birthday."
            ),
            cases="""
            child: id=2 born=unknown
            removal: child=1 from=2022-08-01 to=2023-03-10 reason=reunification
            removal: child=2 from=2022-08-01 to=2023-03-10 reason=reunification
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
    ),
)
