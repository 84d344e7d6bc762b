"""Which deadlines a contact with the police begins and ends: the incident number, the call back,
the mandatory report, and the reasons for a report that waits."""

from datetime import datetime

from sgdesk.domain.answers import Nation
from sgdesk.domain.call import Call
from sgdesk.domain.concern import Concern, ConcernDraft
from sgdesk.domain.flows.discovery import discovery, is_among
from sgdesk.domain.flows.fgm import FgmAnswer
from sgdesk.domain.flows.police import is_same_name
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.police import (
    NewsKind,
    PoliceContact,
    PoliceNews,
    is_confirmed,
    is_relied_on,
)
from sgdesk.domain.sharing.team import rang_same_team
from sgdesk.errors import UserError
from sgdesk.ids import ConcernId, DraftId
from sgdesk.services import dues
from sgdesk.services.context import Context
from sgdesk.services.drafts import opened
from sgdesk.services.police_case import CLOCKS, fgm_answer_of, is_theirs, registrants
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_moment

_NUMBER = "DL-POLICE-REF"
_CALL_BACK = "DL-POLICE-CALLBACK"
_REPORT = (*CLOCKS, "DL-FGM-DELAY-ADVICE")


def after_contact(unit: Unit, context: Context, contact: PoliceContact) -> None:
    """The police were told of a concern: a number that was not given is asked for, a promised
    call is waited for, and a mandatory report that is confirmed ends its clocks."""
    if contact.concern_id is None:
        return
    _end_report(unit, context, contact)
    if not contact.incident_number.strip() and not is_relied_on(contact):
        ask_for_number(unit, context, contact.concern_id, contact.id, contact.started_at)
    if contact.call_back_at is not None:
        _make(
            unit, context, Trigger.POLICE_CALL_PROMISED, contact.concern_id, contact.call_back_at,
            contact.id, _("They promised to call at {when}.").format(
                when=read_moment(contact.call_back_at)
            ),
        )  # fmt: skip


def after_police_call(unit: Unit, context: Context, call: Call, ended_at: datetime) -> None:
    """A call to the police outside their own form: its number ends what waits for a number of the
    same force, and of no other; without one it is asked for."""
    concern_id = call.concern_id
    if concern_id is None:
        return
    calls = unit.calls.of_concern(concern_id)
    same: set[str] = {one.id for one in calls if rang_same_team(one, call)}
    same |= {
        one.id
        for one in unit.police.of_concern(concern_id)
        if is_same_name(one.force, call.agency_name)
    }
    waiting = [one for one in dues.open_of(unit, concern_id) if one.rule == _NUMBER]
    if call.reference.strip():
        because = _("The incident number is known.")
        for about in same:
            dues.close_all(unit, context, concern_id, _NUMBER, because, about)
    elif not any(one.about in same for one in waiting):
        ask_for_number(unit, context, concern_id, call.id, ended_at)


def after_news(unit: Unit, context: Context, contact: PoliceContact, news: PoliceNews) -> None:
    """Something came later: a number or a call ends what waited for it, and the reporter's own
    word ends the clocks of the report."""
    if contact.concern_id is None:
        return
    if news.kind is NewsKind.CONFIRMED:
        _end_report(unit, context, contact)
    if news.kind is NewsKind.INCIDENT_NUMBER:
        because = _("The incident number is known.")
        dues.close_all(unit, context, contact.concern_id, _NUMBER, because, contact.id)
    if news.kind is NewsKind.CALLED_BACK:
        because = _("They called back.")
        dues.close_all(unit, context, contact.concern_id, _CALL_BACK, because, contact.id)


def after_attaching(unit: Unit, context: Context, contact: PoliceContact, concern: Concern) -> None:
    """A contact was put to its concern later: what it waits for counts from the contact, and what
    came meanwhile has ended it.

    Raises UserError for a report of somebody who was not told and did not see (LAW 6).
    """
    if contact.fgm is not None:
        after_signing(unit, context, concern)
    after_contact(unit, context, contact)
    for news in unit.police.news(contact.id):
        after_news(unit, context, contact, news)


def after_signing(unit: Unit, context: Context, concern: Concern) -> None:
    """A report that was made while the record was still being written has ended its clocks.

    Raises UserError where the signed record would say that another person was told: a report is
    nobody's who was not (LAW 6).
    """
    names = tuple(one.name for one in registrants(unit, concern))
    for contact in unit.police.of_concern(concern.id):
        report = contact.fgm
        if report is not None and not is_among(report.reporter, names):
            raise UserError(
                _(
                    "{name} is recorded as the one who reported to the police, but by this record"
                    " was not told and did not see. Write who was told, or saw."
                ).format(name=report.reporter)
            )
        _end_report(unit, context, contact)


def after_amending(unit: Unit, context: Context, concern: Concern) -> None:
    """A report that by the amended record is not that of whoever was told ended nothing: theirs is
    due again, by the same clocks. One that is theirs by it, and confirmed, has ended them."""
    made = [one for one in unit.police.of_concern(concern.id) if one.fgm is not None]
    theirs = [one for one in made if is_theirs(unit, concern, one)]
    for contact in theirs:
        _end_report(unit, context, contact)
    if theirs or not made:
        return
    if fgm_answer_of(concern) is FgmAnswer.DUTY and not is_report_open(unit, concern.id):
        at = discovery(concern).at or concern.signed_at or context.clock.now()
        told = _("What was reported before was not the report of whoever was told or saw.")
        _make(unit, context, Trigger.FGM_DISCOVERED, concern.id, at, concern.id, told)


def is_report_open(unit: Unit, concern_id: ConcernId) -> bool:
    """Return whether a mandatory report is still due."""
    return any(one.rule in CLOCKS for one in dues.open_of(unit, concern_id))


def ask_for_number(
    unit: Unit, context: Context, concern_id: ConcernId, about: str, told_at: datetime
) -> None:
    """The police were told and gave no incident number: it is asked for the same day."""
    told = _("Told the police {when}; no incident number yet.").format(when=read_moment(told_at))
    _make(unit, context, Trigger.POLICE_TOLD, concern_id, told_at, about, told)


def after_delay(unit: Unit, context: Context, concern: Concern, because: str) -> None:
    """The personal report of FGM waits in an exceptional case: advice is taken the same day, and
    each day it is looked at again. No deadline of the report itself moves."""
    now = context.clock.now()
    _make(unit, context, Trigger.FGM_REPORT_DELAYED, concern.id, now, concern.id, because)


def _make(
    unit: Unit,
    context: Context,
    trigger: Trigger,
    concern_id: ConcernId,
    at: datetime,
    about: str,
    detail: str,
) -> None:
    nation = _nation(unit, concern_id)
    dues.make(unit, context, trigger, concern_id, nation, at, about=about, detail=detail)


def _nation(unit: Unit, concern_id: ConcernId) -> Nation:
    concern = unit.concerns.get(concern_id)
    if concern is not None:
        return concern.urgency.nation
    draft = unit.drafts.get(DraftId(concern_id))
    return opened(draft, ConcernDraft).draft.urgency.nation if draft else unit.practice.get().nation


def _end_report(unit: Unit, context: Context, contact: PoliceContact) -> None:
    """End the clocks of a mandatory report. The duty is personal: what somebody else wrote down
    ends nothing until the reporter has confirmed it (LAW 6)."""
    report, concern_id = contact.fgm, contact.concern_id
    if report is None or concern_id is None:
        return
    concern = unit.concerns.get(concern_id)
    if concern is None or not is_theirs(unit, concern, contact):
        return
    if not is_confirmed(contact, unit.police.news(contact.id)):
        return
    because = _("Reported to the police by {who}.").format(who=report.reporter)
    if report.earlier_reference.strip():
        because = _("Another of the same profession has reported it.")
    for rule in _REPORT:
        dues.close_all(unit, context, concern_id, rule, because)
