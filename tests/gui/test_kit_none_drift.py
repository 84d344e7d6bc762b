import sys

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from ui.kit.theme import set_state

ROUNDS = 1_000
CALLS_IN_A_ROUND = 20


def test_no_reference_to_none_is_lost_in_twenty_thousand_calls(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    line, label, press = QLineEdit(root), QLabel(root), QPushButton(root)

    def twenty_calls():
        line.setText("Mia")
        line.setCursorPosition(1)
        line.selectAll()
        line.deselect()
        line.clear()
        line.setEnabled(True)
        line.setObjectName("name")
        line.setAccessibleName("Name")
        label.setText("Name")
        label.setBuddy(line)
        label.setVisible(False)
        label.move(QPoint(1, 1))
        press.setText("Go on")
        press.setChecked(False)
        press.resize(QSize(10, 10))
        press.update()
        root.setWindowTitle("SG Desk")
        root.setProperty("role", "ground")
        root.updateGeometry()
        set_state(press, "role", "primary")

    twenty_calls()
    before = sys.getrefcount(None)
    for _round in range(ROUNDS):
        twenty_calls()
    drift = sys.getrefcount(None) - before

    assert ROUNDS * CALLS_IN_A_ROUND == 20_000
    assert abs(drift) < ROUNDS
