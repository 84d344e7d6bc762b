"""What came back, a team note, closing and reopening: entered on the concern's page and signed."""

import re

import pytest
from gui_support import field, press, unnamed_fields
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTableView, QWidget
from window_support import settle, texts

from sgdesk.domain.concern import Stage
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.outcome import OutcomeKind
from ui.concerns.entry_card import EntryCard
from ui.main_window.places import Place

SENT = "SG-2026-0029"


@pytest.fixture
def page(window, demo_desk):
    window.open_concern(demo_desk.exchange.concern_of(SENT))
    return window.page(Place.CONCERN)


def reading(qtbot, page):
    settle(qtbot)
    return texts(page)


def view_of(desk):
    return desk.concerns.get(desk.exchange.concern_of(SENT))


def choose(page, name, index):
    field(page, QComboBox, name).setCurrentIndex(index)


def fill_answer(qtbot, page, kind=1):
    press(qtbot, page, "enter-answer")
    choose(page, "kind", kind)
    qtbot.keyClicks(field(page, QLineEdit, "by"), "J. Okoro, duty social worker")
    qtbot.keyClicks(field(page, QLineEdit, "reference"), "NM-448210")


def cards(page):
    return [one for one in page.findChildren(EntryCard) if one.isVisibleTo(page)]


def test_an_acknowledgement_is_signed_and_ends_what_was_waited_for(qtbot, page, demo_desk):
    fill_answer(qtbot, page)
    press(qtbot, page, "sign-entry")

    after = view_of(demo_desk)
    (outcome,) = after.outcomes
    assert outcome.kind is OutcomeKind.ACKNOWLEDGED
    assert outcome.recorded_by == "Asha Rahman"
    assert outcome.recorded_at == demo_desk.clock.now()
    assert after.concern.stage is Stage.AWAITING_OUTCOME
    assert not [due for due in after.dues if due.closed_at is None and "ACK" in due.rule]
    assert "They acknowledged it. Ask what they decided." in reading(qtbot, page)
    assert cards(page) == []


def test_a_decision_asks_for_words_and_for_disagreement_and_an_acknowledgement_does_not(
    qtbot, page
):
    press(qtbot, page, "enter-answer")
    settle(qtbot)
    at_first = field(page, QPlainTextEdit, "disagreement").isVisibleTo(page)
    choose(page, "kind", 1)
    acknowledged = field(page, QPlainTextEdit, "disagreement").isVisibleTo(page)

    choose(page, "kind", 4)

    assert (at_first, acknowledged) == (False, False)
    assert field(page, QPlainTextEdit, "disagreement").isVisibleTo(page)
    assert field(page, QPlainTextEdit, "decision").isVisibleTo(page)


def test_a_disagreement_stands_with_the_outcome_and_decides_what_comes_next(qtbot, page, demo_desk):
    fill_answer(qtbot, page, kind=4)
    field(page, QPlainTextEdit, "decision").setPlainText("No assessment is planned.")
    field(page, QPlainTextEdit, "disagreement").setPlainText("The scan was missed twice.")
    press(qtbot, page, "sign-entry")

    assert view_of(demo_desk).outcomes[0].disagreement == "The scan was missed twice."
    shown = reading(qtbot, page)
    assert "The practice disagrees: The scan was missed twice." in shown
    assert any(text.startswith("The practice disagrees with what they") for text in shown)


def test_what_is_missing_is_listed_and_leads_to_its_field(qtbot, page, demo_desk):
    press(qtbot, page, "enter-answer")
    press(qtbot, page, "sign-entry")

    shown = reading(qtbot, page)
    assert any("Choose what came back." in text for text in shown)
    assert any("Write who told you" in text for text in shown)
    assert view_of(demo_desk).outcomes == ()


def test_what_is_typed_survives_a_lock_with_its_caret(qtbot, page, window, demo_desk):
    fill_answer(qtbot, page)
    field(page, QLineEdit, "reference").setFocus()
    saved = []
    window.save_all(lambda: saved.append(True))
    draft = next(one for one in demo_desk.today.view().drafts if one.flow == "answer")

    window.open_concern(demo_desk.exchange.concern_of("SG-2026-0031"))
    window.page(Place.TODAY).draft_asked.emit(draft)
    settle(qtbot)

    assert saved == [True]
    assert field(page, QLineEdit, "by").text() == "J. Okoro, duty social worker"
    reference = field(page, QLineEdit, "reference")
    assert page.focusWidget() is reference
    assert reference.cursorPosition() == len("NM-448210")


def test_an_entry_that_was_begun_is_what_comes_next(qtbot, page, window, demo_desk):
    fill_answer(qtbot, page)
    window.open_concern(demo_desk.exchange.concern_of("SG-2026-0031"))
    window.open_concern(demo_desk.exchange.concern_of(SENT))

    assert "What came back: begun, and not recorded yet." in reading(qtbot, page)
    press(qtbot, page, "next-step")
    assert field(page, QLineEdit, "reference").text() == "NM-448210"


def test_an_entry_is_thrown_away_only_after_a_second_yes(qtbot, page, demo_desk):
    fill_answer(qtbot, page)
    press(qtbot, page, "drop-entry")
    asked = cards(page)

    press(qtbot, page, "really-drop")

    assert asked
    assert cards(page) == []
    assert not [one for one in demo_desk.today.view().drafts if one.flow == "answer"]
    assert view_of(demo_desk).outcomes == ()


def test_a_save_that_comes_late_brings_no_draft_back(qtbot, page, demo_desk):
    fill_answer(qtbot, page)
    draft = cards(page)[0].draft
    press(qtbot, page, "sign-entry")

    demo_desk.entries.save_draft(draft, Caret())

    assert not [one for one in demo_desk.today.view().drafts if one.flow == "answer"]


def test_a_team_note_says_who_is_told_and_what_must_not_be_said(qtbot, page, demo_desk):
    press(qtbot, page, "enter-note")
    choose(page, "tier", 1)
    qtbot.keyClicks(field(page, QLineEdit, "people"), "Reception")
    field(page, QPlainTextEdit, "text").setPlainText("Tell the lead if she rings.")
    field(page, QPlainTextEdit, "must_not_say").setPlainText("Nothing to her partner.")
    press(qtbot, page, "sign-entry")

    (note,) = view_of(demo_desk).team_notes
    assert (note.tier, note.people, note.by) == (0, "Reception", "Asha Rahman")
    shown = reading(qtbot, page)
    assert "Must not be said: Nothing to her partner." in shown
    assert any(text == "Told to the team: Reception" for text in shown)


def test_a_concern_is_closed_with_a_reason_and_opened_again(qtbot, page, demo_desk):
    press(qtbot, page, "enter-closing")
    warned = reading(qtbot, page)
    field(page, QPlainTextEdit, "because").setPlainText("Moved away; the midwives know.")
    press(qtbot, page, "sign-entry")
    closed = view_of(demo_desk).concern.stage
    settle(qtbot)

    press(qtbot, page, "next-step")
    field(page, QPlainTextEdit, "because").setPlainText("She is back.")
    press(qtbot, page, "sign-entry")

    assert any("No outcome is recorded" in text for text in warned)
    assert closed is Stage.CLOSED
    after = view_of(demo_desk)
    assert after.concern.stage is Stage.REOPENED
    assert [one.because for one in after.closings] == [
        "Moved away; the midwives know.",
        "She is back.",
    ]
    assert "Moved away; the midwives know." in reading(qtbot, page)


def test_a_breach_is_written_down_and_its_times_are_due(qtbot, page, demo_desk):
    press(qtbot, page, "enter-data-matter")
    assert not field(page, QWidget, "high_risk").isVisible()
    choose(page, "kind", 1)
    field(page, QPlainTextEdit, "text").setPlainText("The pack went to another school.")
    press(qtbot, page, "sign-entry")
    assert any("Say whether it is a high risk" in text for text in reading(qtbot, page))
    press(qtbot, page, "high_risk=yes")
    press(qtbot, page, "sign-entry")

    found = {due.rule for due in view_of(demo_desk).dues if due.closed_at is None}
    assert {"DL-BREACH-ICO", "DL-BREACH-PEOPLE"} <= found


def test_every_form_names_its_fields(qtbot, page):
    for name in ("enter-answer", "enter-note", "enter-data-matter", "enter-closing"):
        press(qtbot, page, name)

        assert unnamed_fields(page) == [], name
        press(qtbot, page, "drop-entry")
        press(qtbot, page, "really-drop")


def test_the_forms_fit_a_small_screen_at_200_percent(qtbot, large, page, window):
    window.resize(1093, 614)
    for name in ("enter-answer", "enter-note", "enter-data-matter", "enter-closing"):
        press(qtbot, page, name)
        settle(qtbot)

        assert page.horizontalScrollBar().maximum() == 0, name
        press(qtbot, page, "drop-entry")
        press(qtbot, page, "really-drop")


def test_the_lists_and_today_fit_a_small_screen_at_200_percent(qtbot, large, window):
    window.resize(1093, 614)
    for place in (Place.TODAY, Place.CONCERNS, Place.LOG):
        window.open_place(place)
        settle(qtbot)
        settle(qtbot)

        assert window.width() == 1093
        assert window.page(place).horizontalScrollBar().maximum() == 0, place


def test_no_name_of_the_family_can_be_read_while_initials_are_shown(qtbot, window, demo_desk):
    for row in demo_desk.concerns.newest(50):
        window.open_concern(row.line.id)
        shown = "\n".join(reading(qtbot, window.page(Place.CONCERN)))
        concern = demo_desk.concerns.get(row.line.id).concern
        family = [one.name for one in concern.relations if not one.professional]

        assert "The person and the family" in shown
        for name in (concern.person.name, *family):
            if name.istitle():
                for word in name.split():
                    assert not re.search(rf"\b{word}\b", shown), concern.reference


def test_names_are_read_once_they_are_asked_for(qtbot, window, demo_desk):
    window.open_concern(demo_desk.exchange.concern_of("SG-2026-0031"))

    window.show_names(True)

    assert any("Mia" in text for text in reading(qtbot, window.page(Place.CONCERN)))


def test_guidance_is_named_with_its_nation_and_date(qtbot, window, demo_desk):
    window.open_concern(demo_desk.exchange.concern_of(SENT))

    shown = reading(qtbot, window.page(Place.CONCERN))

    assert any("under England guidance, checked " in text for text in shown)
    assert not any("england-20" in text for text in shown)


def test_a_receipt_is_no_acknowledgement(qtbot, page):
    shown = reading(qtbot, page)

    assert "It was sent. Nobody there has acknowledged it yet." in shown
    assert any("Receipt or their reference: NM-448210" in text for text in shown)


def test_long_cells_of_the_register_are_drawn_whole(qtbot, window):
    window.open_place(Place.LOG)
    settle(qtbot)
    page = window.page(Place.LOG)
    view = field(page, QTableView, "register")
    painter = view.itemDelegate()

    for number in range(view.model().rowCount()):
        for at in range(view.model().columnCount()):
            cell = view.model().index(number, at).data(Qt.ItemDataRole.UserRole)
            assert painter.height(cell, view.columnWidth(at)) <= view.rowHeight(number)
