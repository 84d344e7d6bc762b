"""Asks once more before what was typed is thrown away."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from sgdesk.text import _
from ui.kit.cards import Notice
from ui.kit.layout import clear


def ask_to_throw_away(place: QVBoxLayout, throw_away: Callable[[], None]) -> Notice:
    """Ask in this place whether what was typed may go, with the focus on that it stays."""

    def on_answered(answer: str) -> None:
        clear(place)
        if answer == "really-drop":
            throw_away()

    clear(place)
    notice = Notice(_("What you typed is not kept, and cannot be brought back."), kind="due")
    notice.add_link("really-drop", _("Throw it away"))
    keep = notice.add_link("keep-writing", _("Keep it"))
    notice.linked.connect(on_answered)
    place.addWidget(notice)
    notice.show()  # what is not in sight yet takes no focus
    keep.setFocus()
    return notice
