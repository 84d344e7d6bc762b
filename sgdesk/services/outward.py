"""A pack made fit to leave: no protected address, no safe contact, no more family than is needed.

The last look before anything is drawn, whatever was typed or decided before.
"""

from typing import TypeVar, cast

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Concern, Presentation
from sgdesk.domain.pack import Pack
from sgdesk.domain.people import Person, Relation
from sgdesk.domain.recipients import Family, RecipientKind
from sgdesk.domain.sharing.protected import guards, holds_address, without_stops

ValueT = TypeVar("ValueT")
# These are the practice's own, or name the recipient.
_AS_THEY_ARE = ("imprint", "practice", "sender", "recipient_organisation")


def fit_to_leave(pack: Pack, concern: Concern, kind: RecipientKind | None) -> Pack:
    """Return the pack as it may go to that kind of recipient; an unknown kind gets names only."""
    family = kind.family if kind is not None else Family.NAMES
    pack = msgspec.structs.replace(
        pack,
        person=_person(pack.person),
        relations=tuple(
            _relation(one, concern.person, family)
            for one in pack.relations
            if one.professional or family is not Family.NONE
        ),
        failed_attempts=tuple(
            msgspec.structs.replace(one, account="") for one in pack.failed_attempts
        ),
    )
    if kind is not None and not kind.in_short:
        pack = _without_the_worry(pack)
    if kind is not None and kind.is_in_the_family:
        pack = _for_the_family(pack)
    if not guards(concern):
        return pack
    swept = {
        name: _swept(getattr(pack, name), concern)
        for name in pack.__struct_fields__
        if name not in _AS_THEY_ARE
    }
    return msgspec.structs.replace(pack, **swept)


def _person(person: Person) -> Person:
    if not person.address_protected:
        return person
    return msgspec.structs.replace(person, address="", postcode="", previous_addresses="")


def _relation(relation: Relation, person: Person, family: Family) -> Relation:
    # A note about a relative is the practice's own; what must go about them is a fact.
    relation = msgspec.structs.replace(relation, note="")
    if family is not Family.WHOLE and not relation.professional:
        relation = msgspec.structs.replace(
            relation, born=None, born_typed="", address="", phone="", nhs_number="", school="",
            whereabouts="", access="",
        )  # fmt: skip
    if relation.address_protected:
        relation = msgspec.structs.replace(relation, address="", whereabouts="")
    together = relation.in_household is YesNo.YES or holds_address(relation.address, person)
    if person.address_protected and together:
        return msgspec.structs.replace(relation, address="")
    return relation


def _without_the_worry(pack: Pack) -> Pack:
    """Leave out what the whole worry is: it tells more than the facts that go."""
    quiet = msgspec.structs.replace(
        pack.urgency, summary="", immediate_action="", harms=(), immediate_danger=None, fgm=None,
        sexual_abuse=None, about_colleague=None, baby_with_mark=None,
    )  # fmt: skip
    person = msgspec.structs.replace(pack.person, whereabouts="", with_whom="")
    # The day from which appointments are counted is not about the worry.
    counted = Presentation(count_from=pack.presentation.count_from)
    return msgspec.structs.replace(pack, urgency=quiet, person=person, presentation=counted)


def _for_the_family(pack: Pack) -> Pack:
    """Leave out all by which somebody in the family could learn what was noticed, and by whom."""
    person = msgspec.structs.replace(pack.person, phone="", email="", legal_status="")
    return msgspec.structs.replace(
        pack, person=person, relations=(), presentation=Presentation(), consent_words=(), basis=(),
        gateway_words="", calls=(), failed_attempts=(), details_amended=(), withdrawn=(),
        written_at=None, referred_at=None,
    )  # fmt: skip


def _swept(value: ValueT, concern: Concern) -> ValueT:
    match value:
        case str() if type(value) is str:
            return cast(ValueT, without_stops(value, concern))
        case tuple():
            return cast(ValueT, tuple(_swept(item, concern) for item in value))
        case msgspec.Struct():
            fields = {name: getattr(value, name) for name in value.__struct_fields__}
            cleaned = {name: _swept(field, concern) for name, field in fields.items()}
            changed = {name: new for name, new in cleaned.items() if new is not fields[name]}
            return msgspec.structs.replace(value, **changed) if changed else value
        case _:
            return value
