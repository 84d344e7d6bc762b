"""S2 and S3 are recorded by keyboard alone, from the first page to the signature."""

from datetime import date, time

import pytest
from gui_support import finish_pages
from PySide6.QtCore import Qt
from record_support import FRIDAY, Keyboard, shown_wizard

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import FgmScreen
from sgdesk.domain.facts.kinds import Need, Saying
from sgdesk.domain.people import PersonKind

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")

RIGHT, DOWN = Qt.Key.Key_Right, Qt.Key.Key_Down


@pytest.fixture
def wizard(qtbot, desk, runner, asker):
    return shown_wizard(qtbot, desk, runner, asker, desk.concerns.begin())


def choose(keyboard, name, *keys):
    """Go to a group of radio buttons, and from its first one on by these keys."""
    keyboard.tab_to(name)
    keyboard.press(Qt.Key.Key_Space)
    for key in keys:
        keyboard.press(key)


def go_on(wizard, keyboard):
    before = wizard.frame.step
    keyboard.push("next")
    finish_pages(wizard)
    assert wizard.frame.step != before, wizard.frame.page.wrong()


def to_end(wizard, keyboard):
    while wizard.frame.step != "check":
        go_on(wizard, keyboard)


def test_s3_is_recorded_and_signed_by_keyboard_alone(qtbot, wizard, asker):
    keyboard = Keyboard(wizard)
    choose(keyboard, "immediate_danger=yes", RIGHT)
    choose(keyboard, "episode=nhs")
    choose(keyboard, "about_colleague=yes", RIGHT)
    choose(keyboard, "fgm=not-raised", DOWN)
    keyboard.tab_to("urgency.summary")
    keyboard.type("She told us that she was cut when she was six.")
    go_on(wizard, keyboard)
    keyboard.tab_to("person.name")
    keyboard.type("Amina Kamara")
    keyboard.tab_to("person.born")
    keyboard.type("9 8 2011")
    keyboard.tab_to("person.nhs_number")
    keyboard.type("999 123 4039")
    keyboard.type("30 Mill Road")
    keyboard.type("ZZ99 2QC")
    go_on(wizard, keyboard)
    keyboard.push("add-several")
    keyboard.write("Sira Kamara, sister, 9")
    keyboard.push("several-add")
    keyboard.tab_to("contact.never_reach")
    keyboard.type("Her mother must not be rung.")
    go_on(wizard, keyboard)
    go_on(wizard, keyboard)
    keyboard.push("add-saying")
    keyboard.type("Amina Kamara")
    keyboard.tab_to(".words")
    keyboard.type("They cut me when I was six, before we came here.")
    keyboard.tab_to(".noticed_by")
    for text in ("L. Byrne", "20 11 2026", "16:20"):
        keyboard.type(text)
    to_end(wizard, keyboard)
    asker.answers = [True]
    with qtbot.waitSignal(wizard.signed) as signed:
        keyboard.push("next")

    [concern] = signed.args
    assert concern.urgency.fgm is FgmScreen.TOLD_BY_HER
    assert concern.urgency.immediate_danger is YesNo.NO
    assert (concern.person.name, concern.person.born) == ("Amina Kamara", date(2011, 8, 9))
    assert [(one.name, one.born_typed, one.is_child) for one in concern.relations] == [
        ("Sira Kamara", "9 years", True)
    ]
    [saying] = concern.facts
    assert (saying.noticed_by, saying.noticed_on, saying.noticed_at) == (
        "L. Byrne", FRIDAY, time(16, 20)
    )  # fmt: skip


def test_s2_is_recorded_and_signed_by_keyboard_alone(qtbot, wizard, asker):
    keyboard = Keyboard(wizard)
    choose(keyboard, "immediate_danger=yes", RIGHT)
    choose(keyboard, "kind=child", DOWN)
    choose(keyboard, "episode=nhs")
    choose(keyboard, "about_colleague=yes", RIGHT)
    keyboard.tab_to("urgency.summary")
    keyboard.type("She could not go to the scan.")
    go_on(wizard, keyboard)
    keyboard.tab_to("person.name")
    keyboard.type("Rosa Pereira")
    keyboard.tab_to("person.born")
    keyboard.type("3 5 1999")
    keyboard.tab_to("person.expected")
    keyboard.type("31 1 2027")
    go_on(wizard, keyboard)
    keyboard.push("add-relation")
    keyboard.type("Dean Hall")
    keyboard.type("Partner")
    keyboard.push(".alleged_source")
    keyboard.tab_to(".access")
    keyboard.type("Lives with her")
    keyboard.tab_to("contact.name")
    keyboard.type("Her sister")
    keyboard.tab_to("contact.times")
    keyboard.type("Weekdays")
    go_on(wizard, keyboard)
    go_on(wizard, keyboard)
    keyboard.push("add-saying")
    keyboard.type("Rosa Pereira")
    keyboard.tab_to(".words")
    keyboard.type("He took my car keys so I couldn't go to the scan.")
    for _page in ("chronology", "context", "needs"):
        go_on(wizard, keyboard)
    keyboard.push("add-safety-net")
    keyboard.type("Whom to ring at night")
    keyboard.type("Rosa Pereira")
    to_end(wizard, keyboard)
    asker.answers = [True]
    with qtbot.waitSignal(wizard.signed) as signed:
        keyboard.push("next")

    [concern] = signed.args
    assert (concern.person.kind, concern.person.expected) == (
        PersonKind.UNBORN, date(2027, 1, 31)
    )  # fmt: skip
    assert concern.urgency.immediate_danger is YesNo.NO
    assert [(one.name, one.alleged_source, one.access) for one in concern.relations] == [
        ("Dean Hall", True, "Lives with her")
    ]
    assert concern.contact.name == "Her sister"
    said, advice = concern.facts
    assert isinstance(said, Saying)
    assert isinstance(advice, Need)
    assert (advice.text, advice.to_whom) == ("Whom to ring at night", "Rosa Pereira")
