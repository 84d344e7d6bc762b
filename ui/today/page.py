"""Today: what needs doing by when, what is open, and where to go on."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.shown import is_overdue
from sgdesk.services.views import TodayView
from sgdesk.text import _, read_full_date, to_london
from ui.kit.beside import Beside
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, column
from ui.kit.page import Page
from ui.kit.tasks import Runner
from ui.today.clock_notice import ClockNotice
from ui.today.dues_card import DuesCard
from ui.today.loose_cards import LooseCard, loose_call, loose_contact
from ui.today.open_card import OpenCard
from ui.today.police_card import PoliceWarnings
from ui.today.side_cards import DraftsCard, PortalCard, StoreCard
from ui.today.upkeep_card import UpkeepCard

_AGAIN_MS = 60_000
Piece = Callable[[], None]


class TodayPage(Page):
    """Calls `read` anew every minute while nobody is busy with it.

    `concern_asked` and `share_asked` carry a concern's id; `call_asked` a kind of call, a concern's
    id and what it is about; `police_asked` a reason and a concern's id; `entry_asked` what is to be
    entered, a concern's id and what it is about; `draft_asked` a draft to continue; `agency_asked`
    when the first team is to be added, `check_asked` when numbers are to be checked,
    `settings_asked` a part of Settings; `attach_asked` carries a call's and a concern's id,
    `call_paper_asked` a call's, and those of a contact with the police a contact's;
    `overdue_changed` how many dues have passed.
    """

    concern_asked = Signal(str)
    share_asked = Signal(str)
    call_asked = Signal(str, str, str)
    police_asked = Signal(str, str)
    entry_asked = Signal(str, str, str)
    draft_asked = Signal(object)
    agency_asked = Signal()
    check_asked = Signal()
    attach_asked = Signal(str, str)
    call_paper_asked = Signal(str)
    contact_attach_asked = Signal(str, str)
    contact_paper_asked = Signal(str)
    settings_asked = Signal(str)
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
        self._shown: dict[QWidget, object] = {}
        self._later = Gradually(self)
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
        if shown is self._whole:
            return
        self._whole = shown
        if not shown:  # whoever comes to the desk must not see names fade one by one
            for card in (self._dues, self._open, self._loose, self._contacts):
                card.forget()
                self._shown.pop(card, None)
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
        self._dues.police_asked.connect(self.police_asked)
        self._dues.entry_asked.connect(self.entry_asked)
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
        self._police = PoliceWarnings()
        self._police.concern_asked.connect(self.concern_asked)
        layout.addWidget(self._police)
        self._loose = LooseCard(_("Calls without a concern"), "call")
        self._loose.attach_asked.connect(self.attach_asked)
        self._loose.paper_asked.connect(self.call_paper_asked)
        layout.addWidget(self._loose)
        self._contacts = LooseCard(_("Police contacts without a concern"), "contact")
        self._contacts.attach_asked.connect(self.contact_attach_asked)
        self._contacts.paper_asked.connect(self.contact_paper_asked)
        layout.addWidget(self._contacts)
        self._portal = PortalCard()
        self._portal.agency_asked.connect(self.agency_asked)
        self._portal.check_asked.connect(self.check_asked)
        self._portal.call_asked.connect(lambda: self.call_asked.emit("portal-down", "", ""))
        layout.addWidget(self._portal)
        self._upkeep = UpkeepCard()
        self._upkeep.settings_asked.connect(self.settings_asked)
        layout.addWidget(self._upkeep)
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
        at_once = self._if_new(
            self._dues,
            lambda: self._dues.show_dues(view.dues, view.now, whole=whole),
            (view.dues, view.now, whole),
        )
        for show in at_once:
            show()
        self._later.replace(self._other_pieces(view, today, whole))
        self._later.go_on()

    def _other_pieces(self, view: TodayView, today: date, whole: bool) -> list[Piece]:
        """Return what shows all but the dues, in pieces too small to stall the window."""
        rows, new = (view.concerns, today), self._if_new
        return [
            *new(self._open, lambda: self._open.show_concerns(*rows, whole=whole), (*rows, whole)),
            *new(self._drafts, lambda: self._drafts.show_drafts(view.drafts), view.drafts),
            *new(self._police, lambda: self._police.show_lines(view.police), view.police),
            *new(
                self._portal,
                lambda: self._portal.show_numbers(view.numbers, view.late),
                (view.numbers, view.late),
            ),
            *new(
                self._loose,
                lambda: self._loose.show_loose(
                    [
                        loose_call(one, view.written_by.get(one.id), whole=whole)
                        for one in view.loose_calls
                    ],
                    *rows,
                    whole=whole,
                ),
                (view.loose_calls, view.written_by, *rows, whole),
            ),
            *new(
                self._contacts,
                lambda: self._contacts.show_loose(
                    [loose_contact(one) for one in view.loose_contacts], *rows, whole=whole
                ),
                (view.loose_contacts, *rows, whole),
            ),
            *new(self._upkeep, lambda: self._upkeep.show_lines(view.upkeep), view.upkeep),
            *new(self._store, lambda: self._store.show_state(view.store), view.store),
        ]

    def _if_new(self, card: QWidget, show: Piece, content: object) -> list[Piece]:
        """Return what makes a card show this, unless it does: what stays keeps its focus."""

        def piece() -> None:
            self._shown[card] = content
            show()

        return [] if self._shown.get(card) == content else [piece]
