"""The bar on top: find, and the three things that can come up at any moment."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QLineEdit

from sgdesk.text import _
from ui.kit.cards import button
from ui.kit.layout import Gap, letters, row
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.theme import mark

_LONGEST_SEARCH = 200
_BESIDE = 85


class TopBar(QFrame):
    """`find_asked` carries what was typed."""

    find_asked = Signal(str)
    menu_asked = Signal()
    emergency_asked = Signal()
    call_asked = Signal()
    record_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        mark(self, "top-bar")
        # The find box on a line of its own, where the buttons would leave it none.
        self._lines: QBoxLayout = row(self, Gap.SMALL)
        layout = row(gap=Gap.SMALL)
        self._lines.addLayout(layout, 4)
        self._menu = button(_("Menu"), name="menu")
        self._menu.clicked.connect(self.menu_asked)
        layout.addWidget(self._menu)
        layout.addWidget(self._find_box(), 4)
        keys = QLabel(_("Ctrl+K"))
        mark(keys, "hint")
        keys.setBuddy(self.find_box)
        self._keys = keys
        layout.addWidget(keys)
        keys.hide()
        layout.addStretch(1)
        layout = row(gap=Gap.SMALL)
        layout.addStretch(1)
        self._lines.addLayout(layout)
        for text, role, name, asked in (
            (_("Emergency"), "danger", "emergency", self.emergency_asked),
            (_("Log a call"), "", "log-call", self.call_asked),
            (_("Record a concern"), "primary", "record", self.record_asked),
        ):
            made = button(text, role, name)
            made.clicked.connect(asked)
            layout.addWidget(made)

    def show_narrow(self, narrow: bool) -> None:
        """Offer the menu where the left side has been put away."""
        self._menu.setVisible(narrow)
        self._keys.setVisible(not narrow)

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the find box above the buttons, or back beside them."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        fits = event.size().width() >= letters(_BESIDE)
        wanted = directions.LeftToRight if fits else directions.TopToBottom
        if self._lines.direction() != wanted:
            self._lines.setDirection(wanted)

    def focus_find(self) -> None:
        """Go to the find box."""
        self.find_box.setFocus()
        self.find_box.selectAll()

    def _find_box(self) -> QLineEdit:
        self.find_box = QLineEdit()
        self.find_box.setObjectName("find-box")
        self.find_box.setMaxLength(_LONGEST_SEARCH)
        self.find_box.setMaximumWidth(letters(56))
        self.find_box.setAccessibleName(_("Find a person, a reference or an incident number"))
        self.find_box.setPlaceholderText(_("Find a person, a reference or an incident number"))
        self.find_box.returnPressed.connect(self._on_find)
        return self.find_box

    def _on_find(self) -> None:
        if wanted := self.find_box.text().strip():
            self.find_box.clear()
            self.find_asked.emit(wanted)
