"""The emergency record: one page for whoever comes, printed at once (flow 7)."""

from sgdesk.documents.blocks import (
    Banner,
    Block,
    Document,
    Heading,
    Paragraph,
    SignatureLines,
    TickLines,
    Title,
)
from sgdesk.documents.parts import paper, rows
from sgdesk.domain.emergency import EmergencyRecord
from sgdesk.domain.practice import ROLE_WORDS
from sgdesk.text import _, read_moment


def document(record: EmergencyRecord) -> Document:
    """Return the page, in the words that were typed."""
    title = _("Emergency record")
    sender = record.sender
    blocks: list[Block] = [
        Title(title, read_moment(record.imprint.made_at)),
        Banner(
            _("Somebody may be in danger now"),
            _("Give this page only to those who act on it: police, ambulance, duty team."),
        ),
        Heading("", _("What is known")),
        *rows(record.rows),
        Heading("", _("To follow within the day")),
        TickLines(record.missing),
        Paragraph(
            _("{name}, {role}, {practice}, {phone}").format(
                name=sender.name, role=_(ROLE_WORDS[sender.role]), practice=record.practice.name,
                phone=sender.phone or record.practice.phone,
            )
        ),
        SignatureLines((_("Handed to"), _("Date and time"))),
    ]  # fmt: skip
    return paper(title, record.imprint, record.practice, blocks, demonstration=record.demonstration)
