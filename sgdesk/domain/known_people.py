"""People whom this desk knows already: offered as somebody types, and never chosen by the desk."""

import unicodedata
from datetime import date
from itertools import filterfalse

import msgspec

from sgdesk.domain.ages import is_year
from sgdesk.domain.answers import YesNo
from sgdesk.domain.carried_ages import about_year
from sgdesk.domain.concern import Concern, ConcernDraft
from sgdesk.domain.identity import format_health_number
from sgdesk.domain.people import Person, PersonKind, Relation
from sgdesk.ids import ConcernId, PersonId, new_id
from sgdesk.text import _, read_short_date

# Where somebody is at this moment is asked each time, and an age that was estimated has passed; a
# year of birth holds.
_OF_THE_MOMENT = (
    "id", "kind", "name", "whereabouts", "with_whom", "unanswered", "born_typed",
    "expected", "expected_typed",
)  # fmt: skip
LEAST_LETTERS = 3


class KnownPerson(msgspec.Struct, frozen=True):
    """Somebody whom a concern here is about, as known now, with the references, newest first."""

    person: Person
    references: tuple[str, ...]


class KnownHousehold(msgspec.Struct, frozen=True):
    """The people around somebody whom a concern here is about."""

    concern_id: ConcernId
    reference: str
    person: Person
    relations: tuple[Relation, ...]


def is_worth_finding(name: str, number: str) -> bool:
    """Return whether enough was typed to look: three letters of a name, or a whole number."""
    return sum(map(str.isalpha, name)) >= LEAST_LETTERS or len(_digits(number)) == 10


def fits(person: Person, name: str, number: str) -> bool:
    """Return whether each word typed begins one of the person's names, or the number is theirs."""
    if len(_digits(number)) == 10 and _digits(number) == _digits(person.nhs_number):
        return True
    held = _words(f"{person.name} {person.known_as}")
    typed = _words(name)
    return bool(typed) and all(any(one.startswith(word) for one in held) for word in typed)


def can_be(person: Person, draft: Person) -> bool:
    """Return whether an entry can be whom a draft is about: an unborn baby is not its mother."""
    return (person.kind is PersonKind.UNBORN) == (draft.kind is PersonKind.UNBORN)


def closeness(person: Person, draft: Person) -> int:
    """Return how much agrees, for the order in which people are offered; 0 is the closest."""
    same_number = _digits(draft.nhs_number) and _digits(person.nhs_number) == _digits(
        draft.nhs_number
    )
    same_birth = draft.born is not None and person.born == draft.born
    same_name = _words(person.name) == _words(draft.name)
    return 7 - 4 * bool(same_number) - 2 * same_birth - same_name


def differences(person: Person, draft: Person) -> str:
    """Return what speaks against the two being one person, as a sentence; else nothing."""
    found = []
    if draft.name.strip() and not fits(person, draft.name, ""):
        found.append(_("another name"))
    if person.born and draft.born and person.born != draft.born:
        found.append(_("another date of birth"))
    numbers = _digits(person.nhs_number), _digits(draft.nhs_number)
    if all(numbers) and numbers[0] != numbers[1]:
        found.append(_("another health number"))
    return _("Not the same here: {what}.").format(what=", ".join(found)) if found else ""


def known_words(known: KnownPerson) -> str:
    """Return a person as a suggestion reads: name, birth, number, and where they are recorded."""
    person = known.person
    number = format_health_number(person.nhs_number)
    born = person.born
    parts = (
        person.name,
        _("born {date}").format(date=read_short_date(born)) if born else "",
        number,
        ", ".join(known.references),
    )
    return " · ".join(part for part in parts if part)


def taken_over(draft: Person, known: Person) -> Person:
    """Return the draft's person as one with a known one: the known name, and whatever the draft
    does not say yet. Nothing else that was typed changes."""
    held = {
        field: getattr(known, field)
        for field in known.__struct_fields__
        if field not in _OF_THE_MOMENT and not getattr(draft, field) and getattr(known, field)
    }
    if known.born is None and is_year(known.born_typed):
        held["born_typed"] = known.born_typed
    if draft.born is not None or draft.born_typed:
        held = {field: held[field] for field in held if not field.startswith("born")}
    answered = {**held, "name": known.name or draft.name, "id": known.id}
    still = {field: why for field, why in draft.unanswered.items() if field not in held}
    return msgspec.structs.replace(draft, unanswered=still, **answered)


def left_behind(known: Person, draft: Person) -> str:
    """Return what of a known person was not taken over, and why, as a sentence; else nothing."""
    typed = known.born_typed
    if known.born or draft.born or draft.born_typed or not typed or is_year(typed):
        return ""
    return _(
        "The age estimated there, “{age}”, is not taken over: it has gone on since. Say it as it is"
        " now."
    ).format(age=typed)


def parted(draft: Person) -> Person:
    """Return the draft's person as somebody new again; the answers stay."""
    return msgspec.structs.replace(draft, id=PersonId(new_id()))


def household_of(concern: Concern) -> KnownHousehold:
    """Return the household of a concern: the person and those around, without professionals."""
    family = tuple(one for one in concern.relations if not one.professional and one.name.strip())
    return KnownHousehold(concern.id, concern.reference, concern.person, family)


def moved_in(draft: ConcernDraft, known: KnownHousehold) -> tuple[Person, list[Relation]]:
    """Return the draft's person and relations with a known household taken over.

    What was said of the one child holds for the other only once it is asked: parental
    responsibility, harm, access and notes stay behind. Whoever is there already is not added.
    """
    person = draft.person
    if not person.address and known.person.address:
        same = ("address", "postcode", "address_protected")
        person = msgspec.structs.replace(
            person, **{field: getattr(known.person, field) for field in same}
        )
    there = [(_words(person.name), person.born)]
    there += [(_words(one.name), one.born) for one in draft.relations]
    found = [*draft.relations]
    for one in (_as_relation(known.person), *known.relations):
        if not any(_same(one, name, born) for name, born in there):
            found.append(_asked_anew(one))
    return person, found


def _as_relation(person: Person) -> Relation:
    unborn = person.kind is PersonKind.UNBORN
    return Relation(
        id="", name=person.name, born=None if person.born_estimated else person.born,
        born_typed=_estimated(person),
        is_child=person.kind is PersonKind.CHILD, in_household=YesNo.YES, sex=person.sex,
        school=person.school, language=person.language, nhs_number=person.nhs_number,
        relationship=_("Expecting a baby") if unborn else "",
    )  # fmt: skip


def _estimated(person: Person) -> str:
    if person.born is not None and person.born_estimated:
        return about_year(person.born)
    return person.born_typed


def _asked_anew(one: Relation) -> Relation:
    return msgspec.structs.replace(
        one, id=new_id(), parental_responsibility=None, also_a_concern=None, alleged_source=False,
        access="", whereabouts="", note="",
    )  # fmt: skip


def _same(one: Relation, name: tuple[str, ...], born: date | None) -> bool:
    births_differ = one.born is not None and born is not None and one.born != born
    return _words(one.name) == name and not births_differ


def _words(name: str) -> tuple[str, ...]:
    # Found as the index of the store finds: "Zoe" is "Zoë" too.
    signs = unicodedata.normalize("NFKD", name)
    return tuple("".join(filterfalse(unicodedata.combining, signs)).casefold().split())


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))
