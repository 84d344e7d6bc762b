"""The right side of Today: drafts to continue, the number of the hour, how the store does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.entries import FLOW_WORDS
from sgdesk.domain.freshness import late_words
from sgdesk.services.views import DraftLine, RightNumber, StoreState
from sgdesk.text import _, read_moment
from ui.kit.cards import Card, Notice, button, words
from ui.kit.layout import Gap, clear, column

_MOST = 5
_FLOW_WORDS = {
    "record": "Record a concern",
    "share": "Share information",
    "call": "Telephone call",
    "police": "Police contact",
    "emergency": "Emergency",
    "file": "Photo or file",
    "agency": "Agency",
    "agency-check": "Check of an agency",
    "practice": "Settings: practice and policies",
    "files-rule": "Settings: photos and files",
    "guidance-reason": "Settings: guidance",
    **FLOW_WORDS,
}


class DraftsCard(Card):
    """Pick up where you left off; hidden while there is nothing to pick up."""

    draft_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Pick up where you left off"))
        self._place: QVBoxLayout = column(gap=Gap.NORMAL)
        self.body.addLayout(self._place)
        self.hide()

    def show_drafts(self, drafts: Sequence[DraftLine]) -> None:
        """Show the newest of these drafts, and all that no concern's page could bring back."""
        clear(self._place)
        self.setVisible(bool(drafts))
        shown = [one for at, one in enumerate(drafts) if at < _MOST or one.concern_id is None]
        for draft in shown:
            self._place.addWidget(self._entry(draft))
        if rest := len(drafts) - len(shown):
            text = _("{count} more: each stands on its concern's page.")
            self._place.addWidget(words(text.format(count=rest), "hint"))

    def _entry(self, draft: DraftLine) -> QWidget:
        entry = QWidget()
        layout = column(entry, Gap.TIGHT)
        flow = _(_FLOW_WORDS[draft.flow])
        layout.addWidget(words(flow, "label"))
        if draft.reference:
            layout.addWidget(words(draft.reference))
        saved = _("Saved {when}").format(when=read_moment(draft.saved_at))
        layout.addWidget(words(saved, "hint"))
        go_on = button(_("Continue"), "small", f"draft:{draft.flow}:{draft.reference}")
        name = _("Continue: {flow}, {reference}").format(
            flow=flow, reference=draft.reference or saved
        )
        go_on.setAccessibleName(name)
        go_on.clicked.connect(lambda: self.draft_asked.emit(draft))
        layout.addWidget(go_on, 0, Qt.AlignmentFlag.AlignLeft)
        return entry


class PortalCard(Card):
    """The number that is right at this hour, for each front door, and which are late."""

    agency_asked = Signal()
    check_asked = Signal()
    call_asked = Signal()

    def __init__(self) -> None:
        hint = _("Telephone the duty team, then send a follow-up record.")
        super().__init__(_("If a portal is down"), hint)
        down = button(_("A portal is down"), name="portal-down")
        down.clicked.connect(self.call_asked)
        self.body.addWidget(down, 0, Qt.AlignmentFlag.AlignLeft)
        self._place: QVBoxLayout = column(gap=Gap.NORMAL)
        self.body.addLayout(self._place)

    def show_numbers(self, numbers: Sequence[RightNumber], late: Sequence[str] = ()) -> None:
        """Show these numbers, or where to add the first; `late` names teams to be checked."""
        clear(self._place)
        if late:
            notice = Notice(late_words(late), kind="due")
            notice.add_link("check-agencies", _("Check them"))
            notice.linked.connect(self.check_asked)
            self._place.addWidget(notice)
        for number in numbers:
            self._place.addWidget(_number(number))
        if not numbers:
            self._place.addWidget(words(_("No team is in your directory yet.")))
            add = button(_("Add the duty team"), "small", "add-agency")
            add.clicked.connect(self.agency_asked)
            self._place.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)


class StoreCard(Card):
    """How the store does, and what somebody should act on."""

    def __init__(self) -> None:
        super().__init__(_("Store"))
        self._place: QVBoxLayout = column(gap=Gap.SMALL)
        self.body.addLayout(self._place)

    def show_state(self, state: StoreState) -> None:
        """Show this state."""
        clear(self._place)
        for text in (state.backup, state.chain):
            self._place.addWidget(words(text, "hint"))
        for warning in state.warnings:
            self._place.addWidget(Notice(warning, kind="due"))


def _number(number: RightNumber) -> QWidget:
    entry = QWidget()
    layout = column(entry, Gap.NONE)
    layout.addWidget(words(number.agency, "label"))
    layout.addWidget(words(number.number, "heading"))
    for text in filter(None, (number.when, number.other, number.checked)):
        layout.addWidget(words(text, "hint"))
    return entry
