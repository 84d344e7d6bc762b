"""Contacts with the police: who was told what, the numbers given, and what came later (LAW 7)."""

from collections.abc import Iterable
from datetime import date, datetime, time
from enum import StrEnum

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.ids import ConcernId, PoliceContactId


class PoliceReason(StrEnum):
    """Why the police were told or asked."""

    DANGER = "danger"
    CRIME = "crime"
    FGM = "fgm"
    WELFARE = "welfare"
    MISSING = "missing"
    THEY_ASKED = "they-asked"
    OTHER = "other"


REASON_WORDS = {
    PoliceReason.DANGER: "Somebody in danger now",
    PoliceReason.CRIME: "A crime that is suspected or reported",
    PoliceReason.FGM: "Mandatory report of female genital mutilation",
    PoliceReason.WELFARE: "A visit to see that somebody is safe",
    PoliceReason.MISSING: "Somebody is missing",
    PoliceReason.THEY_ASKED: "They asked us for information",
    PoliceReason.OTHER: "Another reason",
}


class PoliceWay(StrEnum):
    """How they were reached."""

    EMERGENCY = "999"
    NON_EMERGENCY = "101"
    ONLINE = "online"
    IN_PERSON = "in-person"
    OTHER = "other"


WAY_WORDS = {
    PoliceWay.EMERGENCY: "999",
    PoliceWay.NON_EMERGENCY: "101",
    PoliceWay.ONLINE: "Online report",
    PoliceWay.IN_PERSON: "In person",
    PoliceWay.OTHER: "Another number or way",
}


class FgmReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a mandatory report adds. `reporter` is the registrant who was told or who saw (LAW 6).

    `confirmed_on` is the day on which they confirmed it as theirs, `confirmed_how` by signing in
    or on paper; until then it is only said to be theirs. `earlier_reference` is the report by the
    same profession that is relied on instead of a report of one's own.
    """

    reporter: str = ""
    profession: str = ""
    registration: str = ""
    confirmed_on: date | None = None
    confirmed_how: str = ""
    discovered_at: datetime | None = None
    delay_because: str = ""
    earlier_reference: str = ""
    earlier_by: str = ""
    earlier_profession: str = ""
    social_care_told: YesNo | None = None
    others_at_risk: str = ""
    family_knows: YesNo | None = None


class PoliceContact(msgspec.Struct, frozen=True, kw_only=True):
    """One contact as recorded. The numbers are text of any form and are never checked by pattern.

    An incident number is of use only with its date, so both stand together; where none was given,
    `asked_at` says when it was asked for. `by` is who spoke to them, `recorded_by` who wrote it
    down (names).
    """

    id: PoliceContactId
    concern_id: ConcernId | None = None
    reason: PoliceReason = PoliceReason.OTHER
    why: str = ""
    way: PoliceWay = PoliceWay.NON_EMERGENCY
    force: str = ""
    force_because: str = ""
    unit: str = ""
    started_at: datetime
    ended_at: datetime | None = None
    call_taker: str = ""
    rank: str = ""
    collar: str = ""
    told: str = ""
    documents: str = ""
    response: str = ""
    incident_number: str = ""
    incident_on: date | None = None
    asked_at: datetime | None = None
    crime_number: str = ""
    crime_on: date | None = None
    advice_evidence: str = ""
    advice_family: str = ""
    others_told: str = ""
    call_back_at: datetime | None = None
    call_back_by: str = ""
    next_contact_on: date | None = None
    read_back: YesNo | None = None
    fgm: FgmReport | None = None
    by: str = ""
    recorded_at: datetime
    recorded_by: str = ""


class NewsKind(StrEnum):
    """What came from the police after a contact was recorded."""

    INCIDENT_NUMBER = "incident-number"
    CRIME_NUMBER = "crime-number"
    CALLED_BACK = "called-back"
    NO_CALL_BACK = "no-call-back"
    CONFIRMED = "confirmed"
    IN_RECORD = "in-record"
    OTHER = "other"


NEWS_WORDS = {
    NewsKind.INCIDENT_NUMBER: "They gave the incident number",
    NewsKind.CRIME_NUMBER: "They gave a crime number",
    NewsKind.CALLED_BACK: "They called back",
    NewsKind.NO_CALL_BACK: "They did not call back",
    NewsKind.CONFIRMED: "The reporter confirmed the report as theirs",
    NewsKind.IN_RECORD: "It is written into the clinical record",
    NewsKind.OTHER: "Something else",
}


class PoliceNews(msgspec.Struct, frozen=True, kw_only=True):
    """What was learned later about a contact; only added to. `by` is who told it (a name)."""

    id: str
    contact_id: PoliceContactId
    concern_id: ConcernId | None = None
    kind: NewsKind
    at: datetime
    by: str = ""
    number: str = ""
    number_on: date | None = None
    text: str = ""
    recorded_at: datetime
    recorded_by: str = ""


def is_confirmed(contact: PoliceContact, news: Iterable[PoliceNews]) -> bool:
    """Return whether a mandatory report was made theirs by its reporter, signed in or on paper.

    The duty is personal: until then it is only said to be made, and ends nothing (LAW 6).
    """
    if contact.fgm is None:
        return False
    later = any(one.kind is NewsKind.CONFIRMED and one.contact_id == contact.id for one in news)
    return contact.fgm.confirmed_on is not None or later


def is_relied_on(contact: PoliceContact) -> bool:
    """Return whether an earlier report is relied on; then there is no number of its own."""
    return contact.fgm is not None and bool(contact.fgm.earlier_reference.strip())


class PoliceDraft(msgspec.Struct, kw_only=True):
    """A contact as it is typed while talking. Dates and clock times are London's. What a mandatory
    report adds stands at the end."""

    id: PoliceContactId
    concern_id: ConcernId | None = None
    reason: PoliceReason | None = None
    why: str = ""
    way: PoliceWay | None = None
    force: str = ""
    force_because: str = ""
    unit: str = ""
    day: date | None = None
    day_typed: str = ""
    started: time | None = None
    started_typed: str = ""
    ended: time | None = None
    ended_typed: str = ""
    call_taker: str = ""
    rank: str = ""
    collar: str = ""
    told: str = ""
    documents: str = ""
    response: str = ""
    number_given: YesNo | None = None
    incident_number: str = ""
    incident_on: date | None = None
    incident_on_typed: str = ""
    asked: time | None = None
    asked_typed: str = ""
    crime_number: str = ""
    crime_on: date | None = None
    crime_on_typed: str = ""
    advice_evidence: str = ""
    advice_family: str = ""
    others_told: str = ""
    call_back_on: date | None = None
    call_back_on_typed: str = ""
    call_back: time | None = None
    call_back_typed: str = ""
    call_back_by: str = ""
    next_contact_on: date | None = None
    next_contact_on_typed: str = ""
    read_back: YesNo | None = None
    by: str = ""
    reporter: str = ""
    profession: str = ""
    registration: str = ""
    delay_because: str = ""
    earlier_reference: str = ""
    earlier_by: str = ""
    earlier_profession: str = ""
    social_care_told: YesNo | None = None
    others_at_risk: str = ""
    family_knows: YesNo | None = None
