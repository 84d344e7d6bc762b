"""The recovery sheet: printed or copied by hand, then typed back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from sgdesk.domain.flows.setup import SetupDraft
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _
from ui.kit.binding import DraftHolder
from ui.kit.cards import Card, button, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.layout import Gap, clear, column, letters
from ui.kit.printing import PrintService
from ui.kit.said import say_in
from ui.kit.step_page import StepPage
from ui.kit.tasks import Runner
from ui.kit.theme import mark

_COLUMNS = 3


class RecoveryPage(StepPage):
    """`wanted` asks for the words each time the page is shown; `show_words` brings them."""

    wanted = Signal()

    def __init__(self, draft: SetupDraft, runner: Runner, printers: PrintService) -> None:
        super().__init__(_("These words open the records when every passphrase is lost."))
        self._runner = runner
        self._printers = printers
        self._pdf = b""
        self._add_paper()
        self._form = Form(DraftHolder(draft))
        self.add_form(self._form)
        self.later(self._ask_back)

    def load(self) -> None:
        """Ask for the words, and which printers there are."""
        super().load()
        self.wanted.emit()
        self._runner.run(self._printers.printers, self._on_printers, self._on_failed, self)

    def show_words(self, sheet: tuple[str, ...], pdf: bytes, is_new: bool) -> None:
        """Take the words of a sheet; `is_new`: another sheet was shown before."""
        self._pdf = pdf
        self._fill(sheet)
        if is_new:
            text = _("An answer changed, so the sheet was made anew. Destroy the one before.")
            say_in(self._said, text, "due")

    def _ask_back(self) -> None:
        back = _("Read them from the paper. Nothing is on the disk until they fit.")
        with self._form.card(_("Type the words back"), back):
            self._form.long_text("typed_words", _("The &words, in their order"), rows=4)

    def _add_paper(self) -> None:
        card = Card(_("Put the words on paper"), _("Keep the sheet in a safe, away from this PC."))
        ways = FlowLayout(gap=Gap.SMALL)
        label = QLabel(_("P&rinter"))
        mark(label, "label")
        self._where = QComboBox()
        self._where.setObjectName("printer")
        self._where.setAccessibleName(_("Printer"))
        self._where.setMinimumContentsLength(18)
        label.setBuddy(self._where)
        ways.addWidget(label)
        ways.addWidget(self._where)
        send = button(_("Print the sheet"), name="print-sheet")
        send.clicked.connect(self._on_print)
        ways.addWidget(send)
        self._toggle = button(_("Show the words, to copy them by hand"), name="show-words")
        self._toggle.clicked.connect(self._on_toggle)
        ways.addWidget(self._toggle)
        card.body.addLayout(ways)
        self._said = column(gap=Gap.NONE)
        card.body.addLayout(self._said)
        self._grid = QWidget()
        self._grid.setObjectName("sheet")
        self._cells = QGridLayout(self._grid)
        self._cells.setHorizontalSpacing(letters(3))
        self._grid.hide()
        card.add(self._grid)
        self.add(card)

    def _fill(self, sheet: tuple[str, ...]) -> None:
        clear(self._cells)
        rows = -(-len(sheet) // _COLUMNS)
        for number, word in enumerate(sheet):
            text = words(_("{number}. {word}").format(number=number + 1, word=word))
            self._cells.addWidget(text, number % rows, number // rows, Qt.AlignmentFlag.AlignLeft)

    def _on_toggle(self) -> None:
        shown = self._grid.isHidden()
        self._grid.setVisible(shown)
        text = _("Hide the words") if shown else _("Show the words, to copy them by hand")
        self._toggle.setText(text)
        self._toggle.setAccessibleName(text)

    def _on_printers(self, names: list[str]) -> None:
        self._where.clear()
        for name in names:
            self._where.addItem(name, name)
        if not names:
            self._where.addItem(_("No printer is set up on this computer"), "")

    def _on_print(self) -> None:
        printer, pdf = self._where.currentData() or "", self._pdf
        if not printer:
            text = _("No printer is set up on this computer. Copy the words by hand.")
            say_in(self._said, text, "due")
            return
        sent = _("Sent to {printer}.").format(printer=printer)

        def on_printed(_answer: None) -> None:
            say_in(self._said, sent, "ok")

        self._runner.run(
            lambda: self._printers.print_pdf(pdf, printer, "SG Desk recovery sheet"),
            on_printed,
            self._on_failed,
            self,
        )

    def _on_failed(self, error: UserError | SituationError) -> None:
        say_in(self._said, error.text, "due")
