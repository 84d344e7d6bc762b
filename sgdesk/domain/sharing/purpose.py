"""Whether a purpose says what the recipient can do with it (Caldicott principle 1, LAW 5)."""

import re
from collections.abc import Iterable, Sequence

from sgdesk.domain.sharing.purpose_words import EMPTY_ACTIONS, EMPTY_THINGS, GRAMMAR
from sgdesk.text import _

_SHORTEST = 20
_FEWEST_TELLING_WORDS = 2
_SPELT_LONG = 6
_STEM = 5
_ENDINGS = ("", "s", "d", "ed", "es", "ing", "ion", "ions", "ful", "ly", "ty")


def purpose_problem(so_that: str, names: Iterable[str] = ()) -> str | None:
    """Return what to do when the purpose is empty or would fit any case, or None.

    `names` are those of the recipient and of the person: a purpose is not told by naming them.
    """
    words = _words(so_that)
    named = {word for name in names for word in _words(name)}
    carrying = [word for word in words if word not in GRAMMAR and word not in named]
    things = [word for word in carrying if not _is_like(word, EMPTY_ACTIONS)]
    telling = [word for word in things if not _is_like(word, EMPTY_THINGS)]
    if len(telling) >= _FEWEST_TELLING_WORDS and len(so_that.strip()) >= _SHORTEST:
        return None
    if not carrying:
        return _(
            "Say what they can do once they know, for example “decide today whether a doctor must"
            " examine the marks”."
        )
    if len(carrying) > len(telling) + 1 or not telling:
        return _(
            "This would fit any case. Missing: what this recipient does that others cannot, and"
            " what about. For example “decide today whether a doctor must examine the marks”."
        )
    return _(
        "Too short to judge. Missing: what about, or by when. For example “examine the marks on"
        " her arm today, and say how they could have come about”."
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


def _is_like(word: str, stems: Sequence[str]) -> bool:
    return any(_begins(word, stem) or _is_misspelt(word, stem) for stem in stems)


def _begins(word: str, stem: str) -> bool:
    ending = word.removeprefix(stem)
    if ending == word:
        return False
    return len(stem) >= _STEM or ending in _ENDINGS


def _is_misspelt(word: str, stem: str) -> bool:
    """Return whether one letter is missing, added, wrong or swapped in a long stem."""
    if len(stem) < _SPELT_LONG or word[0] != stem[0]:
        return False
    return any(_one_apart(word[:length], stem) for length in range(len(stem) - 1, len(stem) + 2))


def _one_apart(one: str, other: str) -> bool:
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if same is None:
        return abs(len(one) - len(other)) <= 1
    left, right = one[same:], other[same:]
    swapped = left[:2] == right[1::-1] if len(right) > 1 else False
    return (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (swapped and left[2:] == right[2:])
    )
