"""What each page's signals do in the window."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from sgdesk.domain.attachment import FILE_FLOW
from sgdesk.domain.entries import FLOWS
from sgdesk.services.views import DraftLine
from ui.agencies.page import AgenciesPage
from ui.call.emergency_page import EmergencyPage
from ui.call.page import CallPage
from ui.concerns.concern_page import ConcernPage
from ui.concerns.list_page import ConcernsPage
from ui.concerns.paper_page import PaperPage
from ui.help.page import HelpPage
from ui.log.page import LogPage
from ui.main_window.desk_side import DeskSide
from ui.main_window.places import Place
from ui.main_window.writing import (
    go_on_writing,
    open_emergency,
    open_police,
    show_made,
    wire_loose,
    wire_writing,
)
from ui.police.page import PolicePage
from ui.settings.page import SettingsPage
from ui.today.page import TodayPage

if TYPE_CHECKING:
    from ui.main_window.window import MainWindow


def wire(window: "MainWindow", page: QWidget) -> None:
    """Connect a page that was just made."""
    match page:
        case TodayPage():
            _wire_today(window, page)
        case ConcernsPage() | LogPage():
            page.concern_asked.connect(window.open_concern)
        case ConcernPage():
            _wire_concern(window, page)
        case CallPage() | PolicePage() | EmergencyPage():
            wire_writing(window, page)
        case PaperPage() | HelpPage():
            page.back_asked.connect(window.go_back)
        case SettingsPage():
            page.settings_changed.connect(window.settings_changed)
            page.paper_made.connect(lambda made: show_made(window, made))
        case AgenciesPage():
            pass


def wire_side(window: "MainWindow", side: DeskSide) -> None:
    """Connect what stands around the pages."""
    navigation, bar = side.navigation, side.top_bar
    navigation.place_asked.connect(window.open_place)
    navigation.lock_asked.connect(window.lock_asked)
    navigation.names_asked.connect(window.show_names)
    bar.find_asked.connect(window.search)
    bar.emergency_asked.connect(lambda: open_emergency(window))
    bar.call_asked.connect(lambda: window.open_call())
    bar.record_asked.connect(window.record)


def add_keys(window: "MainWindow") -> None:
    """Add the keys that hold everywhere."""
    for keys, act in (
        ("Ctrl+N", window.record),
        ("Ctrl+K", window.go_to_find),
        ("Ctrl+L", window.lock_asked.emit),
        ("Ctrl+P", window.print_page),
        ("F1", window.open_help),
    ):
        QShortcut(QKeySequence(keys), window).activated.connect(act)


def _wire_today(window: "MainWindow", page: TodayPage) -> None:
    page.concern_asked.connect(window.open_concern)
    page.share_asked.connect(window.share)
    page.call_asked.connect(window.open_call)
    page.police_asked.connect(lambda reason, concern: open_police(window, reason, concern))
    page.entry_asked.connect(lambda *asked: _begin_entry(window, *asked))
    page.draft_asked.connect(lambda draft: _go_on(window, draft))
    page.agency_asked.connect(lambda: _add_agency(window))
    page.check_asked.connect(lambda: window.open_place(Place.AGENCIES))
    page.settings_asked.connect(lambda part: _open_settings(window, part))
    page.overdue_changed.connect(window.show_overdue)
    wire_loose(window, page)


def _wire_concern(window: "MainWindow", page: ConcernPage) -> None:
    page.draft_asked.connect(window.go_on)
    page.due_closed.connect(window.refresh_today)
    page.share_asked.connect(window.share)
    page.new_share_asked.connect(lambda concern_id: window.share(concern_id, anew=True))
    page.call_asked.connect(window.open_call)
    page.police_asked.connect(lambda reason, concern: open_police(window, reason, concern))
    page.paper_made.connect(lambda made: show_made(window, made))
    page.record_asked.connect(window.record)
    page.paper_asked.connect(window.make_paper)
    page.kept_paper_asked.connect(window.open_paper)
    page.list_asked.connect(lambda: window.open_place(Place.CONCERNS))


def _go_on(window: "MainWindow", draft: DraftLine) -> None:
    if go_on_writing(window, draft):
        return
    if draft.flow in (*FLOWS, FILE_FLOW) and draft.concern_id is not None:
        window.open_concern(draft.concern_id)
        concern = window.page(Place.CONCERN)
        if isinstance(concern, ConcernPage):
            concern.go_on(draft)
    else:
        window.go_on(draft)


def _begin_entry(window: "MainWindow", what: str, concern_id: str, about: str) -> None:
    page = window.page(Place.CONCERN)
    if isinstance(page, ConcernPage):
        page.begin(what, about)
    window.open_concern(concern_id)


def _open_settings(window: "MainWindow", part: str) -> None:
    window.open_place(Place.SETTINGS)
    page = window.page(Place.SETTINGS)
    if isinstance(page, SettingsPage):
        page.open_part(part)


def _add_agency(window: "MainWindow") -> None:
    window.open_place(Place.AGENCIES)
    page = window.page(Place.AGENCIES)
    if isinstance(page, AgenciesPage):
        page.add_agency()
