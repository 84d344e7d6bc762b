"""Getting back in with the recovery sheet, and choosing a new passphrase."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Signal

from sgdesk.bootstrap import Desk, LockedDesk
from sgdesk.domain.flows.engine import Problem
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import UserId
from sgdesk.services.front_door import passphrase_problem, passphrase_strength
from sgdesk.text import _
from ui.kit.binding import DraftHolder
from ui.kit.cards import button, words
from ui.kit.form import Form
from ui.kit.layout import Gap, row
from ui.kit.page import Page
from ui.kit.problem_summary import ProblemSummary
from ui.kit.tasks import Runner
from ui.setup.person_page import add_show_tick, passphrase_question


class _Draft(msgspec.Struct):
    user: str = ""
    sheet_1: str = ""
    passphrase: str = ""
    passphrase_again: str = ""

    def __repr__(self) -> str:
        return "_Draft()"


class RecoverPage(Page):
    """`opened` carries the desk; `left`, that somebody found their passphrase after all."""

    opened = Signal(object)
    left = Signal()

    def __init__(
        self, locked: LockedDesk, users: Sequence[tuple[str, str]], runner: Runner
    ) -> None:
        hint = _("Type the words of the recovery sheet, then choose a new passphrase.")
        super().__init__(_("I have lost my passphrase"), hint, help_name="lock")
        self._locked = locked
        self._runner = runner
        self._names = dict(users)
        self._draft = _Draft(user=users[0][0] if users else "")
        self._form = self._new_form(users)
        self._summary = ProblemSummary()
        self._summary.chosen.connect(lambda problem: self._form.focus(problem.field))
        self.add(self._summary)
        self.add(self._form)
        self._form.load()
        ways = row(gap=Gap.SMALL)
        back = button(_("Back"), name="back")
        back.clicked.connect(self.left)
        ways.addWidget(back)
        ways.addStretch()
        self._open = button(_("Open the records"), "primary", "recover")
        self._open.clicked.connect(self._on_open)
        ways.addWidget(self._open)
        self.body.addLayout(ways)

    def _new_form(self, users: Sequence[tuple[str, str]]) -> Form:
        form = Form(DraftHolder(self._draft))
        with form.card():
            form.choice("user", _("&Who are you?"), users)
            form.long_text("sheet_1", _("The words of the &sheet, in their order"), rows=4)
        first, again = passphrase_question("passphrase"), passphrase_question("passphrase_again")
        with form.card(_("A new passphrase")) as card:
            form.add(_("&New passphrase"), first)
            said = words("", "hint")
            card.add(said)
            form.add(_("The same a&gain"), again)
            add_show_tick(form, first, again)
        form.changed.connect(
            lambda _field: said.setText(
                passphrase_strength(self._draft.passphrase) if self._draft.passphrase else ""
            )
        )
        return form

    def _on_open(self) -> None:
        problems = self._problems()
        self._show(problems)
        if problems:
            return
        draft = self._draft
        self._open.setEnabled(False)
        self.say(_("Opening the records."), "info")
        self._runner.run(
            lambda: self._locked.recover([draft.sheet_1], UserId(draft.user), draft.passphrase),
            self._on_opened,
            self._on_refused,
            self,
        )

    def _problems(self) -> list[Problem]:
        draft = self._draft
        name = self._names.get(draft.user, "")
        checks = [
            ("sheet_1", None if draft.sheet_1.strip() else _("Type the words of the sheet.")),
            ("passphrase", passphrase_problem(draft.passphrase, (name,))),
            (
                "passphrase_again",
                None
                if draft.passphrase == draft.passphrase_again
                else _("The two passphrases differ. Type the second one again."),
            ),
        ]
        return [Problem("", field, text) for field, text in checks if text]

    def _show(self, problems: list[Problem]) -> None:
        self._form.show_problems(problems)
        self._summary.show_problems(problems)

    def _on_opened(self, desk: Desk) -> None:
        self._draft.sheet_1 = self._draft.passphrase = self._draft.passphrase_again = ""
        self.opened.emit(desk)

    def _on_refused(self, error: UserError | SituationError) -> None:
        self._open.setEnabled(True)
        self.say_nothing()
        if isinstance(error, UserError):
            self._show([Problem("", error.field or "sheet_1", error.text)])
        else:
            self.fail(error)
