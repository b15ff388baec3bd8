"""Decision point 6b: of the children in care, those there for two years."""

from metrics.model import Example, Measure, Step

MEASURE = Measure(
    id="in-care-long",
    code="D8",
    order=65,
    title="Children in care for two years or more",
    question="How many children in care have been there for two years or more?",
    numerator="in_care.long",
    denominator="in_care.children",
    kind="proportion",
    per=100,
    unit="%",
    counted="children in care for two years or more on the last day",
    among="children in care on the last day",
    verb="had been in care for two years or more",
    direction="none",
    cohort="point in time",
    priority="permanency",
    follow_up_months=0,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Of the children in foster care at the end of the last day of the window, "
        "those whose stay began 24 months earlier or longer ago: whoever would be in "
        "the group of 24 months or more on the next day. The stay that began first "
        "decides where stays overlap. Children on a trial home visit or away without "
        "leave are in care as long as the stay lasts."
    ),
    why=(
        "Children who wait for years are easily lost in yearly counts. A group may "
        "enter care no more often than others and still wait longer."
    ),
    source=(
        "Countywise decision points. Counts: AFCARS removal and discharge dates; 24 "
        "months or more as in permanency for children in care 24 months or more (CFSR "
        "Round 4)."
    ),
    needs=(
        "removal.child_id",
        "removal.county_id",
        "removal.removal_day",
        "removal.exit_day",
        "child.birth_day",
    ),
    step=Step(
        order=7,
        label="In care two years",
        previous="in_care.children",
        previous_label="children in care on the last day",
        nested=True,
        verb="had been there for two years",
    ),
    examples=(
        Example(
            says=(
                "Since 1 July 2021 two years are full at the end of 30 June 2023; "
                "since the day after they are not."
            ),
            cases="""
            removal: child=1 from=2021-07-01
            removal: child=2 from=2021-07-02
            """,
            window="sfy2023",
            numerator=1,
            denominator=2,
        ),
        Example(
            says=("Who left on the last day or before is in neither number."),
            cases="""
            removal: child=1 from=2020-01-01 to=2023-06-30 reason=adoption
            removal: child=2 from=2020-01-01 to=2023-07-01 reason=adoption
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says=("Of two stays that overlap the one that began first decides."),
            cases="""
            removal: child=1 from=2020-08-01
            removal: child=1 from=2023-03-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
        Example(
            says=("A stay that is over does not add to a later one."),
            cases="""
            removal: child=1 from=2019-08-01 to=2022-01-01 reason=reunification
            removal: child=1 from=2022-02-01
            """,
            window="sfy2023",
            numerator=0,
            denominator=1,
        ),
        Example(
            says=("Who turns 18 on the last day is out, though in care for long."),
            cases="""
            child: id=1 born=2005-06-30
            child: id=2 born=2005-07-01
            removal: child=1 from=2020-01-01
            removal: child=2 from=2020-01-01
            """,
            window="sfy2023",
            numerator=1,
            denominator=1,
        ),
    ),
)
