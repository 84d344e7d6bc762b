"""What was tried so far, and the record of one more try."""

from collections.abc import Callable, Sequence
from copy import copy

from PySide6.QtCore import Qt, Signal

from sgdesk.domain.agency import ROUTE_WORDS
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.sharing.decision import ATTEMPT_WORDS, Attempt, AttemptState
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _, read_moment
from ui.kit.cards import Notice, button, tag, words
from ui.kit.form import Form
from ui.kit.layout import Gap, clear, column, row
from ui.share.attempt_form import attempt_form, attempt_problems, failure_words, typed_now
from ui.share.case import ShareCase
from ui.share.speaking_card import SpeakingCard

_TONES = {AttemptState.CONFIRMED: "ok", AttemptState.FAILED: "overdue"}


class AttemptsCard(SpeakingCard):
    """Lists the tries and asks about the next. Only a confirmed one counts as sent.

    `may_record` is asked before another try is recorded as having gone.
    """

    call_asked = Signal()

    def __init__(self, case: ShareCase, may_record: Callable[[PaperKind], bool]) -> None:
        super().__init__(
            _("Record what happened"),
            _("One entry for each try. Unconfirmed is a fair answer, and never counts as sent."),
        )
        self._case = case
        self.attempts: tuple[Attempt, ...] = ()
        self._may_record = may_record
        self._list = column(gap=Gap.SMALL)
        self.body.addLayout(self._list)
        self._call = Notice(_("If a way fails: ring the duty team, then confirm in writing."),
                            kind="due")  # fmt: skip
        self._call.add_link("call", _("Ring the duty team now"))
        self._call.linked.connect(lambda _id: self.call_asked.emit())
        self._call.hide()
        self.add(self._call)
        self._begin()
        self.add(self._form)
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
        self._call.setVisible(bool(attempts) and attempts[-1].state is AttemptState.FAILED)

    def _begin(self) -> None:
        self._typed = typed_now(self._case.draft.route.kind, self._case.desk.clock.now())
        self._form: Form = attempt_form(self._typed)
        self._form.load()

    def _on_record(self) -> None:
        typed, case = copy(self._typed), self._case
        problems = attempt_problems(typed, case.desk.clock.now())
        self.say_nothing()
        self._form.show_problems(problems)
        route, state, at = typed.route, typed.state, typed.moment()
        if problems or route is None or state is None or at is None:
            self._form.focus(problems[0].field)
            return
        if state is not AttemptState.FAILED and not self._may_record(PaperKind.PACK):
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
        self._begin()
        self.body.replaceWidget(old, self._form)
        old.hide()
        old.deleteLater()
        self.show_attempts([*self.attempts, attempt])
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
    )
    return " · ".join(part for part in parts if part)
