"""The team that is rung: chosen, its number of this hour, and whether it fits another concern."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sgdesk.domain.agency import Agency
from sgdesk.domain.call import CallDraft, CallKind, PortalFailure
from sgdesk.services.call_case import CallCase
from sgdesk.services.views import RightNumber
from sgdesk.text import _
from ui.call.call_draft import is_filled_in, refill_failure


def take_team(draft: CallDraft, numbers: Mapping[str, RightNumber], agency_id: str) -> None:
    """Write a team of the directory into the draft, with the number that is right now; without
    one, no number of the directory stays behind."""
    draft.agency_id = agency_id
    if agency_id in numbers:
        draft.number = numbers[agency_id].number
    elif draft.number in {one.number for one in numbers.values()}:
        draft.number = ""


def take_number(draft: CallDraft, case: CallCase, agencies: Sequence[Agency]) -> None:
    """Write in the number on which they were rung before, where it is not one of the directory's:
    of those, the one that is right now stays."""
    team = next((one for one in agencies if str(one.id) == draft.agency_id), None)
    listed = (team.phone, team.phone_out_of_hours) if team is not None else ()
    if case.number and case.number not in listed:
        draft.number = case.number


def refit(
    draft: CallDraft,
    case: CallCase,
    agencies: Sequence[Agency],
    numbers: Mapping[str, RightNumber],
) -> str:
    """Keep the team that was chosen if it is one to ring about this concern, else take it out.

    Where none is chosen, the one that is known is written in. Returns what was taken out and why,
    as a sentence, or nothing.
    """
    taken_out = case.unfit.get(draft.agency_id, "")
    name = named(agencies, draft.agency_id)
    if taken_out:
        draft.agency_id = draft.number = ""
    is_open = not draft.agency_id and not draft.agency_name.strip()
    if is_open and draft.kind is not CallKind.POLICE:
        draft.agency_name = case.agency_name
        take_team(draft, numbers, case.agency_id or "")
    if not taken_out:
        return ""
    text = _("{team} was taken out. {why} Choose whom you ring about this concern.")
    if draft.agency_id or draft.agency_name:
        text = _("{team} was taken out. {why} Look whether the team below is the right one.")
    return text.format(team=name, why=taken_out)


def follow_failure(
    draft: CallDraft, case: CallCase, before: PortalFailure | None, now: datetime
) -> PortalFailure | None:
    """Tell of the failure of the team that is rung now, where that of the one `before` was filled
    in; what was typed stays. Returns the failure that is known by now."""
    known = case.telling(draft.agency_id, draft.agency_name).failed
    if known != before and is_filled_in(draft, before):
        refill_failure(draft, known, now)
    return known


def named(agencies: Sequence[Agency], agency_id: str) -> str:
    """Return the name of a team of the directory, or nothing."""
    return next((one.name for one in agencies if str(one.id) == agency_id), "")
