"""The moments of a call as they pass: it begins, it ends, nobody answers and it is rung again."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from sgdesk.domain.call import CallDraft, CallResult, CallTry
from sgdesk.text import to_london
from ui.call.call_draft import began, begin_now
from ui.call.number_card import NumberCard


class CallClock(QObject):
    """Writes each moment into the draft; `noted` once one was written."""

    noted = Signal()

    def __init__(self, card: NumberCard, draft: CallDraft, now: Callable[[], datetime]) -> None:
        super().__init__(card)
        self._draft, self._now = draft, now
        card.began.connect(self._on_began)
        card.ended.connect(self._on_ended)
        card.missed.connect(self._on_missed)

    def _on_began(self) -> None:
        begin_now(self._draft, self._now())
        self.noted.emit()

    def _on_ended(self) -> None:
        now = to_london(self._now()).time().replace(second=0, microsecond=0)
        self._draft.ended, self._draft.ended_typed = now, ""
        self.noted.emit()

    def _on_missed(self, result: CallResult) -> None:
        draft, now = self._draft, self._now()
        at = began(draft) or now
        waited = max(int((now - at).total_seconds()) // 60, 0)
        minutes = waited if result is CallResult.QUEUE else None
        draft.tries = [
            *draft.tries, CallTry(at=at, result=result, number=draft.number, minutes=minutes)
        ]  # fmt: skip
        begin_now(draft, now)
        self.noted.emit()
