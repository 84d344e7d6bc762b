from datetime import date, time

import pytest
from gui_support import finish_pages
from PySide6.QtCore import Qt
from record_support import FRIDAY, Keyboard, begun, shown_wizard

from sgdesk.domain.answers import YesNo
from sgdesk.domain.facts.chronology import count
from sgdesk.domain.facts.kinds import Attendance, Event, EventKind, Hearing, Injury, Saying

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
APPOINTMENTS = [
    ("11 12 2025", "Exam", Attendance.ATTENDED, "Decay 54, 64, 75, 85, plan made.", ""),
    ("12 1 2026", "Emer", Attendance.ATTENDED, "Dressing on 75 broken.", ""),
    ("4 3 2026", "Trea", Attendance.NOT_BROUGHT, "", "Letter 5 Mar"),
    ("30 4 2026", "Emer", Attendance.ATTENDED, "Dressing on 75 broken again.", ""),
    ("2 6 2026", "Trea", Attendance.NOT_BROUGHT, "", "Telephone, no answer"),
    ("15 7 2026", "Trea", Attendance.CANCELLED_BY_PRACTICE, "", ""),
    ("18 8 2026", "Trea", Attendance.NOT_BROUGHT, "", "Letter, school nurse told"),
    ("7 10 2026", "Trea", Attendance.NOT_BROUGHT, "", ""),
    ("20 11 2026", "Emer", Attendance.ATTENDED, "In pain, 75 and 85. Dressing on 75 lost.", ""),
]


@pytest.fixture
def wizard(qtbot, desk, runner, asker):
    return shown_wizard(qtbot, desk, runner, asker, begun(desk), "seen")


def test_s1_is_recorded_by_keyboard_alone(wizard):
    keyboard = Keyboard(wizard)

    record_marks(keyboard)
    go_on(keyboard, "said")
    record_sayings(keyboard)
    go_on(keyboard, "chronology")
    record_chronology(keyboard)

    facts = wizard.draft.facts
    check_marks([fact for fact in facts if isinstance(fact, Injury)])
    check_sayings([fact for fact in facts if isinstance(fact, Saying)])
    check_chronology(facts)
    assert wizard.frame.step == "chronology"


def go_on(keyboard, step):
    wizard = keyboard.window
    keyboard.push("next")
    finish_pages(wizard)
    assert wizard.frame.step == step, wizard.frame.page.wrong()


def record_marks(keyboard):
    keyboard.tab_to("add-mark")
    keyboard.type_and_enter("left cheek")
    for text in ("bruise", "22", "14", "purple with a yellow edge", "oval"):
        keyboard.type(text)
    keyboard.tab_to(".skin_broken")
    keyboard.choose("No")
    keyboard.tab_to(".distance_1_mm")
    for text in ("30", "in front of the left ear lobe", "25", "below the outer corner of the eye"):
        keyboard.type(text)
    for text in ("A. Rahman", "20 11 2026", "0940"):
        keyboard.type(text)
    keyboard.tab_to("add-mark")
    keyboard.type_and_enter("left forearm, outer side")
    for text in ("bruise", "10", "10", "brown"):
        keyboard.type(text)
    keyboard.tab_to(".pattern")
    for text in ("in a row", "3"):
        keyboard.type(text)
    keyboard.tab_to(".distance_1_mm")
    for text in ("60", "above the left wrist crease"):
        keyboard.type(text)
    keyboard.tab_to(".noticed_by")
    for text in ("L. Byrne", "20 11 2026", "09:44"):
        keyboard.type(text)
    keyboard.tab_to("add-mark")
    keyboard.type_and_enter("right shoulder blade")
    keyboard.type("birthmark")
    keyboard.push(".known_mark")
    keyboard.tab_to(".known_since")
    keyboard.type("Recorded at registration")


def record_sayings(keyboard):
    for speaker, question, words, present, telephone, interpreter, by, at in (
        ("Father", "", "She fell off the trampoline on Wednesday last week.", "", False, "",
         "A. Rahman", "09:38"),
        ("Mia Thornton", "How did you hurt your face?", "Daddy gets cross when it hurts.",
         "alone with L. Byrne", False, "", "L. Byrne", "09:46"),
        ("Mother", "", "She fell at school.", "", True, "Sylheti", "A. Rahman", "10:20"),
    ):  # fmt: skip
        keyboard.push("add-saying")
        keyboard.type(speaker)
        keyboard.tab_to(".question")
        keyboard.type(question)
        keyboard.type(words)
        keyboard.push(".is_explanation")
        keyboard.tab_to(".present")
        keyboard.type(present)
        if telephone:
            keyboard.press(Qt.Key.Key_Right)
        keyboard.tab_to(".noticed_by")
        for text in (by, "20 11 2026", at):
            keyboard.type(text)
        keyboard.tab_to(".interpreter")
        keyboard.type(interpreter)


def record_chronology(keyboard):
    for day, kind, ended, text, outreach in APPOINTMENTS:
        keyboard.push("add-event")
        keyboard.type(day)
        keyboard.tab_to(".event")
        keyboard.choose(kind)
        keyboard.tab_to(".attendance")
        for _entry in range(list(Attendance).index(ended) + 1):
            keyboard.press(Qt.Key.Key_Down)
        keyboard.tab_to(".text")
        keyboard.type(text)
        keyboard.type(outreach)
    keyboard.tab_to("presentation.count_from")
    keyboard.type("11 Dec 2025")


def check_marks(marks):
    cheek, forearm, birthmark = marks
    assert (cheek.mark, cheek.place_words, cheek.view) == ("bruise", "left cheek", "child-front")
    assert (cheek.length_mm, cheek.width_mm, cheek.shape) == (22, 14, "oval")
    assert (cheek.colour, cheek.skin_broken) == ("purple with a yellow edge", YesNo.NO)
    assert (cheek.distance_1_mm, cheek.landmark_1) == (30, "in front of the left ear lobe")
    assert (cheek.distance_2_mm, cheek.noticed_by) == (25, "A. Rahman")
    assert (cheek.noticed_on, cheek.noticed_at) == (FRIDAY, time(9, 40))
    assert (forearm.count, forearm.pattern, forearm.colour) == (3, "in a row", "brown")
    assert (forearm.place, forearm.distance_1_mm) == ("left-forearm-outer", 60)
    assert (forearm.noticed_by, forearm.noticed_at) == ("L. Byrne", time(9, 44))
    assert (birthmark.known_mark, birthmark.known_since) == (True, "Recorded at registration")
    assert (birthmark.view, birthmark.place) == ("child-back", "right-shoulder-blade")


def check_sayings(sayings):
    father, mia, mother = sayings
    assert father.words == "She fell off the trampoline on Wednesday last week."
    assert (father.noticed_at, father.is_explanation) == (time(9, 38), True)
    assert (mia.question, mia.present) == ("How did you hurt your face?", "alone with L. Byrne")
    assert (mia.words, mia.noticed_by) == ("Daddy gets cross when it hurts.", "L. Byrne")
    assert (mother.hearing, mother.interpreter) == (Hearing.TELEPHONE, "Sylheti")
    assert mother.noticed_at == time(10, 20)


def check_chronology(facts):
    events = [fact for fact in facts if isinstance(fact, Event)]
    assert events[0].happened_on == date(2025, 12, 11)
    assert events[5].attendance is Attendance.CANCELLED_BY_PRACTICE
    assert (events[8].event, events[8].happened_on) == (EventKind.EMERGENCY, FRIDAY)
    assert events[2].outreach == "Letter 5 Mar"
    counted = count(facts, date(2025, 12, 11))
    assert (counted.not_brought, counted.planned) == (4, 4)
    assert (counted.cancelled_by_practice, counted.emergencies_attended) == (1, 3)
