"""The lawful basis for one data subject: in words, and as questions when it is opened."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from sgdesk.domain.answers import YesNo
from sgdesk.domain.guidance import find
from sgdesk.domain.people import PersonKind
from sgdesk.domain.sharing.decision import Basis, SubjectBasis
from sgdesk.domain.sharing.words import basis_words
from sgdesk.text import _
from ui.kit.binding import ValueHolder
from ui.kit.cards import Card, Notice, button, tag, words
from ui.kit.form import Form
from ui.kit.layout import Gap, column
from ui.kit.theme import mark
from ui.share.case import ShareCase
from ui.share.guidance_strip import noted
from ui.share.noted_options import NotedOption, NotedOptions, noted_choice, noted_ticks


class SubjectCard(Card):
    """Shows what is chosen for one person whose data this is; opens to change it."""

    def __init__(self, case: ShareCase, number: int) -> None:
        subject = case.draft.basis.subjects[number]
        super().__init__(subject.subject or _("The person"))
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
        self._left: list[Callable[[], None]] = [
            self._ask_basis,
            self._ask_foundations,
            self._ask_condition,
            self._ask_offence,
        ]
        inside.addWidget(self.form)
        self.add(self._inside)
        self.form.changed.connect(self.refresh)
        self.open(False)

    def open(self, is_open: bool = True) -> None:
        """Show the questions, or only what was answered."""
        while is_open and self._left:
            self.ask_next()
        self._inside.setVisible(is_open)
        self.refresh()

    @property
    def asks(self) -> Sequence[Callable[[], None]]:
        """The pieces of work that make its questions while nobody waits for them."""
        return [self.ask_next] * len(self._left)

    def ask_next(self) -> None:
        """Make the next of its questions, and dress them here and now; none if all are there."""
        if not self._left:
            return
        self._left.pop(0)()
        self.form.load_new()
        for part in self._inside.findChildren(QWidget):
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

    def _summary_words(self) -> str:
        first, *_others = subjects = self._case.draft.basis.subjects
        written = basis_words(Basis(subjects=(first, subjects[self._number])), self._case.guidance)
        like, mine = written[0].words, written[1].words
        if self._number and mine and mine[: len(like)] == like:
            same = _("The same as for {name}.").format(name=first.subject)
            return "\n".join((same, *mine[len(like) :]))
        return "\n".join(mine) or _("Nothing is chosen yet.")

    def _show_toggle(self) -> None:
        chosen = self._subject().article_6
        text = _("Change the basis") if chosen else _("Choose it yourself")
        if not self._inside.isHidden():
            text = _("Show only what is chosen")
        self._toggle.setText(text)
        self._toggle.setAccessibleName(f"{text}: {self._subject().subject}")

    def _ask_basis(self) -> None:
        form, case = self.form, self._case
        bases = [
            NotedOption(one.id, f"{one.title} ({one.article})", noted(one.note, one))
            for one in case.guidance.bases_for(case.capacity)
        ]
        form.add(_("The basis under Article 6"), noted_choice("article_6", bases))

    def _ask_offence(self) -> None:
        form, case = self.form, self._case
        form.yes_no("offence_alleged", _("Is an offence by this person alleged?"))
        offences = [
            NotedOption(one.id, f"{one.title} ({one.schedule})", noted(one.note, one))
            for one in case.guidance.offence_conditions
        ]
        form.add(
            _("The condition for data about an alleged offence"),
            noted_choice("article_10", offences),
        )
        form.only_if(lambda: self._subject().offence_alleged is YesNo.YES, "article_10")

    def _ask_foundations(self) -> None:
        case = self._case
        about = case.concern.person.kind
        found = {
            one.id: NotedOption(one.id, one.title, noted(one.note, one))
            for basis in case.guidance.bases_for(case.capacity)
            for one in case.guidance.foundations_for(basis.id, about, case.capacity)
        }
        self._foundations = NotedOptions(list(found.values()), several=True)
        self.form.add(
            _("The law or task it stands on"), noted_ticks(self._foundations, "foundations")
        )
        self.form.only_if(self._needs_foundation, "foundations")

    def _ask_condition(self) -> None:
        form, case = self.form, self._case
        conditions = [
            NotedOption(
                one.id, " · ".join(filter(None, (one.title, one.schedule))), noted(one.note, one)
            )
            for one in case.guidance.special_conditions
        ]
        form.add(
            _("The condition for health data, Article 9"), noted_choice("article_9", conditions)
        )
        reasons = [
            NotedOption(one.id, noted(one.text, one)) for one in case.guidance.para_18_reasons
        ]
        form.add(
            _("Why it is done without consent"), noted_choice("without_consent_because", reasons)
        )
        form.only_if(self._needs_reason, "without_consent_because")
        if case.concern.person.kind is PersonKind.ADULT:
            limbs = Notice(
                " ".join([_("For an adult, all of these must be true."),
                          *(one.text for one in case.guidance.at_risk_limbs)])
            )  # fmt: skip
            form.add_widget(limbs)
            form.only_if(self._needs_reason, limbs)

    def _needs_foundation(self) -> bool:
        basis = find(self._case.guidance.bases, self._subject().article_6)
        if basis is None or not basis.needs_foundation:
            return False
        case = self._case
        offered = case.guidance.foundations_for(basis.id, case.concern.person.kind, case.capacity)
        self._foundations.show_only([one.id for one in offered])
        return True

    def _needs_reason(self) -> bool:
        condition = find(self._case.guidance.special_conditions, self._subject().article_9)
        return condition is not None and condition.needs_reason

    def _subject(self) -> SubjectBasis:
        return self._case.draft.basis.subjects[self._number]

    def _replace(self, subject: SubjectBasis) -> None:
        basis = self._case.draft.basis
        subjects = list(basis.subjects)
        subjects[self._number] = subject
        self._case.draft.basis = msgspec.structs.replace(basis, subjects=tuple(subjects))
