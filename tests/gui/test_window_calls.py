"""A call that is being written down survives whatever happens; and what the desk says after one."""

from gui_support import field, finish_pages, press
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit
from window_support import open_window, says, settle, texts

from sgdesk.settings import Settings
from ui.concerns.dues_card import ConcernDuesCard
from ui.kit.autosave import DELAY_MS
from ui.main_window.places import Place


def calls_in(desk):
    return [one for one in desk.today.view().drafts if one.flow == "call"]


def type_call(qtbot, window):
    window.open_call()
    page = window.page(Place.CALL)
    qtbot.keyClicks(field(page, QLineEdit, "spoke_to"), "R. Okafor")
    qtbot.keyClicks(field(page, QPlainTextEdit, "advice"), "Ring again at nine")
    return page


def test_what_is_typed_is_saved_within_two_seconds_of_the_first_key(qtbot, window, demo_desk):
    type_call(qtbot, window)

    assert DELAY_MS < 2_000
    qtbot.waitUntil(lambda: bool(calls_in(demo_desk)), timeout=2_000)


def test_leaving_a_field_saves_what_is_typed(qtbot, window, demo_desk):
    page = type_call(qtbot, window)

    field(page, QPlainTextEdit, "advice").setFocus()
    field(page, QLineEdit, "role").setFocus()

    (draft,) = calls_in(demo_desk)
    assert demo_desk.calls.open_draft(draft.id).draft.advice == "Ring again at nine"


def test_a_lock_keeps_the_call_and_continue_opens_it_until_it_is_recorded(
    qtbot, window, demo_desk, demo_folder, runner, asker
):
    type_call(qtbot, window)
    done = []
    window.save_all(lambda: done.append(True))
    assert done == [True]
    again = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder)
    says(qtbot, again.page(Place.TODAY), "Telephone call")

    press(qtbot, again.page(Place.TODAY), "draft:call:")
    page = again.page(Place.CALL)

    assert again.place is Place.CALL
    assert field(page, QLineEdit, "spoke_to").text() == "R. Okafor"
    assert field(page, QPlainTextEdit, "advice").toPlainText() == "Ring again at nine"
    qtbot.keyClicks(field(page, QLineEdit, "agency_name"), "Weir County duty team")
    press(qtbot, page, "record-call")
    says(qtbot, again.page(again.place), "The call is recorded.")
    assert calls_in(demo_desk) == []
    settle(qtbot)
    assert "Telephone call" not in texts(again.page(Place.TODAY))


def test_turning_to_another_draft_saves_the_call_that_is_in_hand(qtbot, window, demo_desk):
    type_call(qtbot, window)
    window.save_all(lambda: None)
    (first,) = calls_in(demo_desk)
    page = window.page(Place.CALL)
    page.go_on("no such draft")
    qtbot.waitUntil(lambda: "This call is no longer a draft. Look at its concern." in texts(page))
    second = type_call(qtbot, window)

    second.go_on(first.id)

    assert len(calls_in(demo_desk)) == 2
    assert field(page, QLineEdit, "spoke_to").text() == "R. Okafor"


def test_leaving_a_call_asks_before_it_is_thrown_away(qtbot, window, demo_desk, asker):
    page = type_call(qtbot, window)
    window.save_all(lambda: None)
    asker.answers = [False, True]

    press(qtbot, page, "leave")
    assert (window.place, len(calls_in(demo_desk))) == (Place.CALL, 1)
    press(qtbot, page, "leave")

    assert asker.seen == ["What you typed is not kept, and cannot be brought back."] * 2
    assert (window.place, calls_in(demo_desk)) == (Place.TODAY, [])


def test_leaving_an_empty_call_asks_nothing(qtbot, window, asker):
    window.open_call()

    press(qtbot, window.page(Place.CALL), "leave")

    assert (window.place, asker.seen) == (Place.TODAY, [])


def test_closing_an_overdue_due_brings_the_number_beside_today_down(qtbot, window, demo_desk):
    badge = field(window, QLabel, "overdue")
    before = int(badge.text())
    now = demo_desk.clock.now()
    late = next(line.due for line in demo_desk.today.view().dues if line.due.due_at < now)
    window.open_concern(late.concern_id)
    page = window.page(Place.CONCERN)

    finish_pages(page)
    page.findChild(ConcernDuesCard).close_asked.emit(late.id, "Dealt with")

    assert int(badge.text()) == before - 1
    assert window.place is Place.CONCERN


def test_recording_a_call_counts_anew_what_is_overdue(qtbot, window, demo_desk):
    page = type_call(qtbot, window)
    qtbot.keyClicks(field(page, QLineEdit, "agency_name"), "Weir County duty team")

    with qtbot.waitSignal(window.page(Place.TODAY).overdue_changed):
        press(qtbot, page, "record-call")


def test_a_wizard_that_closes_elsewhere_counts_anew_what_is_overdue(qtbot, window, demo_desk):
    window.open_place(Place.CONCERNS)
    window.record()
    qtbot.waitUntil(lambda: window.wizard is not None)

    with qtbot.waitSignal(window.page(Place.TODAY).overdue_changed):
        press(qtbot, window.wizard, "save-and-close")


def test_a_team_refused_for_its_hours_shows_the_field_and_why(qtbot, window):
    window.resize(1000, 500)
    window.open_place(Place.AGENCIES)
    page = window.page(Place.AGENCIES)
    press(qtbot, page, "add-agency")
    qtbot.keyClicks(field(page, QLineEdit, "name"), "Weir County duty team")
    field(page, QComboBox, "kind").setCurrentIndex(1)
    qtbot.keyClicks(field(page, QLineEdit, "phone"), "01632 960170")
    qtbot.keyClicks(field(page, QLineEdit, "hours"), "nine to five")
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > page.height())
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())

    press(qtbot, page, "save-agency")

    hours = field(page, QLineEdit, "hours")
    assert page.focusWidget() is hours
    sentence = field(page, QLabel, "hours:problem")
    for shown in (hours, sentence):
        qtbot.waitUntil(lambda part=shown: not part.visibleRegion().isEmpty(), timeout=1_000)


def test_the_first_team_is_added_straight_from_today(qtbot, window):
    window.page(Place.TODAY).agency_asked.emit()
    settle(qtbot)

    page = window.page(Place.AGENCIES)
    assert window.place is Place.AGENCIES
    assert page.focusWidget() is field(page, QLineEdit, "name")
