"""What cannot be printed right on this computer, named before anything is printed."""

from collections.abc import Iterable

from sgdesk.documents.faces import faces
from sgdesk.documents.shaping import pieces
from sgdesk.documents.styles import REGULAR


def unprintable(texts: Iterable[str]) -> list[str]:
    """Return each word with a character that no font here has, once, in order.

    A word is followed by the code points concerned: "漢字 (U+6F22, U+5B57)". On paper each of them
    becomes a box with its code point; nothing is dropped.
    """
    plain = faces().plain
    found: dict[str, None] = {}
    for text in texts:
        if plain.issuperset(text):
            continue
        for word in text.split():
            codes = [f"U+{piece.code}" for piece in pieces(word, REGULAR, False) if piece.code]
            if codes:
                found[f"{word} ({', '.join(dict.fromkeys(codes))})"] = None
    return list(found)
