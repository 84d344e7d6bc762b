"""What a form of the directory says about its draft: when it was saved, and whether it may go."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout

from sgdesk.text import _, read_time, to_london
from ui.kit.cards import Notice
from ui.kit.layout import clear


def saved_words(at: datetime) -> str:
    """Return when a draft was saved, and that it holds nowhere yet."""
    when = read_time(to_london(at).time())
    return _("Saved {when}. It is not in the directory yet.").format(when=when)


def ask_to_throw_away(place: QVBoxLayout, throw_away: Callable[[], None]) -> Notice:
    """Ask in this place whether what was typed may go."""

    def on_answered(answer: str) -> None:
        clear(place)
        if answer == "really-leave":
            throw_away()

    clear(place)
    notice = Notice(_("What you typed is not kept, and cannot be brought back."), kind="due")
    notice.add_link("really-leave", _("Throw it away"))
    notice.add_link("keep-writing", _("Keep writing"))
    notice.linked.connect(on_answered)
    place.addWidget(notice)
    return notice
