"""What was tried so far, and the record of one more try."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal

from sgdesk.domain.agency import ROUTE_WORDS, RouteKind
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.sharing.decision import ATTEMPT_WORDS, Attempt, AttemptDraft, AttemptState
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _, read_moment
from ui.kit.cards import Notice, button, tag, words
from ui.kit.form import Form
from ui.kit.layout import Gap, clear, column, row, shown_together
from ui.kit.problem_order import in_page_order
from ui.share.attempt_form import (
    ask_first,
    ask_rest,
    attempt_form,
    attempt_problems,
    failure_words,
    moment_of,
    typed_now,
)
from ui.share.case import ShareCase
from ui.share.speaking_card import SpeakingCard

_TONES = {AttemptState.CONFIRMED: "ok", AttemptState.FAILED: "overdue"}


class AttemptsCard(SpeakingCard):
    """Lists the tries and asks about the next. Only a confirmed one counts as sent.

    `may_record` is asked before another try is recorded as having gone. What is typed about it
    stands in the draft: `changed` and `left` tell when, as a form does.
    """

    changed = Signal()
    left = Signal()

    call_asked = Signal()
    tried = Signal()

    def __init__(self, case: ShareCase, may_record: Callable[[RouteKind], bool]) -> None:
        super().__init__(
            _("Record what happened"),
            _("One entry for each try. Unconfirmed is a fair answer, and never counts as sent."),
        )
        self._case = case
        self.attempts: tuple[Attempt, ...] = ()
        self._may_record = may_record
        self._list = column(gap=Gap.SMALL)
        self.body.addLayout(self._list)
        self._call = Notice("", kind="due")
        self._call.add_link("call", _("Ring the duty team now"))
        self._call.linked.connect(lambda _id: self.call_asked.emit())
        self._call.hide()
        self.add(self._call)

    def ask_first(self) -> None:
        """Ask about the next try; called once, and `ask_rest` in a turn after it."""
        with shown_together(self):
            self._begin()
            self.add(self._form)

    def ask_rest(self) -> None:
        """Ask the rest about it, with the button that records it."""
        with shown_together(self):
            self._ask_rest()
            self._add_button()

    def _add_button(self) -> None:
        self._record = button(_("Record this"), name="record-attempt")
        self._record.clicked.connect(self._on_record)
        self.body.addWidget(self._record, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_strip()

    def show_attempts(self, attempts: Sequence[Attempt]) -> None:
        """Show what was tried, in the order it was."""
        self.attempts = tuple(attempts)
        clear(self._list)
        for attempt in attempts:
            line = row(gap=Gap.SMALL)
            state = tag(_(ATTEMPT_WORDS[attempt.state]), _TONES.get(attempt.state, "due"))
            line.addWidget(state, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words(attempt_words(attempt)), 1)
            self._list.addLayout(line)
        last = attempts[-1].state if attempts else None
        self._call.set_text(_ring_words(last))
        self._call.setVisible(last in (AttemptState.FAILED, AttemptState.UNCONFIRMED))

    def _begin(self) -> None:
        draft = self._case.draft
        if not draft.attempt.is_begun:
            draft.attempt = typed_now(draft.route.kind, self._case.desk.clock.now())
        self._form: Form = attempt_form(draft)
        self._form.changed.connect(self.changed)
        self._form.left.connect(self.left)
        ask_first(self._form)
        self._form.load_new()

    def _ask_rest(self) -> None:
        ask_rest(self._form, self._case.draft)
        self._form.load_new()

    def _on_record(self) -> None:
        case = self._case
        typed, wrong = case.draft.attempt, self._form.wrong()
        problems = [Problem("send", name, text) for name, text in wrong.items()]
        ruled = attempt_problems(typed, case.desk.clock.now())
        problems += [one for one in ruled if one.field not in wrong]
        problems = in_page_order(self._form, problems)
        self.say_nothing()
        self._form.show_problems(problems)
        route, state, at = typed.route, typed.state, moment_of(typed)
        if problems or route is None or state is None or at is None:
            self._form.focus(problems[0].field)
            return
        if state is not AttemptState.FAILED and not self._may_record(route):
            return
        case.runner.run(
            lambda: case.desk.sharings.record_attempt(
                case.draft.id, route, state, at, failure=typed.failure, message=typed.message,
                account=typed.account, proof=typed.proof,
            ),
            self._on_recorded, self._on_failed, self,
        )  # fmt: skip

    def _on_recorded(self, attempt: Attempt) -> None:
        old = self._form
        self._case.draft.attempt = AttemptDraft()
        self._begin()
        self._ask_rest()
        self.body.replaceWidget(old, self._form)
        old.hide()
        old.deleteLater()
        self._case.attempts = (*self.attempts, attempt)
        self.show_attempts(self._case.attempts)
        self.changed.emit()
        self.left.emit()
        self.tried.emit()
        self.say(
            {
                AttemptState.CONFIRMED: _("Recorded as sent and confirmed."),
                AttemptState.FAILED: _("Recorded as failed. Try another way, or telephone."),
            }.get(attempt.state, _("Recorded as unconfirmed. It does not count as sent."))
        )

    def _on_failed(self, error: UserError | SituationError) -> None:
        if isinstance(error, UserError) and error.field:
            field = f"attempt.{error.field}"
            self._form.show_problems([Problem("send", field, error.text)])
            self._form.focus(field)
        else:
            self.fail(error.text)


def _ring_words(last: AttemptState | None) -> str:
    if last is AttemptState.UNCONFIRMED:
        return _("Unconfirmed: nobody knows whether it came. Ring the duty team and ask.")
    return _("If a way fails: ring the duty team, then confirm in writing.")


def attempt_words(attempt: Attempt) -> str:
    """Return one try as a line: way, time, and what was said or proves it."""
    failure = failure_words()[attempt.failure] if attempt.failure else ""
    parts = (
        _("{route}, {moment}").format(
            route=_(ROUTE_WORDS[attempt.route]), moment=read_moment(attempt.at)
        ),
        failure,
        f"“{attempt.message}”" if attempt.message else "",
        _("Proof: {proof}").format(proof=attempt.proof) if attempt.proof else "",
        _("After: {what}").format(what=attempt.follows) if attempt.follows else "",
    )
    return " · ".join(part for part in parts if part)
