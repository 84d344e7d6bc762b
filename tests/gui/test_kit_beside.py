"""Fields beside each other stand level, whichever of them has a hint."""

import msgspec
import pytest
from gui_support import field
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit

from ui.kit.binding import DraftHolder
from ui.kit.form import Form


class _Draft(msgspec.Struct):
    one: str = ""
    other: str = ""


@pytest.fixture
def form(qtbot):
    form = Form(DraftHolder(_Draft()))
    with form.card(), form.beside() as form.place:
        form.line("one", "Where they are now", "At this moment, as far as you know.")
    form.load()
    qtbot.addWidget(form)
    form.resize(900, 300)
    form.show()
    qtbot.waitExposed(form)
    with form.more_beside(form.place):
        form.line("other", "With whom")
    form.load_new()
    return form


def _tops(form):
    fields = [field(form, QLineEdit, name) for name in ("one", "other")]
    return [one.mapTo(form, QPoint()).y() for one in fields]


def test_fields_beside_each_other_stand_level(qtbot, form):
    qtbot.waitUntil(lambda: len(set(_tops(form))) == 1, timeout=1_000)


def test_below_each_other_no_room_is_left_above_a_field(qtbot, form):
    qtbot.waitUntil(lambda: len(set(_tops(form))) == 1, timeout=1_000)
    form.resize(200, 500)

    box = field(form, QLineEdit, "other")
    question = form.question("other")
    qtbot.waitUntil(
        lambda: box.mapTo(question, QPoint()).y() == question.height_above(question.width()),
        timeout=1_000,
    )
