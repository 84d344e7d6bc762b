"""Fonts of this computer for the scripts that Open Sans lacks; looked for only when needed."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from sgdesk.documents.faces import face_file
from sgdesk.documents.harfbuzz import OpenFace, font_of, open_face
from sgdesk.documents.styles import REGULAR

_ENDINGS = (".ttf", ".otf", ".ttc")
# Sans serif fonts that come with the usual systems, in the order in which they are asked.
_LIKED = (
    "segoeui", "nirmala", "leelawui", "ebrima", "gadugi", "notosans", "dejavusans", "freesans",
    "sfarabic", "geezapro", "kohinoor", "pingfang", "hiragino", "applesdgothic", "arialunicode",
    "arial", "tahoma", "msyh", "malgun", "meiryo", "yugoth", "droidsans", "seguisym", "symbola",
)  # fmt: skip
_SLANTED_OR_HEAVY = ("bold", "italic", "oblique", "light", "black", "condensed", "mono", "serif")


class Typeface:
    """One face of one font file, opened for shaping."""

    def __init__(self, face: OpenFace) -> None:
        self.font = font_of(face)
        self.per_em = face.upem
        self._characters = face.unicodes

    def covers(self, characters: Iterable[str]) -> bool:
        """Return whether the font has a glyph for each of the characters."""
        return all(ord(character) in self._characters for character in characters)


def typefaces_for(characters: str) -> Iterator[Typeface]:
    """Return the fonts that have all these characters: Open Sans first, then the liked ones."""
    for path in _font_files():
        typeface = _opened(path)
        if typeface is not None and typeface.covers(characters):
            yield typeface


def font_folders() -> list[Path]:
    """Return the folders where this system keeps fonts, those of the user included."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        return [windows / "Fonts", home / "AppData/Local/Microsoft/Windows/Fonts"]
    elif sys.platform == "darwin":  # noqa: RET505 - the type checker follows systems in branches
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    else:
        shared = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
        return [*shared, home / ".local/share/fonts", home / ".fonts"]


@cache
def _font_files() -> tuple[Path, ...]:
    found = [
        path
        for folder in font_folders()
        if folder.is_dir()
        for path in folder.rglob("*")
        if path.suffix.lower() in _ENDINGS
    ]
    return (face_file(REGULAR), *sorted(found, key=_liking))


def _liking(path: Path) -> tuple[int, int, str]:
    name = path.stem.lower().replace("-", "").replace(" ", "").replace("_", "")
    liked = next((rank for rank, start in enumerate(_LIKED) if name.startswith(start)), len(_LIKED))
    return liked, sum(word in name for word in _SLANTED_OR_HEAVY), str(path)


@cache
def _opened(path: Path) -> Typeface | None:
    face = open_face(str(path))
    return None if face is None else Typeface(face)
