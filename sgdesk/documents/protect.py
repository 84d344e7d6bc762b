"""A password on a paper that is saved as a file."""

from io import BytesIO
from typing import Final

from sgdesk.errors import UserError
from sgdesk.text import _

_SHORTEST = 8
_AES_256: Final = 6


def protect(pdf: bytes, password: str) -> bytes:
    """Return the PDF encrypted with AES-256 (revision 6), opened by the password alone.

    Raises UserError for a password that is too short to protect anything.
    """
    import pikepdf

    if len(password) < _SHORTEST:
        raise UserError(
            _("Choose a password of at least {count} characters for this file.").format(
                count=_SHORTEST
            ),
            "password",
        )
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(out, encryption=pikepdf.Encryption(owner=password, user=password, R=_AES_256))
    return out.getvalue()
