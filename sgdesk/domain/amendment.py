"""What was amended in a signed record: both versions, who, when and why."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar

import msgspec

from sgdesk.domain.answers import (
    NATION_WORDS,
    UNANSWERED_WORDS,
    YES_NO_WORDS,
    Nation,
    Unanswered,
    YesNo,
)
from sgdesk.domain.concern import HARM_WORDS, Concern, FgmScreen, Harm, Presentation, Urgency
from sgdesk.domain.facts.options import EPISODE_WORDS, FGM_SCREEN_WORDS
from sgdesk.domain.people import PERSON_KIND_WORDS, Person, PersonKind, Relation, SafeContact
from sgdesk.domain.practice import Episode
from sgdesk.domain.withdrawal import Deed
from sgdesk.ids import ConcernId, FactId
from sgdesk.text import _, read_short_date, read_time

_Around = TypeVar("_Around", Person, Relation)
Details = Urgency | Person | SafeContact | Presentation | Relation


class Part(StrEnum):
    """Which details of a record are amended together."""

    URGENCY = "urgency"
    PERSON = "person"
    RELATION = "relation"
    CONTACT = "contact"
    PRESENTATION = "presentation"


PART_WORDS = {
    Part.URGENCY: "Worry and harm",
    Part.PERSON: "The person",
    Part.RELATION: "Family and contacts",
    Part.CONTACT: "Safe contact",
    Part.PRESENTATION: "The visit",
}


_DEED_WORDS = {
    Deed.AMEND: "Amended: {what}",
    Deed.WITHDRAW: "Withdrawn: {what}",
    Deed.BRING_BACK: "Stands again: {what}",
}


class Change(msgspec.Struct, frozen=True):
    """One answer as it was and as it is now; `before` is empty for something new."""

    label: str
    before: str
    after: str


class Amendment(msgspec.Struct, frozen=True, kw_only=True):
    """One amendment. `by` is a name; `fact_id` the fact, or None for a detail of the record.

    `is_new`: the fact, or somebody, was added after the record was signed. `deed`: it was put
    right, withdrawn as a whole, or stands again.
    """

    at: datetime
    by: str
    because: str
    about: str
    changes: tuple[Change, ...]
    fact_id: FactId | None = None
    part: Part | None = None
    is_new: bool = False
    deed: Deed = Deed.AMEND


def deed_words(one: Amendment) -> str:
    """Return what was done to which entry: "Withdrawn: Left cheek"."""
    if one.is_new:
        return _("Added to the record: {what}").format(what=one.about)
    return _(_DEED_WORDS[one.deed]).format(what=one.about)


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Two concerns that belong together, such as those of sisters, seen from either side.

    `linked_by` and `ended_by` are names.
    """

    id: str
    concern_id: ConcernId
    other_id: ConcernId
    how: str
    linked_at: datetime
    linked_by: str
    ended_at: datetime | None = None
    ended_by: str = ""


def detail_changes(part: Part, before: Details | None, after: Details) -> tuple[Change, ...]:
    """Return each answer that is another one now, with its question."""
    found = []
    for field, words in FIELD_WORDS[part].items():
        old = _said(before, field) if before is not None else ""
        new = _said(after, field)
        if old != new:
            found.append(Change(_(words), old or "–", new or "–"))
    return tuple(found)


def changed_fields(before: msgspec.Struct | None, after: msgspec.Struct) -> set[str]:
    """Return the names of the fields that differ, without what was typed for a date or number."""
    names = {name.removesuffix("_typed") for name in after.__struct_fields__}
    if before is None:
        return names
    return {name for name in names if _answer(before, name) != _answer(after, name)}


def _answer(value: msgspec.Struct, name: str) -> object:
    """Return an answer; for a date that is only estimated, or none, what was typed."""
    found = getattr(value, name)
    return getattr(value, f"{name}_typed", None) or None if found is None else found


def details_of(concern: Concern, part: Part, relation_id: str = "") -> Details | None:
    """Return the details of a part as they are now, or None for a relation that is not there."""
    if part is Part.RELATION:
        return next((one for one in concern.relations if one.id == relation_id), None)
    found: Details = getattr(concern, part.value)
    return found


def with_details(concern: Concern, details: Details) -> Concern:
    """Return the concern with other details; a relation that is not there is added."""
    match details:
        case Urgency():
            return msgspec.structs.replace(concern, urgency=details)
        case Person():
            return msgspec.structs.replace(concern, person=_settled(details))
        case SafeContact():
            return msgspec.structs.replace(concern, contact=details)
        case Presentation():
            return msgspec.structs.replace(concern, presentation=details)
        case Relation():
            details = _settled(details)
            there = any(one.id == details.id for one in concern.relations)
            others = [details if one.id == details.id else one for one in concern.relations]
            relations = others if there else [*others, details]
            return msgspec.structs.replace(concern, relations=tuple(relations))


def _settled(details: _Around) -> _Around:
    """Return somebody without the reason for having no answer where there is one."""
    unanswered = {
        field: why
        for field, why in details.unanswered.items()
        if not getattr(details, field, None) and not getattr(details, f"{field}_typed", "")
    }
    return msgspec.structs.replace(details, unanswered=unanswered)


def _said(details: Details, field: str) -> str:
    value = _answer(details, field)
    unanswered: dict[str, Unanswered] = getattr(details, "unanswered", {})
    return said_words(value or unanswered.get(field, value))


def said_words(value: object) -> str:
    """Return an answer as both versions show it; nothing for none."""
    match value:
        case None:
            return ""
        case bool():
            return _("Yes") if value else _("No")
        case Nation():
            return _(NATION_WORDS[value])
        case Episode():
            return _(EPISODE_WORDS[value])
        case FgmScreen():
            return _(FGM_SCREEN_WORDS[value])
        case PersonKind():
            return _(PERSON_KIND_WORDS[value])
        case YesNo():
            return _(YES_NO_WORDS[value])
        case Unanswered():
            return _(UNANSWERED_WORDS[value])
        case Harm():
            return _(HARM_WORDS[value])
        case tuple():
            return ", ".join(map(said_words, value))
        case date():
            return read_short_date(value)
        case time():
            return read_time(value)
        case _:
            return str(value)


FIELD_WORDS: dict[Part, dict[str, str]] = {
    Part.URGENCY: {
        "immediate_danger": "In immediate danger",
        "nation": "Nation",
        "episode": "NHS or private care",
        "about_colleague": "About a colleague or a volunteer",
        "fgm": "Female genital mutilation (FGM)",
        "sexual_abuse": "Sexual abuse of a child told or seen",
        "baby_with_mark": "A mark on a baby who does not move about alone",
        "summary": "The worry in a sentence",
        "harms": "Kinds of harm",
        "immediate_action": "What was done at once",
    },
    Part.PERSON: {
        "kind": "Who this is about",
        "name": "Name",
        "known_as": "Known as",
        "born": "Born",
        "born_estimated": "The date of birth is an estimate",
        "expected": "Expected",
        "sex": "Sex",
        "nhs_number": "NHS, CHI or Health and Care number",
        "address": "Address",
        "postcode": "Postcode",
        "address_protected": "The address is protected",
        "phone": "Telephone",
        "email": "Email",
        "whereabouts": "Where they are now",
        "with_whom": "With whom",
        "language": "Language",
        "interpreter": "Interpreter",
        "communication": "Communication",
        "disability": "Disability",
        "ethnicity": "Ethnicity",
        "religion": "Religion",
        "school": "School or nursery",
        "gp": "GP",
        "dentist": "Dentist",
        "legal_status": "Legal status",
        "previous_addresses": "Previous addresses",
    },
    Part.RELATION: {
        "name": "Name",
        "relationship": "Relationship",
        "born": "Born",
        "in_household": "In the household",
        "parental_responsibility": "Parental responsibility",
        "regular_visitor": "Visits often",
        "is_child": "A child",
        "also_a_concern": "Also a concern",
        "alleged_source": "Alleged source of harm",
        "access": "Access",
        "professional": "A professional",
        "organisation": "Organisation",
        "phone": "Telephone",
        "address": "Address",
        "language": "Language",
        "interpreter": "Interpreter",
        "note": "Note",
        "sex": "Sex",
        "nhs_number": "Health number",
        "school": "School or work, and GP",
        "whereabouts": "Where they are now",
        "address_protected": "The address is protected",
        "visitor_overnight": "Stays overnight",
        "leads": "Leads the case",
    },
    Part.CONTACT: {
        "name": "Name",
        "relationship": "Relationship",
        "number": "Number",
        "times": "Times",
        "code_word": "Code word",
        "may_leave_message": "A message may be left",
        "never_reach": "Must never reach",
    },
    Part.PRESENTATION: {
        "presented_on": "Brought on",
        "presented_at": "Brought at",
        "event_on": "Said to have happened on",
        "event_at": "Said to have happened at",
        "event_said_by": "Said by",
        "left_with": "Left with",
        "left_at": "Left at",
        "count_from": "Appointments are counted from",
    },
}
