"""Bringing in a directory: choose a file, look at how its rows read, and take them in at once."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from sgdesk.bootstrap import Desk
from sgdesk.domain.directory.values import DirectoryRead
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _
from ui.agencies.import_preview import ImportPreview
from ui.kit.ask import Asker
from ui.kit.cards import Card, Notice, button
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap
from ui.kit.tasks import Runner


class ImportCard(Card):
    """`taken` carries how many teams were taken in; `closed`: nothing more is wanted."""

    taken = Signal(int)
    closed = Signal()
    sight_wanted = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, asker: Asker) -> None:
        super().__init__(
            _("Bring in agencies from a file"),
            _(
                "A CSV file, as a spreadsheet saves it, with a row of headings. The columns may"
                " stand in any order, and dates are read day first. Nothing is taken in before you"
                " say so. For the headings, save your directory as a file first."
            ),
        )
        self._desk = desk
        self._runner = runner
        self._asker = asker
        self._read: DirectoryRead | None = None
        self._problem = Notice("", kind="overdue")
        self._preview = ImportPreview()
        self._changes = QCheckBox(_("Also change the teams that are there"))
        self._changes.setObjectName("import-changes")
        self._take = button("", "primary", "import-take")
        self._changes.toggled.connect(self._show_count)
        self._take.clicked.connect(self._on_take)
        self._add_ways()
        for part in (self._problem, self._preview, self._changes):
            self.add(part)
        place = FlowLayout(gap=Gap.SMALL)
        place.addWidget(self._take)
        self.body.addLayout(place)
        self._hide_what_was_read()
        self._problem.hide()

    def take_focus(self) -> None:
        """Go to the button that chooses a file."""
        self._choose.setFocus()

    def _add_ways(self) -> None:
        ways = FlowLayout(gap=Gap.SMALL)
        self.body.addLayout(ways)
        self._choose = button(_("Choose a file"), name="import-file")
        self._choose.clicked.connect(self._on_choose)
        close = button(_("Close"), "link", "import-close")
        close.clicked.connect(self.closed)
        for way in (self._choose, close):
            ways.addWidget(way)

    def _on_choose(self) -> None:
        path = self._asker.choose_file_to_open(
            _("Choose a file of agencies"), _("Rows (*.csv *.tsv *.txt);;All files (*)")
        )
        if path is not None:
            desk = self._desk
            self._run(lambda: desk.agencies.read_rows(desk.importing.text_of(path)), self._show)

    def _show(self, read: DirectoryRead) -> None:
        self._read = read
        self._problem.hide()
        self._preview.show_read(read)
        self._preview.show()
        self._changes.setVisible(bool(read.changes))
        self._changes.setChecked(False)
        self._show_count()
        self.sight_wanted.emit(self._preview.top)

    def _show_count(self) -> None:
        read = self._read
        count = 0
        if read is not None:
            count = len(read.new) + (len(read.changes) if self._changes.isChecked() else 0)
        text = _("Take in 1 team") if count == 1 else _("Take in {count} teams")
        self._take.setText(text.format(count=count))
        self._take.setAccessibleName(self._take.text())
        self._take.setVisible(count > 0)
        self._take.setEnabled(True)

    def _on_take(self) -> None:
        read, changes, desk = self._read, self._changes.isChecked(), self._desk
        if read is None:
            return
        self._take.setEnabled(False)  # once: the worker has not taken them in yet
        self._run(lambda: desk.agencies.take_rows(read, with_changes=changes), self.taken.emit)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._runner.run(work, done, self._on_failed, self)

    def _on_failed(self, error: UserError | SituationError) -> None:
        self._problem.set_text(error.text)
        self._problem.show()
        self._hide_what_was_read()
        self.sight_wanted.emit(self._problem)

    def _hide_what_was_read(self) -> None:
        self._read = None
        for part in (self._preview, self._changes, self._take):
            part.hide()
