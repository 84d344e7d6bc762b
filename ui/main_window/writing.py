"""The pages that are written while somebody talks: a call, a police contact, an emergency."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sgdesk.domain.call import Call, is_to_be_written
from sgdesk.domain.police import PoliceContact
from sgdesk.services.emergencies import Recorded
from sgdesk.services.views import DraftLine, MadePaper
from sgdesk.text import _
from ui.agencies.page import AgenciesPage
from ui.call.emergency_page import EmergencyPage
from ui.call.page import CallPage
from ui.concerns.concern_page import ConcernPage
from ui.concerns.paper_page import PaperPage
from ui.kit.page import Page
from ui.main_window.places import Place
from ui.main_window.wizards import is_recording
from ui.police.page import PolicePage
from ui.settings.page import SettingsPage
from ui.today.page import TodayPage

if TYPE_CHECKING:
    from ui.main_window.window import MainWindow

_PLACES = {
    "call": Place.CALL,
    "police": Place.POLICE,
    "emergency": Place.EMERGENCY,
    "agency": Place.AGENCIES,
    "agency-check": Place.AGENCIES,
    "practice": Place.SETTINGS,
    "files-rule": Place.SETTINGS,
    "guidance-reason": Place.SETTINGS,
}


def wire_writing(window: "MainWindow", page: QWidget) -> None:
    """Connect such a page that was just made."""
    match page:
        case CallPage():
            page.recorded.connect(lambda call: _on_call(window, call))
            page.made.connect(lambda made: show_made(window, made))
            page.attached.connect(lambda call: _on_attached(window, call))
        case PolicePage():
            page.recorded.connect(lambda contact: _on_contact(window, contact))
            page.made.connect(lambda made: show_made(window, made))
            page.attached.connect(lambda contact: _on_contact_attached(window, contact))
        case EmergencyPage():
            page.recorded.connect(lambda recorded: _on_emergency(window, recorded))
            page.record_asked.connect(lambda whole: _on_emergency_typed(window, page, whole))
            page.begun.connect(lambda draft: _on_whole(window, draft))
            page.begun.connect(window.refresh_today)
            page.call_asked.connect(lambda: window.open_call("emergency", page.concern_id))
            page.police_asked.connect(lambda: open_police(window, "danger", page.concern_id))
            page.paper_made.connect(lambda made: show_made(window, made))
        case _:
            return
    page.recorded.connect(window.refresh_today)
    page.left.connect(window.go_back)


def open_police(window: "MainWindow", reason: str = "", concern_id: str = "") -> None:
    """Show the form of a contact with the police."""
    page = window.page(Place.POLICE)
    if isinstance(page, PolicePage):
        page.begin(reason, concern_id)
    window.open_place(Place.POLICE)


def open_emergency(window: "MainWindow") -> None:
    """Show the Emergency page: about the record that is set aside for it, where there is one; or
    with a link to the concern in sight, to be chosen."""
    page, concern = window.page(Place.EMERGENCY), window.page(Place.CONCERN)
    if isinstance(page, EmergencyPage):
        in_sight = ""
        if isinstance(concern, ConcernPage) and window.place is Place.CONCERN:
            in_sight = concern.concern_id
        page.begin(_recording(window), in_sight)
    window.save_drafts(lambda: None)  # before the page reads which records there are
    window.open_place(Place.EMERGENCY)


def go_on_writing(window: "MainWindow", draft: DraftLine) -> bool:
    """Open a draft of such a page as it was left; say no to any other draft."""
    place = _PLACES.get(draft.flow)
    if place is None:
        return False
    page = window.page(place)
    if isinstance(page, CallPage | PolicePage | EmergencyPage | AgenciesPage):
        page.go_on(draft.id)
    window.open_place(place)
    if isinstance(page, SettingsPage):
        page.go_on(draft.flow, draft.id)
    return True


def wire_loose(window: "MainWindow", today: TodayPage) -> None:
    """Connect the calls and police contacts that belong to no concern yet."""

    def call_page() -> CallPage:
        page = window.page(Place.CALL)
        assert isinstance(page, CallPage)
        return page

    def police_page() -> PolicePage:
        page = window.page(Place.POLICE)
        assert isinstance(page, PolicePage)
        return page

    today.attach_asked.connect(lambda call, concern: call_page().attach(call, concern))
    today.call_paper_asked.connect(lambda call: call_page().print_call(call))
    today.contact_attach_asked.connect(lambda one, concern: police_page().attach(one, concern))
    today.contact_paper_asked.connect(lambda one: police_page().print_record(one))


def leave_page(page: QWidget) -> None:
    """Take away what was told on a page that is left, and let a paper go."""
    if isinstance(page, PaperPage):
        page.leave()
    if isinstance(page, Page):
        page.say_nothing()


def show_made(window: "MainWindow", made: MadePaper) -> None:
    """Show a paper that was just made."""
    page = window.page(Place.PAPER)
    window.open_place(Place.PAPER)
    if isinstance(page, PaperPage):
        page.show_made(made)


def _on_call(window: "MainWindow", call: Call) -> None:
    text = _("The call is recorded.")
    if call.concern_id is None and is_to_be_written(call):
        text = _(
            "The call is recorded. It is to be confirmed in writing: record the concern, and put"
            " the call to it under “Calls without a concern”."
        )
    _go_back_to(window, call.concern_id, text)


def _on_attached(window: "MainWindow", call: Call) -> None:
    window.refresh_today()
    _go_back_to(window, call.concern_id, _("The call was put to this concern."))


def _on_contact(window: "MainWindow", contact: PoliceContact) -> None:
    _go_back_to(window, contact.concern_id, _("The contact with the police is recorded."))


def _on_contact_attached(window: "MainWindow", contact: PoliceContact) -> None:
    window.refresh_today()
    _go_back_to(window, contact.concern_id, _("The police contact was put to this concern."))


def _recording(window: "MainWindow") -> str:
    """Return which concern is being recorded in a wizard, in sight or set aside, or nothing."""
    wizard = window.wizard
    return wizard.draft.id if is_recording(wizard) else ""


def _on_emergency_typed(window: "MainWindow", page: EmergencyPage, whole: bool) -> None:
    def record() -> None:
        concern_id = page.concern_id
        page.record(whole=whole)
        if page.is_being_recorded:
            # At once: whatever saves its wizard from now on would save over what is recorded.
            _close_written(window, concern_id)

    if page.is_being_recorded:
        return
    if whole and _recording(window) not in ("", page.concern_id):
        window.go_back()
    else:
        window.save_drafts(record)


def _close_written(window: "MainWindow", concern_id: str | None) -> None:
    """Close a record that was just written in: what stands in its wizard is older."""
    if concern_id is not None and _recording(window) == concern_id:
        window.drop_wizard()


def _on_emergency(window: "MainWindow", recorded: Recorded) -> None:
    _close_written(window, recorded.concern_id)
    # Back from the paper leads to what it became: the page where it was written is empty now.
    _go_back_to(window, recorded.concern_id, _("The emergency is recorded."))
    show_made(window, recorded.made)


def _on_whole(window: "MainWindow", draft: DraftLine) -> None:
    _close_written(window, draft.concern_id)
    window.record_emergency(draft)


def _go_back_to(window: "MainWindow", concern_id: str | None, text: str) -> None:
    """Go back to where it came up, and say that it is in the store."""
    if window.wizard is None and concern_id is not None:
        window.open_concern(concern_id)
    else:
        window.go_back()
    window.tell(text)
