"""How pasted rows read, before any of them is taken in: each with its line and what becomes of
it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sgdesk.domain.facts.words import sentence
from sgdesk.domain.importing.headings import COLUMN_WORDS, Column
from sgdesk.domain.importing.values import EventRow, EventsRead
from sgdesk.text import _, read_date, read_time
from ui.kit.cards import Notice, button, tag, words
from ui.kit.layout import Gap, column
from ui.record.import_columns import ColumnChoices
from ui.record.paged_rows import PagedRows

_MOST_WRITTEN = 600
_WHOSE = {Column.WHOSE, Column.FORENAME, Column.SURNAME}


class ImportPreview(QWidget):
    """The rows as they read: a sentence for all of them, then each by its line."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[EventRow] = ()
        self._read = EventsRead()
        self._all = True
        layout = column(self, Gap.NORMAL)
        self._summary = self.top = Notice("", kind="info")
        self._columns = words("", "hint")
        self._columns.setObjectName("import-columns")
        self._which = button("", "link-small", "import-which")
        self._which.clicked.connect(self._on_which)
        self._table = PagedRows(
            "import", (_("Where"), _("Date"), _("As it reads"), ""), (2, 3, 10, 2)
        )
        self.choices = ColumnChoices()
        for part in (self._summary, self._columns, self.choices, self._which, self._table):
            layout.addWidget(part)

    def show_read(self, read: EventsRead) -> None:
        """Show these rows."""
        self._read = read
        self._all = True
        self._summary.set_text(summary(read))
        self.setAccessibleName(summary(read))
        self._columns.setText(column_words(read))
        self._columns.setVisible(bool(read.rows))
        self.choices.show_columns(read.unknown)
        self._show_rows()

    def _show_rows(self) -> None:
        looked_at = [row for row in self._read.rows if row.event is None or row.doubtful]
        self._rows = self._read.rows if self._all else looked_at
        self._table.setVisible(bool(self._rows))
        self._table.show_lines(self._rows, self._cells)
        self._which.setVisible(0 < len(looked_at) < len(self._read.rows))
        self._which.setText(_only(len(looked_at)) if self._all else _("Show all rows"))
        self._which.setAccessibleName(self._which.text())

    def _on_which(self) -> None:
        self._all = not self._all
        self._show_rows()

    def _cells(self, number: int) -> tuple[QWidget, ...]:
        row = self._rows[number]
        line = words(_("Line {number}").format(number=row.line), "strong")
        if row.event is None:
            why = row.refused or row.repeats
            told = words(f"{why}\n{_bounded(row.written)}")
            return line, words(""), told, _outcome(row)
        event = row.event
        day = read_date(event.happened_on) if event.happened_on else ""
        at = f" {read_time(event.happened_at)}" if event.happened_at else ""
        told = words("\n".join((_bounded(sentence(event)), *row.notes)))
        return line, words(f"{day}{at}", "strong"), told, _outcome(row)


def summary(read: EventsRead) -> str:
    """Return what becomes of the rows in one sentence."""
    if read.wrong:
        return read.wrong
    parts = [_("{count} can be taken in").format(count=len(read.events))]
    if read.doubtful:
        parts.append(_("{count} of them with a note to check").format(count=read.doubtful))
    if read.repeated:
        parts.append(_("{count} left out, because they are there already").format(
            count=read.repeated))  # fmt: skip
    if read.refused:
        parts.append(_("{count} to be put right").format(count=read.refused))
    told = "; ".join(parts)
    if len(read.rows) == 1:
        return _("Of 1 row: {parts}.").format(parts=told)
    return _("Of {rows} rows: {parts}.").format(rows=len(read.rows), parts=told)


def column_words(read: EventsRead) -> str:
    """Return what each column was taken as, and which were left out."""
    named = [
        _("“{heading}” is {column}").format(heading=heading, column=_(COLUMN_WORDS[column]))
        for column, heading in read.columns
        if heading
    ]
    told = _("By their headings: {columns}.").format(columns="; ".join(named)) if named else _(
        "The rows have no headings: the columns were told by what they hold. Check each reading."
    )  # fmt: skip
    if _WHOSE.isdisjoint(column for column, _heading in read.columns):
        told = f"{told} " + _(
            "No column names whose appointments these are: all are taken as those of the person of"
            " this record."
        )
    if read.left_out:
        left = ", ".join(f"“{heading}”" for heading in read.left_out)
        told = f"{told} " + _("Not taken in: {columns}.").format(columns=left)
    return told


def _only(count: int) -> str:
    if count == 1:
        return _("Show only the row to look at")
    return _("Show only the {count} rows to look at").format(count=count)


def _bounded(text: str) -> str:
    return text if len(text) <= _MOST_WRITTEN else f"{text[:_MOST_WRITTEN]}…"


def _outcome(row: EventRow) -> QWidget:
    if row.refused:
        return tag(_("Put right"), "overdue")
    if row.repeats:
        return tag(_("Left out"), "quiet")
    return tag(_("Look"), "due") if row.notes else tag(_("Reads well"), "ok")
