"""The practice in Settings: what stands there is read before anything can be typed over it."""

from gui_support import field, press
from PySide6.QtWidgets import QLineEdit, QPushButton

from ui.settings.practice_part import PracticePart
from ui.setup.practice_form import policy_questions, practice_questions


def test_a_field_of_the_practice_is_there_only_with_what_is_stored(qtbot, desk, runner):
    stored = desk.setup.practice()
    part = PracticePart(desk, runner, practice_questions, policy_questions)
    qtbot.addWidget(part)
    part.show()
    part.read()

    qtbot.waitUntil(lambda: part.findChild(QLineEdit, "practice.address") is not None)
    shown = field(part, QLineEdit, "practice.address").text()
    part.findChild(QLineEdit, "practice.phone").setText("01632 960099")
    qtbot.waitUntil(lambda: part.findChild(QPushButton, "save-practice") is not None)
    with qtbot.waitSignal(part.said):
        press(qtbot, part, "save-practice")

    assert shown == stored.address != ""
    saved = desk.setup.practice()
    assert saved.phone == "01632 960099"
    assert (saved.address, saved.status) == (stored.address, stored.status)
