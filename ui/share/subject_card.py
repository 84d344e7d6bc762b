"""The lawful basis for one data subject: in words, and as questions when it is opened."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from sgdesk.domain.guidance import Guidance
from sgdesk.domain.sharing.decision import Basis, SubjectBasis
from sgdesk.domain.sharing.subjects import is_added
from sgdesk.domain.sharing.words import basis_words
from sgdesk.text import _
from ui.kit.binding import ValueHolder
from ui.kit.cards import Card, button, tag, words
from ui.kit.form import Form
from ui.kit.layout import Gap, column
from ui.kit.theme import mark
from ui.share.case import ShareCase
from ui.share.subject_questions import SubjectQuestions


class SubjectCard(Card):
    """Shows what is chosen for one person whose data this is; opens to change it.

    `removal_asked`: the lead takes back somebody they added.
    """

    removal_asked = Signal()

    def __init__(self, case: ShareCase, number: int) -> None:
        subject = case.draft.basis.subjects[number]
        unnamed = _("The person") if subject.is_the_person else _("Somebody else")
        super().__init__(subject.subject or unnamed)
        self._case = case
        self._number = number
        self._state: QLabel = tag("")
        self.add_to_title(self._state)
        self._summary = words("")
        self.add(self._summary)
        self._toggle = button("", "link-small", f"basis.{number}.change")
        self._toggle.clicked.connect(lambda: self.open(self._inside.isHidden()))
        self.body.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside: QWidget = QWidget()
        inside = column(self._inside, Gap.NORMAL)
        self.form = Form(ValueHolder(self._subject, self._replace), f"basis.{number}")
        self._left: list[Callable[[], None]] = SubjectQuestions(
            case, self.form, self._subject
        ).pieces()
        inside.addWidget(self.form)
        self.add(self._inside)
        self.form.changed.connect(self.refresh)
        if is_added(subject, case.concern):
            self._offer_removal()
        self._inside.hide()

    def open(self, is_open: bool = True) -> None:
        """Show the questions, or only what was answered."""
        while is_open and self._left:
            self.ask_next()
        self._inside.setVisible(is_open)
        self.refresh()

    def begin(self) -> None:
        """Show the first question; `asks` make the others."""
        self.ask_next()
        self._inside.show()
        self.refresh()

    @property
    def asks(self) -> Sequence[Callable[[], None]]:
        """The pieces of work that make its questions while nobody waits for them."""
        return [self.ask_next] * len(self._left)

    def ask_next(self) -> None:
        """Make the next of its questions, and dress them here and now; none if all are there."""
        if not self._left:
            return
        before = set(self._inside.findChildren(QWidget))
        self._left.pop(0)()
        self.form.load_new()
        for part in self._inside.findChildren(QWidget):
            if part not in before:
                part.ensurePolished()

    def refresh(self) -> None:
        """Say what is chosen and whether it is complete."""
        prefix = f"basis.{self._number}."
        problems = self._case.flow.problems(self._case.draft, "basis")
        is_complete = not any(problem.field.startswith(prefix) for problem in problems)
        self._state.setText(_("Complete") if is_complete else _("To do"))
        mark(self._state, "tag-ok" if is_complete else "tag-due")
        self._summary.setText(self._summary_words())
        self._summary.setHidden(not self._inside.isHidden())
        self._show_toggle()

    def _offer_removal(self) -> None:
        remove = button(_("Take away again"), "link-small", f"basis.{self._number}.remove")
        remove.clicked.connect(self.removal_asked)
        self.body.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)

    def _summary_words(self) -> str:
        first, mine = self._case.draft.basis.subjects[0], self._subject()
        if mine.nothing_goes:
            return _("Nothing about them is shared.")
        guidance = self._case.guidance
        like, own = (_written(one, guidance) for one in (first, mine))
        if self._number and own and own[: len(like)] == like:
            same = _("The same as for {name}.").format(name=first.subject)
            return "\n".join((same, *own[len(like) :]))
        return "\n".join(own) or _("Nothing is chosen yet.")

    def _show_toggle(self) -> None:
        chosen = self._subject().article_6
        text = _("Change the basis") if chosen else _("Choose it yourself")
        if not self._inside.isHidden():
            text = _("Show only what is chosen")
        self._toggle.setText(text)
        self._toggle.setAccessibleName(f"{text}: {self._subject().subject}")

    def _subject(self) -> SubjectBasis:
        return self._case.draft.basis.subjects[self._number]

    def _replace(self, subject: SubjectBasis) -> None:
        basis = self._case.draft.basis
        subjects = list(basis.subjects)
        subjects[self._number] = subject
        self._case.draft.basis = msgspec.structs.replace(basis, subjects=tuple(subjects))


def _written(subject: SubjectBasis, guidance: Guidance) -> tuple[str, ...]:
    words_of = basis_words(Basis(subjects=(subject,)), guidance)
    return words_of[0].words if words_of else ()
