"""Surfaces and small parts: cards, tags, notice strips, folded parts, titles, empty pages."""

from collections.abc import Callable, Sequence

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from sgdesk.text import _
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, column, letters, row
from ui.kit.overrides import called_by_qt
from ui.kit.push_button import PushButton
from ui.kit.theme import mark
from ui.kit.wrapped_label import WrappedLabel

# Qt.TextFormat by number: merely naming the Qt namespace costs 18 ms of the start to the lock page.
_PLAIN, _RICH = 0, 1
Sources = Sequence[str] | Callable[[], Sequence[str]]


def words(text: str, role: str = "") -> QLabel:
    """Return text that wraps, and that can be selected and copied unless it has a role of its own.

    What a person typed is never markup: the text is shown as it is.
    """
    label = WrappedLabel(text)
    label.setProperty("textFormat", _PLAIN)
    if role:
        mark(label, role)
    return label


def copyable(text: str, role: str = "") -> QLabel:
    """Return text that wraps, and can be selected and copied by mouse and by keyboard."""
    label = words(text, role)
    flags = QtCore.Qt.TextInteractionFlag
    label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return label


def rich_words(text: str, role: str = "") -> QLabel:
    """Return text with our own markup in it; escape whatever a person typed before."""
    label = words(text, role)
    label.setProperty("textFormat", _RICH)
    return label


def tag(text: str, tone: str = "quiet") -> QLabel:
    """Return a pill. Tones: overdue, due, ok, info, quiet; the word says it, not the colour."""
    label = QLabel(text)
    label.setProperty("textFormat", _PLAIN)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    mark(label, f"tag-{tone}")
    return label


def button(text: str, role: str = "", name: str = "") -> QPushButton:
    """Return a push button of a role (primary, danger, link, small or none) and object name."""
    widget = PushButton(text)
    widget.setAccessibleName(text.replace("&", ""))
    widget.setObjectName(name)
    widget.setAutoDefault(False)
    if role:
        mark(widget, role)
    return widget


def empty(text: str) -> QLabel:
    """Return what an empty page or list says: what to do first."""
    return words(text, "empty")


class Sentence(WrappedLabel):
    """Plain text that asks for one line, and wraps only where it must."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("textFormat", _PLAIN)
        mark(self, "sentence")

    @called_by_qt(QSize)
    def sizeHint(self) -> QSize:
        """Return the size of the text in one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + letters(1), metrics.height())


class Card(QFrame):
    """A white surface with a hairline border, and a title where it has one."""

    def __init__(self, title: str = "", hint: str = "", role: str = "card") -> None:
        super().__init__()
        mark(self, role)
        self.body: QVBoxLayout = column(self, Gap.NORMAL)
        self.top = row(gap=Gap.SMALL)
        if title:
            self.top.addWidget(words(title, "title"), 1)
            self.body.addLayout(self.top)
            self.setAccessibleName(title)
        if hint:
            self.body.addWidget(words(hint, "hint"))

    def add(self, widget: QWidget) -> None:
        """Put a widget below what is in the card."""
        self.body.addWidget(widget)

    def add_to_title(self, widget: QWidget) -> None:
        """Put a small widget, such as a tag, at the right of the title."""
        self.top.addWidget(widget, 0, QtCore.Qt.AlignmentFlag.AlignTop)


class Notice(QFrame):
    """A strip with guidance or a warning: a sentence, its links, and the sources when asked for:
    lines, or what makes them when they are wanted.

    Kinds: info (blue edge), due (amber), overdue (red), ok (green).
    """

    linked = Signal(str)

    def __init__(self, text: str, sources: Sources = (), kind: str = "info") -> None:
        super().__init__()
        mark(self, "strip" if kind == "info" else f"strip-{kind}")
        self._layout: QVBoxLayout = column(self, Gap.TIGHT)
        self._text = Sentence(text)
        self._links = FlowLayout(gap=Gap.SMALL)
        self._links.addWidget(self._text)
        self._layout.addLayout(self._links)
        self._told: QLabel | None = None
        if sources:
            self._sources = sources
            self._why = self._add_button(_("Why we ask"), "why")
            self._why.clicked.connect(self._on_why)

    def add(self, widget: QWidget) -> None:
        """Put a widget below the sentence."""
        self._layout.addWidget(widget)

    def set_text(self, text: str) -> None:
        """Show another sentence."""
        self._text.setText(text)

    def add_link(self, id: str, text: str) -> QPushButton:
        """Add a link; `linked` tells its id when it is pressed."""
        link = self._add_button(text, id)
        link.clicked.connect(lambda: self.linked.emit(id))
        return link

    def _add_button(self, text: str, name: str) -> QPushButton:
        link = button(text, "link-small", name)
        self._links.addWidget(link)
        return link

    def _on_why(self) -> None:
        if self._told is None:
            told = self._sources() if callable(self._sources) else self._sources
            self._told = copyable("\n".join(told), "hint")
            self._told.hide()
            self.add(self._told)
        shown = self._told.isHidden()
        self._told.setVisible(shown)
        self._why.setText(_("Hide the source") if shown else _("Why we ask"))


class Fold(QWidget):
    """A part of a page that is folded away, with a count of what is in it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._count = 0
        self._answered = 0
        layout = column(self, Gap.NORMAL)
        self._button = button("", "link-small", "fold")
        layout.addWidget(self._button, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self.inside = QWidget()
        self._button.clicked.connect(lambda: self.open(self.inside.isHidden()))
        self.body: QVBoxLayout = column(self.inside, Gap.NORMAL)
        self.inside.hide()
        layout.addWidget(self.inside)
        self._show_title()

    def open(self, is_open: bool = True) -> None:
        """Unfold it, or fold it away."""
        self.inside.setVisible(is_open)
        self._show_title()

    def set_count(self, count: int, answered: int) -> None:
        """Say how many questions there are in it, and how many are answered."""
        self._count, self._answered = count, answered
        self._show_title()

    def _show_title(self) -> None:
        pattern = (
            _("Show {title} ({count} questions, {answered} answered)")
            if self.inside.isHidden()
            else _("Hide {title} ({count} questions, {answered} answered)")
        )
        text = pattern.format(title=self._title, count=self._count, answered=self._answered)
        self._button.setText(text)
        self._button.setAccessibleName(text)
