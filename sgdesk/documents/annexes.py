"""Files that go with a pack: each page of a clean copy on paper of ours, behind the pack's own."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

import msgspec

from sgdesk.documents.attached_pages import pages
from sgdesk.documents.blocks import Block, PageBreak, Paragraph, Title
from sgdesk.documents.pages import render
from sgdesk.documents.parts import paper
from sgdesk.documents.styles import BODY_TOP, LEFT, RIGHT
from sgdesk.domain.pack import Pack
from sgdesk.text import _

if TYPE_CHECKING:
    from pikepdf import Pdf

_BELOW_TITLE, _BELOW_LINE, _BOTTOM = 160.0, 40.0, 84.0


class Annex(msgspec.Struct, frozen=True):
    """A file that goes: its title, what it is in one line, and its bytes as they came."""

    title: str
    about: str
    content: bytes


def with_annexes(pdf: bytes, pack: Pack, annexes: Sequence[Annex]) -> bytes:
    """Return a pack with a clean copy of each file behind it; the same input, the same bytes.

    Raises UserError for a file that no clean copy can be made of.
    """
    import pikepdf

    if not annexes:
        return pdf
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as whole:
        for number, annex in enumerate(annexes, 1):
            _add(whole, pack, number, annex)
        whole.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


def _add(whole: "Pdf", pack: Pack, number: int, annex: Annex) -> None:
    import pikepdf

    with pikepdf.open(BytesIO(pages(annex.content))) as shown:
        frame = _frame(pack, number, annex, len(shown.pages))
        with pikepdf.open(BytesIO(frame)) as sheets:
            for at, sheet in enumerate(sheets.pages):
                below = _BELOW_LINE if at else _BELOW_TITLE
                place = pikepdf.Rectangle(LEFT, _BOTTOM, RIGHT, BODY_TOP - below)
                sheet.add_overlay(shown.pages[at], place)
            whole.pages.extend(sheets.pages)


def _frame(pack: Pack, number: int, annex: Annex, count: int) -> bytes:
    name = _("Annex {number}").format(number=number)
    blocks: list[Block] = [Title(f"{name}: {annex.title}", annex.about)]
    for page in range(1, count + 1):
        if page > 1:
            blocks.append(PageBreak())
        line = _("Page {number} of {count} of this file").format(number=page, count=count)
        blocks.append(Paragraph(line, quiet=True))
    document = paper(name, pack.imprint, pack.practice, blocks, demonstration=pack.demonstration)
    return render(document)
