"""Reasons that were begun and left: what the guidance part of Settings says of each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.guidance_held import GuidanceState
from sgdesk.domain.unsaved import Deed, ReasonDraft, id_of
from sgdesk.services.views import OpenDraft
from sgdesk.text import _, read_moment
from ui.kit.cards import Notice, words
from ui.kit.layout import Gap, column
from ui.kit.throwing_away import ask_to_throw_away


class BegunReasons(QWidget):
    """`wanted` carries the draft to go on with, `unwanted` the one to throw away: asked once more
    before."""

    wanted = Signal(object)
    unwanted = Signal(object)

    def __init__(
        self, begun: list[OpenDraft[ReasonDraft]], state: GuidanceState, *, may_decide: bool
    ) -> None:
        super().__init__()
        self._place: QVBoxLayout = column(self, Gap.NORMAL)
        for one in begun:
            self._add(one, can_go_on(one.draft, state) and may_decide)

    def _add(self, one: OpenDraft[ReasonDraft], can_go_on: bool) -> None:
        draft, draft_id = one.draft, id_of(one.draft)
        text = _("{deed}: the reason was begun {when}, and nothing is decided yet.")
        deed = {
            Deed.ACCEPT: _("Accept a newer file"),
            Deed.BACK: _("Go back to an earlier version"),
            Deed.SWITCH_ON: _("Switch on a local rule"),
            Deed.SWITCH_OFF: _("Switch off a local rule"),
        }[draft.deed]
        notice = Notice(text.format(deed=deed, when=read_moment(one.saved_at)), kind="due")
        if draft.deed is Deed.ACCEPT:
            notice.add(words(_("Choose or compare that file again to go on.")))
        notice.add(words(_("“{text}”").format(text=draft.because)))
        if can_go_on:
            notice.add_link(f"go-on:{draft_id}", _("Go on"))
        notice.add_link(f"drop:{draft_id}", _("Throw it away"))
        self._place.addWidget(notice)
        asked = column(gap=Gap.NONE)
        self._place.addLayout(asked)

        def on_linked(name: str) -> None:
            if name.startswith("go-on"):
                self.wanted.emit(draft)
            else:
                ask_to_throw_away(asked, lambda: self.unwanted.emit(draft))

        notice.linked.connect(on_linked)


def can_go_on(draft: ReasonDraft, state: GuidanceState) -> bool:
    """Say whether what the reason is for can still be done as things stand, without its file."""
    if draft.deed is Deed.ACCEPT:
        return False
    if draft.deed is Deed.BACK:
        return not draft.about or draft.about in {held.id for held in state.held}
    is_on = {switch.id: switch.on for switch in state.in_use.switches}
    return is_on.get(draft.about) is (draft.deed is Deed.SWITCH_OFF)
