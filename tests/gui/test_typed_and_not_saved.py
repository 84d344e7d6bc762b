"""What is typed in the directory and in Settings is kept: over a lock, a close and another page."""

from datetime import date

import msgspec
import pytest
from fit_support import misfits
from gui_support import at_percent, field, finish_pages, press, unnamed_fields
from guidance_support import newer_file, said
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from window_support import open_window, settle, texts

from sgdesk.domain.agency import Agency
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.unsaved import AgencyDraft, agency_draft_id
from sgdesk.settings import Settings
from ui.main_window.places import Place

HALF = "Half of what there is to say"


def in_settings(part):
    def begin(window, _desk, _qtbot):
        window.open_place(Place.SETTINGS)
        page = window.page(Place.SETTINGS)
        finish_pages(page)
        page.open_part(part)
        finish_pages(page)
        return page

    return begin


def in_directory(window):
    window.open_place(Place.AGENCIES)
    finish_pages(window.page(Place.AGENCIES))
    return window.page(Place.AGENCIES)


def new_agency(window, _desk, qtbot):
    page = in_directory(window)
    press(qtbot, page, "add-agency")
    return page


def changed_agency(window, desk, qtbot):
    page = in_directory(window)
    press(qtbot, page, f"change:{desk.agencies.list()[0].id}")
    return page


def checked_agency(window, desk, qtbot):
    page = in_directory(window)
    press(qtbot, page, f"check:{desk.agencies.list()[0].id}")
    return page


def switched(window, desk, qtbot):
    page = in_settings("guidance")(window, desk, qtbot)
    press(qtbot, page, "switch:csa-duty")
    return page


PLACES = {
    "agency-new": (new_agency, Place.AGENCIES, QLineEdit, "area", "agency"),
    "agency": (changed_agency, Place.AGENCIES, QPlainTextEdit, "note", "agency"),
    "agency-check": (checked_agency, Place.AGENCIES, QLineEdit, "source", "agency-check"),
    "practice": (
        in_settings("practice"), Place.SETTINGS, QLineEdit, "practice.authority", "practice",
    ),
    "policy": (
        in_settings("practice"), Place.SETTINGS, QLineEdit, "privacy_notice.review_on", "practice",
    ),
    "files-rule": (
        in_settings("files"), Place.SETTINGS, QPlainTextEdit, "files.because", "files-rule",
    ),
    "reason": (switched, Place.SETTINGS, QPlainTextEdit, "guidance.because", "guidance-reason"),
}  # fmt: skip
DROPS = {
    "agency-new": ("leave-agency", "really-drop"),
    "agency": ("leave-agency", "really-drop"),
    "agency-check": ("leave-check", "really-drop"),
    "practice": ("drop-practice", "really-drop"),
    "policy": ("drop-practice", "really-drop"),
    "files-rule": ("drop-files-rule", "really-drop"),
    "reason": ("drop-reason", "really-drop"),
}


def text_of(box):
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def caret_of(box):
    return box.cursorPosition() if isinstance(box, QLineEdit) else box.textCursor().position()


def write(qtbot, page, kind, name, text=HALF):
    box = field(page, kind, name)
    box.setFocus()
    box.clear()
    qtbot.keyClicks(box, text)
    return box


def kept(window, qtbot):
    done = []
    window.save_all(lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))


def drafts(desk, flow):
    return [one for one in desk.today.view().drafts if one.flow == flow]


def gone_on_with(qtbot, window, desk, flow):
    (draft,) = drafts(desk, flow)
    window.page(Place.TODAY).draft_asked.emit(draft)
    settle(qtbot)
    finish_pages(window)


def unlocked_again(qtbot, desk, folder, runner, asker):
    return open_window(qtbot, desk, runner, asker, Settings(), folder)


@pytest.mark.parametrize("what", PLACES)
def test_after_a_lock_it_comes_back_with_its_caret(
    qtbot, window, demo_desk, demo_folder, runner, asker, what
):
    begin, place, kind, name, flow = PLACES[what]
    page = begin(window, demo_desk, qtbot)
    box = write(qtbot, page, kind, name)
    kept(window, qtbot)
    for _letter in range(5):
        qtbot.keyClick(box, Qt.Key.Key_Left)
    kept(window, qtbot)

    again = unlocked_again(qtbot, demo_desk, demo_folder, runner, asker)
    gone_on_with(qtbot, again, demo_desk, flow)

    assert again.place is place
    back = field(again.page(place), kind, name)
    assert (text_of(back), caret_of(back)) == (HALF, len(HALF) - 5)
    qtbot.waitUntil(lambda: again.page(place).focusWidget() is back)


@pytest.mark.parametrize("what", PLACES)
def test_it_can_be_thrown_away(qtbot, window, demo_desk, demo_folder, runner, asker, what):
    begin, place, kind, name, flow = PLACES[what]
    before = demo_desk.agencies.list(), demo_desk.setup.practice()
    write(qtbot, begin(window, demo_desk, qtbot), kind, name)
    kept(window, qtbot)
    again = unlocked_again(qtbot, demo_desk, demo_folder, runner, asker)
    gone_on_with(qtbot, again, demo_desk, flow)

    for way in DROPS[what]:
        press(qtbot, again.page(place), way)
        settle(qtbot)
    kept(again, qtbot)

    assert drafts(demo_desk, flow) == []
    assert (demo_desk.agencies.list(), demo_desk.setup.practice()) == before


@pytest.mark.parametrize("what", PLACES)
def test_before_it_is_thrown_away_it_is_asked_for_with_the_focus_on_the_safe_answer(
    qtbot, window, demo_desk, what
):
    begin, _place, kind, name, _flow = PLACES[what]
    page = begin(window, demo_desk, qtbot)
    box = write(qtbot, page, kind, name)
    kept(window, qtbot)

    press(qtbot, page, DROPS[what][0])
    settle(qtbot)

    keep = field(page, QPushButton, "keep-writing")
    assert page.focusWidget() is keep
    qtbot.keyClick(keep, Qt.Key.Key_Space)
    settle(qtbot)
    assert page.findChild(QPushButton, "keep-writing") is None
    assert text_of(box) == HALF


@pytest.mark.parametrize("what", PLACES)
def test_it_stays_where_it_is_while_another_page_is_looked_at(qtbot, window, demo_desk, what):
    begin, place, kind, name, _flow = PLACES[what]
    page = begin(window, demo_desk, qtbot)
    write(qtbot, page, kind, name)

    window.open_place(Place.HELP)
    window.open_place(place)
    finish_pages(window)

    assert text_of(field(page, kind, name)) == HALF


@pytest.mark.parametrize("what", ["agency-new", "practice", "reason"])
def test_nobody_need_lock_it_is_saved_while_it_is_typed(qtbot, window, demo_desk, what):
    begin, _place, kind, name, flow = PLACES[what]
    write(qtbot, begin(window, demo_desk, qtbot), kind, name)

    qtbot.waitUntil(lambda: len(drafts(demo_desk, flow)) == 1, timeout=4_000)


def test_a_team_in_the_directory_is_no_draft_any_more(qtbot, window, demo_desk):
    page = new_agency(window, demo_desk, qtbot)
    write(qtbot, page, QLineEdit, "name", "Northtown Early Help")
    field(page, QComboBox, "kind").setCurrentIndex(1)
    write(qtbot, page, QLineEdit, "phone", "01632 960170")
    kept(window, qtbot)
    assert len(drafts(demo_desk, "agency")) == 1

    press(qtbot, page, "save-agency")
    kept(window, qtbot)

    assert drafts(demo_desk, "agency") == []
    assert "Northtown Early Help" in [one.name for one in demo_desk.agencies.list()]


@pytest.mark.parametrize(
    ("what", "ways"),
    [
        ("agency-check", ("checked_method=rang", "save-check")),
        ("practice", ("save-practice",)),
        ("reason", ("guidance-decide",)),
    ],
)
def test_what_is_done_is_no_draft_any_more(qtbot, window, demo_desk, what, ways):
    begin, _place, kind, name, flow = PLACES[what]
    page = begin(window, demo_desk, qtbot)
    write(qtbot, page, kind, name)
    kept(window, qtbot)

    for way in ways:
        press(qtbot, page, way)
        settle(qtbot)
    kept(window, qtbot)

    assert drafts(demo_desk, flow) == []


def test_a_rule_on_files_that_is_decided_is_no_draft_any_more(qtbot, window, demo_desk):
    page = in_settings("files")(window, demo_desk, qtbot)
    box = page.findChild(QLineEdit, "files.policy")
    if box is not None:
        write(qtbot, page, QLineEdit, "files.policy", "Photo policy 3")
    write(qtbot, page, QPlainTextEdit, "files.because")
    kept(window, qtbot)
    press(qtbot, page, "decide-files")
    settle(qtbot)
    kept(window, qtbot)

    assert drafts(demo_desk, "files-rule") == []
    assert demo_desk.attachments.rule().because == HALF


def test_what_was_put_into_the_directory_since_is_not_undone(
    qtbot, window, demo_desk, demo_folder, runner, asker
):
    page = changed_agency(window, demo_desk, qtbot)
    write(qtbot, page, QPlainTextEdit, "note")
    kept(window, qtbot)
    team = demo_desk.agencies.list()[0]
    demo_desk.agencies.save(
        msgspec.structs.replace(team, phone="01632 960177", checked_on=date(2026, 11, 22))
    )

    again = unlocked_again(qtbot, demo_desk, demo_folder, runner, asker)
    gone_on_with(qtbot, again, demo_desk, "agency")
    press(qtbot, again.page(Place.AGENCIES), "save-agency")

    saved = demo_desk.agencies.list()[0]
    assert (saved.phone, saved.note) == ("01632 960177", HALF)


def test_the_directory_says_what_was_begun_and_adding_goes_on_with_it(
    qtbot, window, demo_desk, demo_folder, runner, asker
):
    write(qtbot, new_agency(window, demo_desk, qtbot), QLineEdit, "name", "Weir County duty team")
    kept(window, qtbot)

    again = unlocked_again(qtbot, demo_desk, demo_folder, runner, asker)
    page = in_directory(again)
    assert any("Weir County duty team: what was typed" in text for text in texts(page))
    again.page(Place.TODAY).agency_asked.emit()
    settle(qtbot)

    assert field(page, QLineEdit, "name").text() == "Weir County duty team"
    kept(again, qtbot)
    assert len(drafts(demo_desk, "agency")) == 1


def test_the_reason_for_a_newer_file_comes_back_with_that_file(
    qtbot, window, demo_desk, demo_folder, runner, asker, tmp_path
):
    def choose(page):
        asker.answers.append(newer_file(tmp_path))
        press(qtbot, page, "guidance-choose")
        qtbot.waitUntil(lambda: "The file that was chosen" in said(page))
        return field(page, QPlainTextEdit, "guidance.because")

    box = choose(in_settings("guidance")(window, demo_desk, qtbot))
    qtbot.keyClicks(box, HALF)
    kept(window, qtbot)

    again = unlocked_again(qtbot, demo_desk, demo_folder, runner, asker)
    gone_on_with(qtbot, again, demo_desk, "guidance-reason")
    page = again.page(Place.SETTINGS)
    assert f"“{HALF}”" in said(page)
    assert choose(page).toPlainText() == HALF
    press(qtbot, page, "guidance-refuse")
    settle(qtbot)
    kept(again, qtbot)

    assert drafts(demo_desk, "guidance-reason") == []


def test_a_reason_that_fits_no_more_can_still_be_thrown_away(
    qtbot, window, demo_desk, demo_folder, runner, asker
):
    write(qtbot, switched(window, demo_desk, qtbot), QPlainTextEdit, "guidance.because")
    kept(window, qtbot)
    (draft,) = demo_desk.unsaved.begun("guidance-reason")
    demo_desk.guidances.switch("csa-duty", True, "Somebody was quicker")
    demo_desk.unsaved.save_draft(draft.draft, draft.caret)

    again = unlocked_again(qtbot, demo_desk, demo_folder, runner, asker)
    gone_on_with(qtbot, again, demo_desk, "guidance-reason")
    page = again.page(Place.SETTINGS)
    press(qtbot, page, "drop:switch-on-csa-duty")
    settle(qtbot)
    assert len(drafts(demo_desk, "guidance-reason")) == 1
    press(qtbot, page, "really-drop")
    settle(qtbot)

    assert drafts(demo_desk, "guidance-reason") == []


def test_a_new_team_that_is_there_is_not_made_a_draft_again(desk):
    team = Agency(id="new", name="Duty team", phone="01632 960170")
    desk.unsaved.save_draft(AgencyDraft(agency=team), Caret())
    desk.agencies.save(team, agency_draft_id(team.id))
    desk.unsaved.save_draft(AgencyDraft(agency=team), Caret())

    assert desk.unsaved.begun("agency") == ()


@pytest.mark.parametrize("what", PLACES)
@pytest.mark.parametrize("size", [(1366, 768, 200), (1093, 614, 100)])
def test_what_is_said_of_a_draft_fits(qtbot, qapp, window, demo_desk, what, size):
    begin, _place, kind, name, _flow = PLACES[what]
    with at_percent(qapp, size[2]):
        window.resize(*size[:2])
        page = begin(window, demo_desk, qtbot)
        write(qtbot, page, kind, name)
        kept(window, qtbot)
        press(qtbot, page, DROPS[what][0])
        settle(qtbot)

        qtbot.waitUntil(lambda: not misfits(window))
        assert unnamed_fields(page) == []
