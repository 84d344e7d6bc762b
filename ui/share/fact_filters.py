"""Which facts are shown: all of them, those that go, those that stay, those without a reason."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.sharing.decision import Choice
from sgdesk.domain.sharing.minimum import needs_reason
from sgdesk.ids import FactId
from sgdesk.text import _
from ui.kit.cards import button
from ui.kit.flow_layout import FlowLayout


class Shown(StrEnum):
    """Which facts the list shows."""

    ALL = "all"
    GOES = "goes"
    STAYS = "stays"
    OPEN = "open"


_WORDS = {
    Shown.ALL: "All {count}",
    Shown.GOES: "Go {count}",
    Shown.STAYS: "Stay {count}",
    Shown.OPEN: "Need a reason {count}",
}


class FactFilters(QWidget):
    """A line of filters, each with how many facts it shows. `chosen` tells that another counts."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        layout = FlowLayout(self)
        self._buttons: dict[Shown, QPushButton] = {}
        for shown in Shown:
            one = self._buttons[shown] = button("", "tab", f"show:{shown.value}")
            one.setCheckable(True)
            self._group.addButton(one)
            layout.addWidget(one)
        self._buttons[Shown.ALL].setChecked(True)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit())

    @property
    def shown(self) -> Shown:
        """Which facts are to be shown."""
        return next(shown for shown, one in self._buttons.items() if one.isChecked())

    def show_all(self) -> None:
        """Go back to all of them."""
        self._buttons[Shown.ALL].setChecked(True)

    def count(self, facts: Sequence[Fact], choices: Mapping[FactId, Choice]) -> None:
        """Show how many facts each filter would show."""
        for shown, one in self._buttons.items():
            number = sum(is_among(shown, choices.get(fact.id)) for fact in facts)
            text = _(_WORDS[shown]).format(count=number)
            if text != one.text():
                one.setText(text)
                one.setAccessibleName(_("Show facts: {which}").format(which=text))


def is_among(shown: Shown, choice: Choice | None) -> bool:
    """Return whether a fact that was chosen so is shown."""
    match shown:
        case Shown.ALL:
            return True
        case Shown.GOES:
            return choice is not None and choice.goes
        case Shown.STAYS:
            return choice is None or not choice.goes
        case Shown.OPEN:
            return choice is None or needs_reason(choice)
