"""The reasons that are being written in Settings, and those that were begun and left."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from sgdesk.bootstrap import Desk
from sgdesk.domain.unsaved import ReasonDraft, id_of
from sgdesk.ids import DraftId
from sgdesk.services.views import OpenDraft
from ui.kit.tasks import Runner
from ui.settings.reason_card import ReasonCard

REASON_FLOW = "guidance-reason"


class Reasons(QObject):
    """Makes their cards and keeps what is typed in them. `dropped` when one was thrown away;
    `failed` and `sought` are there as in a card."""

    dropped = Signal()
    failed = Signal(object)
    sought = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._begun: Sequence[OpenDraft[ReasonDraft]] = ()
        self._cards: list[ReasonCard] = []

    @property
    def is_begun(self) -> bool:
        """Whether a reason is typed that nothing was done for yet."""
        return any(card.is_begun for card in self._cards)

    def is_open(self, draft_id: DraftId) -> bool:
        """Say whether there is a card for this reason."""
        return draft_id in {card.draft_id for card in self._cards}

    def card(
        self,
        title: str,
        hint: str,
        draft: ReasonDraft,
        act: Callable[[str], Callable[[], Any]],
        acted: Callable[[Any], None],
        do: str = "",
    ) -> ReasonCard:
        """Return a card that asks for a reason, with what was typed before."""
        opened = next((one for one in self._begun if id_of(one.draft) == id_of(draft)), None)
        card = ReasonCard(
            title, hint, draft, act, acted,
            desk=self._desk, runner=self._runner, opened=opened, do=do,
        )  # fmt: skip
        card.failed.connect(self.failed)
        card.sought.connect(self.sought)
        card.dropped.connect(self.dropped)
        self._cards.append(card)
        return card

    def keep(self, done: Callable[[], None]) -> None:
        """Save what is typed as drafts, and then call `done`; not if saving fails."""
        for card in self._cards:
            done = partial(card.keep, done)
        done()

    def show_caret(self, draft_id: DraftId) -> None:
        """Put the caret where it was in a reason."""
        for card in self._cards:
            if card.draft_id == draft_id:
                card.begin()

    def show_begun(
        self,
        begun: Sequence[OpenDraft[ReasonDraft]],
        stays: Callable[[ReasonCard], bool] = lambda _card: False,
    ) -> None:
        """Take over what is begun by now; of the cards, only those that stay are still there."""
        self._begun = begun
        self._cards = [card for card in self._cards if stays(card)]
