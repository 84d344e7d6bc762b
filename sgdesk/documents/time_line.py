"""The chronology as a drawing on paper: a lane for each kind of entry over a line of dates."""

from datetime import date

from sgdesk.documents import styles
from sgdesk.documents.blocks import TimeLineDrawing
from sgdesk.documents.lines import Setter
from sgdesk.documents.strips import Disc, Mark, Strip, Stroke, Words
from sgdesk.documents.styles import LEFT, RIGHT, Style
from sgdesk.domain.facts.signs import SHAPES, Dot, Sign
from sgdesk.domain.facts.timeline import Lane, TimeLine
from sgdesk.text import read_short_date

_LANE = 25.0
_HEADING = 18.0
_AXIS = 16.0
_MOST_HEIGHT = 620.0
_DAYS_FROM = 0.8
_SIGN = 3.8
_PEN = 1.2
_SPACE = 12.0
_BETWEEN_LABELS = 5.0
_TICK_ROOM = 62.0


def time_line(block: TimeLineDrawing, setter: Setter) -> list[Strip]:
    """Return the drawing as one strip, never split over pages."""
    drawing = _Drawing(block, setter)
    return [Strip(drawing.height, tuple(drawing.marks()), gap=8)]


class _Drawing:
    def __init__(self, block: TimeLineDrawing, setter: Setter) -> None:
        self._line: TimeLine = block.line
        self._own = block.own
        self._setter = setter
        lanes = self._line.lanes
        self._several = len({lane.whose for lane in lanes}) > 1
        heads = len({lane.whose for lane in lanes}) if self._several else 0
        wanted = len(lanes) * _LANE + heads * _HEADING + _AXIS
        self._shrunk = min(1.0, _MOST_HEIGHT / wanted)
        self.height = wanted * self._shrunk
        widest = max(self._wide(lane.label, styles.FIGURE) for lane in lanes)
        self._left = LEFT + widest + 2 * _SPACE
        self._room = RIGHT - self._left - 2 * _SIGN

    def marks(self) -> list[Mark]:
        """Return everything that is drawn, from the top."""
        found: list[Mark] = []
        down, before = 0.0, None
        for lane in self._line.lanes:
            if self._several and lane.whose != before:
                before = lane.whose
                baseline = down + _HEADING * self._shrunk - 4
                found.append(Words(LEFT, baseline, styles.FIGURE_TITLE, lane.whose or self._own))
                down += _HEADING * self._shrunk
            found += self._lane(lane, down + _LANE * self._shrunk - 7 * self._shrunk)
            down += _LANE * self._shrunk
        return [*self._axis(down), *found]

    def _lane(self, lane: Lane, middle: float) -> list[Mark]:
        found: list[Mark] = [
            Words(LEFT, middle + 3, styles.FIGURE, lane.label),
            *self._sign(lane.sign, self._left - _SPACE, middle),
            Stroke(self._left - 3, middle, RIGHT, middle, 0.5, styles.HAIRLINE),
        ]
        taken = 0.0
        for point in self._line.points(lane, 2.4 * _SIGN / self._room):
            x = self._x(point.x)
            found += self._sign(lane.sign, x, middle)
            text = _day_words(point.days)
            wide = self._wide(text, styles.FIGURE)
            begin = min(max(x - wide / 2, self._left - 3), RIGHT - wide)
            # Where lanes stand close the days are in the table below.
            if begin >= taken and self._shrunk > _DAYS_FROM:
                found.append(Words(begin, middle - _SIGN - 2.5, styles.FIGURE, text))
                taken = begin + wide + _BETWEEN_LABELS
        return found

    def _sign(self, sign: Sign, x: float, y: float) -> list[Mark]:
        found: list[Mark] = []
        for shape in SHAPES[sign]:
            if isinstance(shape, Dot):
                colour = styles.WHITE if shape.hollow else styles.INK
                found.append(Disc(x, y, shape.radius * _SIGN, colour))
            else:
                found.append(
                    Stroke(
                        x + shape.x * _SIGN, y + shape.y * _SIGN,
                        x + shape.to_x * _SIGN, y + shape.to_y * _SIGN, _PEN, styles.INK,
                    )
                )  # fmt: skip
        return found

    def _axis(self, down: float) -> list[Mark]:
        found: list[Mark] = []
        for tick in self._line.ticks(max(int(self._room // _TICK_ROOM), 2)):
            x = self._x(tick.x)
            wide = self._wide(tick.label, styles.FIGURE)
            begin = min(max(x - wide / 2, self._left - 3), RIGHT - wide)
            found.append(Stroke(x, down - 3, x, down + 3, 0.6, styles.SECONDARY))
            found.append(Words(begin, down + 12, styles.FIGURE, tick.label))
        return found

    def _x(self, share: float) -> float:
        return self._left + _SIGN + share * self._room

    def _wide(self, text: str, style: Style) -> float:
        return self._setter.width(text, style.face) * style.size


def _day_words(days: tuple[date, ...]) -> str:
    if len(days) > 1:
        return f"{len(days)} ×"
    return read_short_date(days[0]).rsplit(" ", 1)[0]
