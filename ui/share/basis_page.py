"""Lawful basis: for each person whose data this is, and the way through confidentiality."""

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.sharing.decision import SubjectBasis
from sgdesk.domain.sharing.usual_basis import usual_basis
from sgdesk.text import _
from ui.kit.binding import part_of
from ui.kit.cards import Card, button, words
from ui.kit.form import Form
from ui.kit.layout import Gap, column
from ui.kit.step_page import StepPage
from ui.share.basis_extras import BasisExtras
from ui.share.case import ShareCase
from ui.share.duty_card import DutyCard
from ui.share.guidance_strip import guidance_strip
from ui.share.subject_card import SubjectCard
from ui.share.weighing import FactorsHolder, Weighing


class BasisPage(StepPage):
    """Asks for the lawful basis, and offers what usually fits such a case."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("You need not be a lawyer: start with what fits, then read it through."))
        self._case = case
        self.add(guidance_strip(case.guidance, "basis"))
        self.add(self._offer())
        people = QWidget()
        self._people = column(people, Gap.NORMAL)
        self.add(people)
        self._cards: list[SubjectCard] = []
        asked = len(case.draft.basis.subjects)
        self.later(*(partial(self._add_later, number) for number in range(asked)))
        add = button(_("&Add somebody whose information goes"), "link-small", "add-subject")
        add.clicked.connect(self._on_add)
        self.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self._confidence = Form(part_of(case.draft, "basis"), "basis")
        self._factors = Form(FactorsHolder(case.draft), "basis.factors")
        self._form = Form(part_of(case.draft, "basis"), "basis")
        for form in (self._confidence, self._factors, self._form):
            self.add_form(form)
        weighing = Weighing(case, self._confidence, self._factors, self._form)
        extras = BasisExtras(case, self._form)
        self.later(*weighing.pieces(), *DutyCard(case, self._form).pieces(), *extras.pieces())
        self.changed.connect(self._refresh_conditions)

    def load(self) -> None:
        """Show what the draft holds, and for whom it is complete."""
        super().load()
        for card in self._cards:
            card.refresh()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark the fields, and open the people whose basis has something to put right."""
        self._finish_cards()
        super().show_problems(problems)
        wrong = [
            card
            for number, card in enumerate(self._cards)
            if any(problem.field.startswith(f"basis.{number}.") for problem in problems)
        ]
        for card in wrong[:1]:
            card.open()
        self.later(*(card.open for card in wrong[1:]))
        self._later.go_on()

    def focus(self, name: str) -> QWidget | None:
        """Go to a field, opening the person it belongs to."""
        self._finish_cards()
        for number, card in enumerate(self._cards):
            if name.startswith(f"basis.{number}."):
                card.open()
        return super().focus(name)

    def said(self) -> str:
        """Return what was filled in and why, as it is shown."""
        return self._said.text()

    def _offer(self) -> Card:
        card = Card(_("What fits this case"))
        card.setObjectName("usual-basis")
        self._said = words(
            _("Fills in what a practice like yours usually relies on, tells you what was chosen"
              " and why, and leaves every answer open to change.")
        )  # fmt: skip
        card.add(self._said)
        use = button(_("&Use what fits this case"), name="use-usual-basis")
        use.clicked.connect(self._on_use_usual)
        card.body.addWidget(use, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _on_use_usual(self) -> None:
        case = self._case
        usual = usual_basis(
            case.draft.basis, case.concern, case.draft.consent, case.capacity, case.guidance
        )
        case.draft.basis = usual.basis
        self._said.setText("\n".join(usual.because))
        self._said.setAccessibleName(self._said.text())
        self.load()
        self.changed.emit()
        self.left.emit()

    def _add_card(self, number: int) -> SubjectCard:
        card = SubjectCard(self._case, number)
        card.removal_asked.connect(lambda: self._on_remove(number))
        self._cards.append(card)
        self._people.addWidget(card)
        card.show()
        self.follow(card.form)
        return card

    def _add_later(self, number: int) -> None:
        card = self._add_card(number)
        card.refresh()
        self.later(*card.asks)

    def _finish_cards(self) -> None:
        if len(self._cards) < len(self._case.draft.basis.subjects):
            self.complete()

    def _on_add(self) -> None:
        self._finish_cards()
        basis = self._case.draft.basis
        self._case.draft.basis = replace(
            basis, subjects=(*basis.subjects, SubjectBasis(subject=""))
        )
        number = len(basis.subjects)
        card = self._add_card(number)
        card.begin()
        self.later(*card.asks)
        self._later.go_on()
        self.changed.emit()
        card.form.focus(f"basis.{number}.subject")

    def _on_remove(self, number: int) -> None:
        self._finish_cards()
        basis = self._case.draft.basis
        left = (*basis.subjects[:number], *basis.subjects[number + 1 :])
        self._case.draft.basis = replace(basis, subjects=left)
        # The cards behind it count anew.
        for card in self._cards[number:]:
            self.forget(card.form)
            self._people.removeWidget(card)
            card.deleteLater()
        del self._cards[number:]
        for later in range(number, len(left)):
            self._add_card(later)
        self.load()
        self.changed.emit()
        self.left.emit()

    def _refresh_conditions(self) -> None:
        # What one form asks hangs on what another was told.
        for form in (self._factors, self._form, *(card.form for card in self._cards)):
            form.apply_conditions()
