"""A page of the main window: a heading that takes the focus, a word about what happened, cards."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.errors import SituationError, UserError
from ui.kit.cards import Notice, words
from ui.kit.layout import Gap, clear, column, row
from ui.kit.scroll import PageScroll


class Page(PageScroll):
    """Scrolls; its parts go into `body`. `help_name` is the help page that F1 opens here."""

    def __init__(self, title: str, hint: str = "", help_name: str = "start") -> None:
        super().__init__()
        self.help_name = help_name
        self._stays = False
        self._add_heading(title, hint)
        self._said = column(gap=Gap.NONE)
        self.place.addLayout(self._said)
        self.body: QVBoxLayout = column(gap=Gap.NORMAL)
        self.place.addLayout(self.body)
        self.place.addStretch()

    def enter(self) -> None:
        """Read everything anew and put the focus on the heading; extend it as needed."""
        if not self._stays:
            self.say_nothing()
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self, done: Callable[[], None]) -> None:
        """Save what is typed, and then call `done`; not if saving fails. A page on which nothing
        is typed just calls it."""
        done()

    def show_names(self, shown: bool) -> None:
        """Show whole names, or initials and age; a page without names does nothing."""

    def set_hint(self, hint: str) -> None:
        """Show another line under the heading."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def add(self, widget: QWidget) -> None:
        """Put a widget below what is on the page."""
        self.body.addWidget(widget)

    def add_to_heading(self, widget: QWidget) -> None:
        """Put a button at the right of the heading."""
        self._top.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, text: str, kind: str = "ok") -> Notice:
        """Tell what happened, in a strip below the heading: ok, info, due or overdue."""
        self.say_nothing()
        notice = Notice(text, kind=kind)
        notice.setObjectName("said")
        notice.setAccessibleName(text)
        self._said.addWidget(notice)
        self.verticalScrollBar().setValue(0)
        return notice

    def tell(self, text: str) -> None:
        """Tell that something went well. It stays until the next deed, or until the page is left:
        a page that is read anew on the way has not been read by anybody yet."""
        self.say(text)
        self._stays = True

    def say_nothing(self) -> None:
        """Take away what was told."""
        self._stays = False
        clear(self._said)

    def fail(self, error: UserError | SituationError) -> None:
        """Tell what did not work and what to do about it."""
        self.say(error.text, "overdue")

    def _add_heading(self, title: str, hint: str) -> None:
        heading = column(gap=Gap.TIGHT)
        self._top = row(gap=Gap.SMALL)
        self.heading = words(title, "heading")
        self.heading.setObjectName("heading")
        self.heading.setAccessibleName(title)
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._top.addWidget(self.heading, 1)
        heading.addLayout(self._top)
        self._hint = words(hint, "hint")
        heading.addWidget(self._hint)
        self.place.addLayout(heading)
        # Only now: a part that is shown before it is in the window would be a window of its own.
        self._hint.setVisible(bool(hint))
