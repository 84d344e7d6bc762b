"""What never goes, in whichever words it stands: protected addresses, and the safe contact."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from sgdesk.domain.concern import Concern, ProtectedElsewhere
from sgdesk.domain.people import Person, Relation
from sgdesk.domain.sharing.guarded_words import (
    address_patterns,
    code_word_patterns,
    number_patterns,
    plain,
)
from sgdesk.domain.sharing.sentences import with_gaps
from sgdesk.errors import UserError
from sgdesk.text import _


class Stop(msgspec.Struct, frozen=True):
    """Words that must not go, and why."""

    words: str
    why: str


class _Guarded(msgspec.Struct, frozen=True):
    addresses: tuple[tuple[str, str], ...]
    places: tuple[str, ...]
    number: str
    code_word: str


def stops_in(text: str, concern: Concern) -> tuple[Stop, ...]:
    """Return the words of a text that must never go to anybody, each with the reason."""
    guarded = _guarded(concern)
    if not any(_patterns(guarded)):
        return ()
    searched = plain(text)
    address = _("The address is protected.")
    contact = _("The safe contact goes on a sheet of its own, and never in the pack.")
    found = [
        Stop(hit, why)
        for patterns, why in zip(_patterns(guarded), (address, contact), strict=True)
        for pattern in patterns
        for hit in _hits(pattern, searched, guarded.places)
    ]
    widest = [
        one for one in found if not any(one.words in other.words != one.words for other in found)
    ]
    return tuple(dict.fromkeys(widest))


def guards(concern: Concern) -> bool:
    """Return whether there is anything that must never go."""
    return any(_patterns(_guarded(concern)))


def stop_problem(text: str, concern: Concern) -> str | None:
    """Return why a text cannot go and what to do instead, or None. What was typed is not in it."""
    found = stops_in(text, concern)
    if not found:
        return None
    return _(
        "{why} It stands here, so this cannot go. Take it out, and say instead: “known to us,"
        " telephone us”."
    ).format(why=found[0].why)


def refuse_stops(concern: Concern, part: msgspec.Struct, *fields: str) -> None:
    """Raise UserError, naming the field, where a protected address or the safe contact stands."""
    for field in fields:
        text = stop_problem(getattr(part, field), concern)
        if text is not None:
            raise UserError(text, field)


def without_stops(text: str, concern: Concern) -> str:
    """Return the text without the sentences that hold what must never go."""
    if not stops_in(text, concern):
        return text
    gap = _("[... protected: telephone us]")
    cut = with_gaps(text, lambda sentence: not stops_in(sentence, concern), gap)
    return gap if stops_in(cut, concern) else cut


def holds_address(text: str, person: Person) -> bool:
    """Return whether a text gives away a protected address of the person."""
    if not person.address_protected:
        return False
    guarded = _Guarded(((person.address, person.postcode),), _places(person), "", "")
    return _gives_away(text, guarded)


def _gives_away(text: str, guarded: _Guarded) -> bool:
    searched = plain(text)
    return any(
        True
        for pattern in _patterns(guarded)[0]
        for _hit in _hits(pattern, searched, guarded.places)
    )


def protected_by(concern: Concern, others: Iterable[Concern]) -> Concern:
    """Return the concern with every address protected that one of the others protects. They are of
    the same person, or of somebody in the household."""
    own = {_whose(one) for one in _protected_in(concern, concern.person)}
    found = [one for other in others for one in _protected_in(other, concern.person)]
    elsewhere = tuple(dict.fromkeys(one for one in found if _whose(one) not in own))
    if not elsewhere:
        return concern
    guarded = _guarded(msgspec.structs.replace(concern, protected_elsewhere=elsewhere))
    named = {_name(one.name) for one in elsewhere} - {""}

    def kept(one: Relation) -> Relation:
        is_kept = _name(one.name) in named or _gives_away(one.address, guarded)
        return msgspec.structs.replace(one, address_protected=True) if is_kept else one

    person = concern.person
    if any(one.is_theirs for one in elsewhere) or _gives_away(
        f"{person.address}\n{person.postcode}", guarded
    ):
        person = msgspec.structs.replace(person, address_protected=True)
    return msgspec.structs.replace(
        concern,
        person=person,
        relations=tuple(map(kept, concern.relations)),
        relations_withdrawn=tuple(map(kept, concern.relations_withdrawn)),
        protected_elsewhere=elsewhere,
    )


def elsewhere_words(concern: Concern) -> tuple[str, ...]:
    """Return a sentence for each other concern by which an address is protected in this one."""
    theirs = _("{reference} says that this person’s address is protected, so it is here too.")
    other = _("{reference} says that an address in the household is protected, so it is here too.")
    told = (
        (theirs if one.is_theirs else other).format(reference=one.reference)
        for one in concern.protected_elsewhere
    )
    return tuple(dict.fromkeys(told))


def _protected_in(concern: Concern, person: Person) -> Iterator[ProtectedElsewhere]:
    """Give the addresses that a concern protects; those of one person are their own."""
    one, reference = concern.person, concern.reference
    if one.address_protected:
        is_theirs = one.id == person.id or _is_one(one, person)
        yield ProtectedElsewhere(reference, one.name, one.address, one.postcode, is_theirs)
    for relation in concern.everybody:
        if relation.address_protected:
            is_theirs = one.id != person.id and _is_one(relation, person)
            yield ProtectedElsewhere(
                reference, relation.name, relation.address, is_theirs=is_theirs
            )


def _whose(one: ProtectedElsewhere) -> tuple[str, str, str]:
    return "" if one.is_theirs else _name(one.name), one.address, one.postcode


def _is_one(one: Person | Relation, person: Person) -> bool:
    births = {one.born, person.born} - {None}
    return bool(_name(one.name)) and _name(one.name) == _name(person.name) and len(births) < 2


def _name(name: str) -> str:
    return " ".join(plain(name).split())


def _addresses(concern: Concern) -> Iterator[tuple[str, str]]:
    person = concern.person
    if person.address_protected:
        yield person.address, person.postcode
    for one in concern.everybody:
        if one.address_protected:
            yield one.address, ""
    for found in concern.protected_elsewhere:
        yield found.address, found.postcode


def _guarded(concern: Concern) -> _Guarded:
    person, contact = concern.person, concern.contact
    places = [*_places(person)]
    for one in concern.relations:
        places += [one.organisation, one.school]
    return _Guarded(
        tuple(_addresses(concern)), tuple(place for place in places if place.strip()),
        contact.number, contact.code_word,
    )  # fmt: skip


def _places(person: Person) -> tuple[str, ...]:
    return tuple(filter(None, (person.school, person.gp, person.dentist)))


def _hits(pattern: re.Pattern[str], text: str, places: tuple[str, ...]) -> Iterator[str]:
    # A school may be called after the street it stands in; its name is no address.
    named = [
        found.span()
        for place in places
        for found in re.finditer(re.escape(plain(place)), text)
    ]  # fmt: skip
    for found in pattern.finditer(text):
        if not any(start <= found.start() and found.end() <= end for start, end in named):
            yield found[0]


@lru_cache(maxsize=64)
def _patterns(guarded: _Guarded) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    addresses = [
        pattern
        for address, postcode in guarded.addresses
        for pattern in address_patterns(address, postcode)
    ]
    contact = [*number_patterns(guarded.number), *code_word_patterns(guarded.code_word)]
    return tuple(addresses), tuple(contact)
