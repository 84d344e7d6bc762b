"""One story of the demonstration, lived through the services that a user uses."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import Call
from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.outcome import Outcome, TeamNote
from sgdesk.domain.sharing.clinical import ClinicalEntry
from sgdesk.domain.sharing.decision import SharingDraft
from sgdesk.ids import CallId, new_id
from sgdesk.library.demonstration_kinds import (
    Demonstration,
    Story,
    StoryAttempt,
    StoryCall,
    StoryClinical,
    StoryNote,
    StoryOutcome,
    StorySharing,
)
from sgdesk.services.calls import Calls
from sgdesk.services.concerns import Concerns
from sgdesk.services.context import Context
from sgdesk.services.demonstration_decision import directory_entry, filled_in
from sgdesk.services.dues import Dues
from sgdesk.services.outcomes import Outcomes
from sgdesk.services.sharing import Sharings
from sgdesk.text import _, from_london, to_london

Step = tuple[datetime, Callable[[], None]]
_ENTRY, _VISIBILITY = "DL-CLIN-ENTRY", "DL-VISIBILITY"
_SOON = timedelta(minutes=4)


class Telling:
    """One story and the hands that live it; each step happens at its own time."""

    def __init__(self, told: Demonstration, story: Story, context: Context) -> None:
        self._told = told
        self._story = story
        self._user = context.user
        self._clock = context.clock
        self._concerns = Concerns(context)
        self._calls = Calls(context)
        self._sharings = Sharings(context)
        self._outcomes = Outcomes(context)
        self._dues = Dues(context)
        self._draft = self._concerns.begin()
        self._concern: Concern | None = None
        self._sharing: SharingDraft | None = None

    def steps(self) -> Iterator[Step]:
        """Yield what happens, each with its moment; to be run in the order of the moments."""
        story = self._story
        yield _moment(story.begun), self._begin
        for call in story.calls:
            yield _moment(call.recorded), partial(self._call, call)
        yield _moment(story.signed), self._sign
        if story.sharing is not None:
            yield from self._sharing_steps(story.sharing)
        for outcome in story.outcomes:
            yield _moment(outcome.recorded), partial(self._answer, outcome)
        for note in story.notes:
            yield _moment(note.recorded), partial(self._tell_team, note)
        if story.closed is not None:
            yield _moment(story.closed), self._close

    def _sharing_steps(self, sharing: StorySharing) -> Iterator[Step]:
        yield _moment(sharing.begun), partial(self._begin_sharing, sharing)
        yield _moment(sharing.decided), self._decide
        for attempt in sharing.attempts:
            yield _moment(attempt.recorded), partial(self._attempt, attempt)
        if sharing.clinical is not None:
            yield _moment(sharing.clinical.recorded), partial(self._file, sharing.clinical)
            if sharing.finished is not None:
                yield _moment(sharing.finished), self._finish
            return
        last = max(sharing.decided, *(one.recorded for one in sharing.attempts), sharing.decided)
        yield _moment(last) + _SOON, partial(self._file, None)
        yield _moment(last) + 2 * _SOON, self._finish

    def _begin(self) -> None:
        draft, story = self._draft, self._story
        draft.urgency = msgspec.structs.replace(story.urgency, nation=draft.urgency.nation)
        draft.person = story.person
        draft.relations = list(story.relations)
        draft.contact = story.contact
        draft.presentation = story.presentation
        draft.facts = [one.fact for one in story.facts]
        saved = self._concerns.save_draft(draft, "check", Caret())
        if saved.reference != story.reference:
            raise ValueError(f"{story.reference} is told out of its order.")

    def _call(self, call: StoryCall) -> None:
        agency = directory_entry(self._told, call.agency)
        values = msgspec.structs.asdict(call)
        values |= {"started_at": _moment(call.started_at), "ended_at": _moment(call.ended_at)}
        del values["recorded"], values["agency"]
        self._calls.record(
            Call(
                id=CallId(new_id()),
                concern_id=self._draft.id,
                agency_id=agency.id,
                agency_name=agency.name,
                **values,
            )
        )

    def _sign(self) -> None:
        self._concern = self._concerns.sign(self._draft)
        if self._story.sharing is None:
            self._close_dues(_ENTRY, _("Entered on the day by {who}.").format(who=self._user.name))

    def _begin_sharing(self, sharing: StorySharing) -> None:
        assert self._concern is not None
        draft = self._sharings.begin(self._draft.id)
        kind = directory_entry(self._told, sharing.agency).kind if sharing.agency else ""
        proposals = self._sharings.proposals(self._concern, kind) if kind else {}
        filled_in(draft, self._told, self._story, sharing, proposals)
        step = "minimum" if is_shared(draft.decision) else "not-sharing"
        self._sharings.save_draft(draft, step, Caret())
        self._sharing = draft

    def _decide(self) -> None:
        self._sharings.decide(self._decision)

    def _attempt(self, attempt: StoryAttempt) -> None:
        self._sharings.record_attempt(
            self._decision.id,
            attempt.route,
            attempt.state,
            _moment(attempt.at),
            failure=attempt.failure,
            message=attempt.message,
            account=attempt.account,
            proof=attempt.proof,
        )

    def _file(self, clinical: StoryClinical | None) -> None:
        open_draft = self._sharings.open_draft(self._decision.id)
        draft = open_draft.draft
        draft.clinical = self._entry(clinical)
        self._sharings.save_draft(draft, open_draft.step, open_draft.caret)
        self._sharings.record_clinical_entry(draft.id, draft.clinical)
        self._close_dues(_VISIBILITY, _("Hidden from online view."))

    def _close_dues(self, rule: str, because: str) -> None:
        for line in self._dues.open(self._draft.id):
            if line.due.rule == rule:
                self._dues.close(line.due.id, because)

    def _entry(self, clinical: StoryClinical | None) -> ClinicalEntry:
        if clinical is None:
            made = to_london(self._clock.now())
            return ClinicalEntry(
                made_by=self._user.name, made_on=made.date(), made_at=made.time(),
                hidden_online=YesNo.YES, proxy_checked=YesNo.YES,
            )  # fmt: skip
        values = msgspec.structs.asdict(clinical)
        del values["recorded"]
        return ClinicalEntry(**values)

    def _finish(self) -> None:
        self._sharings.finish(self._decision.id)

    def _answer(self, outcome: StoryOutcome) -> None:
        values = msgspec.structs.asdict(outcome)
        ask_again_on = values.pop("ask_again_on")
        del values["recorded"]
        values |= {"id": new_id(), "at": _moment(outcome.at), "concern_id": self._draft.id}
        self._outcomes.record(Outcome(sharing_id=self._decision.id, **values), ask_again_on)

    def _tell_team(self, note: StoryNote) -> None:
        values = msgspec.structs.asdict(note)
        del values["recorded"]
        values |= {"id": new_id(), "at": _moment(note.recorded), "by": self._user.name}
        self._outcomes.add_note(TeamNote(concern_id=self._draft.id, **values))

    def _close(self) -> None:
        self._outcomes.close(self._draft.id, self._story.closed_because)

    @property
    def _decision(self) -> SharingDraft:
        assert self._sharing is not None
        return self._sharing


def _moment(local: datetime) -> datetime:
    return from_london(local.date(), local.time())
