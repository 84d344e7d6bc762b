"""One reason for marks in a text, with the four ways out as buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from sgdesk.domain.wording import Flag, WayOut
from sgdesk.text import _
from ui.kit.cards import Notice
from ui.record.wording_answer import AnswerLine

_MOST_QUOTED = 6


class WordingStrip(Notice):
    """Says why phrases are marked and what to write instead. Nothing in the text changes by it."""

    keep_asked = Signal(tuple, str)
    quote_asked = Signal(int, int, str)
    opinion_asked = Signal(int, int)
    shown_in_text = Signal(int, int)

    def __init__(self, flags: Sequence[Flag], phrases: Sequence[str], *, may_move: bool) -> None:
        """`phrases` are those of the flags, which all have the same reason."""
        self._first = flags[0]
        self._phrases = tuple(dict.fromkeys(phrases))
        text = _("{phrases}: {reason}").format(
            phrases=_quoted(self._phrases), reason=self._first.reason
        )
        super().__init__(text, kind="due")
        self.setAccessibleName(text)
        self._add_show()
        if WayOut.QUOTE in self._first.ways_out:
            self._add_quote()
        if may_move and WayOut.OPINION in self._first.ways_out:
            link = self.add_link("move-to-opinion", _("Move to opinion"))
            link.clicked.connect(
                lambda: self.opinion_asked.emit(self._first.start, self._first.end)
            )
        if WayOut.KEEP in self._first.ways_out:
            self._add_keep()

    def _add_show(self) -> None:
        measure = WayOut.MEASURE in self._first.ways_out
        words = _("Change it in the text") if measure else _("Show it in the text")
        link = self.add_link("show", words)
        link.clicked.connect(lambda: self.shown_in_text.emit(self._first.start, self._first.end))

    def _add_quote(self) -> None:
        line = AnswerLine(
            "quote-whose",
            _("Whose exact words are these?"),
            _("Whose exact words are {phrase}?").format(phrase=_quoted(self._phrases[:1])),
            _("Put in quotation marks"),
            "quote-it",
        )
        line.given.connect(
            lambda who: self.quote_asked.emit(self._first.start, self._first.end, who)
        )
        self.add(line)
        self.add_link("quote", _("They are somebody's words")).clicked.connect(line.ask)

    def _add_keep(self) -> None:
        line = AnswerLine(
            "keep-why",
            _("Why it stays as it is"),
            _("Why {phrases} stays as it is").format(phrases=_quoted(self._phrases)),
            _("Keep it"),
            "keep-it",
        )
        line.given.connect(lambda why: self.keep_asked.emit(self._phrases, why))
        self.add(line)
        self.add_link("keep", _("Keep, give a reason")).clicked.connect(line.ask)


def _quoted(phrases: Sequence[str]) -> str:
    shown = ", ".join(f"“{phrase}”" for phrase in phrases[:_MOST_QUOTED])
    more = len(phrases) - _MOST_QUOTED
    return _("{phrases} and {count} more").format(phrases=shown, count=more) if more > 0 else shown
