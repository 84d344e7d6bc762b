"""Set-up as a whole: its pages, and what happens when each is left."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.flows.setup import Newcomer, SetUp, SetupDraft
from sgdesk.errors import SituationError, UserError
from sgdesk.services.front_door import passphrase_problem, passphrase_strength, place_concern
from sgdesk.services.setup import PreparedDesk
from sgdesk.text import _
from ui.kit.ask import Asker
from ui.kit.form import Form
from ui.kit.printing import PrintService
from ui.kit.step_page import StepPage
from ui.kit.tasks import Runner
from ui.setup.founding import Founding, people_of
from ui.setup.frame import SetupFrame
from ui.setup.person_page import deputy_page, lead_page
from ui.setup.place_page import PlacePage
from ui.setup.practice_form import ChosenPractice, practice_questions
from ui.setup.ready_pages import BackupPage, FirstAgenciesPage, policies_page
from ui.setup.recovery_page import RecoveryPage


class SetupWizard(SetupFrame):
    """`founded` carries the desk and its folder as soon as the store is there; `opened` the desk,
    when somebody wants to work; `demo_asked`, that they want to look at the demonstration;
    `given_up`, that they leave before anything is kept."""

    founded = Signal(object, object)
    opened = Signal(object)
    demo_asked = Signal()
    given_up = Signal()

    def __init__(
        self,
        proposed: Path,
        founding: Founding,
        runner: Runner,
        asker: Asker,
        printers: PrintService,
        new_editor: Callable[[Desk], QWidget],
    ) -> None:
        self._draft = draft = SetupDraft(folder=str(proposed))
        self._founding = founding
        self._runner = runner
        self._asker = asker
        self._printers = printers
        self._new_editor = new_editor
        self._desk: Desk | None = None
        self._prepared: tuple[list[object], PreparedDesk] | None = None
        self._busy = False
        super().__init__(SetUp(passphrase_problem), draft, self._page, self._leave)
        self.finished.connect(lambda: self.opened.emit(self._opened()))
        self.left.connect(self._on_left)
        self.linked.connect(lambda _id: self.demo_asked.emit())

    def save_all(self, done: Callable[[], None]) -> None:
        """Save whatever is typed, and then call `done`; not if saving fails. Before there is a
        store there is nowhere to keep it."""
        if not self._draft.is_live:
            done()
            return
        for page in self._pages.values():
            if isinstance(page, FirstAgenciesPage):
                done = partial(page.keep, done)
        self._save_practice(done)

    def _page(self, step: str) -> StepPage:
        draft = self._draft
        makers: dict[str, Callable[[], StepPage]] = {
            "practice": self._practice_page,
            "lead": lambda: lead_page(draft, passphrase_strength),
            "deputy": lambda: deputy_page(draft, passphrase_strength),
            "place": lambda: PlacePage(draft, self._runner, self._asker, place_concern),
            "recovery": self._recovery_page,
            "backup": lambda: BackupPage(draft, self._opened(), self._runner, self._asker),
            "policies": lambda: policies_page(draft),
            "agencies": self._agencies_page,
        }
        return makers[step]()

    def _practice_page(self) -> StepPage:
        page = StepPage(_("It stands on every paper, and decides which rules apply."))
        form = Form(ChosenPractice(self._draft), prefix="practice")
        page.add_form(form)
        page.later(*practice_questions(form))
        return page

    def _recovery_page(self) -> StepPage:
        page = RecoveryPage(self._draft, self._runner, self._printers)
        page.wanted.connect(lambda: self._prepare(page))
        return page

    def _agencies_page(self) -> StepPage:
        desk = self._opened()
        return FirstAgenciesPage(self._draft, desk, self._runner, lambda: self._new_editor(desk))

    def _opened(self) -> Desk:
        if self._desk is None:
            raise LookupError("desk")
        return self._desk

    def _prepare(self, page: RecoveryPage) -> None:
        people: list[object] = list(people_of(self._draft))
        before = self._prepared
        if before is not None and before[0] == people:
            return
        self._draft.typed_words = ""

        def on_prepared(made: tuple[PreparedDesk, bytes]) -> None:
            self._prepared = (people, made[0])
            self.say("")
            page.show_words(made[0].sheet.words, made[1], is_new=before is not None)

        self.say(_("Making the keys."))
        self._runner.run(
            lambda: self._founding.prepare(self._draft), on_prepared, self._on_failed, self
        )

    def _leave(self, step: str, go_on: Callable[[], None]) -> None:
        if step == "recovery":
            self._complete(go_on)
        elif step == "policies":
            self._save_practice(go_on)
        elif isinstance(self.page, FirstAgenciesPage):
            self.page.put_in(go_on)
        else:
            go_on()

    def _save_practice(self, then: Callable[[], None]) -> None:
        desk, practice = self._opened(), self._draft.practice
        self._runner.run(
            lambda: desk.setup.save_practice(practice),
            lambda _answer: then(),
            self._on_failed,
            self,
        )

    def _complete(self, go_on: Callable[[], None]) -> None:
        if self._prepared is None or self._busy:
            return
        self._busy = True
        prepared = self._prepared[1]

        def on_made(desk: Desk) -> None:
            self._busy = False
            self._desk = desk
            self._draft.is_live = True
            self._draft.lead = self._draft.deputy = Newcomer()
            self._draft.typed_words = ""
            self._prepared = None
            self.founded.emit(desk, Path(self._draft.folder.strip()))
            go_on()
            self.say(_("The records are ready. Every step is saved from now on."))

        self.say(_("Making the store and opening it."))
        self._runner.run(
            lambda: self._founding.complete(prepared, self._draft), on_made, self._on_failed, self
        )

    def _on_failed(self, error: UserError | SituationError) -> None:
        self._busy = False
        self.say("")
        field = error.field if isinstance(error, UserError) else None
        self.explain(error.text, "typed_words" if field == "sheet_1" else field)

    def _on_left(self) -> None:
        if self._draft.is_live:
            if self._may_leave_team():
                self.save_all(lambda: self.opened.emit(self._opened()))
        elif self._asker.confirm(
            _("Leave set-up?"),
            _("Nothing is kept yet: no store was made, and the words of the sheet open nothing."),
            _("Leave"),
            _("Go on setting up"),
        ):
            self.given_up.emit()

    def _may_leave_team(self) -> bool:
        typed = isinstance(self.page, FirstAgenciesPage) and self.page.is_touched
        return not typed or self._asker.confirm(
            _("Leave this agency?"),
            _("It is not in your directory yet. Today offers to go on with what you typed."),
            _("Leave it"),
            _("Go on writing"),
        )
