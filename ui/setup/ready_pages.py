"""Set-up's last pages, once the store is there: a second place, policies, first agencies."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import Agency
from sgdesk.domain.flows.setup import SetupDraft
from sgdesk.domain.practice import Practice
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _
from ui.kit.ask import Asker
from ui.kit.cards import Card, button, words
from ui.kit.form import Form
from ui.kit.layout import Gap, clear, column
from ui.kit.said import say_in
from ui.kit.step_page import StepPage
from ui.kit.tasks import Runner
from ui.setup.practice_form import policy_questions


class BackupPage(StepPage):
    """Makes the first backup, which is opened again before it counts."""

    def __init__(self, draft: SetupDraft, desk: Desk, runner: Runner, asker: Asker) -> None:
        super().__init__(_("A PC can be stolen, and a disk can fail. Keep the records twice."))
        self._draft = draft
        self._desk = desk
        self._runner = runner
        self._asker = asker
        card = Card(_("First backup"))
        text = _("Choose a folder on a second disk. The backup is encrypted like the records.")
        card.add(words(text))
        make = button(_("Choose a folder and make the backup"), name="make-backup")
        make.clicked.connect(self._on_make)
        card.body.addWidget(make, 0, Qt.AlignmentFlag.AlignLeft)
        self._said = column(gap=Gap.NONE)
        card.body.addLayout(self._said)
        card.add(words(_("No second disk at hand? Go on; Today reminds you."), "hint"))
        self.add(card)

    def _on_make(self) -> None:
        folder = self._asker.choose_folder(_("Where to put the backup"))
        if folder is not None:
            self._runner.run(
                lambda: self._desk.backups.make(folder).path, self._on_made, self._on_failed, self
            )

    def _on_made(self, path: Path) -> None:
        self._draft.has_backup = True
        self.left.emit()
        text = _("The backup {name} was made, opened and checked.").format(name=path.name)
        say_in(self._said, text, "ok")

    def _on_failed(self, error: UserError | SituationError) -> None:
        say_in(self._said, error.text, "due")


def policies_page(draft: SetupDraft) -> StepPage:
    """Return the page that asks for the policies."""
    page = StepPage(_("A lawful disclosure leans on them. Leave empty what you do not have yet."))

    def put(practice: Practice) -> None:
        draft.practice = practice

    for ask in policy_questions(lambda: draft.practice, put):
        page.later(partial(_add_asked, page, ask))
    return page


def _add_asked(page: StepPage, ask: Callable[[], Form]) -> None:
    page.add_form(ask())


class FirstAgenciesPage(StepPage):
    """Adds teams one after another. `new_editor` makes the form of one; it has the signals
    `saved`, `left` and `refused`, `start()`, `keep()`, `save()` and `is_touched`."""

    saved = Signal()

    def __init__(
        self, draft: SetupDraft, desk: Desk, runner: Runner, new_editor: Callable[[], QWidget]
    ) -> None:
        super().__init__(_("Whom you would ring first: the teams for children and for adults."))
        self._draft = draft
        self._desk = desk
        self._runner = runner
        self._new_editor = new_editor
        self._editor: QWidget | None = None
        self._go_on: Callable[[], None] | None = None
        card = Card(_("In your directory"))
        self._names = column(gap=Gap.TIGHT)
        card.body.addLayout(self._names)
        self._more = button(_("Add an agency"), name="add-agency")
        self._more.clicked.connect(self._on_add)
        card.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(card)
        self._place = column(gap=Gap.NONE)
        self.body.addLayout(self._place)

    def load(self) -> None:
        """Show which teams are there."""
        super().load()
        self._runner.run(self._desk.agencies.list, self._on_read, owner=self)

    @property
    def is_touched(self) -> bool:
        """Say whether a team was typed that is not in the directory yet."""
        return self._editor is not None and bool(self._editor.is_touched)  # type: ignore[attr-defined] # see new_editor

    def keep(self, done: Callable[[], None]) -> None:
        """Save the team that is being typed as a draft, then call `done`; not if saving fails."""
        if self._editor is None:
            done()
        else:
            self._editor.keep(done)  # type: ignore[attr-defined] # see new_editor

    def put_in(self, go_on: Callable[[], None]) -> None:
        """Put the team that is being typed into the directory, and then go on."""
        if not self.is_touched:
            go_on()
            return
        self._go_on = go_on
        self._editor.save()  # type: ignore[union-attr] # see new_editor

    def _on_read(self, agencies: Sequence[Agency]) -> None:
        self._draft.has_agency = bool(agencies)
        self.left.emit()
        clear(self._names)
        for agency in agencies:
            self._names.addWidget(words(f"{agency.name} · {agency.phone}"))
        if not agencies:
            self._names.addWidget(
                words(_("No team yet. National lines are there already."), "hint")
            )

    def _on_add(self) -> None:
        clear(self._place)
        self._more.hide()
        self._go_on = None
        self._editor = editor = self._new_editor()
        editor.saved.connect(self._on_saved)  # type: ignore[attr-defined] # see new_editor
        editor.left.connect(self._on_done)  # type: ignore[attr-defined] # see new_editor
        editor.refused.connect(self._on_refused)  # type: ignore[attr-defined] # see new_editor
        self._place.addWidget(editor)
        editor.start()  # type: ignore[attr-defined] # see new_editor

    def _on_saved(self, _agency: object) -> None:
        go_on = self._go_on
        self._on_done()
        if go_on is not None:
            go_on()

    def _on_refused(self, _field: QWidget) -> None:
        self._go_on = None

    def _on_done(self) -> None:
        self._editor = self._go_on = None
        clear(self._place)
        self._more.show()
        self.load()
