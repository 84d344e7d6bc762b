"""Somebody's exact words in quotation marks: one pair, whoever typed it. The words never change."""

import re

from sgdesk.text import _

_PAIRS = {'"': '"', "“": "”", "”": "”", "«": "»", "„": "“", "'": "'", "‘": "’"}
# An apostrophe stands between two letters; any other such sign may open or close.
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")


def quoted(words: str) -> str:
    """Return the words in quotation marks; as they are where they stand in one pair already."""
    return words if is_quoted(words) else f"“{words}”"


def quoted_words(words: str) -> str:
    """Return what to know about words typed with their own quotation marks, or nothing."""
    if not is_quoted(words):
        return ""
    return _("These words have quotation marks of their own: no second pair is printed.")


def is_quoted(words: str) -> bool:
    """Return whether the words begin and end with one pair of quotation marks around them all."""
    text = words.strip()
    if text[-1:] not in _PAIRS.values():
        text = text.rstrip(".,")  # "Like this".
    closing = _PAIRS.get(text[:1])
    if len(text) < 3 or closing is None or text[-1] != closing:
        return False
    inside = _APOSTROPHE.sub("", text[1:-1])
    return text[0] not in inside and closing not in inside
