"""The practice, the people who use the desk, and the policies a lawful disclosure leans on."""

from datetime import date
from enum import StrEnum

import msgspec

from sgdesk.domain.answers import Nation
from sgdesk.ids import UserId


class PracticeStatus(StrEnum):
    """What kind of controller this practice is: it decides which lawful bases are offered."""

    NHS_GP = "nhs-gp"
    NHS_DENTAL = "nhs-dental"
    MIXED_DENTAL = "mixed-dental"
    PRIVATE_DENTAL = "private-dental"
    PRIVATE_GP = "private-gp"


STATUS_WORDS = {
    PracticeStatus.NHS_GP: "NHS general practice",
    PracticeStatus.NHS_DENTAL: "NHS dental practice",
    PracticeStatus.MIXED_DENTAL: "Dental practice, NHS and private",
    PracticeStatus.PRIVATE_DENTAL: "Private dental practice",
    PracticeStatus.PRIVATE_GP: "Private general practice",
}


class Episode(StrEnum):
    """Whether the patient was seen on the NHS or privately this time."""

    NHS = "nhs"
    PRIVATE = "private"


class Policy(msgspec.Struct, frozen=True):
    """A policy of the practice, by its own reference; an empty reference means there is none."""

    reference: str = ""
    version: str = ""
    review_on: date | None = None
    review_on_typed: str = ""


class Practice(msgspec.Struct, frozen=True):
    """The practice as it introduces itself to an agency."""

    name: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    nation: Nation = Nation.ENGLAND
    status: PracticeStatus = PracticeStatus.NHS_GP
    authority: str = ""
    appropriate_policy: Policy = Policy()
    impact_assessment: Policy = Policy()
    privacy_notice: Policy = Policy()


class Role(StrEnum):
    """What somebody does at this desk."""

    LEAD = "lead"
    DEPUTY = "deputy"


ROLE_WORDS = {Role.LEAD: "safeguarding lead", Role.DEPUTY: "deputy safeguarding lead"}


class User(msgspec.Struct, frozen=True):
    """Somebody with a passphrase. `registration` is the number with its register ("GDC 000001")."""

    id: UserId
    name: str
    role: Role
    profession: str = ""
    registration: str = ""
    phone: str = ""
