"""What never goes, in whichever words it stands: protected addresses, and the safe contact."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from sgdesk.domain.concern import Concern
from sgdesk.domain.people import Person
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
    searched = plain(text)
    return any(
        True
        for pattern in _patterns(guarded)[0]
        for _hit in _hits(pattern, searched, guarded.places)
    )


def _guarded(concern: Concern) -> _Guarded:
    person, contact = concern.person, concern.contact
    addresses = [(person.address, person.postcode)] if person.address_protected else []
    addresses += [(one.address, "") for one in concern.everybody if one.address_protected]
    places = [*_places(person)]
    for one in concern.relations:
        places += [one.organisation, one.school]
    return _Guarded(
        tuple(addresses), tuple(place for place in places if place.strip()),
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
