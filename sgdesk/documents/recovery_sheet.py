"""The recovery sheet: words that open the store when every passphrase is lost."""

from datetime import datetime

import msgspec

from sgdesk.documents.blocks import (
    Banner,
    Block,
    BoxedLines,
    Document,
    Heading,
    NumberedWords,
    Pair,
    Paragraph,
    SignatureLines,
    TickLines,
    Title,
)
from sgdesk.text import _, read_moment

_COLUMNS = 3


class RecoverySheet(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on one sheet. Sheet `number` of `count`, of which `threshold` open the store."""

    practice_name: str
    number: int
    count: int
    threshold: int
    identifier: int
    words: tuple[str, ...]
    made_at: datetime

    def __repr__(self) -> str:
        return f"RecoverySheet(number={self.number})"


def document(sheet: RecoverySheet) -> Document:
    """Return the sheet as a paper. It names the practice and no person."""
    title = _("Recovery sheet")
    made = read_moment(sheet.made_at)
    blocks: list[Block] = [
        Title(title, _("These words open the safeguarding records of this practice.")),
        _box(sheet, made),
        Banner(
            _needed(sheet),
            _("Whoever holds them can read every record. Treat them like the records."),
        ),
        Heading("", _("The words, in this order")),
        NumberedWords(sheet.words, _COLUMNS),
        *_advice(),
        Heading("", _("Checked")),
        SignatureLines((_("Typed back without a mistake by"), _("Date, and where it is kept"))),
    ]
    return Document(
        reference=_("Recovery sheet {identifier}").format(identifier=sheet.identifier),
        title=title,
        practice=sheet.practice_name,
        made_at=sheet.made_at,
        strap=_("SECRET OF THE PRACTICE · KEEP LOCKED AWAY"),
        footer=(
            _("{practice} · sheet {number} of {count}").format(
                practice=sheet.practice_name, number=sheet.number, count=sheet.count
            ),
            _("Made {when} · identifier {identifier}").format(
                when=made, identifier=sheet.identifier
            ),
        ),
        blocks=tuple(blocks),
    )


def _box(sheet: RecoverySheet, made: str) -> Block:
    place = _("{number} of {count}").format(number=sheet.number, count=sheet.count)
    return BoxedLines(
        (
            (Pair(_("Practice"), sheet.practice_name), Pair(_("Made"), made)),
            (Pair(_("Sheet"), place), Pair(_("Identifier"), f"{sheet.identifier}")),
        )
    )


def _advice() -> list[Block]:
    return [
        Heading("", _("What they are for")),
        Paragraph(
            _(
                "When a passphrase is forgotten, or the lead has left, choose “Use a recovery"
                " sheet” on the lock page and type the words. Nothing else can open the records"
                " then: no supplier keeps a copy."
            )
        ),
        Heading("", _("Where to keep them")),
        TickLines(
            (
                _("In a sealed envelope, signed across the flap, in the practice's safe"),
                _("Apart from the computer, and never photographed, copied or emailed"),
                _("Known to two people: who they are stands in the safeguarding policy"),
            )
        ),
    ]


def _needed(sheet: RecoverySheet) -> str:
    if sheet.count == 1:
        return _("This one sheet opens the records")
    return _("Any {threshold} of {count} sheets open the records").format(
        threshold=sheet.threshold, count=sheet.count
    )
