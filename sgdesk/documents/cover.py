"""The cover of a referral pack: who to whom, which call it confirms, and no clinical detail."""

from sgdesk.documents.blocks import (
    Banner,
    Block,
    BoxedLines,
    PageBreak,
    Pair,
    Paragraph,
    Spacer,
    Title,
)
from sgdesk.documents.parts import rows
from sgdesk.domain.agency import RouteKind
from sgdesk.domain.already_told import call_time, spoken_to
from sgdesk.domain.call import Call, CallResult
from sgdesk.domain.facts.kinds import Event, Injury
from sgdesk.domain.pack import Pack
from sgdesk.domain.practice import ROLE_WORDS
from sgdesk.text import _, read_moment

_APART = 8.0


def cover(pack: Pack) -> list[Block]:
    """Return the cover sheet. It names no patient: it may lie on a shared printer."""
    blocks: list[Block] = [Title(_("Safeguarding referral"), _unavailable(pack)), address_box(pack)]
    if (call := confirmed_call(pack)) is not None:
        blocks.append(Banner(_confirms(call), _one_referral(pack)))
    blocks += [Spacer(_APART), *_details(pack), Spacer(_APART)]
    blocks.append(
        Paragraph(
            _(
                "If this has reached you by mistake, do not read on. Telephone {practice} on"
                " {phone} and keep it safe until it is collected."
            ).format(practice=pack.practice.name, phone=pack.practice.phone)
        )
    )
    blocks.append(PageBreak())
    return blocks


def address_box(pack: Pack) -> Block:
    """Return the box with to, from and reference."""
    to = [Pair(_("To"), pack.recipient_organisation)]
    person = ", ".join(part for part in (pack.recipient_person, pack.recipient_role) if part)
    call = confirmed_call(pack)
    if call is not None and call.spoke_to:
        spoke = ", ".join(part for part in (call.spoke_to, call.role) if part)
        to.append(Pair(_("Spoke to"), spoke))
    elif person:
        to.append(Pair(_("Attention"), person))
    sender = f"{pack.sender.name}, {_(ROLE_WORDS[pack.sender.role])}"
    home = " · ".join(part for part in (pack.practice.name, pack.practice.phone) if part)
    theirs = next((one.reference for one in pack.calls if one.reference), "")
    return BoxedLines(
        (
            tuple(to),
            (Pair(_("From"), sender), Pair("", home)),
            (
                Pair(_("Our reference"), pack.reference),
                Pair(_("Your reference"), theirs, blank=not theirs),
            ),
        )
    )


def follow_up_line(pack: Pack) -> str:
    """Return the line under the referral's title: what it follows, and what was down."""
    call = confirmed_call(pack)
    follows = _("Written referral.")
    if call is not None:
        follows = _("Written follow-up to a telephone referral made {when}.").format(
            when=call_time(call)
        )
    return " ".join(part for part in (follows, _unavailable(pack)) if part)


def confirmed_call(pack: Pack) -> Call | None:
    """Return the newest call in which somebody took the referral, or None."""
    answered = [
        call
        for call in pack.calls
        if call.result is CallResult.ANSWERED and call.started_at is not None
    ]
    return answered[-1] if answered else None


def _unavailable(pack: Pack) -> str:
    down = [one.at for one in pack.failed_attempts if one.route is RouteKind.PORTAL]
    down += [one.failed.at for one in pack.calls if one.failed is not None]
    if not down:
        return ""
    return _("The portal was unavailable from {when}.").format(when=read_moment(min(down)))


def _confirms(call: Call) -> str:
    return _("Confirms a telephone referral to {whom}, {when}").format(
        whom=spoken_to(call) or call.agency_name, when=call_time(call)
    )


def _one_referral(pack: Pack) -> str:
    if _unavailable(pack):
        return _(
            "It is the same referral. So is any later entry on your portal with our reference"
            " {reference}: please do not treat either as new."
        ).format(reference=pack.reference)
    return _("It is the same referral: please do not treat it as new.")


def _details(pack: Pack) -> tuple[Block, ...]:
    made = read_moment(pack.imprint.made_at) if pack.imprint.code else ""
    return rows(
        [
            (_("Made"), made),
            (_("Route"), pack.route_words),
            (_("For the attention of"), pack.recipient_person),
            (_("From"), f"{pack.practice.name}, {pack.practice.address} {pack.practice.postcode}"),
            (_("Telephone"), pack.sender.phone or pack.practice.phone),
            (_("Email"), pack.practice.email),
            (_("In this pack"), _contents(pack)),
            (_("Behind it"), _annexes(pack)),
            (_("Please"), _receipt(pack)),
        ]
    )


def _contents(pack: Pack) -> str:
    parts = [
        _("chronology") if any(isinstance(fact, Event) for fact in pack.facts) else "",
        _("body map") if any(isinstance(fact, Injury) for fact in pack.facts) else "",
        _("call record") if pack.calls else "",
        _("basis and conditions"),
    ]
    return _("Referral with {parts}; declaration; receipt").format(
        parts=", ".join(filter(None, parts))
    )


def _annexes(pack: Pack) -> str:
    count = len(pack.attachments)
    if count < 2:
        return _("Annex 1, a copy of a file") if count else ""
    return _("Annexes 1 to {count}, copies of files").format(count=count)


def _receipt(pack: Pack) -> str:
    if pack.attachments:
        return _("Complete the receipt, which stands before Annex 1, and return it to us.")
    return _("Complete the receipt on the last page and return it to us.")
