"""The directory: every team, the number that is right now, and how fresh what we know of it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import Agency
from sgdesk.domain.guidance import NationalLine
from sgdesk.services.views import RightNumber
from sgdesk.text import _, to_london
from ui.agencies.agency_row import agency_cells, line_cells
from ui.agencies.editor import AgencyEditor
from ui.kit.cards import Card, button, empty
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, clear, column
from ui.kit.page import Page
from ui.kit.rows import Rows
from ui.kit.tasks import Runner


@dataclass(frozen=True, slots=True)
class Directory:
    """What the page shows."""

    agencies: Sequence[Agency]
    numbers: Sequence[RightNumber]
    lines: Sequence[NationalLine]


class AgenciesPage(Page):
    """Lists the teams and the national lines; a team is added or changed on the same page."""

    def __init__(self, desk: Desk, runner: Runner) -> None:
        hint = _("Whom to tell, and on which number. Check each number every 90 days.")
        super().__init__(_("Agencies"), hint, help_name="agencies")
        self._desk = desk
        self._runner = runner
        self._editor: AgencyEditor | None = None
        self._add = button(_("Add an agency"), "primary", "add-agency")
        self._add.clicked.connect(lambda: self._edit(None))
        self.add_to_heading(self._add)
        self._place = column(gap=Gap.NORMAL)
        self.body.addLayout(self._place)
        self._later = Gradually(self)

    def enter(self) -> None:
        """Read the directory anew, unless a team is being changed."""
        super().enter()
        if self._editor is None:
            self._read()

    def add_agency(self) -> None:
        """Open the form of a new team, unless a team is being changed already."""
        if self._editor is None:
            self._edit(None)

    def _read(self) -> None:
        self._editor = None
        self._runner.run(self._directory, self._show, self.fail, self)

    def _directory(self) -> Directory:
        agencies = self._desk.agencies.list()
        numbers = [self._desk.agencies.right_number(agency) for agency in agencies]
        return Directory(agencies, numbers, self._desk.agencies.lines())

    def _show(self, directory: Directory) -> None:
        if self._editor is not None:
            return  # somebody opened a team while the directory was being read
        clear(self._place)
        self._add.show()
        self._later.replace([])
        self._place.addWidget(self._agencies(directory))
        self._later.add(lambda: self._add_lines(directory))
        self._later.go_on()

    def _add_lines(self, directory: Directory) -> None:
        lines = Card(
            _("National lines"), _("Right everywhere in the nation; each with its source.")
        )
        rows = Rows((_("Line"), _("Number"), _("When"), _("Source")), (3, 2, 5, 4))
        lines.add(rows)
        self._place.addWidget(lines)
        for line in directory.lines:
            self._later.add(partial(self._add_line, rows, line))

    def _add_line(self, rows: Rows, line: NationalLine) -> None:
        rows.add_row(*line_cells(line, self._desk.guidance))

    def _agencies(self, directory: Directory) -> Card:
        card = Card(_("Your agencies"))
        if not directory.agencies:
            text = _("The directory is empty. Add the duty team of children's social care first.")
            card.add(empty(text))
            return card
        titles = [_("Team"), _("Right now"), _("Checked"), ""]
        rows = Rows(titles, (5, 4, 3, 1))
        for agency, number in zip(directory.agencies, directory.numbers, strict=True):
            self._later.add(partial(self._add_row, rows, agency, number))
        card.add(rows)
        return card

    def _add_row(self, rows: Rows, agency: Agency, number: RightNumber) -> None:
        rows.add_row(*self._row(agency, number))

    def _row(self, agency: Agency, number: RightNumber) -> Sequence[QWidget]:
        kinds = {kind.id: kind.title for kind in self._desk.recipients}
        today = to_london(self._desk.clock.now()).date()
        change = button(_("Change"), "small", f"change:{agency.id}")
        change.setAccessibleName(_("Change {agency}").format(agency=agency.name))
        change.clicked.connect(lambda: self._edit(agency))
        return (*agency_cells(agency, number, kinds.get(agency.kind, ""), today), change)

    def _edit(self, agency: Agency | None) -> None:
        self._later.replace([])
        clear(self._place)
        self.say_nothing()
        self._add.hide()
        self._editor = AgencyEditor(self._desk, self._runner, agency)
        self._editor.saved.connect(self._on_saved)
        self._editor.left.connect(self._read)
        self._editor.refused.connect(self.bring_into_sight)
        self._place.addWidget(self._editor)
        self._editor.start()

    def _on_saved(self, agency: Agency) -> None:
        self._read()
        self.say(_("{agency} is in the directory.").format(agency=agency.name))
        self.heading.setFocus()
