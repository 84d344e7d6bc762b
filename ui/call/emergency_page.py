"""Emergency: the numbers that are right now, and recording it at once."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.guidance import NationalLine
from sgdesk.services.views import RightNumber
from sgdesk.text import _
from ui.kit.beside import Beside
from ui.kit.cards import Card, button, words
from ui.kit.layout import Gap, clear, column, row
from ui.kit.page import Page
from ui.kit.tasks import Runner

_IN_A_ROW = 4


class EmergencyPage(Page):
    """`record_asked` when the emergency is to be recorded; `call_asked` when a call is."""

    record_asked = Signal()
    call_asked = Signal()

    def __init__(self, desk: Desk, runner: Runner) -> None:
        hint = _("Ring first. Everything else can be written down afterwards.")
        super().__init__(_("Emergency"), hint, help_name="emergency")
        self._desk = desk
        self._runner = runner
        self._places = column(gap=Gap.NORMAL)
        self.body.addLayout(self._places)
        after = Card(_("Then write it down"))
        after.add(words(_("The concern starts with “immediate danger: yes” already answered.")))
        ways = row(gap=Gap.SMALL)
        ways.addStretch()
        call = button(_("Log a call"), name="emergency-call")
        call.clicked.connect(self.call_asked)
        ways.addWidget(call)
        record = button(_("Record a concern"), "primary", "emergency-record")
        record.clicked.connect(self.record_asked)
        ways.addWidget(record)
        after.body.addLayout(ways)
        self.add(after)

    def enter(self) -> None:
        """Read the numbers that are right at this moment."""
        super().enter()
        self._show_lines(self._desk.agencies.lines(), ())
        self._runner.run(self._numbers, self._on_numbers, self.fail, self)

    def _numbers(self) -> list[RightNumber]:
        return [self._desk.agencies.right_number(one) for one in self._desk.agencies.list()]

    def _on_numbers(self, numbers: Sequence[RightNumber]) -> None:
        self._show_lines(self._desk.agencies.lines(), numbers)

    def _show_lines(self, lines: Sequence[NationalLine], numbers: Sequence[RightNumber]) -> None:
        clear(self._places)
        national = Card(_("In danger now, or a crime is going on"))
        beside = Beside(22)
        for line in lines:
            beside.add(_number(line.title, line.number, line.when))
        national.add(beside)
        self._places.addWidget(national)
        if numbers:
            own = Card(_("Your agencies, at this hour"))
            for at in range(0, len(numbers), _IN_A_ROW):
                own.add(_beside(numbers[at : at + _IN_A_ROW]))
            self._places.addWidget(own)


def _beside(numbers: Sequence[RightNumber]) -> Beside:
    beside = Beside(28)
    for number in numbers:
        below = "\n".join(filter(None, (number.when, number.other, number.checked)))
        beside.add(_number(number.agency, number.number, below))
    for _empty in range(_IN_A_ROW - len(numbers)):
        beside.add(QWidget())
    return beside


def _number(title: str, number: str, below: str) -> QWidget:
    widget = QWidget()
    layout = column(widget, Gap.NONE)
    layout.addWidget(words(title, "label"))
    shown = words(number, "number")
    shown.setWordWrap(False)
    layout.addWidget(shown)
    layout.addWidget(words(below, "hint"))
    layout.addStretch()
    return widget
