"""What is said about marked wording under a text: why, what to write instead, the ways out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sgdesk.domain.concern import KeptWording
from sgdesk.domain.wording import Flag, WayOut
from sgdesk.text import _
from ui.kit.cards import Notice, button, words
from ui.kit.layout import Gap, clear, column, row
from ui.kit.text_fields import text_in
from ui.kit.theme import set_state


class WordingNotices(QWidget):
    """One strip for each reason. The places told are those of the text last shown."""

    keep_asked = Signal(tuple, str)
    opinion_asked = Signal(int, int)
    shown_in_text = Signal(int, int)
    taken_back = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = column(self, Gap.TIGHT)
        self._shown: object = None
        self.hide()

    def show_flags(
        self, text: str, flags: Sequence[Flag], kept: Sequence[KeptWording], *, may_move: bool
    ) -> None:
        """Show a strip for each reason, and what has been kept. Strips that say the same stay."""
        marked = [(flag, text[flag.start : flag.end]) for flag in flags]
        if (marked, list(kept)) == self._shown:
            return
        self._shown = (marked, list(kept))
        clear(self._column)
        for reason in dict.fromkeys((flag.why, flag.instead) for flag in flags):
            same = [(f, phrase) for f, phrase in marked if (f.why, f.instead) == reason]
            self._add_strip(same, may_move)
        for one in kept:
            self._add_kept(one)
        self.setVisible(bool(flags or kept))

    def say_moved(self) -> None:
        """Say where a sentence went."""
        self._shown = None
        self._column.addWidget(
            Notice(
                _("Moved to the page Context, as a professional opinion. Give its reasons there.")
            )
        )
        self.show()

    def _add_strip(self, same: list[tuple[Flag, str]], may_move: bool) -> None:
        flag = same[0][0]
        phrases = tuple(dict.fromkeys(phrase for _flag, phrase in same))
        quoted = ", ".join(f"“{phrase}”" for phrase in phrases)
        text = _("{phrases}: {why} {instead}").format(
            phrases=quoted, why=flag.why, instead=flag.instead
        )
        notice = Notice(text, kind="due")
        notice.setAccessibleName(text)
        notice.add_link("show", _("Show it in the text")).clicked.connect(
            lambda: self.shown_in_text.emit(flag.start, flag.end)
        )
        if may_move and WayOut.OPINION in flag.ways_out:
            notice.add_link("move-to-opinion", _("Move to opinion")).clicked.connect(
                lambda: self.opinion_asked.emit(flag.start, flag.end)
            )
        if WayOut.KEEP in flag.ways_out:
            self._add_keep(notice, phrases)
        self._column.addWidget(notice)

    def _add_keep(self, notice: Notice, phrases: tuple[str, ...]) -> None:
        keep = _KeepLine(phrases)
        keep.hide()
        keep.given.connect(lambda why: self.keep_asked.emit(phrases, why))
        notice.add(keep)
        link = notice.add_link("keep", _("Keep, give a reason"))
        link.clicked.connect(keep.ask)

    def _add_kept(self, kept: KeptWording) -> None:
        text = _("Kept: “{phrase}”. {why}").format(phrase=kept.phrase, why=kept.why)
        notice = Notice(text)
        notice.add_link("take-back", _("Mark it again")).clicked.connect(
            lambda: self.taken_back.emit(kept.phrase)
        )
        self._column.addWidget(notice)


class _KeepLine(QWidget):
    """Asks why a phrase is kept; an empty reason is none."""

    given = Signal(str)

    def __init__(self, phrases: tuple[str, ...]) -> None:
        super().__init__()
        self._line = QLineEdit()
        self._line.setObjectName("keep-why")
        caption = words(_("Why it stays as it is"), "label")
        caption.setBuddy(self._line)
        self._line.setAccessibleName(
            _("Why {phrases} stays as it is").format(phrases=", ".join(phrases))
        )
        self._line.returnPressed.connect(self._on_given)
        keep = button(_("Keep it"), "small", "keep-it")
        keep.clicked.connect(self._on_given)
        layout = column(self, Gap.TIGHT)
        layout.addWidget(caption)
        fields = row(gap=Gap.SMALL)
        fields.addWidget(self._line, 1)
        fields.addWidget(keep)
        layout.addLayout(fields)

    def ask(self) -> None:
        """Show the line and go there."""
        self.show()
        self._line.setFocus()

    def _on_given(self) -> None:
        why = text_in(self._line).strip()
        set_state(self._line, "problem", "false" if why else "true")
        if why:
            self.given.emit(why)
