"""Makes a numbered copy of a paper on the worker, and prints it or saves it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sgdesk.domain.paper import PAPER_WORDS, PaperKind
from sgdesk.errors import SituationError, UserError
from sgdesk.services.views import MadePaper
from sgdesk.text import _
from ui.kit.paper_file import write_paper
from ui.share.case import ShareCase


class PaperMaker(QObject):
    """A copy that could not be printed is kept, so that the next try uses the same number.

    `may_make` is asked first, and says whether to go on. `done` and `failed` bring a sentence.
    """

    done = Signal(str)
    failed = Signal(str)

    def __init__(
        self, case: ShareCase, may_make: Callable[[PaperKind], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._case = case
        self._waiting: dict[PaperKind, MadePaper] = {}
        self._may_make = may_make

    def print_paper(self, kind: PaperKind, printer: str) -> None:
        """Make a copy and hand it to a printer. The job's name holds a reference and no name."""
        if not printer:
            self.failed.emit(_("Choose a printer first. If there is none, save a file instead."))
        elif self._may_make(kind):
            self._make(kind, lambda made: self._print(made, printer))

    def save_protected(self, kind: PaperKind, password: str, path: Path) -> None:
        """Make a copy and write it where the person chose, to be opened with the password."""
        if self._may_make(kind):
            self._make(kind, lambda made: self._save(made, password, path))

    def _make(self, kind: PaperKind, then: Callable[[MadePaper], None]) -> None:
        case = self._case

        def on_made(made: MadePaper) -> None:
            self._waiting[kind] = made
            then(made)

        if kind in self._waiting:
            then(self._waiting[kind])
            return
        case.runner.run(
            lambda: case.desk.printing.make(kind, case.concern.id, case.draft.id),
            on_made, self._on_failed, self,
        )  # fmt: skip

    def _print(self, made: MadePaper, printer: str) -> None:
        case = self._case
        job = _("{reference} copy {copy}").format(
            reference=case.concern.reference, copy=made.paper.copy
        )

        def work() -> None:
            case.print_service.print_pdf(made.pdf, printer, job)
            case.desk.printing.printed(made.paper.id)

        self._run(work, made, _("{paper}, copy {copy}: sent to the printer."))

    def _save(self, made: MadePaper, password: str, path: Path) -> None:
        printing = self._case.desk.printing

        def work() -> None:
            write_paper(path, printing.protected(made.paper.id, password))
            printing.saved(made.paper.id)

        self._run(
            work, made,
            _("{paper}, copy {copy}: saved. Give the password another way: ring a number that you"
              " have checked, never in the same message."),
        )  # fmt: skip

    def _run(self, work: Callable[[], None], made: MadePaper, sentence: str) -> None:
        def on_done(_answer: None) -> None:
            self._waiting.pop(made.paper.kind, None)
            paper = _(PAPER_WORDS[made.paper.kind])
            self.done.emit(sentence.format(paper=paper, copy=made.paper.copy))

        self._case.runner.run(work, on_done, self._on_failed, self)

    def _on_failed(self, error: UserError | SituationError) -> None:
        self.failed.emit(error.text)
