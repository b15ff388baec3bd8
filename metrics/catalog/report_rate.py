"""Decision point 1: children reported, for every 1,000 children."""

from metrics.model import Example, Measure, Step

MEASURE = Measure(
    id="report-rate",
    code="D1",
    order=10,
    title="Children reported",
    question="How many children are reported as possibly maltreated?",
    numerator="reported.children",
    denominator="population.child_years",
    kind="rate",
    per=1000,
    unit="per 1,000 children a year",
    counted="children reported",
    among="children in the population",
    verb="were reported as possibly maltreated",
    direction="none",
    cohort="flow",
    priority="safety",
    follow_up_months=0,
    breakdowns=("race", "age", "sex"),
    definition=(
        "Children with at least one report of suspected maltreatment received in the "
        "window, whether it was screened in or out, for every 1,000 children who live "
        "in the place. A child is counted once in a window, however many reports there "
        "are, under the county and the age of the first report in the window. Reports "
        "about a person who was 18 or older on the day of the report are left out; "
        "someone born on 29 February turns 18 on 1 March. The population is the "
        "estimate for the 1 July that lies in the window; over several years the "
        "estimates are added up and a child is counted once."
    ),
    why=(
        "Reports are the first of the decisions that can bring a child into the "
        "system, and they are made by the public. A high rate is neither good nor "
        "bad: it shows who is referred, and where later differences may begin."
    ),
    source=(
        "Countywise decision points. Counts: NCANDS Child File, one record a child in "
        "a report. Population: Census Bureau county estimates of 1 July by age, sex, "
        "race and Hispanic origin."
    ),
    needs=(
        "report.child_id",
        "report.county_id",
        "report.report_day",
        "child.birth_day",
        "population.children",
    ),
    step=Step(
        order=1,
        label="Reported",
        previous="population.child_years",
        previous_label="children in the population",
        nested=False,
        verb="were reported",
    ),
    examples=(
        Example(
            says=(
                "The first and the last day of the window belong to it, and a child "
                "with two reports counts once. The population is that of 1 July 2022, "
                "the one that lies in the window."
            ),
            cases="""
            report: child=1 on=2022-07-01
            report: child=1 on=2023-02-01
            report: child=2 on=2023-06-30
            population: year=2022 children=1000
            population: year=2023 children=1100
            """,
            window="sfy2023",
            numerator=2,
            denominator=1000,
        ),
        Example(
            says="The day before the window and the day after it do not count.",
            cases="""
            report: child=1 on=2022-06-30
            report: child=2 on=2023-07-01
            report: child=3 on=2022-12-01
            population: year=2022 children=1000
            """,
            window="sfy2023",
            numerator=1,
            denominator=1000,
        ),
        Example(
            says=(
                "A report that was screened out is a report. The groups of the "
                "population add up: 600 + 400."
            ),
            cases="""
            report: child=1 on=2022-09-01 screened_in=no
            population: year=2022 race=black age=5-9 children=600
            population: year=2022 race=white age=0-4 sex=boys children=400
            """,
            window="sfy2023",
            numerator=1,
            denominator=1000,
        ),
        Example(
            says=(
                "A child reported in two counties is one child, in the county of the "
                "first report; so counties add up to the state."
            ),
            cases="""
            report: child=1 county=37183 on=2022-09-01
            report: child=1 county=37063 on=2022-12-01
            population: county=37063 year=2022 children=1000
            population: county=37183 year=2022 children=3000
            """,
            window="sfy2023",
            numerator=1,
            denominator=4000,
        ),
        Example(
            says=(
                "Child 1 turned 18 on the day of the report and is left out; child 2 "
                "turns 18 the next day and counts."
            ),
            cases="""
            child: id=1 born=2005-03-10
            child: id=2 born=2005-03-11
            report: child=1 on=2023-03-10
            report: child=2 on=2023-03-10
            population: year=2022 children=1000
            """,
            window="sfy2023",
            numerator=1,
            denominator=1000,
        ),
        Example(
            says=(
                "Born on 29 February 2004, both turn 18 on 1 March 2022: the report of "
                "28 February counts, that of 1 March does not."
            ),
            cases="""
            child: id=1 born=2004-02-29
            child: id=2 born=2004-02-29
            report: child=1 on=2022-02-28
            report: child=2 on=2022-03-01
            population: year=2021 children=1000
            """,
            window="sfy2022",
            numerator=1,
            denominator=1000,
        ),
        Example(
            says=(
                "Over three years the populations add up, 1,000 + 1,100 + 1,200, and a "
                "child reported in each of two years is still one child."
            ),
            cases="""
            report: child=1 on=2021-09-01
            report: child=1 on=2023-09-01
            population: year=2021 children=1000
            population: year=2022 children=1100
            population: year=2023 children=1200
            """,
            window="sfy2022-2024",
            numerator=1,
            denominator=3300,
        ),
    ),
)
