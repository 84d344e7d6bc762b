"""Letting go of a wizard of a thousand widgets piece by piece, so that the window never stalls."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ui.kit.letting_go import go_later

if TYPE_CHECKING:
    from ui.main_window.wizards import Wizard

# What comes instead is shown and painted first.
_AFTER_MS = 300


def put_away(wizard: "Wizard") -> None:
    """Hide a wizard, and let go of it once the page behind it is shown."""
    # Loaded with the wizard, long after the window was shown.
    from ui.kit.step_page import StepPage

    wizard.hide()
    for page in wizard.findChildren(StepPage):
        page.pause()
    QTimer.singleShot(_AFTER_MS, wizard, lambda: go_later(wizard))
