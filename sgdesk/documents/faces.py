"""The faces that papers are set in: Open Sans from its package, embedded as subsets."""

import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sgdesk.documents.drawing import register_font
from sgdesk.documents.styles import BOLD, REGULAR, SEMIBOLD

_NAMES = (REGULAR, SEMIBOLD, BOLD)
# A face of its own, because its characters get the glyph of a space.
_UNSEEN = "OpenSans-Light"
_PER_EM = 1000
_NOT_A_CHARACTER = 0xFFFF


class Faces:
    """Open Sans, registered for drawing. Widths are shares of the size."""

    unseen_width: float

    def __init__(self) -> None:
        self.widths: dict[str, Mapping[str, float]] = {}
        for name in _NAMES:
            font = register_font(name, str(face_file(name)))
            self.widths[name] = {
                chr(code): font.face.getCharWidth(code) / _PER_EM
                for code in font.face.charToGlyph
                if code != _NOT_A_CHARACTER
            }
        common = set.intersection(*(set(widths) for widths in self.widths.values()))
        self.plain = frozenset(filter(_stands_alone, common))
        self._unseen = register_font(_UNSEEN, str(face_file(_UNSEEN)))
        self.unseen_width = self._unseen.face.getCharWidth(ord(" ")) / _PER_EM

    def unseen(self, text: str) -> str:
        """Return the name of a face in which every character of the text is as wide as a space.

        It writes what was typed over outlines, so that it can be searched and copied.
        """
        face = self._unseen.face
        for code in map(ord, text):
            face.charToGlyph[code] = face.charToGlyph[ord(" ")]
            face.charWidths[code] = face.charWidths[ord(" ")]
        return _UNSEEN


@cache
def faces() -> Faces:
    """Return the faces, registered with the drawing library on first use."""
    return Faces()


def face_file(name: str) -> Path:
    """Return the font file of a face."""
    import ttf_opensans

    return Path(ttf_opensans.__file__).parent / "ttf" / f"{name}.ttf"


def _stands_alone(character: str) -> bool:
    # Combining marks must be placed by shaping, and format characters have no ink of their own.
    return unicodedata.category(character)[0] not in "MC"
