from datetime import date

import msgspec
import pytest
from gui_support import field, finish_pages, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)
from record_support import FRIDAY, Keyboard, begun, bruise, show, shown_wizard, texts

from sgdesk.domain.concern import Presentation
from sgdesk.domain.facts.kinds import Context, Injury, Observation, ObservationTopic
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.teeth import EVERY_TOOTH, Care, ToothFinding, ToothState
from sgdesk.ids import FactId, new_id
from ui.record.body_map import BodyMap
from ui.record.tooth_button import ToothButton

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
MARCH = date(2026, 3, 4)


@pytest.fixture
def draft(desk):
    return begun(desk)


@pytest.fixture
def wizard(qtbot, desk, runner, asker, draft):
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "seen")
    press(qtbot, wizard, "part:teeth")
    return wizard


def tooth(wizard, number):
    return field(wizard, ToothButton, f"tooth:{number}")


def exams(draft):
    return [fact for fact in draft.facts if isinstance(fact, Observation)]


def examined_in_march(desk, *findings):
    """Sign an earlier concern about Mia with an examination of her teeth and a mark."""
    draft = begun(desk)
    draft.facts = [bruise(desk, "left-upper-arm-outer", noticed_on=MARCH)]
    if findings:
        exam = Observation(
            id=FactId(new_id()), topic=ObservationTopic.TEETH, teeth=findings,
            noticed_by="A. Rahman", noticed_on=MARCH,
        )  # fmt: skip
        draft.facts.append(exam)
    desk.concerns.save_draft(draft, "check", Caret())
    return desk.concerns.sign(draft)


def test_every_tooth_has_a_button_named_in_fdi_palmer_and_words(wizard):
    for number in EVERY_TOOTH:
        assert tooth(wizard, number).accessibleName().startswith(f"{number} (")
    assert tooth(wizard, "54").accessibleName() == "54 (URD, upper right first primary molar)"


def test_a_press_on_a_tooth_asks_what_was_found_and_keeps_it(qtbot, wizard, draft):
    qtbot.mouseClick(tooth(wizard, "54"), Qt.MouseButton.LeftButton)
    press(qtbot, wizard, "tooth.states=decay")

    (exam,) = exams(draft)
    assert exam.topic is ObservationTopic.TEETH
    assert exam.teeth == (ToothFinding(tooth="54", states=(ToothState.DECAY,)),)
    assert exam.noticed_on == FRIDAY
    assert field(wizard, QPushButton, "part:teeth").text() == "Teeth (1)"


def test_teeth_found_before_a_day_was_known_take_the_day_of_the_visit(qtbot, wizard, draft):
    draft.presentation = Presentation()
    show(wizard, "seen")
    qtbot.keyClicks(tooth(wizard, "11"), "b")
    finish_pages(wizard)
    came = field(wizard, QLineEdit, "presentation.presented_on")
    came.setText("19 11 2026")

    assert exams(draft)[0].noticed_on is None

    came.editingFinished.emit()

    assert exams(draft)[0].noticed_on == date(2026, 11, 19)
    assert ", 19 Nov 2026" in texts(wizard)


def test_a_tooth_that_was_only_looked_at_leaves_nothing(qtbot, wizard, draft):
    qtbot.mouseClick(tooth(wizard, "54"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(tooth(wizard, "55"), Qt.MouseButton.LeftButton)

    assert exams(draft) == []


def test_the_rows_follow_the_age_and_never_hide_what_was_found(qtbot, wizard, draft):
    def offered():
        return {number for number in ("54", "11") if not tooth(wizard, number).isHidden()}

    def born(day):
        draft.person = msgspec.structs.replace(draft.person, born=day)
        show(wizard, "person")
        show(wizard, "seen")
        return offered()

    first = born(date(2023, 1, 1))
    grown = born(date(2005, 1, 1))
    qtbot.mouseClick(tooth(wizard, "11"), Qt.MouseButton.LeftButton)
    press(qtbot, wizard, "tooth.states=broken")

    assert (first, grown) == ({"54"}, {"11"})
    assert born(date(2023, 1, 1)) == {"54", "11"}
    assert exams(draft)[0].teeth[0].tooth == "11"


def test_teeth_are_recorded_by_keyboard_alone(qtbot, wizard, draft):
    keys = Keyboard(wizard.window())
    tooth(wizard, "18").setFocus()

    for _step in range(7):
        keys.press(Qt.Key.Key_Right)
    keys.write("B")
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Down)
    keys.write("DP")

    (exam,) = exams(draft)
    assert [(one.tooth, one.states) for one in exam.teeth] == [
        ("11", (ToothState.BROKEN,)),
        ("61", (ToothState.DECAY, ToothState.PULP)),
    ]
    assert keys.at.objectName() == "tooth:61"


def test_enter_on_a_tooth_goes_to_its_questions(qtbot, wizard):
    tooth(wizard, "36").setFocus()

    qtbot.keyClick(tooth(wizard, "36"), Qt.Key.Key_Return)

    assert wizard.focusWidget().objectName() == "tooth.states=decay"


def test_a_letter_typed_again_takes_the_finding_back(qtbot, wizard, draft):
    tooth(wizard, "54").setFocus()

    qtbot.keyClicks(tooth(wizard, "54"), "dd")

    assert exams(draft) == []


def test_tab_comes_to_one_tooth_only(wizard):
    reached = [
        number
        for number in EVERY_TOOTH
        if tooth(wizard, number).focusPolicy() == Qt.FocusPolicy.StrongFocus
    ]

    assert len(reached) == 1


def test_delete_asks_before_a_finding_goes(qtbot, wizard, draft, asker):
    asker.answers = [False, True]
    tooth(wizard, "54").setFocus()
    qtbot.keyClicks(tooth(wizard, "54"), "d")

    qtbot.keyClick(tooth(wizard, "54"), Qt.Key.Key_Delete)
    kept = len(exams(draft))
    qtbot.keyClick(tooth(wizard, "54"), Qt.Key.Key_Delete)

    assert (kept, exams(draft)) == (1, [])


def test_removing_the_card_of_the_teeth_empties_the_chart(qtbot, wizard, draft, asker):
    asker.answers = [True]
    qtbot.keyClicks(tooth(wizard, "54"), "d")
    (exam,) = exams(draft)

    press(qtbot, wizard, f"{exam.id}:remove")

    assert exams(draft) == []
    assert field(wizard, QPushButton, "part:teeth").text() == "Teeth"
    assert not field(wizard, QCheckBox, "tooth.states=decay").isChecked()


def test_treatment_and_pain_are_kept_with_the_tooth(qtbot, wizard, draft):
    qtbot.mouseClick(tooth(wizard, "54"), Qt.MouseButton.LeftButton)
    press(qtbot, wizard, "tooth.states=decay")
    care = field(wizard, QComboBox, "tooth.care")
    care.setCurrentIndex(care.findText("Not treated"))

    assert exams(draft)[0].teeth[0].care is Care.NOT_TREATED


def test_the_form_shows_what_the_next_tooth_has(qtbot, wizard):
    qtbot.keyClicks(tooth(wizard, "54"), "d")
    qtbot.mouseClick(tooth(wizard, "55"), Qt.MouseButton.LeftButton)
    box = field(wizard, QCheckBox, "tooth.states=decay")
    empty = box.isChecked()

    qtbot.mouseClick(tooth(wizard, "54"), Qt.MouseButton.LeftButton)

    assert (empty, box.isChecked()) == (False, True)


@pytest.mark.parametrize(
    ("born", "shown"),
    [((2023, 1, 3), {"54"}), ((2018, 1, 3), {"54", "18"}), ((2009, 1, 3), {"18"})],
)
def test_the_chart_begins_with_the_teeth_of_that_age(
    qtbot, desk, runner, asker, draft, born, shown
):
    draft.person = msgspec.structs.replace(draft.person, born=date(*born))
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "seen")

    press(qtbot, wizard, "part:teeth")

    assert {one for one in ("54", "18") if not tooth(wizard, one).isHidden()} == shown


def test_breakages_and_decay_of_an_earlier_visit_are_told(qtbot, desk, runner, asker, draft):
    examined_in_march(
        desk,
        ToothFinding(tooth="51", states=(ToothState.BROKEN,)),
        ToothFinding(tooth="54", states=(ToothState.DECAY,), care=Care.ADVISED),
    )
    draft.facts = [
        Observation(
            id=FactId(new_id()), topic=ObservationTopic.TEETH, noticed_on=FRIDAY,
            teeth=(
                ToothFinding(tooth="61", states=(ToothState.BROKEN,)),
                ToothFinding(tooth="54", states=(ToothState.DECAY,), care=Care.NOT_TREATED),
            ),
        )
    ]  # fmt: skip
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "seen")
    press(qtbot, wizard, "part:teeth")
    told = field(wizard, QLabel, "teeth-repeated").text().splitlines()

    assert told == [
        "Breakages recorded at 2 visits: 51 on 4 Mar 2026; 61 on 20 Nov 2026.",
        "54 (URD) recorded without completed treatment at 2 visits: 4 Mar 2026, 20 Nov 2026.",
    ]
    assert "Earlier: 51 (URA" in tooth(wizard, "51").accessibleName()

    press(qtbot, wizard, "teeth-to-context")

    added = [fact.text for fact in draft.facts if isinstance(fact, Context)]
    assert added == told
    assert field(wizard, QPushButton, "teeth-to-context").isHidden()


def test_earlier_marks_stand_behind_the_map_and_in_its_text(qtbot, desk, runner, asker, draft):
    before = examined_in_march(desk)
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "seen")

    text = field(wizard, QPlainTextEdit, "map-text").toPlainText()
    body = wizard.findChild(BodyMap)
    assert [spot.name.split(",")[0] for spot in body._earlier] == [before.reference]
    assert f"In earlier records of this person:\n{before.reference}, Left upper arm" in text
    assert [fact for fact in draft.facts if isinstance(fact, Injury)] == []


def test_the_teeth_stand_in_the_text_of_the_map(qtbot, wizard):
    qtbot.keyClicks(tooth(wizard, "54"), "d")

    text = field(wizard, QPlainTextEdit, "map-text").toPlainText()

    assert "Teeth, 20 Nov 2026:\n54 (URD, upper right first primary molar): decay." in text


def test_another_day_of_the_examination_is_told_at_once(qtbot, desk, runner, asker, draft):
    examined_in_march(desk, ToothFinding(tooth="51", states=(ToothState.BROKEN,)))
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "seen")
    press(qtbot, wizard, "part:teeth")
    qtbot.keyClicks(tooth(wizard, "51"), "b")
    [exam] = exams(draft)
    wizard.frame.page.focus(f"{exam.id}.noticed_on")

    field(wizard, QLineEdit, f"{exam.id}.noticed_on").setText("4 3 2026")

    text = field(wizard, QPlainTextEdit, "map-text").toPlainText()
    assert "Teeth, 4 Mar 2026:\n51 (URA" in text
    assert field(wizard, QLabel, "teeth-repeated").isHidden()


def test_faint_letters_are_explained_and_stand_in_the_text(qtbot, desk, runner, asker, draft):
    before = examined_in_march(desk, ToothFinding(tooth="51", states=(ToothState.BROKEN,)))
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "seen")
    press(qtbot, wizard, "part:teeth")

    assert field(wizard, QLabel, "teeth-faint").isVisible()
    text = field(wizard, QPlainTextEdit, "map-text").toPlainText()
    assert f"{before.reference}, Teeth, 4 Mar 2026: 51 (URA" in text


def test_nothing_is_said_of_faint_letters_where_there_are_none(wizard):
    assert field(wizard, QLabel, "teeth-faint").isHidden()
