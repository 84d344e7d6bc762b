"""The window while no wizard fills it: places at the left, a bar on top, one page."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sgdesk.bootstrap import Desk
from sgdesk.text import _, read_full_date, read_time, to_london
from ui.kit.cards import Notice
from ui.kit.layout import Gap, column, letters, lines, row
from ui.kit.overrides import called_by_qt
from ui.kit.tab_order import go_on_by_tab
from ui.kit.tasks import Runner
from ui.kit.theme import mark
from ui.main_window.navigation import Navigation
from ui.main_window.top_bar import TopBar

_NARROW = 112


class DeskSide(QWidget):
    """Holds the pages. The left side is put away where the window is narrow or the text large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Narrow until the width is known: the left side would make the window wider than asked.
        self._narrow = True
        mark(self, "ground")
        layout = row(self, Gap.NONE)
        self.navigation = Navigation()
        layout.addWidget(self.navigation)
        self._right = QWidget()
        layout.addWidget(self._right, 1)
        side = column(self._right, Gap.NONE)
        self.top_bar = TopBar()
        self.top_bar.menu_asked.connect(self._on_menu)
        side.addWidget(self.top_bar)
        self._above: QVBoxLayout = column(gap=Gap.NONE)
        side.addLayout(self._above)
        self._pages = QStackedWidget()
        side.addWidget(self._pages, 1)
        self._room = QWidget()
        layout.addWidget(self._room, 1)
        close = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.navigation)
        close.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        close.activated.connect(lambda: self._show_menu(False))
        self._show_menu(False)

    def show_desk(self, desk: Desk) -> None:
        """Show whose desk it is, and where its clock stands in the demonstration."""
        self.navigation.show_user(desk.user)
        if desk.is_demonstration:
            self._above.setContentsMargins(letters(2.5), lines(0.5), letters(2.5), 0)
            self._above.addWidget(_demonstration(desk))

    def when_made(self, page: QWidget, runner: Runner, enter: Callable[[], None]) -> None:
        """Enter a page that was shown before at once, and one that was just made in another turn:
        each takes its time."""
        if self._has(page):
            enter()
            return

        def ask(then: Callable[[], None]) -> None:
            runner.run(lambda: None, lambda _none: then(), owner=self)

        # Twice: the first answer comes before the turn in which the page is made has ended.
        ask(lambda: ask(enter))

    def show_page(self, page: QWidget) -> None:
        """Show this page."""
        if not self._has(page):
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self._show_menu(False)

    def _has(self, page: QWidget) -> bool:
        return bool(self._pages.indexOf(page) >= 0)

    @called_by_qt(bool)
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go as the eye does, also to what came to the page later."""
        here = self.focusWidget()
        if here is None or not here.isVisible() or not here.isEnabled():
            return super().focusNextPrevChild(forward)  # it was just hidden, or can take nothing
        return go_on_by_tab(self, forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the left side away, or bring it back."""
        super().resizeEvent(event)
        narrow = event.size().width() < letters(_NARROW)
        if narrow is not self._narrow:
            self._narrow = narrow
            self.top_bar.show_narrow(narrow)
            self._show_menu(False)

    def _on_menu(self) -> None:
        self._show_menu(True)
        self.navigation.focus_first()

    def _show_menu(self, shown: bool) -> None:
        """Where there is no room for both, the places stand in the way of the page."""
        alone = shown and self._narrow
        parts = (
            (self.navigation, alone or not self._narrow),
            (self._right, not alone),
            (self._room, alone),
        )
        # Put away before anything is shown: both at once would make the window wider.
        for part, is_wanted in sorted(parts, key=lambda one: one[1]):
            part.setVisible(is_wanted)


def _demonstration(desk: Desk) -> Notice:
    local = to_london(desk.clock.now())
    text = _("The demonstration: fictional people. Its clock stands at {day}, {time}.").format(
        day=read_full_date(local.date()), time=read_time(local.time())
    )
    notice = Notice(text)
    notice.setObjectName("demonstration")
    return notice
