"""The papers of a concern: each numbered copy, to look at again or to print as a new copy."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.paper import PAPER_WORDS, Paper
from sgdesk.text import _, read_moment
from ui.kit.cards import Card, button, words
from ui.kit.layout import Gap, clear, column, row
from ui.kit.rows import Rows, two_lines


class PapersCard(Card):
    """`open_asked` and `again_asked` carry a paper."""

    open_asked = Signal(object)
    again_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Papers"), _("The log keeps the very bytes of every copy, encrypted."))
        self._place: QVBoxLayout = column(gap=Gap.NONE)
        self.body.addLayout(self._place)

    def show_papers(self, papers: Sequence[Paper]) -> None:
        """Show these papers, the newest first."""
        clear(self._place)
        rows = Rows((_("Paper"), _("For"), _("Made"), ""), (4, 3, 3, 3))
        for paper in reversed(papers):
            rows.add_row(*self._row(paper))
        self._place.addWidget(rows)

    def _row(self, paper: Paper) -> Sequence[QWidget]:
        copy = _("Version {version}, copy {copy}").format(version=paper.version, copy=paper.copy)
        code = _("Code {code}").format(code=paper.code)
        return (
            two_lines(_(PAPER_WORDS[paper.kind]), "", f"{copy}\n{code}"),
            words(paper.recipient or _("The practice itself")),
            two_lines("", read_moment(paper.made_at), paper.made_by),
            self._buttons(paper),
        )

    def _buttons(self, paper: Paper) -> QWidget:
        widget = QWidget()
        layout = row(widget, Gap.SMALL)
        for text, name, signal in (
            (_("Open"), "open-paper", self.open_asked),
            (_("New copy"), "new-copy", self.again_asked),
        ):
            made = button(text, "small", f"{name}:{paper.kind}:{paper.copy}")
            made.setAccessibleName(f"{text}: {_(PAPER_WORDS[paper.kind])}, {paper.copy}")
            made.clicked.connect(lambda _checked=False, emit=signal.emit: emit(paper))
            layout.addWidget(made)
        return widget
