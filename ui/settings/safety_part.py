"""Backups, whether the store and the log are whole, and the sheet for a day without this PC."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.errors import SituationError, UserError
from sgdesk.services.views import StoreState
from sgdesk.text import _
from ui.kit.ask import Asker
from ui.kit.cards import Card, Notice, button, words
from ui.kit.layout import Gap, clear, column
from ui.kit.tasks import Runner


class SafetyPart(QWidget):
    """`said` carries a sentence about what was done, `paper_made` the grab sheet, `failed` one of
    our errors."""

    said = Signal(str)
    paper_made = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, asker: Asker, store: Path) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._asker = asker
        layout = column(self, Gap.NORMAL)
        layout.addWidget(self._backup_card(store))
        layout.addWidget(self._log_card())
        layout.addWidget(self._sheet_card())

    def read(self) -> None:
        """Read anew how the store does."""
        self._runner.run(lambda: self._desk.today.view().store, self._show, self.failed.emit, self)

    def _backup_card(self, store: Path) -> Card:
        card = Card(
            _("Backups"),
            _("A backup is encrypted like the store, and counts only once it was opened again."),
        )
        self._backup = words("")
        self._backup.setObjectName("backup-state")
        card.add(self._backup)
        card.add(words(_("The records live in {folder}").format(folder=store), "hint"))
        text = _("Keep one on a second disk that is put away: a PC can be stolen, or fail.")
        card.add(words(text, "hint"))
        self._make = button(_("Make a backup now"), "primary", "make-backup")
        self._make.clicked.connect(self._on_make)
        card.body.addWidget(self._make, 0, Qt.AlignmentFlag.AlignRight)
        return card

    def _log_card(self) -> Card:
        hint = _("Each entry of the log is chained to the one before; a change anywhere is found.")
        card = Card(_("The log and the store"), hint)
        self._chain = words("")
        self._chain.setObjectName("chain-state")
        card.add(self._chain)
        self._warnings = column(gap=Gap.SMALL)
        card.body.addLayout(self._warnings)
        self._check = button(_("Check every entry now"), name="check-log")
        self._check.clicked.connect(self._on_check)
        card.body.addWidget(self._check, 0, Qt.AlignmentFlag.AlignRight)
        return card

    def _sheet_card(self) -> Card:
        hint = _("Your numbers, blank forms and blank body maps, to keep on paper. It names no"
                 " patient. Print it again when the directory changes.")  # fmt: skip
        card = Card(_("For the day this PC is down"), hint)
        sheet = button(_("Print the grab sheet"), name="grab-sheet")
        sheet.clicked.connect(self._on_sheet)
        card.body.addWidget(sheet, 0, Qt.AlignmentFlag.AlignRight)
        return card

    def _on_sheet(self) -> None:
        self._runner.run(
            self._desk.printing.grab_sheet, self.paper_made.emit, self.failed.emit, self
        )

    def _show(self, state: StoreState) -> None:
        self._backup.setText(state.backup)
        self._chain.setText(state.chain)
        clear(self._warnings)
        for warning in state.warnings:
            self._warnings.addWidget(Notice(warning, kind="due"))

    def _on_make(self) -> None:
        folder = self._asker.choose_folder(_("Where to put the backup"))
        if folder is None:
            return
        self._make.setEnabled(False)
        self._runner.run(
            lambda: self._desk.backups.make(folder).path.name, self._on_made, self._on_failed, self
        )

    def _on_made(self, name: str) -> None:
        self._make.setEnabled(True)
        self.said.emit(_("The backup {name} was made, opened and checked.").format(name=name))
        self.read()

    def _on_check(self) -> None:
        self._check.setEnabled(False)
        self._chain.setText(_("Checking every entry and every page."))
        self._runner.run(self._desk.backups.check, self._on_checked, self._on_failed, self)

    def _on_checked(self, state: StoreState) -> None:
        self._check.setEnabled(True)
        self._show(state)
        self.said.emit(state.chain)

    def _on_failed(self, error: UserError | SituationError) -> None:
        self._make.setEnabled(True)
        self._check.setEnabled(True)
        self.failed.emit(error)
        self.read()
