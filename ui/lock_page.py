"""The page of a locked desk: a name, a passphrase, and the numbers for an emergency."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sgdesk.text import _, readable
from ui.kit.cards import Card, button, words
from ui.kit.layout import Gap, clear, column, letters, lines, row
from ui.kit.theme import mark

_CARD, _ASIDE, _NARROW = 60, 44, 96
_SECOND_MS = 1_000
# Qt.FocusPolicy by number: merely naming the Qt namespace costs 18 ms of the start.
_NO_FOCUS = 0


class LockPage(QScrollArea):
    """Shows nothing about patients. What is typed before the desk is ready is kept and used.

    `unlock_asked` carries a user's id and the passphrase; `recovery_asked`, that it is lost;
    `demo_asked`, that somebody wants to look at the demonstration.
    """

    unlock_asked = Signal(str, str)
    recovery_asked = Signal()
    demo_asked = Signal()

    def __init__(self, *, demo: bool) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setProperty("focusPolicy", _NO_FOCUS)
        self._ready = False
        self._wanted = False
        self._seconds = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.count_down)
        inside = QWidget()
        mark(inside, "ground")
        self.setWidget(inside)  # while it is empty: a full one would be measured here, and again
        self._sides = row(inside, Gap.WIDE)
        self._sides.setContentsMargins(letters(2.5), lines(1), letters(2.5), lines(1))
        self._sides.addStretch(1)
        self._add_unlocking()
        self._add_aside(demo)
        self._sides.addStretch(1)
        self.setFocusProxy(self.passphrase)

    @property
    def is_ready(self) -> bool:
        """Whether a passphrase can be tried now."""
        return self._ready and self._unlock.isEnabled()

    def show_users(self, users: Sequence[tuple[str, str]]) -> None:
        """Offer these people, each as id and name; the desk is ready for a passphrase now."""
        self._users.clear()
        for user_id, name in users:
            self._users.addItem(name, user_id)
        self._ready = True
        self._users.setEnabled(True)
        self._unlock.setEnabled(True)
        if self._wanted:
            self._on_unlock()

    def show_demo_passphrases(self, passphrases: Sequence[tuple[str, str]]) -> None:
        """Show the demonstration's names with their passphrases; they protect nothing."""
        for name, passphrase in passphrases:
            text = _("{name}: {passphrase}").format(name=name, passphrase=passphrase)
            self._demo.add(words(text))

    def show_lines(self, numbers: Sequence[tuple[str, str, str]]) -> None:
        """Show the emergency numbers, each as title, number and when to ring it."""
        clear(self._lines)
        for title, number, when in numbers:
            part = column(gap=Gap.NONE)
            part.addWidget(words(title, "label"))
            part.addWidget(words(number, "large"))
            part.addWidget(words(when, "hint"))
            self._lines.addLayout(part)

    def show_problem(self, text: str) -> None:
        """Say what did not work; what was typed is taken away, and may be typed again."""
        self._show_busy(False)
        self._problem.setText(f"!  {text}" if text else "")
        self._problem.setVisible(bool(text))
        self.passphrase.setAccessibleDescription(text)
        self.passphrase.clear()
        self.passphrase.setFocus()

    def show_wait(self, seconds: int) -> None:
        """Count down until the next try is allowed."""
        self._seconds = seconds
        self._show_seconds()
        self._timer.start()

    def show_state(self, text: str) -> None:
        """Say what is going on meanwhile."""
        self._state.setText(text)
        self._state.setVisible(bool(text))

    def show_clock_doubt(self, text: str) -> None:
        """Say what is doubtful about this PC's clock; nothing waits for it."""
        self._clock.setText(f"!  {text}" if text else "")
        self._clock.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the emergency numbers below, where there is no room beside."""
        super().resizeEvent(event)
        narrow = event.size().width() < letters(_NARROW)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._brand_line.setVisible(not narrow)

    def _add_unlocking(self) -> None:
        side = QWidget()
        side.setMaximumWidth(letters(_CARD))
        layout = column(side, Gap.NORMAL)
        layout.addWidget(words(_("SG Desk"), "brand"))
        card = Card()
        heading = words(_("This desk is locked"), "heading")
        heading.setObjectName("heading")
        card.add(heading)
        card.add(words(_("Nothing about patients can be read until you unlock it."), "hint"))
        self._add_fields(card)
        self._add_buttons(card)
        layout.addWidget(card)
        layout.addStretch()
        self._sides.addWidget(side, 6)

    def _add_demo(self, layout: QVBoxLayout, demo: bool) -> None:
        title = _("This is the demonstration")
        hint = _("A fictional practice with fictional people. Its clock stands still.")
        self._demo = Card(title, hint, role="card-marked")
        self._demo.setObjectName("demonstration")
        self._demo.setVisible(demo)
        layout.addWidget(self._demo)

    def _add_fields(self, card: Card) -> None:
        self._users = QComboBox()
        self._users.setEnabled(False)
        card.body.addLayout(_labelled(_("&Name"), self._users, "user"))
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.returnPressed.connect(self._on_unlock)
        card.body.addLayout(_labelled(_("&Passphrase"), self.passphrase, "passphrase"))
        shown = QCheckBox(_("&Show the passphrase"))
        shown.setObjectName("show-passphrase")
        shown.toggled.connect(self._on_shown)
        card.add(shown)
        self._problem = _note(card, "problem")
        self._wait = _note(card, "wait")
        self._state = _note(card, "state")
        self._clock = _note(card, "clock-doubt")

    def _add_buttons(self, card: Card) -> None:
        buttons = row(gap=Gap.SMALL)
        lost = button(_("I have lost my passphrase"), "link", "lost")
        lost.clicked.connect(self.recovery_asked)
        buttons.addWidget(lost)
        buttons.addStretch()
        self._unlock = button(_("Unlock"), "primary", "unlock")
        self._unlock.clicked.connect(self._on_unlock)
        buttons.addWidget(self._unlock)
        card.body.addLayout(buttons)

    def _add_aside(self, demo: bool) -> None:
        aside = QWidget()
        aside.setMaximumWidth(letters(_ASIDE))
        layout = column(aside, Gap.NORMAL)
        self._brand_line = words(" ", "brand")
        layout.addWidget(self._brand_line)
        self._add_demo(layout, demo)
        card = Card(_("In an emergency"))
        self._lines = column(gap=Gap.NORMAL)
        card.body.addLayout(self._lines)
        card.add(words(_("The numbers of your own agencies are inside."), "hint"))
        layout.addWidget(card)
        layout.addStretch()
        self._sides.addWidget(aside, 4)

    def _on_shown(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.passphrase.setEchoMode(modes.Normal if shown else modes.Password)

    def _on_unlock(self) -> None:
        if self._seconds or not self.passphrase.text():
            self.passphrase.setFocus()
            return
        self._wanted = not self._ready
        self._show_busy(True)
        if self._ready:
            self.unlock_asked.emit(self._users.currentData(), readable(self.passphrase.text()))

    def _show_busy(self, busy: bool) -> None:
        self._unlock.setEnabled(not busy)
        self.show_state(_("Opening the records") if busy else "")

    def count_down(self) -> None:
        """Let one second pass."""
        self._seconds -= 1
        self._show_seconds()

    def _show_seconds(self) -> None:
        if self._seconds <= 0:
            self._seconds = 0
            self._timer.stop()
        text = _("You can try again in {count} s.").format(count=self._seconds)
        self._wait.setText(text)
        self._wait.setVisible(self._seconds > 0)


def _labelled(label: str, field: QComboBox | QLineEdit, name: str) -> QVBoxLayout:
    field.setObjectName(name)
    field.setAccessibleName(label.replace("&", ""))
    caption = QLabel(label)
    caption.setBuddy(field)
    mark(caption, "label")
    layout = column(gap=Gap.TIGHT)
    layout.addWidget(caption)
    layout.addWidget(field)
    return layout


def _note(card: Card, name: str) -> QLabel:
    label = words("", "problem" if name in ("problem", "clock-doubt") else "hint")
    label.setObjectName(name)
    label.hide()
    card.add(label)
    return label
