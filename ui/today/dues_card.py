"""Needs doing: each deadline with the one button that deals with it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sgdesk.domain.due import DueLine
from sgdesk.domain.masking import as_written, hiding
from sgdesk.domain.people import PersonKind
from sgdesk.domain.shown import due_words, person_words
from sgdesk.text import _
from ui.kit.cards import Card, button, empty, tag, words
from ui.kit.layout import Gap, clear, column
from ui.kit.rows import Rows, two_lines
from ui.today.due_actions import Way, action_for, button_text

_MOST = 12


class DuesCard(Card):
    """Shows the first dozen, the most urgent on top, and how many more there are."""

    concern_asked = Signal(str)
    share_asked = Signal(str)
    call_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_("Needs doing"))
        self._place: QVBoxLayout = column(gap=Gap.NONE)
        self.body.addLayout(self._place)

    def show_dues(self, dues: Sequence[DueLine], now: datetime, *, whole: bool) -> None:
        """Show these dues as they stand now."""
        clear(self._place)
        if not dues:
            self._place.addWidget(empty(_("Nothing is due. Record a concern when one comes up.")))
            return
        rows = Rows((_("Due"), _("What"), _("Concern"), ""), (2, 6, 2, 2))
        self._place.addWidget(rows)
        for line in dues[:_MOST]:
            rows.add_row(*self._row(line, now, whole))
        if len(dues) > _MOST:
            text = _("{count} more are due later; each stands on its concern's page.")
            self._place.addWidget(words(text.format(count=len(dues) - _MOST), "hint"))

    def _row(self, line: DueLine, now: datetime, whole: bool) -> Sequence[QWidget]:
        when = due_words(line.due.due_at, now)
        kind = PersonKind(line.person_kind)
        person = person_words(line.person_name, kind, line.person_age, whole=whole)
        return (
            tag(when.text, when.tone.value),
            _what(line, whole),
            two_lines("", line.reference, person),
            self._button(line),
        )

    def _button(self, line: DueLine) -> QPushButton:
        action = action_for(line.due.rule)
        text, concern = button_text(action), line.due.concern_id
        made = button(text, "small", f"due:{line.due.rule}:{line.reference}")
        made.setAccessibleName(
            _("{button}: {what}, {reference}").format(
                button=text, what=_(line.due.title), reference=line.reference
            )
        )
        if action.way is Way.CALL:
            made.clicked.connect(lambda: self.call_asked.emit(action.call.value, concern))
        elif action.way is Way.SHARE:
            made.clicked.connect(lambda: self.share_asked.emit(concern))
        else:
            made.clicked.connect(lambda: self.concern_asked.emit(concern))
        return made


def _what(line: DueLine, whole: bool) -> QWidget:
    shown = as_written if whole else hiding([line.person_name, *line.family])
    widget = two_lines(_(line.due.title), line.agency, shown(line.due.detail))
    widget.setToolTip(shown(" ".join(filter(None, (line.due.why, line.due.source)))))
    return widget
