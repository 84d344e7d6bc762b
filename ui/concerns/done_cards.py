"""What was done about a concern: decisions with their tries, calls, outcomes, and the history."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sgdesk.domain.agency import ROUTE_WORDS
from sgdesk.domain.call import CALL_WORDS, Call
from sgdesk.domain.outcome import OUTCOME_WORDS, Outcome
from sgdesk.domain.pack import LogEntry
from sgdesk.domain.sharing.decision import (
    ATTEMPT_WORDS,
    DECISION_WORDS,
    Attempt,
    AttemptState,
    Sharing,
)
from sgdesk.services.views import SharingHistory
from sgdesk.text import _, read_moment, read_short_date, read_time, to_london
from ui.kit.cards import Card, tag, words
from ui.kit.layout import Gap, column, row
from ui.kit.rows import Rows

_TONES = {
    AttemptState.CONFIRMED: "ok",
    AttemptState.FAILED: "overdue",
    AttemptState.UNCONFIRMED: "due",
    AttemptState.ATTEMPTED: "due",
}


def sharings_card(sharings: Sequence[SharingHistory]) -> Card:
    """Return every decision with its tries, the newest first."""
    card = Card(_("Sharing"))
    for past in reversed(sharings):
        card.add(_sharing(past.sharing, past.attempts))
    return card


def calls_card(calls: Sequence[Call]) -> Card:
    """Return every telephone call, the newest first."""
    card = Card(_("Calls"))
    for call in reversed(calls):
        card.add(_call(call))
    return card


def outcomes_card(outcomes: Sequence[Outcome]) -> Card:
    """Return what the agencies answered, the newest first."""
    card = Card(_("Outcomes"))
    for outcome in reversed(outcomes):
        head = f"{_(OUTCOME_WORDS[outcome.kind])}, {read_moment(outcome.at)}"
        by = _labelled(_("By"), outcome.by), _labelled(_("Reference"), outcome.reference)
        said = (outcome.decision, outcome.reasons, _labelled(_("Next"), outcome.next_steps))
        card.add(_entry(head, *said, ", ".join(filter(None, by))))
    return card


def history_card(history: Sequence[LogEntry]) -> Card:
    """Return what the log holds about this concern, the newest on top."""
    card = Card(_("History"), _("From the safeguarding log, which only grows."))
    rows = Rows((_("When"), _("What"), _("Who"), ""), (3, 4, 3, 5))
    for one in reversed(history):
        texts = (read_moment(one.at), one.what, one.who, one.detail)
        rows.add_row(*(words(text) for text in texts))
    card.add(rows)
    return card


def _sharing(sharing: Sharing, attempts: Sequence[Attempt]) -> QWidget:
    to = sharing.recipient.organisation
    head = _(DECISION_WORDS[sharing.decision])
    if to:
        head = _("{decision}, {agency}").format(decision=head, agency=to)
    widget = _entry(
        head,
        _("So that they can {purpose}").format(purpose=sharing.purpose.so_that)
        if sharing.purpose.so_that
        else sharing.not_sharing.reasons,
        _("Decided {when}, under {guidance}").format(
            when=read_moment(sharing.decided_at), guidance=sharing.guidance
        ),
        _review(sharing),
    )
    layout = widget.layout()
    for attempt in attempts:
        if layout is not None:
            layout.addWidget(_attempt(attempt))
    return widget


def _review(sharing: Sharing) -> str:
    day = sharing.not_sharing.review_on
    return _("Look at it again on {day}").format(day=read_short_date(day)) if day else ""


def _attempt(attempt: Attempt) -> QWidget:
    widget = QWidget()
    layout = row(widget, Gap.SMALL)
    layout.addWidget(tag(_(ATTEMPT_WORDS[attempt.state]), _TONES[attempt.state]))
    told = (_(ROUTE_WORDS[attempt.route]), read_moment(attempt.at), attempt.proof, attempt.message)
    layout.addWidget(words(" · ".join(filter(None, told)), "hint"), 1)
    return widget


def _call(call: Call) -> QWidget:
    start = read_moment(call.started_at) if call.started_at else _("No time noted")
    end = read_time(to_london(call.ended_at).time()) if call.ended_at else ""
    when = _("{start} to {end}").format(start=start, end=end) if end else start
    head = f"{_(CALL_WORDS[call.kind])}, {when}"
    whom = " · ".join(filter(None, (call.agency_name, call.number, call.spoke_to, call.role)))
    return _entry(
        head,
        _labelled(_("Their advice"), call.advice),
        _labelled(_("Agreed"), call.agreed),
        _labelled(_("Telling the family"), call.family_to_be_told),
        whom,
        _labelled(_("Reference"), call.reference),
    )


def _entry(head: str, *lines: str) -> QWidget:
    widget = QWidget()
    layout = column(widget, Gap.NONE)
    layout.addWidget(words(head, "label"))
    for line in filter(None, lines):
        layout.addWidget(words(line))
    return widget


def _labelled(name: str, text: str) -> str:
    return _("{name}: {text}").format(name=name, text=text) if text else ""
