"""A file that was chosen and is not kept yet: what it is, what is asked about it, and its pages."""

from collections.abc import Callable
from copy import deepcopy
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.attachment import (
    KIND_WORDS,
    Attachment,
    AttachmentDraft,
    AttachmentKind,
    FileForm,
    Inspected,
    draft_problems,
    file_words,
)
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.wording import Wording
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import DraftId
from sgdesk.services.views import Saved
from sgdesk.text import _
from ui.attachments.file_view import FileView
from ui.attachments.found_list import FoundList
from ui.kit.autosave import Autosave
from ui.kit.binding import DraftHolder
from ui.kit.cards import Notice, button, words
from ui.kit.caret import caret_in, has_moved, put_caret
from ui.kit.choice_fields import options_of
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.garbage import read_for_good
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, clear, column
from ui.kit.tasks import Runner
from ui.kit.throwing_away import ask_to_throw_away
from ui.kit.wording_hint import hint_wording


class AddForm(QWidget):
    """What is answered is saved as it is typed; the file's bytes are in memory until it is kept.

    `kept` carries the file once it is in the store; `left` when it is not wanted; `choose_asked`
    when the file must be chosen again, because the program was shut in between.
    """

    kept = Signal(object)
    left = Signal()
    choose_asked = Signal()

    def __init__(self, desk: Desk, runner: Runner, draft: AttachmentDraft, caret: Caret) -> None:
        super().__init__()
        self._caret = caret
        self._desk = desk
        self._runner = runner
        self._content: bytes | None = None
        self._inspected: Inspected | None = None
        self._is_dropped = False
        self._draft = draft
        self._file = column(gap=Gap.SMALL)
        self._said = column(gap=Gap.NONE)
        self._form = Form(DraftHolder(draft), "file")
        self._ways = FlowLayout(gap=Gap.SMALL)
        self._view = column(gap=Gap.NONE)
        layout = column(self, Gap.NORMAL)
        layout.addLayout(self._file)
        layout.addLayout(self._said)
        layout.addWidget(self._form)
        layout.addLayout(self._ways)
        layout.addLayout(self._view)
        self._autosave = Autosave(self._take_snapshot, runner, desk.clock, self)
        self._autosave.failed.connect(self._say)
        self._form.changed.connect(lambda _field: self._autosave.mark_changed())
        self._form.left.connect(self._autosave.save_if_changed)
        self._later = Gradually(self)
        self._keep = button(_("Keep it with the concern"), "primary", "keep-file")
        self._keep.clicked.connect(self._on_keep)
        self._keep.hide()
        self._ways.addWidget(self._keep)

    @property
    def draft(self) -> AttachmentDraft:
        """What is answered so far."""
        return self._draft

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved yet."""
        return self._autosave.is_dirty

    def begin(self, *, go_there: bool) -> None:
        """Show the file, if it was taken, and ask the questions: piece by piece, so that nothing
        stalls; then go to where the caret was, if wanted."""
        asked = (partial(_do, ask) for ask in self._questions())
        there = [partial(_do, partial(self._go_to, self._caret))] if go_there else []
        self._later.replace([*self._facts(), *asked, self._fill, self._add_ways, *there])
        self._later.add(*self._pages())
        self._later.go_on()
        # On the worker: the first to ask for the rules has them read from their file.
        rules = partial(read_for_good, lambda: self._desk.wording)
        self._runner.run(rules, self._on_rules, self._fail, self)

    def take(self, content: bytes, file: Inspected, name: str) -> None:
        """Take the bytes of the chosen file; they are shown by `begin`, or else by `show_file`."""
        self._content, self._inspected = content, file
        self._draft.file_name = name
        if self._draft.kind is None and file.form is not FileForm.PDF:
            self._draft.kind = AttachmentKind.PHOTO
        self._autosave.mark_changed()

    def show_file(self) -> None:
        """Show the file that was chosen again."""
        self._later.add(partial(clear, self._file), *self._facts(), self._form.load, *self._pages())
        self._later.go_on()

    def go_to(self, field: str) -> QWidget | None:
        """Go to the field of this object name, or with none to where the caret was; return it."""
        self._later.finish()
        return self._form.focus(field) or self._go_to(self._caret)

    def save(self, done: Callable[[], None]) -> None:
        """Save what was typed and where the caret is, and then call `done`; not if saving fails."""
        if self._autosave.is_dirty or has_moved(self, self._caret):
            self._autosave.save_now(done)
        else:
            done()

    def _take_snapshot(self) -> Callable[[], Saved | None]:
        snapshot, caret = deepcopy(self._draft), caret_in(self)
        self._caret = caret
        if self._is_dropped:
            return lambda: None  # a save that comes late must not bring it back
        return lambda: self._desk.attachments.save_draft(snapshot, caret)

    def _facts(self) -> list[Callable[[], None]]:
        file = self._inspected
        if file is None:
            return [self._ask_for_file]
        return [partial(self._show_form, file), partial(self._show_found, file)]

    def _ask_for_file(self) -> None:
        text = _("{name} was chosen, and is not kept yet. What you wrote about it is here.")
        self._file.addWidget(Notice(text.format(name=self._draft.file_name), kind="due"))
        again = button(_("Choose the file again"), name="choose-again")
        again.clicked.connect(self.choose_asked)
        self._file.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_form(self, file: Inspected) -> None:
        self._file.addWidget(words(file_words(file), "strong"))
        self._keep.show()

    def _show_found(self, file: Inspected) -> None:
        self._file.addWidget(FoundList(file.found, is_open=True))

    def _pages(self) -> list[Callable[[], None]]:
        return [] if self._content is None else [partial(self._ask_for_pages, self._content)]

    def _questions(self) -> list[Callable[[], object]]:
        form = self._form
        return [
            lambda: form.choice("kind", _("What it &is"), options_of(KIND_WORDS)),
            lambda: form.line("title", _("&Title"), _("Such as: left cheek, 20 November.")),
            lambda: form.line(
                "source",
                _("Who &took it, or who sent it"),
                _("With the day, and with what device."),
            ),
            lambda: form.long_text(
                "reason", _("&Why it is kept: why are words not enough?"), rows=2
            ),
            lambda: form.long_text(
                "agreed", _("Who a&greed to the photo, or why nobody was asked"), rows=2
            ),
        ]

    def _fill(self) -> None:
        self._form.only_if(lambda: self._draft.kind is AttachmentKind.PHOTO, "agreed")
        self._form.load()

    def _go_to(self, caret: Caret) -> QWidget | None:
        return put_caret(self, caret) or self._form.focus("file.kind")

    def _add_ways(self) -> None:
        leave = button(_("Do not keep it"), name="leave-file")
        leave.clicked.connect(self._on_leave)
        self._ways.addWidget(leave)

    def _ask_for_pages(self, content: bytes) -> None:
        self._runner.run(
            lambda: self._desk.attachments.pages_of(content), self._on_pages, self._fail, self
        )

    def _on_pages(self, pages: bytes) -> None:
        clear(self._view)
        view = FileView(self._runner, _("The chosen file"))
        view.closed.connect(view.hide)
        self._view.addWidget(view)
        view.show_pages(pages)

    def _on_rules(self, rules: Wording) -> None:
        self._later.add(lambda: hint_wording(self._form, rules, ("reason", "agreed")))
        self._later.go_on()

    def _on_keep(self) -> None:
        problems = [replace(one, field=f"file.{one.field}") for one in draft_problems(self._draft)]
        self._form.show_problems(problems)
        if problems:
            self._form.focus(problems[0].field)
            return
        self._shut(True)
        draft, content = deepcopy(self._draft), self._content or b""
        self._runner.run(
            lambda: self._desk.attachments.add(draft, content), self._on_kept, self._fail, self
        )

    def _on_kept(self, value: Attachment) -> None:
        self.kept.emit(value)

    def _on_leave(self) -> None:
        draft = self._draft
        if not any((draft.title, draft.source, draft.reason, draft.agreed)):
            self._drop()
            return
        ask_to_throw_away(self._said, self._drop)

    def _drop(self) -> None:
        self._is_dropped = True
        self._shut(True)
        draft_id = DraftId(self._draft.id)
        self._runner.run(
            lambda: self._desk.attachments.drop_draft(draft_id),
            lambda _answer: self.left.emit(), self._fail, self,
        )  # fmt: skip

    def _shut(self, shut: bool) -> None:
        self._form.setDisabled(shut)
        self._keep.setDisabled(shut)

    def _fail(self, error: UserError | SituationError) -> None:
        self._is_dropped = False
        self._shut(False)
        self._say(error.text)

    def _say(self, text: str) -> None:
        clear(self._said)
        self._said.addWidget(Notice(text, kind="overdue"))


def _do(ask: Callable[[], object]) -> None:
    ask()
