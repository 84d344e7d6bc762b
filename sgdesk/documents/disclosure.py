"""The disclosure record: the whole decision for the log, what stayed back and why."""

from collections.abc import Sequence

from sgdesk.documents.amended_section import amendments_section
from sgdesk.documents.basis_sections import basis_section, conditions_section, consent_section
from sgdesk.documents.blocks import (
    Banner,
    Block,
    BoxedLines,
    Document,
    Pair,
    Paragraph,
    SignatureLines,
    Table,
    Title,
)
from sgdesk.documents.call_sections import attempts_section, calls_section
from sgdesk.documents.chosen_sections import going_section, staying_section
from sgdesk.documents.chronology_sections import household_section, internal_chronology
from sgdesk.documents.fact_sections import Delays, delay_row
from sgdesk.documents.parts import Section, numbered, paper, rows
from sgdesk.domain.agency import ROUTE_WORDS
from sgdesk.domain.answers import YES_NO_WORDS
from sgdesk.domain.calendar import nation_name
from sgdesk.domain.pack import DisclosureRecord, KeptFile
from sgdesk.domain.practice import ROLE_WORDS
from sgdesk.domain.sharing.advice import advice_words
from sgdesk.domain.sharing.basis_record import duty_words
from sgdesk.domain.sharing.decision import DECISION_WORDS
from sgdesk.domain.sharing.recipient import PASSWORD_WORDS
from sgdesk.domain.sharing.refusal import agreed_words
from sgdesk.domain.sharing.words import condition_words
from sgdesk.domain.withdrawal import standing
from sgdesk.text import _, read_moment, read_short_date, to_london

_WIDTHS = (0.2, 0.45, 0.35)


def document(record: DisclosureRecord) -> Document:
    """Return the record as an internal paper; it never leaves the practice."""
    title = _("Disclosure record")
    sharing = record.sharing
    decision = _(DECISION_WORDS[sharing.decision])
    decided = _("{decision}. Decided {when}, version {version}.").format(
        decision=decision, when=read_moment(sharing.decided_at), version=sharing.version
    )
    blocks: list[Block] = [
        Title(title, decided),
        _box(record),
        Banner(
            _("Internal: keep in the safeguarding log"),
            _("It shows what was held back. It is not part of what was sent."),
        ),
        *numbered(_sections(record)),
    ]
    return paper(
        title,
        record.imprint,
        record.practice,
        blocks,
        demonstration=record.demonstration,
        internal=True,
    )


def _sections(record: DisclosureRecord) -> list[Section]:
    return [
        _purpose(record),
        _recipient(record),
        _refusal(record),
        consent_section(record.consent_words),
        basis_section(record.basis, record.gateway_words),
        _warned(record),
        _necessity(record),
        Section(_("Caldicott principles"), rows(record.principles)),
        going_section(record.going),
        staying_section(record.staying, record.going, record.in_short),
        _files(_("Files that go"), [one for one in record.files if one.goes]),
        _files(_("Files that stay, and why"), [one for one in record.files if not one.goes]),
        amendments_section(record.amendments),
        _chronology(record),
        _household(record),
        _delays(record),
        conditions_section(condition_words(record.sharing.conditions)),
        attempts_section(record.attempts, _("How it was sent"), internal=True),
        calls_section(record.calls, internal=True),
        _sources(record),
        Section(_("Signed"), (SignatureLines((record.sender.name, _("Date and time"))),)),
    ]


def _box(record: DisclosureRecord) -> Block:
    sender = f"{record.sender.name}, {_(ROLE_WORDS[record.sender.role])}"
    return BoxedLines(
        (
            (Pair(_("About"), record.person.name),
             Pair(_("Recipient"), record.sharing.recipient.organisation)),
            (Pair(_("Recorded by"), sender), Pair("", record.practice.name)),
            (Pair(_("Reference"), record.reference),
             Pair(_("Guidance"), record.sharing.guidance)),
        )
    )  # fmt: skip


def _purpose(record: DisclosureRecord) -> Section:
    purpose = record.sharing.purpose
    return Section(
        _("Purpose"),
        rows(
            [
                (_("So that they can"), purpose.so_that),
                (_("What was asked of them"), purpose.ask),
                (_("Advice from"), purpose.advice_from),
                (_("Advice given"), purpose.advice),
                *(row for one in purpose.advisers for row in advice_words(one)),
                (_("Once more to the same team because"), record.sharing.again_because),
            ]
        ),
    )


def _recipient(record: DisclosureRecord) -> Section:
    to, route = record.sharing.recipient, record.sharing.route
    return Section(
        _("Recipient and route"),
        rows(
            [
                (_("Organisation"), to.organisation),
                (_("Nation"), nation_name(to.nation) if to.nation else ""),
                (_("Person"), ", ".join(part for part in (to.person, to.role) if part)),
                (_("Address used"), to.address_used),
                (_("Address checked"), _checked(record)),
                (_("The home is in"), to.home_area),
                (_("Registered in"), to.registered_area),
                (_("Seen in"), to.seen_area),
                (_("Another area because"), to.other_area_because),
                (_("Kept from somebody who works there"), to.staff_because),
                (_("Route"), _(ROUTE_WORDS[route.kind]) if route.kind else ""),
                (_("Not the preferred route because"), route.not_preferred_because),
                (_("Safe because"), route.safe_because),
                (_("Password"), _(PASSWORD_WORDS[route.password_by]) if route.password_by else ""),
            ]
        ),
    )


def _checked(record: DisclosureRecord) -> str:
    to = record.sharing.recipient
    when = read_short_date(to.checked_on) if to.checked_on else ""
    return ", ".join(part for part in (when, to.checked_how) if part)


def _refusal(record: DisclosureRecord) -> Section:
    held = record.sharing.not_sharing
    return Section(
        _("Why nothing is shared, or not yet"),
        rows(
            [
                (_("Reasons"), held.reasons),
                (_("Harm that could follow"), held.harm),
                (_("What else is done"), held.also_done),
                (_("Agreed by"), agreed_words(held)),
                (_("Review on"), read_short_date(held.review_on) if held.review_on else ""),
            ]
        ),
    )


def _warned(record: DisclosureRecord) -> Section:
    lines = tuple(Paragraph(text) for text in record.warnings)
    return Section(_("To look at again"), lines)


def _necessity(record: DisclosureRecord) -> Section:
    necessity = record.sharing.necessity
    named = necessity.without_naming
    return Section(
        _("Necessary and proportionate"),
        rows(
            [
                (_("Possible without naming"), _(YES_NO_WORDS[named]) if named else ""),
                (_("Naming is needed because"), necessity.naming_needed_because),
                (_("Risk of sharing"), necessity.risk_of_sharing),
                (_("Risk of not sharing"), necessity.risk_of_not_sharing),
                *duty_words(record.sharing.basis),
            ]
        ),
    )


def _files(title: str, files: Sequence[KeptFile]) -> Section:
    if not files:
        return Section(title, ())
    lines = tuple((one.title, one.about, one.reason) for one in files)
    return Section(title, (Table((_("File"), _("What it is"), _("Why")), _WIDTHS, lines),))


def _chronology(record: DisclosureRecord) -> Section:
    facts = standing(one.fact for one in (*record.going, *record.staying))
    today = to_london(record.imprint.made_at).date()
    return internal_chronology(facts, record.presentation, record.person.name, today)


def _household(record: DisclosureRecord) -> Section:
    facts = standing(one.fact for one in (*record.going, *record.staying))
    return household_section(facts, record.household, record.person.name)


def _delays(record: DisclosureRecord) -> Section:
    delays = Delays(record.written_at, record.referred_at)
    return Section(_("Delays"), rows([delay_row(record.presentation, delays)]))


def _sources(record: DisclosureRecord) -> Section:
    lines = tuple(Paragraph(text, quiet=True) for text in record.sources)
    return Section(_("Sources of the guidance"), lines)
