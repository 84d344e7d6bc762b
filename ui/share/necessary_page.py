"""Necessary and proportionate: both risks weighed, and the eight Caldicott principles."""

from functools import partial

from PySide6.QtCore import Signal

from sgdesk.domain.answers import YesNo
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.lawful import CaldicottPrinciple
from sgdesk.domain.sharing.principles import asked
from sgdesk.domain.sharing.weighed import weighed_again
from sgdesk.text import _
from ui.kit.binding import part_of
from ui.kit.cards import Notice, button
from ui.kit.form import Form
from ui.kit.step_page import StepPage
from ui.kit.wording_hint import hint_wording
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip
from ui.share.principle_line import PrincipleLine, PrinciplesHolder


class NecessaryPage(StepPage):
    """Asks what could go wrong either way, and only those principles that are still open.

    `advice_asked`: it could be done without naming anyone, so somebody is to be rung first.
    """

    advice_asked = Signal()

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("Both sides are weighed and written down, whichever way it goes."))
        self._case = case
        self.add(guidance_strip(case.guidance, "necessary"))
        self._risks = Form(part_of(case.draft, "necessity"), "necessity")
        self._risks.changed.connect(self._refresh_principles)
        self._principles = Form(PrinciplesHolder(case.draft), "necessity.principles")
        self._lines: list[PrincipleLine] = []
        for form in (self._risks, self._principles):
            self.add_form(form)
        self.later(
            self._ask_naming,
            self._ask_risks,
            self._add_principles,
            *(partial(self._add_principle, one) for one in case.guidance.caldicott),
            self._show_principles,
            self._principles.load,
        )

    def load(self) -> None:
        """Show what the draft holds, and which principles it answers by now."""
        self._refresh_principles()
        super().load()

    def _ask_risks(self) -> None:
        form = self._risks
        with form.card():
            self._offer_weighed()
            with form.beside(least=30):
                form.long_text("risk_of_sharing", _("What could go wrong if you &share?"), rows=5)
                form.long_text("risk_of_not_sharing", _("And if you do &not?"), rows=5)
        rules, risks = self._case.desk.wording, ("risk_of_sharing", "risk_of_not_sharing")
        hint_wording(form, rules, risks, is_opinion=True)

    def _offer_weighed(self) -> None:
        form, case = self._risks, self._case
        same = button(_("As weighed under “Lawful basis”"), "link-small", "same-weighed")
        same.clicked.connect(self._on_same_weighed)
        form.add_widget(same)
        form.only_if(
            lambda: weighed_again(case.draft.necessity, case.draft.basis) != case.draft.necessity,
            same,
        )

    def _on_same_weighed(self) -> None:
        draft = self._case.draft
        draft.necessity = weighed_again(draft.necessity, draft.basis)
        self.load()
        self.changed.emit()
        self.left.emit()

    def _ask_naming(self) -> None:
        form, draft = self._risks, self._case.draft
        with form.card() as card:
            form.yes_no("without_naming", _("Could it be done without na&ming anyone?"))
            form.long_text("naming_needed_because", _("Why must they be named here?"), rows=2)
            first = Notice(
                _("Then do that first: an advice call without names may be all that is needed."),
                kind="due",
            )
            first.add_link("advice-call", _("Make the advice call now"))
            first.linked.connect(self.advice_asked)
            form.add_widget(first)
        hint_wording(form, self._case.desk.wording, ("naming_needed_because",))
        decided = (YesNo.NO, YesNo.YES)
        form.only_if(lambda: draft.necessity.without_naming in decided, "naming_needed_because")
        form.only_if(lambda: draft.necessity.without_naming is YesNo.YES, first)
        form.only_if(lambda: is_shared(draft.decision), card)

    def _add_principles(self) -> None:
        title = _("The eight Caldicott principles")
        hint = _("Filled in from your answers. What is open says where it is asked.")
        with self._principles.card(title, hint) as self._card:
            pass

    def _add_principle(self, principle: CaldicottPrinciple) -> None:
        form, line = self._principles, PrincipleLine(self._case, principle)
        field = str(principle.number)
        with form.more_of(self._card):
            form.add_widget(line)
            form.long_text(field, principle.question, principle.why, rows=2)
            hint_wording(form, self._case.desk.wording, (field,))
            form.only_if(line.is_asking, field)
            line.refresh(principle in asked(self._case.guidance, self._case.draft))
            form.load_new()
        line.add_asked.connect(form.load)
        self._lines.append(line)

    def _refresh_principles(self) -> None:
        if self.is_complete:
            self._show_principles()

    def _show_principles(self) -> None:
        wanted = {one.number for one in asked(self._case.guidance, self._case.draft)}
        for line in self._lines:
            line.refresh(line.principle.number in wanted)
