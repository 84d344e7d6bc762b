"""A contact with the police from its first key to the value it becomes (LAW 6 and 7)."""

from datetime import date, datetime, time, timedelta

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.flows.engine import Problem, found
from sgdesk.domain.flows.fgm import FgmAnswer
from sgdesk.domain.identity import date_problem, past_problem, time_problem
from sgdesk.domain.police import FgmReport, PoliceContact, PoliceDraft, PoliceReason
from sgdesk.text import _, from_london, to_london

_LATE = time(22)
_LONG = (
    "why", "told", "documents", "response", "advice_evidence", "advice_family", "others_told",
    "force_because", "delay_because", "others_at_risk",
)  # fmt: skip
_SHORT = (
    "force", "unit", "call_taker", "rank", "collar", "incident_number", "crime_number", "by",
    "profession", "registration", "earlier_reference", "earlier_by", "earlier_profession",
)  # fmt: skip
_REPORT = (
    "reporter", "profession", "registration", "delay_because", "earlier_reference", "earlier_by",
    "earlier_profession", "social_care_told", "others_at_risk", "family_knows",
)  # fmt: skip
_SAME = (
    "id", "concern_id", "why", "force", "force_because", "unit", "call_taker", "rank", "collar",
    "told", "documents", "response", "crime_number", "crime_on", "advice_evidence",
    "advice_family", "others_told", "call_back_by", "next_contact_on", "read_back",
)  # fmt: skip
Checks = list[tuple[str, str | None]]


def police_problems(
    draft: PoliceDraft,
    now: datetime,
    reporters: tuple[str, ...] = (),
    answer: FgmAnswer = FgmAnswer.NOT_RAISED,
) -> list[Problem]:
    """Return what must be put right before the contact can be recorded.

    `reporters` are the only people whose mandatory report this can be, and `answer` whether there
    is a duty to make one (LAW 6).
    """
    checks = _needed(draft) + _moments(draft, now) + _number(draft)
    if draft.reason is PoliceReason.FGM:
        checks += _report(draft, reporters, answer)
    checks += [(field, too_long(getattr(draft, field), TEXT)) for field in _LONG]
    checks += [(field, too_long(getattr(draft, field), LINE)) for field in _SHORT]
    return found("", "", checks)


def as_contact(draft: PoliceDraft, now: datetime, recorded_by: str) -> PoliceContact:
    """Return the contact that a draft describes; the answers of a question that is not asked any
    more are left out. Raises ValueError for a draft that has problems."""
    started = _moment(draft.day, draft.started)
    if draft.reason is None or draft.way is None or started is None:
        raise ValueError("a draft with problems")
    given, is_report = draft.number_given is YesNo.YES, draft.reason is PoliceReason.FGM
    return PoliceContact(
        **{field: getattr(draft, field) for field in _SAME},
        reason=draft.reason,
        way=draft.way,
        started_at=started,
        ended_at=_moment(_last_day(draft), draft.ended),
        incident_number=draft.incident_number if given else "",
        incident_on=draft.incident_on if given else None,
        asked_at=None if given else _moment(_day_of(draft, draft.asked), draft.asked),
        call_back_at=_moment(draft.call_back_on, draft.call_back or time()),
        fgm=FgmReport(**{name: getattr(draft, name) for name in _REPORT}) if is_report else None,
        by=draft.reporter if is_report else draft.by,
        recorded_at=now,
        recorded_by=recorded_by,
    )


def is_same_name(one: str, other: str) -> bool:
    """Return whether two names or professions are the same words, and not empty."""
    bare = " ".join(one.split()).casefold()
    return bool(bare) and bare == " ".join(other.split()).casefold()


def new_draft(draft: PoliceDraft, now: datetime, force: str) -> PoliceDraft:
    """Return the draft with what is known before the first word: the time, and the force."""
    local = to_london(now)
    started = local.time().replace(second=0, microsecond=0)
    return msgspec.structs.replace(draft, day=local.date(), started=started, force=force)


def _needed(draft: PoliceDraft) -> Checks:
    is_report = draft.reason is PoliceReason.FGM  # made by nobody but its reporter
    return [
        ("reason", None if draft.reason else _("Say why the police are told.")),
        ("way", None if draft.way else _("Say how they were reached.")),
        ("force", _written(draft.force, _("Write which police force it was."))),
        ("by", None if is_report else _written(draft.by, _("Write who spoke to them."))),
        ("told", _written(draft.told, _("Write what they were told."))),
    ]


def _moments(draft: PoliceDraft, now: datetime) -> Checks:
    today = to_london(now).date()
    start = _moment(draft.day, draft.started)
    future = _("This lies in the future. Check the day and the time.")
    return [
        ("day", date_problem(draft.day, draft.day_typed)),
        ("day", None if draft.day or draft.day_typed else _("Write the day of the contact.")),
        ("day", past_problem(draft.day, today)),
        ("started", time_problem(draft.started, draft.started_typed)),
        (
            "started",
            None
            if draft.started or draft.started_typed
            else _("Write when it began, such as 10:05."),
        ),
        ("started", future if start is not None and start > now else None),
        ("ended", time_problem(draft.ended, draft.ended_typed)),
        ("ended", _ends_before(draft)),
        ("call_back_on", date_problem(draft.call_back_on, draft.call_back_on_typed)),
        ("call_back_on", _call_back_day(draft)),
        ("call_back", time_problem(draft.call_back, draft.call_back_typed)),
        ("next_contact_on", date_problem(draft.next_contact_on, draft.next_contact_on_typed)),
        ("crime_on", date_problem(draft.crime_on, draft.crime_on_typed)),
        ("crime_on", past_problem(draft.crime_on, today)),
        ("incident_on", date_problem(draft.incident_on, draft.incident_on_typed)),
        ("incident_on", past_problem(draft.incident_on, today)),
    ]


def _number(draft: PoliceDraft) -> Checks:
    if draft.number_given is YesNo.YES:
        day = _("Write the date of the number. A serial number alone is found by nobody.")
        has_day = draft.incident_on is not None or draft.incident_on_typed
        return [
            ("incident_number", _written(draft.incident_number, _("Write the incident number."))),
            ("incident_on", None if has_day else day),
        ]
    if draft.number_given is not None:
        asked = _("Ask for the incident number, and write when you asked.")
        return [
            ("asked", time_problem(draft.asked, draft.asked_typed)),
            ("asked", None if draft.asked or draft.asked_typed else asked),
        ]
    if draft.earlier_reference.strip() and draft.reason is PoliceReason.FGM:
        return []
    return [("number_given", _("Say whether they gave an incident number."))]


def _report(draft: PoliceDraft, reporters: tuple[str, ...], answer: FgmAnswer) -> Checks:
    if answer is not FgmAnswer.DUTY:
        none = _("The duty to report does not apply here. Choose another reason for this contact.")
        return [("reason", none)]
    who = None
    if not reporters:
        who = _("Write first, in the record, who was told or who saw: the report is theirs alone.")
    elif draft.reporter not in reporters:
        who = _("Choose who was told or who saw. Nobody else can make this report for them.")
    checks: Checks = [
        ("reporter", who),
        ("profession", _written(draft.profession, _("Write the reporter’s profession."))),
    ]
    if draft.earlier_reference.strip() and not is_same_name(
        draft.earlier_profession, draft.profession
    ):
        checks.append(
            (
                "earlier_profession",
                _("Only a report by somebody of the same profession can be relied on."),
            )
        )
    return checks


def _call_back_day(draft: PoliceDraft) -> str | None:
    if draft.call_back and not draft.call_back_on and not draft.call_back_on_typed:
        return _("Write the day on which they call back.")
    if draft.call_back_on and draft.day and draft.call_back_on < draft.day:
        return _("They cannot call back before this contact. Check the day.")
    return None


def _ends_before(draft: PoliceDraft) -> str | None:
    start, end = _moment(draft.day, draft.started), _moment(_last_day(draft), draft.ended)
    if start and end and end < start:
        return _("The contact ends before it starts. Check both times.")
    return None


def _last_day(draft: PoliceDraft) -> date | None:
    return _day_of(draft, draft.ended)


def _day_of(draft: PoliceDraft, clock_time: time | None) -> date | None:
    """Return the day of a later time: after a start late in the evening it may be the next."""
    day, started = draft.day, draft.started
    if day and started and clock_time and clock_time < started and started >= _LATE:
        return day + timedelta(days=1)
    return day


def _moment(day: date | None, clock_time: time | None) -> datetime | None:
    return from_london(day, clock_time) if day and clock_time is not None else None


def _written(text: str, sentence: str) -> str | None:
    return None if text.strip() else sentence
