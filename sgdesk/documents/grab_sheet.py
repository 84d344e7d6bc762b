"""The emergency grab sheet: kept in a drawer, filled in by hand when the PC is down."""

from collections.abc import Mapping

from sgdesk.documents.blocks import (
    Banner,
    Block,
    BodyMap,
    BoxedLines,
    Document,
    Heading,
    PageBreak,
    Pair,
    Paragraph,
    SignatureLines,
    Spacer,
    Table,
    TickLines,
    Title,
)
from sgdesk.documents.parts import paper
from sgdesk.domain.agency import Agency
from sgdesk.domain.answers import Nation
from sgdesk.domain.grab_sheet import GrabSheet
from sgdesk.domain.identity import health_number_name
from sgdesk.domain.maps import MapView
from sgdesk.text import _, read_short_date

_ROWS_TO_WRITE = 7
_MAP_HEIGHT = 396.0


def document(sheet: GrabSheet, maps: Mapping[str, MapView]) -> Document:
    """Return the sheet: the numbers first, then forms to write on, then blank body maps."""
    title = _("Emergency grab sheet")
    blocks: list[Block] = [
        Title(title, sheet.practice.name),
        Banner(
            _("In danger now: 999"),
            _("A missing form never delays a referral. Ring first, write afterwards."),
        ),
        *_numbers(sheet),
        PageBreak(),
        *_record_form(sheet.practice.nation),
        PageBreak(),
        *_call_form(),
        PageBreak(),
        *_police_form(sheet.fgm),
    ]
    for view_ids in _in_pairs(sheet.maps):
        views = tuple(maps[one] for one in view_ids if one in maps)
        blocks += [PageBreak(), Heading("", _body_title(view_ids[0])), *_map_form(views)]
    return paper(
        title,
        sheet.imprint,
        sheet.practice,
        blocks,
        demonstration=sheet.demonstration,
    )


def _numbers(sheet: GrabSheet) -> list[Block]:
    national = tuple((one.title, one.number, one.use) for one in sheet.lines)
    own = tuple(_agency_row(one) for one in sheet.agencies)
    blocks: list[Block] = [
        Heading("", _("Everywhere")),
        Table((_("Who"), _("Number"), _("When")), (0.3, 0.2, 0.5), national),
        Heading("", _("Our agencies")),
    ]
    if own:
        columns = (_("Team"), _("In their hours"), _("Evenings and weekends"), _("Checked"))
        blocks.append(Table(columns, (0.32, 0.28, 0.24, 0.16), own))
    else:
        blocks.append(Paragraph(_("The directory is empty. Write the numbers of your area here.")))
        blocks.append(SignatureLines(sheet.teams))
    if sheet.late:
        late = _("Check these numbers before you rely on them: {teams}.")
        blocks.append(Paragraph(late.format(teams="; ".join(sheet.late)), strong=True))
    blocks += [
        Heading("", _("In the practice")),
        BoxedLines(
            (
                (Pair(_("Safeguarding lead"), sheet.lead), Pair(_("Deputy"), sheet.deputy)),
                (Pair(_("Telephone"), sheet.practice.phone),
                 Pair(_("Address"), ", ".join(
                     filter(None, (sheet.practice.address, sheet.practice.postcode))))),
            )
        ),
    ]  # fmt: skip
    return blocks


def _agency_row(agency: Agency) -> tuple[str, str, str, str]:
    in_hours = " · ".join(part for part in (agency.phone, agency.hours) if part)
    checked = read_short_date(agency.checked_on) if agency.checked_on else _("never")
    return agency.name, in_hours, agency.phone_out_of_hours, checked


def _record_form(nation: Nation) -> list[Block]:
    return [
        Heading("", _("Record of a concern")),
        Paragraph(
            _("Facts and exact words only. Copy this into SG Desk when it runs again."),
            quiet=True,
        ),
        SignatureLines(
            (
                _("Name, known as, date of birth"),
                _("{number}, and address").format(number=health_number_name(nation)),
                _("Where they are now, and with whom"),
                _("Parents, carers, who has parental responsibility"),
                _("Other children at home"),
            )
        ),
        Heading("", _("What was seen (where, how large, colour; who saw it, when)")),
        *_room(3),
        Heading("", _("What was said (exact words; who, to whom, which question, when)")),
        *_room(3),
        Heading("", _("What was done to keep them safe, and who was told")),
        *_room(3),
        SignatureLines((_("Written by, role"), _("Date and time"))),
    ]


def _call_form() -> list[Block]:
    return [
        Heading("", _("Telephone referral")),
        TickLines(
            (
                _("Say who you are, your practice, and that this is a safeguarding referral."),
                _("Say what worries you most, in one sentence."),
                _("Say who it is about, where they are now, and whether they are safe tonight."),
                _("Say what was seen and said, by whom and when."),
                _("Say what you told the family, or why you did not."),
                _("Ask what they will do, by when, and what you may tell the family."),
                _("Read it back to them."),
            )
        ),
        SignatureLines(
            (
                _("Number rung; began, ended"),
                _("Name, role and team of whom you spoke to"),
                _("Their reference"),
                _("In writing by when"),
            )
        ),
        Heading("", _("What they advised, in their words")),
        *_room(4),
        Heading("", _("What was agreed: who does what, by when")),
        *_room(4),
        SignatureLines((_("Rung by, role"), _("Date and time"))),
    ]


def _police_form(fgm: str) -> list[Block]:
    return [
        Heading("", _("Police contact")),
        SignatureLines(
            (
                _("Force; 999, 101 or in person"),
                _("Began, ended"),
                _("Name, rank, collar or shoulder number"),
                _("Incident number AND its date"),
                _("Crime number, if there is one"),
                _("They call back: when, who"),
            )
        ),
        Heading("", _("What you told them")),
        *_room(4),
        Heading("", _("Their advice on evidence, and on telling the family")),
        *_room(4),
        Paragraph(_("FGM: {why}").format(why=fgm), strong=True),
        SignatureLines((_("Contact by, role"), _("Date and time"))),
    ]  # fmt: skip


def _map_form(views: tuple[MapView, ...]) -> list[Block]:
    return [
        BodyMap(views, (), _MAP_HEIGHT),
        Paragraph(
            _("Number each mark. Left and right are the person’s own. Never write how old a bruise"
              " is."),
            quiet=True,
        ),
        Table(
            (_("No."), _("Where"), _("Length × width, mm"), _("Colour, shape"), _("Seen by, when")),
            (0.07, 0.3, 0.18, 0.22, 0.23),
            (("", "", "", "", ""),) * _ROWS_TO_WRITE,
        ),
    ]  # fmt: skip


def _body_title(view_id: str) -> str:
    titles = {
        "baby": _("Body map: a baby"),
        "child": _("Body map: a child"),
        "adult": _("Body map: an adult"),
    }
    return titles.get(view_id.partition("-")[0], _("Body map"))


def _room(lines: int) -> list[Block]:
    return [Spacer(6), SignatureLines(("",) * lines)]


def _in_pairs(ids: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [ids[start : start + 2] for start in range(0, len(ids), 2)]
