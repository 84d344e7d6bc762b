import re
from datetime import date, time

import pytest
from gui_support import field, finish_pages, press, unnamed_fields
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QScrollArea
from record_support import begun, bruise, said, shown_wizard, written

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Stage
from sgdesk.domain.facts.kinds import (
    Attendance,
    Context,
    Event,
    EventKind,
    Need,
    Observation,
    Opinion,
)
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.people import Relation
from sgdesk.ids import new_id
from ui.kit.step_area import StepArea
from ui.record.wizard import RecordWizard

STEPS = "urgency person family seen said chronology context needs check".split()
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")


@pytest.fixture
def draft(desk):
    return begun(desk)


@pytest.fixture
def full(desk, draft):
    """A draft with something of every kind."""
    draft.relations = [
        Relation(id=new_id(), name="Rina Thornton", relationship="Mother", in_household=YesNo.YES),
        Relation(id=new_id(), name="Dr Amos", professional=True, organisation="Mill Road Surgery"),
    ]
    facts = [
        bruise(desk, length_mm=22, width_mm=14, detail="Probably round."),
        bruise(desk, "right-shoulder-blade", "child-back", mark="birthmark", known_mark=True),
        Observation(id=new_id(), text="Silent while father was in the room."),
        said("Father", "She fell off the trampoline on Wednesday last week.", time(9, 38)),
        said("Mother", "She fell at school.", time(10, 20)),
        Event(id=new_id(), happened_on=date(2026, 3, 4), event=EventKind.TREATMENT,
              attendance=Attendance.NOT_BROUGHT, outreach="Letter 5 Mar"),
        Context(id=new_id(), text="Decay not treated.", also_about="Salma Begum"),
        Opinion(id=new_id(), text="A paediatric opinion is needed.", because="accounts differ"),
        Need(id=new_id(), text="Advice on fever and swelling", to_whom="Father"),
    ]  # fmt: skip
    draft.facts = written(desk, facts)
    return draft


@pytest.fixture
def wizard(qtbot, desk, runner, asker, draft):
    return shown_wizard(qtbot, desk, runner, asker, draft)


def labels(root):
    finish_pages(root)
    return "\n".join(one.text() for one in root.findChildren(QLabel) if one.isVisible())


def open_every_card(page, draft):
    """Yield once for each card of the page, with that card open."""
    yield
    for item in [*draft.relations, *draft.facts]:
        if page.focus(f"{item.id}.x") is not None or page.findChild(QLabel, item.id):
            yield


@pytest.fixture
def desk_of_worker(qtbot, worker, locked):
    """The lead's desk, which lives on the worker's thread."""
    opened = []
    lead = locked.users()[0].id
    worker.run(lambda: locked.unlock(lead, "a quiet river bends twice"), opened.append)
    qtbot.waitUntil(lambda: opened != [])
    yield opened[0]
    worker.run(opened[0].close)


def test_the_first_save_allots_one_reference_however_many_follow(
    qtbot, desk_of_worker, worker, asker
):
    drafts, rows = [], []
    worker.run(lambda: begun(desk_of_worker), drafts.append)
    qtbot.waitUntil(lambda: drafts != [])
    wizard = shown_wizard(qtbot, desk_of_worker, worker, asker, drafts[0])

    for _time in range(3):
        wizard.save_now()
    worker.run(desk_of_worker.concerns.newest, rows.append)
    # The reference comes to the window behind what was asked for meanwhile.
    qtbot.waitUntil(lambda: rows != [] and wizard.draft.reference != "")

    assert [row.line.reference for row in rows[0]] == ["SG-2026-0001"]
    assert wizard.draft.reference == "SG-2026-0001"
    assert "SG-2026-0001 · draft · M.T." in labels(wizard)


def test_a_draft_comes_back_on_the_same_page_with_the_same_caret(qtbot, desk, runner, asker, full):
    wizard = shown_wizard(qtbot, desk, runner, asker, full, "said")
    saying = full.facts[3].id
    wizard.frame.page.focus(f"{saying}.words")
    words = field(wizard, QPlainTextEdit, f"{saying}.words")
    cursor = words.textCursor()
    cursor.setPosition(7)
    words.setTextCursor(cursor)
    with qtbot.waitSignal(wizard.closed):
        press_save_and_close(wizard)

    left = desk.concerns.open_draft(full.id)
    again = RecordWizard(desk, left.draft, runner, asker)
    again.start(left.step, left.caret)
    qtbot.addWidget(again)
    again.show()
    finish_pages(again)

    assert again.frame.step == "said"
    caret = again.focusWidget()
    assert caret.objectName() == f"{saying}.words"
    assert caret.textCursor().position() == 7
    assert again.draft == full


def test_a_draft_left_on_an_early_page_leads_to_the_later_pages_it_had_reached(
    qtbot, desk, runner, asker, full
):
    wizard = shown_wizard(qtbot, desk, runner, asker, full, "context")
    wizard.frame.show_step("person")
    with qtbot.waitSignal(wizard.closed):
        press_save_and_close(wizard)

    left = desk.concerns.open_draft(full.id)
    again = RecordWizard(desk, left.draft, runner, asker)
    qtbot.addWidget(again)
    again.start(left.step, left.caret)
    again.show()
    finish_pages(again)
    names = {step: field(again, QAbstractButton, f"step:{step}") for step in STEPS}
    names["chronology"].click()

    assert left.step == "person"
    assert [step for step, one in names.items() if one.isEnabled()] == STEPS[:-2]
    assert again.frame.step == "chronology"


def press_save_and_close(wizard):
    # Not by keyboard: the caret has to stay where it is.
    field(wizard, QAbstractButton, "save-and-close").click()


def test_a_new_wizard_begins_with_urgency(qtbot, desk, runner, asker, draft):
    wizard = RecordWizard(desk, draft, runner, asker)
    wizard.start()
    qtbot.addWidget(wizard)

    assert wizard.frame.step == "urgency"


def test_an_unknown_caret_opens_the_page_at_its_heading(qtbot, desk, runner, asker, draft):
    wizard = RecordWizard(desk, draft, runner, asker)
    wizard.start()
    qtbot.addWidget(wizard)

    wizard.start("said", Caret("gone.words", 3))

    assert wizard.frame.step == "said"


def test_one_hundred_thousand_characters_are_kept_and_explained(qtbot, wizard, draft):
    wizard.frame.show_step("said")
    press(qtbot, wizard, "add-saying")
    saying = draft.facts[0].id
    field(wizard, QLineEdit, f"{saying}.speaker").setText("Father")

    field(wizard, QPlainTextEdit, f"{saying}.words").setPlainText("x" * 100_000)
    wizard.frame.go_on()

    assert wizard.frame.step == "said"
    assert len(draft.facts[0].words) == 100_000
    assert "80,000 too many" in labels(wizard)


def test_every_answer_has_a_named_way_back_to_its_field(qtbot, wizard):
    wizard.frame.show_step("check")
    change = field(wizard, QAbstractButton, "change:person.born")

    press(qtbot, wizard, "change:person.born")

    assert change.accessibleName() == "Change date of birth"
    assert wizard.frame.step == "person"
    assert wizard.focusWidget().objectName() == "person.born"


def test_a_fact_on_the_check_page_leads_to_its_open_card(qtbot, desk, runner, asker, full):
    wizard = shown_wizard(qtbot, desk, runner, asker, full, "check")
    for item, first, step in (
        (full.facts[0], "mark", "seen"),
        (full.facts[3], "words", "said"),
        (full.facts[5], "happened_on", "chronology"),
        (full.facts[6], "text", "context"),
        (full.relations[0], "name", "family"),
    ):
        wizard.frame.show_step("check")
        press(qtbot, wizard, f"change:{item.id}.{first}")
        assert (wizard.frame.step, wizard.focusWidget().objectName()) == (
            step,
            f"{item.id}.{first}",
        )


def test_what_is_missing_is_listed_and_stops_nothing(qtbot, wizard):
    wizard.frame.show_step("check")

    assert "Add safety-net advice and needs." in labels(wizard)
    press(qtbot, wizard, "gaps:add-need")

    assert wizard.frame.step == "needs"
    assert wizard.focusWidget().objectName() == "add-safety-net"


def test_a_problem_on_any_page_is_listed_and_stops_the_signature(qtbot, desk, runner, asker, draft):
    draft.facts = [bruise(desk, mark="")]
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "check")
    signed = []
    wizard.signed.connect(signed.append)

    press(qtbot, wizard, "next")
    press(qtbot, wizard, f"to-put-right:{draft.facts[0].id}.mark")

    assert signed == []
    assert wizard.frame.step == "seen"
    assert wizard.focusWidget().objectName() == f"{draft.facts[0].id}.mark"


def test_a_closed_card_says_what_must_be_put_right_in_it(qtbot, desk, runner, asker, draft):
    draft.facts = [bruise(desk, mark="")]
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "seen")

    press(qtbot, wizard, "next")

    assert wizard.frame.step == "seen"
    assert "!  Choose what kind of mark this is." in labels(wizard.frame.page)


def test_signing_makes_a_record_with_everything_in_it(qtbot, desk, runner, asker, full):
    wizard = shown_wizard(qtbot, desk, runner, asker, full, "check")
    asker.answers = [True]

    with qtbot.waitSignal(wizard.signed) as signed:
        press(qtbot, wizard, "next")

    concern = signed.args[0]
    assert concern.stage is Stage.RECORDED
    assert desk.concerns.get(concern.id).concern.facts == concern.facts
    assert len(concern.facts) == len(full.facts)


def test_a_refused_signature_is_told_and_the_wizard_stays(qtbot, desk, runner, asker, draft):
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "check")
    wizard.save_now()
    desk.concerns.sign(wizard.draft)
    asker.answers = [True]

    press(qtbot, wizard, "next")

    assert "This concern has been signed already." in asker.seen[-1]
    assert wizard.isVisible()


def test_one_press_too_many_does_not_sign(qtbot, desk, runner, asker, full):
    wizard = shown_wizard(qtbot, desk, runner, asker, full, "check")
    asker.answers = [False]

    press(qtbot, wizard, "next")

    assert desk.concerns.open_draft(full.id).draft.facts == full.facts
    assert wizard.isVisible()


@pytest.mark.parametrize("step", STEPS)
def test_every_field_has_a_name_and_a_label(qtbot, desk, runner, asker, full, step):
    wizard = shown_wizard(qtbot, desk, runner, asker, full, step)

    for _card in open_every_card(wizard.frame.page, full):
        assert unnamed_fields(wizard.frame.page) == []


@pytest.mark.parametrize("step", STEPS)
def test_nothing_needs_scrolling_sideways_in_a_small_window(qtbot, desk, runner, asker, full, step):
    wizard = shown_wizard(qtbot, desk, runner, asker, full, step, size=(1093, 614))
    area = wizard.findChild(StepArea)

    for _card in open_every_card(wizard.frame.page, full):
        qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() == 0)


def test_every_page_is_sound_without_any_answer(qtbot, desk, runner, asker):
    wizard = shown_wizard(qtbot, desk, runner, asker, desk.concerns.begin())

    for step in STEPS:
        wizard.frame.show_step(step)
        finish_pages(wizard)
        assert wizard.frame.page.isVisible()
        assert not re.search(r"\bNone\b", labels(wizard.frame.page))
    assert wizard.findChildren(QScrollArea)
