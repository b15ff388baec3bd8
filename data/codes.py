"""Codes that every room shares: groups of children, and reasons for leaving care."""

from types import MappingProxyType
from typing import Literal

# Where child population comes from: the Census Bureau's yearly estimates of 1 July, or
# its count of 2020, which sorts far more children into two or more races.
PopulationSource = Literal["estimates", "census2020"]

RACES = MappingProxyType(
    {
        1: "White, not Hispanic",
        2: "Black, not Hispanic",
        3: "American Indian or Alaska Native, not Hispanic",
        4: "Asian, not Hispanic",
        5: "Native Hawaiian or Pacific Islander, not Hispanic",
        6: "Two or more races, not Hispanic",
        7: "Hispanic, any race",
        9: "Race not known",
    }
)
TWO_OR_MORE = 6
AIAN_AMONG, BLACK_AMONG, OTHERS_AMONG = 61, 62, 63
# "Two or more races" by what is among them, so that such children can be counted in
# more than one way. A source of population gives these or code 6, never both.
PARTS_OF_TWO_OR_MORE = MappingProxyType(
    {
        AIAN_AMONG: "Two or more races, American Indian or Alaska Native among them, "
        "not Hispanic",
        BLACK_AMONG: "Two or more races, Black and not American Indian or Alaska "
        "Native among them, not Hispanic",
        OTHERS_AMONG: "Two or more races, neither of these among them, not Hispanic",
    }
)
AGE_BANDS = MappingProxyType(
    {1: "0 to 4", 2: "5 to 9", 3: "10 to 14", 4: "15 to 17", 9: "Age not known"}
)
SEXES = MappingProxyType({1: "Girls", 2: "Boys", 9: "Sex not known"})
YES_NO = MappingProxyType({0: "no", 1: "yes"})
YES_NO_UNKNOWN = MappingProxyType({0: "no", 1: "yes", 9: "not known"})

EXIT_REASONS = MappingProxyType(
    {
        0: "still in care",
        1: "reunification",
        2: "living with a relative",
        3: "adoption",
        4: "emancipation",
        5: "guardianship",
        6: "transfer to another agency",
        7: "runaway",
        8: "death",
        99: "reason missing",
    }
)
PERMANENT_EXITS = (1, 2, 3, 5)
HOME_EXITS = (1, 2, 5)  # permanency without adoption: the re-entry cohort

DISPOSITIONS = MappingProxyType(
    {
        0: "none: screened out or pending",
        1: "substantiated",
        2: "indicated",
        3: "services needed",
        4: "victim, alternative response",
        5: "unsubstantiated",
        6: "services not needed",
    }
)
MALTREATMENT = (1, 2)
FOUND = (1, 2, 3)

SETTINGS = MappingProxyType(
    {
        1: "relative or kin home",
        2: "foster home",
        3: "therapeutic foster home",
        4: "group home",
        5: "institution",
        6: "pre-adoptive home",
        7: "supervised independent living",
        8: "trial home visit",
        9: "runaway",
        10: "short hospital stay",
        11: "respite",
        12: "whereabouts unknown",
    }
)
TRIAL_HOME_VISIT = 8
NOT_PLACEMENTS = (8, 9, 10, 11, 12)
