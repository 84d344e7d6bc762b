"""Send or print: on paper, as a protected file or through a portal; and what proves it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.already_told import AlreadyTold, already_told, told_words
from sgdesk.domain.call import Call
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.sharing.decision import Attempt, AttemptState
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.step_page import StepPage
from ui.share.attempts_card import AttemptsCard
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip
from ui.share.papers_card import PapersCard, papers_to_send
from ui.share.portal_card import PortalCard
from ui.share.protected_card import ProtectedCard

_Read = tuple[tuple[Attempt, ...], tuple[Call, ...], tuple[tuple[str, str], ...]]


class SendPage(StepPage):
    """Every way out, and the record of what became of it.

    `call_asked`: a route failed, and the duty team is to be rung. `tried`: a try was recorded.
    """

    call_asked = Signal()
    tried = Signal()

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("Nothing counts as sent until somebody has confirmed that it came."))
        self._case = case
        self._calls: tuple[Call, ...] = ()
        self.add(guidance_strip(case.guidance, "send"))
        self.later(
            lambda: self.add(PapersCard(case, papers_to_send(case), self._may_send_again)),
            lambda: self.add(ProtectedCard(case, self._may_send_again)),
            self._add_portal,
        )

    def load(self) -> None:
        """Show what was tried so far."""
        super().load()
        self._read_attempts()

    def _add_portal(self) -> None:
        self._portal = PortalCard(self._case)
        self.add(self._portal)
        self.later(
            *self._portal.pieces,
            self._add_attempts,
            lambda: self._attempts.ask_first(),
            lambda: self._attempts.ask_rest(),
            self._read_attempts,
        )

    def _add_attempts(self) -> None:
        self._attempts = AttemptsCard(self._case, self._may_record)
        self._attempts.call_asked.connect(self.call_asked)
        self._attempts.tried.connect(self.tried)
        self._attempts.changed.connect(self.changed)
        self._attempts.left.connect(self.left)
        self.add(self._attempts)

    @called_by_qt(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what happened, for somebody may have come back from a call."""
        super().showEvent(event)
        self._read_attempts()

    def _read_attempts(self) -> None:
        if not self.is_complete:
            return
        case = self._case

        def read() -> _Read:
            calls = case.desk.calls.of(case.draft.concern_id)
            sharings, sharing_id = case.desk.sharings, case.draft.id
            return sharings.attempts(sharing_id), calls, sharings.withdrawn(sharing_id)

        case.runner.run(read, self._on_read, self._on_failed, self)

    def _on_read(self, found: _Read) -> None:
        attempts, self._calls, withdrawn = found
        self._attempts.show_attempts(attempts)
        self._portal.show_told(self._told(), withdrawn)

    def _told(self) -> AlreadyTold:
        return already_told(self._calls, self._attempts.attempts, self._case.draft.recipient)

    def _may_record(self, route: RouteKind) -> bool:
        told = self._told()
        if route is not RouteKind.PORTAL or told.call is None:
            return self._may_send_again(PaperKind.PACK)
        return self._case.asker.confirm(
            _("They know of this already"),
            _("{told} A portal entry can be taken for a second referral. Does it say on top that it"
              " is the same?").format(told=told_words(told)),
            _("Yes, record it"),
            _("Not yet"),
        )  # fmt: skip

    def _may_send_again(self, kind: PaperKind) -> bool:
        self.complete()
        sent = [one for one in self._attempts.attempts if one.state is AttemptState.CONFIRMED]
        if not sent or kind is not PaperKind.PACK:
            return True
        return self._case.asker.confirm(
            _("This pack was sent already"),
            _("It was confirmed with this proof: {proof}. Sending it a second time can confuse"
              " those who deal with it.").format(proof=sent[-1].proof),
            _("Go on all the same"),
            _("Leave it"),
        )  # fmt: skip

    def _on_failed(self, error: UserError | SituationError) -> None:
        self._attempts.fail(error.text)
