"""What is entered about a concern, from its first moment."""

from datetime import datetime

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
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.outcome import ClosingKind
from sgdesk.domain.police import NewsKind, PoliceContact
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


def fact_amendment(concern_id: ConcernId, fact: Fact) -> AmendmentDraft:
    """Return the draft that puts a signed fact right."""
    return AmendmentDraft(id=new_id(), concern_id=concern_id, fact=fact)


def late_entry(concern_id: ConcernId, kind: type[Fact]) -> AmendmentDraft:
    """Return the draft of a fact that is added to a signed record."""
    fact = kind(id=FactId(new_id()))
    return AmendmentDraft(id=new_id(), concern_id=concern_id, fact=fact, is_new=True)


def details_amendment(concern: Concern, part: Part, relation_id: str) -> AmendmentDraft | None:
    """Return the draft that puts a part of the details right; None where there is no such part."""
    details = details_of(concern, part, relation_id)
    if details is None:
        return None
    draft = AmendmentDraft(id=new_id(), concern_id=concern.id)
    setattr(draft, part.value, details)
    return draft


def _answered(view: ConcernView) -> str:
    """Return the decision that most likely is answered: one that waits, or the newest shared."""
    waiting = {due.about for due in view.dues if due.closed_at is None}
    shared = [past.sharing.id for past in view.sharings if is_shared(past.sharing.decision)]
    return next((str(one) for one in shared if one in waiting), str(shared[-1]) if shared else "")
