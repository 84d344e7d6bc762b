"""Which deadlines begin while a concern is recorded, when it is signed, and when it is amended."""

from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from sgdesk.domain.ages import born_between
from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.call import CallKind, CallResult
from sgdesk.domain.concern import Concern, ConcernDraft, FgmScreen, Urgency
from sgdesk.domain.due import Due
from sgdesk.domain.flows.branches import rings_at_once
from sgdesk.domain.flows.discovery import Discovery, discovery
from sgdesk.domain.flows.fgm import FgmAnswer, fgm_answer
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.people import Person, PersonKind, age_on
from sgdesk.services import dues, police_dues, referral_dues
from sgdesk.services.context import Context
from sgdesk.store.unit import Unit
from sgdesk.text import _, to_london

IMMEDIATE = "DL-REF-IMMEDIATE"
_EMERGENCY = "DL-EMERG-COMPLETE"
_ADULT_FROM = 18
# A decision takes these over: that none hangs on the record does not mean that none was made.
_GO_OVER = (Trigger.CONCERN_RECOGNISED, Trigger.LOGGED)


class _Start(msgspec.Struct, frozen=True):
    """What the record says that starts a clock, and since when."""

    trigger: Trigger
    nation: Nation
    at: datetime
    detail: str = ""
    person: PersonKind | None = None


def after_danger(unit: Unit, context: Context, draft: ConcernDraft) -> None:
    """Once social care is to be telephoned first: ring the duty team; and where somebody is said
    to be in danger now, complete the record."""
    now, urgency = context.clock.now(), draft.urgency
    guidance = dues.guidance_of(context, urgency.nation)
    # What ended with the concern, begun by mistake, was dealt with by nobody: it is open again.
    closings = {one.because for one in unit.closings.of_concern(draft.id)}
    every = [one for one in unit.dues.of_concern(draft.id) if one.closed_because not in closings]
    for rules, trigger in _urgent(urgency):
        here = {rule.id for rule in guidance.rules_for(trigger)}
        of_it = [due for due in every if due.rule.startswith(rules)]
        begun = [due for due in of_it if not is_withdrawn(due)]
        # What began while the draft named another nation goes by this one's rule, unless somebody
        # dealt with it; and it goes on from when it began: to put the nation right is no new start.
        if all(due.rule not in here and not due.closed_at for due in begun):
            at = min((due.made_at for due in of_it if _goes_on(due)), default=now)
            dues.close_all(unit, context, draft.id, rules, _reckoned_anew())
            dues.make(unit, context, trigger, draft.id, urgency.nation, at, about=draft.id)


def after_signing(unit: Unit, context: Context, concern: Concern) -> None:
    """Start what the record makes due, and end what only its being unfinished made due."""
    dues.close_all(unit, context, concern.id, _EMERGENCY, _("The record is complete and signed."))
    if not rings_at_once(concern.urgency):
        dues.close_all(unit, context, concern.id, IMMEDIATE, _no_danger())
    for start in _starts(concern, context.clock.now()):
        is_decided = start.trigger is Trigger.CONCERN_RECOGNISED and _is_telephoned(unit, concern)
        if start.trigger is not Trigger.HARM_LIKELY and not is_decided:
            for due in _worked_out(context, concern, start):
                unit.dues.add(due)
    police_dues.after_signing(unit, context, concern)


def after_amending(unit: Unit, context: Context, before: Concern, after: Concern) -> None:
    """Work out anew what an amended record makes due.

    What no longer holds is closed, and says so. What holds now begins when it would have begun;
    what somebody dealt with stays dealt with, and nothing is there twice.
    """
    now = context.clock.now()
    old = {start.trigger: start for start in _starts(before, now)}
    new = {start.trigger: start for start in _starts(after, now)}
    for trigger in old | new:
        was, holds = old.get(trigger), new.get(trigger)
        if was != holds:
            begins = _end(unit, context, after, was, still_holds=holds is not None)
            if holds is not None:
                _begin(unit, context, after, holds, begins=begins)
    police_dues.after_amending(unit, context, after)


def after_reopening(unit: Unit, context: Context, concern: Concern) -> None:
    """Start anew what is urgent about a record that is not signed, and was closed meanwhile."""
    urgency = concern.urgency
    for _rules, trigger in _urgent(urgency):
        now = context.clock.now()
        dues.make(unit, context, trigger, concern.id, urgency.nation, now, about=concern.id)


def is_withdrawn(due: Due) -> bool:
    """Return whether a due was closed because of what the record said, not because of a deed."""
    return due.closed_because in (_no_longer(), _reckoned_anew(), _no_danger())


def _urgent(urgency: Urgency) -> Iterator[tuple[str, Trigger]]:
    """Yield what is due before a record is signed: how its rules begin, and what starts them."""
    if rings_at_once(urgency):
        yield IMMEDIATE, Trigger.HARM_LIKELY
    if urgency.immediate_danger is YesNo.YES:
        yield _EMERGENCY, Trigger.EMERGENCY_USED


def _starts(concern: Concern, now: datetime) -> Iterator[_Start]:
    urgency, nation = concern.urgency, concern.urgency.nation
    signed_at = concern.signed_at or now
    signed_on = to_london(signed_at).date()
    found = discovery(concern)
    at = found.at if found.at is not None and found.at <= now else signed_at
    if _has_fgm_duty(concern, to_london(at).date()):
        yield _Start(Trigger.FGM_DISCOVERED, nation, at, _duty_of(found, urgency.fgm))
    if urgency.about_colleague is YesNo.YES and _is_child(concern.person, signed_on):
        yield _Start(Trigger.ALLEGATION_KNOWN, nation, concern.opened_at)
    if urgency.sexual_abuse is YesNo.YES and _is_child(concern.person, signed_on):
        yield _Start(Trigger.ABUSE_DUTY, nation, concern.opened_at)
    if rings_at_once(urgency):
        yield _Start(Trigger.HARM_LIKELY, nation, concern.opened_at)
    detail = _("Recorded; not decided yet.")
    kind = concern.person.kind
    yield _Start(Trigger.CONCERN_RECOGNISED, nation, concern.opened_at, detail, kind)
    yield _Start(Trigger.LOGGED, nation, concern.opened_at, _noted_where())


def _end(
    unit: Unit, context: Context, concern: Concern, was: _Start | None, *, still_holds: bool
) -> bool:
    """Close what was due by the record as it was; return whether nobody had dealt with it."""
    if was is None:
        return True
    rules = {rule.id for rule in dues.guidance_of(context, was.nation).rules_for(was.trigger)}
    of_it = [due for due in _of_record(unit, concern) if due.rule in rules]
    meant = {due.id for due in of_it}
    because = _reckoned_anew() if still_holds else _no_longer()
    ended = dues.close_those(unit, context, concern.id, because, lambda due: due.id in meant)
    # Where the nation that was named has no such rule, there was nothing to take over.
    is_open = not rules and not _is_decided(unit, concern)
    never_made = not of_it and (is_open or was.trigger not in _GO_OVER)
    return bool(ended) or never_made


def _begin(unit: Unit, context: Context, concern: Concern, start: _Start, *, begins: bool) -> None:
    of_record = _of_record(unit, concern)
    for due in _worked_out(context, concern, start):
        same = [one for one in of_record if one.rule == due.rule]
        is_there = any(one.closed_at is None or not is_withdrawn(one) for one in same)
        if not is_there and (begins or same):
            unit.dues.add(due)


def _of_record(unit: Unit, concern: Concern) -> list[Due]:
    return [due for due in unit.dues.of_concern(concern.id) if due.about == concern.id]


def _goes_on(due: Due) -> bool:
    """Return whether what made this due still does: it is open, or another took its place."""
    return due.closed_at is None or due.closed_because == _reckoned_anew()


def _worked_out(context: Context, concern: Concern, start: _Start) -> list[Due]:
    return dues.worked_out_dues(
        context, start.trigger, concern.id, start.nation, start.at,
        about=concern.id, detail=start.detail, person=start.person,
    )  # fmt: skip


def _is_child(person: Person, day: date) -> bool:
    """Return whether somebody was under 18 on a day; in doubt, one who is called a child was."""
    if person.kind is PersonKind.UNBORN:
        return True
    if person.born is not None and not person.born_estimated:
        return age_on(person.born, day) < _ADULT_FROM
    between = born_between(person.born_typed, day)
    is_adult = between is not None and age_on(between.last, day) >= _ADULT_FROM
    return person.kind is PersonKind.CHILD and not is_adult


def _has_fgm_duty(concern: Concern, day: date) -> bool:
    person = concern.person
    if person.kind is not PersonKind.UNBORN:
        kind = PersonKind.CHILD if _is_child(person, day) else PersonKind.ADULT
        person = msgspec.structs.replace(person, kind=kind)
    return fgm_answer(concern.urgency, person, day) is FgmAnswer.DUTY


def _is_decided(unit: Unit, concern: Concern) -> bool:
    return bool(unit.sharings.of_concern(concern.id)) or _is_telephoned(unit, concern)


def _is_telephoned(unit: Unit, concern: Concern) -> bool:
    return any(
        call.kind is CallKind.REFERRAL
        and call.result is CallResult.ANSWERED
        and referral_dues.reached_front_door(unit, call)
        for call in unit.calls.of_concern(concern.id)
    )


def _duty_of(found: Discovery, screen: FgmScreen | None) -> str:
    if not found.by:
        return _("The duty belongs to whoever was told or saw, and cannot be passed on.")
    if screen is FgmScreen.SIGNS_SEEN:
        return _("Seen by {who}. The duty is theirs and cannot be passed on.").format(who=found.by)
    return _("Disclosed to {who}. The duty is theirs and cannot be passed on.").format(who=found.by)


def _noted_where() -> str:
    return _("Once it is made, close this with who made it, and when. A decision asks for it too.")


def _no_danger() -> str:
    return _("Nobody is in immediate danger, the record says, and no baby has such a mark.")


def _no_longer() -> str:
    return _("The record was amended, and what made this due no longer holds.")


def _reckoned_anew() -> str:
    return _("The record was amended, and what made this due is worked out anew.")
