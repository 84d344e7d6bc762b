"""What was done about a concern: decisions with their tries, calls, and the history."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from sgdesk.domain.agency import ROUTE_WORDS
from sgdesk.domain.answers import YES_NO_WORDS, YesNo
from sgdesk.domain.call import CALL_DECISION_WORDS, CALL_WORDS, RESULT_WORDS, Call, CallResult
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.masking import Shown
from sgdesk.domain.pack import LogEntry
from sgdesk.domain.sharing.decision import (
    ATTEMPT_WORDS,
    DECISION_WORDS,
    FAILURE_WORDS,
    Attempt,
    AttemptState,
    Sharing,
)
from sgdesk.domain.shown import guidance_words
from sgdesk.ids import CallId
from sgdesk.services.views import SharingHistory
from sgdesk.text import _, read_moment, read_short_date, read_time, to_london
from ui.kit.cards import Card, Notice, button, tag, words
from ui.kit.layout import Gap, column, row
from ui.kit.rows import Rows

Piece = Callable[[], None]
_TONES = {
    AttemptState.CONFIRMED: "ok",
    AttemptState.FAILED: "overdue",
    AttemptState.UNCONFIRMED: "due",
    AttemptState.ATTEMPTED: "due",
}


def sharings_card(
    sharings: Sequence[SharingHistory], shown: Shown, passed: Collection[str] = ()
) -> Card:
    """Return every decision with its tries, the newest first. `passed` are the ids of those whose
    day of review has passed and that nobody has looked at again."""
    card = Card(_("Sharing"))
    for past in reversed(sharings):
        is_late = past.sharing.id in passed
        card.add(_sharing(past.sharing, past.attempts, shown, is_late=is_late))
    return card


def calls_card(
    calls: Sequence[Call], shown: Shown, print_call: Callable[[CallId], None] | None = None
) -> Card:
    """Return every telephone call, the newest first; `print_call` is called with one's id."""
    card = Card(_("Calls"))
    for call in reversed(calls):
        card.add(_call(call, shown))
        if print_call is not None:
            card.body.addWidget(_print_button(call, print_call), 0, Qt.AlignmentFlag.AlignLeft)
    return card


def _print_button(call: Call, print_call: Callable[[CallId], None]) -> QPushButton:
    made = button(_("Print the record of this call"), "link-small", f"print-call:{call.id}")
    when = read_moment(call.started_at) if call.started_at else _("no time noted")
    made.setAccessibleName(_("Print the record of the call of {when}").format(when=when))
    made.clicked.connect(lambda: print_call(call.id))
    return made


def history_pieces(
    history: Sequence[LogEntry], shown: Shown, add: Callable[[Card], None]
) -> list[Piece]:
    """Return the pieces that show what the log holds about this concern, the newest on top."""
    made: list[Rows] = []

    def begin() -> None:
        card = Card(_("History"), _("From the safeguarding log, which only grows."))
        made.append(Rows((_("When"), _("What"), _("Who"), ""), (3, 4, 3, 5)))
        card.add(made[0])
        add(card)

    def add_row(one: LogEntry) -> None:
        texts = (read_moment(one.at), one.what, one.who, one.detail)
        made[0].add_row(*(words(shown(text)) for text in texts))

    return [begin, *(partial(add_row, one) for one in reversed(history))]


def _sharing(
    sharing: Sharing, attempts: Sequence[Attempt], shown: Shown, *, is_late: bool
) -> QWidget:
    to = sharing.recipient.organisation
    head = _(DECISION_WORDS[sharing.decision])
    if to:
        head = _("{decision}, {agency}").format(decision=head, agency=to)
    widget = entry(
        head,
        shown,
        _("So that they can {purpose}").format(purpose=sharing.purpose.so_that)
        if sharing.purpose.so_that
        else sharing.not_sharing.reasons,
        _("Decided {when}, under {guidance}").format(
            when=read_moment(sharing.decided_at), guidance=guidance_words(sharing.guidance)
        ),
        _unsent(sharing),
        _review(sharing),
    )
    layout = widget.layout()
    if is_late and layout is not None:
        layout.addWidget(Notice(_("That day has passed. Look at it again."), kind="overdue"))
    for attempt in attempts:
        if layout is not None:
            layout.addWidget(_attempt(attempt, shown))
    return widget


def _unsent(sharing: Sharing) -> str:
    """Only what was confirmed in writing counts as sent; deciding sends nothing."""
    waits = is_shared(sharing.decision) and sharing.sent_at is None
    return _("Decided, and not sent in writing yet.") if waits else ""


def _review(sharing: Sharing) -> str:
    day = sharing.not_sharing.review_on
    return _("Look at it again on {day}").format(day=read_short_date(day)) if day else ""


def _attempt(attempt: Attempt, shown: Shown) -> QWidget:
    widget = QWidget()
    layout = row(widget, Gap.SMALL)
    layout.addWidget(tag(_(ATTEMPT_WORDS[attempt.state]), _TONES[attempt.state]))
    proof = labelled(_("Receipt or their reference"), attempt.proof)
    when = read_moment(attempt.at)
    why = _(FAILURE_WORDS[attempt.failure]) if attempt.failure else ""
    account = labelled(_("Account"), attempt.account)
    route = _(ROUTE_WORDS[attempt.route])
    told = (route, when, why, attempt.message, account, proof, attempt.follows)
    layout.addWidget(words(shown(" · ".join(filter(None, told))), "hint"), 1)
    return widget


def _call(call: Call, shown: Shown) -> QWidget:
    start = read_moment(call.started_at) if call.started_at else _("No time noted")
    end = read_time(to_london(call.ended_at).time()) if call.ended_at else ""
    when = _("{start} to {end}").format(start=start, end=end) if end else start
    head = f"{_(CALL_WORDS[call.kind])}, {when}"
    whom = " · ".join(filter(None, (call.agency_name, call.number, call.spoke_to, call.role)))
    return entry(
        head,
        shown,
        "" if call.result is CallResult.ANSWERED else _(RESULT_WORDS[call.result]),
        _failed(call),
        labelled(_("Their advice"), call.advice),
        labelled(_("Names given"), _(YES_NO_WORDS[call.names_given]) if call.names_given else ""),
        labelled(_("Advice followed"), _followed(call)),
        labelled(_("What they do with it"), _(CALL_DECISION_WORDS[call.decision]))
        if call.decision
        else "",
        labelled(_("Agreed"), call.agreed),
        labelled(_("They ring back"), read_moment(call.call_back_at)) if call.call_back_at else "",
        labelled(_("Telling the family"), call.family_to_be_told),
        whom,
        labelled(_("Reference"), call.reference),
    )


def _failed(call: Call) -> str:
    failed = call.failed
    if failed is None:
        return ""
    why = ", ".join(filter(None, (_(FAILURE_WORDS[failed.failure]), failed.message)))
    when = read_moment(failed.at)
    return _("Their portal failed {when}: {why}").format(when=when, why=why)


def _followed(call: Call) -> str:
    if call.followed is YesNo.NO and call.not_followed_because:
        return _("No: {why}").format(why=call.not_followed_because)
    return _(YES_NO_WORDS[call.followed]) if call.followed else ""


def entry(head: str, shown: Shown, *lines: str) -> QWidget:
    """Return a strong line with others below it; an empty one is left out."""
    widget = QWidget()
    layout = column(widget, Gap.NONE)
    layout.addWidget(words(shown(head), "label"))
    for line in filter(None, lines):
        layout.addWidget(words(shown(line)))
    return widget


def labelled(name: str, text: str) -> str:
    """Return "name: text", or nothing where there is no text."""
    return _("{name}: {text}").format(name=name, text=text) if text else ""
