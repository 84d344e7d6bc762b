"""Set-up over an empty folder, with quick keys, and what somebody types into it."""

from gui_support import field, press
from PySide6.QtWidgets import QLineEdit
from window_support import settle

from sgdesk.bootstrap import LockedDesk
from sgdesk.services.setup import PreparedDesk
from sgdesk.vault.keychain import NoKeychain
from sgdesk.vault.keys import Cost
from ui.agencies.editor import AgencyEditor
from ui.setup.founding import Founding
from ui.setup.wizard import SetupWizard

QUICK = Cost(m_kib=64, t=1, p=1)
LEAD = "a quiet river bends twice"
DEPUTY = "seven lamps near the weir"


class Desks:
    """Makes quick keys, and remembers what was prepared and opened."""

    def __init__(self, clock):
        self.clock = clock
        self.prepared = []

    def prepare(self, practice, people):
        self.prepared.append(PreparedDesk(practice, people, QUICK))
        return self.prepared[-1]

    def open_locked(self, folder):
        return LockedDesk(folder, self.clock, NoKeychain(), demo=False)

    @property
    def words(self):
        return " ".join(self.prepared[-1].sheet.words)


def new_wizard(folder, clock, desks, runner, asker, printers):
    """Return set-up for that folder."""
    founding = Founding(clock, desks.prepare, desks.open_locked)
    return SetupWizard(
        folder, founding, runner, asker, printers, lambda desk: AgencyEditor(desk, runner)
    )


def write(qtbot, wizard, name, text):
    line = field(wizard, QLineEdit, name)
    line.clear()
    line.setFocus()
    qtbot.keyClicks(line, text)


def go_on(qtbot, wizard):
    settle(qtbot)
    press(qtbot, wizard, "next")
    settle(qtbot)


def fill_practice(qtbot, wizard):
    write(qtbot, wizard, "practice.name", "Riverside Dental Practice")
    press(qtbot, wizard, "practice.nation=england")
    press(qtbot, wizard, "practice.status=mixed-dental")
    write(qtbot, wizard, "practice.authority", "Northtown")
    go_on(qtbot, wizard)


def fill_person(qtbot, wizard, who, name, passphrase):
    write(qtbot, wizard, f"{who}.name", name)
    write(qtbot, wizard, f"{who}.profession", "dentist")
    write(qtbot, wizard, f"{who}.passphrase", passphrase)
    write(qtbot, wizard, f"{who}.passphrase_again", passphrase)


def to_recovery(qtbot, wizard):
    fill_practice(qtbot, wizard)
    fill_person(qtbot, wizard, "lead", "Asha Rahman", LEAD)
    go_on(qtbot, wizard)
    press(qtbot, wizard, "has_deputy=no")
    go_on(qtbot, wizard)
    go_on(qtbot, wizard)
    assert wizard.step == "recovery"
