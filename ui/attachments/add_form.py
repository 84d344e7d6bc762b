"""A file that was chosen and is not kept yet: what it is, what is asked about it, and its pages."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
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
from sgdesk.domain.wording import Wording
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId
from sgdesk.text import _
from ui.attachments.file_view import FileView
from ui.attachments.found_list import FoundList
from ui.kit.binding import DraftHolder
from ui.kit.cards import Notice, button, words
from ui.kit.choice_fields import options_of
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, clear, column
from ui.kit.tasks import Runner
from ui.kit.wording_hint import hint_wording


class AddForm(QWidget):
    """`kept` carries the file once it is in the store; `left` when it is not wanted."""

    kept = Signal(object)
    left = Signal()

    def __init__(
        self, desk: Desk, runner: Runner, concern_id: ConcernId, content: bytes, file: Inspected
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._content = content
        kind = None if file.form is FileForm.PDF else AttachmentKind.PHOTO
        self._draft = AttachmentDraft(concern_id=concern_id, kind=kind)
        self._column = layout = column(self, Gap.NORMAL)
        layout.addWidget(words(file_words(file), "strong"))
        layout.addWidget(FoundList(file.found, is_open=True))
        self._said = column(gap=Gap.NONE)
        layout.addLayout(self._said)
        self._form = Form(DraftHolder(self._draft), "file")
        layout.addWidget(self._form)
        self._later = Gradually(self)

    def begin(self) -> None:
        """Ask the questions, piece by piece so that nothing stalls, and then show the file."""
        asked = (partial(_do, ask) for ask in self._questions())
        self._later.replace([*asked, self._fill, self._add_ways, self._add_view])
        self._later.go_on()

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
        self._form.focus("file.kind")

    def _add_ways(self) -> None:
        ways = FlowLayout(gap=Gap.SMALL)
        self._keep = button(_("Keep it with the concern"), "primary", "keep-file")
        self._keep.clicked.connect(self._on_keep)
        ways.addWidget(self._keep)
        leave = button(_("Do not keep it"), name="leave-file")
        leave.clicked.connect(self.left)
        ways.addWidget(leave)
        self._column.addLayout(ways)

    def _add_view(self) -> None:
        view = FileView(self._runner, _("The chosen file"))
        view.closed.connect(view.hide)
        self._column.addWidget(view)
        content = self._content
        # On the worker: the first to ask for the rules has them read from their file.
        self._runner.run(lambda: self._desk.wording, self._on_rules, self._fail, self)
        self._runner.run(
            lambda: self._desk.attachments.pages_of(content), view.show_pages, self._fail, view
        )

    def _on_rules(self, rules: Wording) -> None:
        hint_wording(self._form, rules, ("reason", "agreed"))

    def _on_keep(self) -> None:
        problems = [replace(one, field=f"file.{one.field}") for one in draft_problems(self._draft)]
        self._form.show_problems(problems)
        if problems:
            self._form.focus(problems[0].field)
            return
        self._keep.setEnabled(False)
        self._runner.run(
            lambda: self._desk.attachments.add(self._draft, self._content),
            self._on_kept, self._fail, self,
        )  # fmt: skip

    def _on_kept(self, value: Attachment) -> None:
        self.kept.emit(value)

    def _fail(self, error: UserError | SituationError) -> None:
        self._keep.setEnabled(True)
        clear(self._said)
        self._said.addWidget(Notice(error.text, kind="overdue"))


def _do(ask: Callable[[], object]) -> None:
    ask()
