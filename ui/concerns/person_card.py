"""The person and the people around them, shown once whole names are wanted."""

from collections.abc import Callable
from datetime import date

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sgdesk.domain.amendment import Part, deed_words
from sgdesk.domain.answers import UNANSWERED_WORDS, YesNo
from sgdesk.domain.concern import Concern
from sgdesk.domain.identity import format_health_number, health_number_name
from sgdesk.domain.masking import Shown
from sgdesk.domain.people import Person, PersonKind, Relation, age_words
from sgdesk.domain.sharing.reached import reached_words
from sgdesk.domain.shown import age_in_years, person_words
from sgdesk.domain.withdrawal import Deed, withdrawn_words
from sgdesk.services.views import ConcernView
from sgdesk.text import _, read_long_date
from ui.concerns.amended_lines import amended_lines
from ui.concerns.deed_links import deed_links
from ui.concerns.told_before import told_before
from ui.kit.cards import Card, Notice, button, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, column, row
from ui.kit.rows import Rows, two_lines

Amend = Callable[[Part, str, Deed], None]


def person_card(
    view: ConcernView, today: date, shown: Shown, amend: Amend | None, *, whole: bool
) -> Card:
    """Return the person, or how to see who it is. `amend` is called with a part of the details and
    the id of a relation, or none, where that is offered."""
    concern = view.concern
    card = Card(_("The person and the family"))
    if whole:
        card.add(_rows(concern, today, amend))
    else:
        card.add(words(_("Initials only. Press “Show names” at the left to see them."), "hint"))
    if amend is not None:
        card.body.addLayout(_ways(amend))
    for relation in concern.relations_withdrawn:
        card.add(_withdrawn(relation, amend, shown, view))
    details = [one for one in view.amendments if one.part is not None]
    for one in details:
        card.add(words(shown(deed_words(one)), "label"))
        told = one if whole else msgspec.structs.replace(one, changes=())
        for line in amended_lines([told], shown):
            card.add(line)
    return card


def person_line(concern: Concern, today: date, *, whole: bool) -> str:
    """Return the person in one line: the whole name, or initials, and the age."""
    person = concern.person
    age = age_in_years(person.kind, person.born, today)
    return person_words(person.name, person.kind, age, whole=whole)


def _rows(concern: Concern, today: date, amend: Amend | None) -> Rows:
    rows = Rows(("", "", ""), (2, 8, 1))
    for label, text in _answers(concern, today):
        rows.add_row(words(label, "label"), words(text), words(""))
    for relation in concern.relations:
        who = words(relation.relationship or _("Somebody"), "label")
        link: QWidget = words("")
        if amend is not None:
            link = _links(relation, amend, Deed.AMEND, Deed.WITHDRAW)
        rows.add_row(who, _relation(relation), link)
    return rows


def _links(relation: Relation, amend: Amend, *deeds: Deed) -> QWidget:
    what = relation.relationship or relation.name
    return deed_links(
        relation.id, what, lambda deed: amend(Part.RELATION, relation.id, deed), deeds
    )


def _withdrawn(relation: Relation, amend: Amend | None, shown: Shown, view: ConcernView) -> QWidget:
    """Return somebody whose entry was withdrawn, and who outside should learn of it."""
    widget = QWidget()
    layout = column(widget, Gap.NONE)
    top = row(gap=Gap.SMALL)
    who = ", ".join(filter(None, (relation.relationship, shown(relation.name))))
    why = withdrawn_words(relation.withdrawn_as)
    top.addWidget(words(_("{what}: {why}").format(what=who, why=why), "label"), 1)
    if amend is not None:
        top.addWidget(_links(relation, amend, Deed.BRING_BACK), 0, Qt.AlignmentFlag.AlignTop)
    layout.addLayout(top)
    for one in told_before(relation, view):
        layout.addWidget(Notice(shown(reached_words(one)), kind="due"))
    return widget


def _ways(amend: Amend) -> FlowLayout:
    ways = FlowLayout(gap=Gap.SMALL)
    for part, text in (
        (Part.PERSON, _("Amend the person's details")),
        (Part.URGENCY, _("Amend the worry and harm")),
        (Part.PRESENTATION, _("Amend the visit")),
        (Part.CONTACT, _("Amend the safe contact")),
    ):
        way = button(text, "link-small", f"amend:{part.value}")
        way.clicked.connect(lambda _checked=False, wanted=part: amend(wanted, "", Deed.AMEND))
        ways.addWidget(way)
    return ways


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
        return person.born_typed
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
