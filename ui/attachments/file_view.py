"""A file in sight: its pages from memory, in the window; never a file of its own."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from sgdesk.text import _
from ui.kit.cards import button, words
from ui.kit.layout import Gap, column, lines, row
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.preview import PdfPreview
from ui.kit.tasks import Runner

_HEIGHT = 26


class FileView(QWidget):
    """Shows pages as they would go out. It lets go of them when it is closed."""

    closed = Signal()

    def __init__(self, runner: Runner, title: str) -> None:
        super().__init__()
        layout = column(self, Gap.SMALL)
        top = row(gap=Gap.SMALL)
        top.addWidget(words(title, "strong"), 1)
        close = button(_("Close this view"), "small", "close-file")
        close.clicked.connect(self.closed)
        top.addWidget(close)
        layout.addLayout(top)
        hint = _("Shown as a copy of it would go out. What is kept is the file as it came.")
        layout.addWidget(words(hint, "hint"))
        self._preview = PdfPreview(runner)
        self._preview.setMinimumHeight(lines(_HEIGHT))
        layout.addWidget(self._preview)

    def show_pages(self, pdf: bytes) -> None:
        """Show these pages."""
        self._preview.show_pdf(pdf)

    @called_by_qt(nothing)
    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the pages, unless the whole window is only out of sight."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._preview.clear()
            self.closed.emit()
