"""A call from its first key to the value it becomes."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.answers import YesNo
from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.call import Call, CallDraft, CallKind, CallResult, PortalFailure, is_call_back
from sgdesk.domain.flows.engine import Problem, found
from sgdesk.domain.identity import past_problem
from sgdesk.ids import CallId, ConcernId
from sgdesk.text import _, from_london, to_london


def new_draft(id: CallId, kind: CallKind, concern_id: ConcernId | None, now: datetime) -> CallDraft:
    """Return the draft of a call of today that has not begun. Advice is asked without names, unless
    told."""
    draft = CallDraft(id=id, kind=kind, concern_id=concern_id)
    if kind is CallKind.CONSULTATION:
        draft.names_given = YesNo.NO
    draft.day = to_london(now).date()
    return draft


def begin_now(draft: CallDraft, now: datetime) -> None:
    """Note that a call begins at this moment, and has not ended."""
    local = to_london(now)
    draft.day, draft.day_typed = local.date(), ""
    draft.started, draft.started_typed = local.time().replace(second=0, microsecond=0), ""
    draft.ended, draft.ended_typed = None, ""
    draft.begun_at, draft.over_at = now, None


def only_front_door(agencies: Sequence[Agency]) -> str:
    """Return the id of the one team that takes referrals of children; nothing when several do."""
    found = [one.id for one in agencies if one.kind == "children-social-care"]
    return found[0] if len(found) == 1 else ""


def began(draft: CallDraft) -> datetime | None:
    """Return when the call began, as it is typed."""
    return _moment(draft.day, draft.started)


def ended(draft: CallDraft) -> datetime | None:
    """Return when it ended; one that began late in the evening may end after midnight."""
    return _moment(_last_day(draft), draft.ended)


def fill_failure(draft: CallDraft, failed: PortalFailure | None, now: datetime) -> None:
    """Begin with what failed: as it was recorded, or else now."""
    at = to_london(failed.at if failed else now)
    draft.failed_on, draft.failed_at = at.date(), at.time().replace(second=0, microsecond=0)
    if failed is not None:
        draft.failure, draft.failed_message = failed.failure, failed.message
        draft.failed_account = failed.account


def is_filled_in(draft: CallDraft, failed: PortalFailure | None) -> bool:
    """Return whether the draft tells of just this failure, to the minute, and of no other."""
    typed = _failed(draft)
    if typed is None or failed is None:
        return False
    return typed == msgspec.structs.replace(failed, at=failed.at.replace(second=0, microsecond=0))


def refill_failure(draft: CallDraft, failed: PortalFailure | None, now: datetime) -> None:
    """Tell of another team's failure instead, or of none."""
    draft.portal_down = failed is not None
    if failed is not None:
        fill_failure(draft, failed, now)
        return
    draft.failed_on = draft.failed_at = draft.failure = None
    draft.failed_on_typed = draft.failed_at_typed = ""
    draft.failed_message = draft.failed_account = ""


def as_call(draft: CallDraft, agency: Agency | None, called_by: str) -> Call:
    """Return the call that a draft describes."""
    same = {field: getattr(draft, field) for field in _SAME}
    return Call(
        **same,
        concern_id=draft.concern_id or None,
        agency_id=agency.id if agency else None,
        agency_name=agency.name if agency else draft.agency_name,
        started_at=began(draft),
        ended_at=ended(draft),
        called_by=called_by,
        tries=tuple(draft.tries),
        failed=_failed(draft),
        **_about_it(draft),
    )


def draft_problems(draft: CallDraft, now: datetime) -> list[Problem]:
    """Return what must be put right before the call can be recorded."""
    today = to_london(now).date()
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
        ("started", _not_yet(began(draft), today, now)),
        ("ended", _ends_before(draft)),
        *_back_checks(draft),
    ]
    if draft.portal_down:
        checks += _failure_checks(draft, now)
    if draft.kind is CallKind.CONSULTATION and draft.followed is YesNo.NO:
        because = draft.not_followed_because.strip()
        checks.append(
            ("not_followed_because", None if because else _("Write why it was not followed."))
        )
    checks += [
        (field, too_long(getattr(draft, field), TEXT if field in _LONG else LINE))
        for field in (*_LONG, *_SHORT)
    ]
    return found("", "", checks)


_LONG = ("told", "advice", "agreed", "family_to_be_told", "happened", "failed_message",
         "not_followed_because")  # fmt: skip
_SHORT = (
    "agency_name", "number", "spoke_to", "role", "team", "reference", "about", "where_now",
    "failed_account", "call_back_number",
)  # fmt: skip
_SAME = (
    "id", "kind", "number", "result", "spoke_to", "role", "team", "reference",
    "told", "advice", "agreed", "family_to_be_told", "written_hours_said",
    "written_hours_said_typed", "read_back", "queue_minutes", "call_back_number", "decision",
    "said",
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


def _about_it(draft: CallDraft) -> dict[str, Any]:
    """Return the answers of questions that are asked of this call only."""
    # What was typed before its concern was chosen stands nowhere else, and is kept.
    fields = ["about", "where_now", "happened"]
    promised = is_call_back(draft.result, draft.decision)
    back_at = _moment(draft.call_back_on, draft.call_back) if promised else None
    if draft.kind is CallKind.CONSULTATION:
        fields += ["names_given", "followed"]
        if draft.followed is YesNo.NO:
            fields.append("not_followed_because")
    answers = {field: getattr(draft, field) for field in fields}
    return answers | {"call_back_at": back_at}


def _failed(draft: CallDraft) -> PortalFailure | None:
    at = _moment(draft.failed_on, draft.failed_at)
    if not draft.portal_down or draft.failure is None or at is None:
        return None
    return PortalFailure(
        at=at, failure=draft.failure, message=draft.failed_message, account=draft.failed_account
    )


def _back_checks(draft: CallDraft) -> list[tuple[str, str | None]]:
    """A promise to ring back is kept with its day and its time, or it would be in no record."""
    day, clock_time = draft.call_back_on is not None, draft.call_back is not None
    if not is_call_back(draft.result, draft.decision) or day == clock_time:
        return []
    if day:
        return [("call_back", _("Write at what time they ring back, such as 10:05."))]
    return [("call_back_on", _("Write the day on which they call back."))]


def _not_yet(at: datetime | None, today: date, now: datetime) -> str | None:
    """Refuse a time of this day that has not come; another day is refused at its own field."""
    if at is None or at <= now or to_london(at).date() > today:
        return None
    return _("It is not that late yet. Check the time.")


def _ends_before(draft: CallDraft) -> str | None:
    start, end = began(draft), ended(draft)
    if start is None or end is None or end >= start:
        return None
    return _("The call ends before it starts. Check both times.")


def _failure_checks(draft: CallDraft, now: datetime) -> list[tuple[str, str | None]]:
    today = to_london(now).date()
    failed_at = _moment(draft.failed_on, draft.failed_at)
    return [
        ("failed_on", None if draft.failed_on else _("Write the day on which it failed.")),
        ("failed_on", past_problem(draft.failed_on, today)),
        ("failed_at", None if draft.failed_at else _("Write when it failed, such as 10:02.")),
        ("failed_at", _not_yet(failed_at, today, now)),
        ("failure", None if draft.failure else _("Choose why it failed.")),
    ]
