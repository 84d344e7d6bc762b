"""The pack as blocks of text for their portal, each with a button that copies it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from sgdesk.domain.agency_lines import PortalBox, parse_boxes
from sgdesk.domain.already_told import AlreadyTold, top_words
from sgdesk.domain.portal_boxes import PortalPart, laid_out
from sgdesk.domain.recipients import Family
from sgdesk.domain.sharing.portal_blocks import portal_blocks
from sgdesk.domain.withdrawal import taken_back_words
from sgdesk.errors import UserError
from sgdesk.text import _
from ui.kit.cards import Card, Notice, button, words
from ui.kit.layout import Gap, clear, column, row
from ui.share.case import ShareCase


class PortalCard(Card):
    """Copies part by part; the clipboard never holds more than one of them.

    The lines are there once all `pieces` were called. `show_told` puts on top what a later entry
    begins with, so that nobody takes it for a second referral.
    """

    def __init__(self, case: ShareCase) -> None:
        super().__init__(
            _("Copy into their portal"),
            _("Part by part, each within its limit. Counted as portals count: a line break is two"
              " characters. What is too long is cut between sentences, in numbered parts."),
        )  # fmt: skip
        self._case = case
        self._copied: list[QPushButton] = []
        self._top = column(gap=Gap.SMALL)
        self.body.addLayout(self._top)
        self._rows = column(gap=Gap.SMALL)
        self.body.addLayout(self._rows)
        kinds = {one.id: one.family for one in case.desk.recipients}
        family = kinds.get(case.draft.recipient.kind, Family.NAMES)
        blocks = portal_blocks(case.draft, case.concern, case.guidance, family)
        parts = laid_out(blocks, _boxes(case))
        self.pieces: tuple[Callable[[], None], ...] = tuple(
            partial(self._add_line, number, part) for number, part in enumerate(parts, 1)
        )

    def show_told(self, told: AlreadyTold, withdrawn: Sequence[tuple[str, str]] = ()) -> None:
        """Show what stands on top of a later entry, or nothing. `withdrawn` names what they were
        told before and what stands no longer."""
        clear(self._top)
        if text := top_words(told, self._case.concern.reference):
            notice = Notice(
                _("They know of this already. When their portal is back, begin the entry with"
                  " this."),
                kind="due",
            )  # fmt: skip
            self._top.addWidget(notice)
            self._top.addWidget(self._line("copy:top", _("On top of the entry"), text, ""))
        if text := taken_back_words(withdrawn, "\n"):
            title = _("Withdrawn since we told you")
            self._top.addWidget(self._line("copy:withdrawn", title, text, ""))

    def _add_line(self, number: int, part: PortalPart) -> None:
        if not part.text:
            self._rows.addWidget(_empty_box(part))
            return
        length = _("{count} of {limit} characters").format(
            count=f"{part.length:,}", limit=f"{part.limit:,}"
        )
        self._rows.addWidget(self._line(f"copy:{number}", part_title(part), part.text, length))

    def _line(self, name: str, title: str, text: str, length: str) -> QWidget:
        line = QWidget()
        layout = row(line, Gap.NORMAL)
        layout.addWidget(words(title, "strong"), 2)
        layout.addWidget(words(length or text, "hint"), 1 if length else 3)
        press = button(_("Copy"), "small", name)
        press.setAccessibleName(
            _("Copy: {title}, {length}").format(title=title, length=length or text)
        )
        press.setToolTip(text)
        press.clicked.connect(lambda: self._on_copy(press, title, text))
        layout.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_copy(self, press: QPushButton, title: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        for earlier in self._copied:
            earlier.setText(_("Copy again"))
        press.setText(_("Copied"))
        press.setAccessibleName(_("Copied: {title}").format(title=title))
        self._copied = [press]


def part_title(part: PortalPart) -> str:
    """Return what a part is, which of how many, and what the portal calls its box."""
    title = part.title
    if part.count > 1:
        title = _("{title} ({number} of {count})").format(
            title=title, number=part.at, count=part.count
        )
    if part.box and part.box.casefold() != part.title.casefold():
        return _("{title}: their box “{box}”").format(title=title, box=part.box)
    return title


def _empty_box(part: PortalPart) -> QWidget:
    line = QWidget()
    layout = row(line, Gap.NORMAL)
    layout.addWidget(words(_("Their box “{box}”").format(box=part.box), "strong"), 2)
    text = _("Nothing of ours is called so. Type what they ask, or leave it empty.")
    layout.addWidget(words(text, "hint"), 3)
    return line


def _boxes(case: ShareCase) -> Sequence[PortalBox]:
    try:
        return parse_boxes(case.agency.boxes) if case.agency else ()
    except UserError:  # an entry from outside must not take the way to copy away
        return ()
