"""Help from the program's own pages; it works offline, and names its sources with their dates."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QButtonGroup, QPushButton, QTextBrowser

from sgdesk.bootstrap import Desk
from sgdesk.domain.help import HelpText
from sgdesk.ids import GuidanceId
from sgdesk.services.help import VERSION, help_pages, sources_html, version_html
from sgdesk.text import _, to_london
from ui.kit.beside import Beside
from ui.kit.cards import Card, button
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, column, lines, shown_together
from ui.kit.page import Page
from ui.kit.tasks import Runner

_START, _SOURCES = "start", "sources"
_TOGETHER = 9


class HelpPage(Page):
    """A list of pages beside the one that is read. Nothing is ever fetched from a network.

    `back_asked` when somebody wants to go on where they were.
    """

    back_asked = Signal()

    def __init__(self, desk: Desk, runner: Runner) -> None:
        super().__init__(_("Help"), _("Works without a network."), help_name=_START)
        self._desk = desk
        self._runner = runner
        self._pages: dict[str, HelpText] = {}
        self._later = Gradually(self)
        self._buttons: dict[str, QPushButton] = {}
        self._wanted = _START
        back = button(_("Back to where you were"), name="back")
        back.clicked.connect(self.back_asked)
        self.add_to_heading(back)
        self._group = QButtonGroup(self)
        sides = Beside(7)
        self._contents = Card(_("Pages"))
        self._list = column(gap=Gap.NONE)
        self._contents.body.addLayout(self._list)
        self._contents.body.addStretch()
        sides.add(self._contents, 4)
        reading = Card()
        self._reader = Reader()
        self._reader.page_asked.connect(self.open_page)
        reading.add(self._reader)
        reading.body.addStretch()
        sides.add(reading, 11)
        self.add(sides)

    def open_page(self, name: str) -> None:
        """Show a page by its name; the first one where there is no such page."""
        self._wanted = name
        if self._pages and self._later.is_done:
            self._show()

    def enter(self) -> None:
        """Show the page that was asked for."""
        super().enter()
        if not self._pages:
            self._runner.run(help_pages, self._on_read, self.fail, self)

    def _on_read(self, pages: Sequence[HelpText]) -> None:
        self._pages = {page.id: page for page in pages}
        titles = [*((page.id, page.title) for page in pages), (_SOURCES, _("Sources"))]
        for first in range(0, len(titles), _TOGETHER):
            self._later.add(partial(self._add_buttons, titles[first : first + _TOGETHER]))
        self._later.add(self._show)
        self._later.go_on()

    def _add_buttons(self, titles: Sequence[tuple[str, str]]) -> None:
        with shown_together(self._contents):
            for name, title in titles:
                self._add_button(name, title)

    def _add_button(self, name: str, title: str) -> None:
        link = button(title, "navigation", f"help:{name}")
        link.setCheckable(True)
        link.clicked.connect(lambda: self.open_page(name))
        self._group.addButton(link)
        self._list.addWidget(link)
        self._buttons[name] = link

    def _show(self) -> None:
        name = self._wanted if self._wanted in self._buttons else _START
        if self._wanted.startswith(VERSION):
            name = _SOURCES
        if name in self._buttons:
            self._buttons[name].setChecked(True)
        if name == _SOURCES:
            self._runner.run(self._guidance_parts, self._reader.show_parts, self.fail, self)
        elif name in self._pages:
            self._reader.show_markdown(self._pages[name].markdown)
        self.verticalScrollBar().setValue(0)

    def _guidance_parts(self) -> Sequence[str]:
        """Return what holds, or a version that was asked for. Runs on the worker."""
        today = to_london(self._desk.clock.now()).date()
        if self._wanted.startswith(VERSION):
            version = GuidanceId(self._wanted.removeprefix(VERSION))
            return version_html(self._desk.guidances.text_of(version), today)
        return sources_html(self._desk.guidances.state(), today)


class Reader(QTextBrowser):
    """Reads a text from memory, as high as it is long. `page_asked` names a page that is linked."""

    page_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFrameShape(self.Shape.NoFrame)
        # As high as its text: a bar that comes and goes would have it all broken anew, twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Help page"))
        self.setObjectName("help-text")
        self.anchorClicked.connect(self._on_link)
        self._later = Gradually(self)

    def show_markdown(self, text: str) -> None:
        """Show a text written in Markdown."""
        self._later.replace([])
        self.setMarkdown(text)
        self._space_out()
        self._fit()

    def show_parts(self, parts: Sequence[str]) -> None:
        """Show a long text with our own markup, part after part."""
        self.setHtml(parts[0] if parts else "")
        self._fit()
        self._later.replace([partial(self._append, part) for part in parts[1:]])
        self._later.go_on()

    def _append(self, part: str) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        cursor.insertHtml(part)
        cursor.endEditBlock()
        self._fit()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing: no picture and no style comes from anywhere."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height of the whole text."""
        super().resizeEvent(event)
        self._fit()

    def _space_out(self) -> None:
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            form.setBottomMargin(lines(0.4))
            form.setTopMargin(lines(0.6) if form.headingLevel() else 0)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
            block = block.next()

    def _fit(self) -> None:
        height = round(self.document().size().height()) + lines(0.5)
        if self.height() != height:
            self.setFixedHeight(height)

    def _on_link(self, link: QUrl) -> None:
        if link.isRelative():
            self.page_asked.emit(link.path().removesuffix(".md"))
