"""How far a file from outside reaches, the sentences that refuse one, and text out of it."""

import msgspec

from sgdesk.domain.attachment import MOST_PAGES, MOST_PIXELS
from sgdesk.errors import UserError
from sgdesk.text import _

_LONGEST_SIDE = 30_000
_LONGEST_VALUE = 200


class Extent(msgspec.Struct, frozen=True):
    """Pages, and pixels where the file is a picture."""

    pages: int = 1
    width: int = 0
    height: int = 0


def picture_extent(width: int, height: int) -> Extent:
    """Return the extent of a picture. Raises UserError for one without pixels or with too many."""
    if width < 1 or height < 1:
        raise broken()
    if width * height > MOST_PIXELS or max(width, height) > _LONGEST_SIDE:
        raise UserError(
            _(
                "This picture has {width} × {height} pixels; up to {most} million are taken."
                " Nothing was kept. Save it smaller and choose it again."
            ).format(width=width, height=height, most=MOST_PIXELS // 1_000_000),
            "file",
        )
    return Extent(width=width, height=height)


def page_extent(pages: int) -> Extent:
    """Return the extent of a document. Raises UserError for one without pages, or too many."""
    if pages < 1:
        raise broken()
    if pages > MOST_PAGES:
        raise UserError(
            _(
                "This file has {count:,} pages; up to {most} are taken. Nothing was kept. Choose"
                " the pages that matter and save them as a file of their own."
            ).format(count=pages, most=MOST_PAGES),
            "file",
        )
    return Extent(pages=pages)


def broken() -> UserError:
    """Return what is said of a file that does not hold together."""
    return UserError(
        _(
            "This file is broken or only part of one. Nothing was kept. Open it in the program it"
            " comes from, save it again, and choose the new file."
        ),
        "file",
    )


def unusual() -> UserError:
    """Return what is said of a file that cannot be checked through and through."""
    return UserError(
        _(
            "This file is written in a way that cannot be checked. Nothing was kept. Print it to a"
            " new PDF and choose that."
        ),
        "file",
    )


def too_much() -> UserError:
    """Return what is said of a small file that unfolds into a huge one."""
    return UserError(
        _(
            "This file unfolds into far more than its size says, which can be an attack. Nothing"
            " was kept. Print it to a new PDF and choose that."
        ),
        "file",
    )


def readable(value: str | bytes) -> str:
    """Return text from a file in one line that can be shown, and is never longer than a line."""
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else value
    plain = " ".join("".join(c if c.isprintable() else " " for c in text[:1_000]).split())
    return plain if len(plain) <= _LONGEST_VALUE else f"{plain[:_LONGEST_VALUE]}…"
