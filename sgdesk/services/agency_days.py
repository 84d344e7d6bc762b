"""The days an agency names itself, beside the rules: in how many it answers, after how many it is
chased. Both are named on the due; the sooner holds where a rule has a day of its own."""

from datetime import datetime, time

from msgspec.structs import replace

from sgdesk.domain.agency import Agency
from sgdesk.domain.calendar import add_working_days, nation_name
from sgdesk.domain.concern import Concern
from sgdesk.domain.due import Due
from sgdesk.ids import DueId, SharingId, new_id
from sgdesk.text import _, from_london, read_date, read_moment, to_london

ANSWER_RULE, CHASE_RULE = "DL-ACK-AGENCY", "DL-ACK-CHASE-AGENCY"
_END_OF_DAY, _IN_THE_MORNING = time(17), time(10)
_FIRST = "DL-ACK-E"
_CHASE = "DL-ACK-CHASE-"
_FOR_ADULTS = "adult-social-care"


def with_answer_day(expected: list[Due], agency: Agency, due: Due, sent_at: datetime) -> list[Due]:
    """Return what is expected with the day on which the agency says it answers.

    `due` is an empty one of this sharing. No national text sets a day for an adult or, outside
    England, for a child: there their own day holds.
    """
    if not agency.acknowledge_days:
        return expected
    by = _by(sent_at, agency.acknowledge_days, agency, _END_OF_DAY)
    own = _told(due, ANSWER_RULE, _("Their acknowledgement"), by, agency.acknowledge_days, sent_at)
    own = replace(own, why=f"{own.why} {_in(agency)}")
    first = next((one for one in expected if one.rule == _FIRST), None)
    if first is None:
        return [own, *expected]
    if agency.kind == _FOR_ADULTS:
        later = [one for one in expected if one is not first and one.due_at > by]
        return [replace(own, id=first.id, rule=first.rule, title=first.title), *later]
    return [_sooner(one, own) if one is first else one for one in expected]


def with_chase_day(expected: list[Due], agency: Agency, due: Due, sent_at: datetime) -> list[Due]:
    """Return what is expected with the day on which the agency says to chase it."""
    if not agency.chase_days:
        return expected
    by = _by(sent_at, agency.chase_days, agency, _IN_THE_MORNING)
    title = _("Ring them: no acknowledgement yet")
    own = _told(due, CHASE_RULE, title, by, agency.chase_days, sent_at)
    chases = sorted(
        (one for one in expected if one.rule.startswith(_CHASE)), key=lambda one: one.due_at
    )
    if not chases:
        return [*expected, own]
    return [_sooner(one, own) if one is chases[0] else one for one in expected]


def empty_due(concern: Concern, sharing_id: SharingId, detail: str, now: datetime) -> Due:
    """Return a due of a sharing that has neither rule nor day yet."""
    return Due(
        id=DueId(""), concern_id=concern.id, rule="", title="", due_at=now, made_at=now,
        source="", about=sharing_id, detail=detail,
    )  # fmt: skip


def _by(sent_at: datetime, days: int, agency: Agency, clock_time: time) -> datetime:
    day = add_working_days(to_london(sent_at).date(), days, agency.nation)
    return from_london(day, clock_time)


def _told(due: Due, rule: str, title: str, by: datetime, days: int, sent_at: datetime) -> Due:
    source = _("What the agency says: 1 working day.")
    if days > 1:
        source = _("What the agency says: {days} working days.").format(days=days)
    why = _("Counted: {days} working days after {day}, until {when}.").format(
        days=days, day=read_date(to_london(sent_at).date()), when=read_moment(by)
    )
    return replace(
        due, id=DueId(new_id()), rule=rule, title=title, due_at=by, source=source, why=why
    )


def _in(agency: Agency) -> str:
    return _("Working days in {nation}.").format(nation=nation_name(agency.nation))


def _sooner(by_rule: Due, own: Due) -> Due:
    """Return the rule's due with both figures; the sooner of them holds."""
    both = _("So does the rule.")
    if own.due_at != by_rule.due_at:
        both = _("By the rule: {when}. The sooner holds.").format(when=read_moment(by_rule.due_at))
    theirs = _("{what} That is {when}.").format(what=own.source, when=read_moment(own.due_at))
    return replace(
        by_rule,
        due_at=min(by_rule.due_at, own.due_at),
        source=" ".join((theirs, both, by_rule.source)),
    )
