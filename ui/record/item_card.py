"""One item of a list: a single line, or while it is the current one, its form."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from sgdesk.text import _
from ui.kit.cards import Card, button, tag, words
from ui.kit.form import Form
from ui.kit.layout import Gap, row
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.theme import mark

_LINE = 1


class ItemCard(Card):
    """`opened`: its form is wanted. `done`: put it away. `removal_asked`: ask, then remove."""

    opened = Signal()
    done = Signal()
    removal_asked = Signal()

    def __init__(self, item_id: str) -> None:
        super().__init__()
        self.item_id = item_id
        self.form: Form | None = None
        self._problem: QLabel | None = None
        self._close: QPushButton | None = None
        self._title = words("", "title")
        self.top.addWidget(self._title, 1)
        self._tag = tag("")
        self.add_to_title(self._tag)
        self.body.addLayout(self.top)
        self._line = words("", "hint")
        self.add(self._line)
        self._ways = QWidget()
        self._add_ways()

    def show_item(self, title: str, line: str, source: str) -> None:
        """Show what the item is called, what it says, and where it comes from."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line) and self.form is None)
        self._tag.setText(source)
        self._tag.setVisible(bool(source))
        self.setAccessibleName(title)
        self._change.setAccessibleName(_("Change {title}").format(title=title))
        self._remove.setAccessibleName(_("Remove {title}").format(title=title))
        if self._close is not None:
            self._close.setAccessibleName(_("Close {title}").format(title=title))

    def show_problem(self, text: str) -> None:
        """Show, while it is closed, what must be put right in it."""
        if self._problem is None:
            if not text:
                return
            self._problem = words("", "problem")
            self.body.insertWidget(_LINE + 1, self._problem)
        self._problem.setText(f"!  {text}" if text else "")
        self._problem.setVisible(bool(text) and self.form is None)

    def put_form(self, form: Form) -> None:
        """Open with this form."""
        self.form = form
        self.body.insertWidget(self.body.indexOf(self._ways), form)
        form.show()
        # Tab goes in the order of the children, and the buttons stand below the form.
        self._ways.raise_()
        self._show_state()

    def let_go_of_form(self) -> Form | None:
        """Close, and hand the form back, which stays in sight until it is put away."""
        form, self.form = self.form, None
        return form

    def put_away(self, form: Form) -> None:
        """Show the line and not this form, which was let go of."""
        if not isValid(form):
            return
        self._show_state()
        focus = QApplication.focusWidget()
        if focus is not None and form.isAncestorOf(focus):
            self.focus_first()  # hidden with the focus in it, Qt would look through the whole page
        form.hide()
        self.body.removeWidget(form)

    def focus_first(self) -> None:
        """Put the focus on the first thing in the card that takes it."""
        self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    @called_by_qt(nothing)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open at a click anywhere on it."""
        super().mousePressEvent(event)
        if self.form is None:
            self.opened.emit()

    def _add_ways(self) -> None:
        self._change = button(_("Change"), "link-small", f"{self.item_id}:change")
        self._change.clicked.connect(self.opened)
        self._remove = button(_("Remove"), "link-small", f"{self.item_id}:remove")
        self._remove.clicked.connect(self.removal_asked)
        self._row = row(self._ways, Gap.SMALL)
        for way in (self._change, self._remove):
            self._row.addWidget(way)
        self._row.addStretch()
        self.add(self._ways)

    def _close_link(self) -> QPushButton:
        close = button(_("Close this card"), "link-small", f"{self.item_id}:close")
        close.setAccessibleName(_("Close {title}").format(title=self._title.text()))
        close.clicked.connect(self.done)
        self._row.insertWidget(0, close)
        self._remove.raise_()
        return close

    def _show_state(self) -> None:
        is_open = self.form is not None
        if is_open and self._close is None:
            self._close = self._close_link()
        mark(self, "card-marked" if is_open else "card")
        self._line.setVisible(not is_open and bool(self._line.text()))
        if self._problem is not None:
            self._problem.setVisible(not is_open and bool(self._problem.text()))
        self._change.setVisible(not is_open)
        if self._close is not None:
            self._close.setVisible(is_open)
