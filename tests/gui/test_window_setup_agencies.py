"""Set-up's last page: a team that is being typed is not lost by going on."""

import pytest
from gui_support import field, press
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from setup_support import Desks, go_on, new_wizard, to_recovery, write
from window_support import Printers, settle


@pytest.fixture
def desks(clock):
    return Desks(clock)


@pytest.fixture
def wizard(qtbot, tmp_path, clock, desks, runner, asker):
    wizard = new_wizard(tmp_path / "store", clock, desks, runner, asker, Printers())
    opened = []
    wizard.founded.connect(lambda desk, _folder: opened.append(desk))
    qtbot.addWidget(wizard)
    wizard.resize(1366, 768)
    wizard.show()
    to_recovery(qtbot, wizard)
    qtbot.keyClicks(field(wizard, QPlainTextEdit, "typed_words"), desks.words)
    for _step in ("recovery", "backup", "policies"):
        go_on(qtbot, wizard)
    assert wizard.step == "agencies"
    press(qtbot, wizard, "add-agency")
    settle(qtbot)
    yield wizard
    for desk in opened:
        desk.close()


def test_opening_the_desk_keeps_the_team_that_is_being_typed(qtbot, wizard):
    write(qtbot, wizard, "name", "Northtown Adult Social Care")
    field(wizard, QComboBox, "kind").setCurrentIndex(2)
    write(qtbot, wizard, "phone", "01632 960150")

    with qtbot.waitSignal(wizard.opened) as opened:
        press(qtbot, wizard, "next")

    names = [agency.name for agency in opened.args[0].agencies.list()]
    assert names == ["Northtown Adult Social Care"]


def test_a_team_without_its_kind_holds_the_door_open_and_says_so(qtbot, wizard):
    write(qtbot, wizard, "name", "Northtown Adult Social Care")

    with qtbot.assertNotEmitted(wizard.opened):
        go_on(qtbot, wizard)

    assert wizard.step == "agencies"
    assert field(wizard, QLineEdit, "name").text() == "Northtown Adult Social Care"


def test_a_team_that_was_not_begun_stops_nobody(qtbot, wizard):
    with qtbot.waitSignal(wizard.opened):
        press(qtbot, wizard, "next")


def test_the_rest_may_wait_once_somebody_says_that_the_team_may_go(qtbot, wizard, asker):
    write(qtbot, wizard, "name", "Northtown Adult Social Care")
    asker.answers.extend([False, True])

    with qtbot.assertNotEmitted(wizard.opened):
        press(qtbot, wizard, "save-and-close")
    with qtbot.waitSignal(wizard.opened):
        press(qtbot, wizard, "save-and-close")


def begun(desk):
    return [one.draft.agency.name for one in desk.unsaved.begun("agency")]


def test_whatever_is_typed_is_saved_before_the_window_closes(qtbot, wizard):
    write(qtbot, wizard, "name", "Northtown Adult Social Care")
    press(qtbot, wizard, "back")
    write(qtbot, wizard, "appropriate_policy.reference", "SOP 7")
    press(qtbot, wizard, "back")
    assert wizard.step == "backup"

    closed = []
    wizard.save_all(lambda: closed.append(True))

    desk = wizard._opened()
    assert closed == [True]
    assert begun(desk) == ["Northtown Adult Social Care"]
    assert desk.setup.practice().appropriate_policy.reference == "SOP 7"


def test_the_rest_that_waits_is_kept_as_it_was_typed(qtbot, wizard, asker):
    write(qtbot, wizard, "name", "Northtown Adult Social Care")
    asker.answers.append(True)

    with qtbot.waitSignal(wizard.opened) as opened:
        press(qtbot, wizard, "save-and-close")

    assert begun(opened.args[0]) == ["Northtown Adult Social Care"]


def test_before_there_is_a_store_closing_waits_for_nothing(qtbot, tmp_path, clock, runner, asker):
    wizard = new_wizard(tmp_path / "store", clock, Desks(clock), runner, asker, Printers())
    qtbot.addWidget(wizard)
    closed = []

    wizard.save_all(lambda: closed.append(True))

    assert closed == [True]
    assert not (tmp_path / "store").exists()


def test_a_team_that_is_not_there_yet_is_not_left_as_it_was(wizard):
    assert field(wizard, QPushButton, "leave-agency").text() == "Do not add it"
