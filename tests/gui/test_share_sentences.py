"""Choosing sentence by sentence, looking at some of the facts only, and what is said beside it."""

import pytest
import share_support
from gui_support import field, finish_pages, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton
from share_support import fill_decision, northtown, signed_mia, wizard_over

from sgdesk.domain.facts.kinds import Context, ContextTopic
from sgdesk.domain.facts.words import sentence
from sgdesk.domain.police import PoliceContact
from sgdesk.domain.sharing.portal_blocks import portal_blocks
from sgdesk.ids import PoliceContactId, new_id
from ui.share.case import gather_new

HISTORY = "She wakes at night with pain. Her aunt has hepatitis C. She misses school."
GAP = "[... part held back by the practice]"


@pytest.fixture
def concern(desk, monkeypatch):
    usual = share_support._background
    more = Context(id=new_id(), topic=ContextTopic.HISTORY, noticed_by="A. Rahman", text=HISTORY)
    monkeypatch.setattr(share_support, "_background", lambda: [*usual(), more])
    return signed_mia(desk)


@pytest.fixture
def wizard(qtbot, desk, runner, asker, concern):
    agency = northtown(desk)
    opened = wizard_over(desk, concern, runner, asker)
    qtbot.addWidget(opened)
    opened.resize(1366, 768)
    opened.show()
    fill_decision(opened, desk, agency)
    opened.show_step("minimum")
    finish_pages(opened)
    opened.page.complete()
    return opened


def history(wizard):
    return next(fact for fact in wizard.case.concern.facts if "wakes" in sentence(fact))


def opener(wizard):
    return field(wizard, QPushButton, f"{history(wizard).id}.sentences")


def box(wizard, number):
    return field(wizard, QCheckBox, f"{history(wizard).id}.sentence.{number}")


def shown(wizard):
    return "\n".join(label.text() for label in wizard.page.findChildren(QLabel))


def rows(wizard):
    facts = wizard.case.concern.facts
    boxes = [wizard.page.findChild(QCheckBox, f"{fact.id}.goes") for fact in facts]
    return sum(one.isVisible() for one in boxes)


def test_the_gap_is_shown_with_its_reason(wizard):
    assert f"She wakes at night with pain. {GAP} She misses school." in shown(wizard)
    assert "Needed, in part" in shown(wizard)
    assert "1 of 3 sentences stay. Another person’s health: “aunt … hepatitis”." in shown(wizard)
    assert "✓  1 sentence is left out; the gap can be seen" in shown(wizard)


def test_the_sentences_open_by_keyboard_and_take_the_focus(qtbot, wizard):
    opener(wizard).setFocus()
    qtbot.keyClick(opener(wizard), Qt.Key.Key_Space)

    assert wizard.focusWidget() is box(wizard, 1)
    assert [box(wizard, number).isChecked() for number in (1, 2, 3)] == [True, False, True]
    assert box(wizard, 2).accessibleName() == "Sentence 2: Her aunt has hepatitis C."


def test_a_sentence_against_the_proposal_asks_for_its_reason(qtbot, wizard):
    opener(wizard).click()
    qtbot.keyClick(box(wizard, 2), Qt.Key.Key_Space)
    press(qtbot, wizard, "next")
    assert wizard.step == "minimum"

    reason = field(wizard, QPlainTextEdit, f"{history(wizard).id}.sentence.2.reason")
    qtbot.keyClicks(reason, "They plan a visit.")
    press(qtbot, wizard, "next")

    assert wizard.step == "conditions"
    part = wizard.draft.choices[history(wizard).id].parts[1]
    assert (part.goes, part.reason) == (True, "They plan a visit.")


def test_without_any_sentence_the_fact_stays(wizard):
    opener(wizard).click()
    box(wizard, 1).click()
    box(wizard, 3).click()

    choice = wizard.draft.choices[history(wizard).id]
    assert not choice.goes
    assert not field(wizard, QCheckBox, f"{history(wizard).id}.goes").isChecked()


def test_one_sentence_of_a_fact_that_stays_makes_it_go(wizard):
    fact = history(wizard)
    field(wizard, QCheckBox, f"{fact.id}.goes").click()
    opener(wizard).click()
    assert not box(wizard, 1).isChecked()

    box(wizard, 3).click()

    choice = wizard.draft.choices[fact.id]
    assert choice.goes
    assert [part.goes for part in choice.parts] == [False, False, True]


def test_a_sentence_that_stays_is_in_no_block_for_the_portal(wizard):
    blocks = portal_blocks(wizard.draft, wizard.case.concern, wizard.case.guidance)
    copied = "\n".join(text for _title, text in blocks)

    assert GAP in copied
    assert "hepatitis" not in copied


@pytest.mark.parametrize(("name", "count"), [("all", 18), ("goes", 14), ("stays", 4), ("open", 0)])
def test_a_filter_shows_as_many_facts_as_it_says(wizard, name, count):
    one = field(wizard, QPushButton, f"show:{name}")

    one.click()

    assert rows(wizard) == count
    assert one.text().endswith(f" {count}")


def test_a_problem_brings_all_facts_back(qtbot, wizard):
    field(wizard, QCheckBox, f"{wizard.case.concern.facts[-1].id}.goes").click()
    field(wizard, QPushButton, "show:stays").click()

    press(qtbot, wizard, "next")

    assert rows(wizard) == 18


def test_a_cut_pattern_and_a_bare_explanation_are_said(wizard):
    for fact in wizard.case.concern.facts:
        if any(words in sentence(fact) for words in ("Letter 5 Mar", "22 × 14", "10 × 10")):
            field(wizard, QCheckBox, f"{fact.id}.goes").click()

    assert "!  The pattern is cut: “not brought 4 of 4” reads 3 of 3 here" in shown(wizard)
    assert "!  2 explanations go without the marks they explain" in shown(wizard)


def test_a_number_the_police_gave_is_a_row_of_its_own(qtbot, desk, runner, asker, concern, clock):
    with desk.police._context.unit() as unit:
        unit.police.add(PoliceContact(
            id=PoliceContactId("c1"), concern_id=concern.id, force="Weir County Police",
            started_at=clock.now(), incident_number="Log 0123", recorded_at=clock.now(),
        ))  # fmt: skip
        unit.commit()
    wizard = wizard_over(desk, concern, runner, asker)
    qtbot.addWidget(wizard)
    wizard.resize(1366, 768)
    wizard.show()
    fill_decision(wizard, desk, northtown(desk))
    wizard.show_step("minimum")
    wizard.page.complete()
    number = field(wizard, QCheckBox, f"{wizard.case.concern.facts[-1].id}.goes")

    assert number.isChecked()
    assert "incident number Log 0123" in number.accessibleName()
    number.click()
    assert "!  The police gave a number, and it does not go" in shown(wizard)


def test_a_new_draft_knows_the_number_of_the_police(desk, concern, clock):
    assert len(gather_new(desk, concern.id).concern.facts) == 18
