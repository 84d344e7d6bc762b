"""What makes a passphrase good enough, said in words."""

import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby
from math import log2

from sgdesk.errors import UserError
from sgdesk.text import _

FEWEST_CHARACTERS = 12
MOST_CHARACTERS = 1024
_FEWEST_DIFFERENT = 5
_FAIR_BITS = 40
_STRONG_BITS = 60
# Letters inside a word follow from one another: about two bits each, as in running English.
_BITS_IN_A_WORD = 2.0
_SHORTEST_WORD = 3
_BITS_OF_A_LETTER = log2(52)
_BITS_OF_A_DIGIT = log2(10)
_BITS_OF_A_SIGN = log2(30)


class Strength(StrEnum):
    """How long a guesser would need, roughly."""

    TOO_SHORT = "too short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength(passphrase: str) -> Strength:
    """Return a plain estimate. It knows no dictionary, so it counts a word by its letters."""
    if len(_normal(passphrase)) < FEWEST_CHARACTERS:
        return Strength.TOO_SHORT
    bits = _bits(_normal(passphrase))
    if bits < _FAIR_BITS:
        return Strength.WEAK
    return Strength.FAIR if bits < _STRONG_BITS else Strength.STRONG


def sentence(found: Strength) -> str:
    """Return what to tell the person who is choosing a passphrase."""
    return {
        Strength.TOO_SHORT: _("Too short: use at least {count} characters.").format(
            count=FEWEST_CHARACTERS
        ),
        Strength.WEAK: _("Weak: add two or three words that have nothing to do with one another."),
        Strength.FAIR: _("Fair: one more unrelated word would make it strong."),
        Strength.STRONG: _("Strong: this would take far too long to guess."),
    }[found]


def check(passphrase: str, names: Iterable[str] = ()) -> None:
    """Raise UserError unless this may be a passphrase beside these people's and practice names."""
    encoded(passphrase)
    normal = _normal(passphrase)
    if len(normal) < FEWEST_CHARACTERS:
        raise _refused(sentence(Strength.TOO_SHORT))
    if len(normal) > MOST_CHARACTERS:
        raise _refused(
            _("Choose a shorter passphrase: at most {count} characters.").format(
                count=MOST_CHARACTERS
            )
        )
    if len(set(normal)) < _FEWEST_DIFFERENT:
        raise _refused(_("Choose a passphrase that does not repeat the same few characters."))
    if any(_is_little_more_than(name, normal) for name in names):
        raise _refused(_("Choose a passphrase without your own name or the name of the practice."))


def encoded(passphrase: str) -> bytes:
    """Return the bytes that the written format derives a key from: NFC-normalised UTF-8.

    Raises UserError for half a character, which no other keyboard could type again.
    """
    if any(unicodedata.category(character) == "Cs" for character in passphrase):
        raise _refused(_("Type the passphrase again: one of its characters arrived broken."))
    return _normal(passphrase).encode()


def _bits(passphrase: str) -> float:
    fresh = _without_steps(passphrase)
    runs = ["".join(run) for _is_letter, run in groupby(fresh, str.isalpha)]
    return sum(map(_bits_of_run, dict.fromkeys(run.casefold() for run in runs)))


def _bits_of_run(run: str) -> float:
    if run.isalpha():
        return len(run) * (_BITS_OF_A_LETTER if len(run) < _SHORTEST_WORD else _BITS_IN_A_WORD)
    return sum(
        _BITS_OF_A_DIGIT if character.isdecimal() else _BITS_OF_A_SIGN
        for character in run
        if not character.isspace()
    )


def _without_steps(passphrase: str) -> str:
    """Leave out what goes on as it began: "aaaa", "1234", "dcba"."""
    kept = passphrase[:2]
    for first, second, third in zip(passphrase, passphrase[1:], passphrase[2:], strict=False):
        step = ord(second) - ord(first)
        if abs(step) > 1 or ord(third) - ord(second) != step:
            kept += third
    return kept


def _is_little_more_than(name: str, passphrase: str) -> bool:
    words = [_letters(word) for word in name.split()]
    typed = _letters(passphrase)
    spellings = {"".join(words), "".join(reversed(words))} - {""}
    return any(
        spelling in typed and len(typed.replace(spelling, "")) < FEWEST_CHARACTERS
        for spelling in spellings
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _normal(passphrase: str) -> str:
    return unicodedata.normalize("NFC", passphrase)


def _refused(text: str) -> UserError:
    return UserError(text, field="passphrase")
