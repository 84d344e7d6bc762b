"""One page drawn on the PDF canvas: lines and figures first, then the words in reading order."""

from sgdesk.documents import styles
from sgdesk.documents.drawing import Canvas, TextObject
from sgdesk.documents.faces import faces
from sgdesk.documents.ink import operators, view_operators
from sgdesk.documents.shaping import Composed, Piece
from sgdesk.documents.strips import Disc, Figure, Frame, Strip, Stroke, Words
from sgdesk.documents.styles import Colour, Style

_OUTLINE = 1.0
_DETAIL = 0.5
_HEAVY = 0.03
_UNSEEN_TEXT = 3


class Sheet:
    """One page. Strips are given with the height of their top above the foot of the paper."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._strokes: dict[tuple[float, Colour], list[tuple[float, float, float, float]]] = {}
        self._discs: list[tuple[float, Disc]] = []
        self._words: list[tuple[float, Words]] = []
        self._row_start = 0
        self._row_is_long = False

    def strip(self, top: float, strip: Strip) -> None:
        """Put a strip on the page."""
        if strip.continues:
            self._row_is_long = True
        else:
            self._end_row()
        if strip.bookmark:
            self._bookmark(top, strip.bookmark)
        for mark in strip.marks:
            match mark:
                case Words():
                    self._words.append((top - mark.down, mark))
                case Stroke():
                    self._strokes.setdefault((mark.thickness, mark.colour), []).append(
                        (mark.x, top - mark.down, mark.to_x, top - mark.to_down)
                    )
                case Disc():
                    self._discs.append((top, mark))
                case Frame():
                    self._frame(top, mark)
                case Figure():
                    self._figure(top, mark)

    def finish(self) -> None:
        """Draw what was put on the page and end it."""
        self._end_row()
        canvas = self._canvas
        for (thickness, colour), lines in self._strokes.items():
            canvas.setLineWidth(thickness)
            canvas.setStrokeColorRGB(*colour)
            canvas.lines(lines)
        for top, disc in self._discs:
            canvas.setFillColorRGB(*disc.colour)
            canvas.circle(disc.x, top - disc.down, disc.radius, stroke=0, fill=1)
        self._draw_words()
        canvas.showPage()

    def _end_row(self) -> None:
        # Cells are written one after another, so that whoever copies them gets whole sentences.
        if self._row_is_long:
            row = self._words[self._row_start :]
            self._words[self._row_start :] = sorted(row, key=lambda placed: placed[1].column)
        self._row_start = len(self._words)
        self._row_is_long = False

    def _bookmark(self, top: float, title: str) -> None:
        key = f"{self._canvas.getPageNumber()}-{top:.1f}"
        self._canvas.bookmarkPage(key, "XYZ", 0, top, 0, 0, 0)
        self._canvas.addOutlineEntry(title, key, 0)

    def _frame(self, top: float, frame: Frame) -> None:
        self._canvas.setLineWidth(frame.thickness)
        self._canvas.setStrokeColorRGB(*frame.colour)
        self._canvas.rect(frame.x, top - frame.down - frame.height, frame.width, frame.height)

    def _figure(self, top: float, figure: Figure) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(figure.x, top - figure.down)
        canvas.scale(figure.scale, -figure.scale)
        canvas.setStrokeColorRGB(*styles.INK)
        canvas.setLineJoin(1)
        canvas.setLineCap(1)
        view = figure.view
        canvas.setFillColorRGB(*styles.WHITE)
        # An arm lies over the body behind it: outlines are filled, fine lines are not.
        for paths, thickness, paint in (
            (view.outline, _OUTLINE, "B"),
            (view.details, _DETAIL, "S"),
        ):
            canvas.setLineWidth(thickness / figure.scale)
            for path in paths:
                canvas.addLiteral(f"{view_operators(path)} {paint}")
        canvas.restoreState()

    def _draw_words(self) -> None:
        text = self._canvas.beginText()
        style = None
        for y, words in self._words:
            if isinstance(words.line, Composed):
                self._canvas.drawText(text)
                self._composed(words.x, y, words.style, words.line)
                text, style = self._canvas.beginText(), None
                continue
            if style is not words.style:
                style = words.style
                _set_style(text, style)
            text.setTextOrigin(words.x, y)
            text.textLine(words.line)
        self._canvas.drawText(text)

    def _composed(self, x: float, y: float, style: Style, line: Composed) -> None:
        for piece in line.pieces:
            if piece.shaped:
                self._shaped(x, y, style, piece)
            else:
                text = self._canvas.beginText(x, y)
                _set_style(text, style)
                text.textLine(piece.text)
                self._canvas.drawText(text)
            x += piece.width * style.size

    def _shaped(self, x: float, y: float, style: Style, piece: Piece) -> None:
        """Draw outlines, with what was typed laid over them unseen, for search and copying."""
        canvas = self._canvas
        if piece.outline:
            canvas.setFillColorRGB(*style.colour)
            canvas.setStrokeColorRGB(*style.colour)
            canvas.setLineWidth(_HEAVY * style.size)
            paint = "f" if style.face == styles.REGULAR else "B"
            canvas.addLiteral(f"{operators(piece.outline, x, y, style.size)} {paint}")
        if not piece.spoken:
            return
        text = canvas.beginText(x, y)
        text.setTextRenderMode(_UNSEEN_TEXT)
        text.setFont(faces().unseen(piece.spoken), style.size)
        text.setHorizScale(100 * piece.width / (len(piece.spoken) * faces().unseen_width))
        text.textLine(piece.spoken)
        text.setHorizScale(100)
        text.setTextRenderMode(0)
        canvas.drawText(text)


def _set_style(text: TextObject, style: Style) -> None:
    text.setFont(style.face, style.size, style.leading)
    text.setFillColorRGB(*style.colour)
