"""What is entered about a concern, from its first moment."""

from datetime import datetime

import msgspec

from sgdesk.domain.amendment import Part, details_of
from sgdesk.domain.concern import Concern, Stage
from sgdesk.domain.data_matters import MatterDraft
from sgdesk.domain.entries import (
    AmendmentDraft,
    AnswerDraft,
    ClosingDraft,
    DelayDraft,
    Entry,
    LinkDraft,
    NewsDraft,
    NoteDraft,
)
from sgdesk.domain.facts.kinds import Fact, Injury
from sgdesk.domain.facts.marks import figure_for
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.maps import Facing
from sgdesk.domain.outcome import ClosingKind
from sgdesk.domain.people import Relation
from sgdesk.domain.police import NewsKind, PoliceContact
from sgdesk.domain.withdrawal import Deed
from sgdesk.ids import ConcernId, FactId, new_id
from sgdesk.services.views import ConcernView
from sgdesk.text import to_london


def new_entry(what: str, view: ConcernView, now: datetime) -> Entry:
    """Return the draft of an answer, a note, or a closing or reopening, that starts now."""
    concern_id = view.concern.id
    match what:
        case "answer":
            local = to_london(now)
            return AnswerDraft(
                id=new_id(), concern_id=concern_id, sharing_id=_answered(view),
                day=local.date(), clock_time=local.time().replace(second=0, microsecond=0),
            )  # fmt: skip
        case "note":
            return NoteDraft(id=new_id(), concern_id=concern_id)
        case "data-matter":
            local = to_london(now)
            return MatterDraft(
                id=new_id(), concern_id=concern_id, day=local.date(),
                clock_time=local.time().replace(second=0, microsecond=0),
            )  # fmt: skip
        case "fgm-delay":
            return DelayDraft(id=new_id(), concern_id=concern_id)
        case "link":
            return LinkDraft(id=new_id(), concern_id=concern_id)
        case _:
            closed = view.concern.stage is Stage.CLOSED
            kind = ClosingKind.REOPENED if closed else ClosingKind.CLOSED
            return ClosingDraft(id=new_id(), concern_id=concern_id, kind=kind)


def police_news(contact: PoliceContact, kind: NewsKind | None, now: datetime, by: str) -> NewsDraft:
    """Return the draft of what came later about a contact; a confirmation is the reporter's."""
    local = to_london(now)
    reporter = contact.fgm.reporter if contact.fgm else ""
    who = {NewsKind.CONFIRMED: reporter, NewsKind.IN_RECORD: by}.get(kind, "") if kind else ""
    return NewsDraft(
        id=new_id(), concern_id=contact.concern_id or ConcernId(""), contact_id=contact.id,
        kind=kind, by=who, day=local.date(),
        clock_time=local.time().replace(second=0, microsecond=0),
    )  # fmt: skip


def fact_amendment(concern_id: ConcernId, fact: Fact, deed: Deed) -> AmendmentDraft:
    """Return the draft that puts a signed fact right, withdraws it, or lets it stand again."""
    return AmendmentDraft(id=new_id(), concern_id=concern_id, fact=fact, deed=deed)


def late_entry(concern: Concern, kind: type[Fact] | Relation, now: datetime) -> AmendmentDraft:
    """Return the draft of a fact, or of somebody like this, added to a signed record; a mark lies
    on the figure that fits the person as known now, at the age when it was signed."""
    if isinstance(kind, Relation):
        somebody = msgspec.structs.replace(kind, id=new_id())
        return AmendmentDraft(id=new_id(), concern_id=concern.id, relation=somebody, is_new=True)
    fact: Fact = kind(id=FactId(new_id()))
    if isinstance(fact, Injury):
        figure = figure_for(concern.person, to_london(concern.signed_at or now).date())
        fact = msgspec.structs.replace(fact, view=f"{figure}-{Facing.FRONT}")
    return AmendmentDraft(id=new_id(), concern_id=concern.id, fact=fact, is_new=True)


def details_amendment(
    concern: Concern, part: Part, relation_id: str, deed: Deed
) -> AmendmentDraft | None:
    """Return the draft that puts a part of the details right, or withdraws somebody; None where
    there is no such part."""
    details = details_of(concern, part, relation_id)
    if details is None and deed is Deed.BRING_BACK:
        gone = concern.relations_withdrawn
        details = next((one for one in gone if one.id == relation_id), None)
    if details is None:
        return None
    draft = AmendmentDraft(
        id=new_id(), concern_id=concern.id, deed=deed, seen_at=concern.changed_at
    )
    setattr(draft, part.value, details)
    return draft


def _answered(view: ConcernView) -> str:
    """Return the decision that most likely is answered: one that waits, or the newest shared."""
    waiting = {due.about for due in view.dues if due.closed_at is None}
    shared = [past.sharing.id for past in view.sharings if is_shared(past.sharing.decision)]
    return next((str(one) for one in shared if one in waiting), str(shared[-1]) if shared else "")
