"""The number that is right at this hour, the clock of the call, and what came of each try."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.call import RESULT_WORDS, CallResult, CallTry
from sgdesk.services.views import RightNumber
from sgdesk.text import _, read_moment, read_time, to_london
from ui.kit.beside import Beside
from ui.kit.cards import Card, button, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, clear, column

_SECOND_MS = 1_000
_LONGEST = timedelta(hours=12)


class NumberCard(Card):
    """`began` when it is rung anew, `ended` when the call is over; `missed` carries the result of
    a try that reached nobody."""

    began = Signal()
    ended = Signal()
    missed = Signal(object)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._at: datetime | None = None
        self._until: datetime | None = None
        self._before = timedelta()
        self._since = QElapsedTimer()
        sides = Beside(16)
        sides.add(self._number_side(), 2)
        sides.add(self._clock_side(), 1)
        self.add(sides)
        self._ways()
        self._tries = column(gap=Gap.TIGHT)
        self.body.addLayout(self._tries)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._show_time)

    def show_number(self, right: RightNumber | None, chosen: str = "") -> None:
        """Show the number of a team; without one, that it is to be looked up. A number that was
        `chosen` instead stands before the directory's."""
        self._agency.setText(right.agency if right else _("No team chosen"))
        listed = right.number if right else ""
        self._number.setText(chosen.strip() or listed or _("No number"))
        about = (right.when, right.other, right.checked) if right else ()
        if listed and chosen.strip() not in ("", listed):
            about = (_("in your directory {number}").format(number=listed), *about)
        danger = _("In danger now: 999. Nobody answers: police 101.")
        self._about.setText("\n".join(filter(None, (" · ".join(filter(None, about)), danger))))

    def show_call(self, began: datetime | None, ended: datetime | None) -> None:
        """Show when the call began, and how long it has been or was."""
        self._at, self._until = began, ended
        running = began is not None and ended is None
        self._before = self._now() - began if began is not None else timedelta()
        self._since.start()
        started = read_time(to_london(began).time()) if began else ""
        if ended is not None and began is not None:
            until = read_time(to_london(ended).time())
            text = _("{start} to {end}").format(start=started, end=until)
        else:
            text = _("began {when}").format(when=started) if started else _("not begun")
        self._when.setText(text)
        self._end.setEnabled(running)
        if running:
            self._timer.start()
        else:
            self._timer.stop()
        self._show_time()

    def show_tries(self, tries: Sequence[CallTry]) -> None:
        """Show what came of the tries before this one."""
        clear(self._tries)
        for one in tries:
            waited = ""
            if one.minutes is not None:
                waited = _("{minutes} minutes").format(minutes=one.minutes)
            parts = (read_moment(one.at), _(RESULT_WORDS[one.result]), waited, one.number)
            self._tries.addWidget(words(" · ".join(part for part in parts if part), "hint"))

    def _number_side(self) -> QWidget:
        side = QWidget()
        layout = column(side, Gap.NONE)
        self._agency = words("", "label")
        self._number = words("", "number")
        self._about = words("", "hint")
        for label in (self._agency, self._number, self._about):
            layout.addWidget(label)
        layout.addStretch()
        return side

    def _clock_side(self) -> QWidget:
        side = QWidget()
        layout = column(side, Gap.NONE)
        self._time = words("", "large")
        self._time.setObjectName("call-clock")
        self._time.setAccessibleName(_("Length of the call"))
        self._when = words("", "hint")
        layout.addWidget(self._time)
        layout.addWidget(self._when)
        layout.addStretch()
        return side

    def _ways(self) -> None:
        ways = FlowLayout(gap=Gap.SMALL)
        begin = button(_("The call begins now"), "small", "call-began")
        begin.clicked.connect(self.began)
        ways.addWidget(begin)
        self._end = button(_("The call ended now"), "small", "call-ended")
        self._end.clicked.connect(self.ended)
        ways.addWidget(self._end)
        for result, text in (
            (CallResult.NO_ANSWER, _("No answer: note it, ring again")),
            (CallResult.QUEUE, _("Left the queue: note it, ring again")),
        ):
            missed = button(text, "small", f"missed:{result.value}")
            missed.clicked.connect(lambda _on=False, one=result: self.missed.emit(one))
            ways.addWidget(missed)
        self.body.addLayout(ways)

    def _show_time(self) -> None:
        length = timedelta()
        if self._at is not None:
            gone = timedelta(milliseconds=self._since.elapsed())
            length = self._until - self._at if self._until else self._before + gone
        known = timedelta() <= length <= _LONGEST
        minutes, seconds = divmod(int(length.total_seconds()), 60)
        self._time.setText(f"{minutes:02}:{seconds:02}" if known else "–")
