"""What a record answers beside its facts, a line for each answer, as its page tells it."""

from collections.abc import Iterable
from datetime import date, time

import msgspec

from sgdesk.domain.amendment import FIELD_WORDS, Part, said_words
from sgdesk.domain.answers import UNANSWERED_WORDS, Nation, Unanswered
from sgdesk.domain.around_words import reach_words, standing_words
from sgdesk.domain.concern import Concern, KeptWording, Presentation, Urgency
from sgdesk.domain.identity import format_health_number, health_number_name
from sgdesk.domain.people import (
    PERSON_KIND_WORDS,
    Person,
    PersonKind,
    Relation,
    SafeContact,
    age_words,
)
from sgdesk.text import _, read_date, read_long_date, read_time


class Line(msgspec.Struct, frozen=True):
    """One answer with its question; `text` is what the record says."""

    label: str
    text: str


def worry_lines(urgency: Urgency) -> list[Line]:
    """Return the worry, the kinds of harm, and what decides which law applies."""
    first = ("summary", "harms")
    fields = [*first, *(one for one in FIELD_WORDS[Part.URGENCY] if one not in first)]
    return _answered(
        (_(FIELD_WORDS[Part.URGENCY][field]), said_words(getattr(urgency, field)))
        for field in fields
    )


def visit_lines(visit: Presentation) -> list[Line]:
    """Return when the person was seen, when it is said to have happened, and with whom they
    left."""
    said_by = _("said by {who}").format(who=visit.event_said_by) if visit.event_said_by else ""
    return _answered(
        [
            (_("Brought or seen"), _moment(visit, "presented_on", "presented_at")),
            (_("Said to have happened"), _joined(_moment(visit, "event_on", "event_at"), said_by)),
            (_("Left with"), _joined(visit.left_with, _time(visit.left_at, visit.left_at_typed))),
            (_("Appointments are counted from"), _moment(visit, "count_from")),
        ]
    )


def contact_lines(contact: SafeContact, *, whole: bool) -> list[Line]:
    """Return how to reach somebody safely; what must never reach whom is told apart from it. The
    number and the code word are only for whoever may see names."""
    hidden = "" if whole else _("shown with the names")
    number = contact.number and (hidden or contact.number)
    message = said_words(contact.may_leave_message)
    return _answered(
        [
            (_("Who"), _joined(contact.name, contact.relationship)),
            (_("Number"), _joined(number, contact.times)),
            (_("Code word"), contact.code_word and (hidden or contact.code_word)),
            (_("May a message be left"), message),
        ]
    )


def person_lines(concern: Concern, today: date) -> list[Line]:
    """Return every answer about the person; for an empty one why it is empty, where that is
    known."""
    person = concern.person
    words = FIELD_WORDS[Part.PERSON]
    own = {
        "kind": _(PERSON_KIND_WORDS[person.kind]),
        "name": _name(person),
        "born": _born(person, today),
        "expected": read_long_date(person.expected) if person.expected else person.expected_typed,
        "nhs_number": format_health_number(person.nhs_number),
        "address": _address(person),
    }
    with_others = ("known_as", "born_estimated", "postcode", "address_protected")
    fields = [field for field in words if field not in with_others]
    return _answered(
        (_label(field, concern.urgency.nation), _told(person, field, own)) for field in fields
    )


def relation_words(one: Relation, *, whole: bool) -> list[str]:
    """Return what the record says of somebody around the person, name and relationship apart;
    where and how to reach them only for whoever may see names."""
    told = [*standing_words(one), _("a child") if one.is_child else ""]
    if whole:
        address = _("{address} (protected)") if one.address_protected else "{address}"
        told += reach_words(one, address.format(address=one.address) if one.address else "")
    why = {field: _(UNANSWERED_WORDS[reason]) for field, reason in one.unanswered.items()}
    told += [
        _("{label}: {text}").format(label=_(FIELD_WORDS[Part.RELATION][field]), text=text)
        for field, text in why.items()
        if field in FIELD_WORDS[Part.RELATION] and not _has(one, field)
    ]
    return [text for text in told if text]


def kept_lines(kept: Iterable[KeptWording]) -> list[Line]:
    """Return the marked words that the writer kept, and why."""
    return [Line(one.phrase, one.why) for one in kept]


def _answered(asked: Iterable[tuple[str, str]]) -> list[Line]:
    return [Line(label, text) for label, text in asked if text.strip()]


def _told(person: Person, field: str, own: dict[str, str]) -> str:
    text = own[field] if field in own else said_words(getattr(person, field))
    return text or _reason(person.unanswered.get(field))


def _reason(reason: Unanswered | None) -> str:
    return _(UNANSWERED_WORDS[reason]) if reason is not None else ""


def _has(one: Relation, field: str) -> bool:
    return bool(getattr(one, field) or getattr(one, f"{field}_typed", ""))


def _label(field: str, nation: Nation) -> str:
    if field == "nhs_number":
        return health_number_name(nation)
    return _(FIELD_WORDS[Part.PERSON][field])


def _name(person: Person) -> str:
    if not person.known_as:
        return person.name
    return _("{name}, known as {called}").format(name=person.name, called=person.known_as)


def _born(person: Person, today: date) -> str:
    if person.born is None:
        return person.born_typed
    day = read_long_date(person.born)
    if person.kind is PersonKind.UNBORN:
        told = _("{day} (the mother)").format(day=day)
    else:
        told = _("{day}, {age}").format(day=day, age=age_words(person.born, today))
    return _("{born} (date estimated)").format(born=told) if person.born_estimated else told


def _address(person: Person) -> str:
    address = _joined(person.address, person.postcode)
    if not person.address_protected:
        return address
    return _("{address} (protected)").format(address=address).strip()


def _moment(visit: Presentation, day_field: str, time_field: str = "") -> str:
    day = getattr(visit, day_field)
    told = read_date(day) if day else getattr(visit, f"{day_field}_typed")
    if not time_field:
        return str(told)
    return _joined(told, _time(getattr(visit, time_field), getattr(visit, f"{time_field}_typed")))


def _time(at: time | None, typed: str) -> str:
    return read_time(at) if at is not None else typed


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))
