"""Log a call: whom, when, what was said and agreed, written down while talking."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import Call, CallDraft, CallKind, PortalFailure
from sgdesk.domain.flows.engine import Caret, Problem
from sgdesk.domain.people import PersonKind
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import CallId, ConcernId, DraftId
from sgdesk.services.call_case import CallCase
from sgdesk.services.views import MadePaper, OpenDraft, Saved
from sgdesk.text import _, to_london
from ui.call.begun import CameFor, Gathered, came_for, first_draft, gather, title_for
from ui.call.call_clock import CallClock, exact, is_talked
from ui.call.call_draft import as_call, begin_now, draft_problems, ended, fill_failure
from ui.call.call_form import CallForm
from ui.call.number_card import NumberCard
from ui.call.script_lines import ScriptLines
from ui.call.spoken import Spoken, tell
from ui.call.team_chosen import follow_failure, refit, take_team
from ui.call.written_words import written_words
from ui.kit.ask import Asker
from ui.kit.binding import DraftHolder
from ui.kit.cards import Notice, button, words
from ui.kit.concern_options import concern_options
from ui.kit.form import Form
from ui.kit.tasks import Runner
from ui.kit.writing_page import WritingPage


class CallPage(WritingPage[CallDraft, Gathered]):
    """`recorded` carries the call once it is in the store; `made` its printed record;
    `attached` a call that was put to its concern."""

    made = Signal(object)
    attached = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, asker: Asker) -> None:
        hint = _("Type while you talk; it is saved as you type. Record it at the end.")
        super().__init__(_("Log a call"), hint, "calls", desk, runner, asker)
        self._came_for = CameFor()
        self._whole = False
        self._print = False
        self._gathered: Gathered | None = None
        self._spoken: Spoken | None = None
        self._known_failure: PortalFailure | None = None

    def begin(self, kind: str, concern_id: str, about: str = "") -> None:
        """Start a call of a kind about a concern, both of which may be empty, or with a portal that
        is down; `about` is an earlier call or a decision whose team is rung. One that is being
        written down is gone on with instead."""
        if self.start_anew():
            self._came_for = came_for(kind, concern_id, about)
            # Before anything is read: it is seen at once.
            self._show_title(title_for(self._came_for))

    def attach(self, call_id: str, concern_id: str) -> None:
        """Put a call that belongs to no concern to one."""
        self._runner.run(
            lambda: self._desk.calls.attach(CallId(call_id), ConcernId(concern_id)),
            self.attached.emit, self.fail, self,
        )  # fmt: skip

    def print_call(self, call_id: str) -> None:
        """Make the printed record of a call."""
        self._runner.run(
            lambda: self._desk.calls.paper(CallId(call_id)), self.made.emit, self.fail, self
        )

    def show_names(self, shown: bool) -> None:
        """Show whole names in the list of concerns, from the next call on."""
        self._whole = shown

    def gather(self) -> Gathered:
        """Return the directory with the numbers of this hour, the concerns, and the case."""
        return gather(self._desk, self._came_for, self._to_open)

    def open_draft(self, draft_id: DraftId) -> OpenDraft[CallDraft]:
        """Return a call as it was left."""
        return self._desk.calls.open_draft(draft_id)

    def new_draft(self, gathered: Gathered) -> CallDraft:
        """Return a call with the team and the failure that are known."""
        return first_draft(self._desk, self._came_for, gathered)

    def form_for(self, draft: CallDraft) -> Form:
        """Return the form of a call, still without its questions."""
        return Form(DraftHolder(draft))

    def parts(
        self, form: Form, draft: CallDraft, gathered: Gathered
    ) -> Sequence[Callable[[], None]]:
        """Return what adds the questions, a card at a time."""
        self._gathered = gathered
        as_left = CameFor(draft.kind, portal_down=draft.portal_down)
        self._show_title(title_for(as_left if self._to_open else self._came_for))
        self._known_failure = gathered.case.telling(draft.agency_id, draft.agency_name).failed
        self._number = NumberCard(self._desk.clock.now)
        CallClock(self._number, draft, self._desk.clock.now).noted.connect(self._on_noted)
        script, named = ScriptLines(), Notice("", kind="due")
        self._taken_out = Notice("", kind="due")
        named.hide()
        self._taken_out.hide()
        script.ticked.connect(self._on_ticked)
        self._spoken = Spoken(self._desk.clock.now, draft, gathered.case, script, named)
        self._written = words("", "hint")
        concerns = concern_options(
            gathered.concerns, to_london(self._desk.clock.now()).date(), whole=self._whole
        )
        questions = CallForm(
            form, draft, gathered.agencies, concerns, self._desk.wording, self._number, script,
            named, self._written, self._taken_out,
        )  # fmt: skip
        return (*questions.parts(), self._show_call, self._spoken.show)

    def ways(self) -> Sequence[QWidget]:
        """Return the buttons that record, the second with a printed record."""
        printing = button(_("Record and print"), name="record-call-print")
        printing.clicked.connect(lambda: self._record_and(printing=True))
        record = button(_("Record the call"), "primary", "record-call")
        record.clicked.connect(lambda: self._record_and(printing=False))
        return printing, record

    def save(self, draft: CallDraft, caret: Caret) -> Saved:
        """Save a draft."""
        return self._desk.calls.save_draft(draft, caret)

    def drop(self, draft_id: DraftId) -> None:
        """Throw a draft away."""
        self._desk.calls.drop_draft(draft_id)

    def problems(self, draft: CallDraft) -> Sequence[Problem]:
        """Return what must be put right before it can be recorded."""
        return draft_problems(draft, self._desk.clock.now())

    def recording(self, draft: CallDraft) -> Callable[[], tuple[Call, MadePaper | None]]:
        """Return what records the call, and makes its printed record if that was asked for."""
        calls, printing = self._desk.calls, self._print
        agencies = self._gathered.agencies if self._gathered else ()
        agency = next((one for one in agencies if str(one.id) == draft.agency_id), None)
        call = as_call(draft, agency, self._desk.user.name)

        def work() -> tuple[Call, MadePaper | None]:
            recorded = calls.record(call)
            return recorded, calls.paper(recorded.id) if printing else None

        return work

    def on_changed(self, field: str) -> None:
        """Do what an answer asks for: another number, another script, the start of a failure, or
        of the call itself."""
        draft, form, gathered = self._draft, self._form, self._gathered
        if draft is None or form is None or gathered is None or self._spoken is None:
            return
        if is_talked(field):
            self._begin_talking(draft)
        if field == "agency_id":
            self._taken_out.hide()
            take_team(draft, gathered.numbers, draft.agency_id)
            self._follow_team(draft)
            form.load()
        elif field == "portal_down" and draft.portal_down and draft.failed_on is None:
            known = self._spoken.case.telling(draft.agency_id, draft.agency_name)
            fill_failure(draft, known.failed, self._desk.clock.now())
            form.load()
        elif field == "kind" and draft.kind is CallKind.CONSULTATION:
            draft.names_given = draft.names_given or YesNo.NO
            form.load()
        elif field == "concern_id":
            concern_id = draft.concern_id or None
            self._runner.run(
                lambda: self._desk.calls.case(concern_id),
                lambda case: self._on_case(case, concern_id), self.fail, self,
            )  # fmt: skip
        elif field == "told":
            self._spoken.show_named()
        if field in _OF_THE_SCRIPT:
            self._spoken.show()
        if field in _OF_THE_CALL:
            self._show_call()

    def _on_recorded(self, what: object) -> None:
        assert isinstance(what, tuple)
        call, made = what
        super()._on_recorded(call)
        if made is not None:
            self.made.emit(made)

    def _record_and(self, *, printing: bool) -> None:
        self._print = printing
        if self._spoken is None or self._may_name(self._spoken):
            self.record_now()

    def _may_name(self, spoken: Spoken) -> bool:
        found = spoken.named()
        return not found or self._asker.confirm(
            _("Names in an advice call without names?"),
            _("What you told holds: {words}. Were they told?").format(words=", ".join(found)),
            _("Record it as it is"),
            _("Look at it again"),
        )

    def _on_case(self, case: CallCase, concern_id: ConcernId | None) -> None:
        draft, gathered, spoken = self._draft, self._gathered, self._spoken
        if draft is None or gathered is None or spoken is None:
            return
        if (draft.concern_id or None) != concern_id:  # another one was chosen meanwhile
            return
        self._gathered = replace(gathered, case=case)
        spoken.case = case
        rung = (draft.agency_id, draft.agency_name, draft.portal_down)
        tell(self._taken_out, refit(draft, case, gathered.agencies, gathered.numbers))
        self._follow_team(draft)
        if (draft.agency_id, draft.agency_name, draft.portal_down) != rung:
            self._on_noted()
        self._show_call()
        spoken.show()

    def _follow_team(self, draft: CallDraft) -> None:
        """Tell of no failure that was filled in for another team; what was typed stays."""
        if self._spoken is None:
            return
        before, now = self._known_failure, self._desk.clock.now()
        self._known_failure = follow_failure(draft, self._spoken.case, before, now)

    def _on_ticked(self, said: tuple[str, ...]) -> None:
        if self._draft is not None:
            self._draft.said = said
            self.mark_changed()
            self._begin_talking(self._draft)

    def _begin_talking(self, draft: CallDraft) -> None:
        """Whoever writes down what is said is talking by now."""
        if draft.started is None and not draft.started_typed:
            begin_now(draft, self._desk.clock.now())
            self._on_noted()

    def _turn_to(self, draft_id: DraftId) -> None:
        self._show_title("")  # what the call was for is known once it is read
        super()._turn_to(draft_id)

    def fail(self, error: UserError | SituationError) -> None:
        """Tell what did not work, on a page with a name."""
        if not self.heading.text():
            self._show_title(title_for(CameFor()))
        super().fail(error)

    def _show_title(self, title: str) -> None:
        self.heading.setText(title)
        self.heading.setAccessibleName(title)

    def _on_noted(self) -> None:
        if self._form is not None:
            self.mark_changed()
            self._form.load()
            self._show_call()

    def _show_call(self) -> None:
        draft, gathered = self._draft, self._gathered
        if draft is None or gathered is None:
            return
        self._number.show_number(gathered.numbers.get(draft.agency_id), draft.number)
        self._number.show_call(*exact(draft))
        self._number.show_tries(draft.tries)
        agency = next((one for one in gathered.agencies if str(one.id) == draft.agency_id), None)
        concern = gathered.case.concern
        kind = concern.person.kind if concern else PersonKind.CHILD
        self._written.setText(
            written_words(
                self._desk.guidance, kind, agency, draft.written_hours_said, ended(draft),
                self._desk.clock.now(),
            )
        )  # fmt: skip


_OF_THE_SCRIPT = (
    "kind", "names_given", "portal_down", "about", "where_now", "happened", "agency_id",
    "agency_name",
)  # fmt: skip
_OF_THE_CALL = ("agency_id", "number", "day", "started", "ended", "written_hours_said")
