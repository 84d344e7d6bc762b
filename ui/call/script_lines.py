"""What to say, in the order in which duty workers ask; each line is ticked off once it is said."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from sgdesk.domain.call_script import ScriptLine
from sgdesk.text import _
from ui.kit.cards import words
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, column, letters, row

_LABEL_LETTERS = 14


class ScriptLines(QWidget):
    """`ticked` carries the ids of what was said so far, after each tick."""

    ticked = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, Gap.SMALL)
        layout.addWidget(words(_("Tick each line once you have said it"), "label"))
        self._source = words("", "hint")
        layout.addWidget(self._source)
        self._place = column(gap=Gap.SMALL)
        layout.addLayout(self._place)
        self._entries: list[_Entry] = []
        self._lines: tuple[ScriptLine, ...] = ()
        self._said: tuple[str, ...] = ()
        self._building = Gradually(self)

    def show_lines(self, lines: Sequence[ScriptLine], said: Sequence[str], source: str) -> None:
        """Show these lines, a few in each turn; those that were said are ticked."""
        self._source.setText(source)
        if tuple(lines) == self._lines:
            return
        self._lines, self._said = tuple(lines), tuple(said)
        self._building.replace([partial(self._show, at) for at in range(len(self._lines))])
        for entry in self._entries[len(self._lines) :]:
            self._building.add(entry.hide)
        self._building.go_on()

    def _show(self, at: int) -> None:
        if at == len(self._entries):
            self._entries.append(_Entry())
            self._entries[at].box.toggled.connect(lambda on: self._on_ticked(at, on))
            self._place.addWidget(self._entries[at])
        line, entry = self._lines[at], self._entries[at]
        entry.show_line(line, was_said=line.id in self._said)
        # Measured here, so that a turn takes no more lines than it can lay out.
        entry.heightForWidth(max(self.width(), 1))

    def _on_ticked(self, at: int, on: bool) -> None:
        line_id = self._lines[at].id
        rest = tuple(one for one in self._said if one != line_id)
        self._said = (*rest, line_id) if on else rest
        self.ticked.emit(self._said)


class _Entry(QWidget):
    """One line: a box with what it is about, and the words."""

    def __init__(self) -> None:
        super().__init__()
        layout = row(self, Gap.SMALL)
        self.box = QCheckBox()
        self.box.setFixedWidth(letters(_LABEL_LETTERS))
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self._words = words("")
        layout.addWidget(self._words, 1)

    def show_line(self, line: ScriptLine, *, was_said: bool) -> None:
        """Show this line instead of the one before."""
        self.box.setText(line.label)
        self.box.setObjectName(f"say:{line.id}")
        self.box.setAccessibleName(f"{line.label}: {line.text}")
        self.box.blockSignals(True)
        self.box.setChecked(was_said)
        self.box.blockSignals(False)
        self._words.setText(line.text)
        self.setVisible(True)
