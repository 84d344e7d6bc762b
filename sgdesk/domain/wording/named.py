"""Words that are no judgement of the writer's: the name of a policy or a course, a count shown."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sgdesk.domain.wording.words import Word

_ABOUT = frozenset(["on", "about", "called", "named", "titled", "entitled", "headed"])
_WORDS_BEHIND, _WORDS_BEFORE = 2, 4
# "Several teeth: 54, 64", "often late (5 of 7)"; no time of day.
_COUNT = re.compile(
    r"(?<!\d):\s*(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
    r"|\(\s*\d+\s*(?:[,×x/–-]|(?:of|out|times|and|to|in|visits|appointments)\b)"
)


def names_paper(
    words: Sequence[Word], first: int, after: int, papers: frozenset[str], small: frozenset[str]
) -> bool:
    """Return whether a phrase is in the name of a paper, a course or a service, or its subject.

    "Challenging behaviour policy"; "a leaflet on anger problems". `small` words end a name.
    """
    for word in words[after : after + _WORDS_BEHIND]:
        if not word.joined or word.plain in small:
            break
        if word.plain in papers:
            return True
    before = words[max(0, first - _WORDS_BEFORE) : first]
    return any(
        word.plain in papers and about.joined and about.plain in _ABOUT
        for word, about in pairwise(before)
    )


def is_counted(sentence: str, end: int) -> bool:
    """Return whether a count or a list of numbers follows a phrase in its sentence."""
    return _COUNT.search(sentence, end) is not None
