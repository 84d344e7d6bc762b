"""What papers are made of: blocks of content, gathered first and drawn later.

Lengths are in points. User text goes in as it was typed and is never markup.
"""

from datetime import datetime

import msgspec

from sgdesk.domain.facts.timeline import TimeLine, lane_words
from sgdesk.domain.maps import MapView
from sgdesk.domain.teeth import ToothFinding


class Title(msgspec.Struct, frozen=True):
    """The name of the paper, and a line under it."""

    text: str
    subtitle: str = ""


class Heading(msgspec.Struct, frozen=True):
    """A section's heading with a rule; kept with what follows and listed as a bookmark."""

    number: str
    text: str
    aside: str = ""


class Row(msgspec.Struct, frozen=True):
    """One labelled answer; `note` is a quieter line under it, such as who saw it and when."""

    label: str
    text: str
    note: str = ""


class Rows(msgspec.Struct, frozen=True):
    """Labelled answers, one under another, with a hairline after each."""

    rows: tuple[Row, ...]


class Paragraph(msgspec.Struct, frozen=True):
    """Running text. `strong` is for a line that must not be missed, `quiet` for a hint; `kept`
    stays on one page with what follows."""

    text: str
    strong: bool = False
    quiet: bool = False
    kept: bool = False


class Quote(msgspec.Struct, frozen=True):
    """Somebody's exact words, set apart; `by` says whose."""

    text: str
    by: str = ""


class Table(msgspec.Struct, frozen=True):
    """Columns with a repeated head and hairlines. `widths` are shares of the text width."""

    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


class Rule(msgspec.Struct, frozen=True):
    """A line across the page."""


class Spacer(msgspec.Struct, frozen=True):
    """Empty height, dropped at the top of a page."""

    height: float


class Pair(msgspec.Struct, frozen=True):
    """A bold label and its text on one line. With `blank`, a line to write on."""

    label: str
    text: str = ""
    blank: bool = False


class BoxedLines(msgspec.Struct, frozen=True):
    """A frame with columns of labelled lines: to, from, reference."""

    columns: tuple[tuple[Pair, ...], ...]


class Banner(msgspec.Struct, frozen=True):
    """A framed statement that must be read first."""

    text: str
    hint: str = ""


class SignatureLines(msgspec.Struct, frozen=True):
    """Lines to write on, each with its label."""

    labels: tuple[str, ...]


class TickLines(msgspec.Struct, frozen=True):
    """Lines with an empty box to tick."""

    lines: tuple[str, ...]


class NumberedWords(msgspec.Struct, frozen=True):
    """Words to be copied by hand, numbered down the columns."""

    words: tuple[str, ...]
    columns: int = 3


class BodyMark(msgspec.Struct, frozen=True):
    """A labelled point on the view of that id, in the view's own units.

    A `known` mark (a birthmark) is drawn open, an injury solid.
    """

    label: str
    view: str
    x: float
    y: float
    known: bool = False


class BodyMap(msgspec.Struct, frozen=True):
    """Figures beside each other with numbered marks and the sides in words."""

    views: tuple[MapView, ...]
    marks: tuple[BodyMark, ...]
    height: float = 396


class TimeLineDrawing(msgspec.Struct, frozen=True):
    """A chronology drawn as lanes over a line of dates; `own` names the person it is about."""

    line: TimeLine
    own: str


class ToothChart(msgspec.Struct, frozen=True):
    """The chart of the teeth at one examination."""

    findings: tuple[ToothFinding, ...]


class PageBreak(msgspec.Struct, frozen=True):
    """What follows starts on a new page."""


Block = (
    Title | Heading | Rows | Paragraph | Quote | Table | Rule | Spacer | BoxedLines | Banner
    | SignatureLines | TickLines | NumberedWords | BodyMap | ToothChart | TimeLineDrawing
    | PageBreak
)  # fmt: skip


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One paper. The same document always gives the same bytes.

    `title` stands at the top of later pages and must name no person; `reference` is all that
    the file's own metadata says, with the practice as author. `strap` is the protective
    marking; `footer` goes on every page, beside the page number.
    """

    reference: str
    title: str
    practice: str
    made_at: datetime
    strap: str
    footer: tuple[str, ...]
    blocks: tuple[Block, ...]


def texts(document: Document) -> list[str]:
    """Return every text of a paper, in order, as it will be printed."""
    found: list[str] = []
    _collect([document.strap, document.title, *document.footer, document.blocks], found)
    return found


def _collect(value: object, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, tuple | list):
        for part in value:
            _collect(part, found)
    elif isinstance(value, TimeLine):
        found.extend(lane_words(lane) for lane in value.lanes)
    elif isinstance(value, msgspec.Struct) and not isinstance(value, MapView | ToothChart):
        for field in value.__struct_fields__:
            _collect(getattr(value, field), found)
