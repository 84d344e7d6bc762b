"""The chart of the teeth: four quarters in FDI and Palmer notation, by mouse and by keyboard."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from sgdesk.domain.facts.tooth_words import finding_words
from sgdesk.domain.teeth import (
    EVERY_TOOTH,
    PERMANENT,
    PRIMARY,
    STATE_LETTERS,
    ToothFinding,
    is_primary,
)
from sgdesk.text import _
from ui.kit.layout import lines
from ui.kit.overrides import called_by_qt, nothing
from ui.record.tooth_button import ToothButton

_ROWS = (PERMANENT[0], PRIMARY[0], PRIMARY[1], PERMANENT[1])
_ACROSS = 16
_DOWN = 3.4
_MIDDLE = 0.5


class ToothChart(QWidget):
    """All teeth. `chosen` tells the tooth whose finding is wanted; `typed` a tooth and a finding
    that was given by its letter; `emptied` a tooth whose finding is to go."""

    chosen = Signal(str)
    typed = Signal(str, object)
    emptied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tooth-chart")
        self.setAccessibleName(_("Chart of the teeth"))
        self._current = ""
        self._shown = (True, True)
        self._teeth = {tooth: self._tooth(tooth) for tooth in EVERY_TOOTH}
        self._set_current("")

    def show_teeth(self, *, primary: bool, permanent: bool) -> None:
        """Show milk teeth, adult teeth, or both."""
        self._shown = (primary, permanent)
        for tooth, drawn in self._teeth.items():
            drawn.setVisible(primary if is_primary(tooth) else permanent)
        if self._current and self._teeth[self._current].isHidden():
            self._set_current("")
        self.updateGeometry()
        self._lay_out()
        self.update()

    def show_findings(
        self, found: Mapping[str, ToothFinding], earlier: Mapping[str, ToothFinding], current: str
    ) -> None:
        """Show what was found now, fainter what earlier records hold, and ring the current one."""
        for tooth, drawn in self._teeth.items():
            words = finding_words(found.get(tooth) or ToothFinding(tooth=tooth))
            before = earlier.get(tooth)
            if before is not None:
                words = _("{words}. Earlier: {before}").format(
                    words=words, before=finding_words(before)
                )
            drawn.show_as(words, _letters(found.get(tooth)), _letters(before), tooth == current)
        self._set_current(current or self._current)

    def focus_tooth(self, tooth: str) -> None:
        """Go to a tooth."""
        self._set_current(tooth)
        self._teeth[tooth].setFocus(Qt.FocusReason.OtherFocusReason)

    @called_by_qt(QSize)
    def sizeHint(self) -> QSize:
        """Return the room for the rows that are shown."""
        rows = len(self._rows())
        return QSize(lines(_DOWN * 0.45) * _ACROSS, lines(_DOWN * rows + _MIDDLE))

    @called_by_qt(QSize)
    def minimumSizeHint(self) -> QSize:
        """Return the least room: the teeth become narrower, never lower."""
        return QSize(lines(0.7) * _ACROSS, self.sizeHint().height())

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the quarters in their places."""
        super().resizeEvent(event)
        self._lay_out()

    @called_by_qt(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cross between the four quarters."""
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Dark), lines(0.06)))
        middle, across = self._heights()[1], self.width() // 2
        painter.drawLine(0, middle, self.width(), middle)
        painter.drawLine(across, 0, across, self.height())

    def _tooth(self, tooth: str) -> ToothButton:
        drawn = ToothButton(tooth, self)
        drawn.clicked.connect(lambda: self._on_clicked(tooth))
        drawn.walked.connect(lambda right, down: self._walk(tooth, right, down))
        drawn.typed.connect(lambda state: self.typed.emit(tooth, state))
        drawn.emptied.connect(lambda: self.emptied.emit(tooth))
        return drawn

    def _on_clicked(self, tooth: str) -> None:
        self._set_current(tooth)
        self.chosen.emit(tooth)

    def _set_current(self, tooth: str) -> None:
        # Tab comes to one tooth of the chart; the arrows lead on from it.
        self._current = tooth or self._rows()[0][0]
        for name, drawn in self._teeth.items():
            strong = name == self._current
            policy = Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
            drawn.setFocusPolicy(policy)

    def _walk(self, tooth: str, right: int, down: int) -> None:
        rows = self._rows()
        at = next(number for number, row in enumerate(rows) if tooth in row)
        place = rows[at].index(tooth) + _offset(rows[at])
        to = rows[min(max(at + down, 0), len(rows) - 1)]
        column = min(max(place + right - _offset(to), 0), len(to) - 1)
        self.focus_tooth(to[column])

    def _rows(self) -> list[tuple[str, ...]]:
        primary, permanent = self._shown
        return [row for row in _ROWS if (primary if len(row) < _ACROSS else permanent)]

    def _across(self) -> int:
        return max(len(row) for row in self._rows())

    def _heights(self) -> tuple[int, int]:
        rows = max(len(self._rows()), 1)
        height = round((self.height() - lines(_MIDDLE)) / rows)
        return height, height * (rows // 2) + lines(_MIDDLE) // 2

    def _lay_out(self) -> None:
        rows = self._rows()
        height, _cross = self._heights()
        across = self._across()
        wide = self.width() / across
        for number, row in enumerate(rows):
            top = number * height + (lines(_MIDDLE) if number >= len(rows) // 2 else 0)
            for place, tooth in enumerate(row, (across - len(row)) // 2):
                left = round(place * wide)
                self._teeth[tooth].setGeometry(
                    QRect(left, top, round((place + 1) * wide) - left, height)
                )


def _offset(row: tuple[str, ...]) -> int:
    return (_ACROSS - len(row)) // 2


def _letters(finding: ToothFinding | None) -> str:
    return "".join(STATE_LETTERS[state] for state in finding.states) if finding else ""
