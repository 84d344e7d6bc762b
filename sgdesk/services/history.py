"""Everything about one concern, gathered for its page and for its page in the log."""

from collections.abc import Callable, Sequence
from datetime import time, timedelta

import msgspec

from sgdesk.domain.agency import ROUTE_WORDS
from sgdesk.domain.amendment import Link, deed_words
from sgdesk.domain.attachment import KIND_WORDS, Attachment
from sgdesk.domain.call import CALL_WORDS
from sgdesk.domain.concern import Concern, OutsideLink
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.outcome import (
    CLOSING_WORDS,
    OUTCOME_WORDS,
    Closing,
    ClosingKind,
    Outcome,
)
from sgdesk.domain.pack import LogEntry
from sgdesk.domain.paper import PAPER_WORDS
from sgdesk.domain.sharing.decision import ATTEMPT_WORDS, DECISION_WORDS
from sgdesk.domain.sharing.protected import elsewhere_words
from sgdesk.domain.stage import stage_words
from sgdesk.errors import SituationError
from sgdesk.ids import ConcernId, UserId
from sgdesk.services.as_drafted import as_drafted
from sgdesk.services.begun_by_mistake import is_only_begun
from sgdesk.services.drafts import lines
from sgdesk.services.exchange_links import outside
from sgdesk.services.history_amendments import amendments, former_names, names
from sgdesk.services.history_police import police_entries
from sgdesk.services.ladder import ladder_of
from sgdesk.services.police_case import fgm_case
from sgdesk.services.police_past import past_contacts
from sgdesk.services.protection import as_protected
from sgdesk.services.views import ConcernRow, ConcernView, LinkedConcern, SharingHistory
from sgdesk.store.unit import Unit
from sgdesk.text import _, from_london, read_moment

_LATER = timedelta(minutes=15)


def concern_view(unit: Unit, concern_id: ConcernId) -> ConcernView:
    """Return everything about a concern. Raises SituationError when there is none of that id."""
    concern = unit.concerns.get(concern_id)
    if concern is None:
        raise SituationError(_("There is no such concern in this store."))
    concern = as_drafted(unit, concern)
    dues = unit.dues.of_concern(concern_id)
    linked = _linked(unit, concern_id)
    open_rules = [due.rule for due in dues if due.closed_at is None]
    sharings = unit.sharings.of_concern(concern_id)
    view = ConcernView(
        concern=concern,
        stage=stage_words(concern.stage, open_rules),
        sharings=tuple(
            SharingHistory(sharing, unit.sharings.attempts(sharing.id)) for sharing in sharings
        ),
        calls=unit.calls.of_concern(concern_id),
        outcomes=unit.outcomes.of_concern(concern_id),
        team_notes=unit.outcomes.notes(concern_id),
        dues=dues,
        papers=unit.papers.of_concern(concern_id),
        history=(),
        drafts=lines(unit, concern_id),
        closings=unit.closings.of_concern(concern_id),
        police=past_contacts(unit, concern_id),
        ladders=tuple(ladder_of(unit, one, dues) for one in sharings if is_shared(one.decision)),
        fgm=fgm_case(unit, concern),
        protected=elsewhere_words(as_protected(unit, concern)),
        is_only_begun=is_only_begun(unit, concern),
        linked=linked,
        linked_elsewhere=outside(unit, concern),
        former_names=(
            *former_names(unit, concern),
            *(one.row.line.person_name for one in linked),
        ),
    )
    return _with_history(unit, view)


def _with_history(unit: Unit, view: ConcernView) -> ConcernView:
    name = names(unit)
    view = msgspec.structs.replace(view, amendments=amendments(unit, view.concern, name))
    entries = [*_record_entries(view, name), *_answer_entries(view), *_paper_entries(view)]
    entries += _file_entries(unit.attachments.of_concern(view.concern.id), name)
    for past in view.sharings:
        entries += _sharing_entries(past, name(past.sharing.decided_by))
    entries += [
        LogEntry(
            at,
            _(CALL_WORDS[call.kind]),
            call.called_by or _("Not named"),
            _spoke(call.agency_name, call.spoke_to),
        )
        for call in view.calls
        if (at := call.started_at or call.ended_at) is not None
    ]
    entries += [entry for past in view.police for entry in police_entries(past)]
    entries.sort(key=lambda entry: entry.at)
    return msgspec.structs.replace(view, history=tuple(entries))


def _record_entries(view: ConcernView, name: Callable[[UserId | None], str]) -> list[LogEntry]:
    concern = view.concern
    entries = [LogEntry(concern.opened_at, _("Begun"), name(concern.opened_by))]
    if concern.signed_at is not None:
        signed_by = name(concern.signed_by)
        entries.append(LogEntry(concern.signed_at, _("Recorded and signed"), signed_by))
    entries += [
        LogEntry(one.at, _closing(concern, one), one.by, one.because) for one in view.closings
    ]
    entries += [LogEntry(one.at, deed_words(one), one.by, one.because) for one in view.amendments]
    for one in view.linked:
        entries += _link_entries(one.link, one.row.line.reference)
    for outer in view.linked_elsewhere:
        entries += _link_entries(outer, outer.reference)
    return entries


def _closing(concern: Concern, closing: Closing) -> str:
    was_signed = concern.signed_at is not None and concern.signed_at <= closing.at
    if closing.kind is ClosingKind.CLOSED and not was_signed:
        return _("Closed as begun by mistake")
    return _(CLOSING_WORDS[closing.kind])


def _link_entries(link: Link | OutsideLink, reference: str) -> list[LogEntry]:
    begun = _("Linked with {reference}").format(reference=reference)
    entries = [LogEntry(link.linked_at, begun, link.linked_by, link.how)]
    if link.ended_at is not None:
        ended = _("Link with {reference} ended").format(reference=reference)
        entries.append(LogEntry(link.ended_at, ended, link.ended_by))
    return entries


def _linked(unit: Unit, concern_id: ConcernId) -> tuple[LinkedConcern, ...]:
    links = unit.links.of_concern(concern_id)
    lines = {link.id: unit.concerns.line(link.other_id) for link in links}
    rules = unit.dues.open_rules([link.other_id for link in links])
    return tuple(
        LinkedConcern(link, ConcernRow(line, stage_words(line.stage, rules[link.other_id])))
        for link in links
        if (line := lines[link.id]) is not None
    )


def _answer_entries(view: ConcernView) -> list[LogEntry]:
    notes = [
        LogEntry(note.at, _("Told to the team: {people}").format(people=note.people), note.by)
        for note in view.team_notes
    ]
    answers = [
        LogEntry(one.at, _(OUTCOME_WORDS[one.kind]), one.recorded_by or one.by, _answer(one))
        for one in view.outcomes
    ]
    return notes + answers


def _answer(outcome: Outcome) -> str:
    late = ""
    if outcome.recorded_at is not None and outcome.recorded_at - outcome.at > _LATER:
        late = _("written down {when}").format(when=read_moment(outcome.recorded_at))
    by = outcome.by if outcome.recorded_by else ""
    return ", ".join(filter(None, (by, outcome.reference, late)))


def _paper_entries(view: ConcernView) -> list[LogEntry]:
    return [
        LogEntry(
            paper.made_at,
            _(PAPER_WORDS[paper.kind]),
            paper.made_by,
            _copy(paper.copy, paper.recipient),
        )
        for paper in view.papers
    ]


def _file_entries(
    files: Sequence[Attachment], name: Callable[[UserId | None], str]
) -> list[LogEntry]:
    kept = [
        LogEntry(one.added_at, _("File kept: {kind}").format(kind=_(KIND_WORDS[one.kind])),
                 name(one.added_by), one.title)
        for one in files
    ]  # fmt: skip
    aside = [
        LogEntry(one.set_aside_at, _("File set aside: {title}").format(title=one.title),
                 name(one.set_aside_by), one.set_aside_because)
        for one in files
        if one.set_aside_at is not None
    ]  # fmt: skip
    return kept + aside


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
