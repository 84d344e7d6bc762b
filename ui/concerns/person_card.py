"""The person and the people around them, shown once whole names are wanted."""

from datetime import date

from PySide6.QtWidgets import QWidget

from sgdesk.domain.answers import UNANSWERED_WORDS, YesNo
from sgdesk.domain.concern import Concern
from sgdesk.domain.identity import format_health_number, health_number_name
from sgdesk.domain.people import Person, PersonKind, Relation, age_words
from sgdesk.text import _, read_long_date
from ui.kit.cards import Card, words
from ui.kit.rows import Rows, two_lines


def person_card(concern: Concern, today: date, *, whole: bool) -> Card:
    """Return the person, or how to see who it is."""
    card = Card(_("The person and the family"))
    if not whole:
        card.add(words(_("Initials only. Press “Show names” at the left to see them."), "hint"))
        return card
    rows = Rows(("", ""), (1, 4))
    for label, text in _answers(concern, today):
        rows.add_row(words(label, "label"), words(text))
    for relation in concern.relations:
        rows.add_row(words(relation.relationship or _("Somebody"), "label"), _relation(relation))
    card.add(rows)
    return card


def _answers(concern: Concern, today: date) -> list[tuple[str, str]]:
    person = concern.person
    number = health_number_name(concern.urgency.nation)
    asked = [
        ("name", _("Name"), _name(person)),
        ("born", _("Born"), _born(person, today)),
        ("expected", _("Expected"), read_long_date(person.expected) if person.expected else ""),
        ("nhs_number", number, format_health_number(person.nhs_number)),
        ("address", _("Address"), _address(person)),
        ("phone", _("Telephone"), person.phone),
        ("whereabouts", _("Where now"), _joined(person.whereabouts, person.with_whom)),
        ("language", _("Language"), _joined(person.language, person.interpreter)),
        ("school", _("School"), person.school),
        ("gp", _("GP"), person.gp),
    ]
    told = [(label, text or _reason(person, field)) for field, label, text in asked]
    return [(label, text) for label, text in told if text]


def _name(person: Person) -> str:
    if not person.known_as:
        return person.name
    return _("{name}, known as {called}").format(name=person.name, called=person.known_as)


def _born(person: Person, today: date) -> str:
    if person.born is None:
        return ""
    day = read_long_date(person.born)
    if person.kind is PersonKind.UNBORN:
        return _("{day} (the mother)").format(day=day)
    return _("{day}, {age}").format(day=day, age=age_words(person.born, today))


def _address(person: Person) -> str:
    address = _joined(person.address, person.postcode)
    return (
        _("{address} (protected)").format(address=address) if person.address_protected else address
    )


def _reason(person: Person, field: str) -> str:
    reason = person.unanswered.get(field)
    return _(UNANSWERED_WORDS[reason]) if reason is not None else ""


def _relation(relation: Relation) -> QWidget:
    about = [
        _("in the household") if relation.in_household is YesNo.YES else "",
        _("parental responsibility") if relation.parental_responsibility is YesNo.YES else "",
        _("alleged source of harm") if relation.alleged_source else "",
        relation.organisation,
        relation.phone,
        relation.interpreter,
    ]
    return two_lines("", relation.name, ", ".join(filter(None, about)))


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))
