"""One PDF that is open at a time, for a widget that can be gone before it was opened."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.kit.pdf_pages import PageSize, PdfPages
from ui.kit.tasks import Runner


class Opened:
    """A PDF on the worker. Every step is a piece of work: what was opened is closed there too."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf: bytes | None = pdf
        self._pages: PdfPages | None = None
        self.sizes: list[PageSize] = []
        self.text = ""

    @property
    def pages(self) -> PdfPages | None:
        """The pages, unless nobody wants them any more."""
        return self._pages

    def open(self) -> None:
        """Read the pages, unless nobody wants them any more."""
        pdf, self._pdf = self._pdf, None
        if pdf is None:
            return
        self._pages = pages = PdfPages(pdf)
        self.sizes = pages.sizes()
        self.text = "\n\n".join(pages.text(number) for number in range(len(self.sizes)))

    def forget(self) -> None:
        """Let go of what was not opened yet, so that it is not opened any more."""
        self._pdf = None

    def close(self) -> None:
        """Let go of the pages and the words."""
        pages, self._pages, self.text = self._pages, None, ""
        if pages is not None:
            pages.close()


class OnePdf:
    """Opens a PDF on the worker, and closes it there when another comes or its owner goes."""

    def __init__(self, runner: Runner, owner: QObject) -> None:
        self._runner = runner
        self._opened: Opened | None = None
        owner.destroyed.connect(lambda *_gone: self.let_go())

    @property
    def pages(self) -> PdfPages | None:
        """The pages of the PDF that is open, if one is."""
        return None if self._opened is None else self._opened.pages

    def show(self, pdf: bytes, done: Callable[[Opened], None], owner: QObject) -> None:
        """Open a PDF instead of the one before, and hand it to `done` if it is wanted then."""
        self.let_go()
        opened = self._opened = Opened(pdf)

        def arrived(_answer: None) -> None:
            if opened is self._opened:
                done(opened)

        self._runner.run(opened.open, arrived, owner=owner)

    def let_go(self) -> None:
        """Close the PDF, behind all that was asked of it before."""
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.forget()
            self._runner.run(opened.close)
