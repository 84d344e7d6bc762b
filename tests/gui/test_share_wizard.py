from datetime import date

import pytest
from gui_support import field, finish_pages, press, unnamed_fields
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QScrollArea
from share_support import PaperTray, fill_decision, northtown, signed_mia, wizard_over

from sgdesk.domain.sharing.decision import Decision, NotSharing, Purpose
from ui.kit.link_line import LinkLine
from ui.share.case import gather_new
from ui.share.wizard import share_wizard

PASSPHRASE = "a quiet river bends twice"
_ALL = [
    "purpose", "consent", "basis", "necessary", "recipient", "route", "minimum", "conditions",
    "preview", "send", "clinical", "follow",
]  # fmt: skip
_STATES = ("Answered", "Later", "Open", "")


@pytest.fixture
def agency(desk):
    return northtown(desk)


@pytest.fixture
def wizard(qtbot, desk, agency, runner, asker):
    opened = wizard_over(desk, signed_mia(desk), runner, asker)
    qtbot.addWidget(opened)
    opened.resize(1366, 768)
    opened.show()
    return opened


def _text_of(wizard, name):
    return field(wizard, QAbstractButton, name).text()


def test_the_first_page_asks_for_the_purpose_and_shows_the_guidance(wizard):
    assert wizard.step == "purpose"
    field(wizard, QAbstractButton, "why").click()
    opened = "\n".join(label.text() for label in wizard.page.findChildren(QLabel))
    assert "This is national guidance" in opened
    assert "checked on 22 Nov 2026" in opened


def test_an_empty_purpose_is_explained_and_the_page_stays(qtbot, wizard):
    press(qtbot, wizard, "next")

    assert wizard.step == "purpose"
    qtbot.waitUntil(field(wizard, QAbstractButton, "problem:purpose.so_that").isVisible)


def test_what_is_typed_comes_back_on_the_same_page_with_the_same_caret(
    qtbot, desk, wizard, runner, asker
):
    box = field(wizard, QPlainTextEdit, "purpose.so_that")
    box.setFocus()
    qtbot.keyClicks(box, "see her today")
    wizard.save_now()

    again = wizard_over(desk, wizard.case.concern, runner, asker, sharing_id=wizard.draft.id)
    qtbot.addWidget(again)

    restored = field(again, QPlainTextEdit, "purpose.so_that")
    assert (again.step, restored.toPlainText()) == ("purpose", "see her today")
    assert restored.textCursor().position() == len("see her today")


def test_every_field_of_every_page_has_a_name_for_a_screen_reader(wizard, desk, agency):
    fill_decision(wizard, desk, agency)
    nameless = {}
    for step in _ALL[:9]:
        wizard.show_step(step)
        finish_pages(wizard)
        nameless[step] = unnamed_fields(wizard.page)
    field(wizard, QAbstractButton, "not-yet").click()
    nameless["not-sharing"] = unnamed_fields(wizard.page)
    wizard.draft.decision = Decision.SHARE
    wizard.show_step("preview")
    wizard.go_on()
    for step in _ALL[9:]:
        wizard.show_step(step)
        finish_pages(wizard)
        nameless[step] = unnamed_fields(wizard.page)

    assert {step: found for step, found in nameless.items() if found} == {}


@pytest.mark.parametrize("step", _ALL[:9])
def test_no_page_scrolls_sideways_in_a_small_window(qtbot, wizard, desk, agency, step):
    fill_decision(wizard, desk, agency)
    wizard.resize(1093, 614)

    wizard.show_step(step)

    areas = [area for area in wizard.findChildren(QScrollArea) if area.isVisible()]
    assert areas
    for area in areas:
        qtbot.waitUntil(lambda area=area: area.horizontalScrollBar().maximum() == 0)


def test_a_gap_before_deciding_is_a_link_to_its_field(qtbot, wizard, desk, agency):
    fill_decision(wizard, desk, agency)
    wizard.draft.purpose = Purpose()
    wizard.show_step("preview")
    finish_pages(wizard)

    press(qtbot, wizard.page, "gap:purpose.so_that")

    assert wizard.step == "purpose"
    assert wizard.focusWidget().objectName() == "purpose.so_that"


def test_before_a_recipient_is_chosen_one_line_leads_to_it(qtbot, wizard):
    wizard.show_step("preview")
    finish_pages(wizard)

    links = [one.objectName() for one in wizard.page.findChildren(LinkLine)]
    assert [one for one in links if "recipient" in one] == ["gap:recipient.agency_id"]
    assert not any(one.endswith(".reason") or one == "gap:choices" for one in links)

    press(qtbot, wizard.page, "gap:recipient.agency_id")
    assert wizard.step == "recipient"


def test_deciding_records_the_decision_and_only_sending_is_left(qtbot, wizard, desk, agency):
    fill_decision(wizard, desk, agency)
    wizard.show_step("preview")
    finish_pages(wizard)
    assert _text_of(wizard, "next") == "Decide to share"

    with qtbot.waitSignal(wizard.decided) as decided:
        press(qtbot, wizard, "next")

    recorded = desk.concerns.get(wizard.draft.concern_id).sharings[0].sharing
    assert decided.args == [recorded]
    assert recorded.decision is Decision.SHARE_IN_PART
    assert recorded.necessity.principles["4"] == "Northtown Duty Team"
    assert wizard.step == "send"
    assert not field(wizard, QAbstractButton, "do-not-share").isVisible()


def test_a_decided_draft_opens_again_where_it_is_sent(qtbot, wizard, desk, agency, runner, asker):
    fill_decision(wizard, desk, agency)
    wizard.show_step("preview")
    wizard.go_on()
    wizard.save_now()

    again = wizard_over(desk, wizard.case.concern, runner, asker, sharing_id=wizard.draft.id)
    qtbot.addWidget(again)

    assert again.step == "send"
    assert again.case.sharing is not None


def test_not_sharing_is_decided_with_its_reasons_and_filed(qtbot, wizard, desk, agency):
    fill_decision(wizard, desk, agency)
    press(qtbot, wizard, "do-not-share")
    assert wizard.step == "not-sharing"
    wizard.draft.not_sharing = NotSharing(
        reasons="Nothing new since May.", harm="A further injury.", also_done="Seen on Tuesday.",
        agreed_by="Lee Byrne", agreed_role="deputy", agreed_on=date(2026, 11, 20),
        review_on=date(2026, 11, 30),
    )  # fmt: skip
    wizard.show_step("preview")
    finish_pages(wizard)
    assert _text_of(wizard, "next") == "Decide: do not share"

    press(qtbot, wizard, "next")

    recorded = desk.concerns.get(wizard.draft.concern_id).sharings[0].sharing
    assert recorded.decision is Decision.DO_NOT_SHARE
    assert wizard.step == "clinical"


def test_not_yet_can_be_turned_back_into_sharing(qtbot, wizard):
    press(qtbot, wizard, "not-yet")
    assert wizard.draft.decision is Decision.NOT_YET

    press(qtbot, wizard, "share")

    assert wizard.draft.decision is Decision.SHARE
    assert wizard.step == "purpose"


def test_the_entry_is_filed_and_finishing_leaves_the_deadlines(qtbot, wizard, desk, agency):
    fill_decision(wizard, desk, agency)
    wizard.show_step("preview")
    wizard.go_on()
    wizard.go_on()
    press(qtbot, wizard, "made-just-now")
    press(qtbot, wizard, "next")
    assert wizard.step == "follow"

    with qtbot.waitSignal(wizard.finished):
        press(qtbot, wizard, "next")

    view = desk.concerns.get(wizard.draft.concern_id)
    assert view.sharings[0].sharing.clinical.made_by == "Asha Rahman"
    assert view.drafts == ()
    assert "DL-VISIBILITY" in {due.rule for due in view.dues if due.closed_at is None}


def test_half_an_entry_is_explained_and_the_page_stays(qtbot, wizard, desk, agency):
    fill_decision(wizard, desk, agency)
    wizard.show_step("preview")
    wizard.go_on()
    wizard.show_step("clinical")
    field(wizard, QAbstractButton, "clinical.coded=yes").click()

    wizard.go_on()

    assert wizard.step == "clinical"
    qtbot.waitUntil(field(wizard, QAbstractButton, "problem:clinical.made_by").isVisible)


def test_the_whole_way_goes_through_the_real_worker(qtbot, locked, worker, asker):
    desk = _done_by(qtbot, worker, lambda: locked.unlock(locked.users()[0].id, PASSPHRASE))
    agency = _done_by(qtbot, worker, lambda: northtown(desk))
    concern = _done_by(qtbot, worker, lambda: signed_mia(desk))
    gathered = _done_by(qtbot, worker, lambda: gather_new(desk, concern.id))
    wizard = share_wizard(desk, gathered, worker, asker, PaperTray("Front desk"))
    qtbot.addWidget(wizard)
    wizard.start(gathered.step, gathered.caret)
    wizard.show()
    _done_by(qtbot, worker, lambda: fill_decision(wizard, desk, agency))
    wizard.show_step("preview")

    with qtbot.waitSignal(wizard.decided):
        press(qtbot, wizard, "next")

    assert wizard.step == "send"
    _done_by(qtbot, worker, lambda: None)
    _done_by(qtbot, worker, desk.close)


def _done_by(qtbot, worker, work):
    answers = []
    worker.run(work, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_each_principle_says_where_it_stands_when_the_page_is_first_shown(
    qtbot, wizard, desk, agency
):
    fill_decision(wizard, desk, agency)
    wizard.show_step("necessary")
    qtbot.waitUntil(lambda: wizard.page.is_complete)

    states = [one.text() for one in wizard.page.findChildren(QLabel) if one.text() in _STATES]
    assert len(states) == 8
    assert set(states) <= {"Answered", "Later", "Open"}
