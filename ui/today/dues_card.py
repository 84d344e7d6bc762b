"""Needs doing: each deadline with the one button that deals with it."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from sgdesk.domain.due import DueLine
from sgdesk.domain.masking import as_written, hiding
from sgdesk.domain.people import PersonKind
from sgdesk.domain.shown import due_words, is_overdue, person_words
from sgdesk.text import _
from ui.kit.cards import Card, button, empty, tag, words
from ui.kit.layout import Gap, column
from ui.kit.rows import two_lines
from ui.today.due_actions import Way, action_for, button_text, confirming
from ui.today.due_cell import DueCell
from ui.today.passed_lines import PassedLines
from ui.today.steady_rows import Line, SteadyRows

_MOST, _IN_ONE = 12, 25


class DuesCard(Card):
    """Shows a dozen with their buttons, the oldest on top; what else has passed a line each; and
    how many more there are. It comes row by row, so that the window does not wait for it.
    """

    concern_asked = Signal(str)
    share_asked = Signal(str)
    call_asked = Signal(str, str, str)
    police_asked = Signal(str, str)
    entry_asked = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__(_("Needs doing"))
        self._rows = SteadyRows(self, _titles, (2, 6, 2, 2))
        self.body.addLayout(self._rows.place)

    def forget(self) -> None:
        """Show nothing, at once."""
        self._rows.forget()

    def show_dues(self, dues: Sequence[DueLine], now: datetime, *, whole: bool) -> None:
        """Show these dues as they stand now."""
        if not dues:
            nothing = _("Nothing is due. Record a concern when one comes up.")
            self._rows.show_instead(empty(nothing))
            return
        passed = sum(is_overdue(line.due.due_at, now) for line in dues)
        others = dues[_MOST:passed]
        later = len(dues) - max(passed, _MOST)
        self._rows.show(
            [self._line(line, now, whole) for line in dues[:_MOST]],
            ([(line, due_words(line.due.due_at, now)) for line in others], later),
            *(
                partial(self._add_others, others[first : first + _IN_ONE], now)
                for first in range(0, len(others), _IN_ONE)
            ),
            partial(self._add_later, later),
        )

    def _add_others(self, lines: Sequence[DueLine], now: datetime) -> None:
        """Add what has passed too, a line each: a long list of rows would hold the window up."""
        others = PassedLines(lines, now)
        others.concern_asked.connect(self.concern_asked)
        self._rows.place.addWidget(others)

    def _add_later(self, count: int) -> None:
        if count > 0:
            text = _("{count} more are due later; each stands on its concern's page.")
            self._rows.place.addWidget(words(text.format(count=count), "hint"))

    def _line(self, line: DueLine, now: datetime, whole: bool) -> Line:
        says = (line, due_words(line.due.due_at, now), whole)
        return Line(line.due.id, says, lambda: self._row(line, now, whole))

    def _row(self, line: DueLine, now: datetime, whole: bool) -> Sequence[QWidget]:
        when = due_words(line.due.due_at, now)
        kind = PersonKind(line.person_kind)
        person = person_words(line.person_name, kind, line.person_age, whole=whole)
        what = DueCell(line, as_written if whole else hiding([line.person_name, *line.family]))
        return (
            tag(when.text, when.tone.value),
            what,
            two_lines("", line.reference, person),
            _below_each_other(self._button(line), what.why),
        )

    def _button(self, line: DueLine) -> QPushButton:
        action = confirming() if line.unconfirmed else action_for(line.due.rule)
        text, concern = button_text(action), line.due.concern_id
        made = button(text, "small", f"due:{line.due.rule}:{line.reference}")
        made.setAccessibleName(
            _("{button}: {what}, {reference}").format(
                button=text, what=_(line.due.title), reference=line.reference
            )
        )
        if action.way is Way.CALL:
            kind, rung = action.call.value, line.due.about
            made.clicked.connect(lambda: self.call_asked.emit(kind, concern, rung))
        elif action.way is Way.SHARE:
            made.clicked.connect(lambda: self.share_asked.emit(concern))
        elif action.way is Way.POLICE:
            made.clicked.connect(lambda: self.police_asked.emit(action.what, concern))
        elif action.way is Way.ENTRY:
            about = line.unconfirmed or line.due.about
            made.clicked.connect(lambda: self.entry_asked.emit(action.what, concern, about))
        else:
            made.clicked.connect(lambda: self.concern_asked.emit(concern))
        return made


def _titles() -> Sequence[str]:
    return _("Due"), _("What"), _("Concern"), ""


def _below_each_other(*buttons: QPushButton) -> QWidget:
    cell = QWidget()
    layout = column(cell, Gap.TIGHT)
    for one in buttons:
        layout.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
    return cell
