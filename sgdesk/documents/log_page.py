"""One concern's page in the safeguarding log."""

from sgdesk.documents.amended_section import amendments_section
from sgdesk.documents.blocks import Block, BoxedLines, Document, Pair, Paragraph, Table
from sgdesk.documents.blocks import Title as PageTitle
from sgdesk.documents.parts import Section, numbered, paper
from sgdesk.domain.pack import LogPage
from sgdesk.domain.people import PersonKind, age_words
from sgdesk.text import _, initials, read_moment, read_short_date, to_london


def document(page: LogPage) -> Document:
    """Return the page: who in initials, the stage, every entry in order, what is still due."""
    title = _("Safeguarding log")
    blocks: list[Block] = [
        PageTitle(title),
        BoxedLines(
            (
                (Pair(_("Reference"), page.reference), Pair(_("Stage"), page.stage_words)),
                (Pair(_("Person"), _person(page)), Pair(_("Practice"), page.practice.name)),
            )
        ),
        *numbered(
            [
                Section(_("What was done"), (_entries(page),)),
                amendments_section(page.amendments),
                Section(_("Linked concerns"), tuple(Paragraph(one) for one in page.linked)),
                Section(_("Still due"), (_dues(page),)),
            ]
        ),
    ]
    return paper(
        title,
        page.imprint,
        page.practice,
        blocks,
        demonstration=page.demonstration,
        internal=True,
    )


def _person(page: LogPage) -> str:
    born = page.person.born
    day = to_london(page.imprint.made_at).date()
    estimate = page.person.born_typed or _("age not recorded")
    age = age_words(born, day) if born else estimate
    who = initials(page.person.name) or _("Name not known")
    if page.person.kind is not PersonKind.UNBORN:
        return f"{who}, {age}"
    expected = page.person.expected
    baby = _("Unborn baby of {mother} (she: {age})").format(mother=who, age=age)
    if expected is None:
        return baby
    return _("{baby}, expected {day}").format(baby=baby, day=read_short_date(expected))


def _entries(page: LogPage) -> Block:
    if not page.entries:
        return Paragraph(_("Nothing has been done about this concern yet."))
    return Table(
        (_("When"), _("What"), _("Who"), _("Detail")),
        (0.27, 0.25, 0.17, 0.31),
        tuple((read_moment(one.at), one.what, one.who, one.detail) for one in page.entries),
    )


def _dues(page: LogPage) -> Block:
    if not page.open_dues:
        return Paragraph(_("Nothing is due."))
    return Table((_("By"), _("What"), _("Source")), (0.27, 0.38, 0.35), page.open_dues)
