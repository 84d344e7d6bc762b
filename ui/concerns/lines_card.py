"""A card of answers, made a line at a time, so that a full record never stalls the window."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sgdesk.domain.details_told import Line
from sgdesk.domain.masking import Shown
from ui.concerns.done_cards import Piece
from ui.kit.cards import Card, words
from ui.kit.rows import Rows

_SHARES = (2, 9)


def line_pieces(
    title: str,
    lines: Sequence[Line],
    shown: Shown,
    add: Callable[[Card], None],
    above: Callable[[], QWidget] | None = None,
) -> list[Piece]:
    """Return the pieces that make a card of these lines and hand it to `add`; none without one.
    `above` makes what stands between the title and the lines."""
    if not lines and above is None:
        return []
    rows: list[Rows] = []

    def begin() -> None:
        card = Card(title)
        if above is not None:
            card.add(above())
        if lines:
            rows.append(Rows(("", ""), _SHARES))
            card.add(rows[0])
        add(card)

    def add_line(line: Line) -> None:
        rows[0].add_row(words(shown(line.label), "label"), words(shown(line.text)))

    return [begin, *(partial(add_line, line) for line in lines)]
