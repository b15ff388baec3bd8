"""P5: how often children who have just entered care move between homes."""

from metrics.model import Example, Measure, National, SeriesBreak

MEASURE = Measure(
    id="placement-stability",
    code="P5",
    order=250,
    title="Moves between homes in care",
    question="How often do children in care have to move?",
    numerator="new_care.moves",
    denominator="new_care.days",
    kind="rate",
    per=1000,
    unit="per 1,000 days in care",
    counted="moves between homes",
    among="days in care",
    verb="moved from one home to another",
    direction="lower",
    cohort="entry cohort",
    priority="permanency",
    follow_up_months=0,
    breakdowns=("race", "age", "sex", "provider"),
    definition=(
        "Moves from one home to another for every 1,000 days in care, over the stays "
        "that began in the window and up to its end. The removal is no move. Days: the "
        "day of removal counts, the day of leaving does not; days after the window or "
        "from the 18th birthday on are cut off; overlapping stays of a child count "
        "once. Trial home visits, runs, short hospital stays, respite and unknown "
        "whereabouts neither start nor end a placement, so a return to the same home "
        "after one is no move; their days count. A home without a night counts as a "
        "home. A move on the day of leaving, on the 18th birthday or later, or after "
        "the window does not count. Left out: complete stays of fewer than 8 days "
        "(judged at the end of the window), stays of 0 days, entries at 18 or older, "
        "stays without any record of where the child lived, and children with more "
        "moves than days. "
        "A child whose day of birth is not known is left out."
    ),
    why=(
        "Each move can cost a child a school, friends and trust. Few moves early in a "
        "stay are a sign that the first home was well chosen and supported."
    ),
    source=(
        "CFSR Round 4 Statewide Data Indicators Data Dictionary, Children's Bureau, "
        "August 2022, computed from dated placements. Where it is silent: 79 FR 22604, "
        "published Round 3 syntax as translated by the University of Washington, and "
        "the choices in the definition."
    ),
    needs=(
        "removal.child_id",
        "removal.county_id",
        "removal.provider_id",
        "removal.removal_day",
        "removal.exit_day",
        "placement.removal_id",
        "placement.home_id",
        "placement.setting",
        "placement.start_day",
        "placement.end_day",
        "child.birth_day",
    ),
    national=National(
        value=4.48,
        period="AFCARS 21A and 21B",
        source=(
            "CFSR Round 4 national performance, risk-standardised; one secondary "
            "source; check against the official profile"
        ),
    ),
    breaks=(
        SeriesBreak(
            day="2022-10-01",
            says=(
                "New federal files (AFCARS 2020) carry every living arrangement with "
                "its date; older ones carried a count of settings."
            ),
        ),
    ),
    time_numerator_events=True,
    examples=(
        Example(
            says=(
                "31 + 30 + 30 = 91 days: the day of leaving does not count. One move; "
                "the first home is none."
            ),
            cases="""
            removal: from=2022-08-01 to=2022-10-31 reason=reunification
            placement: home=1 to=2022-09-01
            placement: home=2 from=2022-09-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=91,
        ),
        Example(
            says=(
                "A run and a hospital night between stays in the same home are no move "
                "(child 1). After a run into another home, one move (child 2). A stay "
                "that begins with a run starts with the first home: no move (child 3). "
                "All 91 days of each count."
            ),
            cases="""
            removal: id=1 child=1 from=2022-08-01 to=2022-10-31 reason=reunification
            placement: removal=1 home=1 to=2022-08-20
            placement: removal=1 home=0 setting=runaway from=2022-08-20 to=2022-08-25
            placement: removal=1 home=1 from=2022-08-25 to=2022-09-10
            placement: removal=1 home=0 setting=hospital from=2022-09-10 to=2022-09-12
            placement: removal=1 home=1 from=2022-09-12
            removal: id=2 child=2 from=2022-08-01 to=2022-10-31 reason=reunification
            placement: removal=2 home=1 to=2022-08-20
            placement: removal=2 home=0 setting=runaway from=2022-08-20 to=2022-08-25
            placement: removal=2 home=2 from=2022-08-25
            removal: id=3 child=3 from=2022-08-01 to=2022-10-31 reason=reunification
            placement: removal=3 home=0 setting=runaway to=2022-08-05
            placement: removal=3 home=1 from=2022-08-05
            """,
            window="sfy2023",
            numerator=1,
            denominator=273,
        ),
        Example(
            says=(
                "A respite home and a trial home visit, even with a number of their "
                "own, are no placements; the last days at home are days in care."
            ),
            cases="""
            removal: from=2022-08-01 to=2022-10-31 reason=reunification
            placement: home=1 to=2022-08-20
            placement: home=5 setting=respite from=2022-08-20 to=2022-08-23
            placement: home=1 from=2022-08-23 to=2022-10-01
            placement: home=6 setting=trial_home_visit from=2022-10-01
            """,
            window="sfy2023",
            numerator=0,
            denominator=91,
        ),
        Example(
            says=(
                "A home without a night is a home: two moves (child 1). Back from "
                "another home to the first is a move as well: two (child 2)."
            ),
            cases="""
            removal: id=1 child=1 from=2022-08-01 to=2022-10-31 reason=reunification
            placement: removal=1 home=1 to=2022-09-01
            placement: removal=1 home=2 from=2022-09-01 to=2022-09-01
            placement: removal=1 home=3 from=2022-09-01
            removal: id=2 child=2 from=2022-08-01 to=2022-10-31 reason=reunification
            placement: removal=2 home=1 to=2022-09-01
            placement: removal=2 home=2 from=2022-09-01 to=2022-10-01
            placement: removal=2 home=1 from=2022-10-01
            """,
            window="sfy2023",
            numerator=4,
            denominator=182,
        ),
        Example(
            says=(
                "A move on the day of leaving does not count (child 1), on the day "
                "before it does (child 2)."
            ),
            cases="""
            removal: id=1 child=1 from=2022-08-01 to=2022-10-31 reason=reunification
            placement: removal=1 home=1 to=2022-10-31
            placement: removal=1 home=2 from=2022-10-31
            removal: id=2 child=2 from=2022-08-01 to=2022-10-31 reason=reunification
            placement: removal=2 home=1 to=2022-10-30
            placement: removal=2 home=2 from=2022-10-30
            """,
            window="sfy2023",
            numerator=1,
            denominator=182,
        ),
        Example(
            says=(
                "Entered on 1 June: 30 days in the window. The move on its last day "
                "counts, that on the day after does not."
            ),
            cases="""
            removal: from=2023-06-01
            placement: home=1 to=2023-06-30
            placement: home=2 from=2023-06-30 to=2023-07-01
            placement: home=3 from=2023-07-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=30,
        ),
        Example(
            says=(
                "A stay begun before the window is out (child 1); one begun on its "
                "first day gives all 365 days (child 2). Both stays of child 3 began "
                "in the window: 31 + 28 days."
            ),
            cases="""
            removal: id=1 child=1 from=2022-06-30
            placement: removal=1 home=1 to=2022-09-01
            placement: removal=1 home=2 from=2022-09-01
            removal: id=2 child=2 from=2022-07-01
            placement: removal=2 home=3
            removal: id=3 child=3 from=2022-10-01 to=2022-11-01 reason=reunification
            placement: removal=3 home=4
            removal: id=4 child=3 from=2023-02-01 to=2023-03-01 reason=reunification
            placement: removal=4 home=5
            """,
            window="sfy2023",
            numerator=0,
            denominator=424,
        ),
        Example(
            says=(
                "A complete stay of 7 days is out (child 1), one of 8 days gives 8 "
                "(child 2), one still open at the end of the window gives 3 (child 3). "
                "A stay of 0 days is out (child 4)."
            ),
            cases="""
            removal: id=1 child=1 from=2022-08-01 to=2022-08-08 reason=reunification
            placement: removal=1 home=1 to=2022-08-03
            placement: removal=1 home=2 from=2022-08-03
            removal: id=2 child=2 from=2022-08-01 to=2022-08-09 reason=reunification
            placement: removal=2 home=1
            removal: id=3 child=3 from=2023-06-28 to=2023-07-02 reason=reunification
            placement: removal=3 home=1
            removal: id=4 child=4 from=2022-08-01 to=2022-08-01 reason=reunification
            placement: removal=4 home=1
            """,
            window="sfy2023",
            numerator=0,
            denominator=11,
        ),
        Example(
            says=(
                "Child 1 has 3 moves in 2 days (29 and 30 June) and is dropped; child "
                "2 has 2 moves in 2 days and is not."
            ),
            cases="""
            removal: id=1 child=1 from=2023-06-29
            placement: removal=1 home=1 to=2023-06-29
            placement: removal=1 home=2 from=2023-06-29 to=2023-06-30
            placement: removal=1 home=3 from=2023-06-30 to=2023-06-30
            placement: removal=1 home=4 from=2023-06-30
            removal: id=2 child=2 from=2023-06-29
            placement: removal=2 home=1 to=2023-06-29
            placement: removal=2 home=2 from=2023-06-29 to=2023-06-30
            placement: removal=2 home=3 from=2023-06-30
            """,
            window="sfy2023",
            numerator=2,
            denominator=2,
        ),
        Example(
            says=(
                "Child 1 turns 18 on 1 October: 31 + 30 days, and the move on the "
                "birthday does not count. Child 2 was 18 on the day of entry: out."
            ),
            cases="""
            child: id=1 born=2004-10-01
            child: id=2 born=2004-08-01
            removal: id=1 child=1 from=2022-08-01
            placement: removal=1 home=1 to=2022-10-01
            placement: removal=1 home=2 from=2022-10-01
            removal: id=2 child=2 from=2022-08-01
            placement: removal=2 home=1
            """,
            window="sfy2023",
            numerator=0,
            denominator=61,
        ),
        Example(
            says=(
                "Overlapping stays count once: 1 August to 31 October, 92 days (child "
                "1). A stay without any placement is out (child 2)."
            ),
            cases="""
            removal: id=1 child=1 from=2022-08-01 to=2022-10-01 reason=reunification
            placement: removal=1 home=1
            removal: id=2 child=1 from=2022-09-01 to=2022-11-01 reason=reunification
            placement: removal=2 home=1
            removal: id=3 child=2 from=2022-08-01 to=2022-11-01 reason=reunification
            """,
            window="sfy2023",
            numerator=0,
            denominator=92,
        ),
        Example(
            says=(
                "Child 1 gives 30 days; child 2 has no known day of birth and is "
                "left out."
            ),
            cases="""
            child: id=2 born=unknown
            removal: id=1 child=1 from=2023-06-01
            placement: removal=1 home=1
            removal: id=2 child=2 from=2023-06-01
            placement: removal=2 home=1 to=2023-06-10
            placement: removal=2 home=2 from=2023-06-10
            """,
            window="sfy2023",
            numerator=0,
            denominator=30,
        ),
    ),
)
