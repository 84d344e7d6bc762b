"""One paper: look at it, print it, or save it with a password."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.paper import PAPER_WORDS, Paper, PaperKind
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, SharingId
from sgdesk.services.views import MadePaper
from sgdesk.text import _
from ui.kit.ask import Asker
from ui.kit.cards import button, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, clear, column, letters, lines, row
from ui.kit.paper_file import write_paper
from ui.kit.preview import PdfPreview
from ui.kit.printing import PrintService
from ui.kit.said import say_in
from ui.kit.tasks import Runner
from ui.kit.theme import mark


class PaperPage(QWidget):
    """Holds a paper in memory only, while it is shown. `back_asked` when somebody is done."""

    back_asked = Signal()
    help_name = "papers"

    def __init__(self, desk: Desk, runner: Runner, asker: Asker, printers: PrintService) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._asker = asker
        self._printers = printers
        self._made: MadePaper | None = None
        mark(self, "ground")
        layout = column(self, Gap.SMALL)
        layout.setContentsMargins(letters(2.5), lines(0.9), letters(2.5), lines(0.9))
        layout.addLayout(self._heading_row())
        self._said = column(gap=Gap.NONE)
        layout.addLayout(self._said)
        layout.addLayout(self._ways())
        self._preview = PdfPreview(runner)
        layout.addWidget(self._preview, 1)

    def make(self, kind: str, concern_id: str, sharing_id: str) -> None:
        """Make a new numbered copy and show it."""
        self._forget()
        self._runner.run(
            lambda: self._desk.printing.make(
                PaperKind(kind),
                ConcernId(concern_id),
                SharingId(sharing_id) if sharing_id else None,
            ),
            self.show_made,
            self._fail,
            self,
        )

    def open(self, paper: Paper) -> None:
        """Show a copy that the log keeps."""
        self._forget()
        self._runner.run(
            lambda: MadePaper(paper, self._desk.printing.pdf(paper.id)),
            self.show_made,
            self._fail,
            self,
        )

    def show_made(self, made: MadePaper) -> None:
        """Show a copy that was just made."""
        self._made = made
        kind = _(PAPER_WORDS[made.paper.kind])
        title = _("{paper}, copy {number}").format(paper=kind, number=made.paper.copy)
        self.heading.setText(title)
        self.heading.setAccessibleName(title)
        self._preview.show_pdf(made.pdf)

    def enter(self) -> None:
        """Look which printers there are, and put the focus on the heading."""
        clear(self._said)
        self.heading.setFocus()
        self._runner.run(self._printers.printers, self._on_printers, self._fail, self)

    def leave(self) -> None:
        """Let go of the paper's bytes."""
        self._forget()

    def show_names(self, shown: bool) -> None:
        """A paper always shows what is printed on it."""

    def print_page(self) -> None:
        """Print this copy on the chosen printer."""
        made, printer = self._made, self._where.currentText()
        if made is None:
            return
        if not printer:
            text = _(
                "No printer is set up on this computer. Set one up, or save the paper as a file."
            )
            say_in(self._said, text, "due")
            return
        name = _("SG Desk {code}").format(code=made.paper.code)

        def work() -> str:
            self._printers.print_pdf(made.pdf, printer, name)
            self._desk.printing.printed(made.paper.id)
            return printer

        say_in(self._said, _("Sending it to the printer."), "info")
        self._runner.run(work, self._on_printed, self._fail, self)

    def _heading_row(self) -> QHBoxLayout:
        top = row(gap=Gap.SMALL)
        self.heading = words(_("Paper"), "heading")
        self.heading.setObjectName("heading")
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        top.addWidget(self.heading, 1)
        back = button(_("Back"), name="back")
        back.clicked.connect(self.back_asked)
        top.addWidget(back)
        return top

    def _ways(self) -> FlowLayout:
        ways = FlowLayout(gap=Gap.SMALL)
        self._where = QComboBox()
        self._where.setObjectName("printer")
        self._where.setAccessibleName(_("Printer"))
        self._where.setMinimumContentsLength(18)
        ways.addWidget(_labelled(_("P&rinter"), self._where))
        send = button(_("Print"), "primary", "print")
        send.clicked.connect(self.print_page)
        ways.addWidget(send)
        self._password = QLineEdit()
        self._password.setObjectName("password")
        self._password.setAccessibleName(_("Password for a saved file"))
        self._password.setMinimumWidth(letters(24))
        ways.addWidget(_labelled(_("Pass&word for a file"), self._password))
        save = button(_("Save with this password"), name="save-paper")
        save.clicked.connect(self._on_save)
        ways.addWidget(save)
        return ways

    def _forget(self) -> None:
        self._made = None
        self._password.clear()
        self._preview.clear()

    def _on_printers(self, names: list[str]) -> None:
        chosen = self._where.currentText()
        self._where.clear()
        self._where.addItems(names)
        self._where.setCurrentIndex(max(self._where.findText(chosen), 0 if names else -1))

    def _on_printed(self, printer: str) -> None:
        text = _("Sent to {printer}. Check that every page came out, and take it out at once.")
        say_in(self._said, text.format(printer=printer), "ok")

    def _on_save(self) -> None:
        made, password = self._made, self._password.text()
        if made is None:
            return
        proposed = f"{made.paper.code}.pdf"
        path = self._asker.choose_file_to_save(_("Save the paper"), proposed, _("PDF (*.pdf)"))
        if path is None:
            return

        def work() -> Path:
            write_paper(path, self._desk.printing.protected(made.paper.id, password))
            self._desk.printing.saved(made.paper.id)
            return path

        self._runner.run(work, self._on_saved, self._fail, self)

    def _on_saved(self, path: Path) -> None:
        self._password.clear()
        text = _("Saved as {name}. It opens with the password only; tell it by another way.")
        say_in(self._said, text.format(name=path.name), "ok")

    def _fail(self, error: UserError | SituationError) -> None:
        say_in(self._said, error.text, "overdue")


def _labelled(text: str, field: QWidget) -> QWidget:
    both = QWidget()
    layout = row(both, Gap.SMALL)
    label = QLabel(text)
    mark(label, "label")
    label.setBuddy(field)
    layout.addWidget(label)
    layout.addWidget(field)
    return both
