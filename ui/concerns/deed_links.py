"""The ways to amend one entry of a signed record, or to withdraw it as a whole."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sgdesk.domain.withdrawal import Deed
from sgdesk.text import _
from ui.kit.cards import button
from ui.kit.layout import Gap, column

_WORDS = {
    Deed.AMEND: ("Amend", "Amend: {what}"),
    Deed.WITHDRAW: ("Withdraw", "Withdraw the whole entry: {what}"),
    Deed.BRING_BACK: ("Let it stand again", "Let it stand again: {what}"),
}


def deed_links(
    entry_id: str, what: str, chosen: Callable[[Deed], None], deeds: Iterable[Deed]
) -> QWidget:
    """Return a link for each deed, one below another; `chosen` is called with the one pressed."""
    links = QWidget()
    layout = column(links, Gap.NONE)
    for deed in deeds:
        text, name = _WORDS[deed]
        link = button(_(text), "link-small", f"{deed}:{entry_id}")
        link.setAccessibleName(_(name).format(what=what))
        link.clicked.connect(lambda _checked=False, one=deed: chosen(one))
        layout.addWidget(link, 0, Qt.AlignmentFlag.AlignRight)
    return links
