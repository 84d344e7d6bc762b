"""The numbers the police gave, as facts: each goes or stays like any other (LAW 7)."""

from collections.abc import Iterable, Mapping

import msgspec

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Attendance, Event, EventKind, Fact
from sgdesk.domain.police import PoliceContact, PoliceNews
from sgdesk.domain.police_points import (
    NUMBER_WORDS,
    POLICE_NUMBER,
    PoliceNumber,
    number_id,
    numbers_of,
)
from sgdesk.ids import FactId, PoliceContactId
from sgdesk.text import _, read_short_date, to_london

_START = f"{POLICE_NUMBER}:"

Contacts = Iterable[tuple[PoliceContact, tuple[PoliceNews, ...]]]


def with_police_numbers(concern: Concern, contacts: Contacts) -> Concern:
    """Return the concern with a fact for each number that is known by now, after its own facts."""
    numbers = tuple(
        _fact(contact, place, number)
        for contact, news in contacts
        for place, number in enumerate(numbers_of(contact, news), 1)
    )
    return msgspec.structs.replace(concern, facts=concern.facts + numbers) if numbers else concern


def is_police_number(fact: Fact) -> bool:
    """Return whether this fact stands for a number that the police gave."""
    return fact.id.startswith(_START)


def renamed_number(fact_id: str, names: Mapping[str, str]) -> FactId | None:
    """Return the id of a number whose contact has another id by now, or None where this is no
    number of a contact that is named."""
    contact_id, _apart, place = fact_id.removeprefix(_START).rpartition(":")
    if not fact_id.startswith(_START) or not place.isdecimal() or contact_id not in names:
        return None
    return number_id(PoliceContactId(names[contact_id]), int(place))


def _fact(contact: PoliceContact, place: int, number: PoliceNumber) -> Event:
    day = number.on or to_london(contact.started_at).date()
    return Event(
        id=number_id(contact.id, place),
        event=EventKind.OTHER_SERVICE,
        attendance=Attendance.NOT_AN_APPOINTMENT,
        happened_on=day,
        noticed_by=contact.by,
        recorded_at=contact.recorded_at,
        text=_("{force}: {kind} {number}{dated}.").format(
            force=number.force.strip() or _("Police"),
            kind=_(NUMBER_WORDS[number.kind]).lower(),
            number=number.number.strip(),
            dated=_(" of {day}").format(day=read_short_date(number.on)) if number.on else "",
        ),
    )
