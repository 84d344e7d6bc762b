"""The left side of the window: where one can go, and who is at the desk."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from sgdesk.domain.practice import ROLE_WORDS, User
from sgdesk.text import _
from ui.kit.cards import button, words
from ui.kit.layout import Gap, column, letters, lines, row
from ui.kit.theme import mark
from ui.main_window.places import Place, place_words


class Navigation(QScrollArea):
    """`place_asked` carries a place; `lock_asked`; `names_asked`, whether to show whole names."""

    place_asked = Signal(object)
    lock_asked = Signal()
    names_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark(self, "navigation-side")
        inside = QWidget()
        mark(inside, "surface")
        self.setWidget(inside)
        layout = column(inside, Gap.TIGHT)
        layout.setContentsMargins(letters(1.3), lines(0.8), letters(1.3), lines(0.8))
        self._add_brand(layout)
        self._add_places(layout)
        layout.addStretch()
        self._add_user(layout)

    def show_practice(self, name: str) -> None:
        """Show the name of the practice."""
        self._practice.setText(name)

    def show_user(self, user: User) -> None:
        """Show who is at the desk."""
        self._user.setText(user.name)
        self._role.setText(_(ROLE_WORDS[user.role]).capitalize())

    def show_idle_minutes(self, minutes: int) -> None:
        """Say after how long the desk locks by itself."""
        self._idle.setText(_("Locks after {minutes} min idle").format(minutes=minutes))

    def show_overdue(self, count: int) -> None:
        """Show how many deadlines have passed."""
        self._badge.setText(str(count))
        self._badge.setVisible(count > 0)
        name = _("Today, {count} overdue").format(count=count) if count else _("Today")
        self._buttons[Place.TODAY].setAccessibleName(name)

    def focus_first(self) -> None:
        """Go to the first place."""
        self._buttons[Place.TODAY].setFocus()

    def show_place(self, place: Place) -> None:
        """Mark where one is; a place without a button of its own marks none."""
        self._group.setExclusive(False)
        for name, link in self._buttons.items():
            link.setChecked(name is place)
        self._group.setExclusive(True)

    def _add_brand(self, layout: QVBoxLayout) -> None:
        for label, inset in ((words(_("SG Desk"), "brand"), 1.2), (words("", "hint"), 1.2)):
            label.setContentsMargins(letters(inset), 0, 0, 0)
            layout.addWidget(label)
            self._practice = label
        layout.addSpacing(lines(0.5))

    def _add_places(self, layout: QVBoxLayout) -> None:
        self._group = QButtonGroup(self)
        self._buttons = {}
        for place, text in place_words().items():
            link = button(text, "navigation", f"go:{place.value}")
            link.setCheckable(True)
            link.clicked.connect(lambda _checked=False, to=place: self.place_asked.emit(to))
            self._group.addButton(link)
            self._buttons[place] = link
            layout.addWidget(link)
        self._badge = QLabel()
        mark(self._badge, "badge")
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._badge.setObjectName("overdue")
        self._badge.hide()
        inner = row(self._buttons[Place.TODAY], Gap.NONE)
        inner.setContentsMargins(0, 0, letters(1.4), 0)
        inner.addStretch()
        inner.addWidget(self._badge)

    def _add_user(self, layout: QVBoxLayout) -> None:
        rule = QFrame()
        mark(rule, "rule")
        layout.addWidget(rule)
        self._names = button(_("Show names"), "link-small", "show-names")
        self._names.setCheckable(True)
        self._names.toggled.connect(self._on_names)
        self._user, self._role = words("", "label"), words("", "hint")
        self._idle = words("", "hint")
        lock = button(_("Lock now  Ctrl+L"), "link-small", "lock")
        lock.clicked.connect(self.lock_asked)
        lines_below = column(gap=Gap.TIGHT)
        lines_below.setContentsMargins(letters(1.2), lines(0.4), 0, 0)
        for widget in (self._user, self._role, self._idle, self._names, lock):
            lines_below.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(lines_below)

    def _on_names(self, shown: bool) -> None:
        text = _("Show initials only") if shown else _("Show names")
        self._names.setText(text)
        self._names.setAccessibleName(text)
        self.names_asked.emit(shown)
