"""Emergency by keyboard alone: written, recorded and on paper in under a minute of keys."""

import pytest
from PySide6.QtCore import Qt

from sgdesk.domain.paper import PaperKind
from sgdesk.services.demonstration import demonstration_passphrases
from ui.main_window.places import Place

# Slow typing under stress: two keys a second leave 120 keys in a minute.
MOST_KEYS = 120
WHAT = "Father took her arm hard and left with her at 10:40."


@pytest.fixture
def keyboard(start, demo_folder):
    """The demonstration practice, unlocked, and no key counted yet."""
    hand = start(demo_folder)
    hand.unlock(demonstration_passphrases()[0][1])
    hand.keys = 0
    return hand


def test_what_happened_is_on_paper_within_a_minute_of_keys(keyboard):
    window = keyboard.window
    keyboard.push("emergency")
    page = window.page(Place.EMERGENCY)
    keyboard.heading("Emergency")
    keyboard.tab_to("what")
    keyboard.write(WHAT)
    keyboard._tab_until(lambda one: one.objectName() == "record" and page.isAncestorOf(one), "it")
    keyboard.press(Qt.Key.Key_Space)

    keyboard.heading("Emergency record")
    keyboard.hold(Qt.Key.Key_P)
    assert keyboard.keys <= MOST_KEYS
    made = window.page(Place.PAPER)._made
    assert made.paper.kind is PaperKind.EMERGENCY
    keyboard.go_to("today", "Today")
    keyboard.says("Complete the record")
