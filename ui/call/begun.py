"""What a call begins with: what one came for, and what the store knows of it by then."""

from collections.abc import Sequence
from dataclasses import dataclass

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import Agency
from sgdesk.domain.call import CallDraft, CallKind
from sgdesk.ids import CallId, ConcernId, DraftId, new_id
from sgdesk.services.call_case import CallCase
from sgdesk.services.views import ConcernRow, RightNumber
from sgdesk.text import _
from ui.call.call_draft import fill_failure, new_draft, only_front_door
from ui.call.team_chosen import take_number, take_team

PORTAL_DOWN = "portal-down"


@dataclass(frozen=True, slots=True)
class CameFor:
    """Why the page was opened; `about` is the id of an earlier call or of a decision whose team is
    to be rung."""

    kind: CallKind = CallKind.REFERRAL
    concern_id: ConcernId | None = None
    about: str = ""
    portal_down: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is read from the store before the form opens."""

    agencies: Sequence[Agency]
    numbers: dict[str, RightNumber]
    concerns: Sequence[ConcernRow]
    case: CallCase


def came_for(kind: str, concern_id: str, about: str) -> CameFor:
    """Return why the page is opened; each may be empty, and the kind that a portal is down."""
    is_down = kind == PORTAL_DOWN
    named = CallKind(kind) if kind and not is_down else CallKind.REFERRAL
    return CameFor(named, ConcernId(concern_id) if concern_id else None, about, is_down)


def gather(desk: Desk, why: CameFor, to_open: DraftId | None) -> Gathered:
    """Return the directory with the numbers of this hour, the concerns, and the case."""
    agencies = desk.agencies.list()
    numbers = {str(one.id): desk.agencies.right_number(one) for one in agencies}
    if to_open:
        case = desk.calls.case(desk.calls.open_draft(to_open).draft.concern_id)
    else:
        case = desk.calls.case(why.concern_id, why.about)
    return Gathered(agencies, numbers, desk.concerns.newest(), case)


def first_draft(desk: Desk, why: CameFor, gathered: Gathered) -> CallDraft:
    """Return a call that has not begun yet, with the team and the failure that are known."""
    now, case = desk.clock.now(), gathered.case
    draft = new_draft(CallId(new_id()), why.kind, why.concern_id, now)
    team = str(case.agency_id or "")
    if why.portal_down and not case.agency_name:
        team = team or only_front_door(gathered.agencies)
    if why.kind is not CallKind.POLICE:
        draft.agency_name = case.agency_name
        take_team(draft, gathered.numbers, team)
        take_number(draft, case, gathered.agencies)
    known = case.telling(draft.agency_id, draft.agency_name)
    failed = known.failed if why.kind is CallKind.REFERRAL else None
    if why.portal_down or failed is not None:
        draft.portal_down = True
        fill_failure(draft, failed, now)
    return draft


def title_for(why: CameFor) -> str:
    """Return what the page is called: what one came for."""
    if why.portal_down:
        return _("A portal is down: ring them")
    titles = {
        CallKind.CONSULTATION: _("Ask for advice by telephone"),
        CallKind.CHASE: _("Chase by telephone"),
        CallKind.EMERGENCY: _("Log an emergency call"),
    }
    return titles.get(why.kind, _("Log a call"))
