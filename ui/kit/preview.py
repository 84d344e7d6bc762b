"""Shows a PDF from memory, page below page, drawn as it is scrolled into sight."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QSizePolicy, QStackedWidget, QWidget

from sgdesk.text import _
from ui.kit.cards import button, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, column, lines
from ui.kit.one_pdf import OnePdf, Opened
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.pdf_pages import PageSize
from ui.kit.tasks import Runner
from ui.kit.theme import mark

_LEAST_ZOOM, _MOST_ZOOM, _STEP = 0.25, 4.0, 1.25
_MOST_PICTURES = 6


class PdfPreview(QWidget):
    """Pages to look at, and their words for those who cannot. All drawing is the runner's."""

    shown = Signal()

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._pdf = OnePdf(runner, self)
        self._sheets: list[Sheet] = []
        self._zoom = 1.0
        self._fits_width = True
        layout = column(self, Gap.SMALL)
        layout.addLayout(self._buttons())
        self._stack = QStackedWidget()
        self._stack.addWidget(self._add_scroll())
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(_("The words of all pages"))
        self._stack.addWidget(self._text)
        layout.addWidget(self._stack, 1)

    def show_pdf(self, pdf: bytes) -> None:
        """Show this PDF instead of what was shown, as pages or as text like that."""
        self._let_go()
        self._pdf.show(pdf, self._on_opened, owner=self)

    def clear(self) -> None:
        """Show nothing, let go of the PDF, and begin with pages again."""
        self._let_go()
        self._show_as(text=False)

    def _let_go(self) -> None:
        for sheet in self._sheets:
            sheet.hide()
            sheet.deleteLater()
        self._sheets = []
        self._text.clear()
        self._pdf.let_go()

    def zoom_by(self, factor: float) -> None:
        """Show the pages larger or smaller."""
        self._fits_width = False
        self._set_zoom(self._zoom * factor)

    def fit_width(self) -> None:
        """Show the pages as wide as there is room."""
        self._fits_width = True
        if self._sheets:
            room = self._scroll.viewport().width() - lines(1)
            self._set_zoom(room / self._sheets[0].width_at(1.0))

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as there is room, if they were."""
        super().resizeEvent(event)
        if self._fits_width:
            self.fit_width()

    def _buttons(self) -> FlowLayout:
        bar = FlowLayout(gap=Gap.SMALL)
        for name, text, keys, act in (
            ("zoom-out", _("Smaller"), "Ctrl+-", lambda: self.zoom_by(1 / _STEP)),
            ("zoom-in", _("Larger"), "Ctrl++", lambda: self.zoom_by(_STEP)),
            ("fit-width", _("Fit the width"), "Ctrl+0", self.fit_width),
            ("as-text", _("Read as text"), "Ctrl+T", self._on_text),
        ):
            widget = button(text, "small", name)
            widget.clicked.connect(act)
            widget.setToolTip(keys)
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
            bar.addWidget(widget)
        self._as_text = widget
        self._where = words("", "hint")
        self._where.setWordWrap(False)
        self._where.setObjectName("page-number")
        bar.addWidget(self._where)
        return bar

    def _add_scroll(self) -> QScrollArea:
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setObjectName("preview-pages")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._inside = QWidget()
        mark(self._inside, "ground")
        self._strip = column(self._inside, Gap.SMALL)
        self._strip.addStretch()
        self._scroll.setWidget(self._inside)
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(self._show_where)
        bar.rangeChanged.connect(self._show_where)
        return self._scroll

    def _on_opened(self, opened: Opened) -> None:
        self._text.setPlainText(opened.text)
        for number, size in enumerate(opened.sizes):
            sheet = Sheet(number, size)
            sheet.wanted.connect(self._draw)
            self._strip.insertWidget(number, sheet, 0, Qt.AlignmentFlag.AlignHCenter)
            self._sheets.append(sheet)
        self.fit_width()
        self._scroll.verticalScrollBar().setValue(0)
        self._show_where()
        self.shown.emit()

    def _draw(self, sheet: "Sheet") -> None:
        pages = self._pdf.pages
        if pages is None:
            return
        number, dots = sheet.number, sheet.dots_per_inch()
        self._runner.run(
            lambda: pages.draw(number, dots),
            lambda picture: self._on_drawn(sheet, picture),
            owner=sheet,
        )

    def _on_drawn(self, sheet: "Sheet", picture: QImage) -> None:
        sheet.show_picture(picture)
        here = self._number()
        drawn = sorted(self._sheets, key=lambda one: abs(one.number - here))
        for far in drawn[_MOST_PICTURES:]:
            far.forget_picture()

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = min(max(zoom, _LEAST_ZOOM), _MOST_ZOOM)
        for sheet in self._sheets:
            sheet.set_zoom(self._zoom)

    def _number(self) -> int:
        middle = self._scroll.viewport().height() // 2
        at = self._inside.mapFrom(self, self._scroll.viewport().mapTo(self, QPoint(0, middle))).y()
        passed = [sheet.number for sheet in self._sheets if sheet.y() <= at]
        return passed[-1] if passed else 0

    def _show_where(self) -> None:
        text = _("Page {number} of {count}").format(
            number=self._number() + 1, count=len(self._sheets)
        )
        self._where.setText(text)
        self._scroll.setAccessibleName(_("Preview, {page}").format(page=text))

    def _on_text(self) -> None:
        as_text = self._stack.currentIndex() == 0
        self._show_as(text=as_text)
        (self._text if as_text else self._scroll).setFocus()

    def _show_as(self, *, text: bool) -> None:
        self._stack.setCurrentIndex(1 if text else 0)
        self._as_text.setText(_("Show the pages") if text else _("Read as text"))


class Sheet(QWidget):
    """One page of paper. It asks for its picture when it comes into sight."""

    wanted = Signal(object)

    def __init__(self, number: int, size: PageSize) -> None:
        super().__init__()
        self.number = number
        self._size = size
        self._zoom = 1.0
        self._picture: QImage | None = None
        self._asked = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Page {number}").format(number=number + 1))

    def width_at(self, zoom: float) -> float:
        """Return the width in pixels at this zoom; 1 is the size of the paper."""
        return self._size.width * zoom * self.logicalDpiX() / 72

    def dots_per_inch(self) -> float:
        """Return how finely the screen shows the page now."""
        return self._zoom * self.logicalDpiX() * self.devicePixelRatioF()

    def set_zoom(self, zoom: float) -> None:
        """Show the page in another size; until it is drawn again, the old picture is stretched."""
        self._zoom = zoom
        height = self._size.height * zoom * self.logicalDpiX() / 72
        self.setFixedSize(round(self.width_at(zoom)), round(height))
        self.update()

    def show_picture(self, picture: QImage) -> None:
        """Show what was drawn."""
        self._picture = picture
        self.update()

    def forget_picture(self) -> None:
        """Let go of the picture of a page that is out of sight."""
        self._picture = None
        self._asked = 0.0

    @called_by_qt(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, or white paper while it is being drawn."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._picture is not None:
            painter.drawImage(self.rect(), self._picture)
        if self._asked != self.dots_per_inch():
            self._asked = self.dots_per_inch()
            QTimer.singleShot(0, self, self._ask)

    def _ask(self) -> None:
        # The first painting can come before the layout, while every page seems to be in sight.
        if self.visibleRegion().isEmpty():
            self._asked = 0.0
        else:
            self.wanted.emit(self)
