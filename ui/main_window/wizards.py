"""Opening the two wizards: for something new, or for a draft as it was left."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import ConcernDraft
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, SharingId
from sgdesk.services.views import DraftLine, OpenDraft
from ui.main_window.rooms import Surroundings
from ui.record.wizard import RecordWizard, record_wizard, reopened_wizard
from ui.share.case import Gathered, gather_draft, gather_new
from ui.share.wizard import ShareWizard, share_wizard

Wizard = RecordWizard | ShareWizard


def put_in_front(root: QStackedWidget, wizard: Wizard) -> None:
    """Show a wizard, with the focus where it was put back while nobody saw it."""
    focused = wizard.focusWidget()
    root.addWidget(wizard)
    root.setCurrentWidget(wizard)
    if focused is not None:
        focused.setFocus(Qt.FocusReason.OtherFocusReason)


class Wizards(QObject):
    """`opened` carries a wizard that shows its page; `failed` one of our errors."""

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around

    def record(self, *, danger: bool = False) -> None:
        """Begin a concern; `danger`: somebody is in danger now."""
        around = self._around

        def on_begun(draft: ConcernDraft) -> None:
            if danger:
                draft.urgency = msgspec.structs.replace(draft.urgency, immediate_danger=YesNo.YES)
            self.opened.emit(record_wizard(around.desk, draft, around.runner, around.asker))

        around.runner.run(around.desk.concerns.begin, on_begun, self._on_failed, self)

    def go_on(self, draft: DraftLine) -> None:
        """Open a draft on the page where it was left."""
        around = self._around
        if draft.flow == "share":
            sharing_id = SharingId(draft.id)
            self._gather(lambda: gather_draft(around.desk, sharing_id))
            return

        def on_opened(opened: OpenDraft[ConcernDraft]) -> None:
            self.opened.emit(reopened_wizard(around.desk, opened, around.runner, around.asker))

        around.runner.run(
            lambda: around.desk.concerns.open_draft(ConcernId(draft.id)),
            on_opened,
            self._on_failed,
            self,
        )

    def share(self, concern_id: ConcernId, *, anew: bool = False) -> None:
        """Go on with the decision that was begun about a concern, or begin one."""
        desk = self._around.desk
        self._gather(lambda: gather_new(desk, concern_id) if anew else self._newest(concern_id))

    def _newest(self, concern_id: ConcernId) -> Gathered:
        desk = self._around.desk
        for draft in desk.today.view().drafts:
            if draft.flow == "share" and draft.concern_id == concern_id:
                return gather_draft(desk, SharingId(draft.id))
        return gather_new(desk, concern_id)

    def _gather(self, work: Callable[[], Gathered]) -> None:
        around = self._around

        def on_gathered(found: Gathered) -> None:
            self.opened.emit(
                share_wizard(around.desk, found, around.runner, around.asker, around.printers)
            )

        around.runner.run(work, on_gathered, self._on_failed, self)

    def _on_failed(self, error: UserError | SituationError) -> None:
        self.failed.emit(error)


def save(wizard: Wizard, done: Callable[[], None]) -> None:
    """Save what is typed in a wizard, and then call `done`; not if saving fails."""
    frame = wizard.frame if isinstance(wizard, RecordWizard) else wizard
    frame.save_now(done)
