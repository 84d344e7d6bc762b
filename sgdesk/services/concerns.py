"""Recording a concern: begin, save as it is typed, sign; and finding it again."""

from collections.abc import Collection
from datetime import datetime

import msgspec

from sgdesk.domain.concern import Beside, Concern, ConcernDraft, ConcernLine, Stage
from sgdesk.domain.earlier import EarlierRecord
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.facts.times import dated
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.flows.record import RecordConcern
from sgdesk.domain.people import Person
from sgdesk.domain.stage import recipient_words, stage_words
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, DraftId, PersonId, new_id
from sgdesk.services import recording_dues
from sgdesk.services.begun_beside import begun_beside, link_beside
from sgdesk.services.context import Context
from sgdesk.services.drafts import opened, stored
from sgdesk.services.earlier import earlier_records
from sgdesk.services.history import concern_view
from sgdesk.services.household import household_of
from sgdesk.services.places import at_their_places
from sgdesk.services.typed import storable
from sgdesk.services.views import ConcernRow, ConcernView, OpenDraft, Saved
from sgdesk.store.unit import Unit
from sgdesk.text import _, to_london

FLOW = "record"


class Concerns:
    """What a user does with concerns."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._saved: dict[ConcernId, _Saved] = {}

    def begin(self, beside: Beside | None = None) -> ConcernDraft:
        """Return an empty draft in the practice's nation. Nothing is saved before its first key.

        One that is begun beside another concern holds what that one says of the child it is about.
        """
        draft = ConcernDraft(id=ConcernId(new_id()), person=Person(id=PersonId(new_id())))
        if beside is not None:
            with self._context.unit() as unit:
                begun_beside(unit, draft, beside, self._context.today())
                self._context.note_look(unit, "concern.opened", f"concern:{beside.concern_id}")
        nation = self._context.practice().nation
        draft.urgency = msgspec.structs.replace(draft.urgency, nation=nation)
        draft.begun_under = self._context.guidance.version
        return draft

    def flow(self) -> RecordConcern:
        """Return the flow as of today."""
        return RecordConcern(self._context.today())

    def save_draft(self, draft: ConcernDraft, step: str, caret: Caret) -> Saved:
        """Save a draft as it stands. The first save gives the concern its reference; each writes
        into the facts when their words were last written.

        Raises SituationError when it was signed meanwhile, unless nothing was typed since, or
        closed as begun by mistake.
        """
        now, typed, by = self._context.clock.now(), storable(draft), self._context.user.id
        known = self._saved.get(draft.id)
        with self._context.unit() as unit:
            if unit.concerns.stage(draft.id) is Stage.CLOSED:
                raise SituationError(_closed())
            typed.facts = self._dated(unit, typed, now)
            reference = known.reference if known else self._found(unit, typed, now)
            if reference is None:
                return Saved(self._as_signed(unit, typed).reference, now)
            draft.reference = typed.reference = reference
            if known and known.header != _header(typed):
                self._save_header(unit, typed)
            unit.drafts.save(
                stored(typed, draft.id, FLOW, draft.id, typed.person.name, step, caret, now, by)
            )
            unit.commit()
        self._saved[draft.id] = _Saved(reference, _header(typed), tuple(typed.facts))
        return Saved(reference, now)

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
        settled = storable(flow.settled(draft))
        if problems := flow.problems(settled):
            raise UserError(problems[0].text, problems[0].field)
        now = self._context.clock.now()
        with self._context.unit() as unit:
            settled.facts = at_their_places(self._dated(unit, settled, now))
            if unit.concerns.line(draft.id) is None:
                self._begin(unit, settled, now)
            concern = self._again(unit, settled, Stage.RECORDED, signed_at=now)
            unit.concerns.save(concern)
            unit.drafts.remove(DraftId(draft.id))
            recording_dues.after_signing(unit, self._context, concern)
            if draft.beside is not None:
                link_beside(unit, self._context, concern, draft.beside)
            unit.audit("concern.signed", f"concern:{draft.id}")
            unit.commit()
        self._saved.pop(draft.id, None)
        return concern

    def get(self, concern_id: ConcernId) -> ConcernView:
        """Return everything about a concern. Looking is written into the log."""
        with self._context.unit() as unit:
            view = concern_view(unit, concern_id)
            household = household_of(unit, concern_id)
            unit.audit("concern.opened", f"concern:{concern_id}")
            unit.commit()
        return msgspec.structs.replace(view, household=household)

    def earlier(self, draft: ConcernDraft) -> tuple[EarlierRecord, ...]:
        """Return the marks and teeth in earlier signed records of the same person, newest first.

        That they were looked at is written into the log.
        """
        with self._context.unit() as unit:
            found = earlier_records(unit, draft)
            self._context.note_look(unit, "concern.compared", f"concern:{draft.id}")
        return found

    def newest(
        self, limit: int = 50, before: ConcernLine | None = None, stages: Collection[Stage] = ()
    ) -> list[ConcernRow]:
        """Return concerns, the last changed first: after a line, and of some stages, if given."""
        with self._context.unit() as unit:
            found = rows(unit, unit.concerns.newest(limit, before, stages))
            self._context.note_look(unit, "concern.listed")
        return found

    def row(self, concern_id: ConcernId) -> ConcernRow | None:
        """Return the row of one concern, or None where there is none of that id."""
        with self._context.unit() as unit:
            line = unit.concerns.line(concern_id)
            found = rows(unit, (line,)) if line is not None else []
            self._context.note_look(unit, "concern.listed")
        return next(iter(found), None)

    def find(self, text: str, limit: int = 50) -> list[ConcernRow]:
        """Return concerns in which the words occur. That it was searched goes into the log."""
        with self._context.unit() as unit:
            found = rows(unit, unit.search.find(text, limit))
            unit.audit("concern.searched", "", {"found": len(found)})
            unit.commit()
        return found

    def _found(self, unit: Unit, draft: ConcernDraft, now: datetime) -> str | None:
        """Return the reference of a draft that this desk did not save before; None once signed."""
        line = unit.concerns.line(draft.id)
        if line is None:
            return self._begin(unit, draft, now)
        if line.stage is not Stage.DRAFT:
            return None
        self._save_header(unit, draft)
        return line.reference

    def _begin(self, unit: Unit, draft: ConcernDraft, now: datetime) -> str:
        draft.reference = unit.references.allot(to_london(now).year)
        unit.concerns.add(self._as_concern(draft, Stage.DRAFT, now))
        recording_dues.after_danger(unit, self._context, draft)
        unit.audit("concern.begun", f"concern:{draft.id}")
        return draft.reference

    def _save_header(self, unit: Unit, draft: ConcernDraft) -> None:
        unit.concerns.save(self._again(unit, draft, Stage.DRAFT))
        recording_dues.after_danger(unit, self._context, draft)

    def _as_signed(self, unit: Unit, draft: ConcernDraft) -> Concern:
        # A save that was under way when it was signed may come late; it must not bring back
        # a draft, and it must not say that something was saved which the record does not hold.
        signed, settled = unit.concerns.get(draft.id), self.flow().settled(draft)
        settled.facts = at_their_places(settled.facts)
        if signed is None or _content(signed) != _content(settled):
            raise SituationError(_already_signed())
        return signed

    def _dated(self, unit: Unit, draft: ConcernDraft, now: datetime) -> list[Fact]:
        known = self._saved.get(draft.id)
        saved = known.facts if known else _saved_facts(unit, draft.id)
        return dated(draft.facts, saved, now)

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
            raise SituationError(_already_signed())
        if before.stage is Stage.CLOSED:
            raise SituationError(_closed())
        now = self._context.clock.now()
        return msgspec.structs.replace(
            self._as_concern(draft, stage, now, before.opened_at),
            reference=before.reference,
            opened_by=before.opened_by,
            signed_at=signed_at,
            signed_by=self._context.user.id if signed_at else None,
        )


def rows(unit: Unit, lines: tuple[ConcernLine, ...]) -> list[ConcernRow]:
    """Return the lines with their stage as it reads beside what is open."""
    open_rules = unit.dues.open_rules([line.id for line in lines])
    recipients = unit.sharings.recipients([line.id for line in lines if line.shared_with])
    return [
        ConcernRow(
            line,
            stage_words(line.stage, open_rules.get(line.id, ())),
            recipient_words(recipients.get(line.id, ())),
        )
        for line in lines
    ]


class _Saved(msgspec.Struct, frozen=True):
    """What this desk knows of a draft that it saved: no other program writes into the store."""

    reference: str
    header: object
    facts: tuple[Fact, ...]


def _header(draft: ConcernDraft) -> object:
    person, urgency = draft.person, draft.urgency
    danger = urgency.immediate_danger, urgency.baby_with_mark, urgency.nation
    return person.id, person.name, person.kind, person.born, danger


def _content(record: Concern | ConcernDraft) -> object:
    facts = [msgspec.structs.replace(fact, recorded_at=None) for fact in record.facts]
    around = tuple(record.relations), record.contact, record.presentation, tuple(record.kept)
    return record.urgency, record.person, around, facts


def _already_signed() -> str:
    return _("This concern has been signed already. What was typed since is not in the record.")


def _closed() -> str:
    return _(
        "This concern was closed as begun by mistake. What was typed since is not saved. Open it"
        " again from its page first."
    )


def _saved_facts(unit: Unit, concern_id: ConcernId) -> list[Fact]:
    found = unit.drafts.get(DraftId(concern_id))
    return opened(found, ConcernDraft).draft.facts if found is not None else []
