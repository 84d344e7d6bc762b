"""Calls and tries on other routes, as sections of a paper."""

from sgdesk.documents.blocks import Block, Row
from sgdesk.documents.parts import Section, rows
from sgdesk.domain.agency import ROUTE_WORDS
from sgdesk.domain.answers import YES_NO_WORDS
from sgdesk.domain.call import CALL_WORDS, Call
from sgdesk.domain.sharing.decision import ATTEMPT_WORDS, Attempt
from sgdesk.text import _, read_moment, read_time, to_london


def calls_section(calls: tuple[Call, ...]) -> Section:
    """Return each call as it was recorded."""
    blocks: list[Block] = []
    for call in calls:
        blocks.extend(_call(call))
    return Section(_("Telephone calls") if len(calls) > 1 else _("Telephone call"), tuple(blocks))


def attempts_section(
    attempts: tuple[Attempt, ...], title: str, *, internal: bool = False
) -> Section:
    """Return each try on a route. An unconfirmed one is called so; accounts are internal."""
    return Section(title, rows(_attempt(one, internal=internal) for one in attempts))


def spoken_to(call: Call) -> str:
    """Return who answered: name, role, team."""
    return ", ".join(part for part in (call.spoke_to, call.role, call.team) if part)


def call_time(call: Call) -> str:
    """Return when the call was: "Fri 20 Nov 2026, 10:05 to 10:19"."""
    if call.started_at is None:
        return ""
    started = read_moment(call.started_at)
    if call.ended_at is None:
        return started
    ended = to_london(call.ended_at)
    if ended.date() != to_london(call.started_at).date():
        return _("{start} to {end}").format(start=started, end=read_moment(call.ended_at))
    return _("{start} to {end}").format(start=started, end=read_time(ended.time()))


def _call(call: Call) -> tuple[Block, ...]:
    hours = ""
    if call.written_hours_said is not None:
        hours = _("Within {count} hours").format(count=call.written_hours_said)
    return rows(
        [
            (_("What for"), _(CALL_WORDS[call.kind])),
            (_("When"), call_time(call)),
            (_("Number called"), call.number),
            (_("Agency"), call.agency_name),
            (_("Spoke to"), spoken_to(call)),
            (_("What we told them"), call.told),
            (_("Their advice"), call.advice),
            (_("What was agreed"), call.agreed),
            (_("Telling the family"), call.family_to_be_told),
            (_("Written follow-up"), hours),
            (_("Their reference"), call.reference),
            (_("Read back"), _(YES_NO_WORDS[call.read_back]) if call.read_back else ""),
            (_("Called by"), call.called_by),
        ]
    )


def _attempt(one: Attempt, *, internal: bool) -> Row:
    said = f"“{one.message}”" if one.message else ""
    proof = _("Proof: {proof}").format(proof=one.proof) if one.proof else ""
    state = _(ATTEMPT_WORDS[one.state])
    text = " · ".join(part for part in (read_moment(one.at), state, said, proof) if part)
    by = ", ".join(part for part in (one.by, one.account if internal else "") if part)
    return Row(_(ROUTE_WORDS[one.route]), text, _("By {who}").format(who=by) if by else "")
