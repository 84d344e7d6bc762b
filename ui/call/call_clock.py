"""The moments of a call as they pass: it begins, it ends, nobody answers and it is rung again."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from sgdesk.domain.call import CallDraft, CallResult, CallTry
from sgdesk.text import to_london
from ui.call.call_draft import began, begin_now, ended
from ui.call.number_card import NumberCard

_TALKED = (
    "result", "spoke_to", "role", "team", "reference", "told", "advice", "decision",
    "family_to_be_told", "agreed", "read_back",
)  # fmt: skip


def is_talked(field: str) -> bool:
    """Return whether somebody who answers this is talking to them."""
    return field in _TALKED


def exact(draft: CallDraft) -> tuple[datetime | None, datetime | None]:
    """Return when the call began and ended: to the second where a button said so and the time was
    not typed otherwise since."""
    return _exact(began(draft), draft.begun_at), _exact(ended(draft), draft.over_at)


def _exact(typed: datetime | None, pressed: datetime | None) -> datetime | None:
    is_same = pressed is not None and pressed.replace(second=0, microsecond=0) == typed
    return pressed if is_same else typed


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
        now = self._now()
        at = to_london(now).time().replace(second=0, microsecond=0)
        self._draft.ended, self._draft.ended_typed, self._draft.over_at = at, "", now
        self.noted.emit()

    def _on_missed(self, result: CallResult) -> None:
        draft, now = self._draft, self._now()
        at = exact(draft)[0] or now
        waited = max(int((now - at).total_seconds()) // 60, 0)
        minutes = waited if result is CallResult.QUEUE else None
        draft.tries = [
            *draft.tries, CallTry(at=at, result=result, number=draft.number, minutes=minutes)
        ]  # fmt: skip
        begin_now(draft, now)
        self.noted.emit()
