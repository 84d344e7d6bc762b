"""The directory: every team, the number that is right now, and how fresh what we know of it is."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import Agency
from sgdesk.domain.freshness import late_words
from sgdesk.domain.guidance import NationalLine
from sgdesk.domain.unsaved import AgencyDraft, CheckDraft, id_of
from sgdesk.ids import DraftId
from sgdesk.services.views import OpenDraft, RightNumber
from sgdesk.text import _, read_moment, to_london
from ui.agencies.agency_row import agency_cells, line_cells
from ui.agencies.check_form import CheckForm
from ui.agencies.directory import Directory, kinds_offered, read_directory
from ui.agencies.editor import AgencyEditor
from ui.agencies.import_card import ImportCard
from ui.kit.ask import Asker, WindowAsker
from ui.kit.cards import Card, Notice, button, empty
from ui.kit.flow_layout import FlowLayout
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, clear, column
from ui.kit.page import Page
from ui.kit.rows import Rows
from ui.kit.tasks import Runner

_OneTeam = AgencyEditor | CheckForm
_Begun = OpenDraft[Any]


class AgenciesPage(Page):
    """Lists the teams and the national lines; a team is added, changed or checked on the same
    page, and a directory brought in from a file. What is typed is kept until it is saved."""

    def __init__(self, desk: Desk, runner: Runner, asker: Asker | None = None) -> None:
        hint = _("Whom to tell, and on which number. Check each number every 90 days.")
        super().__init__(_("Agencies"), hint, help_name="agencies")
        self._desk = desk
        self._runner = runner
        self._asker = asker or WindowAsker(self)
        self._open: _OneTeam | None = None
        self._begun: Sequence[_Begun] = ()
        self._to_open: Callable[[Directory], None] | None = None
        self._add = button(_("Add an agency"), "primary", "add-agency")
        self._add.clicked.connect(lambda: self._edit(None))
        self.add_to_heading(self._add)
        self._place = column(gap=Gap.NORMAL)
        self.body.addLayout(self._place)
        self._later = Gradually(self)

    def enter(self) -> None:
        """Read the directory anew, unless a team is being changed."""
        super().enter()
        if self._open is None:
            self._read()

    def add_agency(self) -> None:
        """Open the form of a new team, unless a team is being changed already."""
        if self._open is None:
            self._to_open = lambda _directory: self._edit(None)
            self._read()

    def go_on(self, draft_id: DraftId) -> None:
        """Open a draft as it was left; what is being typed now is saved first."""
        if self._open is None or self._open.draft_id != draft_id:
            self._to_open = lambda directory: self._go_on_with(draft_id, directory)
            self.keep(self._turn)

    def keep(self, done: Callable[[], None]) -> None:
        """Save what is being typed as a draft, and then call `done`; not if saving fails."""
        if self._open is None:
            done()
        else:
            self._open.keep(done)

    def _turn(self) -> None:
        self._open = None
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._open = None
        desk = self._desk
        self._runner.run(lambda: read_directory(desk), self._show, self.fail, self)

    def _show(self, directory: Directory) -> None:
        if self._open is not None:
            return  # somebody opened a team while the directory was being read
        self._begun = directory.begun
        to_open, self._to_open = self._to_open, None
        if to_open is not None:
            to_open(directory)
        if self._open is None:
            self._show_directory(directory)

    def _show_directory(self, directory: Directory) -> None:
        clear(self._place)
        self._add.show()
        self._later.replace([])
        if directory.late:
            self._place.addWidget(Notice(late_words(directory.late), kind="due"))
        for one in directory.begun:
            self._place.addWidget(self._begun_notice(one, directory))
        self._place.addWidget(self._agencies(directory))
        self._later.add(partial(self._add_file_ways, directory), partial(self._lines, directory))
        self._later.go_on()

    def _begun_notice(self, one: _Begun, directory: Directory) -> Notice:
        draft_id = id_of(one.draft)
        name = one.draft.agency.name or _("A team without a name")
        text = _("{agency}: what was typed {when} is not in the directory yet.")
        if isinstance(one.draft, CheckDraft):
            text = _("{agency}: a check that was begun {when} is not noted yet.")
        notice = Notice(text.format(agency=name, when=read_moment(one.saved_at)), kind="due")
        notice.add_link(f"go-on:{draft_id}", _("Go on"))
        notice.linked.connect(lambda _id: self._go_on_with(draft_id, directory))
        return notice

    def _go_on_with(self, draft_id: DraftId, directory: Directory) -> None:
        found = next((one for one in self._begun if id_of(one.draft) == draft_id), None)
        if found is None:
            return  # put into the directory, or thrown away
        agency_id = found.draft.agency.id
        now = next((one for one in directory.agencies if one.id == agency_id), None)
        if isinstance(found.draft, AgencyDraft):
            self._show_editor(now, found)
        elif now is not None:
            self._check(now)

    def _add_file_ways(self, directory: Directory) -> None:
        place = QWidget()
        ways = FlowLayout(place, gap=Gap.SMALL)
        bring = button(_("Bring in from a file"), name="import-agencies")
        bring.clicked.connect(self._on_import)
        ways.addWidget(bring)
        save = button(_("Save as a file"), name="export-agencies")
        save.clicked.connect(self._on_export)
        save.setEnabled(bool(directory.agencies))
        ways.addWidget(save)
        self._place.addWidget(place)

    def _lines(self, directory: Directory) -> None:
        card = Card(_("National lines"), _("Right everywhere in the nation; each with its source."))
        rows = Rows((_("Line"), _("Number"), _("When"), _("Source")), (3, 2, 5, 4))
        card.add(rows)
        self._place.addWidget(card)
        for line in directory.lines:
            self._later.add(partial(self._add_line, rows, line))

    def _add_line(self, rows: Rows, line: NationalLine) -> None:
        rows.add_row(*line_cells(line, self._desk.guidance))

    def _agencies(self, directory: Directory) -> Card:
        card = Card(_("Your agencies"))
        if not directory.agencies:
            card.add(empty(self._begin_with()))
            return card
        titles = [_("Team"), _("Right now"), _("Checked"), ""]
        rows = Rows(titles, (5, 4, 4, 2))
        for agency, number in zip(directory.agencies, directory.numbers, strict=True):
            self._later.add(partial(self._add_row, rows, agency, number))
        card.add(rows)
        return card

    def _begin_with(self) -> str:
        [(_kind, first), *_others] = kinds_offered(self._desk)
        text = _("The directory is empty. Add the duty team first: {team}.")
        return text.format(team=first)

    def _add_row(self, rows: Rows, agency: Agency, number: RightNumber) -> None:
        kinds = {kind.id: kind.title for kind in self._desk.recipients}
        today = to_london(self._desk.clock.now()).date()
        cells = agency_cells(agency, number, kinds.get(agency.kind, ""), today)
        rows.add_row(*cells, self._ways(agency))

    def _ways(self, agency: Agency) -> QWidget:
        place = QWidget()
        ways = FlowLayout(place, gap=Gap.SMALL)
        for name, text, spoken, opens in (
            ("change", _("Change"), _("Change {agency}"), self._edit),
            ("check", _("Check"), _("Check the numbers of {agency}"), self._check),
        ):
            way = button(text, "small", f"{name}:{agency.id}")
            way.setAccessibleName(spoken.format(agency=agency.name))
            way.clicked.connect(partial(opens, agency))
            ways.addWidget(way)
        return place

    def _edit(self, agency: Agency | None, _pressed: bool = False) -> None:
        """Change a team, or add one; what was typed about it before is gone on with."""
        wanted = agency.id if agency else None
        drafts = [one for one in self._begun if isinstance(one.draft, AgencyDraft)]
        about = [
            one for one in drafts if wanted == (one.draft.agency.id if one.draft.before else None)
        ]
        self._show_editor(agency, about[0] if about else None)

    def _show_editor(self, agency: Agency | None, opened: _Begun | None) -> None:
        self._show_one(AgencyEditor(self._desk, self._runner, agency, opened))

    def _check(self, agency: Agency, _pressed: bool = False) -> None:
        checks = [one for one in self._begun if isinstance(one.draft, CheckDraft)]
        opened = next((one for one in checks if one.draft.agency.id == agency.id), None)
        form = CheckForm(self._desk, self._runner, agency, opened)
        form.change_asked.connect(self._edit)
        self._show_one(form)

    def _show_one(self, form: _OneTeam) -> None:
        clear(self._place)
        self.say_nothing()
        self._add.hide()
        self._open = form
        form.saved.connect(self._on_saved)
        form.left.connect(self._read)
        form.refused.connect(self.bring_into_sight)
        # What was there goes in one turn, and this comes in others: each takes its time.
        form.hide()
        self._place.addWidget(form)
        self._later.replace([form.show, form.start])
        self._later.go_on()

    def _on_saved(self, agency: Agency) -> None:
        self._read()
        if agency.checked_on is None:
            text = _("{agency} is in the directory. Its numbers are not checked: ring them, and"
                     " press Check beside it.")  # fmt: skip
            self.say(text.format(agency=agency.name), "due")
            return
        self.say(_("{agency} is in the directory.").format(agency=agency.name))

    def _on_import(self) -> None:
        self._later.replace([])
        clear(self._place)
        self.say_nothing()
        card = ImportCard(self._desk, self._runner, self._asker)
        card.taken.connect(self._on_taken)
        card.closed.connect(self._read)
        card.sight_wanted.connect(self.bring_into_sight)
        self._place.addWidget(card)
        card.take_focus()

    def _on_taken(self, count: int) -> None:
        self._read()
        one = _("1 team was taken in. Check its numbers before you rely on them.")
        many = _("{count} teams were taken in. Check their numbers before you rely on them.")
        self.say(one if count == 1 else many.format(count=count))

    def _on_export(self) -> None:
        path = self._asker.choose_file_to_save(
            _("Save the directory"), "agencies.csv", _("Rows (*.csv)")
        )
        if path is None:
            return
        desk = self._desk
        self._runner.run(lambda: desk.agencies.write_file(path), self._on_exported, self.fail, self)

    def _on_exported(self, count: int) -> None:
        one, many = _("1 team was written."), _("{count} teams were written.")
        self.say(one if count == 1 else many.format(count=count))
