from io import BytesIO

import pikepdf
import pytest
from gui_support import field, finish_pages, press
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit
from share_support import PaperTray, fill_decision, northtown, signed_mia, wizard_over

from sgdesk.domain.call import Call
from sgdesk.domain.concern import Stage
from sgdesk.domain.sharing.decision import AttemptState, Failure
from sgdesk.ids import CallId

_PASSWORD = "correct horse"


@pytest.fixture
def tray():
    return PaperTray("Front desk", "Back office")


@pytest.fixture
def wizard(qtbot, desk, runner, asker, tray):
    agency = northtown(desk)
    opened = wizard_over(desk, signed_mia(desk), runner, asker, tray)
    qtbot.addWidget(opened)
    opened.resize(1366, 768)
    opened.show()
    fill_decision(opened, desk, agency)
    opened.show_step("preview")
    opened.go_on()
    return opened


def _shown(wizard):
    return "\n".join(label.text() for label in wizard.page.findChildren(QLabel))


def _papers(desk, wizard):
    return desk.concerns.get(wizard.draft.concern_id).papers


def _type(wizard, name, text):
    field(wizard, QLineEdit, name).setText(text)


def _record(qtbot, wizard, state, **typed):
    press(qtbot, wizard, f"attempt.state={state.value}")
    for name, text in typed.items():
        _type(wizard, f"attempt.{name}", text)
    press(qtbot, wizard, "record-attempt")


def test_printing_makes_a_numbered_copy_and_names_nobody_in_the_job(qtbot, desk, wizard, tray):
    press(qtbot, wizard, "print:pack")

    ((printer, job, pdf),) = tray.jobs
    assert (printer, job) == ("Front desk", "SG-2026-0001 copy 1")
    assert pdf.startswith(b"%PDF")
    assert [paper.copy for paper in _papers(desk, wizard)] == [1]
    assert "Referral pack, copy 1: sent to the printer." in _shown(wizard)


def test_a_copy_that_did_not_print_keeps_its_number(qtbot, desk, wizard, tray):
    tray.is_there = False
    press(qtbot, wizard, "print:pack")
    assert "the printer is not there" in _shown(wizard)
    tray.is_there = True

    press(qtbot, wizard, "print:pack")

    assert [job for _printer, job, _pdf in tray.jobs] == ["SG-2026-0001 copy 1"]
    assert len(_papers(desk, wizard)) == 1


def test_without_a_printer_there_is_a_way_on(qtbot, desk, runner, asker):
    wizard = wizard_over(desk, signed_mia(desk), runner, asker, PaperTray())
    qtbot.addWidget(wizard)
    fill_decision(wizard, desk, northtown(desk))
    wizard.show_step("preview")
    wizard.go_on()

    press(qtbot, wizard, "print:pack")

    assert field(wizard, QComboBox, "printer").currentText().startswith("No printer")
    assert "save a file instead" in _shown(wizard)


def test_a_saved_file_opens_with_the_password_only(qtbot, tmp_path, wizard, asker):
    path = tmp_path / "pack.pdf"
    asker.answers.append(path)
    _type(wizard, "file.password", _PASSWORD)
    _type(wizard, "file.again", _PASSWORD)

    press(qtbot, wizard, "save-protected")

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(path.read_bytes()))
    with pikepdf.open(BytesIO(path.read_bytes()), password=_PASSWORD) as opened:
        assert len(opened.pages) >= 2
    assert field(wizard, QLineEdit, "file.password").text() == ""
    assert "Give the password another way" in _shown(wizard)


def test_two_passwords_that_differ_are_refused(qtbot, wizard, asker):
    _type(wizard, "file.password", _PASSWORD)
    _type(wizard, "file.again", "something else")

    press(qtbot, wizard, "save-protected")

    assert "Type the same password twice." in _shown(wizard)
    assert asker.seen == []


def test_a_place_that_cannot_be_written_is_explained(qtbot, tmp_path, wizard, asker):
    asker.answers.append(tmp_path / "gone" / "pack.pdf")
    _type(wizard, "file.password", _PASSWORD)
    _type(wizard, "file.again", _PASSWORD)

    press(qtbot, wizard, "save-protected")

    assert "Choose another place." in _shown(wizard)
    assert field(wizard, QLineEdit, "file.password").text() == _PASSWORD


def test_a_block_is_copied_and_says_so(qtbot, wizard):
    press(qtbot, wizard, "copy:1")

    assert "strategy discussion" in QGuiApplication.clipboard().text()
    assert field(wizard, QAbstractButton, "copy:1").text() == "Copied"


def test_a_failed_try_is_recorded_with_what_the_page_said(qtbot, desk, wizard):
    press(qtbot, wizard, "attempt.state=failed")
    failure = field(wizard, QComboBox, "attempt.failure")
    failure.setCurrentIndex(failure.findText("It hung or timed out"))
    _record(qtbot, wizard, AttemptState.FAILED, message="Gateway timeout after sign-in")

    (attempt,) = desk.sharings.attempts(wizard.draft.id)
    assert (attempt.failure, attempt.message) == (Failure.TIMEOUT, "Gateway timeout after sign-in")
    with qtbot.waitSignal(wizard.call_asked):
        press(qtbot, wizard, "call")


def test_a_confirmed_try_needs_its_proof(qtbot, desk, wizard):
    _record(qtbot, wizard, AttemptState.CONFIRMED)
    assert desk.sharings.attempts(wizard.draft.id) == ()
    assert "Give the proof that it arrived" in _shown(wizard)

    _record(qtbot, wizard, AttemptState.CONFIRMED, proof="NM-448299")

    (attempt,) = desk.sharings.attempts(wizard.draft.id)
    assert attempt.proof == "NM-448299"


def test_an_unconfirmed_try_does_not_count_as_sent(qtbot, desk, wizard):
    _record(qtbot, wizard, AttemptState.UNCONFIRMED, message="The page hung.")

    view = desk.concerns.get(wizard.draft.concern_id)
    assert view.concern.stage is Stage.DECIDED
    assert "Unconfirmed" in _shown(wizard)
    assert "does not count as sent" in _shown(wizard)


def test_sending_the_same_pack_again_is_questioned(qtbot, desk, wizard, asker, tray):
    _record(qtbot, wizard, AttemptState.CONFIRMED, proof="NM-448299")
    asker.answers += [False, False]

    press(qtbot, wizard, "print:pack")
    _record(qtbot, wizard, AttemptState.CONFIRMED, proof="NM-448300")

    assert tray.jobs == []
    assert len(desk.sharings.attempts(wizard.draft.id)) == 1
    assert all("NM-448299" in question for question in asker.seen)


def test_the_internal_papers_print_without_a_question(qtbot, wizard, asker, tray):
    _record(qtbot, wizard, AttemptState.CONFIRMED, proof="NM-448299")

    press(qtbot, wizard, "print:disclosure-record")
    press(qtbot, wizard, "print:log-page")

    assert len(tray.jobs) == 2
    assert asker.seen == []


def _spoken(wizard, step):
    finish_pages(wizard)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return field(wizard, QAbstractButton, f"step:{step}").accessibleName()


def test_the_step_is_not_ticked_before_the_pack_came_there(qtbot, desk, wizard):
    wizard.show_step("clinical")
    never = _spoken(wizard, "send")
    wizard.show_step("send")
    _record(qtbot, wizard, AttemptState.UNCONFIRMED, message="The page hung.")
    wizard.show_step("clinical")
    unsure = _spoken(wizard, "send")
    wizard.show_step("send")
    _record(qtbot, wizard, AttemptState.CONFIRMED, proof="NM-448299")
    wizard.show_step("clinical")

    assert never == "Step 1, Send or print, not sent yet"
    assert unsure == "Step 1, Send or print, not confirmed yet"
    assert _spoken(wizard, "send") == "Step 1, Send or print, done"


def test_what_was_tried_before_is_known_when_it_is_opened_again(qtbot, desk, wizard, runner, asker):
    _record(qtbot, wizard, AttemptState.CONFIRMED, proof="NM-448299")

    again = wizard_over(desk, wizard.case.concern, runner, asker, sharing_id=wizard.draft.id)
    qtbot.addWidget(again)
    again.show_step("clinical")

    assert _spoken(again, "send") == "Step 1, Send or print, done"


def test_an_entry_that_nobody_made_is_not_ticked(qtbot, wizard):
    wizard.show_step("clinical")
    wizard.show_step("follow")

    assert _spoken(wizard, "clinical") == "Step 2, Clinical record, not written yet"


def test_a_try_that_is_half_typed_comes_back(qtbot, desk, wizard, runner, asker):
    press(qtbot, wizard, "attempt.state=failed")
    line = field(wizard, QLineEdit, "attempt.message")
    line.setFocus()
    qtbot.keyClicks(line, "Gateway timeout")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    again = wizard_over(desk, wizard.case.concern, runner, asker, sharing_id=wizard.draft.id)
    qtbot.addWidget(again)

    assert field(again, QLineEdit, "attempt.message").text() == "Gateway timeout"
    assert field(again, QAbstractButton, "attempt.state=failed").isChecked()


def test_a_try_that_was_recorded_leaves_no_half_typed_one(qtbot, desk, wizard):
    _record(qtbot, wizard, AttemptState.UNCONFIRMED, message="The page hung.")

    kept = desk.sharings.open_draft(wizard.draft.id).draft.attempt
    assert not kept.is_begun


def test_a_day_that_does_not_exist_is_said_at_the_try(qtbot, desk, wizard):
    _type(wizard, "attempt.on", "31 Feb 2026")
    _record(qtbot, wizard, AttemptState.UNCONFIRMED, message="The page hung.")

    assert desk.sharings.attempts(wizard.draft.id) == ()
    assert "February 2026 has 28 days." in _shown(wizard)


def test_an_unconfirmed_try_asks_to_ring_and_ask(qtbot, wizard):
    _record(qtbot, wizard, AttemptState.UNCONFIRMED, message="The page hung.")

    assert "nobody knows whether it came" in _shown(wizard)
    with qtbot.waitSignal(wizard.call_asked):
        press(qtbot, wizard, "call")


def test_each_part_says_how_much_of_the_box_it_takes(wizard):
    finish_pages(wizard)
    assert " of 2,000 characters" in _shown(wizard)
    assert "a line break is two" in _shown(wizard)


def test_a_portal_entry_after_a_call_is_questioned_and_has_words_for_its_top(
    qtbot, desk, wizard, asker
):
    draft = wizard.draft
    desk.calls.record(
        Call(
            id=CallId(""), concern_id=draft.concern_id, agency_id=draft.recipient.agency_id,
            agency_name=draft.recipient.organisation, spoke_to="J. Okoro",
            started_at=desk.clock.now(), ended_at=desk.clock.now(),
        )
    )  # fmt: skip
    wizard.hide()
    wizard.show()

    press(qtbot, wizard, "copy:top")
    top = QGuiApplication.clipboard().text()
    assert top.startswith("Not a new referral. Telephoned to J. Okoro")
    asker.answers += [False, True]
    route = field(wizard, QComboBox, "attempt.route")
    route.setCurrentIndex(route.findText("Portal"))
    _record(qtbot, wizard, AttemptState.CONFIRMED, proof="NM-448299")
    assert desk.sharings.attempts(draft.id) == ()
    _record(qtbot, wizard, AttemptState.CONFIRMED, proof="NM-448299")

    (attempt,) = desk.sharings.attempts(draft.id)
    assert "Telephoned to J. Okoro" in attempt.follows
    assert all("Telephoned to J. Okoro" in question for question in asker.seen)
