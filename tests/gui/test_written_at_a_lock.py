"""What is written beside the wizards comes back after a lock: its page, its text, its caret."""

from datetime import UTC, datetime

import pytest
from gui_support import field, finish_pages
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from window_support import open_window, settle

from sgdesk.ids import ConcernId, DraftId
from sgdesk.services.views import DraftLine
from sgdesk.settings import Settings
from ui.main_window.places import Place
from ui.main_window.writing import open_police
from ui.today.side_cards import DraftsCard

HALF = "Half of what there is to say"
SENT = "SG-2026-0029"


def open_call(window, _desk):
    window.open_call()
    return window.page(Place.CALL)


def open_contact(window, _desk):
    open_police(window)
    return window.page(Place.POLICE)


def open_emergency(window, _desk):
    window.open_place(Place.EMERGENCY)
    return window.page(Place.EMERGENCY)


def open_answer(window, desk):
    window.open_concern(desk.exchange.concern_of(SENT))
    page = window.page(Place.CONCERN)
    page._entries.begin("answer")
    return page


def begin_letter(window, desk):
    concern = desk.exchange.concern_of(SENT)
    page = window.page(Place.CONCERN)
    page.begin("letter", "")
    window.open_concern(concern)
    return page


PAGES = {
    "call": (open_call, Place.CALL, "advice"),
    "police": (open_contact, Place.POLICE, "told"),
    "emergency": (open_emergency, Place.EMERGENCY, "what"),
    "answer": (open_answer, Place.CONCERN, "decision"),
    "letter": (begin_letter, Place.CONCERN, "happened"),
}


@pytest.mark.parametrize("flow", PAGES)
def test_it_comes_back_with_the_caret_where_it_was_moved_last(
    qtbot, window, demo_desk, demo_folder, runner, asker, flow
):
    begin, place, name = PAGES[flow]
    page = begin(window, demo_desk)
    settle(qtbot)
    box = field(page, QPlainTextEdit, name)
    if flow == "answer":
        page.findChild(object, "kind").setCurrentIndex(4)
    box.setFocus()
    box.clear()
    qtbot.keyClicks(box, HALF)
    saved = []
    page.keep(lambda: saved.append(True))
    qtbot.waitUntil(lambda: bool(saved))
    for _letter in range(5):
        qtbot.keyClick(box, Qt.Key.Key_Left)

    window.save_all(lambda: saved.append(True))
    qtbot.waitUntil(lambda: len(saved) == 2)
    again = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder)
    draft = next(one for one in demo_desk.today.view().drafts if one.flow == flow)
    again.page(Place.TODAY).draft_asked.emit(draft)
    settle(qtbot)
    finish_pages(again)

    assert again.place is place
    back = field(again.page(place), QPlainTextEdit, name)
    qtbot.waitUntil(lambda: again.page(place).focusWidget() is back)
    assert (back.toPlainText(), back.textCursor().position()) == (HALF, len(HALF) - 5)


def test_a_draft_that_belongs_to_no_concern_is_never_hidden_by_newer_ones(qtbot):
    card = DraftsCard()
    qtbot.addWidget(card)
    saved = datetime(2026, 11, 22, 12, tzinfo=UTC)
    newer = [
        DraftLine(DraftId(f"d{n}"), "share", ConcernId(f"c{n}"), f"SG-2026-00{n}", "", "", saved)
        for n in range(10, 17)
    ]
    call = DraftLine(DraftId("call"), "call", None, "", "", "", saved)

    card.show_drafts([*newer, call])

    flows = [one.objectName() for one in card.findChildren(QPushButton)]
    assert flows == [*(f"draft:share:SG-2026-00{n}" for n in range(10, 15)), "draft:call:"]
    said = [one.text() for one in card.findChildren(QLabel)]
    assert "2 more: each stands on its concern's page." in said
