"""A fact sentence by sentence: each has a tick of its own, and a reason where it needs one."""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.sharing.decision import Choice
from sgdesk.domain.sharing.proposal import whole_again
from sgdesk.domain.sharing.sentences import SentenceChoice, has_more_than_sentences
from sgdesk.domain.wording import Wording
from sgdesk.text import _
from ui.kit.cards import words
from ui.kit.layout import Gap, column, row
from ui.share.reason_field import ReasonField


class SentenceRows(QWidget):
    """The sentences of one fact. `changed` brings the choice as it is now."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, fact: Fact, choice: Choice, rules: Wording) -> None:
        super().__init__()
        self._fact = fact
        self._choice = whole_again(fact, choice)
        self._rows: list[_SentenceRow] = []
        layout = column(self, Gap.TIGHT)
        about = _("A sentence without a tick is not printed. “[...]” shows that part is held back.")
        layout.addWidget(words(about, "hint"))
        for number, part in enumerate(self._choice.parts, 1):
            line = _SentenceRow(f"{fact.id}.sentence.{number}", number, part, rules)
            line.show_part(part, of_fact_that_goes=choice.goes)
            line.changed.connect(self._on_changed)
            line.left.connect(self.left)
            self._rows.append(line)
            layout.addWidget(line)

    def show_choice(self, choice: Choice) -> None:
        """Show the same sentences as they are chosen by now."""
        self._choice = whole_again(self._fact, choice)
        for line, part in zip(self._rows, self._choice.parts, strict=True):
            line.show_part(part, of_fact_that_goes=choice.goes)

    def focus_first(self) -> None:
        """Put the focus on the first sentence."""
        self._rows[0].box.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_changed(self) -> None:
        parts = tuple(line.part() for line in self._rows)
        is_any = any(part.goes for part in parts)
        goes = is_any or (self._choice.goes and has_more_than_sentences(self._fact))
        if not goes:
            # The next tick of the whole fact begins again as it was.
            parts = self._choice.parts
        self.show_choice(msgspec.structs.replace(self._choice, goes=goes, parts=parts))
        self.changed.emit(self._choice)


class _SentenceRow(QWidget):
    changed = Signal()
    left = Signal()

    def __init__(self, name: str, number: int, part: SentenceChoice, rules: Wording) -> None:
        super().__init__()
        self._name, self._rules, self._part = name, rules, part
        self._title = _("Sentence {number}: {text}").format(number=number, text=part.text)
        self._reason: ReasonField | None = None
        self._loading = False
        self.box = QCheckBox()
        self.box.setObjectName(name)
        self.box.setAccessibleName(self._title)
        self.box.setAccessibleDescription(part.proposed_because)
        self.box.toggled.connect(self._on_changed)
        layout = row(self, Gap.SMALL)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self._column = column(gap=Gap.TIGHT)
        self._column.addWidget(words(part.text))
        if part.proposed_because:
            self._column.addWidget(words(part.proposed_because, "hint"))
        layout.addLayout(self._column, 1)

    def show_part(self, part: SentenceChoice, *, of_fact_that_goes: bool) -> None:
        """Show whether the sentence goes, and the reason that was typed."""
        self._part = part
        goes = part.goes and of_fact_that_goes
        is_asked = of_fact_that_goes and (goes != part.proposed or bool(part.reason))
        self._loading = True
        self.box.setChecked(goes)
        if is_asked or self._reason is not None:
            field = self._field()
            field.set_text(part.reason)
            why = _("Why it is essential that this goes") if goes else _("Why this stays")
            field.ask(why, self._title)
            field.setVisible(is_asked)
        self._loading = False

    def part(self) -> SentenceChoice:
        """Return the sentence as it is chosen now."""
        reason = self._reason.text() if self._reason is not None else ""
        return msgspec.structs.replace(self._part, goes=self.box.isChecked(), reason=reason)

    def _field(self) -> ReasonField:
        if self._reason is None:
            self._reason = ReasonField(f"{self._name}.reason", self._rules)
            self._reason.changed.connect(self._on_changed)
            self._reason.left.connect(self.left)
            self._column.addWidget(self._reason)
        return self._reason

    def _on_changed(self) -> None:
        if not self._loading:
            self.changed.emit()
