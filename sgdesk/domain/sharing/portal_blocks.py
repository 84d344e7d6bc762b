"""What goes, as blocks of plain text to copy into a portal, in the order portals ask."""

from collections.abc import Sequence

import msgspec

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import (
    Context,
    Event,
    Fact,
    Injury,
    Need,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.guidance import Guidance
from sgdesk.domain.identity import format_health_number, health_number_name
from sgdesk.domain.pack import going
from sgdesk.domain.people import Person, PersonKind, Relation
from sgdesk.domain.recipients import Family
from sgdesk.domain.sharing.consent_words import consent_words
from sgdesk.domain.sharing.decision import Basis, SharingDraft
from sgdesk.domain.sharing.protected import without_stops
from sgdesk.domain.sharing.subjects import relations_going
from sgdesk.domain.sharing.words import basis_words, condition_words, gateway_words
from sgdesk.text import _, read_long_date

Block = tuple[str, str]


def portal_blocks(
    draft: SharingDraft, concern: Concern, guidance: Guidance, family: Family = Family.NAMES
) -> list[Block]:
    """Return (title, text) for each part that goes; what stays is in none of them. `family` is how
    much that kind of recipient gets about the people around the person."""
    facts, basis = going(concern.facts, draft.choices), draft.basis
    if family is Family.NONE:  # what was weighed tells the worry, and of whom
        basis = msgspec.structs.replace(basis, gateway_factors="")
    blocks = [
        (_("Reason for the referral"), _reason(draft)),
        (_("The person"), _person(concern)),
        (_("Family and household"), _family(draft, concern, family)),
        (_("What was seen"), _facts(facts, Injury, Observation)),
        (_("What was said"), _facts(facts, Saying)),
        (_("Chronology"), _facts(facts, Event)),
        (_("Background"), _facts(facts, Context)),
        (_("Needs and risks"), _facts(facts, Need)),
        (_("Professional opinion"), _facts(facts, Opinion)),
        (_("Consent"), _pairs(consent_words(draft.consent, guidance))),
        (_("Lawful basis"), _basis(basis, guidance)),
        (_("Conditions"), _pairs(condition_words(draft.conditions))),
    ]
    return [(title, without_stops(text, concern)) for title, text in blocks if text.strip()]


def _reason(draft: SharingDraft) -> str:
    so_that = draft.purpose.so_that.strip()
    first = _("So that you can {what}").format(what=so_that) if so_that else ""
    return "\n".join(filter(None, (first, draft.purpose.ask.strip())))


def _person(concern: Concern) -> str:
    person, nation = concern.person, concern.urgency.nation
    unborn = person.kind is PersonKind.UNBORN
    rows = [
        (_("Mother’s name") if unborn else _("Name"), person.name),
        (_("Known as"), person.known_as),
        (_("Baby expected"), read_long_date(person.expected) if person.expected else ""),
        (
            _("Mother born") if unborn else _("Born"),
            read_long_date(person.born) if person.born else "",
        ),
        (health_number_name(nation), format_health_number(person.nhs_number)),
        (_("Address"), _address(person)),
        (_("Telephone"), person.phone),
        (_("Language"), person.language),
        (_("Interpreter"), person.interpreter),
        (_("School"), person.school),
        (_("GP"), person.gp),
    ]
    return _pairs(rows)


def _address(person: Person) -> str:
    if person.address_protected:
        return _("Protected. Ask the safeguarding lead by telephone.")
    return ", ".join(filter(None, (person.address, person.postcode)))


def _family(draft: SharingDraft, concern: Concern, family: Family) -> str:
    return "\n".join(
        _relation(one)
        for one in relations_going(draft.basis, concern)
        if one.professional or family is not Family.NONE
    )


def _relation(relation: Relation) -> str:
    kind = relation.relationship or _("relationship not known")
    return _("{name}, {relationship}").format(name=relation.name, relationship=kind)


def _facts(facts: Sequence[Fact], *kinds: type[Fact]) -> str:
    chosen = [fact for fact in facts if isinstance(fact, kinds)]
    return "\n".join(f"{label(fact)}: {sentence(fact)} ({source(fact)})" for fact in chosen)


def _basis(basis: Basis, guidance: Guidance) -> str:
    subjects = [f"{one.subject}: {'; '.join(one.words)}" for one in basis_words(basis, guidance)]
    return "\n".join([*subjects, gateway_words(basis, guidance)]).strip()


def _pairs(rows: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"{name}: {text}" for name, text in rows if text)
