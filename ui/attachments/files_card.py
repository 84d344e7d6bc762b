"""The files of a concern: added, looked at and set aside in one card, one thing at a time."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.attachment import Attachment, AttachmentDraft
from sgdesk.domain.masking import Shown, as_written
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, UserId
from sgdesk.services.views import OpenDraft
from sgdesk.text import _
from ui.attachments.add_place import AddPlace
from ui.attachments.aside_form import AsideForm
from ui.attachments.file_row import FileRow
from ui.attachments.file_view import FileView
from ui.kit.ask import Asker
from ui.kit.cards import Card, Notice, button, empty
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, clear, column
from ui.kit.said import say_in
from ui.kit.tasks import Runner

_Begun = OpenDraft[AttachmentDraft]
_Read = tuple[bool, tuple[Attachment, ...], dict[UserId, str], _Begun | None]


class FilesCard(Card):
    """Hidden while files are off and none is kept. A card that only lists leaves the adding to
    another; `change_wanted` carries the name of the field to go to there.

    `sought` carries what should come into sight; `save_wanted` before a file is added, so that its
    concern is in the store; `changed` tells that a file was kept or set aside.
    """

    sought = Signal(object)
    save_wanted = Signal()
    changed = Signal()
    change_wanted = Signal(str)

    def __init__(
        self, desk: Desk, runner: Runner, asker: Asker, *, only_list: bool = False
    ) -> None:
        super().__init__(
            _("Photos and files"),
            _("Kept as they came, encrypted. A copy that goes out holds only what is seen."),
        )
        self._desk = desk
        self._runner = runner
        self._concern_id = ConcernId("")
        self._allowed = self._is_begun = False
        self._only_list = only_list
        self._shown: Shown = as_written
        self._said: QVBoxLayout = column(gap=Gap.NONE)
        self._list: QVBoxLayout = column(gap=Gap.NORMAL)
        self._open: QVBoxLayout = column(gap=Gap.NONE)
        for part in (self._said, self._list, self._open):
            self.body.addLayout(part)
        self._later = Gradually(self)
        self._adding = AddPlace(desk, runner, asker)
        self._follow_adding()
        self.body.addWidget(self._adding)
        text = _("Add or change a file") if only_list else _("Add a file")
        self._add = button(text, name="change-files" if only_list else "add-file")
        self._add.clicked.connect(self._on_add)
        self.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_concern(self, concern_id: str, shown: Shown = as_written) -> None:
        """Show this concern's files, its texts as `shown`; what is being added stays open."""
        if concern_id != self._concern_id:
            clear(self._said)
            clear(self._list)
            clear(self._open)
            self.hide()
        self._concern_id, self._shown = ConcernId(concern_id), shown
        self._adding.show_concern(self._concern_id)
        self._read()

    def go_on(self, field: str = "") -> QWidget | None:
        """Go to a field about the file that was begun, or with none to where the caret was; bring
        it into sight once it is read."""
        return self._adding.go_on(field)

    def save(self, done: Callable[[], None]) -> None:
        """Save what was typed about a file, and then call `done`; not if saving fails."""
        self._adding.save(done)

    def _follow_adding(self) -> None:
        adding = self._adding
        adding.looking.connect(self._on_looking)
        adding.opened.connect(self._on_opened)
        adding.kept.connect(self._on_kept)
        adding.left.connect(self._on_left)
        adding.sought.connect(self.sought)
        adding.failed.connect(self._fail)

    def _read(self) -> None:
        desk, wanted = self._desk, self._concern_id

        def work() -> _Read:
            files = desk.attachments
            names = {user.id: user.name for user in desk.setup.users()}
            return files.rule().allowed, files.of_concern(wanted), names, files.begun(wanted)

        self._runner.run(work, lambda read: self._on_read(wanted, read), self._fail, self)

    def _on_read(self, concern_id: ConcernId, read: _Read) -> None:
        if concern_id != self._concern_id:
            return
        self._allowed, files, names, begun = read
        self._is_begun = begun is not None
        self._show_list(files, names)
        if not self._only_list:
            self._adding.show_begun(begun)
        self._show_add()
        self.setVisible(self._allowed or bool(files) or self._is_begun)

    def _show_list(self, files: tuple[Attachment, ...], names: dict[UserId, str]) -> None:
        clear(self._list)
        self._later.replace([partial(self._add_row, one, names) for one in files])
        if not files:
            self._list.addWidget(empty(_("No file is kept with this concern.")))
        if self._only_list and self._is_begun:
            self._list.addWidget(Notice(_("A file was begun and is not kept yet."), kind="due"))
        self._later.go_on()

    def _add_row(self, one: Attachment, names: dict[UserId, str]) -> None:
        line = FileRow(one, names.get(one.added_by, one.added_by), self._shown)
        line.look_asked.connect(self._on_look)
        line.aside_asked.connect(self._on_aside)
        self._list.addWidget(line)

    def _show_add(self) -> None:
        is_free = self._open.count() == 0 and not self._adding.is_open
        self._add.setVisible(self._only_list or (self._allowed and is_free))

    def _on_add(self) -> None:
        if self._only_list:
            self.change_wanted.emit("file.kind" if self._is_begun else "add-file")
        else:
            self._adding.choose()

    def _on_looking(self) -> None:
        self.save_wanted.emit()
        self._say(_("Looking into the file."), "info")

    def _on_opened(self) -> None:
        clear(self._said)
        clear(self._open)
        self._add.hide()

    def _on_kept(self, name: str) -> None:
        self._say(
            _(
                "Kept. The file {name} still lies where you chose it: delete it there, and on the"
                " device it came from."
            ).format(name=name),
            "ok",
        )
        self._go_to_add()
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
        clear(self._open)
        self._say(_("Set aside. It stays in the record and goes to nobody."), "ok")
        self._go_to_add()
        self._read()
        self.changed.emit()

    def _on_put_away(self, view: QWidget) -> None:
        if self._open.indexOf(view) >= 0:
            self._on_left()

    def _on_left(self) -> None:
        clear(self._said)
        clear(self._open)
        self._go_to_add()

    def _go_to_add(self) -> None:
        self._show_add()
        if self._add.isVisible():
            self._add.setFocus()

    def _show_open(self, part: QWidget) -> None:
        clear(self._said)
        clear(self._open)
        self._open.addWidget(part)
        self._show_add()
        self.sought.emit(part)

    def _say(self, text: str, kind: str) -> None:
        notice = say_in(self._said, text, kind, "files-said")
        if kind != "info":
            self.sought.emit(notice)

    def _fail(self, error: UserError | SituationError) -> None:
        self._say(error.text, "overdue")
