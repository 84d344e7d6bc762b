"""A wizard over a real desk, and a person who has a keyboard and nothing else."""

from datetime import date, time

import msgspec
from gui_support import finish_pages
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import FgmScreen, Presentation, Urgency
from sgdesk.domain.facts.kinds import Injury, Saying
from sgdesk.domain.facts.marks import placed
from sgdesk.domain.maps import place_named
from sgdesk.domain.practice import Episode
from sgdesk.ids import new_id
from ui.record.wizard import RecordWizard

FRIDAY = date(2026, 11, 20)


def begun(desk):
    """Return a draft whose first two pages are answered."""
    draft = desk.concerns.begin()
    draft.urgency = Urgency(
        immediate_danger=YesNo.NO, episode=Episode.NHS, about_colleague=YesNo.NO,
        fgm=FgmScreen.NOT_RAISED, summary="Marks and decay.",
    )  # fmt: skip
    draft.person = msgspec.structs.replace(
        draft.person, name="Mia Thornton", born=date(2020, 2, 14)
    )
    draft.presentation = Presentation(presented_on=FRIDAY, presented_at=time(9, 38))
    return draft


def bruise(desk, place="left-cheek", view="child-front", **changes):
    """Return a bruise at a place of a map."""
    values = {"mark": "bruise", "noticed_by": "A. Rahman", "noticed_on": FRIDAY}
    mark = Injury(id=new_id(), **(values | changes))
    body = desk.maps[view]
    return placed(mark, body, *place_named(body, place).centre)


def said(speaker, words, at, **changes):
    """Return an explanation heard that Friday."""
    values = {"is_explanation": True, "noticed_on": FRIDAY, "noticed_at": at}
    return Saying(id=new_id(), speaker=speaker, words=words, **(values | changes))


def written(desk, facts):
    """Return facts as the store has them after their first save: written down now."""
    return [msgspec.structs.replace(fact, recorded_at=desk.clock.now()) for fact in facts]


def shown_wizard(qtbot, desk, runner, asker, draft, step="urgency", size=(1366, 768)):
    """Show the wizard over a draft at one step."""
    wizard = RecordWizard(desk, draft, runner, asker)
    qtbot.addWidget(wizard)
    wizard.resize(*size)
    with qtbot.waitExposed(wizard):
        wizard.show()
    wizard.activateWindow()
    wizard.start(step)
    finish_pages(wizard)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return wizard


def show(wizard, step):
    """Turn to a step, and return its page with everything on it."""
    wizard.frame.show_step(step)
    finish_pages(wizard)
    return wizard.frame.page


def texts(page):
    """Return all words that can be seen on a page."""
    finish_pages(page)
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


class Keyboard:
    """Types where the focus is."""

    def __init__(self, window):
        self.window = window

    @property
    def at(self):
        """The widget that has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window.windowHandle(), key, modifier)
        QApplication.processEvents()

    def write(self, text):
        """Type letters into the window, so that an open list of suggestions sees them too."""
        for letter in text:
            QTest.keyClick(self.window.windowHandle(), letter)

    def type(self, text):
        """Replace what is in the field with this text, and go on to the next field."""
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.press(Qt.Key.Key_Delete)
        self.write(text)
        self.tab()

    def tab(self, times=1):
        for _time in range(times):
            self.press(Qt.Key.Key_Tab)

    def choose(self, text):
        """Choose an entry of the list that has the focus by its first letters."""
        self.write(text)
        QApplication.processEvents()

    def tab_to(self, name):
        """Press Tab until a widget whose name ends like this has the focus."""
        first, met = self.at, []
        for _step in range(400):
            if self.at.objectName().endswith(name):
                return
            met.append(self.at.objectName())
            self.tab()
            assert self.at is not first, f"Tab never comes to {name}, only to {met}"
        raise AssertionError(f"Tab never comes to {name}, only to {met}")

    def push(self, name):
        """Go to a button by Tab, and press it."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Space)

    def type_and_enter(self, text):
        """Type into a line and press Return."""
        self.write(text)
        self.press(Qt.Key.Key_Return)
