"""Everything about one concern, gathered for its page and for its page in the log."""

from datetime import time

from sgdesk.domain.agency import ROUTE_WORDS
from sgdesk.domain.call import CALL_WORDS
from sgdesk.domain.outcome import OUTCOME_WORDS
from sgdesk.domain.pack import LogEntry
from sgdesk.domain.paper import PAPER_WORDS
from sgdesk.domain.sharing.decision import ATTEMPT_WORDS, DECISION_WORDS
from sgdesk.domain.stage import stage_words
from sgdesk.errors import SituationError
from sgdesk.ids import ConcernId
from sgdesk.services.drafts import lines
from sgdesk.services.views import ConcernView, SharingHistory
from sgdesk.store.unit import Unit
from sgdesk.text import _, from_london


def concern_view(unit: Unit, concern_id: ConcernId) -> ConcernView:
    """Return everything about a concern. Raises SituationError when there is none of that id."""
    concern = unit.concerns.get(concern_id)
    if concern is None:
        raise SituationError(_("There is no such concern in this store."))
    dues = unit.dues.of_concern(concern_id)
    open_rules = [due.rule for due in dues if due.closed_at is None]
    view = ConcernView(
        concern=concern,
        stage=stage_words(concern.stage, open_rules),
        sharings=tuple(
            SharingHistory(sharing, unit.sharings.attempts(sharing.id))
            for sharing in unit.sharings.of_concern(concern_id)
        ),
        calls=unit.calls.of_concern(concern_id),
        outcomes=unit.outcomes.of_concern(concern_id),
        team_notes=unit.outcomes.notes(concern_id),
        dues=dues,
        papers=unit.papers.of_concern(concern_id),
        history=(),
        drafts=lines(unit, concern_id),
    )
    return _with_history(unit, view)


def _with_history(unit: Unit, view: ConcernView) -> ConcernView:
    names = {user.id: user.name for user in unit.users.all()}
    concern = view.concern
    entries = [LogEntry(concern.opened_at, _("Begun"), names.get(concern.opened_by, ""))]
    if concern.signed_at is not None and concern.signed_by is not None:
        signed_by = names.get(concern.signed_by, "")
        entries.append(LogEntry(concern.signed_at, _("Recorded and signed"), signed_by))
    for past in view.sharings:
        entries += _sharing_entries(past, names.get(past.sharing.decided_by, ""))
    entries += [
        LogEntry(
            at,
            _(CALL_WORDS[call.kind]),
            call.called_by,
            _spoke(call.agency_name, call.spoke_to),
        )
        for call in view.calls
        if (at := call.started_at or call.ended_at) is not None
    ]
    entries += [
        LogEntry(note.at, _("Told to the team: {people}").format(people=note.people), note.by)
        for note in view.team_notes
    ]
    entries += [
        LogEntry(one.at, _(OUTCOME_WORDS[one.kind]), one.by, one.reference) for one in view.outcomes
    ]
    entries += [
        LogEntry(
            paper.made_at,
            _(PAPER_WORDS[paper.kind]),
            paper.made_by,
            _copy(paper.copy, paper.recipient),
        )
        for paper in view.papers
    ]
    entries.sort(key=lambda entry: entry.at)
    return ConcernView(
        **{
            field: getattr(view, field)
            for field in ConcernView.__struct_fields__
            if field != "history"
        },
        history=tuple(entries),
    )


def _sharing_entries(past: SharingHistory, decided_by: str) -> list[LogEntry]:
    sharing = past.sharing
    to = sharing.recipient.organisation
    entries = [
        LogEntry(sharing.decided_at, _(DECISION_WORDS[sharing.decision]), decided_by, to),
    ]
    for attempt in past.attempts:
        route = _(ROUTE_WORDS[attempt.route])
        what = _("{route}: {state}").format(route=route, state=_(ATTEMPT_WORDS[attempt.state]))
        entries.append(LogEntry(attempt.at, what, attempt.by, attempt.proof or attempt.message))
    filed = sharing.clinical
    if filed.made_on is not None:
        at = from_london(filed.made_on, filed.made_at or time())
        entries.append(LogEntry(at, _("Entry in the clinical record"), filed.made_by))
    return entries


def _spoke(agency: str, person: str) -> str:
    if not person:
        return agency
    return _("{agency}, spoke to {person}").format(agency=agency, person=person)


def _copy(copy: int, recipient: str) -> str:
    if not recipient:
        return _("Copy {number}").format(number=copy)
    return _("Copy {number}, for {recipient}").format(number=copy, recipient=recipient)
