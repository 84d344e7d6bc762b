"""Lawful basis: for each person whose data this is, and the way through confidentiality."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.guidance import Check, find
from sgdesk.domain.sharing.usual_basis import usual_basis
from sgdesk.text import _
from ui.kit.binding import part_of
from ui.kit.cards import Card, Notice, button, words
from ui.kit.form import Form
from ui.kit.step_page import StepPage
from ui.kit.wording_hint import hint_wording
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip, noted, source_lines
from ui.share.noted_options import NotedOption, noted_choice
from ui.share.subject_card import SubjectCard

_DUTY_CHECK = "CHK-11"


class BasisPage(StepPage):
    """Asks for the lawful basis, and offers what usually fits such a case."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("You need not be a lawyer: start with what fits, then read it through."))
        self._case = case
        self.add(guidance_strip(case.guidance, "basis"))
        self.add(self._offer())
        self._cards = [SubjectCard(case, n) for n in range(len(case.draft.basis.subjects))]
        for card in self._cards:
            self.add(card)
            self.follow(card.form)
        self._form = Form(part_of(case.draft, "basis"), "basis")
        self.add_form(self._form)
        self.later(self._ask_gateway, self._ask_factors, self._ask_duty)
        self.later(*(ask for card in self._cards for ask in card.asks))

    def load(self) -> None:
        """Show what the draft holds, and for whom it is complete."""
        super().load()
        for card in self._cards:
            card.refresh()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark the fields, and open the people whose basis has something to put right."""
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

    def _ask_gateway(self) -> None:
        form, guidance = self._form, self._case.guidance
        gateways = [
            NotedOption(one.id, one.title, noted(one.note, one)) for one in guidance.gateways
        ]
        title, hint = _("The duty of confidence"), _("Separate from data protection.")
        with form.card(title, hint) as self._confidence:
            form.add(_("The way through it"), noted_choice("gateway", gateways))

    def _ask_factors(self) -> None:
        form = self._form
        with form.more_of(self._confidence):
            form.long_text("gateway_factors", _("What was &weighed?"), rows=4)
            start = button(_("Write down what there is to weigh"), "link-small", "start-factors")
            start.clicked.connect(self._on_start_factors)
            form.add_widget(start)
        hint_wording(form, self._case.desk.wording, ("gateway_factors",), is_opinion=True)
        form.only_if(self._needs_factors, "gateway_factors", start)

    def _needs_factors(self) -> bool:
        gateway = find(self._case.guidance.gateways, self._case.draft.basis.gateway)
        return gateway is not None and gateway.needs_factors

    def _on_start_factors(self) -> None:
        box = self._form.question("gateway_factors").binding
        lines = [f"{factor.prompt}: " for factor in self._case.guidance.gateway_factors]
        typed = box.read().rstrip()
        missing = [line for line in lines if line.strip() not in typed]
        box.fill("\n".join([typed, *missing] if typed else missing))
        box.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_duty(self) -> None:
        check = self._duty_check()
        if check is None:
            return
        form, guidance = self._form, self._case.guidance
        with form.card(_("The duty to share, section 16LA")):
            form.add_widget(Notice(check.why, tuple(source_lines(guidance, check))))
            form.yes_no("duty_to_share", check.prompt)
            form.long_text("duty_because", _("&Because"), rows=2)
        hint_wording(form, self._case.desk.wording, ("duty_because",))
        form.only_if(lambda: self._case.draft.basis.duty_to_share is not None, "duty_because")

    def _duty_check(self) -> Check | None:
        guidance = self._case.guidance
        check = find(guidance.checks, _DUTY_CHECK)
        return check if check is not None and guidance.nation in check.nations else None
