"""The chart of the teeth: four quarters in FDI and Palmer notation, by mouse and by keyboard."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from sgdesk.domain.facts.tooth_words import finding_words
from sgdesk.domain.teeth import EVERY_TOOTH, ToothFinding, is_primary
from sgdesk.text import _
from ui.kit.gradually import Gradually
from ui.kit.layout import lines
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.teeth import Rows, boxes, chart_height, draw_cross, letters_of, rows_of
from ui.record.tooth_button import ToothButton

_ACROSS = 16
_DOWN = 3.4


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
        # Of nobody on the page: nothing that can be seen changes by it.
        self._drawing = Gradually(QObject(self))
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

    def dress(self) -> None:
        """Give the teeth their looks before they are first shown: all at once take time."""
        for drawn in self._teeth.values():
            drawn.ensurePolished()

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
            drawn.show_as(words, letters_of(found.get(tooth)), letters_of(before), tooth == current)
        self._set_current(current or self._current)

    def focus_tooth(self, tooth: str) -> None:
        """Go to a tooth."""
        self._set_current(tooth)
        self._teeth[tooth].setFocus(Qt.FocusReason.OtherFocusReason)

    @called_by_qt(QSize)
    def sizeHint(self) -> QSize:
        """Return the room for the rows that are shown."""
        return QSize(lines(_DOWN * 0.45) * _ACROSS, chart_height(self._rows(), _DOWN))

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
    def showEvent(self, event: QShowEvent) -> None:
        """Draw the teeth row by row before they come into sight: all at once are a stall."""
        super().showEvent(event)
        self._drawing.replace(partial(self._draw, row) for row in self._rows())
        self._drawing.go_on()

    @called_by_qt(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cross between the four quarters."""
        draw_cross(QPainter(self), self._rows(), self.width(), self.height(), self.palette())

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

    def _rows(self) -> Rows:
        primary, permanent = self._shown
        return rows_of(primary=primary, permanent=permanent)

    def _draw(self, row: tuple[str, ...]) -> None:
        for tooth in row:
            self._teeth[tooth].picture()

    def _lay_out(self) -> None:
        for tooth, box in boxes(self._rows(), self.width(), self.height()):
            self._teeth[tooth].setGeometry(box)


def _offset(row: tuple[str, ...]) -> int:
    return (_ACROSS - len(row)) // 2
