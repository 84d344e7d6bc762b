"""What stands on every page: the protective marking on top, the footer with its page number."""

from sgdesk.documents import styles
from sgdesk.documents.blocks import Document
from sgdesk.documents.lines import Line, Setter
from sgdesk.documents.strips import Mark, Strip, Stroke, Words
from sgdesk.documents.styles import LEFT, PAGE_HEIGHT, RIGHT, TEXT_WIDTH
from sgdesk.text import _

_STRAP_TOP = PAGE_HEIGHT - 36.0
_LAST_BASELINE = 24.0
_PAGE_NUMBER_ROOM = 80.0
_ABOVE_FOOTER = 8.0


class Edges:
    """The top and the foot of one document's pages."""

    def __init__(self, document: Document, setter: Setter) -> None:
        self._setter = setter
        self._strap: Line = setter.wrapped(document.strap, styles.STRAP, TEXT_WIDTH)[0]
        room = TEXT_WIDTH - setter.line_width(self._strap, styles.STRAP.face) * styles.STRAP.size
        aside = setter.wrapped(document.title, styles.STRAP_ASIDE, room - 20)
        self._aside: Line | None = aside[0] if len(aside) == 1 else None
        self._footer = [
            line
            for text in document.footer
            for line in setter.wrapped(text, styles.FOOTER, TEXT_WIDTH - _PAGE_NUMBER_ROOM)
        ]
        self._foot_top = _LAST_BASELINE + styles.FOOTER.leading * len(self._footer) + 2

    @property
    def bottom(self) -> float:
        """Return the height above the foot of the paper at which the page's content ends."""
        return self._foot_top + _ABOVE_FOOTER

    def top_strip(self, number: int) -> tuple[float, Strip]:
        """Return the top of a page: the marking, and from the second page the paper's name."""
        down = styles.STRAP.ascent
        marks: list[Mark] = [Words(LEFT, down, styles.STRAP, self._strap)]
        if number > 1 and self._aside is not None:
            marks.append(self._at_right(self._aside, down, styles.STRAP_ASIDE))
        return _STRAP_TOP, Strip(styles.STRAP.leading, tuple(marks))

    def foot_strip(self, number: int, count: int) -> tuple[float, Strip]:
        """Return the foot of a page with its number."""
        style = styles.FOOTER
        page = _("Page {number} of {count}").format(number=number, count=count)
        marks: list[Mark] = [Stroke(LEFT, 0, RIGHT, 0, 0.5, styles.SECONDARY)]
        down = 2 + style.leading
        for index, line in enumerate(self._footer):
            marks.append(Words(LEFT, down + index * style.leading, style, line))
        marks.append(self._at_right(page, down, style))
        return self._foot_top, Strip(self._foot_top, tuple(marks))

    def _at_right(self, line: Line, down: float, style: styles.Style) -> Words:
        shift = self._setter.line_width(line, style.face) * style.size
        return Words(RIGHT - shift, down, style, line)
