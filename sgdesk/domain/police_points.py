"""The numbers the police gave, and what is still to be done about a contact with them (LAW 7)."""

from collections.abc import Collection
from datetime import date, datetime

import msgspec

from sgdesk.domain.flows.discovery import is_among
from sgdesk.domain.police import NewsKind, PoliceContact, PoliceNews, is_confirmed, is_relied_on
from sgdesk.ids import FactId, PoliceContactId
from sgdesk.text import _, read_short_date

POLICE_NUMBER = "police-number"


class PoliceNumber(msgspec.Struct, frozen=True):
    """A number the police gave, with its date and whose number it is."""

    kind: NewsKind
    number: str
    on: date | None
    force: str


NUMBER_WORDS = {
    NewsKind.INCIDENT_NUMBER: "Incident number",
    NewsKind.CRIME_NUMBER: "Crime number",
}


def number_id(contact_id: PoliceContactId, place: int) -> FactId:
    """Return the id under which the nth number of a contact, from 1, may go like a fact."""
    return FactId(f"{POLICE_NUMBER}:{contact_id}:{place}")


def numbers_of(contact: PoliceContact, news: tuple[PoliceNews, ...]) -> tuple[PoliceNumber, ...]:
    """Return every number of a contact in the order in which it became known."""
    return tuple(
        PoliceNumber(kind, number, on, contact.force)
        for kind, number, on, _known_at in _numbers_known(contact, news)
    )


def number_words(number: PoliceNumber) -> str:
    """Return a number as it is written down: "Incident number Log 0123 of 22 Nov 2026"."""
    return _("{kind} {number}{day}").format(
        kind=_(NUMBER_WORDS[number.kind]), number=number.number,
        day=_(" of {day}").format(day=read_short_date(number.on)) if number.on else "",
    )  # fmt: skip


def open_points(
    contact: PoliceContact,
    news: tuple[PoliceNews, ...],
    entry_at: datetime | None,
    packed: Collection[FactId] | None,
    reporters: tuple[str, ...] | None = None,
) -> tuple[str, ...]:
    """Return what is still to be done about a contact, as sentences.

    `entry_at` is when the last entry in the clinical record was made; `packed` is what stands in
    the packs that were made, None: no pack was made.
    `reporters` are those whose mandatory report it can be by the record; None: nobody asks.
    """
    points = [
        _stranger_point(contact, reporters),
        _number_point(contact, news),
        _confirmation_point(contact, news),
    ]
    entries = [one.recorded_at for one in news if one.kind is NewsKind.IN_RECORD]
    entry_at = max([*entries, *([entry_at] if entry_at else [])], default=None)
    for place, (kind, number, on, known_at) in enumerate(_numbers_known(contact, news), 1):
        words = number_words(PoliceNumber(kind, number, on, contact.force))
        # An entry is noted to the minute.
        if entry_at is None or entry_at < known_at.replace(second=0, microsecond=0):
            points.append(_("Write it into the clinical record: {number}.").format(number=words))
        if packed is not None and number_id(contact.id, place) not in packed:
            points.append(_("No pack that was made holds this: {number}.").format(number=words))
    return tuple(point for point in points if point)


def _stranger_point(contact: PoliceContact, reporters: tuple[str, ...] | None) -> str:
    report = contact.fgm
    if report is None or reporters is None or is_among(report.reporter, reporters):
        return ""
    return _(
        "By the record, {name} was not told and did not see. This is not the report of whoever"
        " was: their own is still due."
    ).format(name=report.reporter)


def _number_point(contact: PoliceContact, news: tuple[PoliceNews, ...]) -> str:
    known = {one.kind for one in numbers_of(contact, news)}
    if NewsKind.INCIDENT_NUMBER in known or is_relied_on(contact):
        return ""
    return _("Ask for the incident number and its date.")


def _confirmation_point(contact: PoliceContact, news: tuple[PoliceNews, ...]) -> str:
    report = contact.fgm
    if report is None or is_confirmed(contact, news):
        return ""
    return _("{name} has not confirmed yet that this is their report: let them sign it.").format(
        name=report.reporter
    )


def _numbers_known(
    contact: PoliceContact, news: tuple[PoliceNews, ...]
) -> list[tuple[NewsKind, str, date | None, datetime]]:
    found = [
        (NewsKind.INCIDENT_NUMBER, contact.incident_number, contact.incident_on),
        (NewsKind.CRIME_NUMBER, contact.crime_number, contact.crime_on),
    ]
    known = [(*one, contact.recorded_at) for one in found]
    known += [
        (one.kind, one.number, one.number_on, one.recorded_at)
        for one in news
        if one.contact_id == contact.id
    ]
    return [one for one in known if one[0] in NUMBER_WORDS and one[1].strip()]
