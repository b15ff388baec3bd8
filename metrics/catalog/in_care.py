"""Decision point 6: children in care on the last day, for every 1,000 children."""

from metrics.model import Example, Measure, Step

MEASURE = Measure(
    id="in-care",
    code="D6",
    order=60,
    title="Children in care on one day",
    question="How many children are in foster care on a given day?",
    numerator="in_care.children",
    denominator="population.children",
    kind="rate",
    per=1000,
    unit="per 1,000 children",
    counted="children in care on the last day",
    among="children in the population",
    verb="were in care on the last day",
    direction="none",
    cohort="point in time",
    priority="permanency",
    follow_up_months=0,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Children in foster care at the end of the last day of the window, for every "
        "1,000 children who live in the place. A child who enters on that day counts, "
        "one who leaves on it does not; one who turns 18 on it or before does not. "
        "Children on a trial home visit or away without leave are in care as long as "
        "the stay lasts. A child with overlapping stays counts once. The population is "
        "the estimate for the 1 July that lies in the window, over several years that "
        "of the last. Set against the decision before, it is children in care on the "
        "last day over children who entered in the window: an annual flow ratio that "
        "grows when children stay longer."
    ),
    why=(
        "It is the number of children whom the agency answers for today. It mixes how "
        "many enter with how long they stay, so it is read beside both."
    ),
    source=(
        "Countywise decision points. Counts: AFCARS removal and discharge dates. "
        "Population: Census Bureau county estimates of 1 July."
    ),
    needs=(
        "removal.child_id",
        "removal.county_id",
        "removal.removal_day",
        "removal.exit_day",
        "child.birth_day",
        "population.children",
    ),
    step=Step(
        order=6,
        label="In care",
        previous="entered.children",
        previous_label="children who entered care",
        nested=False,
        verb="were in care",
    ),
    examples=(
        Example(
            says=(
                "The last day is 30 June 2023. Child 1 enters on it and counts, child "
                "2 leaves on it and does not, child 3 leaves the day after and counts, "
                "child 4 enters the day after and does not."
            ),
            cases="""
            removal: child=1 from=2023-06-30
            removal: child=2 from=2022-08-01 to=2023-06-30 reason=reunification
            removal: child=3 from=2022-08-01 to=2023-07-01 reason=reunification
            removal: child=4 from=2023-07-01
            population: year=2022 children=1000
            """,
            window="sfy2023",
            numerator=2,
            denominator=1000,
        ),
        Example(
            says="Child 1 turns 18 on the last day and is out; child 2 the day after.",
            cases="""
            child: id=1 born=2005-06-30
            child: id=2 born=2005-07-01
            removal: child=1 from=2020-01-01
            removal: child=2 from=2020-01-01
            population: year=2022 children=1000
            """,
            window="sfy2023",
            numerator=1,
            denominator=1000,
        ),
        Example(
            says="A trial home visit and a run are parts of a stay in care.",
            cases="""
            removal: id=1 child=1 from=2022-08-01
            placement: removal=1 setting=foster_home to=2023-05-01
            placement: removal=1 setting=trial_home_visit from=2023-05-01
            removal: id=2 child=2 from=2022-08-01
            placement: removal=2 setting=group_home to=2023-06-15
            placement: removal=2 setting=runaway from=2023-06-15
            population: year=2022 children=1000
            """,
            window="sfy2023",
            numerator=2,
            denominator=1000,
        ),
        Example(
            says="Two stays that overlap on the day are one child.",
            cases="""
            removal: child=1 from=2022-08-01
            removal: child=1 from=2023-03-01
            population: year=2022 children=1000
            """,
            window="sfy2023",
            numerator=1,
            denominator=1000,
        ),
        Example(
            says=(
                "A stay of 0 days on the last day is out; a stay of 3 days over it "
                "counts."
            ),
            cases="""
            removal: child=1 from=2023-06-30 to=2023-06-30 reason=reunification
            removal: child=2 from=2023-06-29 to=2023-07-02 reason=reunification
            population: year=2022 children=1000
            """,
            window="sfy2023",
            numerator=1,
            denominator=1000,
        ),
        Example(
            says=(
                "Over three years only the last day of the last year counts, against "
                "the population of the last year."
            ),
            cases="""
            removal: child=1 from=2021-08-01 to=2023-08-01 reason=adoption
            removal: child=2 from=2023-09-01
            population: year=2021 children=1000
            population: year=2022 children=1100
            population: year=2023 children=1200
            """,
            window="sfy2022-2024",
            numerator=1,
            denominator=1200,
        ),
    ),
)
