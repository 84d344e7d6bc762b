"""Set-up, with what it needs of the rest of the program."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk, open_locked
from sgdesk.clock import Clock, SystemClock
from sgdesk.services.front_door import prepared_desk
from ui.agencies.editor import AgencyEditor
from ui.kit.ask import Asker
from ui.kit.printing import system_print_service
from ui.kit.tasks import Runner
from ui.setup.founding import Founding
from ui.setup.wizard import SetupWizard


def new_setup(
    proposed: Path, runner: Runner, asker: Asker, clock: Clock | None = None
) -> SetupWizard:
    """Return the set-up of a desk whose records shall live in the proposed folder."""

    def new_editor(desk: Desk) -> QWidget:
        return AgencyEditor(desk, runner)

    founding = Founding(
        clock or SystemClock(), prepared_desk, lambda folder: open_locked(folder, clock)
    )
    return SetupWizard(proposed, founding, runner, asker, system_print_service(), new_editor)
