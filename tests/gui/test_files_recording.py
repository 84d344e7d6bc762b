"""Files while a concern is recorded: added, listed before the signature, kept through a lock."""

import pytest
from gui_support import field, finish_pages, press
from PIL import Image
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from record_support import begun, shown_wizard
from window_support import says, settle, texts

from sgdesk.domain.attachment import RuleDraft
from ui.attachments.files_card import FilesCard
from ui.kit.preview import PdfPreview
from ui.record.wizard import RecordWizard

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")


@pytest.fixture
def allowed(desk):
    return desk.attachments.decide_rule(
        RuleDraft(allowed=True, policy="Photo policy 3", because="Injuries fade")
    )


@pytest.fixture
def chosen(tmp_path, asker):
    path = tmp_path / "IMG_0002.JPG"
    Image.new("RGB", (60, 40), (90, 20, 30)).save(path, "JPEG", comment="Kanarienvogel")
    asker.answers.append(path)
    return path


def seen(qtbot, desk, runner, asker):
    wizard = shown_wizard(qtbot, desk, runner, asker, begun(desk), "seen")
    settle(qtbot)
    return wizard


def write(qtbot, root, kind, name, text):
    widget = field(root, kind, name)
    widget.setFocus()
    qtbot.keyClicks(widget, text)


def begin(qtbot, wizard):
    press(qtbot, wizard, "add-file")
    settle(qtbot)
    write(qtbot, wizard, QLineEdit, "file.title", "Left cheek")
    write(qtbot, wizard, QPlainTextEdit, "file.reason", "The pattern")


def end(qtbot, wizard):
    write(qtbot, wizard, QLineEdit, "file.source", "Asha Rahman")
    write(qtbot, wizard, QPlainTextEdit, "file.agreed", "Her mother")
    press(qtbot, wizard, "keep-file")
    settle(qtbot)


def card_of(wizard):
    return wizard.frame.page.findChild(FilesCard)


def test_the_page_says_nothing_of_files_while_they_are_off(qtbot, desk, runner, asker):
    wizard = seen(qtbot, desk, runner, asker)

    assert card_of(wizard).isHidden()
    wizard.frame.show_step("check")
    settle(qtbot)
    assert card_of(wizard).isHidden()


def test_a_file_is_added_to_a_draft_that_was_never_saved(
    qtbot, desk, runner, asker, allowed, chosen
):
    wizard = seen(qtbot, desk, runner, asker)
    assert desk.today.view().drafts == ()

    begin(qtbot, wizard)
    end(qtbot, wizard)

    (value,) = desk.attachments.of_concern(wizard.draft.id)
    assert desk.attachments.original(value.id) == chosen.read_bytes()
    assert wizard.draft.reference == "SG-2026-0001"
    says(qtbot, wizard, "The file IMG_0002.JPG still lies where you chose it")
    assert field(wizard, QPushButton, "add-file").hasFocus()


def test_no_window_of_its_own_appears_while_a_file_is_added(
    qtbot, desk, runner, asker, allowed, chosen
):
    wizard = seen(qtbot, desk, runner, asker)

    begin(qtbot, wizard)

    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [wizard]


def test_check_lists_the_files_shows_them_and_leads_back(
    qtbot, desk, runner, asker, allowed, chosen
):
    wizard = seen(qtbot, desk, runner, asker)
    begin(qtbot, wizard)
    end(qtbot, wizard)
    (value,) = desk.attachments.of_concern(wizard.draft.id)

    wizard.frame.show_step("check")
    settle(qtbot)
    assert "<b>Left cheek</b>" in texts(card_of(wizard))
    press(qtbot, wizard.frame.page, f"look:{value.id}")
    settle(qtbot)
    preview = wizard.frame.page.findChild(PdfPreview)
    assert preview._pdf.pages is not None
    press(qtbot, wizard.frame.page, "change-files")

    assert preview._pdf.pages is None
    assert wizard.frame.step == "seen"
    assert field(wizard.frame.page, QPushButton, "add-file").hasFocus()


def test_what_is_half_answered_comes_back_after_a_lock_and_asks_for_the_file_again(
    qtbot, desk, runner, asker, allowed, chosen
):
    wizard = seen(qtbot, desk, runner, asker)
    begin(qtbot, wizard)
    wizard.save_now()
    concern_id = wizard.draft.id
    wizard.hide()

    left = desk.concerns.open_draft(concern_id)
    again = RecordWizard(desk, left.draft, runner, asker)
    again.start(left.step, left.caret)
    qtbot.addWidget(again)
    again.resize(1366, 768)
    again.show()
    qtbot.waitExposed(again)
    settle(qtbot)

    assert again.frame.step == "seen"
    assert field(again, QLineEdit, "file.title").text() == "Left cheek"
    reason = field(again, QPlainTextEdit, "file.reason")
    assert reason.toPlainText() == "The pattern"
    assert again.focusWidget() is reason
    assert reason.textCursor().position() == len("The pattern")
    says(qtbot, again, "IMG_0002.JPG was chosen, and is not kept yet.")
    assert not field(again, QPushButton, "keep-file").isVisible()

    asker.answers.append(chosen)
    press(qtbot, again, "choose-again")
    settle(qtbot)
    end(qtbot, again)

    (value,) = desk.attachments.of_concern(concern_id)
    assert (value.title, value.reason) == ("Left cheek", "The pattern")
    assert desk.attachments.begun(concern_id) is None


def test_check_says_that_a_file_was_begun_and_leads_to_its_form(
    qtbot, desk, runner, asker, allowed, chosen
):
    wizard = seen(qtbot, desk, runner, asker)
    begin(qtbot, wizard)
    wizard.save_now()

    wizard.frame.show_step("check")
    settle(qtbot)
    says(qtbot, wizard.frame.page, "A file was begun and is not kept yet.")
    press(qtbot, wizard.frame.page, "change-files")
    settle(qtbot)

    assert wizard.frame.step == "seen"
    kind = wizard.focusWidget()
    assert kind is not None
    assert card_of(wizard).isAncestorOf(kind)
    assert field(wizard, QLineEdit, "file.title").text() == "Left cheek"


def test_what_was_typed_about_a_file_is_thrown_away_only_when_asked_twice(
    qtbot, desk, runner, asker, allowed, chosen
):
    wizard = seen(qtbot, desk, runner, asker)
    begin(qtbot, wizard)
    wizard.save_now()

    press(qtbot, wizard, "leave-file")
    says(qtbot, wizard, "cannot be brought back")
    assert desk.attachments.begun(wizard.draft.id) is not None
    press(qtbot, wizard, "really-drop")
    settle(qtbot)

    assert desk.attachments.begun(wizard.draft.id) is None
    titles = card_of(wizard).findChildren(QLineEdit, "file.title")
    assert [one for one in titles if one.isVisible()] == []
    assert field(wizard, QPushButton, "add-file").isVisible()


@pytest.mark.parametrize("width", [1093, 1366])
def test_the_pages_with_files_never_need_scrolling_sideways(
    qtbot, desk, runner, asker, allowed, chosen, width
):
    wizard = seen(qtbot, desk, runner, asker)
    wizard.resize(width, 614)
    begin(qtbot, wizard)
    finish_pages(wizard)

    assert card_of(wizard).minimumSizeHint().width() <= wizard.frame.page.width()
