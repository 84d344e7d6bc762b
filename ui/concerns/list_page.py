"""All concerns: by stage, or by words that occur in them, fifty at a time."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit

from sgdesk.bootstrap import Desk
from sgdesk.domain.concern import Stage
from sgdesk.domain.shown import age_in_years, person_words
from sgdesk.services.views import ConcernRow
from sgdesk.text import _, read_moment, to_london
from ui.kit.cards import Card, button, empty
from ui.kit.flow_layout import FlowLayout
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, row
from ui.kit.page import Page
from ui.kit.table import Column, Table
from ui.kit.table_cells import Cell
from ui.kit.tasks import Runner
from ui.kit.theme import mark

_PAGE = 50
_LEAST = 90  # letters, below which the columns go into three
_LONGEST_SEARCH = 200
_FILTERS: tuple[tuple[str, str, tuple[Stage, ...]], ...] = (
    ("all", "All", ()),
    ("draft", "Being recorded", (Stage.DRAFT,)),
    ("decide", "To decide", (Stage.RECORDED, Stage.DECIDING, Stage.REOPENED)),
    ("send", "To send", (Stage.DECIDED,)),
    (
        "waiting",
        "Awaiting an answer",
        (Stage.SHARED, Stage.AWAITING_ACKNOWLEDGEMENT, Stage.AWAITING_OUTCOME),
    ),
    ("outcome", "Outcome recorded", (Stage.OUTCOME_RECORDED,)),
    ("not-shared", "Not shared", (Stage.NOT_SHARED,)),
    ("closed", "Closed", (Stage.CLOSED,)),
)


class ConcernsPage(Page):
    """`concern_asked` carries a concern's id."""

    concern_asked = Signal(str)

    def __init__(self, desk: Desk, runner: Runner) -> None:
        super().__init__(_("Concerns"), help_name="concerns")
        self._desk = desk
        self._runner = runner
        self._stages: tuple[Stage, ...] = ()
        self._found: list[ConcernRow] = []
        self._has_more = False
        self._whole = False
        self._is_asked = False
        card = Card()
        card.body.addLayout(self._search_line())
        card.body.addLayout(self._filters())
        self._nothing = empty("")
        self._nothing.hide()
        card.add(self._nothing)
        self.add(card)
        self._later = Gradually(self)
        self._later.add(self._make_table, lambda: card.add(self._table))

    def enter(self) -> None:
        """Read the list anew, as it was filtered."""
        super().enter()
        self._later.go_on()
        self._read()

    def search_for(self, text: str) -> None:
        """Show the concerns in which these words occur, once the page is entered; or ask for the
        one whose reference they are."""
        self._words.setText(text[:_LONGEST_SEARCH])
        self._is_asked = True

    def show_names(self, shown: bool) -> None:
        """Show whole names, or initials and age."""
        if shown is self._whole:
            return
        self._whole = shown
        self._later.add(self._show_found)
        self._later.finish()

    def _search_line(self) -> QHBoxLayout:
        line = row(gap=Gap.SMALL)
        self._words = QLineEdit()
        self._words.setObjectName("find-concern")
        self._words.setMaxLength(_LONGEST_SEARCH)
        self._words.setAccessibleName(_("Words to find in all concerns"))
        self._words.setPlaceholderText(_("A name, a reference, or what was said"))
        self._words.returnPressed.connect(self._on_search)
        label = QLabel(_("&Words"))
        mark(label, "label")
        label.setBuddy(self._words)
        line.addWidget(label)
        line.addWidget(self._words, 1)
        find = button(_("Find"), name="find")
        find.clicked.connect(self._on_search)
        line.addWidget(find)
        self._clear = button(_("Show all again"), "link", "clear-search")
        self._clear.clicked.connect(self._on_clear)
        self._clear.hide()
        line.addWidget(self._clear)
        return line

    def _filters(self) -> FlowLayout:
        tabs = FlowLayout(gap=Gap.SMALL)
        group = QButtonGroup(self)
        for name, text, stages in _FILTERS:
            tab = button(_(text), "tab", f"filter:{name}")
            tab.setCheckable(True)
            tab.setChecked(name == "all")
            tab.clicked.connect(lambda _checked=False, wanted=stages: self._on_filter(wanted))
            group.addButton(tab)
            tabs.addWidget(tab)
        return tabs

    def _make_table(self) -> None:
        self._table = self._new_table()

    def _new_table(self) -> Table[ConcernRow]:
        table: Table[ConcernRow] = Table(
            "concerns",
            [
                Column(_("Reference"), lambda one: Cell(one.line.reference, strong=True), 4),
                Column(_("Person"), self._person, 4),
                Column(_("Stage"), lambda one: Cell(one.stage.text, tone=one.stage.tone.value), 5),
                Column(_("Shared with"), lambda one: Cell(one.shared_with or "–"), 4),
                Column(_("Last change"), lambda one: Cell(_moment(one)), 4),
            ],
            narrow=[
                Column(_("Concern"), self._concern, 5),
                Column(_("Stage"), lambda one: Cell(one.stage.text, tone=one.stage.tone.value), 5),
                Column(_("Shared with"), lambda one: Cell(one.shared_with or "–"), 4),
            ],
            least=_LEAST,
        )
        table.set_name(_("Concerns"))
        table.chosen.connect(lambda one: self.concern_asked.emit(one.line.id))
        table.more_asked.connect(self._on_more)
        return table

    def _person(self, one: ConcernRow) -> Cell:
        line = one.line
        age = age_in_years(line.person_kind, line.born, self._today())
        return Cell(person_words(line.person_name, line.person_kind, age, whole=self._whole))

    def _concern(self, one: ConcernRow) -> Cell:
        below = f"{self._person(one).text}\n{_moment(one)}"
        return Cell(one.line.reference, below, strong=True)

    def _today(self) -> date:
        return to_london(self._desk.clock.now()).date()

    def _read(self) -> None:
        wanted, stages = self._words.text().strip(), self._stages
        self._clear.setVisible(bool(wanted))
        if wanted:
            self._runner.run(
                lambda: self._desk.concerns.find(wanted, _PAGE), self._on_found, self.fail, self
            )
        else:
            self._runner.run(
                lambda: self._desk.concerns.newest(_PAGE, None, stages),
                self._on_newest,
                self.fail,
                self,
            )

    def _on_newest(self, rows: Sequence[ConcernRow]) -> None:
        self._is_asked = False
        self._show(rows, has_more=len(rows) == _PAGE)
        self._say_empty(_("No concern is at this stage.") if self._stages else _nothing_yet())

    def _on_found(self, rows: Sequence[ConcernRow]) -> None:
        is_asked, self._is_asked = self._is_asked, False
        meant = self._words.text().strip().upper()
        known = next((one.line.id for one in rows if one.line.reference == meant), None)
        if is_asked and known is not None:
            self._words.clear()  # found: the list is whole again
            self.concern_asked.emit(known)
            return
        self._show(rows, has_more=False)
        self._say_empty(_("These words were found in no concern. Try fewer, or part of a name."))
        if len(rows) == _PAGE:
            self.say(_("These are the first 50. Add a word to find fewer."), "info")

    def _show(self, rows: Sequence[ConcernRow], *, has_more: bool) -> None:
        self._found, self._has_more = list(rows), has_more
        # In a turn of its own: to make the table fills one.
        self._later.add(self._show_found)
        self._later.go_on()

    def _show_found(self) -> None:
        self._table.show_rows(self._found, self._has_more)
        self._table.setVisible(bool(self._found))

    def _say_empty(self, text: str) -> None:
        self._nothing.setText(text)
        self._nothing.setVisible(not self._found)

    def _on_more(self) -> None:
        last, stages = self._found[-1].line, self._stages
        self._runner.run(
            lambda: self._desk.concerns.newest(_PAGE, last, stages), self._on_next, self.fail, self
        )

    def _on_next(self, rows: Sequence[ConcernRow]) -> None:
        self._found.extend(rows)
        self._has_more = len(rows) == _PAGE
        self._table.add_rows(rows, self._has_more)

    def _on_filter(self, stages: tuple[Stage, ...]) -> None:
        self._stages = stages
        self._words.clear()
        self._read()

    def _on_search(self) -> None:
        self.say_nothing()
        self._is_asked = True
        self._read()

    def _on_clear(self) -> None:
        self._words.clear()
        self._on_search()


def _moment(one: ConcernRow) -> str:
    """Without the weekday: the column is narrow."""
    return read_moment(one.line.changed_at).split(" ", 1)[1]


def _nothing_yet() -> str:
    return _("No concern is recorded yet. Press Ctrl+N to record the first.")
