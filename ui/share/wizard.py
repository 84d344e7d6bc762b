"""The wizard of flow 2: its pages, its two other ways out, and what happens at its turns."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import partial

from PySide6.QtCore import Signal

from sgdesk.bootstrap import Desk
from sgdesk.domain.flows.engine import Caret, Problem
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.sharing.clinical import ClinicalEntry
from sgdesk.domain.sharing.decision import Decision, Sharing, SharingDraft
from sgdesk.domain.shown import age_in_years, person_words
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _, to_london
from ui.kit.ask import Asker
from ui.kit.guidance_changed import guidance_changed
from ui.kit.printing import PrintService
from ui.kit.step_page import StepPage
from ui.kit.steps import StepFrame
from ui.kit.tasks import Runner
from ui.share.again_card import AgainForm
from ui.share.basis_page import BasisPage
from ui.share.case import Gathered, ShareCase
from ui.share.clinical_page import ClinicalPage
from ui.share.conditions_page import ConditionsPage
from ui.share.consent_page import ConsentPage
from ui.share.follow_page import FollowPage
from ui.share.minimum_page import MinimumPage
from ui.share.necessary_page import NecessaryPage
from ui.share.not_sharing_page import NotSharingPage
from ui.share.preview_page import PreviewPage
from ui.share.problem_names import NamingFlow
from ui.share.purpose_page import PurposePage
from ui.share.recipient_page import RecipientPage
from ui.share.route_page import RoutePage
from ui.share.send_page import SendPage
from ui.share.since_card import taken_over_card
from ui.share.waiting import waiting_words

_PAGES: dict[str, Callable[[ShareCase], StepPage]] = {
    "purpose": PurposePage,
    "consent": ConsentPage,
    "basis": BasisPage,
    "necessary": NecessaryPage,
    "recipient": RecipientPage,
    "route": RoutePage,
    "minimum": MinimumPage,
    "conditions": ConditionsPage,
    "preview": PreviewPage,
    "not-sharing": NotSharingPage,
    "send": SendPage,
    "clinical": ClinicalPage,
    "follow": FollowPage,
}
_REFUSALS = {"do-not-share": Decision.DO_NOT_SHARE, "not-yet": Decision.NOT_YET}


class ShareWizard(StepFrame[SharingDraft]):
    """Leads through one decision, records it, and files it.

    `decided` brings the recorded Sharing; `call_asked`: the duty team is to be rung;
    `advice_asked`: somebody is to be rung for advice. `case` is what the pages work on.
    """

    decided = Signal(object)
    call_asked = Signal()
    advice_asked = Signal()

    def __init__(self, case: ShareCase) -> None:
        self.case = case
        self._is_deciding = False
        super().__init__(
            NamingFlow(case.flow, case.concern), case.draft, self._page, self._save, case.runner,
            case.desk.clock, subtitle=_subtitle(case), last=_("Finish"),
        )  # fmt: skip
        if not case.draft.decided:
            version = case.guidance.version
            self.put_above(guidance_changed(case.draft, version, self.mark_changed))
        self._links = {
            id: self.add_link(id, text)
            for id, text in (
                ("do-not-share", _("Decide not to share")),
                ("not-yet", _("Not yet")),
                ("share", _("Share after all")),
            )
        }
        self.linked.connect(self._on_linked)
        self.refreshed.connect(self._show_ways_out)

    def go_on(self) -> None:
        """Go to the next step; on some steps something is recorded first."""
        draft = self.draft
        if self.step == "preview" and not draft.decided and not self._gaps():
            self._decide()
        elif self.step == "clinical" and draft.decided and draft.clinical != ClinicalEntry():
            self._file_entry()
        elif self.step == "follow" and draft.decided:
            self.save_now(self._finish)
        else:
            super().go_on()

    def waiting(self) -> Mapping[str, str]:
        """Return what was not decided, sent or written yet."""
        return waiting_words(self.case)

    def _page(self, step: str) -> StepPage:
        page = _PAGES[step](self.case)
        self._put_on_top(page, step)
        if isinstance(page, NecessaryPage):
            page.advice_asked.connect(self.advice_asked)
        if isinstance(page, PreviewPage):
            page.problem_chosen.connect(self.go_to)
            self.shown.connect(lambda shown: None if shown == "preview" else page.let_go())
        if isinstance(page, SendPage):
            page.call_asked.connect(self.call_asked)
            page.tried.connect(self.refresh)
        return page

    def _put_on_top(self, page: StepPage, step: str) -> None:
        if step == "minimum" and self.case.flow.earlier and not self.draft.decided:
            page.later(partial(_ask_again, self.case, page))
        if (card := taken_over_card(self.case, step, self.mark_changed)) is not None:
            page.body.insertWidget(1, card)
            card.load()
            self.refreshed.connect(card.load)

    def _save(self, draft: SharingDraft, step: str, caret: Caret) -> object:
        return self.case.desk.sharings.save_draft(draft, step, caret)

    def _show_ways_out(self) -> None:
        draft = self.draft
        shared = is_shared(draft.decision)
        self._links["do-not-share"].setVisible(shared and not draft.decided)
        self._links["not-yet"].setVisible(shared and not draft.decided)
        self._links["share"].setVisible(not shared and not draft.decided)

    def _gaps(self) -> list[Problem]:
        return self.case.flow.problems(self.draft, "preview")

    def _on_linked(self, id: str) -> None:
        self.draft.decision = _REFUSALS.get(id, Decision.SHARE)
        self.start("not-sharing" if id in _REFUSALS else self._first_open_step())
        self.mark_changed()

    def _first_open_step(self) -> str:
        ids = [step.id for step in self.case.flow.path(self.draft)]
        return next((id for id in ids if self.case.flow.problems(self.draft, id)), ids[0])

    def _decide(self) -> None:
        if self._is_deciding:
            return
        self._is_deciding = True
        case = self.case
        draft = deepcopy(self.draft)
        case.runner.run(
            lambda: case.desk.sharings.decide(draft), self._on_decided, self._on_refused, self
        )

    def _on_decided(self, sharing: Sharing) -> None:
        self._is_deciding = False
        self.case.sharing = sharing
        self.draft.decision = sharing.decision
        self.draft.necessity = sharing.necessity
        self.draft.decided = True
        self.start()
        self.mark_changed()
        self.decided.emit(sharing)

    def _on_refused(self, error: UserError | SituationError) -> None:
        self._is_deciding = False
        self.case.asker.tell(_("This cannot be recorded yet"), error.text)

    def _file_entry(self) -> None:
        case, entry = self.case, self.draft.clinical
        if case.flow.problems(self.draft, "clinical") or self.page.wrong():
            super().go_on()
            return
        case.runner.run(
            lambda: case.desk.sharings.record_clinical_entry(case.draft.id, entry),
            lambda _answer: self._on_entry_filed(entry), self._on_entry_refused, self,
        )  # fmt: skip

    def _on_entry_filed(self, entry: ClinicalEntry) -> None:
        self.case.entry_filed = entry
        super().go_on()

    def _on_entry_refused(self, error: UserError | SituationError) -> None:
        field = error.field if isinstance(error, UserError) and error.field else "clinical.made_by"
        problem = Problem("clinical", field, error.text)
        self.page.show_problems([problem])
        self.explain([problem])

    def _finish(self) -> None:
        case = self.case
        case.runner.run(
            lambda: case.desk.sharings.finish(case.draft.id),
            lambda _answer: self.finished.emit(), self._on_refused, self,
        )  # fmt: skip


def share_wizard(
    desk: Desk, gathered: Gathered, runner: Runner, asker: Asker, print_service: PrintService
) -> ShareWizard:
    """Return the wizard over what was gathered; it has no page before its `start`."""
    case = ShareCase(
        desk, runner, asker, print_service, gathered.draft, gathered.concern, gathered.practice,
        gathered.agencies, gathered.kinds, gathered.flow, gathered.sharing, gathered.attempts,
        gathered.sharing.clinical if gathered.sharing else ClinicalEntry(),
        gathered.calls, gathered.amendments,
    )  # fmt: skip
    return ShareWizard(case)


def _ask_again(case: ShareCase, page: StepPage) -> None:
    again = AgainForm(case)
    page.follow(again)
    page.body.insertWidget(1, again)


def _subtitle(case: ShareCase) -> str:
    person = case.concern.person
    today = to_london(case.desk.clock.now()).date()
    age = age_in_years(person.kind, person.born, today)
    who = person_words(person.name, person.kind, age, whole=False)
    return _("{reference} · {person}").format(reference=case.concern.reference, person=who)
