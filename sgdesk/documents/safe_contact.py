"""The safe-contact sheet: how to reach somebody without putting anybody at risk."""

from sgdesk.documents.blocks import Banner, Block, Document, Heading, Title
from sgdesk.documents.parts import paper, rows
from sgdesk.domain.answers import YES_NO_WORDS
from sgdesk.domain.pack import SafeContactSheet
from sgdesk.text import _


def document(sheet: SafeContactSheet) -> Document:
    """Return the sheet as a paper of its own, to be kept apart from every other page."""
    contact = sheet.contact
    message = _(YES_NO_WORDS[contact.may_leave_message]) if contact.may_leave_message else ""
    title = _("Safe contact")
    blocks: list[Block] = [
        Title(title, _("For {recipient} only.").format(recipient=sheet.imprint.recipient)
              if sheet.imprint.recipient else ""),
        Banner(
            _("Keep this sheet apart from the referral"),
            _("Never put it in a file that the family, or anybody named below, may see."),
        ),
        Heading("", _("How to make contact")),
        *rows(
            [
                (_("About"), sheet.person_name),
                (_("Contact"), contact.name),
                (_("Relationship"), contact.relationship),
                (_("Number"), contact.number),
                (_("Safe times"), contact.times),
                (_("Code word"), contact.code_word),
                (_("May a message be left"), message),
                (_("Must never reach"), contact.never_reach),
            ]
        ),
    ]  # fmt: skip
    return paper(title, sheet.imprint, sheet.practice, blocks, demonstration=sheet.demonstration)
