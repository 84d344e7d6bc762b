"""The referral pack: cover, referral in the order most councils' forms ask, receipt."""

from collections.abc import Mapping

from sgdesk.documents import fact_sections as facts
from sgdesk.documents.amended_section import amended_days_section, withdrawn_section
from sgdesk.documents.basis_sections import basis_section, conditions_section, consent_section
from sgdesk.documents.blocks import (
    Block,
    BoxedLines,
    Document,
    PageBreak,
    Pair,
    Paragraph,
    SignatureLines,
    TickLines,
    Title,
)
from sgdesk.documents.call_sections import attempts_section, calls_section
from sgdesk.documents.chronology_sections import chronology_section
from sgdesk.documents.cover import address_box, cover, follow_up_line
from sgdesk.documents.map_sections import body_map_section
from sgdesk.documents.parts import Section, numbered, paper, rows
from sgdesk.documents.people_sections import family_section, person_section, professionals_section
from sgdesk.documents.teeth_section import teeth_section
from sgdesk.domain.answers import YES_NO_WORDS
from sgdesk.domain.concern import HARM_WORDS
from sgdesk.domain.maps import MapView
from sgdesk.domain.pack import Pack
from sgdesk.domain.people import PersonKind
from sgdesk.domain.practice import ROLE_WORDS
from sgdesk.text import _, to_london

_TITLES = {
    PersonKind.CHILD: "Safeguarding referral: child",
    PersonKind.UNBORN: "Safeguarding referral: unborn baby",
    PersonKind.ADULT: "Safeguarding referral: adult at risk",
}


def document(pack: Pack, maps: Mapping[str, MapView]) -> Document:
    """Return the pack as a paper. Only what goes is in it; `maps` are the views by their id."""
    title = _(_TITLES[pack.person.kind])
    blocks: list[Block] = [
        *cover(pack),
        Title(title, follow_up_line(pack)),
        address_box(pack),
        *numbered(_sections(pack, maps)),
        *_receipt(pack),
    ]
    return paper(title, pack.imprint, pack.practice, blocks, demonstration=pack.demonstration)


def _sections(pack: Pack, maps: Mapping[str, MapView]) -> list[Section]:
    """Return the sections in the canonical order of councils' forms (FORMS A2b)."""
    day = to_london(pack.imprint.made_at).date()
    shown = pack.facts
    body_map = body_map_section(shown, maps)
    before = [
        _urgency(pack),
        person_section(pack.person, pack.practice, day),
        family_section(pack.relations),
        consent_section(pack.consent_words),
    ]
    after = [
        facts.said_section(shown),
        facts.opinion_section(shown),
        facts.history_section(shown),
        chronology_section(
            shown, pack.presentation, pack.person.name, to_london(pack.imprint.made_at).date()
        ),
        facts.strengths_section(shown),
        facts.support_section(shown),
        _asked(pack),
        facts.needs_section(shown, pack.presentation),
        professionals_section(pack.relations, facts.key_contacts(shown)),
        _referrer(pack),
        body_map,
        teeth_section(shown),
        calls_section(pack.calls),
        attempts_section(pack.failed_attempts, _("Routes that failed")),
        basis_section(pack.basis, pack.gateway_words),
        conditions_section(pack.conditions),
        amended_days_section(pack.details_amended),
        withdrawn_section(pack.withdrawn),
        _attachments(pack),
        _declaration(pack),
    ]
    number = len([one for one in (*before, *after[: after.index(body_map)]) if one.blocks]) + 2
    seen = facts.seen_section(
        shown, pack.presentation, facts.Delays(pack.written_at, pack.referred_at),
        _("(body map: section {number})").format(number=number),
    )  # fmt: skip
    return [*before, seen, *after]


def _urgency(pack: Pack) -> Section:
    urgency = pack.urgency
    danger = _(YES_NO_WORDS[urgency.immediate_danger]) if urgency.immediate_danger else ""
    return Section(
        _("Urgency and concern"),
        rows(
            [
                (_("Immediate danger"), danger),
                (_("What was done at once"), urgency.immediate_action),
                (_("Concern"), "; ".join(_(HARM_WORDS[harm]) for harm in urgency.harms)),
                (_("In short"), urgency.summary),
            ]
        ),
    )


def _asked(pack: Pack) -> Section:
    return Section(
        _("What we ask of you"),
        rows(
            [
                (_("What we ask you to decide"), pack.ask),
                (_("Shared so that you can"), pack.sharing_purpose),
            ]
        ),
    )


def _referrer(pack: Pack) -> Section:
    sender, practice = pack.sender, pack.practice
    return Section(
        _("Who refers"),
        rows(
            [
                (_("Name"), f"{sender.name}, {_(ROLE_WORDS[sender.role])}"),
                (_("Profession"), sender.profession),
                (_("Registration"), sender.registration),
                (_("Practice"), f"{practice.name}, {practice.address} {practice.postcode}"),
                (_("Telephone"), sender.phone or practice.phone),
                (_("Email"), practice.email),
            ]
        ),
    )


def _attachments(pack: Pack) -> Section:
    listed = rows((f"{number}", text) for number, text in enumerate(pack.attachments, 1))
    nothing = Paragraph(_("Nothing is attached to this referral."))
    return Section(_("Attachments"), listed or (nothing,))


def _declaration(pack: Pack) -> Section:
    statement = _(
        "What is stated as fact was seen, heard or read by the people named beside it. Opinion is"
        " marked as opinion. What this referral does not need has been left out."
    )
    name = _("{name}, signed").format(name=pack.sender.name)
    return Section(
        _("Declaration"),
        (Paragraph(statement, kept=True), SignatureLines((name, _("Date and time")))),
    )


def _receipt(pack: Pack) -> list[Block]:
    """Return the slip that the recipient sends back; it names no patient."""
    practice = pack.practice
    home = (practice.name, practice.address, practice.postcode)
    address = ", ".join(part for part in home if part)
    copy = f"{pack.imprint.copy}" if pack.imprint.copy else ""
    return [
        PageBreak(),
        Title(_("Receipt"), _("Please complete and return to the practice.")),
        BoxedLines(
            (
                (Pair(_("Return to"), address), Pair(_("Telephone"), practice.phone)),
                (Pair(_("Our reference"), pack.reference), Pair(_("Copy"), copy)),
            )
        ),
        TickLines(
            (
                _("Received"),
                _("Accepted; we will write to you with what happens next"),
                _("Returned; what is missing is written below"),
                _("No further action; our reasons are written below"),
            )
        ),
        SignatureLines(
            (
                _("Your reference"),
                _("Reasons, or what is missing"),
                _("Name and role"),
                _("Direct telephone"),
                _("Date and time"),
                _("Signature"),
            )
        ),
    ]  # fmt: skip
