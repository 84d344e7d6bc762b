"""Marks wording in a text as it is typed: underlined, explained, with the ways out."""

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit

from sgdesk.domain.concern import KeptWording
from sgdesk.ids import FactId
from sgdesk.text import _
from ui.kit.form import Form
from ui.kit.question import Question
from ui.kit.wording_marks import WordingMarks
from ui.record.recording import Recording
from ui.record.wording_notice import WordingNotices

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
    """Marks one text, and does what a way out asks for."""

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
        self._marks = WordingMarks(
            editor, recording.desk.wording, self._is_kept, is_opinion=opinion
        )
        self._marks.read.connect(self._on_read)
        self._notices = WordingNotices()
        question.add(self._notices)
        self._notices.keep_asked.connect(self._on_keep)
        self._notices.quote_asked.connect(self._on_quote)
        self._notices.opinion_asked.connect(self._on_opinion)
        self._notices.shown_in_text.connect(self._on_show)
        self._notices.taken_back.connect(self._on_taken_back)
        self._has_moved = False
        # In a form that is made piece by piece the text is there before its watch.
        if not editor.document().isEmpty():
            self._marks.read_again()

    def _on_read(self) -> None:
        text, draft = self._marks.text, self._recording.draft
        kept = [one for one in draft.kept if self._is_here(one) and one.phrase in text]
        self._notices.show_flags(text, self._marks.flags, kept, may_move=not self._is_opinion)
        if self._has_moved:
            self._has_moved = False
            self._notices.say_moved()

    def _on_show(self, start: int, end: int) -> None:
        if self._marks.is_current:
            self._editor.setTextCursor(self._marks.cursor(start, end))
        self._editor.setFocus()

    def _on_quote(self, start: int, end: int, who: str) -> None:
        if self._marks.is_current:
            cursor = self._marks.cursor(start, end)
            phrase = self._marks.text[start:end]
            cursor.insertText(_("“{phrase}” ({who})").format(phrase=phrase, who=who))
            self._editor.setTextCursor(cursor)
        self._go_on()

    def _on_keep(self, phrases: tuple[str, ...], why: str) -> None:
        kept = [KeptWording(self._fact_id, self._field, phrase, why) for phrase in phrases]
        self._recording.draft.kept = [*self._recording.draft.kept, *kept]
        self._form.changed.emit(self._field)
        self._go_on()

    def _on_taken_back(self, phrase: str) -> None:
        kept = self._recording.draft.kept
        self._recording.draft.kept = [
            one for one in kept if not (self._is_here(one) and one.phrase == phrase)
        ]
        self._form.changed.emit(self._field)
        self._go_on()

    def _on_opinion(self, start: int, end: int) -> None:
        if not self._marks.is_current:
            self._go_on()
            return
        text = self._marks.text
        first, last = _sentence(text, start, end)
        opinion = self._recording.new_opinion(text=text[first:last].strip())
        self._recording.draft.facts = [*self._recording.draft.facts, opinion]
        self._marks.cursor(first, last).removeSelectedText()
        self._form.changed.emit(self._field)
        self._has_moved = True
        self._go_on()

    def _go_on(self) -> None:
        self._marks.read_again()
        self._editor.setFocus()

    def _is_kept(self, phrase: str) -> bool:
        folded = phrase.casefold()
        return any(
            self._is_here(one) and one.phrase.casefold() == folded
            for one in self._recording.draft.kept
        )

    def _is_here(self, kept: KeptWording) -> bool:
        return (kept.fact_id, kept.field) == (self._fact_id, self._field)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a phrase begins and ends, its full stop included."""
    first = max((text.rfind(mark, 0, start) for mark in _SENTENCE_ENDS), default=-1) + 1
    ends = [at for mark in _SENTENCE_ENDS if (at := text.find(mark, end)) >= 0]
    return first, min(ends, default=len(text) - 1) + 1
