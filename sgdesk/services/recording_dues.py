"""Which deadlines begin while a concern is recorded and when it is signed."""

from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import CallKind, CallResult
from sgdesk.domain.concern import Concern, ConcernDraft, FgmScreen
from sgdesk.domain.flows.branches import fgm_duty
from sgdesk.domain.flows.discovery import Discovery, discovery
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.people import PersonKind
from sgdesk.services import dues
from sgdesk.services.context import Context
from sgdesk.store.unit import Unit
from sgdesk.text import _

IMMEDIATE = "DL-REF-IMMEDIATE"
_EMERGENCY = "DL-EMERG-COMPLETE"


def after_danger(unit: Unit, context: Context, draft: ConcernDraft) -> None:
    """Once somebody is said to be in danger now: ring the duty team, and complete the record."""
    if draft.urgency.immediate_danger is not YesNo.YES:
        return
    if any(due.rule == IMMEDIATE for due in unit.dues.of_concern(draft.id)):
        return
    now, nation = context.clock.now(), draft.urgency.nation
    for trigger in (Trigger.HARM_LIKELY, Trigger.EMERGENCY_USED):
        dues.make(unit, context, trigger, draft.id, nation, now, about=draft.id)


def after_signing(unit: Unit, context: Context, concern: Concern) -> None:
    """Start what the record makes due, and end what only its being unfinished made due."""
    dues.close_all(unit, context, concern.id, _EMERGENCY, _("The record is complete and signed."))
    if concern.urgency.immediate_danger is not YesNo.YES:
        because = _("Nobody is in immediate danger, the record says.")
        dues.close_all(unit, context, concern.id, IMMEDIATE, because)
    nation = concern.urgency.nation
    if fgm_duty(concern.urgency, concern.person):
        found, now = discovery(concern), context.clock.now()
        dues.make(
            unit, context, Trigger.FGM_DISCOVERED, concern.id, nation, min(found.at or now, now),
            about=concern.id, detail=_duty_of(found, concern.urgency.fgm),
        )  # fmt: skip
    child = concern.person.kind is not PersonKind.ADULT
    if concern.urgency.about_colleague is YesNo.YES and child:
        dues.make(
            unit, context, Trigger.ALLEGATION_KNOWN, concern.id, nation, concern.opened_at,
            about=concern.id,
        )  # fmt: skip
    if not _is_telephoned(unit, concern):
        dues.make(
            unit, context, Trigger.CONCERN_RECOGNISED, concern.id, nation, concern.opened_at,
            about=concern.id, detail=_("Recorded; not decided yet."),
        )  # fmt: skip


def _is_telephoned(unit: Unit, concern: Concern) -> bool:
    return any(
        call.kind is CallKind.REFERRAL and call.result is CallResult.ANSWERED
        for call in unit.calls.of_concern(concern.id)
    )


def _duty_of(found: Discovery, screen: FgmScreen | None) -> str:
    if not found.by:
        return _("The duty belongs to whoever was told or saw, and cannot be passed on.")
    if screen is FgmScreen.SIGNS_SEEN:
        return _("Seen by {who}. The duty is theirs and cannot be passed on.").format(who=found.by)
    return _("Disclosed to {who}. The duty is theirs and cannot be passed on.").format(who=found.by)
