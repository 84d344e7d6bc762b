"""One concern being recorded: its draft, the desk it is recorded at, and changes to its facts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import msgspec

from sgdesk.bootstrap import Desk
from sgdesk.domain.concern import FGM_DISCOVERED, ConcernDraft
from sgdesk.domain.facts.kinds import Fact, Opinion
from sgdesk.domain.facts.tied_marks import untied
from sgdesk.domain.facts.times import NOT_WRITTEN
from sgdesk.domain.flows.record import RecordConcern
from sgdesk.domain.guidance import Guidance
from sgdesk.ids import FactId, new_id
from sgdesk.text import to_london
from ui.kit.ask import Asker
from ui.kit.tasks import Runner

FactT = TypeVar("FactT", bound=Fact)


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """What every page works on. The draft is the frame's own."""

    desk: Desk
    asker: Asker
    flow: RecordConcern
    draft: ConcernDraft
    runner: Runner

    @property
    def guidance(self) -> Guidance:
        """The guidance that holds here."""
        return self.desk.guidance

    @property
    def today(self) -> date:
        """The London date."""
        return to_london(self.desk.clock.now()).date()

    def new(self, kind: Callable[..., FactT], **answers: object) -> FactT:
        """Return a new fact, written down now. It is not in the draft yet."""
        now = self.desk.clock.now()
        return kind(id=FactId(new_id()), recorded_at=now, **answers)

    def written_again(self, fact_id: str, field: str) -> None:
        """Say of a fact, one of whose answers was written just now, that it is written down now;
        what is kept is reckoned when the draft is saved."""
        if field not in NOT_WRITTEN:
            now = self.desk.clock.now()
            self.draft.facts = [
                msgspec.structs.replace(fact, recorded_at=now) if fact.id == fact_id else fact
                for fact in self.draft.facts
            ]

    def new_seen(self, kind: Callable[..., FactT], **answers: object) -> FactT:
        """Return a new fact that somebody noticed: as a start, whoever noticed the last one did.

        Where who was told or saw decides whose report it is, nobody is filled in (LAW 6).
        """
        last = next((fact for fact in reversed(self._noticed()) if fact.noticed_by), None)
        is_duty = self.draft.urgency.fgm in FGM_DISCOVERED
        noticed_by = last.noticed_by if last else self.desk.user.name
        came_on = self.draft.presentation.presented_on
        noticed = {
            "noticed_by": "" if is_duty else noticed_by,
            "noticed_on": last.noticed_on if last and last.noticed_on else came_on,
        }
        return self.new(kind, **(noticed | answers))

    def day_noticed(self) -> date | None:
        """Return the day on which something was noticed last, or on which the person came."""
        days = [fact.noticed_on for fact in self._noticed() if fact.noticed_on]
        return days[-1] if days else self.draft.presentation.presented_on

    def _noticed(self) -> list[Fact]:
        # An opinion is of the day on which it is written.
        return [fact for fact in self.draft.facts if not isinstance(fact, Opinion)]

    def new_opinion(self, **answers: object) -> Opinion:
        """Return a new opinion: of whoever writes it, and of today, whenever something was seen."""
        is_duty = self.draft.urgency.fgm in FGM_DISCOVERED
        whose = {"noticed_by": "" if is_duty else self.desk.user.name, "noticed_on": self.today}
        return self.new(Opinion, **(whose | answers))


def facts_of(draft: ConcernDraft, kind: type[FactT]) -> list[FactT]:
    """Return the facts of one kind, in the order in which they were added."""
    return [fact for fact in draft.facts if isinstance(fact, kind)]


def replace_fact(draft: ConcernDraft, fact: Fact) -> None:
    """Put a fact in the place of the one with its id."""
    draft.facts = [fact if old.id == fact.id else old for old in draft.facts]


def remove_item(draft: ConcernDraft, field: str, item_id: str) -> None:
    """Take a fact or a person out of the draft, with what was kept of a fact's wording, and the
    ties of explanations to a mark."""
    setattr(draft, field, [item for item in getattr(draft, field) if item.id != item_id])
    draft.facts = [untied(fact, item_id) for fact in draft.facts]
    draft.kept = [kept for kept in draft.kept if kept.fact_id != item_id]
