"""Marked wording underlined in a text as it is typed, read in small pieces between two turns."""

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from sgdesk.domain.wording import Flag, Reader, Wording
from ui.kit.text_fields import TEXT_LIMIT, text_in

_PAUSE_MS = 250
_TURN_S = 0.003
_REST_S = 0.001
# More are not underlined at once, because they take time to paint: those in sight are.
_MOST_UNDERLINED = 50


class WordingMarks(QObject):
    """Reads one text a moment after each change; only sentences that changed cost time.

    `read` tells that `text` and `flags` are those of what stands in the editor now. `is_kept`
    says which phrases the writer keeps.
    """

    read = Signal()
    # One text at a time in the whole window: a page of many is read without a stall.
    _rested_from: ClassVar[float] = 0.0

    def __init__(
        self, editor: QPlainTextEdit, rules: Wording, is_kept: Callable[[str], bool],
        *, is_opinion: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(editor)
        self._editor, self._is_kept = editor, is_kept
        self._reader = Reader(rules, is_opinion=is_opinion)
        self._steps: Iterator[None] = iter(())
        self.text, self.flags = "", list[Flag]()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._take_turn)
        editor.textChanged.connect(self._on_changed)
        editor.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def is_current(self) -> bool:
        """Say whether `text` and its places are still those of the editor."""
        return self.text == text_in(self._editor)

    def read_again(self) -> None:
        """Read the text as it stands, beginning in the next turn."""
        self._begin()

    def cursor(self, start: int, end: int) -> QTextCursor:
        """Return a cursor over these code points of `text`. Qt counts in UTF-16 units."""
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(_units(self.text[:start]))
        cursor.setPosition(_units(self.text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _on_changed(self) -> None:
        self._turns.stop()
        self._pause.start()

    def _on_scrolled(self) -> None:
        if len(self.flags) > _MOST_UNDERLINED and self.is_current:
            self._editor.setExtraSelections(self._underlined())

    def _begin(self) -> None:
        self._pause.stop()
        self._steps = self._reading(text_in(self._editor))
        self._turns.start(0)

    def _take_turn(self) -> None:
        begun = perf_counter()
        if begun - WordingMarks._rested_from < _REST_S:
            return
        is_done = self._has_finished(begun)
        WordingMarks._rested_from = perf_counter()
        if is_done:
            self._turns.stop()

    def _has_finished(self, begun: float) -> bool:
        return all(perf_counter() - begun <= _TURN_S for _step in self._steps)

    def _reading(self, text: str) -> Iterator[None]:
        """Read, underline and tell, in steps that each are short."""
        readable = text if len(text) <= TEXT_LIMIT else ""
        yield from self._reader.steps(readable)
        yield
        self.text = text
        self.flags = [flag for flag in self._reader.flags if not self._is_kept(self._phrase(flag))]
        selections = self._underlined()
        yield
        self._editor.setExtraSelections(selections)
        yield
        self.read.emit()

    def _phrase(self, flag: Flag) -> str:
        return self.text[flag.start : flag.end]

    def _underlined(self) -> list[QTextEdit.ExtraSelection]:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self._editor.palette().color(QPalette.ColorRole.BrightText))
        middle = self._editor.viewport().rect().center()
        here = self._editor.cursorForPosition(middle).position()
        near = sorted(self.flags, key=lambda flag: abs(flag.start - here))[:_MOST_UNDERLINED]
        return [self._selection(start, end, look) for start, end in _places(self.text, near)]

    def _selection(self, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = look
        return selection


def _places(text: str, flags: Sequence[Flag]) -> list[tuple[int, int]]:
    """Return where the flags stand in UTF-16 units, each place once, in one pass of the text."""
    ends = {place for flag in flags for place in (flag.start, flag.end)}
    units: dict[int, int] = {}
    last = counted = 0
    for place in sorted(ends):
        counted += _units(text[last:place])
        units[place] = counted
        last = place
    spans = dict.fromkeys((flag.start, flag.end) for flag in sorted(flags, key=lambda f: f.start))
    return [(units[start], units[end]) for start, end in spans]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
