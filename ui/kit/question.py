"""One question on a page: its label, a hint, the field, and what must be put right about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from sgdesk.text import _
from ui.kit.binding import Binding
from ui.kit.layout import Gap, column, row
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.tab_order import focus_on
from ui.kit.theme import mark, set_state
from ui.kit.unanswered import UnansweredButton
from ui.kit.wrapped_label import WrappedLabel

_UNBOUNDED = 16_777_215  # Qt's own name for it, QWIDGETSIZE_MAX, is not handed on


class Question(QWidget):
    """A labelled field. A sentence about it is read out with it and never by colour alone."""

    unanswered_chosen = Signal(object)

    def __init__(
        self,
        name: str,
        label: str,
        binding: Binding,
        hint: str,
        may_be_unanswered: bool,
        parent: QWidget,
    ) -> None:
        # Its parent from the beginning: Qt dresses whatever gets another one anew.
        super().__init__(parent)
        self.binding = binding
        self.name = name
        self._hint = hint
        self._sentence = ""
        self._problem: QLabel | None = None
        self._doubt: QLabel | None = None
        self._unanswered = UnansweredButton(name) if may_be_unanswered else None
        self._name_field(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._column: QVBoxLayout = column(self, Gap.TIGHT)
        if not isinstance(binding.widget, QCheckBox):
            self._add_label(label)
            if hint:
                self._column.addWidget(self._words(hint, "hint"))
        self._above_field = self._column.count()
        self._lead: QSpacerItem | None = None
        if not binding.suffix and not self._is_bounded():
            self._column.addWidget(binding.widget)
        else:
            self._column.addLayout(self._field_row())
        self._below_field = self._column.count()
        if hint and isinstance(binding.widget, QCheckBox):
            self._column.addWidget(self._words(hint, "hint"))
        self._column.addStretch()

    def show_problem(self, text: str) -> None:
        """Show what must be put right, or with an empty text that nothing is."""
        if text == self._sentence:
            return
        self._sentence = text
        problem = self._problem_words()
        problem.setText(f"!  {text}" if text else "")
        problem.setVisible(bool(text))
        set_state(self.binding.widget, "problem", "true" if text else "false")
        self._describe()

    def take_focus(self) -> QWidget | None:
        """Give the focus to the field, or to the reason why it holds no answer; return it."""
        taken = focus_on(self.binding.widget)
        if taken is None and self._unanswered is not None:
            return focus_on(self._unanswered)
        return taken

    def problem(self) -> str:
        """Return the sentence that is shown, or an empty one."""
        return self._sentence

    def show_unanswered(self, reason: object) -> None:
        """Show why there is no answer, or with None that one may be given."""
        if self._unanswered is not None:
            self._unanswered.show_reason(reason)
            self.binding.widget.setEnabled(reason is None)

    def show_state(self, is_typing: bool = False) -> None:
        """Show what follows from the answer: a doubt about it, or how it was read, once it is no
        longer being typed, and whether there is still a need to say why there is none."""
        doubt = "" if is_typing else self.binding.doubt()
        told = doubt or ("" if is_typing else self.binding.remark())
        if self._doubt is not None or told:
            shown = self._doubt_words()
            mark(shown, "doubt" if doubt else "hint")
            shown.setText(told)
            shown.setVisible(bool(told))
            self._describe()
        if self._unanswered is not None:
            typed = self.binding.typed() if self.binding.typed is not None else ""
            self._unanswered.offer(self.binding.read() in (None, "", ()) and not typed)

    @called_by_qt(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the reasons for no answer on F2, so that Tab need not stop there."""
        if event.key() == Qt.Key.Key_F2 and self._unanswered is not None:
            self._unanswered.ask()
        else:
            super().keyPressEvent(event)

    def height_above(self, width: int) -> int:
        """Return how high label and hint are at this width."""
        above = [self._column.itemAt(index) for index in range(self._above_field)]
        heights = [
            item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            for item in above
            if item is not None
        ]
        return sum(heights) + self._above_field * self._column.spacing()

    def lower_field(self, height: int) -> None:
        """Leave room above the field, so that it stands level with those beside it."""
        if self._lead is None:
            if not height:
                return
            self._lead = QSpacerItem(0, 0)
            self._column.insertSpacerItem(self._above_field, self._lead)
            self._below_field += 1
        if self._lead.sizeHint().height() != height:
            fixed = QSizePolicy.Policy.Fixed
            self._lead.changeSize(0, height, fixed, fixed)
            self._column.invalidate()

    def add(self, widget: QWidget) -> None:
        """Put a remark below the field and what must be put right about it."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def _problem_words(self) -> QLabel:
        # Most questions never have a problem, and every widget takes time when a page is made.
        if self._problem is None:
            self._problem = self._words("", "problem")
            self._problem.setObjectName(f"{self.name}:problem")
            self._column.insertWidget(self._below_field, self._problem)
        return self._problem

    def _doubt_words(self) -> QLabel:
        if self._doubt is None:
            self._doubt = self._words("", "doubt")
            self._doubt.setObjectName(f"{self.name}:doubt")
            self._column.insertWidget(self._below_field, self._doubt)
        return self._doubt

    def _describe(self) -> None:
        put_right = _("Put right: {sentence}").format(sentence=self._sentence)
        parts = (
            put_right if self._sentence else "",
            self._doubt.text() if self._doubt is not None else "",
            self._hint,
            _("F2: no answer") if self._unanswered is not None else "",
        )
        self.binding.widget.setAccessibleDescription(" ".join(filter(None, parts)))

    def _add_label(self, label: str) -> None:
        caption = self._words(label, "label")
        caption.setBuddy(self.binding.widget)
        if self._unanswered is None:
            self._column.addWidget(caption)
            return
        above = row(gap=Gap.SMALL)
        above.addWidget(caption, 1)
        self._unanswered.chosen.connect(self.unanswered_chosen)
        above.addWidget(self._unanswered, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(above)

    def _field_row(self) -> QHBoxLayout:
        fields = row(gap=Gap.SMALL)
        fields.addWidget(self.binding.widget, 1)
        if self.binding.suffix:
            fields.addWidget(self._words(self.binding.suffix, "hint"))
        if self._is_bounded():
            fields.addStretch()
        return fields

    def _is_bounded(self) -> bool:
        return self.binding.widget.maximumWidth() < _UNBOUNDED

    def _name_field(self, label: str) -> None:
        plain = label.replace("&", "")
        self.binding.widget.setObjectName(self.name)
        set_state(self.binding.widget, "problem", "false")
        self.binding.widget.setAccessibleName(plain)
        self._describe()
        if self.binding.naming is not None:
            self.binding.naming(self.name, plain)
        if self._unanswered is not None:
            self._unanswered.setAccessibleName(_("No answer: {label}").format(label=plain))

    def _words(self, text: str, role: str) -> QLabel:
        label = WrappedLabel(text, self)
        mark(label, role)
        return label
