"""Letting go of a wizard of a thousand widgets page by page, so that the window never stalls."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from shiboken6 import delete

if TYPE_CHECKING:
    from ui.kit.step_page import StepPage
    from ui.main_window.wizards import Wizard

# What comes instead is shown first, and painted between the pages.
_BETWEEN_MS = 20


def put_away(wizard: "Wizard") -> None:
    """Hide a wizard and delete it, one page after the other."""
    # Loaded with the wizard, long after the window was shown.
    from ui.kit.step_page import StepPage

    wizard.hide()
    pages = wizard.findChildren(StepPage)
    for page in pages:
        page.pause()
    _go_on(wizard, pages)


def _go_on(wizard: "Wizard", pages: "list[StepPage]") -> None:
    def take_next() -> None:
        if pages:
            delete(pages.pop())
            _go_on(wizard, pages)
        else:
            wizard.deleteLater()

    QTimer.singleShot(_BETWEEN_MS, wizard, take_next)
