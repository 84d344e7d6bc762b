"""`sgdesk rules due`: when a rule that was set off is due. Every question is answered: what cannot
be worked out is due null, and the answer says what to write instead."""

from datetime import UTC, datetime

import msgspec

from sgdesk.domain.answers import Nation
from sgdesk.domain.deadlines import DueAnswer, due, switched_off, unknown_rule
from sgdesk.library.guidance import every_rule, guidance_for
from sgdesk.text import _

_MEMBERS = ("rule", "at", "nation", "hours")
_read = msgspec.json.Decoder(dict[str, object]).decode


class DueReply(msgspec.Struct, frozen=True):
    """When it is due, in UTC, or null; which text says so; how it was worked out."""

    due: datetime | None
    source: str
    why: str


class _UnclearError(Exception):
    """A member of a question that cannot be read, in words."""


def due_reply(line: bytes) -> DueReply:
    """Answer one question. Raises msgspec.DecodeError for a line that is no JSON object."""
    question = _read(line)
    try:
        found = _found(question)
    except _UnclearError as unclear:
        found = DueAnswer(None, "", str(unclear))
    return DueReply(found.due, found.source, " ".join([found.why, *_not_read(question)]))


def _found(question: dict[str, object]) -> DueAnswer:
    rule_id = question.get("rule")
    if not isinstance(rule_id, str):
        raise _UnclearError(_("Write the id of a rule as “rule”, such as DL-ACK-E."))
    at, nation, hours = _moment(question), _nation(question), _hours(question)
    guidance = guidance_for(nation)
    rule = guidance.rule(rule_id) or every_rule().get(rule_id)
    if rule is None:
        return unknown_rule(rule_id)
    if nation in rule.nations and not guidance.is_on(rule):
        return switched_off(rule)
    return due(rule, at, nation, hours)


def _not_read(question: dict[str, object]) -> list[str]:
    """Return a sentence when a question holds more than it should: a name may be misspelt."""
    unknown = [name for name in question if name not in _MEMBERS]
    if not unknown:
        return []
    text = _("“{name}” was not read: a question has rule, at, nation and hours.")
    return [text.format(name=unknown[0][:60])]


def _moment(question: dict[str, object]) -> datetime:
    given = question.get("at")
    try:
        at = _read_moment(given) if isinstance(given, str) else None
        if at is not None and at.tzinfo is not None:
            return at.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise _UnclearError(
        _("Write “at” as a time in UTC that ends in Z, such as 2026-11-20T16:20:00Z.")
    )


def _read_moment(given: str) -> datetime:
    """Return a moment in any of the forms of ISO 8601: "2026-11-20T16:20Z" has no seconds."""
    try:
        return msgspec.convert(given, datetime)
    except msgspec.ValidationError:
        return datetime.fromisoformat(given)


def _nation(question: dict[str, object]) -> Nation:
    given = question.get("nation")
    if isinstance(given, str) and given in tuple(Nation):
        return Nation(given)
    raise _UnclearError(
        _("Write one of these as “nation”: {nations}.").format(nations=", ".join(tuple(Nation)))
    )


def _hours(question: dict[str, object]) -> int | None:
    given = question.get("hours")
    if given is None or type(given) is int:
        return given
    if isinstance(given, float) and given.is_integer():
        return int(given)
    raise _UnclearError(_("Write “hours” as a whole number, or null."))
