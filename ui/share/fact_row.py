"""One fact in the list of what goes: a tick, the fact, where it is from, and why it stays."""

from html import escape

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.sharing.decision import Choice
from sgdesk.domain.sharing.sentences import in_part, sentences_of
from sgdesk.domain.wording import Wording
from sgdesk.text import _
from ui.kit.cards import button, rich_words, tag, words
from ui.kit.layout import Gap, column, letters, lines, row, shown_together
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.theme import mark
from ui.share.choice_state import state_of
from ui.share.reason_field import ReasonField
from ui.share.sentence_rows import SentenceRows

SHARES = (11, 5, 7)
_NARROW = 90
_SEVERAL = 2


class FactRow(QFrame):
    """A fact with its tick. `changed` brings its id and the choice as it is now; `stacked` tells
    whether the cells stand below each other. Several sentences can be chosen one by one."""

    changed = Signal(str, object)
    left = Signal()
    stacked = Signal(bool)

    def __init__(self, fact: Fact, number: int, rules: Wording) -> None:
        super().__init__()
        self._rules = rules
        self.fact = fact
        self._title = _("{number}. {label}").format(number=number, label=label(fact))
        self._loading = False
        self._shown: Choice | None = None
        self._as_above = False
        self.box = QCheckBox()
        self.box.setObjectName(f"{fact.id}.goes")
        self.box.toggled.connect(self._on_changed)
        self._reason: ReasonField | None = None
        self._sentences: SentenceRows | None = None
        layout = row(self, Gap.SMALL)
        layout.setContentsMargins(letters(1), lines(0.45), letters(1), lines(0.45))
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self._cells = row(gap=Gap.NORMAL)
        for cell, share in zip(self._parts(), SHARES, strict=True):
            cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._cells.addWidget(cell, share)
        layout.addLayout(self._cells, 1)

    def show_choice(self, choice: Choice, *, as_above: bool = False) -> None:
        """Show whether the fact goes, what was proposed and why, and the reason that was typed.

        Where the row above is proposed for the same reason, the reason stands there only.
        """
        if choice == self._shown and as_above == self._as_above:
            return
        self._shown, self._as_above = choice, as_above
        self._loading = True
        self.box.setChecked(choice.goes)
        if choice.reason or self._reason is not None:
            self._reason_field().set_text(choice.reason)
        if self._sentences is not None:
            self._sentences.show_choice(choice)
        self._loading = False
        self._show_state(choice)

    def show_problem(self, text: str) -> None:
        """Show what must be put right, or with an empty text that nothing is."""
        if text or self._reason is not None:
            reason = self._reason_field()
            reason.show_problem(text)
            reason.setVisible(reason.isVisibleTo(self) or bool(text))

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cells below each other where there is no room beside."""
        super().resizeEvent(event)
        narrow = event.size().width() < letters(_NARROW)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._cells.direction() != wanted:
            self._cells.setDirection(wanted)
            self._cells.setSpacing(lines((Gap.TIGHT if narrow else Gap.NORMAL).value))
            self.stacked.emit(narrow)

    def _parts(self) -> tuple[QWidget, QWidget, QWidget]:
        self._said = rich_words("")
        self._answer = QWidget()
        self._state: QVBoxLayout = column(self._answer, Gap.TIGHT)
        self._tag: QLabel = tag("")
        self._state.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignLeft)
        self._because = words("", "hint")
        self._state.addWidget(self._because)
        self._state.addStretch()
        from_where = words(source(self.fact), "hint")
        for text in (self._said, from_where):
            text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return self._told(), from_where, self._answer

    def _told(self) -> QWidget:
        self._open: QPushButton | None = None
        if len(sentences_of(self.fact)) < _SEVERAL:
            return self._said
        told = QWidget()
        self._column = column(told, Gap.TIGHT)
        self._column.addWidget(self._said)
        self._open = button(_("Sentence by sentence"), "link-small", f"{self.fact.id}.sentences")
        self._open.setAccessibleName(_("Sentence by sentence: {fact}").format(fact=self._title))
        self._open.setCheckable(True)
        self._open.toggled.connect(self._on_opened)
        self._column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()
        return told

    def _on_opened(self, is_open: bool) -> None:
        if self._open is None or self._shown is None:
            return
        self._open.setText(_("Close the sentences") if is_open else _("Sentence by sentence"))
        if self._sentences is None:
            self._sentences = SentenceRows(self.fact, self._shown, self._rules)
            self._sentences.changed.connect(lambda choice: self.changed.emit(self.fact.id, choice))
            self._sentences.left.connect(self.left)
            self._column.insertWidget(self._column.count() - 1, self._sentences)
        self._sentences.setVisible(is_open)
        if is_open:
            self._sentences.focus_first()

    def _reason_field(self) -> ReasonField:
        # Few facts ever need one, and a long list of them would take its time.
        if self._reason is None:
            self._reason = ReasonField(f"{self.fact.id}.reason", self._rules)
            self._reason.changed.connect(self._on_changed)
            self._reason.left.connect(self.left)
            self._state.insertWidget(self._state.count() - 1, self._reason)
        return self._reason

    def _show_state(self, choice: Choice) -> None:
        with shown_together(self._answer):
            text = self._show_answer(choice)
        mark(self, "row" if choice.goes else "row-held")
        self._name(text, choice)

    def _show_answer(self, choice: Choice) -> str:
        text, tone, because = state_of(choice)
        went = in_part(self.fact, choice.parts) if choice.goes else self.fact
        said = f"<b>{escape(label(self.fact))}</b> — {escape(sentence(went))}"
        if said != self._said.text():
            self._said.setText(said)
        self._tag.setText(text)
        mark(self._tag, f"tag-{tone}")
        is_said_above = self._as_above and because == choice.proposed_because
        self._because.setText("" if is_said_above else because)
        self._because.setVisible(bool(self._because.text()))
        is_asked = choice.goes != choice.proposed or bool(choice.reason)
        if is_asked or self._reason is not None:
            why = _("Why it is essential that this goes") if choice.goes else _("Why this stays")
            self._reason_field().ask(why, self._title)
            self._reason_field().setVisible(is_asked)
        return text

    def _name(self, state: str, choice: Choice) -> None:
        self.box.setAccessibleName(
            _("{title}: {state}. {sentence}").format(
                title=self._title, state=state, sentence=sentence(self.fact)
            )
        )
        self.box.setAccessibleDescription(
            " ".join(filter(None, (source(self.fact), choice.proposed_because)))
        )

    def _on_changed(self) -> None:
        if self._loading or self._shown is None:
            return
        reason = self._reason.text() if self._reason is not None else ""
        goes = self.box.isChecked()
        self.changed.emit(
            self.fact.id, msgspec.structs.replace(self._shown, goes=goes, reason=reason)
        )
