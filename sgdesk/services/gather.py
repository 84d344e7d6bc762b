"""Gathering what a paper shows. What is held back is dropped here, before anything is drawn."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from sgdesk.domain.agency import ROUTE_WORDS
from sgdesk.domain.amendment import Amendment, Change, Part
from sgdesk.domain.call import Call, CallKind
from sgdesk.domain.cited_words import leaned_on
from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.delay import first_referred
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.guidance import Guidance
from sgdesk.domain.masking import Shown, shown_words
from sgdesk.domain.pack import (
    ClinicalSlip,
    DisclosureRecord,
    Kept,
    LogPage,
    Pack,
    SafeContactSheet,
    going,
)
from sgdesk.domain.paper import Imprint
from sgdesk.domain.practice import User
from sgdesk.domain.recipients import RecipientKind
from sgdesk.domain.sharing.basis_record import basis_record
from sgdesk.domain.sharing.basis_warnings import basis_warnings
from sgdesk.domain.sharing.consent_words import consent_words
from sgdesk.domain.sharing.decision import (
    Attempt,
    AttemptState,
    Basis,
    Choice,
    Sharing,
    SharingDraft,
)
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.domain.sharing.recipient_rules import home_not_said
from sgdesk.domain.sharing.subjects import relations_going
from sgdesk.domain.sharing.team import was_with
from sgdesk.domain.sharing.words import (
    basis_words,
    clinical_entry,
    condition_words,
    gateway_words,
    principle_words,
)
from sgdesk.domain.withdrawal import Deed
from sgdesk.services.annexes import going_files, kept_files, listed
from sgdesk.services.chosen_from import with_numbers
from sgdesk.services.context import Context
from sgdesk.services.dues import guidance_of
from sgdesk.services.guidance_kept import guidance_under
from sgdesk.services.history_amendments import amendments, names
from sgdesk.services.household import as_record, household_of
from sgdesk.services.outward import fit_to_leave
from sgdesk.services.police_past import police_numbers
from sgdesk.services.views import ConcernView
from sgdesk.services.withdrawn import withdrawn_since
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_moment, read_short_date, to_london

Gathered = Pack | SafeContactSheet | DisclosureRecord | ClinicalSlip | LogPage
_PACKED = (Part.URGENCY, Part.PERSON, Part.RELATION, Part.PRESENTATION)
_NOT_CHOSEN = Choice(goes=False, reason="", proposed=False)


def pack(
    unit: Unit,
    context: Context,
    concern: Concern,
    decision: Sharing | SharingDraft,
    imprint: Imprint,
) -> Pack:
    """Return the referral pack: the facts that go and nothing that stays."""
    from sgdesk.library.recipients import recipient_file

    concern = with_numbers(unit, concern)
    kind = recipient_file().kind(decision.recipient.kind)
    whole = _whole_pack(unit, context, concern, decision, imprint, kind)
    return fit_to_leave(whole, concern, kind)


def _whole_pack(
    unit: Unit, context: Context, concern: Concern, decision: Sharing | SharingDraft,
    imprint: Imprint, kind: RecipientKind | None,
) -> Pack:  # fmt: skip
    guidance = guidance_under(unit, context, concern.urgency.nation, decision)
    to = decision.recipient
    calls, attempts = unit.calls.of_concern(concern.id), unit.sharings.attempts(decision.id)
    return Pack(
        imprint=imprint,
        practice=unit.practice.get(),
        sender=_decider(unit, context, decision),
        reference=concern.reference,
        urgency=concern.urgency,
        person=concern.person,
        relations=relations_going(decision.basis, concern),
        presentation=concern.presentation,
        facts=going(concern.facts, decision.choices),
        sharing_purpose=decision.purpose.so_that,
        ask=decision.purpose.ask,
        recipient_organisation=to.organisation,
        recipient_person=to.person,
        recipient_role=to.role,
        route_words=_(ROUTE_WORDS[decision.route.kind]) if decision.route.kind else "",
        consent_words=consent_words(decision.consent, guidance),
        basis=basis_words(decision.basis, guidance),
        gateway_words=gateway_words(_weighed(decision.basis, kind), guidance),
        conditions=condition_words(decision.conditions),
        calls=_referrals(calls, to),
        failed_attempts=tuple(one for one in attempts if one.state is AttemptState.FAILED),
        written_at=concern.signed_at,
        referred_at=_referred_at(calls, attempts, to),
        attachments=listed(going_files(unit, decision)),
        details_amended=_details_amended(unit, concern),
        withdrawn=withdrawn_since(unit, concern, to, kind),
        demonstration=context.is_demonstration,
    )


def _referrals(calls: Sequence[Call], to: Recipient) -> tuple[Call, ...]:
    return tuple(one for one in calls if was_with(one, to) and one.kind is CallKind.REFERRAL)


def _referred_at(
    calls: Sequence[Call], attempts: Sequence[Attempt], to: Recipient
) -> datetime | None:
    return first_referred([one for one in calls if was_with(one, to)], attempts)


def _weighed(basis: Basis, kind: RecipientKind | None) -> Basis:
    # What was weighed tells the worry, too.
    if kind is None or kind.in_short:
        return basis
    return msgspec.structs.replace(basis, gateway_factors="")


def safe_contact(
    unit: Unit, context: Context, concern: Concern, imprint: Imprint
) -> SafeContactSheet:
    """Return the sheet that says how to reach somebody safely."""
    return SafeContactSheet(
        imprint=imprint,
        practice=unit.practice.get(),
        reference=concern.reference,
        person_name=concern.person.name,
        contact=concern.contact,
        demonstration=context.is_demonstration,
    )


def disclosure(
    unit: Unit, context: Context, concern: Concern, decision: Sharing, imprint: Imprint
) -> DisclosureRecord:
    """Return the internal record: the whole decision, with what stays and why."""
    concern = with_numbers(unit, concern)
    choices = decision.choices if is_shared(decision.decision) else {}
    calls, attempts = unit.calls.of_concern(concern.id), unit.sharings.attempts(decision.id)
    # What was decided about a fact stays in the record of the decision, even if it is withdrawn.
    decided = [*concern.facts, *(one for one in concern.facts_withdrawn if one.id in choices)]
    kept = [Kept(fact, choices.get(fact.id, _NOT_CHOSEN)) for fact in decided]
    guidance = guidance_under(unit, context, concern.urgency.nation, decision)
    return DisclosureRecord(
        imprint=imprint,
        practice=unit.practice.get(),
        sender=_decider(unit, context, decision),
        reference=concern.reference,
        person=concern.person,
        presentation=concern.presentation,
        written_at=concern.signed_at,
        referred_at=_referred_at(calls, attempts, decision.recipient),
        sharing=decision,
        consent_words=consent_words(decision.consent, guidance),
        basis=basis_record(decision.basis, guidance),
        gateway_words=gateway_words(decision.basis, guidance),
        principles=principle_words(decision.necessity, guidance),
        going=tuple(one for one in kept if one.choice.goes),
        staying=tuple(one for one in kept if not one.choice.goes),
        household=tuple(as_record(one.concern) for one in household_of(unit, concern.id)),
        files=kept_files(unit, decision),
        attempts=attempts,
        calls=calls,
        sources=leaned_on(guidance),
        amendments=amendments(unit, concern, names(unit)),
        warnings=_warnings(unit, concern, decision, guidance),
        in_short=_in_short_staying(concern, decision),
        demonstration=context.is_demonstration,
    )


def clinical_slip(
    unit: Unit,
    context: Context,
    concern: Concern,
    decision: Sharing | SharingDraft | None,
    imprint: Imprint,
) -> ClinicalSlip:
    """Return the slip for the clinical record: log reference, no third party."""
    decided = decision if isinstance(decision, Sharing) else None
    guidance = guidance_of(context, concern.urgency.nation)
    checks = guidance.checks_at("share", "clinical")
    return ClinicalSlip(
        imprint=imprint,
        practice=unit.practice.get(),
        reference=concern.reference,
        person=concern.person,
        entry=clinical_entry(concern, decided, imprint.made_at, police_numbers(unit, concern.id)),
        reminders=tuple(check.prompt for check in checks),
        demonstration=context.is_demonstration,
    )


def log_page(unit: Unit, context: Context, view: ConcernView, imprint: Imprint) -> LogPage:
    """Return a concern's page in the log; people are initials in it."""
    shown = shown_words(view.concern, whole=False, former=view.former_names)
    return LogPage(
        imprint=imprint,
        practice=unit.practice.get(),
        reference=view.concern.reference,
        person=view.concern.person,
        stage_words=view.stage.text,
        entries=tuple(
            msgspec.structs.replace(one, what=shown(one.what), detail=shown(one.detail))
            for one in view.history
        ),
        open_dues=tuple(
            (read_moment(due.due_at), due.title, due.source)
            for due in view.dues
            if due.closed_at is None
        ),
        amendments=tuple(_hidden(one, shown) for one in view.amendments),
        linked=tuple(
            _("{reference}, {how}").format(
                reference=one.row.line.reference, how=shown(one.link.how)
            )
            for one in view.linked
            if one.link.ended_at is None
        ),
        demonstration=context.is_demonstration,
    )


def _decider(unit: Unit, context: Context, decision: Sharing | SharingDraft) -> User:
    # Whoever prints a copy later is not the one who decided.
    decided_by = decision.decided_by if isinstance(decision, Sharing) else context.user.id
    return unit.users.get(decided_by) or context.user


def _warnings(
    unit: Unit, concern: Concern, decision: Sharing, guidance: Guidance
) -> tuple[str, ...]:
    if not is_shared(decision.decision):
        return ()
    day = to_london(decision.decided_at).date()
    found = basis_warnings(decision, concern, unit.practice.get(), guidance, day)
    told = (*(one.text for one in found), home_not_said(decision.recipient))
    return tuple(dict.fromkeys(filter(None, told)))


def _in_short_staying(concern: Concern, decision: Sharing) -> str:
    from sgdesk.library.recipients import recipient_file

    kind = recipient_file().kind(decision.recipient.kind)
    stays = is_shared(decision.decision) and kind is not None and not kind.in_short
    return concern.urgency.summary if stays else ""


def _details_amended(unit: Unit, concern: Concern) -> tuple[tuple[str, str], ...]:
    newest: dict[str, str] = {}
    for one in amendments(unit, concern, names(unit)):
        if one.part in _PACKED and one.deed is Deed.WITHDRAW:
            newest.pop(one.about, None)  # nobody learns here of somebody who stands no longer
        elif one.part in _PACKED:
            newest[one.about] = read_short_date(to_london(one.at).date())
    return tuple(newest.items())


def _hidden(one: Amendment, shown: Shown) -> Amendment:
    changes = tuple(
        Change(shown(change.label), shown(change.before), shown(change.after))
        for change in one.changes
    )
    return msgspec.structs.replace(
        one, about=shown(one.about), because=shown(one.because), changes=changes
    )
