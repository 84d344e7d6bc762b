"""The window of an unlocked desk: one page or one wizard at a time."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sgdesk.domain.concern import Beside, Concern
from sgdesk.domain.paper import Paper
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId
from sgdesk.services.views import DraftLine
from sgdesk.settings import Settings
from sgdesk.text import _
from ui.call.page import CallPage
from ui.concerns.concern_page import ConcernPage
from ui.concerns.list_page import ConcernsPage
from ui.concerns.paper_page import PaperPage
from ui.help.page import HelpPage
from ui.kit.layout import Gap, column
from ui.kit.page import Page
from ui.kit.painting import PaintedLater
from ui.main_window import wizards
from ui.main_window.desk_side import DeskSide
from ui.main_window.opening import Opened
from ui.main_window.places import Place
from ui.main_window.putting_away import put_away
from ui.main_window.rooms import Rooms, Surroundings
from ui.main_window.wiring import add_keys, wire, wire_side
from ui.main_window.wizards import Wizards, is_recording, is_sharing, put_in_front, save
from ui.main_window.writing import leave_page, open_emergency

if TYPE_CHECKING:
    from ui.main_window.wizards import Wizard

_BESIDE_A_WIZARD = (Place.HELP, Place.CALL, Place.POLICE, Place.EMERGENCY)


class MainWindow(QWidget):
    """`lock_asked` when somebody wants to lock; `settings_changed` carries new settings."""

    lock_asked = Signal()
    settings_changed = Signal(object)

    def __init__(
        self, around: Surroundings, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._wizard: Wizard | None = None
        self._here = self._before = Place.TODAY
        self._whole = False
        self._rooms = Rooms(around, settings, lambda page: wire(self, page))
        self._root = QStackedWidget()
        self._wizards = Wizards(around, self._root)
        self._wizards.opened.connect(self._on_wizard)
        self._wizards.failed.connect(self.fail)
        column(self, Gap.NONE).addWidget(self._root)
        self._side = DeskSide(self._root)
        self._root.addWidget(self._side)
        wire_side(self, self._side)
        add_keys(self)
        self.show_idle_minutes(settings.idle_minutes)
        self._side.show_page(self._rooms.today)

    @property
    def place(self) -> Place:
        """The place that is shown, or that lies behind a wizard."""
        return self._here

    @property
    def wizard(self) -> "Wizard | None":
        """The wizard that is open: in sight, or set aside for a call, help or an emergency."""
        return self._wizard

    def page(self, place: Place) -> QWidget:
        """Return the page of a place."""
        return self._rooms.page(place)

    def start(self, opened: Opened) -> None:
        """Work with a desk from now on, and show Today from what was read while it was opened."""
        self._around.desk = opened.desk
        self._side.show_desk(opened.desk)
        self._side.navigation.show_practice(opened.practice)
        self._rooms.today.show_view(opened.today)
        self._side.navigation.show_place(Place.TODAY)

    def go_to_heading(self) -> None:
        """Put the focus on the heading of the page in sight."""
        page = self._rooms.page(self._here)
        if isinstance(page, Page):
            page.heading.setFocus()

    def show_overdue(self, count: int) -> None:
        """Show how many deadlines have passed."""
        self._side.navigation.show_overdue(count)

    def show_idle_minutes(self, minutes: int) -> None:
        """Say after how long the desk locks by itself."""
        self._side.navigation.show_idle_minutes(minutes)

    def open_place(self, place: Place) -> None:
        """Show a place. A wizard is set aside for it, or else saved and closed first."""
        if self._wizard is not None and place not in _BESIDE_A_WIZARD:
            self._leave_wizard(lambda: self._show(place))
        else:
            self._show(place)

    def open_concern(self, concern_id: str) -> None:
        """Show a concern's page."""
        page = self._rooms.page(Place.CONCERN)
        if isinstance(page, ConcernPage):
            page.show_concern(concern_id)
        self.open_place(Place.CONCERN)

    def open_call(self, kind: str = "", concern_id: str = "", about: str = "") -> None:
        """Show the form of a call."""
        page = self._rooms.page(Place.CALL)
        if isinstance(page, CallPage):
            page.begin(kind, concern_id, about)
        self.open_place(Place.CALL)

    def open_help(self) -> None:
        """Show the help page of what is in sight."""
        page = self._rooms.page(Place.HELP)
        if isinstance(page, HelpPage):
            page.open_page(self._help_name())
        self.open_place(Place.HELP)

    def search(self, text: str) -> None:
        """Show the concerns in which these words occur."""
        page = self._rooms.page(Place.CONCERNS)
        if isinstance(page, ConcernsPage):
            page.search_for(text)
        self.open_place(Place.CONCERNS)

    def make_paper(self, kind: str, concern_id: str, sharing_id: str) -> None:
        """Make a new copy of a paper and show it."""
        page = self._rooms.page(Place.PAPER)
        self.open_place(Place.PAPER)
        if isinstance(page, PaperPage):
            page.make(kind, concern_id, sharing_id)

    def open_paper(self, paper: Paper) -> None:
        """Show a copy that the log keeps."""
        page = self._rooms.page(Place.PAPER)
        self.open_place(Place.PAPER)
        if isinstance(page, PaperPage):
            page.open(paper)

    def record(self, beside: Beside | None = None) -> None:
        """Begin a concern, beside another if told; a wizard set aside comes back instead."""
        if self._wizard is None:
            self._wizards.record(beside=beside)
        else:
            self._root.setCurrentWidget(self._wizard)

    def record_emergency(self, draft: DraftLine) -> None:
        """Go on with the record of an emergency; the page where it began is left for good."""
        self.go_back()
        self._leave_wizard(lambda: self._wizards.go_on(draft))

    def share(self, concern_id: str, *, anew: bool = False) -> None:
        """Go on deciding about a concern; `anew` begins another decision."""
        self._wizards.share(ConcernId(concern_id), anew=anew)

    def go_on(self, draft: DraftLine) -> None:
        """Open a draft on the page where it was left."""
        self._wizards.go_on(draft)

    def go_back(self) -> None:
        """Go back to a wizard that was set aside, or else to the place before this one."""
        if self._wizard is not None:
            self._here = self._before
            self._root.setCurrentWidget(self._wizard)
        else:
            self._show(Place.TODAY if self._before is self._here else self._before)

    def save_all(self, done: Callable[[], None]) -> None:
        """Save whatever is typed, and then call `done`; not if saving fails."""
        for page in self._rooms.made:
            if isinstance(page, Page):
                done = partial(page.keep, done)
        self.save_drafts(done)

    def save_drafts(self, done: Callable[[], None]) -> None:
        """Save what is typed in a wizard, and then call `done`; not if saving fails."""
        if self._wizard is None:
            done()
        else:
            save(self._wizard, done)

    def refresh_today(self) -> None:
        """Read Today anew, and with it the number of what is overdue."""
        self._rooms.today.refresh()

    def tell(self, text: str) -> None:
        """Tell something on the page in sight."""
        page = self._rooms.page(self._here)
        if isinstance(page, Page):
            # Behind what enters the page, which begins with nothing told.
            self._around.runner.run(lambda: text, page.tell, owner=self)

    def fail(self, error: UserError | SituationError) -> None:
        """Tell on the page in sight what did not work."""
        page = self._rooms.page(self._here)
        if isinstance(page, Page):
            page.fail(error)

    def _show(self, place: Place) -> None:
        if place is not self._here:
            leave_page(self._rooms.page(self._here))
            self._before = self._here
        self._here = place
        page = self._rooms.page(place)
        self._root.setCurrentWidget(self._side)
        self._side.navigation.show_place(place)
        self._side.when_made(page, self._around.runner, lambda: self._enter(place))

    def _enter(self, place: Place) -> None:
        if place is not self._here:
            return
        self._side.show_page(self._rooms.page(place))
        room = self._rooms.room(place)
        room.show_names(self._whole)
        room.enter()

    def _on_wizard(self, wizard: "Wizard") -> None:
        self._wizard = wizard
        if isinstance(page := self._rooms.page(self._here), Page):
            page.say_nothing()
        wizard.closed.connect(self._on_closed)
        if is_recording(wizard):
            wizard.signed.connect(self._on_signed)
            wizard.emergency_wanted.connect(lambda: open_emergency(self))
        elif is_sharing(wizard):
            concern_id = wizard.draft.concern_id
            wizard.finished.connect(lambda: self._on_shared(concern_id))
            wizard.call_asked.connect(lambda: self.open_call("referral", concern_id))
            wizard.advice_asked.connect(lambda: self.open_call("consultation", concern_id))
        put_in_front(self._root, wizard)

    def _leave_wizard(self, then: Callable[[], None]) -> None:
        def on_saved() -> None:
            self.drop_wizard()
            then()

        self.save_drafts(on_saved)

    def drop_wizard(self) -> None:
        """Let a wizard go as it is: what was typed in it is in the store."""
        wizard, self._wizard = self._wizard, None
        if wizard is not None:
            PaintedLater.add(self._root)
            self._root.setCurrentWidget(self._side)
            self._root.removeWidget(wizard)
            put_away(wizard)
            self.refresh_today()

    def _on_closed(self) -> None:
        self.drop_wizard()
        QTimer.singleShot(0, self, self._show_again)  # to show the desk again takes a turn

    def _show_again(self) -> None:
        if self._wizard is None:
            self._show(self._here)

    def _on_signed(self, concern: Concern) -> None:
        self.drop_wizard()
        self.open_concern(concern.id)
        self.tell(_("Recorded as {reference}.").format(reference=concern.reference))

    def _on_shared(self, concern_id: str) -> None:
        self.drop_wizard()
        self.open_concern(concern_id)

    def show_names(self, shown: bool) -> None:
        """Show whole names, or initials and age, from now on."""
        self._whole = shown
        self._rooms.room(self._here).show_names(shown)

    def go_to_find(self) -> None:
        """Go to the find box."""
        if self._root.currentWidget() is self._side:
            self._side.top_bar.focus_find()

    def print_page(self) -> None:
        """Print what the page in sight can print."""
        page = self._rooms.page(self._here)
        if isinstance(page, ConcernPage | PaperPage) and page.isVisible():
            page.print_page()

    def _help_name(self) -> str:
        if self._wizard is not None and self._root.currentWidget() is self._wizard:
            return wizards.help_page_for(self._wizard)
        return self._rooms.room(self._here).help_name
