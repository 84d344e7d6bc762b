"""The look of a printed page: A4, lengths in points, colours that survive a mono printer."""

import msgspec

PAGE_WIDTH = 595.2756
PAGE_HEIGHT = 841.8898
MARGIN = 54.0
LEFT = MARGIN
RIGHT = PAGE_WIDTH - MARGIN
TEXT_WIDTH = RIGHT - LEFT
BODY_TOP = PAGE_HEIGHT - 60.0

INK = (0.0, 0.0, 0.0)
DARK_BLUE = (0.0, 0.1882, 0.5294)
SECONDARY = (0.2588, 0.3333, 0.3882)
HAIRLINE = (0.698, 0.7333, 0.7608)
WHITE = (1.0, 1.0, 1.0)

Colour = tuple[float, float, float]

REGULAR = "OpenSans-Regular"
SEMIBOLD = "OpenSans-SemiBold"
BOLD = "OpenSans-Bold"


class Style(msgspec.Struct, frozen=True):
    """One way of setting text: face, size, distance between lines, colour."""

    face: str
    size: float
    leading: float
    colour: Colour = INK

    @property
    def ascent(self) -> float:
        """Return how far the first baseline lies under the top of its line."""
        return (self.leading + 0.72 * self.size) / 2


STRAP = Style(BOLD, 8.5, 11)
STRAP_ASIDE = Style(REGULAR, 8.5, 11, SECONDARY)
TITLE = Style(BOLD, 20, 26)
SUBTITLE = Style(REGULAR, 10.5, 14.5)
HEADING = Style(BOLD, 12.5, 16, DARK_BLUE)
HEADING_ASIDE = Style(REGULAR, 12, 16, SECONDARY)
LABEL = Style(SEMIBOLD, 10, 13.4, SECONDARY)
VALUE = Style(REGULAR, 10, 13.4)
NOTE = Style(REGULAR, 8.5, 11.4, SECONDARY)
BODY = Style(REGULAR, 10.5, 14.6)
STRONG = Style(SEMIBOLD, 10.5, 14.6)
QUIET = Style(REGULAR, 9.5, 13, SECONDARY)
COLUMN = Style(SEMIBOLD, 9.5, 12.6, SECONDARY)
CELL = Style(REGULAR, 9.5, 12.6)
BOX_LABEL = Style(BOLD, 9.2, 13)
BOX_TEXT = Style(REGULAR, 9.2, 13)
BANNER = Style(BOLD, 12, 16)
WORD = Style(SEMIBOLD, 13, 22)
WORD_NUMBER = Style(REGULAR, 10, 22, SECONDARY)
FOOTER = Style(REGULAR, 7.8, 10.4, SECONDARY)
FIGURE = Style(REGULAR, 9, 12, SECONDARY)
FIGURE_TITLE = Style(SEMIBOLD, 10, 13)
MARK = Style(BOLD, 8, 10, WHITE)
TOOTH = Style(SEMIBOLD, 9, 12)
KNOWN_MARK = Style(BOLD, 8, 10)
