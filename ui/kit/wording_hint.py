"""The wording check for a form whose answers are no facts of a concern: marked, explained."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from sgdesk.domain.wording import Flag, Wording, one_for_each_place
from sgdesk.domain.wording.ages import age_flag
from sgdesk.text import _
from ui.kit.cards import Notice
from ui.kit.form import Form
from ui.kit.wording_marks import WordingMarks

_MOST_SHOWN = 3


def is_never_kept(_phrase: str) -> bool:
    """Return that no phrase was kept with a reason."""
    return False


def hint_wording(
    form: Form, rules: Wording, fields: Iterable[str], *, is_opinion: bool = False,
    is_kept: Callable[[str], bool] = is_never_kept,
) -> None:  # fmt: skip
    """Mark wording in these long texts of a form, and say under each what to write instead.

    `is_opinion`: what is asked for is a judgement, so a guess or a verdict is not marked. `is_kept`
    says which phrases the writer keeps for a reason that was given: those are not marked.
    """
    for field in fields:
        question = form.question(field)
        editor = question.binding.widget
        assert isinstance(editor, QPlainTextEdit)
        hint_wording_in(editor, rules, question.add, is_opinion=is_opinion, is_kept=is_kept)


def hint_wording_in(
    editor: QPlainTextEdit, rules: Wording, add: Callable[[QWidget], None],
    *, is_opinion: bool = False, is_kept: Callable[[str], bool] = is_never_kept,
) -> None:  # fmt: skip
    """Mark wording in one long text; `add` puts what is said about it below the text."""
    _Hint(editor, rules, add, is_kept, is_opinion)


def hint_ages(form: Form, rules: Wording, fields: Iterable[str]) -> None:
    """Say under each of these lines about a mark, where it gives an age, that none can be told."""
    for field in fields:
        question = form.question(field)
        held = question.binding
        doubt = partial(_age_doubt, held.read, held.doubt, rules)
        question.binding = replace(held, doubt=doubt)
        question.show_state()


def _age_doubt(read: Callable[[], str], other: Callable[[], str], rules: Wording) -> str:
    flag = age_flag(read(), rules)
    return other() or (flag.why if flag is not None else "")


class _Hint(QObject):
    """Explains the marks of one text in one strip, which is made when there is a first one."""

    def __init__(
        self, editor: QPlainTextEdit, rules: Wording, add: Callable[[QWidget], None],
        is_kept: Callable[[str], bool], is_opinion: bool,
    ) -> None:  # fmt: skip
        super().__init__(editor)
        self._editor, self._add = editor, add
        self._notice: Notice | None = None
        self._marks = WordingMarks(editor, rules, is_kept, is_opinion=is_opinion)
        self._marks.read.connect(self._on_read)
        if not editor.document().isEmpty():
            self._marks.read_again()

    def _on_read(self) -> None:
        flags = self._marks.flags
        text = " ".join(self._sentences(flags))
        if self._notice is not None:
            self._notice.set_text(text)
            self._notice.setAccessibleName(text)
            self._notice.setVisible(bool(flags))
        elif flags:
            self._begin(text)

    def _begin(self, text: str) -> None:
        # Qt shows what is new in a layout by itself: showing it here would lay it out twice.
        self._notice = Notice(text, kind="due")
        self._notice.setAccessibleName(text)
        link = self._notice.add_link("show", _("Show it in the text"))
        link.clicked.connect(self._on_show)
        self._add(self._notice)
        QWidget.setTabOrder(self._editor, link)

    def _sentences(self, flags: list[Flag]) -> list[str]:
        reasons: dict[str, str] = {}
        for flag in one_for_each_place(flags):
            reasons.setdefault(flag.reason, self._marks.text[flag.start : flag.end])
        shown = list(reasons.items())[:_MOST_SHOWN]
        told = [
            _("“{phrase}”: {reason}").format(phrase=phrase, reason=reason)
            for reason, phrase in shown
        ]
        if len(reasons) > len(shown):
            told.append(_("More is marked in the text."))
        return told

    def _on_show(self) -> None:
        if self._marks.is_current and self._marks.flags:
            first = self._marks.flags[0]
            self._editor.setTextCursor(self._marks.cursor(first.start, first.end))
        self._editor.setFocus()
