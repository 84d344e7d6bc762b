"""The papers of a concern: each numbered copy, to look at again or to print as a new copy."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.paper import PAPER_WORDS, Paper, PaperKind
from sgdesk.text import _, read_moment
from ui.concerns.done_cards import Piece
from ui.kit.cards import Card, button, words
from ui.kit.layout import Gap, row
from ui.kit.rows import Rows, two_lines

# Words of one moment, and papers that have their own buttons.
_MADE_ELSEWHERE = (
    PaperKind.CALL_RECORD,
    PaperKind.POLICE_RECORD,
    PaperKind.READY_LIST,
    PaperKind.LETTER,
    PaperKind.EMERGENCY,
)


class PapersCard(Card):
    """`open_asked` and `again_asked` carry a paper."""

    open_asked = Signal(object)
    again_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Papers"), _("The log keeps the very bytes of every copy, encrypted."))
        self._rows = Rows((_("Paper"), _("For"), _("Made"), ""), (4, 3, 3, 3))
        self.add(self._rows)

    def add_paper(self, paper: Paper) -> None:
        """Show one more paper, below the others."""
        self._rows.add_row(*self._row(paper))

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
        ways = [(_("Open"), "open-paper", self.open_asked)]
        if paper.kind not in _MADE_ELSEWHERE:
            ways.append((_("New copy"), "new-copy", self.again_asked))
        for text, name, signal in ways:
            made = button(text, "small", f"{name}:{paper.kind}:{paper.copy}")
            made.setAccessibleName(f"{text}: {_(PAPER_WORDS[paper.kind])}, {paper.copy}")
            made.clicked.connect(lambda _checked=False, emit=signal.emit: emit(paper))
            layout.addWidget(made)
        return widget


def paper_pieces(
    papers: Sequence[Paper],
    add: Callable[[Card], None],
    open_: Callable[[Paper], None],
    again: Callable[[str, str, str], None],
) -> list[Piece]:
    """Return the pieces that show these papers, the newest first; none without one. `open_` is
    called with the one whose button was pressed, `again` with its kind, concern and sharing."""
    made: list[PapersCard] = []

    def begin() -> None:
        made.append(PapersCard())
        made[0].open_asked.connect(open_)
        made[0].again_asked.connect(
            lambda one: again(one.kind.value, one.concern_id or "", one.sharing_id or "")
        )
        add(made[0])

    newest_first = [lambda one=one: made[0].add_paper(one) for one in reversed(papers)]
    return [begin, *newest_first] if papers else []
