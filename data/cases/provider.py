"""Providers: agencies that supervise or offer homes."""

from data.contract import CaseTable, Field

CASES = CaseTable(
    name="provider",
    grain="one row a provider",
    fields=(
        Field(
            name="provider_id",
            meaning="provider number; 0 is none or unknown",
            key=True,
        ),
        Field(name="name", type=str, meaning="provider name as printed"),
        Field(
            name="kind",
            meaning="kind of provider",
            codes={
                0: "unknown",
                1: "county agency",
                2: "private agency",
                3: "group care",
            },
        ),
    ),
)
