"""The window with its frame lies within the screen, foot and all."""

import pytest
from PySide6.QtCore import QMargins, QSize

from ui.main_window.shell import Shell

TITLE_BAR = QMargins(2, 30, 2, 2)


@pytest.fixture
def shell(qtbot):
    shell = Shell()
    qtbot.addWidget(shell)
    # This platform draws no frames: one as a desktop puts it round every window.
    shell.frameGeometry = lambda: shell.geometry() + TITLE_BAR
    return shell


@pytest.mark.parametrize("more", [0, 500])
def test_a_window_as_large_as_the_screen_gives_way_to_its_frame(qtbot, shell, more):
    room = shell.screen().availableGeometry()

    with qtbot.waitSignal(shell.painted):
        shell.open(room.size() + QSize(more, more))

    assert shell.frameGeometry().size() == room.size()


def test_a_small_window_keeps_its_size(qtbot, shell):
    with qtbot.waitSignal(shell.painted):
        shell.open(QSize(300, 200))

    assert shell.size() == QSize(300, 200)


def test_a_size_that_somebody_has_given_it_stays(qtbot, shell):
    given = shell.screen().availableGeometry().size() + QSize(40, 10)

    with qtbot.waitSignal(shell.painted):
        shell.open(QSize(300, 200))
        shell.resize(given)

    assert shell.size() == given
