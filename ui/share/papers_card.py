"""The papers of a decision, each with a button that prints a numbered copy."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.paper import PAPER_WORDS, PaperKind
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _
from ui.kit.cards import button, words
from ui.kit.choice_fields import SteadyList
from ui.kit.layout import Gap, column, letters, row
from ui.share.case import ShareCase
from ui.share.paper_maker import PaperMaker
from ui.share.speaking_card import SpeakingCard

OfferedPapers = Sequence[tuple[PaperKind, str]]


class PapersCard(SpeakingCard):
    """Asks for a printer once, and prints whichever of the papers, each with a hint, is wanted."""

    def __init__(
        self, case: ShareCase, papers: OfferedPapers, may_make: Callable[[PaperKind], bool]
    ) -> None:
        super().__init__(_("Print"))
        self._maker = PaperMaker(case, may_make, self)
        self._maker.done.connect(self.say)
        self._maker.failed.connect(self.fail)
        label = words(_("&Printer"), "label")
        self._printers = SteadyList()
        self._printers.setObjectName("printer")
        self._printers.setAccessibleName(_("Printer"))
        self._printers.setMaximumWidth(letters(50))
        label.setBuddy(self._printers)
        choice = column(gap=Gap.TIGHT)
        choice.addWidget(label)
        choice.addWidget(self._printers)
        self.body.addLayout(choice)
        for kind, hint in papers:
            self.add(self._line(kind, hint))
        self.add_strip()
        printers = case.print_service.printers
        case.runner.run(printers, self._on_printers, self._on_no_printers, self)

    def _line(self, kind: PaperKind, hint: str) -> QWidget:
        line = QWidget()
        layout = row(line, Gap.NORMAL)
        text = column(gap=Gap.NONE)
        text.addWidget(words(_(PAPER_WORDS[kind]), "strong"))
        text.addWidget(words(hint, "hint"))
        layout.addLayout(text, 1)
        press = button(_("Print"), "small", f"print:{kind.value}")
        press.setAccessibleName(_("Print: {paper}").format(paper=_(PAPER_WORDS[kind])))
        press.clicked.connect(
            lambda: self._maker.print_paper(kind, self._printers.currentData() or "")
        )
        layout.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_printers(self, names: list[str]) -> None:
        self._printers.clear()
        for name in names:
            self._printers.addItem(name, name)
        if not names:
            self._printers.addItem(_("No printer is set up on this computer"), "")

    def _on_no_printers(self, error: UserError | SituationError) -> None:
        self._on_printers([])
        self._printers.setAccessibleDescription(error.text)


def papers_to_send(case: ShareCase) -> OfferedPapers:
    """Return what is printed when a decision to share was made."""
    agency = case.draft.recipient.organisation
    papers = [
        (PaperKind.PACK, _("For {agency}: every page bears its copy number.").format(agency=agency))
    ]
    if case.draft.conditions.safe_contact_sheet:
        sheet = _("A sheet of its own. Keep it away from the pack.")
        papers.append((PaperKind.SAFE_CONTACT, sheet))
    return [*papers, *_papers_for_the_log()]


def papers_to_file(case: ShareCase) -> OfferedPapers:
    """Return what is printed with the entry in the clinical record."""
    slip = _("The entry and what to think of, for whoever pastes it. Shred it afterwards.")
    log = [] if is_shared(case.draft.decision) else _papers_for_the_log()
    return [(PaperKind.CLINICAL_SLIP, slip), *log]


def _papers_for_the_log() -> list[tuple[PaperKind, str]]:
    return [
        (
            PaperKind.DISCLOSURE_RECORD,
            _(
                "For the safeguarding log: what went, what stayed, and why. It does not leave"
                " the practice."
            ),
        ),
        (PaperKind.LOG_PAGE, _("This concern’s page in the safeguarding log.")),
    ]
