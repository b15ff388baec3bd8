"""Decision point 5: children who entered care, for every 1,000 children."""

from metrics.model import Example, Measure, Step

MEASURE = Measure(
    id="entry-rate",
    code="D5",
    order=50,
    title="Children entering care",
    question="How many children enter foster care?",
    numerator="entered.children",
    denominator="population.child_years",
    kind="rate",
    per=1000,
    unit="per 1,000 children a year",
    counted="children who entered care",
    among="children in the population",
    verb="entered care",
    direction="none",
    cohort="flow",
    priority="safety",
    follow_up_months=0,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Children who entered foster care in the window, for every 1,000 children who "
        "live in the place. A child counts once in a window, under the county of "
        "responsibility and the age at the first entry. Stays of 0 days (in and out "
        "on one day) are left out, other short stays are not. Persons aged 18 or older "
        "on the day of entry are left out; someone born on 29 February turns 18 on 1 "
        "March. The population is the estimate for the 1 July that lies in the window; "
        "over several years the estimates are added up and a child is counted once. "
        "Set against the decision before, it is children who entered care in the "
        "window over children with a finding in the window: an annual flow ratio and "
        "not a chance, since entries may rest on older findings or on none."
    ),
    why=(
        "Entering care is the gravest step before a court, and the plan's promise of "
        "prevention shows here. Fewer entries are good only if children are safe at "
        "home, so the rate has no better direction of its own."
    ),
    source=(
        "Entry rate as in the context data of the CFSR Round 4 Statewide Data "
        "Indicators (Children's Bureau), which has no national performance. Counts: "
        "AFCARS removal dates. Population: Census Bureau county estimates of 1 July."
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
        order=5,
        label="Entered care",
        previous="reported.found",
        previous_label="children with a finding",
        nested=False,
        verb="entered care",
    ),
    examples=(
        Example(
            says=(
                "Entries on the first and the last day count; a child who enters twice "
                "counts once."
            ),
            cases="""
            removal: child=1 from=2022-07-01 to=2022-09-01 reason=reunification
            removal: child=1 from=2023-01-15
            removal: child=2 from=2023-06-30
            population: year=2022 children=1000
            population: year=2023 children=1100
            """,
            window="sfy2023",
            numerator=2,
            denominator=1000,
        ),
        Example(
            says=(
                "A stay of 0 days is out; a stay of 3 days counts, and so does one "
                "whose exit has no reason."
            ),
            cases="""
            removal: child=1 from=2022-09-01 to=2022-09-01 reason=reunification
            removal: child=2 from=2022-09-01 to=2022-09-04 reason=reunification
            removal: child=3 from=2022-09-01 to=2022-12-01 reason=reason_missing
            population: year=2022 children=1000
            """,
            window="sfy2023",
            numerator=2,
            denominator=1000,
        ),
        Example(
            says="On the 18th birthday a person is no child; on the day before, still.",
            cases="""
            child: id=1 born=2005-03-10
            child: id=2 born=2005-03-11
            removal: child=1 from=2023-03-10
            removal: child=2 from=2023-03-10
            population: year=2022 children=1000
            """,
            window="sfy2023",
            numerator=1,
            denominator=1000,
        ),
        Example(
            says=(
                "Born on 29 February 2004, both turn 18 on 1 March 2022: an entry on "
                "28 February counts, one on 1 March does not."
            ),
            cases="""
            child: id=1 born=2004-02-29
            child: id=2 born=2004-02-29
            removal: child=1 from=2022-02-28
            removal: child=2 from=2022-03-01
            population: year=2021 children=1000
            """,
            window="sfy2022",
            numerator=1,
            denominator=1000,
        ),
        Example(
            says=(
                "A child already in care before the window has not entered in it; nor "
                "has one who enters on the day after."
            ),
            cases="""
            removal: child=1 from=2022-06-30
            removal: child=2 from=2023-07-01
            population: year=2022 children=1000
            """,
            window="sfy2023",
            numerator=0,
            denominator=1000,
        ),
        Example(
            says="A child who enters in two counties counts once, in the first.",
            cases="""
            removal: child=1 county=37183 from=2022-08-01 to=2022-10-01 reason=adoption
            removal: child=1 county=37063 from=2023-02-01
            population: county=37063 year=2022 children=1000
            population: county=37183 year=2022 children=3000
            """,
            window="sfy2023",
            numerator=1,
            denominator=4000,
        ),
    ),
)
