"""What is said about marked wording under a text: why, what to write instead, the ways out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.concern import KeptWording
from sgdesk.domain.wording import Flag, one_for_each_place
from sgdesk.text import _
from ui.kit.cards import Notice
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, clear, column
from ui.record.wording_strip import WordingStrip

Marked = list[tuple[Flag, str]]


class WordingNotices(QWidget):
    """One strip for each reason. The places told are those of the text last shown."""

    keep_asked = Signal(tuple, str)
    quote_asked = Signal(int, int, str)
    opinion_asked = Signal(int, int)
    shown_in_text = Signal(int, int)
    taken_back = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = column(self, Gap.TIGHT)
        self._shown: object = None
        self._building = Gradually(self)
        self.hide()

    def show_flags(
        self, text: str, flags: Sequence[Flag], kept: Sequence[KeptWording], *, may_move: bool
    ) -> None:
        """Show a strip for each reason, and what has been kept. Strips that say the same stay."""
        marked = [(flag, text[flag.start : flag.end]) for flag in one_for_each_place(flags)]
        if (marked, list(kept)) == self._shown:
            return
        self._shown = (marked, list(kept))
        clear(self._column)
        reasons: dict[tuple[str, str], Marked] = {}
        for flag, phrase in marked:
            reasons.setdefault((flag.why, flag.instead), []).append((flag, phrase))
        self._building.replace(
            [lambda same=same: self._add_strip(same, may_move) for same in reasons.values()]
            + [lambda one=one: self._add_kept(one) for one in kept]
        )
        self._building.go_on()
        self.setVisible(bool(marked or kept))

    def say_moved(self) -> None:
        """Say where a sentence went, until another phrase is marked."""
        self._building.finish()
        self._column.addWidget(
            Notice(
                _("Moved to the page Context, as a professional opinion. Give its reasons there.")
            )
        )
        self.show()

    def _add_strip(self, same: Marked, may_move: bool) -> None:
        flags, phrases = [flag for flag, _phrase in same], [phrase for _flag, phrase in same]
        strip = WordingStrip(flags, phrases, may_move=may_move)
        strip.keep_asked.connect(self.keep_asked)
        strip.quote_asked.connect(self.quote_asked)
        strip.opinion_asked.connect(self.opinion_asked)
        strip.shown_in_text.connect(self.shown_in_text)
        self._column.addWidget(strip)

    def _add_kept(self, kept: KeptWording) -> None:
        text = _("Kept: “{phrase}”. {why}").format(phrase=kept.phrase, why=kept.why)
        notice = Notice(text)
        notice.add_link("take-back", _("Mark it again")).clicked.connect(
            lambda: self.taken_back.emit(kept.phrase)
        )
        self._column.addWidget(notice)
