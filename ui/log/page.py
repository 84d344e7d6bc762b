"""The safeguarding log: the register, one line for each concern, without a narrative."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from sgdesk.bootstrap import Desk
from sgdesk.services.views import LogRow
from sgdesk.text import _, read_short_date, to_london
from ui.kit.cards import Card, empty
from ui.kit.gradually import Gradually
from ui.kit.page import Page
from ui.kit.table import Column, Table
from ui.kit.table_cells import Cell
from ui.kit.tasks import Runner

_PAGE = 50
_LEAST = 110  # letters, below which the columns of the register go into three


class LogPage(Page):
    """`concern_asked` carries a concern's id; its page prints its page of the log."""

    concern_asked = Signal(str)

    def __init__(self, desk: Desk, runner: Runner) -> None:
        hint = _("Initials only. It grows and is never overwritten; reading it is noted too.")
        super().__init__(_("Safeguarding log"), hint, help_name="log")
        self._desk = desk
        self._runner = runner
        card = Card()
        self._nothing = empty(_("The register is empty. It fills as concerns are recorded."))
        self._nothing.hide()
        card.add(self._nothing)
        self.add(card)
        self._later = Gradually(self)
        self._later.add(self._make_table, lambda: card.add(self._table))

    def enter(self) -> None:
        """Read the register anew."""
        super().enter()
        self._later.go_on()
        self._runner.run(lambda: self._desk.log.register(_PAGE), self._on_read, self.fail, self)

    def _make_table(self) -> None:
        self._table = _new_table()
        self._table.chosen.connect(lambda one: self.concern_asked.emit(one.concern_id))
        self._table.more_asked.connect(self._on_more)

    def _on_read(self, rows: Sequence[LogRow]) -> None:
        self._nothing.setVisible(not rows)
        # In a turn of its own: to make the table fills one.
        self._later.add(lambda: self._show(rows))
        self._later.go_on()

    def _show(self, rows: Sequence[LogRow]) -> None:
        self._table.setVisible(bool(rows))
        self._table.show_rows(rows, has_more=len(rows) == _PAGE)

    def _on_more(self) -> None:
        last = self._table.rows()[-1]
        self._runner.run(
            lambda: self._desk.log.register(_PAGE, last), self._on_next, self.fail, self
        )

    def _on_next(self, rows: Sequence[LogRow]) -> None:
        self._table.add_rows(rows, has_more=len(rows) == _PAGE)


def _new_table() -> Table[LogRow]:
    table: Table[LogRow] = Table(
        "register",
        [
            Column(_("Reference"), _reference, 8),
            Column(_("Person"), lambda one: Cell(one.initials, one.kind), 3),
            Column(_("Harm"), lambda one: _in_two(one.harms), 5),
            Column(_("Decision"), lambda one: Cell(one.decision or "–", one.shared_with), 7),
            Column(_("Sent, and clinical record"), _sent, 7),
            Column(_("Stage"), lambda one: Cell(one.stage.text, tone=one.stage.tone.value), 7),
            Column(_("Due"), lambda one: Cell(str(one.open_dues)), 2),
        ],
        narrow=[
            Column(_("Concern"), _concern, 5),
            Column(_("Decision"), _decision, 6),
            Column(_("Stage"), _stage, 5),
        ],
        least=_LEAST,
    )
    table.set_name(_("Safeguarding log"))
    return table


def _reference(one: LogRow) -> Cell:
    opened = read_short_date(to_london(one.opened_at).date())
    return Cell(one.reference, "\n".join(filter(None, (opened, one.police))), strong=True)


def _sent(one: LogRow) -> Cell:
    entry = one.clinical_entry.partition(", ")[0]
    below = _("Clinical record {day}").format(day=entry) if entry else _("Not in the record yet")
    sent = one.sent.partition(" ")[2]  # without the weekday: the column is narrow
    return Cell(sent or _("Not sent"), below)


def _concern(one: LogRow) -> Cell:
    opened = read_short_date(to_london(one.opened_at).date())
    below = (opened, f"{one.initials} {one.kind}".strip(), one.harms, one.police)
    return Cell(one.reference, "\n".join(filter(None, below)), strong=True)


def _decision(one: LogRow) -> Cell:
    sent = _sent(one)
    below = (one.shared_with, sent.text, sent.hint)
    return Cell(one.decision or "–", "\n".join(filter(None, below)))


def _stage(one: LogRow) -> Cell:
    due = _("{count} due").format(count=one.open_dues) if one.open_dues else ""
    return Cell(one.stage.text, due)


def _in_two(text: str) -> Cell:
    """The first part of a list on top, the others as a hint below."""
    first, _comma, others = text.partition(", ")
    return Cell(first or "–", others)
