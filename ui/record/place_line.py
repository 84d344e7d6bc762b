"""Add a mark by the name of its place: type a few letters, choose, press Enter."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.text import _
from ui.kit.cards import button, words
from ui.kit.layout import Gap, column, row
from ui.kit.theme import set_state
from ui.record.suggestions import SuggestingLine


class PlaceLine(QWidget):
    """A line with type-ahead over all places of the figure, front and back.

    `chosen` tells what the chosen name stands for.
    """

    chosen = Signal(object)

    def __init__(self, places: Mapping[str, object]) -> None:
        super().__init__()
        self._places = dict(places)
        self._line = SuggestingLine(list(places))
        self._line.setObjectName("add-mark")
        self._line.setPlaceholderText(_("Type a place, such as left cheek"))
        self._line.setAccessibleName(_("Add a mark by place"))
        self._line.setAccessibleDescription(_("Type a few letters, choose a place, press Enter."))
        self._line.returnPressed.connect(self._on_chosen)
        self._line.textEdited.connect(lambda: self._explain(""))
        caption = words(_("&Add a mark by place"), "label")
        caption.setBuddy(self._line)
        self._problem = words("", "problem")
        self._problem.hide()
        add = button(_("Add mark"), "small", "add-mark-button")
        add.clicked.connect(self._on_chosen)
        layout = column(self, Gap.TIGHT)
        layout.addWidget(caption)
        fields = row(gap=Gap.SMALL)
        fields.addWidget(self._line, 1)
        fields.addWidget(add)
        layout.addLayout(fields)
        layout.addWidget(self._problem)

    def offer(self, places: Mapping[str, object]) -> None:
        """Offer other places."""
        self._places = dict(places)
        self._line.offer(list(places))

    def _on_chosen(self) -> None:
        typed = self._line.text().strip().casefold()
        fitting = [name for name in self._places if typed and typed in name.casefold()]
        exact = [name for name in fitting if name.casefold() == typed]
        found = exact or fitting
        if len(found) == 1:
            self._line.clear()
            self._explain("")
            self.chosen.emit(self._places[found[0]])
        else:
            self._explain(
                _("Several places fit. Choose one of the list.")
                if found
                else _("Type a place of the body, such as left cheek, and choose it in the list.")
            )

    def _explain(self, sentence: str) -> None:
        self._problem.setText(f"!  {sentence}" if sentence else "")
        self._problem.setVisible(bool(sentence))
        set_state(self._line, "problem", "true" if sentence else "false")
