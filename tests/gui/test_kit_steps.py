from copy import deepcopy

import msgspec
import pytest
from gui_support import field, finish_pages, press, unnamed_fields
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from sgdesk.domain.answers import YesNo
from sgdesk.domain.flows.engine import Caret, Problem, Step
from sgdesk.errors import SituationError
from ui.kit.binding import DraftHolder
from ui.kit.form import Form
from ui.kit.step_page import StepPage
from ui.kit.steps import StepFrame

BASICS = Step("basics", "The basics", "Who")
REFERRAL = Step("referral", "Referral & route", "What")
REVIEW = Step("review", "Check", "What")


class Draft(msgspec.Struct):
    title: str = ""
    words: str = ""
    urgent: YesNo | None = None
    reference: str = ""
    reached: list[str] = []


class UrgencyFlow:
    """Asks for a referral only where it is urgent."""

    name = "urgency"
    title = "Record a concern"

    def path(self, draft):
        return [BASICS, REFERRAL, REVIEW] if draft.urgent is YesNo.YES else [BASICS, REVIEW]

    def problems(self, draft, *steps):
        wanted = steps or [step.id for step in self.path(draft)]
        found = []
        if "basics" in wanted and not draft.title:
            found.append(Problem("basics", "title", "Give the concern a short title."))
        if "basics" in wanted and draft.words == "same as before":
            found.append(Problem("basics", "words", "Say what happened this time."))
        if "review" in wanted and not draft.reference:
            found.append(Problem("review", "reference", "Give their reference."))
        return found

    def settled(self, draft):
        return draft


class Desk:
    """A wizard over one draft, and what it saved."""

    def __init__(self, runner, clock, draft=None):
        self.draft = draft or Draft()
        self.saved = []
        self.built = []
        self.is_full = False
        self.frame = StepFrame(
            UrgencyFlow(), self.draft, self.page_for, self.save, runner, clock,
            subtitle="SG-2026-0031", last="Sign the record",
        )  # fmt: skip

    def page_for(self, step):
        self.built.append(step)
        page = StepPage(f"Hint of {step}")
        form = Form(DraftHolder(self.draft))
        if step == "basics":
            form.line("title", "&Title", limit=30)
            form.long_text("words", "&Words")
            form.yes_no("urgent", "Is it &urgent?")
        elif step == "review":
            form.line("reference", "&Reference")
        page.add_form(form)
        return page

    def save(self, draft, step, caret):
        if self.is_full:
            raise SituationError("Not saved yet: the disk is full.")
        self.saved.append((deepcopy(draft), step, caret))


@pytest.fixture
def wizard(qtbot, runner, clock):
    made = Desk(runner, clock)
    qtbot.addWidget(made.frame)
    made.frame.resize(1366, 768)
    made.frame.start()
    finish_pages(made.frame)
    made.frame.show()
    made.frame.activateWindow()
    return made


def test_the_focus_starts_on_the_heading_and_the_step_is_read_out(wizard):
    heading = field(wizard.frame, QLabel, "heading")

    assert wizard.frame.focusWidget() is heading
    assert heading.accessibleName() == "Step 1 of 2, The basics"
    assert heading.text() == "The basics"


def test_a_page_is_built_when_it_is_first_shown(qtbot, wizard):
    before = list(wizard.built)
    wizard.draft.title = "Bruise"

    press(qtbot, wizard.frame, "next")
    press(qtbot, wizard.frame, "back")
    press(qtbot, wizard.frame, "next")

    assert before == ["basics"]
    assert wizard.built == ["basics", "review"]


def test_a_page_is_made_in_one_turn_and_shown_in_another(qtbot, wizard):
    wizard.draft.title = "Bruise"
    wizard.frame.show_step("review")
    made = (wizard.frame.step, wizard.frame.page.isVisible(), list(wizard.built))

    qtbot.waitUntil(wizard.frame.page.isVisible)

    assert made == ("review", False, ["basics", "review"])
    assert field(wizard.frame, QLabel, "heading").text() == "Check"


def test_a_field_of_a_page_that_is_not_shown_yet_is_gone_to_at_once(wizard):
    wizard.frame.go_to(Problem("review", "reference", "Type the reference."))

    assert wizard.frame.focusWidget() is field(wizard.frame, QLineEdit, "reference")


def test_next_is_never_greyed_out_and_explains(qtbot, wizard):
    enabled = field(wizard.frame, QPushButton, "next").isEnabled()

    press(qtbot, wizard.frame, "next")

    assert enabled
    assert wizard.frame.step == "basics"
    summary = field(wizard.frame, QWidget, "problem-summary")
    assert summary.isVisible()
    assert wizard.frame.focusWidget().text() == "! Put this right before you go on"
    link = field(summary, QPushButton, "problem:title")
    assert link.text() == "Give the concern a short title."


def test_problems_that_are_listed_again_keep_the_focus_on_their_title(qtbot, wizard):
    press(qtbot, wizard.frame, "next")
    wizard.frame.go_on()

    assert field(wizard.frame, QWidget, "problem-summary").isVisible()
    assert wizard.frame.focusWidget().objectName() == "problem-summary-title"


def test_a_line_of_the_summary_leads_to_its_field(qtbot, wizard):
    press(qtbot, wizard.frame, "next")

    press(qtbot, wizard.frame, "problem:title")

    assert wizard.frame.focusWidget() is field(wizard.frame, QLineEdit, "title")


def test_what_is_typed_wrong_keeps_the_step_even_if_the_flow_is_content(qtbot, wizard):
    qtbot.keyClicks(field(wizard.frame, QLineEdit, "title"), "x" * 40)

    press(qtbot, wizard.frame, "next")

    assert wizard.frame.step == "basics"
    assert "10 too many" in field(wizard.frame, QPushButton, "problem:title").text()


def test_an_answer_changes_the_path_and_the_next_button_at_once(qtbot, wizard):
    before = field(wizard.frame, QPushButton, "next").accessibleName()

    press(qtbot, wizard.frame, "urgent=yes")

    assert before == "Next: Check"
    assert field(wizard.frame, QPushButton, "next").accessibleName() == "Next: Referral & route"
    assert field(wizard.frame, QPushButton, "step:referral")


def test_only_steps_reached_can_be_chosen_and_their_state_is_a_word(qtbot, wizard):
    wizard.draft.title = "Bruise"
    review = field(wizard.frame, QPushButton, "step:review")
    ahead = (review.isEnabled(), review.accessibleName())

    press(qtbot, wizard.frame, "next")
    press(qtbot, wizard.frame, "step:basics")
    finish_pages(wizard.frame)

    assert ahead == (False, "Step 2, Check, not yet reached")
    assert review.isEnabled()
    assert review.accessibleName() == "Step 2, Check, something to put right"
    assert wizard.frame.step == "basics"


def test_the_last_button_finishes_when_nothing_on_the_path_is_wrong(qtbot, wizard):
    wizard.draft.title, wizard.draft.reference = "Bruise", "NM-1"
    press(qtbot, wizard.frame, "next")
    finish_pages(wizard.frame)
    name = field(wizard.frame, QPushButton, "next").text()

    with qtbot.waitSignal(wizard.frame.finished):
        press(qtbot, wizard.frame, "next")

    assert name == "Sign the record"
    assert wizard.saved[-1][1] == "review"


def test_finishing_lists_what_is_wrong_on_other_steps_and_leads_there(qtbot, wizard):
    wizard.draft.title, wizard.draft.reference = "Bruise", "NM-1"
    press(qtbot, wizard.frame, "next")
    wizard.draft.title = ""

    press(qtbot, wizard.frame, "next")
    link = field(wizard.frame, QPushButton, "problem:title").text()
    press(qtbot, wizard.frame, "problem:title")

    assert link == "The basics: Give the concern a short title."
    assert wizard.frame.step == "basics"
    assert wizard.frame.focusWidget() is field(wizard.frame, QLineEdit, "title")


def test_leaving_a_field_saves_a_copy_with_step_and_caret(qtbot, wizard):
    line = field(wizard.frame, QLineEdit, "title")
    line.setFocus()
    qtbot.keyClicks(line, "Bruise")
    line.setCursorPosition(3)

    qtbot.keyClick(line, Qt.Key.Key_Return)
    wizard.draft.title = "changed since"

    left = Draft(title="Bruise", reached=["basics"])
    assert wizard.saved == [(left, "basics", Caret("title", 3))]
    assert field(wizard.frame, QLabel, "saved").text() == (
        "Saved 12:05, encrypted on this computer"
    )


def test_a_new_wizard_that_nobody_touched_saves_nothing(wizard):
    assert wizard.saved == []
    assert not wizard.frame._autosave.is_dirty


def test_a_failed_save_is_told_where_the_eye_is(qtbot, wizard):
    wizard.is_full = True
    line = field(wizard.frame, QLineEdit, "title")

    qtbot.keyClicks(line, "Bruise")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert field(wizard.frame, QLabel, "saved").text() == "Not saved yet: the disk is full."


def test_save_and_close_closes_only_once_it_is_saved(qtbot, wizard):
    closed = []
    wizard.frame.closed.connect(lambda: closed.append(True))
    wizard.is_full = True
    press(qtbot, wizard.frame, "save-and-close")
    refused = list(closed)

    wizard.is_full = False
    press(qtbot, wizard.frame, "save-and-close")

    assert refused == []
    assert closed == [True]


def test_a_draft_comes_back_on_its_page_with_its_caret(qtbot, runner, clock):
    draft = Draft(title="Bruise", words="Silent in the room", reference="NM-448210")
    again = Desk(runner, clock, draft)
    qtbot.addWidget(again.frame)

    again.frame.start("basics", Caret("words", 6))
    again.frame.show()
    finish_pages(again.frame)

    box = field(again.frame, QPlainTextEdit, "words")
    assert again.frame.focusWidget() is box
    assert box.textCursor().position() == 6


def test_the_step_where_one_left_and_those_before_can_be_chosen(qtbot, runner, clock):
    again = Desk(runner, clock, Draft(title="Bruise", urgent=YesNo.YES))
    qtbot.addWidget(again.frame)

    again.frame.start("referral")

    enabled = [
        field(again.frame, QPushButton, f"step:{name}").isEnabled()
        for name in ("basics", "referral", "review")
    ]
    assert enabled == [True, True, False]


def test_steps_that_were_reached_stay_reached_when_the_draft_is_opened_again(
    qtbot, wizard, runner, clock
):
    wizard.draft.title = "Bruise"
    press(qtbot, wizard.frame, "next")
    press(qtbot, wizard.frame, "back")
    press(qtbot, wizard.frame, "save-and-close")
    left, step, caret = wizard.saved[-1]
    again = Desk(runner, clock, left)
    qtbot.addWidget(again.frame)

    again.frame.start(step, caret)
    finish_pages(again.frame)
    review = field(again.frame, QPushButton, "step:review")
    name = review.accessibleName()
    review.click()

    assert step == "basics"
    assert name == "Step 2, Check, something to put right"
    assert again.frame.step == "review"


def test_a_step_that_no_longer_exists_leads_to_the_first(qtbot, runner, clock):
    again = Desk(runner, clock, Draft(title="Bruise"))
    qtbot.addWidget(again.frame)

    again.frame.start("referral")

    assert again.frame.step == "basics"


def test_an_extra_link_tells_its_id(qtbot, wizard):
    wizard.frame.add_link("not-share", "Decide not to share")

    with qtbot.waitSignal(wizard.frame.linked) as linked:
        press(qtbot, wizard.frame, "not-share")

    assert linked.args == ["not-share"]


def test_a_narrow_window_puts_the_steps_behind_a_link(qtbot, wizard):
    wizard.frame.resize(700, 600)
    steps = field(wizard.frame, QPushButton, "step:basics")
    hidden = not steps.isVisible()

    press(qtbot, wizard.frame, "all-steps")
    shown = steps.isVisible()
    press(qtbot, wizard.frame, "step:basics")

    assert hidden
    assert shown
    assert not steps.isVisible()
    assert field(wizard.frame, QLineEdit, "title").isVisible()


def test_everything_in_the_frame_has_a_name(wizard):
    assert unnamed_fields(wizard.frame) == []


def test_the_whole_way_can_be_walked_by_keyboard(qtbot, wizard):
    frame, visited = wizard.frame, []
    for _step in range(12):
        qtbot.keyClick(frame.focusWidget(), Qt.Key.Key_Tab)
        visited.append(frame.focusWidget().objectName())

    assert visited[:3] == ["title", "words", "urgent=yes"]
    assert {"save-and-close", "next", "step:basics"} <= set(visited)


def test_what_a_rule_says_about_an_answer_is_said_when_its_field_is_left(qtbot, wizard):
    box = field(wizard.frame, QPlainTextEdit, "words")
    box.setFocus()
    qtbot.keyClicks(box, "same as before")
    qtbot.keyClick(box, Qt.Key.Key_Tab)

    assert field(wizard.frame, QLabel, "words:problem").text() == "!  Say what happened this time."
    assert wizard.frame.findChild(QLabel, "title:problem") is None
    qtbot.keyClicks(box, ".")
    assert field(wizard.frame, QLabel, "words:problem").isHidden()


def test_an_empty_field_that_is_left_is_not_complained_about(qtbot, wizard):
    line = field(wizard.frame, QLineEdit, "title")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Tab)

    assert wizard.frame.findChild(QLabel, "title:problem") is None


def test_a_link_leads_to_a_field_that_was_not_made_yet(qtbot, runner, clock):
    made = Desk(runner, clock, Draft(title="Bruise"))
    qtbot.addWidget(made.frame)
    simple = made.page_for

    def page_for(step):
        page = simple(step)
        if step == "review":
            form = Form(DraftHolder(made.draft))
            page.add_form(form)
            page.later(lambda: _ask_for_words(form))
        return page

    made.frame._page_for = page_for
    made.frame.resize(1366, 768)
    made.frame.start()
    finish_pages(made.frame)
    made.frame.show()

    made.frame.go_to(Problem("review", "words", "Write it down."))

    assert made.frame.focusWidget() is field(made.frame.page, QPlainTextEdit, "words")


def _ask_for_words(form):
    with form.card():
        form.long_text("words", "&Words")


def test_a_problem_without_a_field_leads_to_the_first_question(qtbot, wizard):
    field(wizard.frame, QPushButton, "next").setFocus()

    wizard.frame.go_to(Problem("basics", "nowhere", "Something is wrong here."))

    assert wizard.frame.focusWidget() is field(wizard.frame, QLineEdit, "title")
