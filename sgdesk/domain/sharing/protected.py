"""What never goes, in whichever words it stands: protected addresses, and the safe contact."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from sgdesk.domain.concern import Concern
from sgdesk.domain.people import Person
from sgdesk.domain.sharing.sentences import with_gaps
from sgdesk.errors import UserError
from sgdesk.text import _

_KINDS_OF_STREET = (
    "street st", "road rd", "avenue ave av", "lane ln", "close cl", "drive dr", "court ct",
    "crescent cres cr", "place pl", "terrace terr ter", "gardens gdns", "square sq", "house hse",
    "grove gr", "park pk", "buildings bldgs", "way", "walk", "row", "hill", "mews", "rise",
    "view", "green", "quay", "parade", "villas", "cottage", "farm", "lodge", "flat",
    "apartment apt",
)  # fmt: skip
_SHORT = {
    form: f"(?:{'|'.join(sorted(forms.split(), key=len, reverse=True))})"
    for forms in _KINDS_OF_STREET
    for form in forms.split()
}
_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)[\W_]{0,3}(\d[a-z]{2})\b")
# An apostrophe is often left out: "St Johns Road".
_PASSED_OVER = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff'\u2019]")
_BETWEEN = r"[\W_]{0,3}"
_SHORTEST_WORD, _FEWEST_DIGITS = 4, 6


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
    searched = _plain(text)
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
    searched = _plain(text)
    return any(
        True
        for pattern in _patterns(guarded)[0]
        for _hit in _hits(pattern, searched, guarded.places)
    )


def _guarded(concern: Concern) -> _Guarded:
    person, contact = concern.person, concern.contact
    addresses = [(person.address, person.postcode)] if person.address_protected else []
    addresses += [(one.address, "") for one in concern.relations if one.address_protected]
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
        for found in re.finditer(re.escape(_plain(place)), text)
    ]  # fmt: skip
    for found in pattern.finditer(text):
        if not any(start <= found.start() and found.end() <= end for start, end in named):
            yield found[0]


@lru_cache(maxsize=64)
def _patterns(guarded: _Guarded) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    addresses = [
        re.compile(rf"(?<!\w){words}(?!\w)")
        for address, postcode in guarded.addresses
        for words in _address_words(_plain(address), _plain(postcode))
    ]
    contact = []
    digits = re.sub(r"\D", "", guarded.number)
    if len(digits) >= _FEWEST_DIGITS:
        own = digits[1:] if digits.startswith("0") else digits
        contact.append(re.compile(r"(?:\+?44|0)?[\W_]{0,3}" + r"[\W_]{0,2}".join(own) + r"(?!\d)"))
    if len(guarded.code_word.strip()) >= _SHORTEST_WORD:
        word = re.escape(_plain(guarded.code_word.strip()))
        contact.append(re.compile(rf"(?<!\w){word}(?!\w)"))
    return tuple(addresses), tuple(contact)


def _address_words(address: str, postcode: str) -> Iterator[str]:
    lines = [line.strip() for line in re.split(r"[,\n;]", _POSTCODE.sub(" ", address))]
    for number, line in enumerate(filter(None, lines)):
        words = re.findall(r"[^\W_]+", line)
        is_street = any(word in _SHORT or any(map(str.isdigit, word)) for word in words)
        if words and (number == 0 or is_street) and len("".join(words)) >= _SHORTEST_WORD:
            yield _joined(words)
            for piece in _up_to_streets(words):
                yield from _house_and_street(piece)
    for found in _POSTCODE.finditer(f"{address} {postcode}"):
        yield _BETWEEN.join("".join(found.groups()))


def _up_to_streets(words: list[str]) -> Iterator[list[str]]:
    """Give each house or street of a line that may go on with the next one, or with the town."""
    begin = 0
    for at, word in enumerate(words):
        named = [one for one in words[begin : at + 1] if not any(map(str.isdigit, one))]
        goes_on = at + 1 < len(words) and words[at + 1] in _SHORT
        if word in _SHORT and len(named) > 1 and not goes_on:
            yield words[begin : at + 1]
            begin = at + 1


def _house_and_street(words: list[str]) -> Iterator[str]:
    yield _joined(words)
    last = max((at for at, one in enumerate(words) if any(map(str.isdigit, one))), default=-1)
    street = words[last + 1 :]
    if len(street) > 1 and (street[0] not in _SHORT or len(street) > 2):
        yield _joined(street)


def _joined(words: list[str]) -> str:
    return _BETWEEN.join(_SHORT.get(word, re.escape(word)) for word in words)


def _plain(text: str) -> str:
    return _PASSED_OVER.sub("", unicodedata.normalize("NFKC", text)).casefold()
