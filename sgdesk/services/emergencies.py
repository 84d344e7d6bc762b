"""An emergency: written on one page, recorded at once, completed within the day."""

from datetime import datetime

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import Call, CallKind
from sgdesk.domain.concern import ConcernDraft, Stage
from sgdesk.domain.emergency import (
    EmergencyDraft,
    EmergencyRecord,
    emergency_problems,
    missing_words,
    moment_told,
)
from sgdesk.domain.facts.kinds import Fact, Observation, ObservationTopic, Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.paper import Imprint, PaperKind
from sgdesk.domain.people import PERSON_KIND_WORDS, Person, PersonKind
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import AgencyId, CallId, ConcernId, DraftId, FactId, PersonId, new_id
from sgdesk.services.calls import Calls
from sgdesk.services.concerns import FLOW as RECORD_FLOW
from sgdesk.services.concerns import Concerns
from sgdesk.services.context import Context
from sgdesk.services.copies import made_copy
from sgdesk.services.drafts import Drafts, lines
from sgdesk.services.typed import storable
from sgdesk.services.views import DraftLine, MadePaper, OpenDraft, Saved
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_long_date, read_moment, to_london

FLOW = "emergency"
_FIRST_STEP = "urgency"


class Recorded(msgspec.Struct, frozen=True):
    """The concern that an emergency became, and the page that was made of it."""

    concern_id: ConcernId
    made: MadePaper


class Emergencies:
    """What a user does when there is no time."""

    def __init__(self, context: Context, concerns: Concerns, calls: Calls) -> None:
        self._context = context
        self._concerns = concerns
        self._calls = calls
        self._drafts = Drafts(context, {FLOW: EmergencyDraft}, _is_recorded)
        self._recorded: set[CallId] = set()

    def begin(self) -> EmergencyDraft:
        """Return an empty page; whoever is told is told now."""
        now = to_london(self._context.clock.now())
        told_at = now.time().replace(second=0, microsecond=0)
        return EmergencyDraft(
            id=CallId(new_id()), becomes=ConcernId(new_id()), day=now.date(), told_at=told_at
        )

    def save_draft(self, draft: EmergencyDraft, caret: Caret) -> Saved:
        """Save what is typed. What was recorded meanwhile stays so."""
        typed = storable(draft)
        return self._drafts.save(
            typed, typed.id, FLOW, None, caret, lambda _unit: typed.id in self._recorded
        )

    def open_draft(self, draft_id: DraftId) -> OpenDraft[EmergencyDraft]:
        """Return the page as it was left. Raises SituationError when it was recorded meanwhile."""
        return self._drafts.open(draft_id)

    def drop_draft(self, draft_id: DraftId) -> None:
        """Throw the page away. That it was thrown away is logged."""
        self._drafts.drop(draft_id)

    def record(self, draft: EmergencyDraft) -> Recorded:
        """Begin the concern with what is known, or add it to the record that it belongs to; log
        the call, and make the page to hand over.

        Everything that is missing is due within 24 hours. Raises UserError at the field to put
        right. What a crash cut short is done when it is recorded again.
        """
        draft = self._placed(storable(draft))
        agency = self._begin_concern(draft, whole=False)
        with self._context.unit() as unit:
            made = self._paper(unit, draft, agency)
            self._finish(unit, draft)
        return Recorded(draft.becomes, made)

    def begin_record(self, draft: EmergencyDraft) -> DraftLine:
        """Do the same without the page, and return the draft of the record.

        Raises UserError at the field to put right, SituationError when it was signed meanwhile.
        """
        draft = self._placed(storable(draft))
        self._begin_concern(draft, whole=True)
        with self._context.unit() as unit:
            begun = [one for one in lines(unit, draft.becomes) if one.flow == RECORD_FLOW]
            self._finish(unit, draft)
        if not begun:
            raise SituationError(_is_recorded())
        return begun[0]

    def _placed(self, draft: EmergencyDraft) -> EmergencyDraft:
        """Return it as one that becomes the record it belongs to. A record that was signed
        meanwhile is not written in: then it becomes a concern of its own."""
        if not draft.concern_id:
            return draft
        concern_id = ConcernId(draft.concern_id)
        with self._context.unit() as unit:
            line = unit.concerns.line(concern_id)
        is_open = line is not None and line.stage is Stage.DRAFT
        return msgspec.structs.replace(draft, becomes=concern_id) if is_open else draft

    def _begin_concern(self, draft: EmergencyDraft, *, whole: bool) -> Agency | None:
        """Begin the concern, or add to it, and log the call; return the team that was told."""
        now = self._context.clock.now()
        if problems := emergency_problems(draft, now, whole=whole):
            raise UserError(problems[0].text, problems[0].field)
        agency = self._agency(draft)
        with self._context.unit() as unit:
            is_begun = unit.concerns.line(draft.becomes) is not None
        if is_begun:
            self._add(draft, now)
        else:
            self._concerns.save_draft(self._concern(draft, now), _FIRST_STEP, Caret())
        if draft.is_told:
            self._log(draft, self._call(draft, agency, now))
        return agency

    def _finish(self, unit: Unit, draft: EmergencyDraft) -> None:
        unit.drafts.remove(DraftId(draft.id))
        unit.audit("emergency.recorded", f"concern:{draft.becomes}")
        unit.commit()
        self._recorded.add(draft.id)

    def _log(self, draft: EmergencyDraft, call: Call) -> None:
        """Log the call once; what was typed otherwise since a crash stands beside it as another."""
        with self._context.unit() as unit:
            logged = unit.calls.of_concern(draft.becomes)
        same = {"id": call.id, "started_at": call.started_at}
        if call in (msgspec.structs.replace(one, **same) for one in logged):
            return
        if any(one.id == call.id for one in logged):
            call = msgspec.structs.replace(call, id=CallId(new_id()))
        self._calls.record(call)

    def _add(self, draft: EmergencyDraft, now: datetime) -> None:
        """Add what was typed to a record that is there: of what that holds, only where they are
        now is written anew."""
        try:
            begun = self._concerns.open_draft(draft.becomes)
        except SituationError:  # signed since
            return
        self._write(begun.draft, draft, now)
        self._concerns.save_draft(begun.draft, begun.step or _FIRST_STEP, begun.caret)

    def _concern(self, draft: EmergencyDraft, now: datetime) -> ConcernDraft:
        begun = self._concerns.begin()
        begun.id = draft.becomes
        begun.beside = ConcernId(draft.concern_id) if draft.concern_id else None
        begun.person = Person(id=PersonId(new_id()), kind=draft.kind or PersonKind.CHILD)
        self._write(begun, draft, now)
        return begun

    def _write(self, record: ConcernDraft, draft: EmergencyDraft, now: datetime) -> None:
        """Write into a record what it does not hold yet."""
        action = record.urgency.immediate_action
        if draft.agreed not in (action, *action.splitlines()):
            action = "\n".join(filter(None, (action, draft.agreed)))
        record.urgency = msgspec.structs.replace(
            record.urgency, immediate_danger=YesNo.YES, immediate_action=action
        )
        facts = self._facts(draft, record.person, now)
        record.person = _with_what_is_known(record.person, draft)
        there = {_words(one) for one in record.facts}
        since = [one for one in facts if _words(one) not in there]
        record.facts = [*record.facts, *since]

    def _facts(self, draft: EmergencyDraft, person: Person, now: datetime) -> list[Fact]:
        # Whoever writes this page need not be who saw or was told: the record asks for them.
        local = to_london(now)
        day, clock_time = local.date(), local.time().replace(second=0, microsecond=0)
        seen = Observation(
            id=FactId(new_id()), topic=ObservationTopic.OTHER, text=draft.what,
            noticed_on=day, noticed_at=clock_time,
        )  # fmt: skip
        said = Saying(
            id=FactId(new_id()), words=draft.said,
            noticed_on=day, noticed_at=clock_time,
        )  # fmt: skip
        given = msgspec.structs.replace(
            seen, id=FactId(new_id()), text=_given_otherwise(person, draft)
        )
        return [one for one in (seen, said, given) if _words(one).strip()]

    def _call(self, draft: EmergencyDraft, agency: Agency | None, now: datetime) -> Call:
        # A duty team that was told has a referral, which is then confirmed in writing.
        front_door = agency is not None and agency.kind.endswith("social-care")
        return Call(
            id=draft.id, concern_id=draft.becomes, agency_id=agency.id if agency else None,
            agency_name=agency.name if agency else draft.told_whom,
            kind=CallKind.REFERRAL if front_door else CallKind.EMERGENCY,
            number=draft.number, started_at=moment_told(draft) or now,
            spoke_to=draft.told_whom, role=draft.role, reference=draft.reference,
            told=draft.what, agreed=draft.agreed, called_by=self._context.user.name,
        )  # fmt: skip

    def _agency(self, draft: EmergencyDraft) -> Agency | None:
        if not draft.agency_id:
            return None
        with self._context.unit() as unit:
            return unit.agencies.get(AgencyId(draft.agency_id))

    def _paper(self, unit: Unit, draft: EmergencyDraft, agency: Agency | None) -> MadePaper:
        from sgdesk.documents.render import paper

        concern = unit.concerns.get(draft.becomes)
        return made_copy(
            unit, self._context, PaperKind.EMERGENCY, concern,
            lambda imprint: paper(self._gathered(unit, draft, agency, imprint), {}),
        )  # fmt: skip

    def _gathered(
        self, unit: Unit, draft: EmergencyDraft, agency: Agency | None, imprint: Imprint
    ) -> EmergencyRecord:
        return EmergencyRecord(
            imprint=imprint,
            practice=unit.practice.get(),
            sender=self._context.user,
            rows=tuple(_rows(draft, agency)),
            missing=missing_words(draft),
            demonstration=self._context.is_demonstration,
        )


def _rows(draft: EmergencyDraft, agency: Agency | None) -> list[tuple[str, str]]:
    born = read_long_date(draft.born) if draft.born else draft.born_typed
    at = moment_told(draft)
    when = read_moment(at) if at and draft.is_told else ""
    told = (agency.name if agency else "", draft.told_whom, draft.role, draft.number, when)
    return [
        (_("Who"), draft.name),
        (_("Child or adult"), _(PERSON_KIND_WORDS[draft.kind]) if draft.kind else ""),
        (_("Born") if draft.born else _("Born, or age, as typed"), born),
        (_("Where they are now"), draft.where),
        (_("With whom"), draft.with_whom),
        (_("What happened"), draft.what),
        (_("Exact words"), draft.said),
        (_("Told"), ", ".join(part for part in told if part) if draft.is_told else ""),
        (_("What was agreed"), draft.agreed),
        (_("Their reference"), draft.reference),
    ]


def _with_what_is_known(person: Person, draft: EmergencyDraft) -> Person:
    """Return the person with what was not known of them, and where they are now."""
    is_dated = person.born is not None or person.born_typed
    born, typed = (person.born, person.born_typed) if is_dated else (draft.born, draft.born_typed)
    return msgspec.structs.replace(
        person,
        name=person.name or draft.name,
        born=born,
        born_typed=typed,
        whereabouts=draft.where or person.whereabouts,
        with_whom=draft.with_whom or person.with_whom,
    )


def _given_otherwise(person: Person, draft: EmergencyDraft) -> str:
    """Return the name and the birth as they were typed, where the record has others."""
    pairs = ((person.name, draft.name), (_birth(person), _birth(draft)))
    other = [new for old, new in pairs if old and new and old.casefold() != new.casefold()]
    return _("Typed in the emergency: {who}.").format(who=", ".join(other)) if other else ""


def _birth(one: Person | EmergencyDraft) -> str:
    return read_long_date(one.born) if one.born is not None else one.born_typed


def _is_recorded() -> str:
    return _("This emergency is recorded. Open it from Concerns.")


def _words(fact: Fact) -> str:
    match fact:
        case Observation():
            return fact.text
        case Saying():
            return fact.words
        case _:
            return ""
