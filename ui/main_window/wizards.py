"""Opening the two wizards: for something new, or for a draft as it was left.

The hundred modules that they are made of are loaded on the worker when the first one is opened.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeGuard

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import ConcernDraft
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, SharingId
from sgdesk.services.views import DraftLine, OpenDraft
from ui.kit.garbage import read_for_good
from ui.main_window.rooms import Surroundings

if TYPE_CHECKING:
    from ui.record.wizard import RecordWizard
    from ui.share.case import Gathered
    from ui.share.wizard import ShareWizard

    Wizard = RecordWizard | ShareWizard

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
    errors."""

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, around: Surroundings, root: QStackedWidget) -> None:
        super().__init__(root)
        self._around = around
        self._root = root

    def record(self, *, danger: bool = False) -> None:
        """Begin a concern; `danger`: somebody is in danger now."""
        around = self._around

        def begun() -> ConcernDraft:
            _load(around.desk)
            return around.desk.concerns.begin()

        def on_begun(draft: ConcernDraft) -> None:
            from ui.record.wizard import record_wizard

            if danger:
                draft.urgency = msgspec.structs.replace(draft.urgency, immediate_danger=YesNo.YES)
            self._open(record_wizard(around.desk, draft, around.runner, around.asker))

        around.runner.run(begun, on_begun, self._on_failed, self)

    def go_on(self, draft: DraftLine) -> None:
        """Open a draft on the page where it was left."""
        around = self._around
        if draft.flow == "share":
            sharing_id = SharingId(draft.id)
            self._gather(lambda: _drafted(around.desk, sharing_id))
            return

        def found() -> OpenDraft[ConcernDraft]:
            _load(around.desk)
            return around.desk.concerns.open_draft(ConcernId(draft.id))

        def on_opened(opened: OpenDraft[ConcernDraft]) -> None:
            from ui.record.wizard import reopened_wizard

            self._open(reopened_wizard(around.desk, opened, around.runner, around.asker))

        around.runner.run(found, on_opened, self._on_failed, self)

    def share(self, concern_id: ConcernId, *, anew: bool = False) -> None:
        """Go on with the decision that was begun about a concern, or begin one."""
        desk = self._around.desk
        self._gather(lambda: _new(desk, concern_id) if anew else _newest(desk, concern_id))

    def _gather(self, work: "Callable[[], Gathered]") -> None:
        around = self._around

        def gathered() -> "Gathered":
            _load(around.desk)
            return work()

        def on_gathered(found: "Gathered") -> None:
            from ui.share.wizard import share_by_turns

            case = (around.desk, found, around.runner, around.asker, around.printers)
            share_by_turns(*case, opened=self.opened, root=self._root)

        around.runner.run(gathered, on_gathered, self._on_failed, self)

    def _open(self, wizard: "Wizard") -> None:
        # Made in one turn, dressed in another and shown in a third: each takes its time.
        run = self._around.runner.run
        run(lambda: None, lambda _none: self._put_in(wizard), owner=self)
        run(lambda: None, lambda _none: self.opened.emit(wizard), owner=self)

    def _put_in(self, wizard: "Wizard") -> None:
        focused = wizard.focusWidget()
        self._root.addWidget(wizard)
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)  # Qt forgot it when it was put in

    def _on_failed(self, error: UserError | SituationError) -> None:
        self.failed.emit(error)


def save(wizard: "Wizard", done: Callable[[], None]) -> None:
    """Save what is typed in a wizard, and then call `done`; not if saving fails."""
    wizard.save_now(done)


def _load(desk: Desk) -> None:
    import ui.record.wizard
    import ui.share.wizard  # noqa: F401 - whoever has one kind is asked which kind it is

    read_for_good(lambda: desk.wording)


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
