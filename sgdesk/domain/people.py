"""The person a concern is about, the people around them, and how to reach them safely."""

from datetime import date, datetime
from enum import StrEnum

import msgspec

from sgdesk.domain.answers import Unanswered, YesNo
from sgdesk.domain.withdrawal import Withdrawal
from sgdesk.ids import PersonId
from sgdesk.text import _

_TERM_DAYS = 280
_MOST_WEEKS = 44


class PersonKind(StrEnum):
    """Whose safety this is about."""

    CHILD = "child"
    UNBORN = "unborn"
    ADULT = "adult"


PERSON_KIND_WORDS = {
    PersonKind.CHILD: "A child or young person under 18",
    PersonKind.UNBORN: "An unborn baby",
    PersonKind.ADULT: "An adult at risk",
}


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """The child, unborn baby or adult at risk. For an unborn baby, name and birth are the mother's.

    `unanswered` says for an empty field whether it is not known, was not asked, or is none.
    """

    id: PersonId = PersonId("")
    kind: PersonKind = PersonKind.CHILD
    name: str = ""
    known_as: str = ""
    born: date | None = None
    born_typed: str = ""
    born_estimated: bool = False
    expected: date | None = None
    expected_typed: str = ""
    sex: str = ""
    nhs_number: str = ""
    address: str = ""
    postcode: str = ""
    address_protected: bool = False
    phone: str = ""
    whereabouts: str = ""
    with_whom: str = ""
    language: str = ""
    interpreter: str = ""
    communication: str = ""
    disability: str = ""
    ethnicity: str = ""
    religion: str = ""
    school: str = ""
    gp: str = ""
    dentist: str = ""
    legal_status: str = ""
    previous_addresses: str = ""
    email: str = ""
    unanswered: dict[str, Unanswered] = {}


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody around the person: family, household, a visitor, a professional, or the alleged
    source of harm. One entry may be several of these. `unanswered` is as in Person.

    `born_typed` may be an age or a year as somebody estimates it. `visitor_overnight` is a visitor
    who also sleeps there; `leads` is the professional who has the case. `withdrawn_at` is when the
    whole entry was withdrawn from a signed record.
    """

    id: str
    name: str = ""
    relationship: str = ""
    born: date | None = None
    born_typed: str = ""
    in_household: YesNo | None = None
    parental_responsibility: YesNo | None = None
    regular_visitor: bool = False
    is_child: bool = False
    also_a_concern: YesNo | None = None
    alleged_source: bool = False
    access: str = ""
    professional: bool = False
    organisation: str = ""
    phone: str = ""
    address: str = ""
    language: str = ""
    interpreter: str = ""
    note: str = ""
    sex: str = ""
    nhs_number: str = ""
    school: str = ""
    whereabouts: str = ""
    address_protected: bool = False
    visitor_overnight: bool = False
    leads: bool = False
    unanswered: dict[str, Unanswered] = {}
    withdrawn_at: datetime | None = None
    withdrawn_as: Withdrawal | None = None


class SafeContact(msgspec.Struct, frozen=True, kw_only=True):
    """How somebody can be reached without putting anybody at risk; printed on its own sheet."""

    name: str = ""
    relationship: str = ""
    number: str = ""
    times: str = ""
    code_word: str = ""
    may_leave_message: YesNo | None = None
    never_reach: str = ""


def age_on(born: date, day: date) -> int:
    """Return the age in whole years on that day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def pregnancy_words(expected: date, day: date) -> str:
    """Return how far a pregnancy is on a day, by the date on which the baby is expected: "29 weeks
    and 4 days"; nothing where that cannot be."""
    weeks, days = divmod(_TERM_DAYS - (expected - day).days, 7)
    if not 0 <= weeks <= _MOST_WEEKS:
        return ""
    if days == 0:
        return _("{weeks} weeks").format(weeks=weeks)
    both = _("{weeks} weeks and 1 day") if days == 1 else _("{weeks} weeks and {days} days")
    return both.format(weeks=weeks, days=days)


def age_words(born: date, day: date) -> str:
    """Return the age as a referral states it: "6 years 9 months", under two "14 months"."""
    months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
    if months < 24:
        return f"{months} months"
    years, rest = divmod(months, 12)
    return f"{years} years" if rest == 0 or years >= 18 else f"{years} years {rest} months"
