"""What a click must do while something else is open, and what Shift+Tab comes to."""

import pytest
from gui_support import field
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton, QWidget
from record_support import Keyboard, begun, shown_wizard

from sgdesk.domain.answers import YesNo
from ui.kit.choice_fields import choice_binding, yes_no_options
from ui.kit.layout import Gap, column
from ui.record.suggestions import SuggestingLine

pytestmark = pytest.mark.qt_log_ignore("does not support")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def beside_a_list(qtbot):
    """A line whose suggestions are open, and a button far below it."""
    window = QWidget()
    window.resize(400, 400)
    place = column(window, Gap.NORMAL)
    line, button = SuggestingLine(["Father", "Mother"]), QPushButton("Next")
    place.addWidget(line)
    place.addStretch()
    place.addWidget(button)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    for letter in "Moth":
        QTest.keyClick(window.windowHandle(), letter)
    qtbot.waitUntil(line.completer().popup().isVisible)
    return window, line, button


def test_what_begins_with_the_letters_typed_is_offered_before_what_holds_them(qtbot):
    line = SuggestingLine(["Step-parent", "Partner", "Parent’s partner", "Carer", "Former partner"])
    qtbot.addWidget(line)
    line.show()
    qtbot.keyClicks(line, "Par")

    offered = line.completer().completionModel()
    assert [offered.data(offered.index(row, 0)) for row in range(offered.rowCount())] == [
        "Partner", "Parent’s partner", "Former partner", "Step-parent"
    ]  # fmt: skip


def test_a_click_beside_open_suggestions_closes_them_and_does_its_work(qtbot, beside_a_list):
    window, line, button = beside_a_list
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))

    click(qtbot, window, button)

    qtbot.waitUntil(lambda: pressed == [True])
    assert not line.completer().popup().isVisible()
    assert line.text() == "Moth"


def test_suggestions_go_once_the_whole_answer_is_typed(beside_a_list):
    window, line, _button = beside_a_list

    for letter in "er":
        QTest.keyClick(window.windowHandle(), letter)

    assert line.text() == "Mother"
    assert not line.completer().popup().isVisible()


def test_a_click_on_a_suggestion_takes_it(qtbot, beside_a_list):
    _window, line, _button = beside_a_list
    popup = line.completer().popup()
    spot = popup.visualRect(popup.model().index(0, 0)).center()

    place = popup.viewport().mapTo(popup, spot)
    QTest.mouseMove(popup.windowHandle(), place)
    QTest.mouseClick(popup.windowHandle(), LEFT, pos=place)

    qtbot.waitUntil(lambda: line.text() == "Mother")


def test_the_page_waits_with_what_it_says_until_the_mouse_lets_go(qtbot, desk, runner, asker):
    wizard = shown_wizard(qtbot, desk, runner, asker, begun(desk), "family")
    Keyboard(wizard).push("add-sibling")
    relation = wizard.draft.relations[0].id
    born = field(wizard, QLineEdit, f"{relation}.born")
    yes = field(wizard, QRadioButton, f"{relation}.also_a_concern=yes")
    born.setFocus()
    for letter in "9 years":
        QTest.keyClick(wizard.windowHandle(), letter)
    qtbot.waitUntil(yes.isVisible)
    wizard.frame.bring_into_sight(yes)
    QApplication.processEvents()

    click(qtbot, wizard, yes)

    assert yes.isChecked()
    assert wizard.draft.relations[0].also_a_concern is YesNo.YES
    qtbot.waitUntil(lambda: wizard.findChild(QWidget, f"{relation}.born:doubt") is not None)


def test_tab_comes_once_to_a_question_with_buttons_and_to_its_answer(qtbot):
    answers = choice_binding("pain", yes_no_options())
    qtbot.addWidget(answers.widget)

    answers.fill(YesNo.NO)
    assert stops(answers.widget) == ["No"]
    answers.fill(None)
    assert len(stops(answers.widget)) == 1


def stops(question):
    """Return the words of the buttons that Tab comes to."""
    return [
        one.text()
        for one in question.findChildren(QRadioButton)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def click(qtbot, window, widget):
    """Press, hold for a moment, and let go at the same place of the window."""
    at = widget.mapTo(window, QPoint(8, widget.height() // 2))
    QTest.mouseMove(window.windowHandle(), at)
    QTest.mousePress(window.windowHandle(), LEFT, pos=at)
    qtbot.wait(60)
    QTest.mouseRelease(window.windowHandle(), LEFT, pos=at)
