"""Marks wording in a text as it is typed: underlined, explained, with the ways out."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from sgdesk.domain.concern import KeptWording
from sgdesk.domain.facts.kinds import Opinion
from sgdesk.domain.wording import Flag
from sgdesk.ids import FactId
from ui.kit.form import Form
from ui.kit.question import Question
from ui.kit.text_fields import text_in
from ui.record.recording import Recording
from ui.record.wording_left import marked_in
from ui.record.wording_notice import WordingNotices

_PAUSE_MS = 250
_SENTENCE_ENDS = ".!?\n"


def watch_wording(
    form: Form,
    recording: Recording,
    fact_id: FactId,
    fields: Iterable[str],
    *,
    opinion: bool = False,
) -> None:
    """Watch these long texts of a form, which stand in the fact of this id."""
    for field in fields:
        _Watch(form, recording, fact_id, field, form.question(field), opinion)


class _Watch(QObject):
    """Reads one text a moment after each change."""

    def __init__(
        self, form: Form, recording: Recording, fact_id: FactId, field: str,
        question: Question, opinion: bool,
    ) -> None:  # fmt: skip
        super().__init__(question)
        self._form, self._recording = form, recording
        self._fact_id, self._field, self._is_opinion = fact_id, field, opinion
        editor = question.binding.widget
        assert isinstance(editor, QPlainTextEdit)
        self._editor = editor
        self._notices = WordingNotices()
        question.add(self._notices)
        self._notices.keep_asked.connect(self._on_keep)
        self._notices.opinion_asked.connect(self._on_opinion)
        self._notices.shown_in_text.connect(self._on_show)
        self._notices.taken_back.connect(self._on_taken_back)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        editor.textChanged.connect(self._pause.start)

    def _read(self) -> None:
        text = text_in(self._editor)
        draft = self._recording.draft
        flags = marked_in(
            text, self._recording.desk.wording, draft.kept, self._fact_id, self._field,
            opinion=self._is_opinion,
        )  # fmt: skip
        self._editor.setExtraSelections([self._underlined(text, flag) for flag in flags])
        kept = [one for one in draft.kept if self._is_here(one) and one.phrase in text]
        self._notices.show_flags(text, flags, kept, may_move=not self._is_opinion)

    def _underlined(self, text: str, flag: Flag) -> QTextEdit.ExtraSelection:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self._editor.palette().color(QPalette.ColorRole.BrightText))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(text, flag.start, flag.end)
        selection.format = look
        return selection

    def _cursor(self, text: str, start: int, end: int) -> QTextCursor:
        # Qt counts in UTF-16 units, the rules in code points.
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _on_show(self, start: int, end: int) -> None:
        self._editor.setTextCursor(self._cursor(text_in(self._editor), start, end))
        self._editor.setFocus()

    def _on_keep(self, phrases: tuple[str, ...], why: str) -> None:
        kept = [KeptWording(self._fact_id, self._field, phrase, why) for phrase in phrases]
        self._recording.draft.kept = [*self._recording.draft.kept, *kept]
        self._form.changed.emit(self._field)
        self._read()
        self._editor.setFocus()

    def _on_taken_back(self, phrase: str) -> None:
        kept = self._recording.draft.kept
        self._recording.draft.kept = [
            one for one in kept if not (self._is_here(one) and one.phrase == phrase)
        ]
        self._form.changed.emit(self._field)
        self._read()
        self._editor.setFocus()

    def _on_opinion(self, start: int, end: int) -> None:
        text = text_in(self._editor)
        first, last = _sentence(text, start, end)
        opinion = self._recording.new_seen(Opinion, text=text[first:last].strip())
        self._recording.draft.facts = [*self._recording.draft.facts, opinion]
        self._cursor(text, first, last).removeSelectedText()
        self._form.changed.emit(self._field)
        self._editor.setFocus()
        self._read()
        self._notices.say_moved()

    def _is_here(self, kept: KeptWording) -> bool:
        return (kept.fact_id, kept.field) == (self._fact_id, self._field)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a phrase begins and ends, its full stop included."""
    first = max((text.rfind(mark, 0, start) for mark in _SENTENCE_ENDS), default=-1) + 1
    ends = [at for mark in _SENTENCE_ENDS if (at := text.find(mark, end)) >= 0]
    return first, min(ends, default=len(text) - 1) + 1
