"""Which files of a concern go with one decision: none, unless somebody says why one must."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.attachment import KIND_WORDS, Attachment, file_words
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.sharing.decision import SharingDraft
from sgdesk.domain.wording import Wording
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import AttachmentId
from sgdesk.text import _
from ui.kit.cards import Card, Notice, words
from ui.kit.layout import Gap, clear, column
from ui.kit.tasks import Runner
from ui.kit.text_fields import LongText, text_in
from ui.kit.theme import set_state
from ui.kit.wording_hint import hint_wording_in


class SendingCard(Card):
    """Hidden where the concern has no files. `changed` after each answer, `left` after a field."""

    changed = Signal()
    left = Signal()

    def __init__(self, desk: Desk, runner: Runner, draft: Callable[[], SharingDraft]) -> None:
        super().__init__(
            _("Photos and files"),
            _(
                "A file stays unless you tick it and say why. What goes is a clean copy on paper of"
                " ours, behind the referral: no place, no device, no earlier versions."
            ),
        )
        self._desk = desk
        self._runner = runner
        self._draft = draft
        self._lines: dict[AttachmentId, _Line] = {}
        self._problems: Sequence[Problem] = ()
        self._place = column(gap=Gap.NORMAL)
        self.body.addLayout(self._place)
        self.hide()

    def read(self) -> None:
        """Read which files there are, and show what is decided about each."""
        desk, wanted = self._desk, self._draft().concern_id
        self._runner.run(lambda: desk.attachments.of_concern(wanted), self._show, self._fail, self)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark the files that lack a reason."""
        self._problems = problems
        sentences = {problem.field: problem.text for problem in reversed(problems)}
        for file_id, line in self._lines.items():
            line.show_problem(sentences.get(f"{file_id}.reason", ""))

    def _show(self, files: tuple[Attachment, ...]) -> None:
        here = {one.id: one for one in files if one.set_aside_at is None}
        if list(here) != list(self._lines):
            clear(self._place)
            self._lines = {file_id: self._line(one) for file_id, one in here.items()}
        for file_id, line in self._lines.items():
            line.show_choice(self._draft().files.get(file_id))
        self.show_problems(self._problems)
        self.setVisible(bool(here))

    def _line(self, one: Attachment) -> "_Line":
        line = _Line(one, self._desk.wording)
        line.changed.connect(lambda: self._on_changed(one.id, line))
        line.left.connect(self.left)
        self._place.addWidget(line)
        return line

    def _on_changed(self, file_id: AttachmentId, line: "_Line") -> None:
        draft, why = self._draft(), line.answer()
        others = {key: old for key, old in draft.files.items() if key != file_id}
        draft.files = others if why is None else others | {file_id: why}
        line.show_problem("")
        self.changed.emit()

    def _fail(self, error: UserError | SituationError) -> None:
        clear(self._place)
        self._lines = {}
        self._place.addWidget(Notice(error.text, kind="overdue"))
        self.show()


class _Line(QWidget):
    """One file: a tick, and why it goes once it is ticked."""

    changed = Signal()
    left = Signal()

    def __init__(self, one: Attachment, rules: Wording) -> None:
        super().__init__()
        layout = column(self, Gap.TIGHT)
        self._goes = QCheckBox(one.title.replace("&", "&&"))
        self._goes.setObjectName(f"{one.id}.goes")
        self._goes.setAccessibleName(_("Send: {title}").format(title=one.title))
        layout.addWidget(self._goes)
        layout.addWidget(words(f"{_(KIND_WORDS[one.kind])} · {file_words(one.file)}", "hint"))
        self._label = words(_("Why it is essential that this goes"), "label")
        self._why = LongText(rows=2)
        self._why.setObjectName(f"{one.id}.reason")
        self._why.setAccessibleName(
            _("Why it is essential that this goes: {title}").format(title=one.title)
        )
        self._label.setBuddy(self._why)
        self._problem = words("", "problem")
        self._marked = QWidget()
        hint_wording_in(self._why, rules, column(self._marked, Gap.NONE).addWidget)
        for part in (self._label, self._why, self._problem, self._marked):
            layout.addWidget(part)
            part.hide()
        self._goes.clicked.connect(self._on_ticked)
        self._why.textChanged.connect(self.changed)
        self._why.left.connect(self.left)

    def answer(self) -> str | None:
        """Return why the file goes, or None while it stays."""
        return text_in(self._why) if self._goes.isChecked() else None

    def show_choice(self, why: str | None) -> None:
        """Show what is decided: None for a file that stays."""
        self._goes.setChecked(why is not None)
        if why is not None and why != text_in(self._why):
            self._why.setPlainText(why)
        for part in (self._label, self._why, self._marked):
            part.setVisible(why is not None)

    def show_problem(self, text: str) -> None:
        """Show what must be put right, or with an empty text that nothing is."""
        self._problem.setText(f"!  {text}")
        self._problem.setVisible(bool(text))
        set_state(self._why, "problem", "true" if text else "false")
        put_right = _("Put right: {sentence}").format(sentence=text) if text else ""
        self._why.setAccessibleDescription(put_right)

    def _on_ticked(self) -> None:
        self.show_choice(self.answer())
        self.changed.emit()
