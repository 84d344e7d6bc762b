"""How a file's rows read, before any of them is taken in: each with its line and what becomes of
it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sgdesk.domain.agency import Agency
from sgdesk.domain.directory.columns import HEADINGS
from sgdesk.domain.directory.values import AgencyRow, DirectoryRead
from sgdesk.text import _
from ui.kit.cards import Notice, button, tag, words
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, column
from ui.kit.rows import Rows

_AT_ONCE = 20
_MOST_WRITTEN = 400


class ImportPreview(QWidget):
    """The rows as they read: a sentence for all of them, then each by its line."""

    def __init__(self) -> None:
        super().__init__()
        self._left: Sequence[AgencyRow] = ()
        self._later = Gradually(self)
        layout = column(self, Gap.NORMAL)
        self.top = Notice("", kind="info")
        self._columns = words("", "hint")
        self._rows = Rows((_("Line"), _("As it reads"), ""), (1, 10, 2))
        self._more = button("", "small", "rows-more")
        self._more.clicked.connect(self._show_more)
        for part in (self.top, self._columns, self._rows, self._more):
            layout.addWidget(part)

    def show_read(self, read: DirectoryRead) -> None:
        """Show these rows: those that must be put right first, those that are there last."""
        self.top.set_text(summary(read))
        self.setAccessibleName(summary(read))
        self._columns.setText(column_words(read))
        self._columns.setVisible(bool(read.columns))
        self._rows.clear()
        self._rows.setVisible(bool(read.rows))
        self._left = sorted(read.rows, key=lambda row: (not row.refused, row.agency is None))
        self._later.replace([])
        self._show_more()

    def _show_more(self) -> None:
        now, self._left = self._left[:_AT_ONCE], self._left[_AT_ONCE:]
        self._later.add(*(partial(self._add_row, row) for row in now))
        self._later.go_on()
        self._more.setVisible(bool(self._left))
        self._more.setText(_("Show {count} more rows").format(count=len(self._left)))
        self._more.setAccessibleName(self._more.text())

    def _add_row(self, row: AgencyRow) -> None:
        line = words(_("Line {number}").format(number=row.line), "strong")
        written = row.written if len(row.written) <= _MOST_WRITTEN else (
            f"{row.written[:_MOST_WRITTEN]}…"
        )  # fmt: skip
        if row.agency is None:
            told = "\n".join((row.refused or row.repeats, written))
        else:
            told = "\n".join((_team(row.agency), *row.notes))
        self._rows.add_row(line, words(told), _outcome(row))


def summary(read: DirectoryRead) -> str:
    """Return what becomes of the rows in one sentence."""
    if read.wrong:
        return read.wrong
    parts = [_("{count} new").format(count=len(read.new))]
    for count, text in (
        (len(read.changes), _("{count} would change what is there")),
        (read.repeated, _("{count} left out, because they are there already")),
        (read.refused, _("{count} to be put right in the file")),
    ):
        if count:
            parts.append(text.format(count=count))
    return _("Of {rows} rows: {parts}. Nothing is taken in yet.").format(
        rows=len(read.rows), parts="; ".join(parts)
    )


def column_words(read: DirectoryRead) -> str:
    """Return what each column was taken as, and which were left out."""
    named = "; ".join(
        _("“{heading}” is {column}").format(heading=heading, column=_(HEADINGS[field]))
        for field, heading in read.columns
        if heading.casefold() != HEADINGS[field].casefold()
    )
    told = [_("By their headings: {columns}.").format(columns=named)] if named else []
    if read.left_out:
        left = ", ".join(f"“{heading}”" for heading in read.left_out)
        told.append(_("Not taken in: {columns}.").format(columns=left))
    return " ".join(told) or _("Every column was recognised by its heading.")


def _team(agency: Agency) -> str:
    parts = (agency.name, agency.area, agency.phone, agency.hours, agency.email)
    return " · ".join(filter(None, parts))


def _outcome(row: AgencyRow) -> QWidget:
    if row.refused:
        return tag(_("Put right"), "overdue")
    if row.repeats:
        return tag(_("Left out"), "quiet")
    if row.replaces is not None:
        return tag(_("Change"), "due")
    return tag(_("New, look"), "due") if row.notes else tag(_("New"), "ok")
