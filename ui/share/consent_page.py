"""Consent and openness: who knows, who agrees, whose own view; separate questions."""

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.lawful import ReasonNotTold
from sgdesk.domain.sharing.agreement import tell_later
from sgdesk.domain.sharing.decision import Agreement
from sgdesk.text import _
from ui.kit.binding import part_of
from ui.kit.cards import button
from ui.kit.form import Form
from ui.kit.step_page import StepPage
from ui.kit.wording_hint import hint_wording
from ui.share.able_questions import AbleQuestions
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip, noted, said_reason
from ui.share.noted_options import NotedOption, NotedOptions, noted_ticks


class ConsentPage(StepPage):
    """Asks who was told, whether agreement was sought, and what the person wants."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("Agreement is welcome and never a gate. Each “no” has its reason."))
        self._case, self._draft, self._rules = case, case.draft, case.desk.wording
        self.add(guidance_strip(case.guidance, "consent"))
        form = self._form = Form(part_of(case.draft, "consent"), "consent")
        self.add_form(form)
        reasons = case.guidance.reasons_not_told
        telling = NotedOptions([_option(one) for one in reasons if one.for_telling], True, True)
        asking = NotedOptions([_option(one) for one in reasons if one.for_asking], True, True)
        self._why_not_told, self._why_not_sought = telling, asking
        self.later(
            self._ask_told, self._ask_who, self._ask_when,
            self._ask_why_not_told, *telling.pieces(), self._ask_more_why, self._ask_later,
            self._ask_agreement, self._ask_of_whom, self._ask_freely, self._say_pressure,
            self._ask_why_not_sought, *asking.pieces(), self._ask_more_why_not_sought,
            *AbleQuestions(case, form).pieces(), self._ask_withheld,
        )  # fmt: skip

    def _ask_told(self) -> None:
        with self._form.card(_("Telling the family")) as self._telling:
            self._form.yes_no("family_told", _("Was the &family told that this may be shared?"))

    def _ask_who(self) -> None:
        form = self._form
        with form.more_of(self._telling):
            form.line("told_who", _("&Who was told?"))
            form.long_text("told_what", _("What were they told?"), rows=2)
        hint_wording(form, self._rules, ("told_what",))
        form.only_if(self._was_told, "told_who", "told_what")

    def _ask_when(self) -> None:
        form = self._form
        with form.more_of(self._telling):
            form.moment("told_on", "told_at", _("On which day?"), _("At what time?"))
        form.only_if(self._was_told, "told_on", "told_at")

    def _ask_why_not_told(self) -> None:
        form = self._form
        with form.more_of(self._telling):
            reasons = noted_ticks(self._why_not_told, "not_told_reasons")
            form.add(_("Why were they not told?"), reasons)
        form.only_if(self._was_not_told, "not_told_reasons")

    def _ask_more_why(self) -> None:
        form = self._form
        with form.more_of(self._telling):
            form.long_text("not_told_note", _("Anything to add to these reasons?"), rows=2)
        hint_wording(form, self._rules, ("not_told_note",))
        form.only_if(self._was_not_told, "not_told_note")

    def _ask_later(self) -> None:
        form = self._form
        with form.more_of(self._telling), form.beside():
            form.line("tell_later_by", _("Who will tell them, once it is safe?"))
            form.date("tell_later_on", _("By which day?"))
        form.only_if(self._was_not_told, "tell_later_by", "tell_later_on")

    def _ask_agreement(self) -> None:
        with self._form.card(_("Agreement to the referral")) as self._agreement:
            self._form.choice(
                "agreement",
                _("Was a&greement sought?"),
                [
                    (Agreement.GIVEN, _("Sought and given")),
                    (Agreement.REFUSED, _("Sought and refused")),
                    (Agreement.NOT_SOUGHT, _("Not sought")),
                ],
            )

    def _ask_of_whom(self) -> None:
        form = self._form
        with form.more_of(self._agreement), form.beside():
            form.line("agreement_of", _("&Of whom?"), _("For example: of the mother."))
            form.line("agreement_for", _("For whose information?"), _("Hers and her daughter’s."))
        form.only_if(self._was_sought, "agreement_of", "agreement_for")

    def _ask_freely(self) -> None:
        form = self._form
        with form.more_of(self._agreement):
            form.yes_no("agreement_freely", _("Was it given freely, without pressure?"))
        form.only_if(self._was_given, "agreement_freely")

    def _say_pressure(self) -> None:
        form = self._form
        with form.more_of(self._agreement):
            said = said_reason(self._case.guidance, "deciding-pressure")
            form.add_widget(said)
            form.long_text("agreement_freely_because", _("What was the pressure?"), rows=2)
        hint_wording(form, self._rules, ("agreement_freely_because",))
        form.only_if(self._was_pressed, said, "agreement_freely_because")

    def _ask_why_not_sought(self) -> None:
        form = self._form
        with form.more_of(self._agreement):
            same = button(_("For the same reasons as above"), "link-small", "same-reasons")
            same.clicked.connect(self._on_same_reasons)
            form.add_widget(same)
            reasons = noted_ticks(self._why_not_sought, "not_sought_reasons")
            form.add(_("Why was it not sought?"), reasons)
        form.only_if(self._was_not_sought, "not_sought_reasons")
        form.only_if(self._may_be_same, same)

    def _ask_more_why_not_sought(self) -> None:
        form = self._form
        with form.more_of(self._agreement):
            form.long_text("not_sought_note", _("Anything to add to these reasons?"), rows=2)
        hint_wording(form, self._rules, ("not_sought_note",))
        form.only_if(self._was_not_sought, "not_sought_note")

    def _ask_withheld(self) -> None:
        with self._form.card():
            self._form.line(
                "withhold_from",
                _("From whom must this be with&held?"),
                _("Somebody who must not learn of it, and why."),
            )

    def _may_be_same(self) -> bool:
        consent = self._draft.consent
        return self._was_not_sought() and bool(consent.not_told_reasons or consent.not_told_note)

    def _on_same_reasons(self) -> None:
        consent = self._draft.consent
        self._draft.consent = msgspec.structs.replace(
            consent,
            not_sought_reasons=tuple(
                dict.fromkeys((*consent.not_sought_reasons, *consent.not_told_reasons))
            ),
            not_sought_note=consent.not_sought_note or consent.not_told_note,
        )
        self.load()
        self.changed.emit()
        self.left.emit()

    def _was_told(self) -> bool:
        return self._draft.consent.family_told is YesNo.YES

    def _was_not_told(self) -> bool:
        return tell_later(self._draft.consent)

    def _was_sought(self) -> bool:
        return self._draft.consent.agreement in (Agreement.GIVEN, Agreement.REFUSED)

    def _was_given(self) -> bool:
        return self._draft.consent.agreement is Agreement.GIVEN

    def _was_pressed(self) -> bool:
        return self._was_given() and self._draft.consent.agreement_freely is YesNo.NO

    def _was_not_sought(self) -> bool:
        return self._draft.consent.agreement is Agreement.NOT_SOUGHT


def _option(reason: ReasonNotTold) -> NotedOption:
    return NotedOption(reason.id, noted(reason.text, reason))
