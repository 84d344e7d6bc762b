"""Consent and openness: who knows, who agrees, whose own view; separate questions."""

from collections.abc import Sequence

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.lawful import ReasonNotTold
from sgdesk.domain.people import PersonKind
from sgdesk.domain.sharing.decision import Agreement
from sgdesk.text import _
from ui.kit.binding import part_of
from ui.kit.cards import button
from ui.kit.form import Form
from ui.kit.step_page import StepPage
from ui.kit.wording_hint import hint_wording
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip, noted
from ui.share.noted_options import NotedOption, noted_reasons


class ConsentPage(StepPage):
    """Asks who was told, whether agreement was sought, and what the person wants."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("Agreement is welcome and never a gate. Each “no” has its reason."))
        self._draft, self._rules = case.draft, case.desk.wording
        self.add(guidance_strip(case.guidance, "consent"))
        form = self._form = Form(part_of(case.draft, "consent"), "consent")
        self.add_form(form)
        reasons = case.guidance.reasons_not_told
        self.later(
            self._ask_told,
            lambda: self._ask_why_not_told([one for one in reasons if one.for_telling]),
            self._ask_agreement,
            lambda: self._ask_why_not_sought([one for one in reasons if one.for_asking]),
            lambda: _ask_view(form, case.concern.person.kind),
        )

    def _ask_told(self) -> None:
        form = self._form
        with form.card(_("Telling the family")) as self._telling:
            form.yes_no("family_told", _("Was the &family told that this may be shared?"))
            form.line("told_who", _("&Who was told?"))
            form.long_text("told_what", _("What were they told?"), rows=2)
            form.moment("told_on", "told_at", _("On which day?"), _("At what time?"))
        hint_wording(form, self._rules, ("told_what",))
        form.only_if(self._was_told, "told_who", "told_what", "told_on", "told_at")

    def _ask_why_not_told(self, reasons: Sequence[ReasonNotTold]) -> None:
        form = self._form
        with form.more_of(self._telling):
            form.add(
                _("Why were they not told?"), noted_reasons("not_told_reasons", _options(reasons))
            )
            form.long_text("not_told_note", _("Anything to add to these reasons?"), rows=2)
        hint_wording(form, self._rules, ("not_told_note",))
        form.only_if(self._was_not_told, "not_told_reasons", "not_told_note")

    def _ask_agreement(self) -> None:
        form = self._form
        with form.card(_("Agreement to the referral")) as self._agreement:
            form.choice(
                "agreement",
                _("Was a&greement sought?"),
                [
                    (Agreement.GIVEN, _("Sought and given")),
                    (Agreement.REFUSED, _("Sought and refused")),
                    (Agreement.NOT_SOUGHT, _("Not sought")),
                ],
            )
            form.line(
                "agreement_of",
                _("&Of whom, and for whose information?"),
                _("For example: of the mother, for her own and for her daughter’s."),
            )
        form.only_if(self._was_sought, "agreement_of")

    def _ask_why_not_sought(self, reasons: Sequence[ReasonNotTold]) -> None:
        form = self._form
        with form.more_of(self._agreement):
            same = button(_("For the same reasons as above"), "link-small", "same-reasons")
            same.clicked.connect(self._on_same_reasons)
            form.add_widget(same)
            form.add(
                _("Why was it not sought?"), noted_reasons("not_sought_reasons", _options(reasons))
            )
            form.long_text("not_sought_note", _("Anything to add to these reasons?"), rows=2)
        hint_wording(form, self._rules, ("not_sought_note",))
        form.only_if(self._was_not_sought, "not_sought_reasons", "not_sought_note")
        form.only_if(self._may_be_same, same)

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
        return self._draft.consent.family_told in (YesNo.NO, YesNo.NOT_KNOWN)

    def _was_sought(self) -> bool:
        return self._draft.consent.agreement in (Agreement.GIVEN, Agreement.REFUSED)

    def _was_not_sought(self) -> bool:
        return self._draft.consent.agreement is Agreement.NOT_SOUGHT


def _ask_view(form: Form, kind: PersonKind) -> None:
    titles = {
        PersonKind.CHILD: _("The child’s own view"),
        PersonKind.UNBORN: _("The mother’s wishes"),
        PersonKind.ADULT: _("The adult’s wishes"),
    }
    with form.card(titles[kind]):
        if kind is PersonKind.CHILD:
            form.long_text("own_view", _("What does the &child say about it?"), rows=2)
            form.long_text(
                "competence",
                _("What can the child &understand and decide?"),
                _("Age, understanding, and how you could tell."),
                rows=2,
            )
        else:
            form.long_text("wishes", _("What do they &want to happen?"), rows=2)
            form.long_text(
                "capacity",
                _("&Can they decide this, now?"),
                _("What you saw or heard that tells you so. Assume that they can unless not."),
                rows=2,
            )
        form.line(
            "withhold_from",
            _("From whom must this be with&held?"),
            _("Somebody who must not learn of it, and why."),
        )


def _options(reasons: Sequence[ReasonNotTold]) -> list[NotedOption]:
    return [NotedOption(reason.id, noted(reason.text, reason)) for reason in reasons]
