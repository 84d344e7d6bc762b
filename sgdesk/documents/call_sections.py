"""Calls and tries on other routes, as sections of a paper."""

from sgdesk.documents.blocks import Block, Paragraph, Row
from sgdesk.documents.parts import Section, rows
from sgdesk.domain.agency import ROUTE_WORDS
from sgdesk.domain.already_told import call_time, spoken_to
from sgdesk.domain.answers import YES_NO_WORDS
from sgdesk.domain.call import (
    CALL_DECISION_WORDS,
    CALL_WORDS,
    RESULT_WORDS,
    Call,
    CallResult,
    CallTry,
    PortalFailure,
)
from sgdesk.domain.sharing.decision import ATTEMPT_WORDS, FAILURE_WORDS, Attempt
from sgdesk.text import _, inside, read_moment


def calls_section(calls: tuple[Call, ...], *, internal: bool = False) -> Section:
    """Return each call as it was recorded. Accounts and what we made of advice are internal."""
    blocks: list[Block] = []
    for number, call in enumerate(calls, 1):
        if len(calls) > 1:
            told = _("Call {number} of {count}: {when}")
            head = told.format(number=number, count=len(calls), when=call_time(call))
            blocks.append(Paragraph(head, strong=True, kept=True))
        blocks.extend(rows(call_rows(call, internal=internal)))
    return Section(_("Telephone calls") if len(calls) > 1 else _("Telephone call"), tuple(blocks))


def call_rows(call: Call, *, internal: bool) -> list[tuple[str, str]]:
    """Return one call as (what, text); what is empty is not printed."""
    return [
        *_before(call, internal=internal),
        (_("What for"), _(CALL_WORDS[call.kind])),
        (_("When"), call_time(call)),
        (_("Reached"), _reached(call)),
        (_("Number called"), call.number),
        (_("Agency"), call.agency_name),
        (_("Spoke to"), spoken_to(call)),
        (_("What we told them"), call.told),
        (_("Names given"), _(YES_NO_WORDS[call.names_given]) if call.names_given else ""),
        (_("Their advice"), call.advice),
        (_("Their decision"), _(CALL_DECISION_WORDS[call.decision]) if call.decision else ""),
        (_("What was agreed"), call.agreed),
        (_("Telling the family"), call.family_to_be_told),
        (_("Written follow-up"), _hours(call)),
        (_("They ring back"), _back(call)),
        (_("Their reference"), call.reference),
        (_("Read back"), _(YES_NO_WORDS[call.read_back]) if call.read_back else ""),
        *(_after(call) if internal else ()),
        (_("Called by"), call.called_by),
    ]


def attempts_section(
    attempts: tuple[Attempt, ...], title: str, *, internal: bool = False
) -> Section:
    """Return each try on a route. An unconfirmed one is called so; accounts are internal."""
    return Section(title, rows(_attempt(one, internal=internal) for one in attempts))


def _before(call: Call, *, internal: bool) -> list[tuple[str, str]]:
    tried = "\n".join(_try(one) for one in call.tries)
    failed = _failed(call.failed, internal=internal) if call.failed is not None else ""
    return [(_("Why by telephone"), failed), (_("Rung before"), tried)]


def _after(call: Call) -> list[tuple[str, str]]:
    attached = ""
    if call.attached_at is not None:
        attached = _("{when}, by {who}").format(
            when=read_moment(call.attached_at), who=call.attached_by
        )
    return [
        (_("About"), call.about),
        (_("Where they were"), call.where_now),
        (_("What happened"), call.happened),
        (_("Advice followed"), _(YES_NO_WORDS[call.followed]) if call.followed else ""),
        (_("If not, why"), call.not_followed_because),
        (_("Put to its concern"), attached),
    ]


def _failed(failed: PortalFailure, *, internal: bool) -> str:
    said = f"“{failed.message}”" if failed.message else ""
    account = failed.account if internal else ""
    parts = (read_moment(failed.at), _(FAILURE_WORDS[failed.failure]), said, account)
    return " · ".join(part for part in parts if part)


def _try(one: CallTry) -> str:
    waited = _("{minutes} minutes").format(minutes=one.minutes) if one.minutes else ""
    back = (
        _("call back promised {when}").format(when=read_moment(one.back_at)) if one.back_at else ""
    )
    parts = (read_moment(one.at), _(RESULT_WORDS[one.result]), waited, back, one.number)
    return " · ".join(part for part in parts if part)


def _reached(call: Call) -> str:
    if call.result is CallResult.ANSWERED and call.queue_minutes is None:
        return ""
    waited = ""
    if call.queue_minutes is not None:
        waited = _("after {minutes} minutes in a queue").format(minutes=call.queue_minutes)
    return ", ".join(filter(None, (_(RESULT_WORDS[call.result]), waited)))


def _hours(call: Call) -> str:
    if call.written_hours_said is None:
        return ""
    return _("Within {count} hours").format(count=call.written_hours_said)


def _back(call: Call) -> str:
    when = read_moment(call.call_back_at) if call.call_back_at else ""
    return ", ".join(filter(None, (when, call.call_back_number)))


def _attempt(one: Attempt, *, internal: bool) -> Row:
    said = f"“{one.message}”" if one.message else ""
    proof = _("Proof: {proof}").format(proof=one.proof) if one.proof else ""
    state = _(ATTEMPT_WORDS[one.state])
    why = _(FAILURE_WORDS[one.failure]) if one.failure else ""
    parts = (read_moment(one.at), state, why, said, proof, one.follows)
    text = " · ".join(part for part in parts if part)
    by = ", ".join(part for part in (one.by, one.account if internal else "") if part)
    return Row(_(ROUTE_WORDS[one.route]), text, _("By {who}").format(who=inside(by)) if by else "")
