"""A file that was begun and not kept: saved when the desk locks, gone on with from Today."""

import pytest
from gui_support import field, press
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from window_support import new_window, open_window, says, settle, texts

from sgdesk.domain.attachment import RuleDraft
from sgdesk.settings import Settings
from ui.attachments.files_card import FilesCard
from ui.kit.preview import PdfPreview
from ui.main_window.guard import Guard
from ui.main_window.places import Place
from ui.main_window.shell import Shell


@pytest.fixture
def chosen(tmp_path, asker, demo_desk):
    demo_desk.attachments.decide_rule(
        RuleDraft(allowed=True, policy="Photo policy 3", because="Injuries fade")
    )
    path = tmp_path / "IMG_0003.png"
    Image.new("RGB", (60, 40), (90, 20, 30)).save(path, "PNG")
    asker.answers.append(path)
    return path


@pytest.fixture
def mia(demo_desk):
    return demo_desk.concerns.find("SG-2026-0031")[0].line


def write(qtbot, root, kind, name, text):
    widget = field(root, kind, name)
    widget.setFocus()
    qtbot.keyClicks(widget, text)


def begin(qtbot, window, concern_id):
    window.open_concern(concern_id)
    settle(qtbot)
    page = window.page(Place.CONCERN)
    press(qtbot, page, "add-file")
    settle(qtbot)
    write(qtbot, page, QLineEdit, "file.title", "Left cheek")
    write(qtbot, page, QPlainTextEdit, "file.reason", "The pattern")
    return page


def test_what_was_typed_is_gone_on_with_from_today_by_another_window(
    qtbot, demo_desk, demo_folder, runner, asker, chosen, mia
):
    window = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder)
    begin(qtbot, window, mia.id)
    window.save_all(lambda: None)
    window.hide()

    again = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder)
    settle(qtbot)
    says(qtbot, again.page(Place.TODAY), "Photo or file")
    press(qtbot, again.page(Place.TODAY), f"draft:file:{mia.reference}")
    settle(qtbot)

    page = again.page(Place.CONCERN)
    assert again.place is Place.CONCERN
    assert field(page, QLineEdit, "file.title").text() == "Left cheek"
    reason = field(page, QPlainTextEdit, "file.reason")
    assert reason.toPlainText() == "The pattern"
    assert again.focusWidget() is reason
    says(qtbot, page, "IMG_0003.png was chosen, and is not kept yet.")


def test_a_lock_saves_what_is_typed_about_a_file_and_closes_what_is_looked_at(
    qtbot, qapp, demo_desk, demo_folder, runner, asker, chosen, clock, mia
):
    shell = Shell()
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    window = new_window(demo_desk, runner, asker, Settings(), demo_folder)
    shell.show_only(window)
    shell.show()
    qtbot.waitExposed(shell)
    page = begin(qtbot, window, mia.id)
    preview = page.findChild(PdfPreview)
    assert preview._pdf.pages is not None
    guard = Guard(qapp, shell, window, clock, minutes=3)

    with qtbot.waitSignal(guard.saved, timeout=5_000):
        guard.lock()

    assert preview._pdf.pages is None
    assert demo_desk.attachments.begun(mia.id).draft.reason == "The pattern"
    guard.stop()


def test_a_lock_keeps_where_the_caret_was_moved_last(
    qtbot, demo_desk, demo_folder, runner, asker, chosen, mia
):
    window = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder)
    page = begin(qtbot, window, mia.id)
    window.save_all(lambda: None)
    reason = page.focusWidget()
    for _letter in range(3):
        qtbot.keyClick(reason, Qt.Key.Key_Left)

    window.save_all(lambda: None)

    caret = demo_desk.attachments.begun(mia.id).caret
    assert (caret.field, caret.position) == (reason.objectName(), len("The pattern") - 3)


def test_the_concern_page_takes_up_what_was_changed_elsewhere(
    qtbot, demo_desk, demo_folder, runner, asker, chosen, mia
):
    window = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder)
    page = begin(qtbot, window, mia.id)
    window.save_all(lambda: None)
    begun = demo_desk.attachments.begun(mia.id)
    demo_desk.attachments.drop_draft(begun.draft.id)

    window.open_place(Place.TODAY)
    window.open_concern(mia.id)
    settle(qtbot)

    card = page.findChild(FilesCard)
    assert not [one for one in card.findChildren(QLineEdit, "file.title") if one.isVisible()]
    assert "Add a file" in texts(card)


def test_the_card_is_reached_by_keyboard_alone(
    qtbot, demo_desk, demo_folder, runner, asker, chosen, mia
):
    window = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder)
    window.open_concern(mia.id)
    settle(qtbot)
    for _press in range(80):
        if window.focusWidget() is not None and window.focusWidget().objectName() == "add-file":
            break
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)

    assert window.focusWidget().objectName() == "add-file"
