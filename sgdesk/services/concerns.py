"""Recording a concern: begin, save as it is typed, sign; and finding it again."""

from collections.abc import Collection
from datetime import datetime, time

import msgspec

from sgdesk.domain.concern import Concern, ConcernDraft, ConcernLine, Stage
from sgdesk.domain.facts.kinds import Fact, Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.flows.record import RecordConcern, fgm_duty
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.people import Person
from sgdesk.domain.stage import stage_words
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, DraftId, PersonId, new_id
from sgdesk.services import dues
from sgdesk.services.context import Context
from sgdesk.services.drafts import opened, stored
from sgdesk.services.history import concern_view
from sgdesk.services.views import ConcernRow, ConcernView, OpenDraft, Saved
from sgdesk.store.unit import Unit
from sgdesk.text import _, from_london, to_london

FLOW = "record"


class Concerns:
    """What a user does with concerns."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._headers: dict[ConcernId, object] = {}

    def begin(self) -> ConcernDraft:
        """Return an empty draft in the practice's nation. Nothing is saved before its first key."""
        draft = ConcernDraft(id=ConcernId(new_id()), person=Person(id=PersonId(new_id())))
        nation = self._context.practice().nation
        draft.urgency = msgspec.structs.replace(draft.urgency, nation=nation)
        return draft

    def flow(self) -> RecordConcern:
        """Return the flow as of today."""
        return RecordConcern(self._context.today())

    def save_draft(self, draft: ConcernDraft, step: str, caret: Caret) -> Saved:
        """Save a draft as it stands. The first save gives the concern its reference."""
        now, header = self._context.clock.now(), _header(draft)
        with self._context.unit() as unit:
            known = unit.concerns.line(draft.id)
            draft.reference = known.reference if known else unit.references.allot(_year(now))
            if known is None:
                unit.concerns.add(self._as_concern(draft, Stage.DRAFT, now))
                unit.audit("concern.begun", f"concern:{draft.id}")
            elif self._headers.get(draft.id) != header:
                unit.concerns.save(self._again(unit, draft, Stage.DRAFT))
            by = self._context.user.id
            title = draft.person.name
            unit.drafts.save(stored(draft, draft.id, FLOW, draft.id, title, step, caret, now, by))
            unit.commit()
        self._headers[draft.id] = header
        return Saved(draft.reference, now)

    def open_draft(self, concern_id: ConcernId) -> OpenDraft[ConcernDraft]:
        """Return a draft as it was left: same page, same text, same caret.

        Raises SituationError when there is none, because it was signed meanwhile.
        """
        with self._context.unit() as unit:
            found = unit.drafts.get(DraftId(concern_id))
            if found is None:
                raise SituationError(_("This concern has been signed. Open it from Concerns."))
            unit.audit("draft.opened", f"concern:{concern_id}")
            unit.commit()
        return opened(found, ConcernDraft)

    def sign(self, draft: ConcernDraft) -> Concern:
        """Sign the record: from now on it is amended, never edited. Rules are checked again.

        Raises UserError naming the first thing that must be put right.
        """
        flow = self.flow()
        draft = flow.settled(draft)
        if problems := flow.problems(draft):
            raise UserError(problems[0].text, problems[0].field)
        now = self._context.clock.now()
        with self._context.unit() as unit:
            concern = self._again(unit, draft, Stage.RECORDED, signed_at=now)
            unit.concerns.save(concern)
            unit.drafts.remove(DraftId(draft.id))
            self._make_dues(unit, concern, now)
            unit.audit("concern.signed", f"concern:{draft.id}")
            unit.commit()
        return concern

    def get(self, concern_id: ConcernId) -> ConcernView:
        """Return everything about a concern. Looking is written into the log."""
        with self._context.unit() as unit:
            view = concern_view(unit, concern_id)
            unit.audit("concern.opened", f"concern:{concern_id}")
            unit.commit()
        return view

    def newest(
        self, limit: int = 50, before: ConcernLine | None = None, stages: Collection[Stage] = ()
    ) -> list[ConcernRow]:
        """Return concerns, the last changed first: after a line, and of some stages, if given."""
        with self._context.unit() as unit:
            return rows(unit, unit.concerns.newest(limit, before, stages))

    def find(self, text: str, limit: int = 50) -> list[ConcernRow]:
        """Return concerns in which the words occur. That it was searched goes into the log."""
        with self._context.unit() as unit:
            found = rows(unit, unit.search.find(text, limit))
            unit.audit("concern.searched", "", {"found": len(found)})
            unit.commit()
        return found

    def _make_dues(self, unit: Unit, concern: Concern, now: datetime) -> None:
        if fgm_duty(concern.urgency, concern.person):
            teller = _told_by_her(concern)
            dues.make(
                unit, self._context, Trigger.FGM_DISCOVERED, concern.id, concern.urgency.nation,
                _heard_at(teller) or now, about=concern.id, detail=_duty_of(teller),
            )  # fmt: skip

    def _as_concern(
        self, draft: ConcernDraft, stage: Stage, now: datetime, opened_at: datetime | None = None
    ) -> Concern:
        return Concern(
            id=draft.id, reference=draft.reference, stage=stage, urgency=draft.urgency,
            person=draft.person, relations=tuple(draft.relations), contact=draft.contact,
            presentation=draft.presentation, facts=tuple(draft.facts), kept=tuple(draft.kept),
            opened_at=opened_at or now, opened_by=self._context.user.id, changed_at=now,
        )  # fmt: skip

    def _again(
        self, unit: Unit, draft: ConcernDraft, stage: Stage, signed_at: datetime | None = None
    ) -> Concern:
        before = unit.concerns.get(draft.id)
        if before is None or before.signed_at is not None:
            raise SituationError(_("Nothing is lost: this concern has been signed already."))
        now = self._context.clock.now()
        facts = tuple(_written_down(fact, now) for fact in draft.facts)
        return msgspec.structs.replace(
            self._as_concern(draft, stage, now, before.opened_at),
            facts=facts if signed_at else tuple(draft.facts),
            opened_by=before.opened_by,
            signed_at=signed_at,
            signed_by=self._context.user.id if signed_at else None,
        )


def rows(unit: Unit, lines: tuple[ConcernLine, ...]) -> list[ConcernRow]:
    """Return the lines with their stage as it reads beside what is open."""
    open_rules = unit.dues.open_rules([line.id for line in lines])
    return [
        ConcernRow(line, stage_words(line.stage, open_rules.get(line.id, ()))) for line in lines
    ]


def _header(draft: ConcernDraft) -> object:
    return draft.person.name, draft.person.kind, draft.person.born


def _year(now: datetime) -> int:
    return to_london(now).year


def _written_down(fact: Fact, now: datetime) -> Fact:
    return fact if fact.recorded_at else msgspec.structs.replace(fact, recorded_at=now)


def _told_by_her(concern: Concern) -> Saying | None:
    said = [fact for fact in concern.facts if isinstance(fact, Saying)]
    return next(
        (one for one in said if one.speaker == concern.person.name), said[0] if said else None
    )


def _heard_at(saying: Saying | None) -> datetime | None:
    if saying is None or saying.noticed_on is None:
        return None
    return from_london(saying.noticed_on, saying.noticed_at or time())


def _duty_of(saying: Saying | None) -> str:
    if saying is None or not saying.noticed_by:
        return _("The duty belongs to whoever was told or saw, and cannot be passed on.")
    return _("Disclosed to {who}. The duty is theirs and cannot be passed on.").format(
        who=saying.noticed_by
    )
