"""F9: everything is hidden at once, and comes back as it was."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from sgdesk.text import _
from ui.kit.cards import button, words
from ui.kit.layout import Gap, column
from ui.kit.overrides import called_by_qt
from ui.kit.theme import mark


class Cover(QWidget):
    """Lies over a window and hides its content, keyboard and screen reader included.

    `about_to_cover` comes before, while the focus is still in its field: the time to save.
    """

    about_to_cover = Signal()

    def __init__(self, window: QWidget, content: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._content = content
        self._focus: QWidget | None = None
        mark(self, "cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("SG Desk is covered"))
        layout = column(self, Gap.NORMAL)
        layout.addStretch()
        for text, role in (
            (_("Covered"), "heading"),
            (_("What you were typing is kept. Press F9 to go on."), "hint"),
        ):
            label = words(text, role)
            # In the middle of its own width: aligned by the layout, it would be too narrow.
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        self._uncover = button(_("Go on"), name="uncover")
        self._uncover.clicked.connect(self.toggle)
        layout.addWidget(self._uncover, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self.hide()
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_F9), window)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.activated.connect(self.toggle)
        window.installEventFilter(self)

    def toggle(self) -> None:
        """Cover everything, or bring it back with the focus where it was."""
        if self.isHidden():
            self.about_to_cover.emit()
            self._focus = self._content.focusWidget()
            self.setGeometry(self._window.rect())
            self.show()
            self.raise_()
            self._uncover.setFocus()
            self._content.hide()
        else:
            self._content.show()
            if self._focus is not None:
                self._focus.setFocus()
            self.hide()

    @called_by_qt(bool)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False
