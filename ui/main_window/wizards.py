"""Opening the two wizards: for something new, or for a draft as it was left.

The hundred modules that they are made of are loaded when the first one is opened.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeGuard, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.concern import Beside, ConcernDraft
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, SharingId
from sgdesk.services.views import DraftLine, OpenDraft
from ui.kit.garbage import read_for_good
from ui.kit.gradually import Gradually
from ui.kit.loading import Loading
from ui.main_window.rooms import Surroundings

if TYPE_CHECKING:
    from ui.record.wizard import RecordWizard
    from ui.share.case import Gathered
    from ui.share.wizard import ShareWizard

    Wizard = RecordWizard | ShareWizard

FoundT = TypeVar("FoundT")
# Steps that a help page of their own tells more about than the one about the whole.
_RECORD_HELP = {"urgency": "emergency", "seen": "body-map", "chronology": "rows"}
_SHARE_HELP = {"recipient": "agencies", "preview": "papers", "send": "papers"}


def is_recording(wizard: "Wizard | None") -> "TypeGuard[RecordWizard]":
    """Say whether that wizard is there and records a concern."""
    if wizard is None:
        return False
    from ui.record.wizard import RecordWizard

    return isinstance(wizard, RecordWizard)


def is_sharing(wizard: "Wizard") -> "TypeGuard[ShareWizard]":
    """Say whether that wizard decides about sharing."""
    from ui.share.wizard import ShareWizard

    return isinstance(wizard, ShareWizard)


def help_page_for(wizard: "Wizard") -> str:
    """Return the help page that tells most about the step which is shown."""
    if is_recording(wizard):
        return _RECORD_HELP.get(wizard.frame.step, "record")
    return _SHARE_HELP.get(wizard.step, "share") if is_sharing(wizard) else "start"


def put_in_front(root: QStackedWidget, wizard: "Wizard") -> None:
    """Show a wizard, with the focus where it was put back while nobody saw it."""
    focused = wizard.focusWidget()
    root.setCurrentWidget(wizard)
    if focused is not None:
        focused.setFocus(Qt.FocusReason.OtherFocusReason)


class Wizards(QObject):
    """`opened` carries a wizard that shows its page and stands in `root`; `failed` one of our
    errors. While one is being opened, no other is: somebody has pressed twice."""

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, around: Surroundings, root: QStackedWidget) -> None:
        super().__init__(root)
        self._around = around
        self._root = root
        self._is_opening = False
        # Both: whoever has one kind is asked which kind it is.
        self._loading = Loading(around.runner, self, "ui.record.wizard", "ui.share.wizard")

    def record(self, *, beside: Beside | None = None) -> None:
        """Begin a concern, beside another if told."""

        def on_begun(draft: ConcernDraft) -> None:
            wizard = self._recording(draft)
            self._open(wizard, wizard.start)

        self._read(lambda: self._around.desk.concerns.begin(beside), on_begun)

    def go_on(self, draft: DraftLine) -> None:
        """Open a draft on the page where it was left."""
        desk = self._around.desk
        if draft.flow == "share":
            self._read(lambda: _drafted(desk, SharingId(draft.id)), self._on_gathered)
        else:
            self._read(lambda: desk.concerns.open_draft(ConcernId(draft.id)), self._on_read)

    def share(self, concern_id: ConcernId, *, anew: bool = False) -> None:
        """Go on with the decision that was begun about a concern, or begin one."""
        desk = self._around.desk
        gather = _new if anew else _newest
        self._read(lambda: gather(desk, concern_id), self._on_gathered)

    def _read(self, work: Callable[[], FoundT], done: Callable[[FoundT], None]) -> None:
        if self._is_opening:
            return
        self._is_opening = True
        desk = self._around.desk

        def read() -> FoundT:
            read_for_good(lambda: desk.wording)
            return work()

        self._loading.then(lambda: self._around.runner.run(read, done, self._on_failed, self))

    def _on_read(self, opened: OpenDraft[ConcernDraft]) -> None:
        wizard = self._recording(opened.draft)
        self._open(wizard, lambda: wizard.start(opened.step, opened.caret))

    def _on_gathered(self, found: "Gathered") -> None:
        from ui.share.wizard import share_wizard

        around = self._around
        wizard = share_wizard(around.desk, found, around.runner, around.asker, around.printers)
        self._open(wizard, lambda: wizard.start(found.step, found.caret))

    def _recording(self, draft: ConcernDraft) -> "RecordWizard":
        from ui.record.wizard import RecordWizard

        around = self._around
        return RecordWizard(around.desk, draft, around.runner, around.asker)

    def _open(self, wizard: "Wizard", start: Callable[[], None]) -> None:
        # Made in one turn, its page in another, and shown in a third: each takes its time.
        turns = Gradually(self._root)
        turns.add(
            # While there is little in it: Qt dresses all that is in what gets another parent.
            lambda: self._put_in(wizard),
            start,
            lambda: self._on_opened(wizard),
        )
        turns.finished.connect(turns.deleteLater)
        turns.go_on()

    def _put_in(self, wizard: "Wizard") -> None:
        self._root.addWidget(wizard)

    def _on_opened(self, wizard: "Wizard") -> None:
        self._is_opening = False
        self.opened.emit(wizard)

    def _on_failed(self, error: UserError | SituationError) -> None:
        self._is_opening = False
        self.failed.emit(error)


def save(wizard: "Wizard", done: Callable[[], None]) -> None:
    """Save what is typed in a wizard, and then call `done`; not if saving fails."""
    wizard.save_now(done)


def _newest(desk: Desk, concern_id: ConcernId) -> "Gathered":
    for draft in desk.today.view().drafts:
        if draft.flow == "share" and draft.concern_id == concern_id:
            return _drafted(desk, SharingId(draft.id))
    return _new(desk, concern_id)


def _drafted(desk: Desk, sharing_id: SharingId) -> "Gathered":
    from ui.share.case import gather_draft

    return gather_draft(desk, sharing_id)


def _new(desk: Desk, concern_id: ConcernId) -> "Gathered":
    from ui.share.case import gather_new

    return gather_new(desk, concern_id)
