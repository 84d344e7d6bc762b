import pytest
from gui_support import field, finish_pages, press
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPlainTextEdit, QProgressBar
from share_support import fill_decision, northtown, signed_mia, wizard_over

from sgdesk.domain.facts.kinds import Need, NeedTopic
from sgdesk.domain.facts.words import sentence
from sgdesk.domain.people import Relation
from sgdesk.domain.sharing.decision import Choice
from sgdesk.domain.sharing.portal_blocks import portal_blocks
from ui.share.pack_checks import looked_at


@pytest.fixture
def wizard(qtbot, desk, runner, asker):
    agency = northtown(desk)
    opened = wizard_over(desk, signed_mia(desk), runner, asker)
    qtbot.addWidget(opened)
    opened.resize(1366, 768)
    opened.show()
    fill_decision(opened, desk, agency)
    opened.show_step("minimum")
    finish_pages(opened)
    return opened


def _fact(wizard, words):
    return next(fact for fact in wizard.case.concern.facts if words in sentence(fact))


def _box(wizard, words):
    return field(wizard, QCheckBox, f"{_fact(wizard, words).id}.goes")


def _shown(wizard):
    return "\n".join(label.text() for label in wizard.page.findChildren(QLabel))


def test_the_facts_are_proposed_and_counted(wizard):
    bar = field(wizard, QProgressBar, "pack-so-far")

    assert bar.accessibleName() == "13 of 17 facts go"
    assert "of 17 facts go" in _shown(wizard)
    assert _box(wizard, "Daddy gets cross").isChecked()


@pytest.mark.parametrize("words", ["invoices", "hepatitis", "obviously", "slap mark"])
def test_what_must_not_go_is_held_back(wizard, words):
    assert not _box(wizard, words).isChecked()


def test_space_changes_a_tick_and_asks_why(qtbot, wizard):
    fact = _fact(wizard, "hepatitis")
    box = _box(wizard, "hepatitis")
    box.setFocus()

    qtbot.keyClick(box, Qt.Key.Key_Space)

    assert wizard.draft.choices[fact.id].goes
    assert field(wizard, QPlainTextEdit, f"{fact.id}.reason").isVisible()
    assert "!  1 fact tells about another person" in _shown(wizard)


def test_a_choice_against_the_proposal_needs_a_reason(qtbot, wizard):
    fact = _fact(wizard, "hepatitis")
    _box(wizard, "hepatitis").click()
    press(qtbot, wizard, "next")
    assert wizard.step == "minimum"

    press(qtbot, wizard, f"problem:{fact.id}.reason")
    box = field(wizard, QPlainTextEdit, f"{fact.id}.reason")
    assert wizard.focusWidget() is box
    qtbot.keyClicks(box, "The nurse must know.")
    press(qtbot, wizard, "next")

    assert wizard.step == "conditions"
    assert wizard.draft.choices[fact.id].reason == "The nurse must know."


def test_a_problem_names_the_fact_it_is_about(qtbot, wizard):
    fact = _fact(wizard, "hepatitis")
    _box(wizard, "hepatitis").click()

    press(qtbot, wizard, "next")

    link = field(wizard, QAbstractButton, f"problem:{fact.id}.reason")
    assert link.accessibleName().startswith("Note on file: ")


def test_a_row_is_read_out_with_its_state_and_source(wizard):
    box = _box(wizard, "Daddy gets cross")

    assert "Needed" in box.accessibleName()
    assert "“Daddy gets cross when it hurts.”" in box.accessibleName()
    assert "Heard by L. Byrne" in box.accessibleDescription()


def test_nothing_at_all_cannot_go(qtbot, wizard):
    for fact in wizard.case.concern.facts:
        box = field(wizard, QCheckBox, f"{fact.id}.goes")
        if box.isChecked():
            box.click()

    press(qtbot, wizard, "next")

    assert wizard.step == "minimum"
    assert field(wizard, QLabel, "choices").isVisible()


def test_what_stays_is_in_no_block_for_the_portal(wizard):
    case = wizard.case

    blocks = portal_blocks(case.draft, case.concern, case.guidance)

    copied = "\n".join(text for _title, text in blocks)
    assert "Daddy gets cross when it hurts." in copied
    for held_back in ("hepatitis", "obviously", "invoices", "slap mark"):
        assert held_back not in copied


def _looked_at(wizard, *added, **changes):
    concern = wizard.case.concern
    concern = replace(concern, facts=(*concern.facts, *added), **changes)
    goes = Choice(goes=True, proposed=True, proposed_because="For the test.")
    return looked_at(concern, {one.id: goes for one in added})


def test_a_fact_about_another_child_is_no_fact_about_nobody_else(wizard):
    sister = Need(id="sister", topic=NeedTopic.OTHER_CHILDREN, text="Sister Sira, 9.")

    checks = _looked_at(wizard, sister)

    (found,) = [one for one in checks if "another person" in one.text]
    assert found.text == "1 fact tells about another person"
    assert not found.is_fine
    assert found.facts == (("sister", "Other children"),)


def test_a_child_around_them_is_another_person_in_a_fact_that_names_her(wizard):
    sira = Relation(id="s", name="Sira Kamara", relationship="Sister", is_child=True)
    named = Need(id="named", topic=NeedTopic.TONIGHT, text="Sira is at home too.")

    checks = _looked_at(wizard, named, relations=(sira,))

    assert "1 fact tells about another person" in [one.text for one in checks]


def test_the_family_in_a_fact_is_not_called_nobody(wizard):
    father = Need(id="father", topic=NeedTopic.TONIGHT, text="Her father fetched her.")
    alone = Need(id="alone", topic=NeedTopic.TONIGHT, text="She came alone.")

    named = [one.text for one in _looked_at(wizard, father) if one.is_fine]
    nobody = [one.text for one in _looked_at(wizard, alone) if one.is_fine]

    assert "Of the other people on the record, only adults are named" in named
    assert "No fact names another person on the record" in nobody


def test_what_needs_a_look_leads_to_its_fact(qtbot, wizard):
    fact = _fact(wizard, "hepatitis")
    _box(wizard, "hepatitis").click()
    press(qtbot, wizard, "show:stays")

    press(qtbot, wizard, f"look:{fact.id}")

    assert wizard.focusWidget() is _box(wizard, "hepatitis")
    assert wizard.focusWidget().isVisible()
