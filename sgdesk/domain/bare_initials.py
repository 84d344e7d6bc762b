"""Initials that stand where a name is asked for: how they are told from a name that is short."""

import re
import unicodedata

_SAID_BEHIND = re.compile(r"\s*(?:\([^()]*\)|,[^,A-Z]*)\s*$")
_TITLES = frozenset("mr mrs ms miss mx dr prof professor sister nurse master".split())
_BESIDE = re.compile(r"(?:\band\b|\bor\b|\bwith\b|[&+])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 3
# Names without a vowel that people write in small letters.
_WITHOUT_VOWEL = frozenset(["ng", "sng", "md", "sk"])
_VOWELS = frozenset("aeiouyw")
# What is answered where a name is not the only answer: never somebody's initials.
_ANSWERS = frozenset(
    "yes no nil none na nk tbc ok mum dad nan gp hv sw ot cpn slt nhs cds ooh ae ed bsl ssl isl"
    " asl sse".split()
)


def are_initials(name: str) -> bool:
    """Return whether a name is nothing but initials: "M.T.", "“M T”", "M.T. and K.T.", "mt". What
    is said behind them, "(sister)", makes no name of them."""
    told = _without_title(_readable(name))
    return any(map(_all_initials, (told, _SAID_BEHIND.sub("", told))))


def is_answer(text: str) -> bool:
    """Return whether a text of capitals is no name, but an answer such as "BSL", "GP" or "N/A"."""
    return "." not in text and "".join(_WORD.findall(text)).casefold() in _ANSWERS


def _readable(name: str) -> str:
    # What nobody sees does not part letters, and a mark above or below belongs to its letter.
    signs = unicodedata.normalize("NFKC", name)
    return "".join(one for one in signs if unicodedata.category(one)[0] not in "MC").strip()


def _without_title(name: str) -> str:
    title, _space, rest = name.partition(" ")
    return rest.strip() if title.rstrip(".").casefold() in _TITLES and rest.strip() else name


def _all_initials(text: str) -> bool:
    if any(map(str.isdecimal, text)):
        return False
    people = [_WORD.findall(one) for one in _BESIDE.split(text)]
    return any(people) and all(map(_are_letters, filter(None, people)))


def _are_letters(words: list[str]) -> bool:
    if all(len(word) == 1 for word in words):
        return True
    is_short = len("".join(words)) <= _LONGEST
    return is_short and not any(map(_is_word, words))


def _is_word(word: str) -> bool:
    # "Bo" and "Al" are names; "BO", "B.O." and "mt" are initials. Scripts without small letters,
    # such as Arabic, Hebrew and Chinese, write whole names in two or three signs.
    if len(word) == 1:
        return False
    if word.lower() == word.upper():
        return True
    if word.isascii() and word.islower() and word not in _WITHOUT_VOWEL:
        return not _VOWELS.isdisjoint(word)
    return word[1:].islower()
