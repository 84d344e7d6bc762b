"""Today: what needs doing by when, what is open, and where to go on."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.shown import is_overdue
from sgdesk.services.views import TodayView
from sgdesk.text import _, read_full_date, to_london
from ui.kit.beside import Beside
from ui.kit.layout import Gap, column
from ui.kit.page import Page
from ui.kit.tasks import Runner
from ui.today.clock_notice import ClockNotice
from ui.today.dues_card import DuesCard
from ui.today.open_card import OpenCard
from ui.today.side_cards import DraftsCard, PortalCard, StoreCard

_AGAIN_MS = 60_000


class TodayPage(Page):
    """Calls `read` anew every minute while nobody is busy with it.

    `concern_asked` and `share_asked` carry a concern's id; `call_asked` a kind of call and a
    concern's id; `draft_asked` a draft to continue; `agency_asked` when the first team is to be
    added; `overdue_changed` carries how many dues have passed.
    """

    concern_asked = Signal(str)
    share_asked = Signal(str)
    call_asked = Signal(str, str)
    draft_asked = Signal(object)
    agency_asked = Signal()
    overdue_changed = Signal(int)

    def __init__(
        self, read: Callable[[], TodayView], runner: Runner, confirm_clock: Callable[[], None]
    ) -> None:
        super().__init__(_("Today"), help_name="today")
        self._read = read
        self._confirm_clock = confirm_clock
        self._runner = runner
        self._view: TodayView | None = None
        self._whole = False
        self._shown: dict[QWidget, tuple[object, ...]] = {}
        self._clock = ClockNotice()
        self._clock.confirmed.connect(self._on_clock_confirmed)
        self.add(self._clock)
        sides = Beside(7)
        self.add(sides)
        self._fill_main_side(sides)
        self._fill_other_side(sides)
        self._timer = QTimer(self)
        self._timer.setInterval(_AGAIN_MS)
        self._timer.timeout.connect(self._on_minute)
        self._timer.start()

    def enter(self) -> None:
        """Read everything anew."""
        super().enter()
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew, and leave the focus where it is."""
        self._runner.run(self._read, self.show_view, self.fail, self)

    def show_view(self, view: TodayView) -> None:
        """Show what was read."""
        self._view = view
        overdue = sum(is_overdue(line.due.due_at, view.now) for line in view.dues)
        self.overdue_changed.emit(overdue)
        self._show(view)

    def show_names(self, shown: bool) -> None:
        """Show whole names, or initials and age."""
        self._whole = shown
        if self._view is not None:
            self._show(self._view)

    def _fill_main_side(self, sides: Beside) -> None:
        side = QWidget()
        sides.add(side, 11)
        layout = column(side, Gap.NORMAL)
        self._dues = DuesCard()
        self._dues.concern_asked.connect(self.concern_asked)
        self._dues.share_asked.connect(self.share_asked)
        self._dues.call_asked.connect(self.call_asked)
        layout.addWidget(self._dues)
        self._open = OpenCard()
        self._open.concern_asked.connect(self.concern_asked)
        layout.addWidget(self._open)
        layout.addStretch()

    def _fill_other_side(self, sides: Beside) -> None:
        side = QWidget()
        sides.add(side, 4)
        layout = column(side, Gap.NORMAL)
        self._drafts = DraftsCard()
        self._drafts.draft_asked.connect(self.draft_asked)
        layout.addWidget(self._drafts)
        self._portal = PortalCard()
        self._portal.agency_asked.connect(self.agency_asked)
        layout.addWidget(self._portal)
        self._store = StoreCard()
        layout.addWidget(self._store)
        layout.addStretch()

    def _on_clock_confirmed(self) -> None:
        self._runner.run(self._confirm_clock, lambda _answer: self.refresh(), self.fail, self)

    def _on_minute(self) -> None:
        busy = self.focusWidget()
        if self.isVisible() and (busy is None or busy is self.heading):
            self.refresh()

    def _show(self, view: TodayView) -> None:
        today = to_london(view.now).date()
        self.set_hint(
            _("{today} · next working day {next}").format(
                today=read_full_date(today),
                next=read_full_date(view.next_working_day).rsplit(" ", 1)[0],
            )
        )
        whole = self._whole
        self._clock.show_doubt(view.clock)
        if self._is_new(self._dues, view.dues, view.now, whole):
            self._dues.show_dues(view.dues, view.now, whole=whole)
        if self._is_new(self._open, view.concerns, today, whole):
            self._open.show_concerns(view.concerns, today, whole=whole)
        if self._is_new(self._drafts, view.drafts):
            self._drafts.show_drafts(view.drafts)
        if self._is_new(self._portal, view.numbers):
            self._portal.show_numbers(view.numbers)
        if self._is_new(self._store, view.store):
            self._store.show_state(view.store)

    def _is_new(self, card: QWidget, *content: object) -> bool:
        """Say whether a card shows something else so far: what stays keeps its focus."""
        before = self._shown.get(card)
        self._shown[card] = content
        return before != content
