"""A call while one talks: the number of the hour, what to say, what they say, and what is due."""

from datetime import UTC, datetime, time

import pytest
from gui_support import field, finish_pages, press, unnamed_fields
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
)
from window_support import says, texts
from writing_support import choose, concern_of, lines, opened, shown, sized

from sgdesk.domain.call import CallKind, CallResult
from sgdesk.domain.sharing.decision import Failure
from ui.call.begun import PORTAL_DOWN
from ui.call.call_draft import as_call
from ui.call.page import CallPage
from ui.main_window.places import Place


@pytest.fixture
def page(qtbot, demo_desk, runner, asker):
    return sized(qtbot, CallPage(demo_desk, runner, asker))


@pytest.fixture
def demo_clock(demo_desk):
    return demo_desk.clock


def test_a_failed_portal_brings_failure_team_number_and_script(qtbot, page, demo_desk):
    opened(qtbot, page, "referral", concern_of(demo_desk))

    assert field(page, QLineEdit, "failed_at").text() == "10:02"
    assert field(page, QLineEdit, "failed_message").text() == "Gateway timeout after sign-in"
    assert field(page, QLineEdit, "number").text() == "01632 960199"
    said = lines(page)
    assert "your portal is down" in said["opening"]
    assert "Daddy gets cross when it hurts." in said["said"]
    assert "hepatitis" not in "".join(said.values())
    assert "Mum obviously" not in "".join(said.values())


def test_a_second_referral_to_a_team_that_knows_is_questioned(qtbot, page, demo_desk):
    opened(qtbot, page, "referral", concern_of(demo_desk))

    says(qtbot, page, "They know already: Telephoned to J. Okoro, duty social worker")


def test_a_concern_that_was_chosen_by_mistake_is_taken_out_again(qtbot, page, demo_desk):
    opened(qtbot, page, "referral", concern_of(demo_desk))
    field(page, QComboBox, "concern_id").setCurrentIndex(0)
    field(page, QLineEdit, "spoke_to").setText("J. Okoro")
    finish_pages(page)

    press(qtbot, page, "record-call")

    (call,) = demo_desk.calls.without_concern()
    assert call.concern_id is None


def test_a_portal_that_is_down_is_rung_about_with_nothing_recorded(qtbot, page, demo_desk):
    opened(qtbot, page, PORTAL_DOWN)
    says(qtbot, page, "01632 960199")
    field(page, QLineEdit, "about").setText("A girl of 6, Mia")
    field(page, QPlainTextEdit, "happened").setPlainText("A bruise on her cheek")

    assert list(lines(page)) == ["opening", "about", "happened", "ask", "read-back"]
    choose(page, "failure", "The portal is down")
    choose(page, "agency_id", "Northtown Duty Team")
    field(page, QLineEdit, "spoke_to").setText("J. Okoro")
    with qtbot.waitSignal(page.recorded) as told:
        press(qtbot, page, "record-call")

    (call,) = demo_desk.calls.without_concern()
    assert told.args == [call]
    assert (call.about, call.failed.failure) == ("A girl of 6, Mia", Failure.DOWN)


def test_what_failed_is_asked_before_it_is_recorded(qtbot, page):
    opened(qtbot, page, PORTAL_DOWN)
    field(page, QLineEdit, "agency_name").setText("Northtown Duty Team")
    field(page, QLineEdit, "spoke_to").setText("J. Okoro")

    press(qtbot, page, "record-call")

    assert field(page, QLabel, "failure:problem").text() == "!  Choose why it failed."


def test_a_line_that_was_said_stays_ticked_when_the_call_is_gone_on_with(qtbot, page, demo_desk):
    opened(qtbot, page, "referral", concern_of(demo_desk))
    field(page, QCheckBox, "say:seen").click()
    page.keep(lambda: None)
    draft = next(one for one in demo_desk.today.view().drafts if one.flow == "call")

    page._forget()
    page.go_on(draft.id)
    finish_pages(page)

    assert field(page, QCheckBox, "say:seen").isChecked()
    assert not field(page, QCheckBox, "say:said").isChecked()


def test_a_try_that_reached_nobody_is_noted_and_the_clock_begins_anew(qtbot, page, demo_desk):
    opened(qtbot, page, "referral", concern_of(demo_desk))
    field(page, QLineEdit, "started").setText("11:53")

    press(qtbot, page, "missed:queue")

    says(qtbot, page, "12 minutes")
    assert field(page, QLineEdit, "started").text() == "12:05"
    field(page, QLineEdit, "spoke_to").setText("J. Okoro")
    press(qtbot, page, "record-call")
    call = demo_desk.calls.of(concern_of(demo_desk))[-1]
    assert [(one.result, one.minutes) for one in call.tries] == [(CallResult.QUEUE, 12)]


def test_the_clock_of_the_call_runs_and_stops(qtbot, page, demo_desk):
    opened(qtbot, page, "referral", concern_of(demo_desk))
    field(page, QLineEdit, "started").setText("11:55")

    assert field(page, QLabel, "call-clock").text().startswith("10:0")
    press(qtbot, page, "call-ended")

    assert field(page, QLabel, "call-clock").text() == "10:00"
    assert field(page, QLineEdit, "ended").text() == "12:05"


def test_the_call_begins_with_its_button_and_not_with_the_page(qtbot, page, demo_clock):
    opened(qtbot, page, "referral")
    clock = field(page, QLabel, "call-clock")
    assert (clock.text(), field(page, QLineEdit, "started").text()) == ("00:00", "")
    says(qtbot, page, "not begun")
    assert not field(page, QAbstractButton, "call-ended").isEnabled()

    demo_clock.at = datetime(2026, 11, 22, 12, 6, 37, tzinfo=UTC)
    press(qtbot, page, "call-began")
    assert clock.text() == "00:00"
    assert field(page, QLineEdit, "started").text() == "12:06"

    demo_clock.at = datetime(2026, 11, 22, 12, 8, 2, tzinfo=UTC)
    press(qtbot, page, "call-ended")
    assert clock.text() == "01:25"
    assert (page._draft.started, page._draft.ended) == (time(12, 6), time(12, 8))


def test_the_clock_goes_on_from_the_same_second_when_the_call_is_opened_again(
    qtbot, page, demo_desk, demo_clock
):
    opened(qtbot, page, "referral")
    demo_clock.at = datetime(2026, 11, 22, 12, 6, 37, tzinfo=UTC)
    press(qtbot, page, "call-began")
    page.keep(lambda: None)
    qtbot.waitUntil(lambda: any(one.flow == "call" for one in demo_desk.today.view().drafts))
    draft = next(one for one in demo_desk.today.view().drafts if one.flow == "call")

    page._forget()
    demo_clock.at = datetime(2026, 11, 22, 12, 7, 0, tzinfo=UTC)
    page.go_on(draft.id)
    finish_pages(page)

    qtbot.waitUntil(lambda: field(page, QLabel, "call-clock").text() == "00:23")


def test_a_time_that_was_typed_holds_over_the_button(qtbot, page, demo_clock):
    opened(qtbot, page, "referral")
    press(qtbot, page, "call-began")

    field(page, QLineEdit, "started").setText("12:01")

    assert field(page, QLabel, "call-clock").text() == "04:00"


def test_whoever_writes_down_what_is_said_is_talking(qtbot, page):
    opened(qtbot, page, "referral")
    box = field(page, QLineEdit, "spoke_to")

    box.setFocus()
    qtbot.keyClicks(box, "J. Okoro")

    assert (box.text(), box.cursorPosition()) == ("J. Okoro", 8)
    assert field(page, QLineEdit, "started").text() == "12:05"


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (PORTAL_DOWN, "A portal is down: ring them"),
        ("", "Log a call"),
        ("consultation", "Ask for advice by telephone"),
    ],
)
def test_the_page_is_called_what_one_came_for(qtbot, page, kind, title):
    opened(qtbot, page, kind)

    assert (page.heading.text(), page.heading.accessibleName()) == (title, title)


def test_the_page_has_its_own_title_before_anything_is_read(page):
    page.begin(PORTAL_DOWN, "")

    assert page.heading.text() == page.heading.accessibleName() == "A portal is down: ring them"


def test_a_draft_has_no_title_of_another_call_until_it_is_read(qtbot, page, demo_desk):
    opened(qtbot, page, "consultation")
    field(page, QPlainTextEdit, "told").setPlainText("A mark on a baby.")
    page.keep(lambda: None)
    draft = next(one for one in demo_desk.today.view().drafts if one.flow == "call")
    page._forget()
    page.begin(PORTAL_DOWN, "")
    page.hide()

    page.go_on(draft.id)
    assert page.heading.text() == page.heading.accessibleName() == ""

    shown(qtbot, page)
    assert page.heading.text() == page.heading.accessibleName() == "Ask for advice by telephone"


def test_a_draft_that_is_gone_is_told_on_a_page_with_a_title(qtbot, page):
    page.show()
    page.go_on("no such draft")

    says(qtbot, page, "This call is no longer a draft.")
    assert page.heading.text() == "Log a call"


def test_both_times_for_writing_are_shown_and_the_sooner_holds(qtbot, page, demo_desk):
    opened(qtbot, page, "referral", concern_of(demo_desk))

    says(qtbot, page, "In writing by Tue 24 Nov 2026, 12:05.")
    field(page, QLineEdit, "written_hours_said").setText("24")

    says(qtbot, page, "In writing by Mon 23 Nov 2026, 12:05. They said: 24 hours")
    says(qtbot, page, "By the rule: Tue 24 Nov 2026, 12:05. The sooner holds.")


def test_advice_is_asked_without_names_and_a_typed_name_is_questioned(
    qtbot, page, demo_desk, asker
):
    opened(qtbot, page, "consultation", concern_of(demo_desk))
    assert "Mia" not in "".join(lines(page).values())
    assert "a girl of 6" in lines(page)["person"]
    field(page, QLineEdit, "spoke_to").setText("J. Okoro")
    field(page, QPlainTextEdit, "told").setPlainText("Mia has a bruise")
    says(qtbot, page, "This says who it is: Mia.")
    asker.answers = [False, True]

    press(qtbot, page, "record-call")
    assert len(demo_desk.calls.of(concern_of(demo_desk))) == 1
    press(qtbot, page, "record-call")

    call = demo_desk.calls.of(concern_of(demo_desk))[-1]
    assert (call.kind, call.told) == (CallKind.CONSULTATION, "Mia has a bruise")
    assert "Mia" in asker.seen[0]


def test_giving_names_brings_them_back_into_the_script(qtbot, page, demo_desk):
    opened(qtbot, page, "consultation", concern_of(demo_desk))

    field(page, QRadioButton, "names_given=yes").click()
    finish_pages(page)

    assert "Mia Thornton" in lines(page)["person"]


def test_advice_that_was_not_followed_says_why(qtbot, page, demo_desk):
    opened(qtbot, page, "consultation", concern_of(demo_desk))
    field(page, QLineEdit, "spoke_to").setText("J. Okoro")
    field(page, QRadioButton, "followed=no").click()

    press(qtbot, page, "record-call")

    problem = field(page, QLabel, "not_followed_because:problem")
    assert problem.text().endswith("Write why it was not followed.")


def test_another_concern_brings_another_script(qtbot, page, demo_desk):
    opened(qtbot, page, "referral", concern_of(demo_desk))

    box = field(page, QComboBox, "concern_id")
    box.setCurrentIndex(box.findText("SG-2026-0026", Qt.MatchFlag.MatchStartsWith))
    finish_pages(page)

    assert "Dora Wills" in lines(page)["person"]
    assert "Mia" not in "".join(lines(page).values())


def test_a_call_is_recorded_and_printed_in_one_go(qtbot, window, demo_desk):
    window.open_call("chase", concern_of(demo_desk))
    page = window.page(Place.CALL)
    field(page, QLineEdit, "spoke_to").setText("J. Okoro")

    press(qtbot, page, "record-call-print")

    assert window.place is Place.PAPER
    says(qtbot, window.page(Place.PAPER), "Call record")


def test_everything_on_the_page_has_a_name(qtbot, page, demo_desk):
    opened(qtbot, page, PORTAL_DOWN, concern_of(demo_desk))

    assert unnamed_fields(page) == []


def test_today_leads_to_a_portal_that_is_down(qtbot, window):
    press(qtbot, window.page(Place.TODAY), "portal-down")

    page = window.page(Place.CALL)
    assert window.place is Place.CALL
    assert field(page, QLineEdit, "failed_at").isVisibleTo(page)


def test_a_call_without_a_concern_is_put_to_one_from_today(qtbot, window, demo_desk):
    window.open_call()
    page = window.page(Place.CALL)
    field(page, QLineEdit, "agency_name").setText("Northtown Duty Team")
    field(page, QLineEdit, "spoke_to").setText("J. Okoro")
    press(qtbot, page, "record-call")
    today = window.page(Place.TODAY)
    says(qtbot, today, "The call is recorded. It is to be confirmed in writing: record the concern")
    says(qtbot, today, "Calls without a concern")
    # Rung on Sunday 12:05; without anything local, a child's referral is written within 24 h.
    says(qtbot, today, "To be confirmed in writing by Mon 23 Nov 2026, 12:05.")
    (call,) = demo_desk.calls.without_concern()
    box = field(today, QComboBox, f"{call.id}.concern_id")
    box.setCurrentIndex(box.findText("SG-2026-0031", Qt.MatchFlag.MatchStartsWith))

    press(qtbot, today, f"attach:{call.id}")

    assert window.place is Place.CONCERN
    assert demo_desk.calls.without_concern() == ()
    assert call.id in {one.id for one in demo_desk.calls.of(concern_of(demo_desk))}
    window.open_place(Place.TODAY)
    qtbot.waitUntil(lambda: "Calls without a concern" not in texts(window.page(Place.TODAY)))


def test_what_was_typed_before_its_concern_was_chosen_is_recorded(qtbot, page, demo_desk):
    opened(qtbot, page)
    field(page, QPlainTextEdit, "happened").setPlainText("A bruise on her cheek")
    page._draft.concern_id = concern_of(demo_desk)

    call = as_call(page._draft, None, "Asha Rahman")

    assert call.happened == "A bruise on her cheek"


def test_a_promise_to_ring_back_needs_its_day_and_its_time(qtbot, page):
    opened(qtbot, page)
    choose(page, "result", "They will ring back")
    page.findChild(QLineEdit, "call_back_on").setText("24 11 2026")

    asked = {one.field for one in page.problems(page._draft)}
    page.findChild(QLineEdit, "call_back").setText("10:05")

    assert "call_back" in asked
    assert "call_back" not in {one.field for one in page.problems(page._draft)}


def test_a_second_click_records_no_second_time(qtbot, page):
    opened(qtbot, page)
    page.findChild(QLineEdit, "agency_name").setText("Northtown Duty Team")
    page.findChild(QLineEdit, "spoke_to").setText("J. Okoro")
    recorded = []
    page.recorded.connect(recorded.append)

    page.record_now()
    page.record_now()
    qtbot.waitUntil(lambda: bool(recorded))
    ended = []
    page._runner.run(lambda: None, lambda _answer: ended.append(True))
    qtbot.waitUntil(lambda: bool(ended))

    assert len(recorded) == 1
