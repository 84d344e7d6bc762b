"""The little of HarfBuzz that papers use, with types; its binding has none."""

from typing import Protocol, cast

import uharfbuzz


class Glyph(Protocol):
    """Which glyph; 0 means that the font has none."""

    codepoint: int


class Position(Protocol):
    """Where a glyph stands, in the font's own units."""

    x_advance: float
    x_offset: float
    y_offset: float


class Shaped(Protocol):
    """Text to be shaped, and what became of it."""

    direction: str
    glyph_infos: list[Glyph]
    glyph_positions: list[Position]

    def add_str(self, text: str) -> None:
        """Add text."""

    def guess_segment_properties(self) -> None:
        """Find script and language."""


class OpenFace(Protocol):
    """One face of a font file."""

    upem: int
    unicodes: frozenset[int]


class OpenFont(Protocol):
    """A face at its natural size."""

    def draw_glyph_with_pen(self, glyph: int, pen: object) -> None:
        """Hand the outline of a glyph to a pen."""


class _Blobs(Protocol):
    def from_file_path(self, path: str) -> object: ...


class _Library(Protocol):
    Blob: _Blobs
    HarfBuzzError: type[Exception]

    def Buffer(self) -> Shaped: ...  # noqa: N802  (the library's own names)

    def Face(self, blob: object) -> OpenFace: ...  # noqa: N802

    def Font(self, face: OpenFace) -> OpenFont: ...  # noqa: N802

    def shape(self, font: OpenFont, buffer: Shaped) -> None: ...


_library = cast("_Library", uharfbuzz)


def open_face(path: str) -> OpenFace | None:
    """Return the first face of a font file, or None when it cannot be read."""
    try:
        return _library.Face(_library.Blob.from_file_path(path))
    except (OSError, _library.HarfBuzzError):
        # A broken font of the system is as good as none.
        return None


def font_of(face: OpenFace) -> OpenFont:
    """Return a face ready for shaping."""
    return _library.Font(face)


def shape(font: OpenFont, text: str, leftwards: bool) -> Shaped:
    """Return a text's glyphs from left to right."""
    buffer = _library.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftwards else "ltr"
    _library.shape(font, buffer)
    return buffer
