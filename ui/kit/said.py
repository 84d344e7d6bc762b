"""What a part of the window tells of what was done in it: one sentence, in place of the last."""

from PySide6.QtWidgets import QLayout

from ui.kit.cards import Notice
from ui.kit.layout import clear


def say_in(place: QLayout, text: str, kind: str, name: str = "said") -> Notice:
    """Tell something in a place that is kept for it: ok, info, due or overdue."""
    clear(place)
    notice = Notice(text, kind=kind)
    notice.setObjectName(name)
    notice.setAccessibleName(text)
    place.addWidget(notice)
    return notice
