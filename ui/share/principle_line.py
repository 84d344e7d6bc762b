"""One Caldicott principle: answered elsewhere, answered on a page ahead, or asked here."""

from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.lawful import Blocks, CaldicottPrinciple
from sgdesk.domain.sharing.decision import SharingDraft
from sgdesk.domain.sharing.principles import answer, answered_by
from sgdesk.text import _
from ui.kit.cards import button, tag, words
from ui.kit.layout import Gap, column, row
from ui.kit.theme import mark
from ui.share.case import ShareCase

_BEFORE = ("purpose", "consent", "basis", "necessary")


class PrinciplesHolder:
    """Holds what was typed for each principle, by its number as text."""

    def __init__(self, draft: SharingDraft) -> None:
        self._draft = draft

    def has(self, field: str) -> bool:
        """Say whether that is a principle's number."""
        return field.isdecimal()

    def get(self, field: str) -> Any:
        """Return what was typed for a principle."""
        return self._draft.necessity.principles.get(field, "")

    def put(self, field: str, value: Any) -> None:
        """Keep what was typed for a principle."""
        typed = self._draft.necessity.principles | {field: value}
        self._draft.necessity = msgspec.structs.replace(self._draft.necessity, principles=typed)


class PrincipleLine(QWidget):
    """A principle's title, where it stands, and its answer. `add_asked`: a sentence is wanted."""

    add_asked = Signal()

    def __init__(self, case: ShareCase, principle: CaldicottPrinciple) -> None:
        super().__init__()
        self.principle = principle
        self._case = case
        self._adds = False
        layout = column(self, Gap.TIGHT)
        top = row(gap=Gap.SMALL)
        title = f"{principle.number}. {principle.title}"
        top.addWidget(words(title, "strong"), 1)
        self._state = tag("")
        top.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top)
        bottom = row(gap=Gap.SMALL)
        self._said = words("")
        bottom.addWidget(self._said, 1)
        self._add = button(_("Add a sentence"), "link-small", f"principle.{principle.number}.add")
        self._add.setAccessibleName(_("Add a sentence: {title}").format(title=title))
        self._add.clicked.connect(self._on_add)
        bottom.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(bottom)

    def is_asking(self) -> bool:
        """Say whether the question is asked on this page."""
        return not self.isHidden() and (self._adds or self._is_typed() or self._asks())

    def refresh(self, is_wanted: bool) -> None:
        """Show whether this decision must answer the principle, and with what it does."""
        self.setVisible(is_wanted)
        said = self._answer()
        blocks = self.principle.blocks is not Blocks.PROMPT
        is_open = self._is_open() and (blocks or not self._is_typed())
        later = not said and not is_open and not self._is_typed()
        shows_where = later or (is_open and not self._asks())
        self._said.setText(said or (self._where(is_open) if shows_where else ""))
        self._said.setVisible(bool(self._said.text()))
        self._add.setHidden(self.is_asking())
        self._state.setText(_("Open") if is_open else _("Later") if later else _("Answered"))
        mark(self._state, "tag-due" if is_open else "tag-quiet" if later else "tag-ok")

    def _where(self, is_open: bool) -> str:
        path = self._case.flow.path(self._case.draft)
        titles = [_(step.title) for step in path if step.id == self._page()]
        if not titles:
            return self.principle.question if is_open else ""
        where = _("Answered on the page “{title}”.").format(title=titles[0])
        if self._page() == "necessary":
            where = _("Answered above on this page.")
        return f"{self.principle.question} {where}" if is_open else where

    def _page(self) -> str:
        return answered_by(self.principle.number, self._case.draft)

    def _on_add(self) -> None:
        self._adds = True
        self._add.hide()
        self.add_asked.emit()

    def _is_open(self) -> bool:
        return not self._answer() and self._page() in ("", *_BEFORE)

    def _asks(self) -> bool:
        # What blocks is put right where it is asked; a prompt may be answered here as well.
        is_prompt = self.principle.blocks is Blocks.PROMPT and self._page() != "necessary"
        return is_prompt and self._is_open()

    def _is_typed(self) -> bool:
        typed = self._case.draft.necessity.principles
        return bool(typed.get(str(self.principle.number), "").strip())

    def _answer(self) -> str:
        case = self._case
        return answer(self.principle.number, case.draft, case.concern, case.practice, case.guidance)
