"""The files of a concern: added, looked at and set aside in one card, one thing at a time."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.attachment import Attachment, Inspected
from sgdesk.domain.masking import Shown, as_written
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, UserId
from sgdesk.text import _
from ui.attachments.add_form import AddForm
from ui.attachments.aside_form import AsideForm
from ui.attachments.file_row import FileRow
from ui.attachments.file_view import FileView
from ui.kit.ask import Asker
from ui.kit.cards import Card, Notice, button, empty
from ui.kit.layout import Gap, clear, column
from ui.kit.tasks import Runner

_Read = tuple[bool, tuple[Attachment, ...], dict[UserId, str]]


class FilesCard(Card):
    """Hidden while files are off and none is kept. `sought` carries what should come into sight;
    `changed` tells that a file was kept or set aside."""

    sought = Signal(object)
    changed = Signal()

    def __init__(self, desk: Desk, runner: Runner, asker: Asker) -> None:
        super().__init__(
            _("Photos and files"),
            _("Kept as they came, encrypted. A copy that goes out holds only what is seen."),
        )
        self._desk = desk
        self._runner = runner
        self._asker = asker
        self._concern_id = ConcernId("")
        self._allowed = False
        self._shown: Shown = as_written
        self._said: QVBoxLayout = column(gap=Gap.NONE)
        self._list: QVBoxLayout = column(gap=Gap.NORMAL)
        self._open: QVBoxLayout = column(gap=Gap.NONE)
        for part in (self._said, self._list, self._open):
            self.body.addLayout(part)
        self._add = button(_("Add a file"), name="add-file")
        self._add.clicked.connect(self._on_add)
        self.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_concern(self, concern_id: str, shown: Shown = as_written) -> None:
        """Show this concern's files, its texts as `shown`; what is being added stays open."""
        if concern_id != self._concern_id:
            clear(self._said)
            clear(self._list)
            self._close()
            self.hide()
        self._concern_id, self._shown = ConcernId(concern_id), shown
        self._read()

    def _read(self) -> None:
        desk, wanted = self._desk, self._concern_id

        def work() -> _Read:
            names = {user.id: user.name for user in desk.setup.users()}
            return desk.attachments.rule().allowed, desk.attachments.of_concern(wanted), names

        self._runner.run(work, lambda read: self._on_read(wanted, read), self._fail, self)

    def _on_read(self, concern_id: ConcernId, read: _Read) -> None:
        if concern_id != self._concern_id:
            return
        allowed, files, names = read
        clear(self._list)
        for one in files:
            line = FileRow(one, names.get(one.added_by, one.added_by), self._shown)
            line.look_asked.connect(self._on_look)
            line.aside_asked.connect(self._on_aside)
            self._list.addWidget(line)
        if not files:
            self._list.addWidget(empty(_("No file is kept with this concern.")))
        self._allowed = allowed
        self._add.setVisible(allowed and self._open.count() == 0)
        self.setVisible(allowed or bool(files))

    def _on_add(self) -> None:
        path = self._asker.choose_file_to_open(
            _("Choose a photo, a scan or a letter"),
            _("PDF, PNG or JPEG (*.pdf *.png *.jpg *.jpeg);;All files (*)"),
        )
        if path is None:
            return
        self._say(_("Looking into the file."), "info")
        wanted, desk = self._concern_id, self._desk

        def work() -> tuple[bytes, Inspected]:
            content = desk.attachments.bytes_of(path)
            return content, desk.attachments.inspected(content)

        self._runner.run(
            work, lambda found: self._on_looked_into(wanted, path, *found), self._fail, self
        )

    def _on_looked_into(
        self, concern_id: ConcernId, path: Path, content: bytes, file: Inspected
    ) -> None:
        if concern_id != self._concern_id:
            return
        form = AddForm(self._desk, self._runner, concern_id, content, file)
        form.kept.connect(lambda _value: self._on_kept(path))
        form.left.connect(self._on_left)
        self._show_open(form)
        form.begin()

    def _on_kept(self, path: Path) -> None:
        self._close()
        self._say(
            _(
                "Kept. The file {name} still lies where you chose it: delete it there, and on the"
                " device it came from."
            ).format(name=path.name),
            "ok",
        )
        self._read()
        self.changed.emit()

    def _on_look(self, value: Attachment) -> None:
        view = FileView(self._runner, self._shown(value.title))
        view.closed.connect(lambda: self._on_put_away(view))
        self._show_open(view)
        self._runner.run(
            lambda: self._desk.attachments.pages(value.id), view.show_pages, self._fail, view
        )

    def _on_aside(self, value: Attachment) -> None:
        form = AsideForm(value)
        form.left.connect(self._on_left)
        form.decided.connect(self._on_decided)
        self._show_open(form)
        form.begin()

    def _on_decided(self, value: Attachment, why: str) -> None:
        self._runner.run(
            lambda: self._desk.attachments.set_aside(value.id, why),
            lambda _answer: self._on_set_aside(), self._fail, self,
        )  # fmt: skip

    def _on_set_aside(self) -> None:
        self._close()
        self._say(_("Set aside. It stays in the record and goes to nobody."), "ok")
        self._read()
        self.changed.emit()

    def _on_put_away(self, view: QWidget) -> None:
        if self._open.indexOf(view) >= 0:
            self._on_left()

    def _on_left(self) -> None:
        self._close()
        self._add.setVisible(self._allowed)
        if self.isVisible():
            self._add.setFocus()

    def _show_open(self, part: QWidget) -> None:
        self._close()
        self._add.hide()
        self._open.addWidget(part)
        self.sought.emit(part)

    def _close(self) -> None:
        clear(self._said)
        clear(self._open)

    def _say(self, text: str, kind: str) -> None:
        clear(self._said)
        notice = Notice(text, kind=kind)
        notice.setObjectName("files-said")
        notice.setAccessibleName(text)
        self._said.addWidget(notice)

    def _fail(self, error: UserError | SituationError) -> None:
        self._say(error.text, "overdue")
