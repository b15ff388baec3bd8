"""Samples of promises with their evidence."""

from components import views as v
from pages._style.made import rate
from pages._style.trends import OWN

SPARK = v.Spark(
    values=tuple(p.value for p in OWN.points),
    target=36.0,
    summary="From 34.9 % in 2013 to 27.7 % in 2024; the target is 36 %.",
)
COUNTIES = v.ThreeWay(
    meets=12, does_not=31, cannot_tell=49, hidden=8, of="Of 100 counties"
)
PRIORITY = v.Priority(
    number="2",
    title="Permanency",
    commitment="Every child has a safe, permanent home without needless delay.",
    tally="1 met, 1 worse, 1 cannot be measured",
    promises=(
        v.Promise(
            number="2.1",
            text="Raise the share of children who reach permanency within 12 months.",
            href="/measure/permanency-12-months",
            due="30 June 2024",
            rule="Baseline state fiscal year 2019; compared by interval.",
            verdict=v.Verdict(word="Missed", tone="worse", detail="30 June 2024"),
            evidence=(
                v.Evidence(
                    label="Permanent home within 12 months",
                    href="/measure/permanency-12-months",
                    window="entered in state fiscal year 2024",
                    quantity=rate(27.7, 1.3, 4512),
                    unit=v.PERCENT,
                    spark=SPARK,
                    verdict=v.Verdict(word="Worse", tone="worse", detail="since 2019"),
                    gap="Black children 25.1 %, White children 29.9 %",
                    gap_href="/disparity",
                    counties=COUNTIES,
                ),
                v.Evidence(
                    label="Returned to care",
                    href="/measure/re-entry",
                    window="went home in state fiscal year 2023",
                    quantity=rate(5.9, 0.8, 3120),
                    unit=v.PERCENT,
                    spark=SPARK,
                    verdict=v.Verdict(word="No clear change", tone="similar"),
                ),
            ),
        ),
        v.Promise(
            number="2.2",
            text="Adopt a state-wide practice standard for kinship placement.",
            due="31 December 2022",
            rule="Evidence: published 4 March 2023.",
            verdict=v.Verdict(word="Met late", tone="better", detail="4 March 2023"),
        ),
    ),
)
