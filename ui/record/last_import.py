"""The entries of the last import: they can go again together until one of them was changed."""

from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.facts.kinds import Event


class LastImport:
    """Which entries of a draft came in together last. The draft itself remembers their ids."""

    def __init__(self, draft: ConcernDraft) -> None:
        self._draft = draft
        ids = set(draft.imported)
        self._events = [one for one in draft.facts if one.id in ids]

    @property
    def count(self) -> int:
        """How many entries can be taken out again; none once one of them was changed or removed."""
        return len(self._draft.imported)

    def take(self, events: tuple[Event, ...]) -> None:
        """Put entries into the draft."""
        self._draft.facts = [*self._draft.facts, *events]
        self._draft.imported = [event.id for event in events]
        self._events = list(events)

    def look(self) -> None:
        """Forget the import as soon as one of its entries is no longer as it came in."""
        now = {fact.id: fact for fact in self._draft.facts}
        if len(self._events) != self.count or any(
            (fact := now.get(one.id)) is not one and fact != one for one in self._events
        ):
            self._draft.imported = []
            self._events = []

    def undo(self) -> None:
        """Take every entry of the import out again, and nothing else."""
        draft, ids = self._draft, set(self._draft.imported)
        draft.facts = [fact for fact in draft.facts if fact.id not in ids]
        draft.kept = [kept for kept in draft.kept if kept.fact_id not in ids]
        draft.imported = []
        self._events = []
