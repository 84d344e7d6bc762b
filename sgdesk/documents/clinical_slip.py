"""The clinical-record slip: the short entry to paste, and what to think of when pasting it."""

from sgdesk.documents.blocks import (
    Block,
    BoxedLines,
    Document,
    Heading,
    Pair,
    Quote,
    SignatureLines,
    TickLines,
    Title,
)
from sgdesk.documents.parts import paper
from sgdesk.domain.identity import format_health_number, health_number_name
from sgdesk.domain.pack import ClinicalSlip
from sgdesk.text import _, read_short_date


def document(slip: ClinicalSlip) -> Document:
    """Return the slip. The entry names nobody but the patient."""
    title = _("Entry for the clinical record")
    person = slip.person
    born = read_short_date(person.born) if person.born else person.born_typed
    number = format_health_number(person.nhs_number)
    blocks: list[Block] = [
        Title(title, _("Paste the entry, then shred this slip.")),
        BoxedLines(
            (
                (Pair(_("Patient"), person.name), Pair(_("Born"), born)),
                (Pair(health_number_name(slip.practice.nation), number),
                 Pair(_("Log reference"), slip.reference)),
            )
        ),
        Heading("", _("The entry")),
        Quote(slip.entry),
        Heading("", _("Before you save it")),
        TickLines(slip.reminders),
        Heading("", _("Pasted")),
        SignatureLines((_("By"), _("Date and time"))),
    ]  # fmt: skip
    return paper(
        title,
        slip.imprint,
        slip.practice,
        blocks,
        demonstration=slip.demonstration,
        internal=True,
    )
