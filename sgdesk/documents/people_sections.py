"""The person and the people around them, as sections of a referral."""

from datetime import date

from sgdesk.documents.blocks import Block, Row
from sgdesk.documents.parts import Section, answer, rows
from sgdesk.domain.answers import Nation
from sgdesk.domain.around_words import reach_words, standing_words
from sgdesk.domain.identity import format_health_number, health_number_name
from sgdesk.domain.people import Person, PersonKind, Relation, age_words
from sgdesk.domain.practice import Practice
from sgdesk.text import _, read_long_date

_TITLES = {
    PersonKind.CHILD: "The child",
    PersonKind.UNBORN: "The unborn baby and the mother",
    PersonKind.ADULT: "The adult at risk",
}


def person_section(person: Person, practice: Practice, day: date) -> Section:
    """Return who this is about. A protected address is never printed."""
    return Section(
        _(_TITLES[person.kind]),
        rows(
            [
                *_identity(person, practice.nation, day),
                *_whereabouts(person, practice),
                *_needs(person),
                *_services(person),
            ]
        ),
    )


def family_section(relations: tuple[Relation, ...]) -> Section:
    """Return family, household and visitors, each with their standing."""
    family = [one for one in relations if not one.professional]
    return Section(_("Family, household and others"), _relation_rows(family))


def professionals_section(relations: tuple[Relation, ...], extra: tuple[Row, ...]) -> Section:
    """Return the professionals involved, and key contacts that were recorded as needs."""
    involved = [one for one in relations if one.professional]
    blocks = rows([*(_relation_row(one) for one in involved), *extra])
    return Section(_("Professionals and key contacts"), blocks)


def _identity(person: Person, nation: Nation, day: date) -> list[tuple[str, str]]:
    unborn = person.kind is PersonKind.UNBORN
    name = answer(person, "name", expected=True)
    if person.known_as:
        name = _("{name} (known as {known_as})").format(name=name, known_as=person.known_as)
    number = format_health_number(answer(person, "nhs_number", expected=True))
    born = _born(person, day)
    found = [(_("Mother's name") if unborn else _("Name"), name)]
    if unborn:
        expected = read_long_date(person.expected) if person.expected else _("Not recorded")
        found.append((_("Baby expected"), expected))
    return [
        *found,
        (_("Mother born · age") if unborn else _("Born · age"), born),
        (_("Sex"), answer(person, "sex")),
        (health_number_name(nation), number),
    ]


def _born(person: Person, day: date) -> str:
    if person.born is None:
        return answer(person, "born_typed", expected=True)
    born = f"{read_long_date(person.born)} · {age_words(person.born, day)}"
    return _("{born} (date estimated)").format(born=born) if person.born_estimated else born


def _whereabouts(person: Person, practice: Practice) -> list[tuple[str, str]]:
    address = ", ".join(part for part in (person.address, person.postcode) if part)
    if person.address_protected:
        address = _("Protected: not printed. Telephone us on {phone}.").format(phone=practice.phone)
    return [
        (_("Address"), address or answer(person, "address", expected=True)),
        (_("Previous addresses"), "" if person.address_protected else person.previous_addresses),
        (_("Telephone"), answer(person, "phone")),
        (_("Email"), answer(person, "email")),
        (_("Where now"), answer(person, "whereabouts")),
        (_("With whom"), answer(person, "with_whom")),
    ]


def _needs(person: Person) -> list[tuple[str, str]]:
    return [
        (_("Language"), answer(person, "language", expected=True)),
        (_("Interpreter"), answer(person, "interpreter")),
        (_("Communication"), answer(person, "communication")),
        (_("Disability"), answer(person, "disability")),
        (_("Ethnicity"), answer(person, "ethnicity")),
        (_("Religion"), answer(person, "religion")),
        (_("Legal status"), answer(person, "legal_status")),
    ]


def _services(person: Person) -> list[tuple[str, str]]:
    child = person.kind is PersonKind.CHILD
    return [
        (_("School or nursery"), answer(person, "school", expected=child)),
        (_("GP"), answer(person, "gp", expected=True)),
        (_("Dentist"), answer(person, "dentist")),
    ]


def _relation_rows(relations: list[Relation]) -> tuple[Block, ...]:
    return rows([_relation_row(one) for one in relations])


def _relation_row(one: Relation) -> Row:
    label = one.relationship or one.organisation or _("Relationship not recorded")
    name = one.name or _("Name not recorded")
    address = _("Address protected: telephone us") if one.address_protected else one.address
    standing = ", ".join((name, *standing_words(one)))
    return Row(label, standing, " · ".join(reach_words(one, address)))
