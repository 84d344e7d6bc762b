"""A call from its first key to the value it becomes."""

from datetime import date, datetime, time, timedelta

from sgdesk.domain.agency import Agency
from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.call import Call, CallDraft, CallKind, CallResult
from sgdesk.domain.flows.engine import Problem, found
from sgdesk.domain.identity import past_problem
from sgdesk.ids import CallId, ConcernId
from sgdesk.text import _, from_london, to_london


def new_draft(id: CallId, kind: CallKind, concern_id: ConcernId | None, now: datetime) -> CallDraft:
    """Return the draft of a call that starts now."""
    local = to_london(now)
    started = local.time().replace(second=0, microsecond=0)
    return CallDraft(id=id, kind=kind, concern_id=concern_id, day=local.date(), started=started)


def as_call(draft: CallDraft, agency: Agency | None, called_by: str) -> Call:
    """Return the call that a draft describes."""
    same = {field: getattr(draft, field) for field in _SAME}
    return Call(
        **same,
        agency_id=agency.id if agency else None,
        agency_name=agency.name if agency else draft.agency_name,
        started_at=_moment(draft.day, draft.started),
        ended_at=_moment(_last_day(draft), draft.ended),
        called_by=called_by,
    )


def draft_problems(draft: CallDraft, today: date) -> list[Problem]:
    """Return what must be put right before the call can be recorded."""
    answered = draft.result is CallResult.ANSWERED
    checks = [
        (
            "agency_name",
            None if draft.agency_id or draft.agency_name.strip() else _("Say whom you rang."),
        ),
        (
            "spoke_to",
            None
            if draft.spoke_to.strip() or not answered
            else _("Write who you spoke to, or what they called themselves."),
        ),
        ("day", None if draft.day else _("Write the day of the call.")),
        ("day", past_problem(draft.day, today)),
        ("started", None if draft.started else _("Write when the call began, such as 10:05.")),
    ]
    checks += [
        (field, too_long(getattr(draft, field), TEXT if field in _LONG else LINE))
        for field in (*_LONG, "agency_name", "number", "spoke_to", "role", "team", "reference")
    ]
    return found("", "", checks)


_LONG = ("told", "advice", "agreed", "family_to_be_told")
_SAME = (
    "id", "concern_id", "kind", "number", "result", "spoke_to", "role", "team", "reference",
    "told", "advice", "agreed", "family_to_be_told", "written_hours_said",
    "written_hours_said_typed", "read_back",
)  # fmt: skip
_LATE = time(22)


def _last_day(draft: CallDraft) -> date | None:
    """A call that began late in the evening may end after midnight."""
    day, started, ended = draft.day, draft.started, draft.ended
    if day and started and ended and ended < started and started >= _LATE:
        return day + timedelta(days=1)
    return day


def _moment(day: date | None, clock_time: time | None) -> datetime | None:
    return from_london(day, clock_time) if day and clock_time else None
