"""Files with a concern in the window: by keyboard and by mouse, and nothing of them left behind."""

from io import BytesIO
from random import Random

import pytest
from gui_support import field, finish_pages, press, unnamed_fields
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton, QWidget
from window_support import says, settle, texts

from sgdesk.domain.attachment import RuleDraft
from ui.attachments.files_card import FilesCard
from ui.attachments.rule_part import RulePart
from ui.kit.layout import column
from ui.kit.preview import PdfPreview, Sheet


def photo(width=120, height=80):
    tags = Image.Exif()
    place = tags.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (51.0, 30.0, 10.0), "W", (0.0, 7.0, 1.0)
    out = BytesIO()
    noise = Random(7).randbytes(width * height * 3)
    Image.frombytes("RGB", (width, height), noise).save(out, "JPEG", exif=tags, quality=92)
    return out.getvalue()


@pytest.fixture
def concern_id(demo_desk):
    return demo_desk.concerns.find("SG-2026-0031")[0].line.id


@pytest.fixture
def allowed(demo_desk):
    return demo_desk.attachments.decide_rule(
        RuleDraft(allowed=True, policy="Photo policy 3", because="Injuries fade")
    )


@pytest.fixture
def chosen(tmp_path, asker):
    path = tmp_path / "IMG_0001.txt"  # its name says nothing about it
    path.write_bytes(photo())
    asker.answers.append(path)
    return path


def shown(qtbot, part, width=1000):
    window = QWidget()
    column(window).addWidget(part)
    qtbot.addWidget(window)
    window.resize(width, 900)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def card(qtbot, demo_desk, runner, asker, concern_id):
    made = FilesCard(demo_desk, runner, asker)
    window = shown(qtbot, made)
    made.show_concern(concern_id)
    yield made
    window.close()


def type_into(qtbot, root, kind, name, text):
    widget = field(root, kind, name)
    widget.setFocus()
    qtbot.keyClicks(widget, text)


def fill(qtbot, card):
    type_into(qtbot, card, QLineEdit, "file.title", "Left cheek")
    type_into(qtbot, card, QLineEdit, "file.source", "Asha Rahman, practice camera")
    type_into(qtbot, card, QPlainTextEdit, "file.reason", "The pattern")
    type_into(qtbot, card, QPlainTextEdit, "file.agreed", "Her mother")


def test_a_concern_says_nothing_of_files_while_they_are_off(card):
    assert card.isHidden()


def test_a_file_is_added_by_keyboard_and_shows_what_it_holds_unseen(
    qtbot, allowed, chosen, card, demo_desk, concern_id
):
    press(qtbot, card, "add-file")
    finish_pages(card)

    assert unnamed_fields(card) == []
    assert any("51.50278, -0.11694" in text for text in texts(card))
    fill(qtbot, card)
    press(qtbot, card, "keep-file")

    (value,) = demo_desk.attachments.of_concern(concern_id)
    assert demo_desk.attachments.original(value.id) == chosen.read_bytes()
    assert (value.title, value.agreed) == ("Left cheek", "Her mother")
    says(qtbot, card, "The file IMG_0001.txt still lies where you chose it")
    says(qtbot, card, "Left cheek")


def test_a_file_is_added_by_mouse(qtbot, allowed, chosen, card, demo_desk, concern_id):
    def click(name):
        qtbot.mouseClick(field(card, QPushButton, name), Qt.MouseButton.LeftButton)

    click("add-file")
    finish_pages(card)
    scan = next(one for one in card.findChildren(QRadioButton) if one.text().endswith("Scan"))
    qtbot.mouseClick(scan, Qt.MouseButton.LeftButton)
    assert field(card, QPlainTextEdit, "file.reason").isVisible()
    assert not field(card, QPlainTextEdit, "file.agreed").isVisible()
    type_into(qtbot, card, QLineEdit, "file.title", "Letter")
    type_into(qtbot, card, QLineEdit, "file.source", "By post")
    type_into(qtbot, card, QPlainTextEdit, "file.reason", "Signed")
    click("keep-file")

    assert [one.title for one in demo_desk.attachments.of_concern(concern_id)] == ["Letter"]


def test_what_is_not_answered_is_marked_and_nothing_is_kept(
    qtbot, allowed, chosen, card, demo_desk, concern_id
):
    press(qtbot, card, "add-file")
    finish_pages(card)
    press(qtbot, card, "keep-file")

    assert "Give it a title" in field(card, QLabel, "file.title:problem").text()
    assert field(card, QLineEdit, "file.title").hasFocus()
    assert demo_desk.attachments.of_concern(concern_id) == ()


def test_a_bad_file_is_refused_in_words(qtbot, allowed, tmp_path, asker, card):
    bad = tmp_path / "photo.jpg"
    bad.write_bytes(b"MZ this is a program")
    asker.answers.append(bad)

    press(qtbot, card, "add-file")
    finish_pages(card)

    says(qtbot, card, "This is no PDF, PNG or JPEG, whatever its name says.")
    assert field(card, QPushButton, "add-file").isVisible()


def added(qtbot, card, demo_desk, concern_id):
    press(qtbot, card, "add-file")
    finish_pages(card)
    fill(qtbot, card)
    press(qtbot, card, "keep-file")
    settle(qtbot)
    return demo_desk.attachments.of_concern(concern_id)[0]


def test_a_file_is_looked_at_in_the_window_and_let_go(
    qtbot, allowed, chosen, card, demo_desk, concern_id, tmp_path
):
    value = added(qtbot, card, demo_desk, concern_id)
    before = sorted(tmp_path.rglob("*"))

    press(qtbot, card, f"look:{value.id}")
    settle(qtbot)

    preview = next(one for one in card.findChildren(PdfPreview) if one.isVisible())
    qtbot.waitUntil(lambda: any(one._picture for one in preview.findChildren(Sheet)))
    assert sorted(tmp_path.rglob("*")) == before
    assert field(card, QPushButton, "close-file").text() == "Close this view"
    press(qtbot, card, "close-file")
    assert preview._pdf.pages is None
    assert field(card, QPushButton, "add-file").hasFocus()


def test_leaving_the_page_lets_go_of_what_is_looked_at(
    qtbot, allowed, chosen, card, demo_desk, concern_id
):
    value = added(qtbot, card, demo_desk, concern_id)
    press(qtbot, card, f"look:{value.id}")
    settle(qtbot)
    preview = next(one for one in card.findChildren(PdfPreview) if one.isVisible())

    card.window().hide()

    assert preview._pdf.pages is None


def test_a_file_is_set_aside_with_a_reason(qtbot, allowed, chosen, card, demo_desk, concern_id):
    value = added(qtbot, card, demo_desk, concern_id)
    press(qtbot, card, f"aside:{value.id}")
    press(qtbot, card, "really-aside")
    assert "Say why" in field(card, QLabel, "aside.because:problem").text()

    type_into(qtbot, card, QLineEdit, "aside.because", "Another patient")
    press(qtbot, card, "really-aside")

    assert demo_desk.attachments.of_concern(concern_id)[0].set_aside_because == "Another patient"
    says(qtbot, card, "Set aside: Another patient")
    assert card.findChild(QPushButton, f"look:{value.id}") is None


def test_a_lead_switches_files_on_with_a_policy_and_off_again(qtbot, demo_desk, runner):
    part = RulePart(demo_desk, runner)
    _window = shown(qtbot, part)
    part.read()
    assert unnamed_fields(part) == []

    press(qtbot, part, "decide-files")
    assert "Name the practice’s own policy" in field(part, QLabel, "files.policy:problem").text()
    type_into(qtbot, part, QLineEdit, "files.policy", "Photo policy 3")
    type_into(qtbot, part, QPlainTextEdit, "files.because", "Injuries fade")
    press(qtbot, part, "decide-files")
    assert demo_desk.attachments.rule().policy == "Photo policy 3"
    settle(qtbot)

    type_into(qtbot, part, QPlainTextEdit, "files.because", "The policy has expired")
    press(qtbot, part, "decide-files")
    assert not demo_desk.attachments.rule().allowed


@pytest.mark.parametrize("width", [640, 1000])
def test_the_card_never_needs_scrolling_sideways(qtbot, allowed, chosen, card, width):
    card.window().resize(width, 900)
    press(qtbot, card, "add-file")
    finish_pages(card)

    assert card.minimumSizeHint().width() <= width
