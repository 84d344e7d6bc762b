"""The record of one telephone call: whom, when, what was said and agreed, and what is due."""

from sgdesk.documents.blocks import Block, BoxedLines, Document, Pair, SignatureLines, Title
from sgdesk.documents.call_sections import call_rows
from sgdesk.documents.parts import Section, numbered, paper, rows
from sgdesk.domain.already_told import call_time
from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import CALL_WORDS, Call
from sgdesk.domain.call_papers import CallRecord
from sgdesk.domain.identity import format_health_number, health_number_name
from sgdesk.text import _, read_short_date


def document(record: CallRecord) -> Document:
    """Return the record. It is internal: it names whoever the record names."""
    title = _("Record of a telephone call")
    call = record.call
    blocks: list[Block] = [
        Title(title, _(CALL_WORDS[call.kind])),
        BoxedLines((_whom(call), _about(record))),
        *numbered(
            [
                Section(_("The call"), rows(call_rows(call, internal=True))),
                Section(_("Due"), rows(record.due)),
            ]
        ),
    ]
    if call.read_back is not YesNo.YES:
        blocks.append(SignatureLines((_("Read back and confirmed by"), _("Date and time"))))
    return paper(
        title, record.imprint, record.practice, blocks,
        demonstration=record.demonstration, internal=True,
    )  # fmt: skip


def _whom(call: Call) -> tuple[Pair, ...]:
    pairs = (
        Pair(_("Agency"), call.agency_name),
        Pair(_("Spoke to"), call.spoke_to),
        Pair(_("When"), call_time(call)),
        Pair(_("Their reference"), call.reference, blank=not call.reference),
    )
    return tuple(pair for pair in pairs if pair.text or pair.blank)


def _about(record: CallRecord) -> tuple[Pair, ...]:
    person, pairs = record.person, [Pair(_("Log reference"), record.reference)]
    if person is None:
        pairs = [Pair(_("About"), record.call.about or _("No record yet"))]
    elif record.call.names_given is not YesNo.NO:
        born = read_short_date(person.born) if person.born else person.born_typed
        pairs += [Pair(_("About"), person.name), Pair(_("Born"), born)]
        number = format_health_number(person.nhs_number)
        pairs.append(Pair(health_number_name(record.practice.nation), number))
    return (*(pair for pair in pairs if pair.text), Pair(_("Practice"), record.practice.name))
