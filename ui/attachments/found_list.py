"""What a file holds beside what is seen on it, folded away behind its count."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from sgdesk.domain.attachment import FOUND_WORDS, Found, FoundKind
from sgdesk.text import _
from ui.kit.cards import button, words
from ui.kit.layout import Gap, column


class FoundList(QWidget):
    """A sentence, and what it is about when somebody wants to see it."""

    def __init__(self, found: Sequence[Found], *, is_open: bool = False) -> None:
        super().__init__()
        self._found = tuple(found)
        layout = column(self, Gap.TIGHT)
        layout.addWidget(words(_summary(found), "hint"))
        if not found:
            return
        self._press = button("", "link-small", "found")
        self._press.clicked.connect(self._on_pressed)
        layout.addWidget(self._press, 0, Qt.AlignmentFlag.AlignLeft)
        self._list: QLabel = words("\n".join(_line(one) for one in found))
        self._list.setObjectName("found-list")
        self._list.setVisible(False)
        layout.addWidget(self._list)
        self._show(is_open)

    def _on_pressed(self) -> None:
        self._show(self._list.isHidden())

    def _show(self, shown: bool) -> None:
        self._list.setVisible(shown)
        text = _("Hide what it holds unseen") if shown else _("Show what it holds unseen")
        self._press.setText(text)
        self._press.setAccessibleName(text)


def _summary(found: Sequence[Found]) -> str:
    if not found:
        return _("It holds nothing but what is seen.")
    kinds = {one.kind for one in found}
    if FoundKind.PLACE in kinds:
        return _("It says where it was taken. That and all else unseen is left out of every copy.")
    if FoundKind.COVERED in kinds:
        return _(
            "It holds words that nobody sees on its pages, and a copy would hold them too. Do not"
            " keep it like that: print it on paper, scan that, and choose the scan."
        )
    if FoundKind.CROPPED in kinds:
        return _("Parts of its pages were cropped away, and a copy shows them. Look at it first.")
    return _("It holds more than is seen. All of that is left out of every copy that goes out.")


def _line(found: Found) -> str:
    what = _(FOUND_WORDS[found.kind])
    return _("{what}: {value}").format(what=what, value=found.value) if found.value else what
