"""The forms of an English word, for phrases as data."""

from collections.abc import Mapping

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")


def inflections(word: str, irregular: Mapping[str, str]) -> frozenset[str]:
    """Return a word with its endings: slap, slaps, slapped, slapping. Irregular ones as given."""
    if word in irregular:
        return frozenset([word, *irregular[word].split()])
    if word.endswith("e"):
        return frozenset([word, f"{word}s", f"{word}d", f"{word[:-1]}ing"])
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return frozenset([word, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"])
    ending = "es" if word.endswith(_HISSING) else "s"
    stem = word + word[-1] if _doubles(word) else word
    return frozenset([word, word + ending, f"{stem}ed", f"{stem}ing"])


def _doubles(word: str) -> bool:
    if len(word) < 3 or word[-1] in f"{_VOWELS}wxy":
        return False
    return word[-2] in _VOWELS and word[-3] not in _VOWELS and _syllables(word) == 1


def _syllables(word: str) -> int:
    return sum(
        letter in _VOWELS and (place == 0 or word[place - 1] not in _VOWELS)
        for place, letter in enumerate(word)
    )
