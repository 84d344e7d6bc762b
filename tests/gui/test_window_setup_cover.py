"""F9 during set-up: what is typed is hidden at once, and comes back."""

import pytest
from gui_support import field
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from setup_support import Desks, new_wizard, write
from window_support import Printers, settle

from ui.kit.cover import Cover


@pytest.fixture
def wizard(qtbot, tmp_path, clock, runner, asker):
    made = new_wizard(tmp_path / "records", clock, Desks(clock), runner, asker, Printers())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_f9_hides_what_was_typed_in_set_up_and_brings_it_back(qtbot, wizard):
    write(qtbot, wizard, "practice.name", "Riverside Dental Practice")
    name = field(wizard, QLineEdit, "practice.name")

    qtbot.keyClick(wizard, Qt.Key.Key_F9)
    settle(qtbot)
    assert wizard.findChild(Cover).isVisible()
    assert not name.isVisible()

    qtbot.keyClick(wizard, Qt.Key.Key_F9)
    settle(qtbot)
    assert name.isVisible()
    assert name.text() == "Riverside Dental Practice"
