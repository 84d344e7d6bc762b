"""A file's concern made ours: new ids throughout, so that nothing here can be overwritten."""

from datetime import datetime
from uuid import UUID

import msgspec
from msgspec.structs import replace

from sgdesk.domain.call import Call
from sgdesk.domain.concern import Concern, KeptWording, OutsideLink, Stage
from sgdesk.domain.due import Due
from sgdesk.domain.facts.kinds import Context, ContextTopic, Fact, Saying
from sgdesk.domain.handed_on import (
    HandedConcern,
    HandedDetails,
    HandedFactVersion,
    HandedFile,
    HandedOn,
    HandedSharing,
)
from sgdesk.domain.outcome import Closing, Outcome, TeamNote
from sgdesk.domain.people import Relation
from sgdesk.domain.police import PoliceContact, PoliceNews
from sgdesk.domain.sharing.advice import Advice
from sgdesk.domain.sharing.decision import Attempt, Sharing
from sgdesk.domain.sharing.police_numbers import renamed_number
from sgdesk.domain.withdrawal import standing, withdrawn
from sgdesk.ids import (
    AttachmentId,
    CallId,
    ConcernId,
    DueId,
    FactId,
    PersonId,
    SharingId,
    UserId,
    new_id,
)
from sgdesk.services.exchange_police import renamed
from sgdesk.store.bodies import ConcernBody
from sgdesk.store.concern_versions import ConcernVersion
from sgdesk.store.facts import FactVersion
from sgdesk.text import _, read_moment


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What is added to the store. `links` still name the concerns by the ids of the file."""

    concern: Concern
    sharings: tuple[HandedSharing, ...]
    calls: tuple[Call, ...]
    outcomes: tuple[Outcome, ...]
    team_notes: tuple[TeamNote, ...]
    dues: tuple[Due, ...]
    files: tuple[HandedFile, ...] = ()
    closings: tuple[Closing, ...] = ()
    links: tuple[OutsideLink, ...] = ()
    details_versions: tuple[ConcernVersion, ...] = ()
    fact_versions: tuple[FactVersion, ...] = ()
    police: tuple[PoliceContact, ...] = ()
    police_news: tuple[PoliceNews, ...] = ()


def taken(document: HandedOn, reference: str, now: datetime, user_ids: dict[str, str]) -> Taken:
    """Return a file's concern under this reference. `user_ids` are our users' by their names.

    Who is no user here stays named: the name stands where the id would.
    """
    return _Renaming(document, reference, now, user_ids).taken()


class _Renaming:
    def __init__(
        self, document: HandedOn, reference: str, now: datetime, user_ids: dict[str, str]
    ) -> None:
        self._document = document
        self._reference = reference
        self._now = now
        self._user_ids = user_ids
        self._concern_id = ConcernId(_same_or_new(document.concern.id))
        self._new: dict[str, str] = {document.concern.id: self._concern_id}
        for one in (
            *document.concern.facts, *document.calls, *document.files, *document.closings,
        ):  # fmt: skip
            self._new[one.id] = new_id()
        self._person_id = PersonId(new_id())
        self._relation_ids: dict[str, str] = {}
        for handed in document.sharings:
            self._new[handed.sharing.id] = new_id()

    def taken(self) -> Taken:
        document = self._document
        contacts, news = renamed(document, self._concern_id, new_id)
        self._new |= {old.id: new.id for old, new in zip(document.police, contacts, strict=True)}
        return Taken(
            concern=self._concern(document.concern),
            sharings=tuple(
                self._handed(number, handed)
                for number, handed in enumerate(document.sharings, start=1)
            ),
            calls=tuple(self._call(call) for call in document.calls),
            outcomes=tuple(self._outcome(outcome) for outcome in document.outcomes),
            team_notes=tuple(
                replace(note, id=new_id(), concern_id=self._concern_id)
                for note in document.team_notes
            ),
            dues=tuple(self._due(due) for due in document.dues),
            files=tuple(self._file(file) for file in document.files),
            closings=tuple(self._closing(one) for one in document.closings),
            links=document.links,
            details_versions=tuple(self._details(one) for one in document.details_versions),
            fact_versions=tuple(self._fact_version(one) for one in document.fact_versions),
            police=contacts,
            police_news=news,
        )

    def _concern(self, handed: HandedConcern) -> Concern:
        facts, relations = tuple(map(self._fact, handed.facts)), self._relations(handed.relations)
        return Concern(
            id=self._concern_id,
            reference=self._reference,
            stage=Stage.RECORDED if handed.stage is Stage.DRAFT else handed.stage,
            urgency=handed.urgency,
            person=replace(handed.person, id=self._person_id),
            relations=standing(relations),
            contact=handed.contact,
            presentation=handed.presentation,
            facts=(*standing(facts), self._origin()),
            kept=tuple(map(self._kept, handed.kept)),
            opened_at=handed.opened_at or handed.signed_at,
            opened_by=self._user(handed.opened_by),
            changed_at=self._now,
            signed_at=handed.signed_at,
            signed_by=self._user(handed.signed_by),
            linked_elsewhere=self._document.links,
            facts_withdrawn=withdrawn(facts),
            relations_withdrawn=withdrawn(relations),
        )

    def _fact(self, fact: Fact) -> Fact:
        if isinstance(fact, Saying):
            marks = [FactId(self._new[one]) for one in fact.explains_marks if one in self._new]
            fact = replace(fact, explains_marks=tuple(marks))
        return replace(fact, id=FactId(self._new[fact.id]))

    def _kept(self, kept: KeptWording) -> KeptWording:
        # One of the first page belongs to no fact; its place has a name of its own.
        return replace(kept, fact_id=FactId(self._new.get(kept.fact_id, kept.fact_id)))

    def _relations(self, relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
        """Return them under new ids, those withdrawn last; in every version somebody has the same,
        and only once."""
        found: dict[str, Relation] = {}
        for one in (*standing(relations), *withdrawn(relations)):
            relation_id = self._relation_ids.setdefault(one.id, new_id())
            relation_id = new_id() if relation_id in found else relation_id
            found[relation_id] = replace(one, id=relation_id)
        return tuple(found.values())

    def _details(self, handed: HandedDetails) -> ConcernVersion:
        body = ConcernBody(
            urgency=handed.urgency,
            person=replace(handed.person, id=self._person_id),
            relations=self._relations(handed.relations),
            contact=handed.contact,
            presentation=handed.presentation,
            kept=tuple(map(self._kept, handed.kept)),
            linked_elsewhere=self._document.links,
        )
        by = self._user(handed.written_by)
        return ConcernVersion(body, handed.version, handed.written_at, by, handed.because)

    def _fact_version(self, handed: HandedFactVersion) -> FactVersion:
        return FactVersion(
            self._fact(handed.fact), handed.version, handed.written_at,
            self._user(handed.written_by), handed.because,
        )  # fmt: skip

    def _closing(self, closing: Closing) -> Closing:
        return replace(closing, id=self._new[closing.id], concern_id=self._concern_id)

    def _origin(self) -> Context:
        handed = self._document.concern
        text = _(
            "Taken in from a file on {now}. There it was {reference}, practice: {practice};"
            " signed {signed} by {name}."
        ).format(
            now=read_moment(self._now),
            reference=handed.reference,
            practice=self._document.practice or _("not named"),
            signed=read_moment(handed.signed_at),
            name=handed.signed_by or _("somebody not named"),
        )
        return Context(
            id=FactId(new_id()),
            topic=ContextTopic.ADMINISTRATIVE,
            text=text,
            recorded_at=self._now,
        )

    def _handed(self, version: int, handed: HandedSharing) -> HandedSharing:
        sharing = self._sharing(version, handed.sharing)
        return HandedSharing(
            sharing=sharing,
            attempts=tuple(self._attempt(sharing.id, one) for one in handed.attempts),
            unfinished=handed.unfinished,
        )

    def _sharing(self, version: int, sharing: Sharing) -> Sharing:
        return replace(
            sharing,
            id=SharingId(self._new[sharing.id]),
            concern_id=self._concern_id,
            version=version,
            choices={
                name: choice
                for fact_id, choice in sharing.choices.items()
                if (name := self._chosen(fact_id)) is not None
            },
            files={
                AttachmentId(self._new[file_id]): why
                for file_id, why in sharing.files.items()
                if file_id in self._new
            },
            decided_by=self._user(self._document.users.get(sharing.decided_by, "")),
            after=None if sharing.after is None else SharingId(self._new.get(sharing.after, "")),
            purpose=replace(
                sharing.purpose,
                advisers=tuple(self._advice(one) for one in sharing.purpose.advisers),
            ),
        )

    def _chosen(self, fact_id: FactId) -> FactId | None:
        name = self._new.get(fact_id)
        return renamed_number(fact_id, self._new) if name is None else FactId(name)

    def _advice(self, one: Advice) -> Advice:
        call = self._new.get(one.call_id or "")
        return replace(one, call_id=None if call is None else CallId(call))

    def _attempt(self, sharing_id: SharingId, attempt: Attempt) -> Attempt:
        return replace(attempt, id=new_id(), sharing_id=sharing_id)

    def _call(self, call: Call) -> Call:
        return replace(call, id=CallId(self._new[call.id]), concern_id=self._concern_id)

    def _outcome(self, outcome: Outcome) -> Outcome:
        about = self._new.get(outcome.sharing_id or "")
        return replace(
            outcome,
            id=new_id(),
            concern_id=self._concern_id,
            sharing_id=None if about is None else SharingId(about),
        )

    def _due(self, due: Due) -> Due:
        closed_by = self._document.users.get(due.closed_by or UserId(""), "")
        return replace(
            due,
            id=DueId(new_id()),
            concern_id=self._concern_id,
            about=self._new.get(due.about, ""),
            closed_by=self._user(closed_by) if due.closed_at else None,
        )

    def _file(self, file: HandedFile) -> HandedFile:
        return replace(
            file,
            id=AttachmentId(self._new[file.id]),
            added_by=self._user(file.added_by),
            set_aside_by=self._user(file.set_aside_by),
        )

    def _user(self, name: str) -> UserId:
        return UserId(self._user_ids.get(name, name))


def _same_or_new(concern_id: str) -> str:
    """Return the id if it is one of ours, by which the concern is known again; else a new one."""
    try:
        is_ours = str(UUID(concern_id)) == concern_id
    except ValueError:
        is_ours = False
    return concern_id if is_ours else new_id()
