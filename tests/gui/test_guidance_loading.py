"""A newer guidance file in the window: chosen, compared, accepted; and what drafts then say."""

from datetime import UTC, datetime

import pytest
from gui_support import field, finish_pages, press
from guidance_support import (
    NEW_TITLE,
    NEWER,
    OLD_TITLE,
    OWN,
    newer_file,
    newer_text,
    said,
    shown_part,
)
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from record_support import begun, shown_wizard
from share_support import northtown, signed_mia, wizard_over

from sgdesk.domain.flows.engine import Caret
from ui.help.page import HelpPage, Reader


@pytest.fixture
def newer(tmp_path):
    return newer_file(tmp_path)


@pytest.fixture
def part(qtbot, desk, runner, asker):
    return shown_part(qtbot, desk, runner, asker)


def choose(qtbot, part, asker, file):
    asker.answers.append(file)
    press(qtbot, part, "guidance-choose")
    qtbot.waitUntil(lambda: "The file that was chosen" in said(part))


def write_reason(part, text):
    box = next(
        one
        for kind in (QPlainTextEdit, QTextEdit)
        for one in part.findChildren(kind)
        if one.objectName() == "guidance.because" and one.isVisibleTo(part)
    )
    box.setPlainText(text)


def test_a_newer_file_is_shown_side_by_side_and_accepted(qtbot, desk, part, asker, newer):
    choose(qtbot, part, asker, newer)
    qtbot.waitUntil(lambda: f"► Title: {NEW_TITLE}" in said(part))
    assert f"► Title: {OLD_TITLE}" in said(part)
    assert "0 new, 1 changed, 0 gone" in said(part)
    assert desk.guidance.version == OWN

    write_reason(part, "The partnership sent it")
    press(qtbot, part, "guidance-decide")

    assert desk.guidance.version == "england-newer"
    assert "by Asha Rahman. The partnership sent it" in said(part)


def test_accepting_without_a_reason_asks_for_one(qtbot, desk, part, asker, newer):
    choose(qtbot, part, asker, newer)

    press(qtbot, part, "guidance-decide")

    assert "Say why." in said(part)
    assert desk.guidance.version == OWN


def test_a_file_with_faults_names_each_and_offers_nothing(qtbot, desk, part, asker, tmp_path):
    file = tmp_path / "odd.toml"
    file.write_text(newer_text().replace('id = "C8"', 'id = "C9"', 1), encoding="utf-8")

    choose(qtbot, part, asker, file)

    assert "This file cannot be used. Nothing was changed." in said(part)
    assert "C1 to C8" in said(part)
    assert not part.findChildren(QPushButton, "guidance-decide")


def test_refusing_and_going_back(qtbot, desk, part, asker, newer):
    choose(qtbot, part, asker, newer)
    press(qtbot, part, "guidance-refuse")
    assert desk.guidance.version == OWN
    desk.guidances.accept(newer.read_bytes(), "Sent to us")
    part.read()
    qtbot.waitUntil(lambda: not part.findChildren(QPushButton, "guidance-decide"))

    press(qtbot, part, "guidance-back:own")
    write_reason(part, "Taken back")
    press(qtbot, part, "guidance-decide")

    assert desk.guidance.version == OWN


def test_old_guidance_is_amber(clock, part):
    assert "In date" in said(part)

    clock.at = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
    part.read()

    assert "checked more than three months ago" in said(part)


def test_a_draft_says_that_the_guidance_changed_until_somebody_looked(
    qtbot, desk, runner, asker, newer
):
    concern = signed_mia(desk)
    northtown(desk)
    first = wizard_over(desk, concern, runner, asker)
    qtbot.addWidget(first)
    assert first.findChild(QWidget, "guidance-changed") is None
    desk.sharings.save_draft(first.draft, "purpose", Caret())
    desk.guidances.accept(newer.read_bytes(), "Sent to us")

    again = wizard_over(desk, concern, runner, asker, sharing_id=first.draft.id)
    qtbot.addWidget(again)
    notice = field(again, QWidget, "guidance-changed")
    assert f"from {OWN} to {NEWER}" in said(again)
    press(qtbot, again, "guidance-seen")

    assert notice.isHidden()
    assert again.draft.begun_under == "england-newer"


def test_a_record_being_written_says_so_too(qtbot, desk, runner, asker, newer):
    draft = begun(desk)
    draft.begun_under = OWN
    desk.guidances.accept(newer.read_bytes(), "Sent to us")

    wizard = shown_wizard(qtbot, desk, runner, asker, draft)

    assert f"from {OWN} to {NEWER}" in said(wizard)


def test_help_shows_every_version_held_and_its_whole_text(qtbot, desk, runner, newer, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    desk.guidances.accept(newer.read_bytes(), "Sent to us")
    page = HelpPage(desk, runner)
    qtbot.addWidget(page)
    page.enter()
    finish_pages(page)
    page._later.finish()
    reader = page.findChild(Reader)

    page.open_page("sources")
    reader._later.finish()
    text = reader.toPlainText()
    assert "Reference 1: Information sharing" in text
    assert "Replaced by: Working Together to Safeguard Children 2026" in text
    assert OWN in text
    assert "england-newer" in text
    assert "https://www.legislation.gov.uk/ukpga/2026/21/section/4/enacted" in text
    held = desk.guidances.state().held
    old = next(one for one in held if one.version == OWN)

    page.open_page(f"version/{old.id}")
    reader._later.finish()

    assert OLD_TITLE in reader.toPlainText()
    assert NEW_TITLE not in reader.toPlainText()
    assert opened == []


@pytest.mark.parametrize(
    "step", "urgency person family seen said chronology context needs check".split()
)
def test_every_page_of_a_record_says_why_it_asks(qtbot, desk, runner, asker, step):
    wizard = shown_wizard(qtbot, desk, runner, asker, begun(desk), step)
    finish_pages(wizard)
    page = wizard.frame.page
    links = [
        one
        for one in page.findChildren(QAbstractButton)
        if one.objectName().startswith("why:") and not one.isHidden()
    ]
    assert links

    links[0].setFocus()
    qtbot.keyClick(links[0], Qt.Key.Key_Space)

    assert "This is " in said(page)
    assert "checked on 22 Nov 2026" in said(page)


@pytest.mark.parametrize(
    "step",
    (
        "purpose consent basis necessary recipient route minimum conditions preview send clinical"
        " follow not-sharing"
    ).split(),
)
def test_every_page_of_a_decision_says_why_it_asks(qtbot, desk, runner, asker, step):
    concern = signed_mia(desk)
    northtown(desk)
    wizard = wizard_over(desk, concern, runner, asker)
    qtbot.addWidget(wizard)
    page = wizard._page(step)
    qtbot.addWidget(page)

    strip = field(page, QAbstractButton, "why")
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Space)

    shown = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert "This is " in shown
    assert "checked on 22 Nov 2026" in shown
