"""The person and the people around them, as sections of a referral."""

from datetime import date

from sgdesk.documents.blocks import Block, Row
from sgdesk.documents.parts import Section, answer, rows
from sgdesk.domain.answers import YES_NO_WORDS, Nation, YesNo
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
    standing = ", ".join(part for part in (name, *_standing(one)) if part)
    return Row(label, standing, " · ".join(part for part in _reach(one) if part))


def _standing(one: Relation) -> list[str]:
    responsibility = {
        YesNo.YES: _("has parental responsibility"),
        YesNo.NO: _("no parental responsibility"),
        YesNo.NOT_KNOWN: _("parental responsibility not known"),
    }
    household = {
        YesNo.YES: _("in the household"),
        YesNo.NO: _("not in the household"),
        YesNo.NOT_KNOWN: _("not known whether in the household"),
    }
    nobody = ""
    return [
        one.organisation if one.relationship else nobody,
        _relation_born(one),
        one.sex.casefold(),
        _("leads the case") if one.leads else nobody,
        responsibility.get(one.parental_responsibility or YesNo.NOT_ASKED, nobody),
        household.get(one.in_household or YesNo.NOT_ASKED, nobody),
        _("visits often") if one.regular_visitor else nobody,
        _("stays overnight") if one.visitor_overnight else nobody,
        _("alleged source of harm") if one.alleged_source else nobody,
    ]


def _relation_born(one: Relation) -> str:
    if one.born:
        return _("born {date}").format(date=read_long_date(one.born))
    if not one.born_typed:
        return ""
    return _("{age}, as estimated").format(age=one.born_typed)


def _reach(one: Relation) -> list[str]:
    asked = one.also_a_concern
    number = format_health_number(one.nhs_number)
    return [
        _("Now: {where}").format(where=one.whereabouts) if one.whereabouts else "",
        _("Access: {access}").format(access=one.access) if one.access else "",
        _("Language: {language}").format(language=one.language) if one.language else "",
        _("Interpreter: {words}").format(words=one.interpreter) if one.interpreter else "",
        one.phone,
        _("Address protected: telephone us") if one.address_protected else one.address,
        _("School or work, GP: {school}").format(school=one.school) if one.school else "",
        _("Health number: {number}").format(number=number) if number else "",
        _("Also a concern: {answer}").format(answer=_(YES_NO_WORDS[asked])) if asked else "",
        one.note,
    ]
