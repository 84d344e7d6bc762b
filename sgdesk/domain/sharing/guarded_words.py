"""How an address, a telephone number and a code word are looked for, however they are written."""

import re
import unicodedata
from collections.abc import Iterator

_KINDS_OF_STREET = (
    "street st", "road rd", "avenue ave av", "lane ln", "close cl", "drive dr", "court ct",
    "crescent cres cr", "place pl", "terrace terr ter", "gardens gdns", "square sq", "house hse",
    "grove gr", "park pk", "buildings bldgs", "way", "walk", "row", "hill", "mews", "rise",
    "view", "green", "quay", "parade", "villas", "cottage", "farm", "lodge", "flat",
    "apartment apt",
)  # fmt: skip
# Towns are called so too: behind a street such a line is the town.
_IN_TOWNS = frozenset(["hill", "green", "park", "pk", "view", "rise", "row", "walk", "quay", "way"])
_WITHIN_A_HOUSE = frozenset(["flat", "apartment", "apt"])
# What stands in the name of a house that has no street.
_OF_HOUSES = frozenset(
    "the old hall manor grange barn mill rectory vicarage hostel refuge caravan tower towers"
    " heights wharf yard bungalow chapel lighthouse hotel inn".split()
)
_SHORT = {
    form: f"(?:{'|'.join(sorted(forms.split(), key=len, reverse=True))})"
    for forms in _KINDS_OF_STREET
    for form in forms.split()
}
_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)[\W_]{0,3}(\d[a-z]{2})\b")
# An apostrophe is often left out: "St Johns Road".
_PASSED_OVER = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff'\u2019]")
_BETWEEN = r"[\W_]{0,3}"
_SHORTEST_ADDRESS, _FEWEST_DIGITS, _DIGITS_OF_A_LINE = 4, 3, 6
_RING = r"(?:ext(?:ension)?|number|no|ring|call|tel(?:ephone)?|phone|on)"
_APART = re.compile(r"[^\d\s()+.\-\u2010-\u2015]+")
# Everybody's numbers give nobody away.
_PUBLIC = frozenset(["999", "112", "101", "111", "105", "116123", "18000", "18001101"])
# Words that every record is full of give a code word away only where it is called one.
_ORDINARY = frozenset(
    "red blue green black brown yellow purple pink white grey gray orange yes no ok okay help home"
    " mum mummy dad daddy mother father her him she he the and not safe tea".split()
)
_CALLED_A_CODE = r"(?:code|pass|safe|secret|signal)[\W_]{0,3}(?:words?|phrase)"
_SAME_SENTENCE = r"[^.!?\n]{0,80}"


def plain(text: str) -> str:
    """Return a text as it is searched: without case, look-alikes and what nobody sees."""
    return _PASSED_OVER.sub("", unicodedata.normalize("NFKC", text)).casefold()


def address_patterns(address: str, postcode: str) -> list[re.Pattern[str]]:
    """Return what finds the house, the street and the postcode of an address, but not its town."""
    found = _address_words(plain(address), plain(postcode))
    return [re.compile(rf"(?<!\w){words}(?!\w)") for words in dict.fromkeys(found)]


def number_patterns(numbers: str) -> list[re.Pattern[str]]:
    """Return what finds each telephone number, or a short one such as an extension."""
    pieces = [re.sub(r"[^\d+]", "", piece) for piece in _APART.split(plain(numbers))]
    return [
        _number(piece.startswith("+"), piece.replace("+", ""))
        for piece in pieces
        if len(piece) >= _FEWEST_DIGITS and piece not in _PUBLIC
    ]


def _number(is_abroad: bool, digits: str) -> re.Pattern[str]:
    if len(digits) >= _DIGITS_OF_A_LINE:
        own = re.sub(r"^(?:00)?440?", "", digits) if is_abroad or digits[:4] == "0044" else digits
        joined = r"[\W_]{0,2}".join(own.removeprefix("0"))
        return re.compile(r"(?:\+?44|0)?[\W_]{0,3}" + joined + r"(?!\d)")
    # An extension may read like a year.
    before = rf"{_RING}[\W_]{{1,3}}" if re.fullmatch(r"(?:19|20)\d\d", digits) else ""
    return re.compile(rf"(?<!\d)(?<!\d[.,:/]){before}{digits}(?!\d|[.,:/]\d)")


def code_word_patterns(code_word: str) -> list[re.Pattern[str]]:
    """Return what finds a code word: anywhere, or where it is called one if it is ordinary."""
    words = re.findall(r"[^\W_]+", plain(code_word))
    if not words:
        return []
    word = rf"(?<!\w){_BETWEEN.join(map(re.escape, words))}(?!\w)"
    if len("".join(words)) > 1 and any(one not in _ORDINARY for one in words):
        return [re.compile(word)]
    return [
        re.compile(f"{_CALLED_A_CODE}{_SAME_SENTENCE}{word}"),
        re.compile(f"{word}{_SAME_SENTENCE}{_CALLED_A_CODE}"),
        re.compile(rf"[\"“”«»‘]{_BETWEEN}{word}{_BETWEEN}[\"“”«»]"),
    ]


def _address_words(address: str, postcode: str) -> Iterator[str]:
    for words in _house_lines(address):
        if len("".join(words)) >= _SHORTEST_ADDRESS:
            yield _joined(words)
            for piece in _up_to_streets(words):
                yield from _house_and_street(piece)
    for found in _POSTCODE.finditer(f"{address} {postcode}"):
        yield _BETWEEN.join("".join(found.groups()))


def _house_lines(address: str) -> Iterator[list[str]]:
    """Give the lines of an address that lead to its door, and not those that name the town."""
    lines = [re.findall(r"[^\W_]+", one) for one in re.split(r"[,\n;]", _cut_postcode(address))]
    lines = [one for one in lines if one]
    has_street = False
    for number, words in enumerate(lines):
        if _is_street(words) and not (has_street and _may_be_a_town(words)):
            has_street = has_street or (not _may_be_a_town(words) and not _is_in_a_house(words))
            yield words
        elif number == 0 and (_is_house(words) or any(map(_is_street, lines[1:]))):
            yield words


def _cut_postcode(address: str) -> str:
    return _POSTCODE.sub(" ", address)


def _is_street(words: list[str]) -> bool:
    return any(word in _SHORT or _has_digit(word) for word in words)


def _may_be_a_town(words: list[str]) -> bool:
    kinds = {word for word in words if word in _SHORT}
    return kinds <= _IN_TOWNS and not any(map(_has_digit, words))


def _is_in_a_house(words: list[str]) -> bool:
    kinds = {word for word in words if word in _SHORT}
    return (bool(kinds) and kinds <= _WITHIN_A_HOUSE) or all(map(_has_digit, words))


def _is_house(words: list[str]) -> bool:
    return not _OF_HOUSES.isdisjoint(words)


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _up_to_streets(words: list[str]) -> Iterator[list[str]]:
    """Give each house or street of a line that may go on with the next one, or with the town."""
    begin = 0
    for at, word in enumerate(words):
        named = [one for one in words[begin : at + 1] if not _has_digit(one)]
        goes_on = at + 1 < len(words) and words[at + 1] in _SHORT
        if word in _SHORT and len(named) > 1 and not goes_on:
            yield words[begin : at + 1]
            begin = at + 1


def _house_and_street(words: list[str]) -> Iterator[str]:
    yield _joined(words)
    last = max((at for at, one in enumerate(words) if _has_digit(one)), default=-1)
    street = words[last + 1 :]
    if len(street) > 1 and (street[0] not in _SHORT or len(street) > 2):
        yield _joined(street)


def _joined(words: list[str]) -> str:
    return _BETWEEN.join(_SHORT.get(word, re.escape(word)) for word in words)
