"""What any form does: places questions, keeps holder and fields alike, says what is wrong."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from sgdesk.domain.flows.engine import Problem
from ui.kit.beside import Beside
from ui.kit.binding import Binding, Holder
from ui.kit.cards import Card, Fold
from ui.kit.layout import column, shown_together
from ui.kit.painting import PaintedLater
from ui.kit.question import Question

_NOTHING: tuple[object, ...] = (None, "", (), False)
_PRESSED_MS = 10


class _Place(Protocol):
    @property
    def host(self) -> QWidget: ...

    def add(self, widget: QWidget, share: int = 1) -> None: ...


class FormBody(QWidget):
    """Questions bound to a holder.

    `changed` names the field after each change, once the holder has the answer; `left` tells that
    somebody has finished with a field, and `field_left` before it with which, by its object name:
    `field`, or `prefix.field` in a list.
    """

    changed = Signal(str)
    field_left = Signal(str)
    left = Signal()

    def __init__(self, holder: Holder, prefix: str = "") -> None:
        super().__init__()
        self._holder = holder
        self._prefix = f"{prefix}." if prefix else ""
        self._questions: dict[str, Question] = {}
        self._folds: list[Fold] = []
        self._conditions: list[tuple[Callable[[], bool], tuple[QWidget, ...]]] = []
        self._loading = False
        self._loaded: set[str] = set()
        self._into: _Place = _Column(self, column(self))

    def add(
        self, label: str, binding: Binding, hint: str = "", unanswered: bool = False, share: int = 1
    ) -> Question:
        """Add a question of any kind at the present place of the form."""
        name = self._prefix + binding.field
        question = Question(name, label, binding, hint, unanswered, self._into.host)
        self._questions[binding.field] = question
        binding.changed.connect(lambda *_args: self._on_changed(question))
        binding.left.connect(lambda *_args: self._on_left(question))
        question.unanswered_chosen.connect(lambda reason: self._on_unanswered(question, reason))
        self.add_widget(question, share)
        return question

    def add_widget(self, widget: QWidget, share: int = 1) -> None:
        """Put anything else at the present place of the form."""
        self._into.add(widget, share)

    @contextmanager
    def card(self, title: str = "", hint: str = "", role: str = "card") -> Iterator[Card]:
        """Put what follows into a card of its own."""
        card = Card(title, hint, role)
        with self._inside(card, _Column(card, card.body)):
            yield card

    @contextmanager
    def more_of(self, part: Card | Fold) -> Iterator[None]:
        """Put what follows into a card or a fold that was added before."""
        host = part.inside if isinstance(part, Fold) else part
        with shown_together(host), self._at(_Column(host, part.body)):
            yield

    @contextmanager
    def beside(self, least: int = 16) -> Iterator[Beside]:
        """Put what follows beside each other, while each has its least width in letters."""
        place = Beside(least)
        with self._inside(place, place):
            yield place

    @contextmanager
    def more_beside(self, part: Beside) -> Iterator[None]:
        """Put what follows beside what was added there before."""
        with self._at(part):
            yield

    @contextmanager
    def fold(self, title: str) -> Iterator[Fold]:
        """Fold what follows away, with a count of its questions."""
        fold = Fold(title)
        self._folds.append(fold)
        with self._inside(fold, _Column(fold.inside, fold.body)):
            yield fold

    def only_if(self, applies: Callable[[], bool], *parts: str | QWidget) -> None:
        """Show these fields or widgets only while a statement about the answers holds."""
        widgets = tuple(self._questions[p] if isinstance(p, str) else p for p in parts)
        self._conditions.append((applies, widgets))

    def question(self, field: str) -> Question:
        """Return the question of a field."""
        return self._questions[field]

    def load(self) -> None:
        """Show what the holder holds. All answers are read first: filling one field must not
        write another's old answer. A field that shows its answer already keeps caret and undo."""
        self._load(self._questions)

    def load_new(self) -> None:
        """Show what the holder holds in the questions that were added since the last time."""
        self._load([field for field in self._questions if field not in self._loaded])

    def wrong(self) -> dict[str, str]:
        """Return what was typed and cannot be taken: a sentence for each such object name."""
        return {
            question.name: sentence
            for question in self._questions.values()
            if (sentence := question.binding.wrong()) and self._applies(question)
        }

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark the fields of these problems, and nothing else but what is typed wrong."""
        sentences = self.wrong() | {problem.field: problem.text for problem in reversed(problems)}
        for question in self._questions.values():
            question.show_problem(sentences.get(question.name, ""))

    def show_left(self, name: str, text: str) -> None:
        """Say at a field that was just left what is wrong with its answer; an empty one waits."""
        for question in self._questions.values():
            if question.name == name and question.binding.read() not in _NOTHING:
                question.show_problem(question.binding.wrong() or text)

    def focus(self, name: str) -> QWidget | None:
        """Go to the field of this object name, unfolding it; return it, or None if not here."""
        for question in self._questions.values():
            if question.name == name:
                for fold in self._folds:
                    if fold.isAncestorOf(question):
                        fold.open()
                question.take_focus()
                return question.binding.widget
        return None

    @contextmanager
    def _inside(self, widget: QWidget, place: _Place) -> Iterator[None]:
        self._into.add(widget)
        with self._at(place):
            yield

    @contextmanager
    def _at(self, place: _Place) -> Iterator[None]:
        outside = self._into
        self._into = place
        try:
            yield
        finally:
            self._into = outside

    def _load(self, fields: Iterable[str]) -> None:
        answers = {field: self._held(field) for field in fields}
        self._loaded.update(answers)
        self._loading = True
        try:
            for field, (value, typed, reason) in answers.items():
                self._fill(self._questions[field], value, typed, reason)
        finally:
            self._loading = False
        self._refresh()

    def _held(self, field: str) -> tuple[object, str, object]:
        question, has = self._questions[field], self._holder.has
        parsed = question.binding.typed is not None and has(f"{field}_typed")
        typed = self._holder.get(f"{field}_typed") if parsed else ""
        reasons = self._holder.get("unanswered") if has("unanswered") else {}
        return self._holder.get(field), typed, reasons.get(field)

    def _fill(self, question: Question, value: object, typed: str, reason: object) -> None:
        binding = question.binding
        question.show_unanswered(reason)
        if reason is not None and value in _NOTHING:
            return  # what was typed before stays in sight, and can be taken back
        if binding.read() != value or (binding.typed is not None and binding.typed() != typed):
            binding.fill(value)
            if binding.fill_typed is not None:
                binding.fill_typed(typed)
            question.show_problem(binding.wrong())  # what was said was about the other answer
        question.show_state()

    def _on_changed(self, question: Question) -> None:
        if self._loading:
            return
        self._put(question)
        if question.problem() or question.binding.typed is None:
            question.show_problem(question.binding.wrong())
        question.show_state(is_typing=True)
        self.apply_conditions()
        self.changed.emit(question.binding.field)

    def _on_left(self, question: Question) -> None:
        if self._loading:
            return
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            # What is said at a field moves what is below it: under a press, the click would miss.
            QTimer.singleShot(_PRESSED_MS, self, lambda: self._on_left_at_last(question))
            return
        if sentence := question.binding.wrong():
            question.show_problem(sentence)
        question.show_state()
        self._refresh()
        self.field_left.emit(question.name)
        self.left.emit()

    def _on_left_at_last(self, question: Question) -> None:
        # The press may have closed the card, whose parts then go one by one.
        if isValid(self) and self.isVisible() and isValid(question):
            self._on_left(question)

    def _on_unanswered(self, question: Question, reason: object) -> None:
        field = question.binding.field
        reasons = {k: v for k, v in self._holder.get("unanswered").items() if k != field}
        self._holder.put("unanswered", reasons if reason is None else reasons | {field: reason})
        self._put(question, answered=reason is None)
        question.show_unanswered(reason)
        question.show_problem("")
        question.take_focus()
        self.changed.emit(field)
        self.left.emit()

    def _put(self, question: Question, answered: bool = True) -> None:
        binding = question.binding
        value = binding.read()
        nothing = "" if isinstance(value, str) else None
        self._holder.put(binding.field, value if answered else nothing)
        if binding.typed is not None and self._holder.has(f"{binding.field}_typed"):
            self._holder.put(f"{binding.field}_typed", binding.typed() if answered else "")

    def _refresh(self) -> None:
        self.apply_conditions()
        for fold in self._folds:
            inside = [f for f, question in self._questions.items() if fold.isAncestorOf(question)]
            held = [self._held(field) for field in inside]
            answered = sum(v not in _NOTHING or why is not None for v, _typed, why in held)
            fold.set_count(len(inside), answered)

    def apply_conditions(self) -> None:
        """Show and hide what hangs on other answers, of other forms too."""
        for applies, widgets in self._conditions:
            shown = applies()
            for widget in widgets:
                # What was never told to hide, Qt shows by itself in a page that is in sight.
                is_told = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
                if widget.isHidden() == shown or not (shown or is_told):
                    PaintedLater.add(self)
                    widget.setVisible(shown)

    def _applies(self, question: Question) -> bool:
        put_away = [w for applies, widgets in self._conditions if not applies() for w in widgets]
        out = any(widget is question or widget.isAncestorOf(question) for widget in put_away)
        return not out and question.binding.widget.isEnabled()


class _Column:
    def __init__(self, host: QWidget, layout: QVBoxLayout) -> None:
        self.host = host
        self._layout = layout

    def add(self, widget: QWidget, share: int = 1) -> None:
        self._layout.addWidget(widget)
