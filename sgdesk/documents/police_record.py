"""The police incident-number record: the whole of one contact, its numbers first (LAW 7)."""

from sgdesk.documents.blocks import (
    Block,
    BoxedLines,
    Document,
    Heading,
    Pair,
    Row,
    SignatureLines,
    TickLines,
    Title,
)
from sgdesk.documents.parts import Section, numbered, paper, rows
from sgdesk.domain.answers import YES_NO_WORDS, Nation
from sgdesk.domain.identity import format_health_number, health_number_name
from sgdesk.domain.people import Person
from sgdesk.domain.police import (
    NEWS_WORDS,
    REASON_WORDS,
    WAY_WORDS,
    FgmReport,
    NewsKind,
    PoliceContact,
    PoliceNews,
)
from sgdesk.domain.police_papers import PoliceRecord
from sgdesk.domain.police_points import NUMBER_WORDS, numbers_of
from sgdesk.text import _, read_date, read_moment, read_short_date, read_time, to_london


def document(record: PoliceRecord) -> Document:
    """Return the record. Whatever the police gave no number for says when it was asked for."""
    contact = record.contact
    title = _("Police incident-number record")
    blocks: list[Block] = [
        Title(title, _(REASON_WORDS[contact.reason])),
        BoxedLines((_number_pairs(record), _about(record))),
        *numbered(
            [
                Section(_("The contact"), _contact(contact)),
                Section(_("What was said"), _said(contact)),
                Section(_("Mandatory report"), _report(contact.fgm)),
                Section(_("Since then"), rows(_news(one) for one in record.news)),
            ]
        ),
    ]
    if record.open_points:
        blocks += [Heading("", _("Still to be done")), TickLines(record.open_points)]
    if contact.fgm is not None and contact.fgm.confirmed_on is None:
        mine = _("{name}: this is my report").format(name=contact.fgm.reporter)
        blocks.append(SignatureLines((mine, _("Date"))))
    return paper(
        title,
        record.imprint,
        record.practice,
        blocks,
        demonstration=record.demonstration,
        internal=True,
    )


def _number_pairs(record: PoliceRecord) -> tuple[Pair, ...]:
    numbers = numbers_of(record.contact, record.news)
    pairs = [
        Pair(
            _(NUMBER_WORDS[one.kind]),
            _("{number} of {day}").format(number=one.number, day=read_short_date(one.on))
            if one.on
            else one.number,
        )
        for one in numbers
    ]
    if not any(one.kind is NewsKind.INCIDENT_NUMBER for one in numbers):
        pairs.insert(0, Pair(_(NUMBER_WORDS[NewsKind.INCIDENT_NUMBER]), _no_number(record.contact)))
    return (*pairs, Pair(_("Police force"), record.contact.force))


def _no_number(contact: PoliceContact) -> str:
    if contact.asked_at is None:
        return _("none given")
    return _("none given, asked at {when}").format(when=read_moment(contact.asked_at))


def _about(record: PoliceRecord) -> tuple[Pair, ...]:
    pairs = [Pair(_("Log reference"), record.reference)] if record.reference else []
    if record.person is not None:
        pairs += _person(record.person, record.practice.nation)
    return (*pairs, Pair(_("Practice"), record.practice.name))


def _person(person: Person, nation: Nation) -> list[Pair]:
    born = read_short_date(person.born) if person.born else person.born_typed
    number = format_health_number(person.nhs_number)
    pairs = [Pair(_("About"), person.name), Pair(_("Born"), born)]
    if number:
        pairs.append(Pair(health_number_name(nation), number))
    return [pair for pair in pairs if pair.text]


def _contact(contact: PoliceContact) -> tuple[Block, ...]:
    when = read_moment(contact.started_at)
    if contact.ended_at is not None:
        end = read_time(to_london(contact.ended_at).time())
        when = _("{start} to {end}").format(start=when, end=end)
    officer = ", ".join(part for part in (contact.call_taker, contact.rank) if part)
    return rows(
        [
            (_("When"), when),
            (_("How"), _(WAY_WORDS[contact.way])),
            (_("Unit or control room"), contact.unit),
            (_("Why this force"), contact.force_because),
            (_("Spoke to"), officer),
            (_("Collar or shoulder number"), contact.collar),
            (_("Contact by"), contact.by),
            (_("Why"), contact.why),
        ]
    )


def _said(contact: PoliceContact) -> tuple[Block, ...]:
    call_back = ""
    if contact.call_back_at is not None:
        call_back = read_moment(contact.call_back_at)
    next_on = read_date(contact.next_contact_on) if contact.next_contact_on else ""
    return rows(
        [
            (_("What we told them"), contact.told),
            (_("Documents given"), contact.documents),
            (_("What they will do"), contact.response),
            (_("Advice on evidence"), contact.advice_evidence),
            (_("Advice on telling the family"), contact.advice_family),
            (_("Who else they tell"), contact.others_told),
            (_("They call back"), ", ".join(filter(None, (call_back, contact.call_back_by)))),
            (_("Next contact"), next_on),
            (_("Read back"), _(YES_NO_WORDS[contact.read_back]) if contact.read_back else ""),
        ]
    )


def _report(report: FgmReport | None) -> tuple[Block, ...]:
    if report is None:
        return ()
    reporter = ", ".join(filter(None, (report.reporter, report.profession, report.registration)))
    confirmed = _("Not confirmed yet by the reporter")
    if report.confirmed_on is not None:
        confirmed = _("{day}, {how}").format(
            day=read_date(report.confirmed_on), how=report.confirmed_how
        )
    discovered = read_moment(report.discovered_at) if report.discovered_at else ""
    earlier = ", ".join(
        filter(None, (report.earlier_reference, report.earlier_by, report.earlier_profession))
    )
    told, knows = report.social_care_told, report.family_knows
    return rows(
        [
            (_("Reporter"), reporter),
            (_("Confirmed"), confirmed),
            (_("Discovered"), discovered),
            (_("Why not sooner"), report.delay_because),
            (_("Earlier report relied on"), earlier),
            (_("Social care or social services told"), _(YES_NO_WORDS[told]) if told else ""),
            (_("Others at risk"), report.others_at_risk),
            (_("The family knows"), _(YES_NO_WORDS[knows]) if knows else ""),
        ]
    )


def _news(one: PoliceNews) -> Row:
    number = one.number
    if number and one.number_on:
        number = _("{number} of {day}").format(number=number, day=read_short_date(one.number_on))
    text = " · ".join(filter(None, (read_moment(one.at), number, one.text)))
    by = _("From {who}").format(who=one.by) if one.by else ""
    return Row(_(NEWS_WORDS[one.kind]), text, by)
