"""Record a concern: the frame around the pages, saving, and the signature."""

from collections.abc import Callable
from copy import deepcopy
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.concern import Concern, ConcernDraft
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.maps import is_on_body
from sgdesk.errors import SituationError, UserError
from sgdesk.services.views import Saved
from sgdesk.text import _, initials
from ui.attachments.files_card import FilesCard
from ui.kit.ask import Asker
from ui.kit.garbage import read_for_good
from ui.kit.guidance_changed import guidance_changed
from ui.kit.layout import Gap, column
from ui.kit.step_page import StepPage
from ui.kit.steps import StepFrame
from ui.kit.tasks import Runner
from ui.record.check_page import CheckPage
from ui.record.pages import make_page
from ui.record.recording import Recording
from ui.record.urgency_page import UrgencyPage

_MAPS_AFTER_MS = 400


class RecordWizard(QWidget):
    """The whole flow over one draft.

    `closed`: it is saved and the person wants to leave. `signed` carries the concern.
    `emergency_wanted`: the emergency page is wanted; the draft is saved.
    """

    closed = Signal()
    signed = Signal(object)
    emergency_wanted = Signal()

    def __init__(self, desk: Desk, draft: ConcernDraft, runner: Runner, asker: Asker) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._asker = asker
        self._reference = draft.reference
        self._opening = ""
        self._signing = False
        flow = desk.concerns.flow()
        self._recording = Recording(desk, asker, flow, draft, runner)
        self.frame: StepFrame[ConcernDraft] = StepFrame(
            flow, draft, self._page_for, self._save, runner, desk.clock,
            subtitle=_subtitle(draft), last=_("Sign the record"), parent=self,
        )  # fmt: skip
        self.frame.closed.connect(self.closed)
        self.frame.shown.connect(lambda _step: self._show_whose())
        self.frame.finished.connect(self._on_finished)
        self.frame.put_above(
            guidance_changed(draft, desk.guidance.version, self.frame.mark_changed)
        )
        column(self, Gap.NONE).addWidget(self.frame)

    @property
    def draft(self) -> ConcernDraft:
        """The draft as it is now."""
        return self._recording.draft

    def start(self, step: str = "", caret: Caret | None = None) -> None:
        """Show the first page, or go back to where the draft was left."""
        self._opening = caret.field if caret is not None else ""
        self.frame.start(step, caret)
        self._opening = ""
        # On the worker, before their page is reached; not beside a page that is being made, which
        # would wait for the worker again and again.
        QTimer.singleShot(_MAPS_AFTER_MS, self, self._read_maps)

    def _read_maps(self) -> None:
        self._runner.run(lambda: read_for_good(lambda: _draw_maps(self._desk)))

    def save_now(self, done: Callable[[], None] | None = None) -> None:
        """Save at once, as before a lock, and then call `done`; not if saving fails."""
        for card in self.findChildren(FilesCard):
            done = partial(card.save, done or (lambda: None))
        self.frame.save_now(done)

    def _page_for(self, step: str) -> StepPage:
        page = make_page(self._recording, step)
        page.sight_wanted.connect(self.frame.bring_into_sight)
        page.save_wanted.connect(lambda: self.frame.save_now())
        if isinstance(page, UrgencyPage):
            page.emergency_wanted.connect(lambda: self.frame.save_now(self.emergency_wanted.emit))
        if isinstance(page, CheckPage):
            page.change_wanted.connect(self.frame.go_to)
        if self._opening:
            # The card in which the caret stood must be open before the caret is put back.
            page.load()
            page.focus(self._opening)
        return page

    def _save(self, draft: ConcernDraft, step: str, caret: Caret) -> Saved:
        # A copy taken before the first save came back does not know its reference yet.
        draft.reference = draft.reference or self._reference
        saved = self._desk.concerns.save_draft(draft, step, caret)
        if not self._reference:
            self._reference = saved.reference
            self._runner.run(lambda: saved, self._on_reference, owner=self)
        return saved

    def _on_reference(self, saved: Saved) -> None:
        self.draft.reference = saved.reference
        self._show_whose()

    def _show_whose(self) -> None:
        self.frame.set_subtitle(_subtitle(self.draft))

    def _on_finished(self) -> None:
        if self._signing or not self._is_sure():
            return
        self._signing = True
        draft = deepcopy(self.draft)
        draft.reference = draft.reference or self._reference
        self._runner.run(
            lambda: self._desk.concerns.sign(draft), self._on_signed, self._on_not_signed, self
        )

    def _is_sure(self) -> bool:
        # The button stands where Next stood on the pages before.
        return self._asker.confirm(
            _("Sign the record?"),
            _("Once it is signed it is added to and never changed. You sign as {who}.").format(
                who=self._desk.user.name
            ),
            _("Sign the record"),
            _("Go on reading"),
        )

    def _on_signed(self, concern: Concern) -> None:
        self.signed.emit(concern)

    def _on_not_signed(self, error: UserError | SituationError) -> None:
        self._signing = False
        self._asker.tell(_("The record is not signed"), error.text)


def _draw_maps(desk: Desk) -> None:
    # The first press on a figure asks whether it is on the body, and would cut all its curves.
    for view in desk.maps.values():
        is_on_body(view, 0.0, 0.0)


def _subtitle(draft: ConcernDraft) -> str:
    """Return which draft this is and, by initials, whom it is about."""
    which = _("New draft")
    if draft.reference:
        which = _("{reference} · draft").format(reference=draft.reference)
    return " · ".join(filter(None, (which, initials(draft.person.name))))
