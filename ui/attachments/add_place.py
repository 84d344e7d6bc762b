"""The place where one file is added: chosen, looked into, asked about; begun again after a lock."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.attachment import AttachmentDraft, Inspected
from sgdesk.domain.flows.engine import Caret
from sgdesk.ids import ConcernId, new_id
from sgdesk.services.views import OpenDraft
from sgdesk.text import _
from ui.attachments.add_form import AddForm
from ui.kit.ask import Asker
from ui.kit.layout import Gap, clear, column
from ui.kit.tasks import Runner

_Begun = OpenDraft[AttachmentDraft]


class AddPlace(QWidget):
    """`looking` while a file is looked into; `opened` when its questions are asked; `kept` carries
    its name once it is in the store; `left` when it is not wanted; `sought` what should come into
    sight; `failed` one of our errors."""

    looking = Signal()
    opened = Signal()
    kept = Signal(str)
    left = Signal()
    sought = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, asker: Asker) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._asker = asker
        self._concern_id = ConcernId("")
        self._form: AddForm | None = None
        self._is_sought = False
        self._place: QVBoxLayout = column(self, Gap.NONE)

    @property
    def is_open(self) -> bool:
        """Whether something is asked about a file."""
        return self._form is not None

    def show_concern(self, concern_id: ConcernId) -> None:
        """Add to this concern from now on; what was begun with another is saved."""
        if concern_id != self._concern_id:
            self.save(lambda: None)
            self._forget()
        self._concern_id = concern_id

    def show_begun(self, begun: _Begun | None) -> None:
        """Show what was begun and is in the store, unless it is here already."""
        form = self._form
        if form is not None:
            if form.is_dirty or (begun is not None and begun.draft == form.draft):
                return
            self._forget()
        sought, self._is_sought = self._is_sought, False
        if begun is not None:
            form = self._open(begun.draft, begun.caret)
            form.begin(go_there=sought)
            if sought:
                self.sought.emit(form)

    def go_on(self, field: str) -> QWidget | None:
        """Go to a field of what was begun, or with none to where the caret was, and return it;
        bring it into sight once it is read."""
        form = self._form
        self._is_sought = form is None
        found = None if form is None else form.go_to(field)
        if found is not None:
            self.sought.emit(found)
        return found

    def choose(self) -> None:
        """Ask for a file, and look into it."""
        path = self._asker.choose_file_to_open(
            _("Choose a photo, a scan or a letter"),
            _("PDF, PNG or JPEG (*.pdf *.png *.jpg *.jpeg);;All files (*)"),
        )
        if path is None:
            return
        self.looking.emit()
        wanted, desk = self._concern_id, self._desk

        def work() -> tuple[bytes, Inspected]:
            content = desk.attachments.bytes_of(path)
            return content, desk.attachments.inspected(content)

        self._runner.run(
            work, lambda found: self._on_looked_into(wanted, path, *found), self.failed.emit, self
        )

    def save(self, done: Callable[[], None]) -> None:
        """Save what was typed, and then call `done`; not if saving fails."""
        if self._form is None:
            done()
        else:
            self._form.save(done)

    def _on_looked_into(
        self, concern_id: ConcernId, path: Path, content: bytes, file: Inspected
    ) -> None:
        if concern_id != self._concern_id:
            return
        if self._form is not None:
            self._form.take(content, file, path.name)
            self._form.show_file()
            self.opened.emit()
            return
        form = self._open(AttachmentDraft(concern_id=concern_id, id=new_id()), Caret())
        form.take(content, file, path.name)
        form.begin(go_there=True)
        self.sought.emit(form)

    def _open(self, draft: AttachmentDraft, caret: Caret) -> AddForm:
        self._form = form = AddForm(self._desk, self._runner, draft, caret)
        form.kept.connect(lambda _value: self._on_kept(draft.file_name))
        form.left.connect(self._on_left)
        form.choose_asked.connect(self.choose)
        self._place.addWidget(form)
        self.opened.emit()
        return form

    def _on_kept(self, name: str) -> None:
        self._forget()
        self.kept.emit(name)

    def _on_left(self) -> None:
        self._forget()
        self.left.emit()

    def _forget(self) -> None:
        self._form = None
        clear(self._place)
