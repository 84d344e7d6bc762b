"""The bytes of a file of rows as text, whichever program saved it."""

import codecs

from sgdesk.errors import UserError
from sgdesk.text import _

MOST_BYTES = 5_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_OTHER_FILES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")
_LOOKED_AT = 2_000


def decode(raw: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 or UTF-32, else as Windows saves it (cp1252).

    Raises UserError for a file that is no text, or is larger than `MOST_BYTES`.
    """
    _refuse_other_files(raw)
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace")
    if (guessed := _wide(raw[:_LOOKED_AT])) is not None:
        return raw.decode(guessed, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(raw)


def _refuse_other_files(raw: bytes) -> None:
    if len(raw) > MOST_BYTES:
        raise UserError(
            _("This file is larger than 5 MB. Save the rows of one person alone, and choose that.")
        )
    if raw.startswith(_WORKBOOKS):
        raise UserError(
            _("This is a workbook. Open it, save the sheet as CSV, and choose that file.")
        )
    if raw.startswith(_OTHER_FILES):
        raise UserError(_("This file holds no rows. Choose a CSV or a text file."))


def _wide(beginning: bytes) -> str | None:
    """Return the coding of a text that has two bytes for each letter and no mark, or None."""
    even, odd = beginning[::2].count(0), beginning[1::2].count(0)
    most = len(beginning) // 5
    if odd > most and not even:
        return "utf-16-le"
    return "utf-16-be" if even > most and not odd else None


def _windows(raw: bytes) -> str:
    # Five of its bytes stand for nothing; each becomes the sign for an unknown character.
    return raw.decode("cp1252", "replace")
