"""The questions of a contact with the police, in the order in which one learns the answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.flows.fgm import FgmAnswer
from sgdesk.domain.police import REASON_WORDS, WAY_WORDS, PoliceDraft, PoliceReason
from sgdesk.domain.wording import Wording
from sgdesk.services.police_case import PoliceCase
from sgdesk.text import _
from ui.kit.cards import Card
from ui.kit.choice_fields import Options, options_of
from ui.kit.form import Form
from ui.kit.wording_hint import hint_wording


@dataclass(slots=True)
class PoliceForm:
    """Adds the questions to a form, a few at a time. `verdict` makes the words that say whether
    the duty of a mandatory report applies."""

    form: Form
    draft: PoliceDraft
    case: PoliceCase
    concerns: Options
    rules: Wording
    verdict: Callable[[], QWidget]
    _report_card: Card = field(init=False)
    _whom_card: Card = field(init=False)

    def parts(self) -> Sequence[Callable[[], None]]:
        """Return the parts in their order."""
        return (
            self._why, self._report, self._report_more, self._earlier_report, self._whom,
            self._reached, self._told, self._number, self._advice, self._next,
        )  # fmt: skip

    def _why(self) -> None:
        form = self.form
        with form.card(_("Why the police are told")):
            with form.beside():
                form.choice("concern_id", _("&Concern"), self.concerns, as_list=True)
                form.choice("reason", _("&Why"), self._reasons(), as_list=True)
            form.long_text("why", _("In your own words, if there is more to say"), rows=2)
        form.only_if(lambda: not self._is_report(), "why")
        hint_wording(form, self.rules, ("why",))

    def _report(self) -> None:
        form = self.form
        with form.card(_("Whose report it is")) as card:
            form.add_widget(self.verdict())
            with form.beside():
                reporters = [(one.name, one.name) for one in self.case.reporters]
                form.choice("reporter", _("Who was told, or saw"), reporters, as_list=False)
                form.line("profession", _("Their profession"))
                form.line("registration", _("Their registration"))
        self._report_card = card
        form.only_if(self._is_report, card)

    def _report_more(self) -> None:
        form = self.form
        with form.more_of(self._report_card):
            form.yes_no("social_care_told", self._also_told())
            form.long_text("others_at_risk", _("Sisters or others at risk"), rows=2)
            form.yes_no("family_knows", _("Does the family know of the report?"))
        hint_wording(form, self.rules, ("others_at_risk",))

    def _earlier_report(self) -> None:
        form = self.form
        with form.more_of(self._report_card):
            form.long_text("delay_because", _("Later than the next working day: why?"), rows=2)
            with form.fold(_("an earlier report by the same profession")), form.beside():
                form.line("earlier_reference", _("Their reference"))
                form.line("earlier_by", _("Reported by"))
                form.line("earlier_profession", _("Their profession"))
        hint_wording(form, self.rules, ("delay_because",))

    def _whom(self) -> None:
        form = self.form
        hint = _("The force is that of the area where the person lives.")
        with form.card(_("Whom you reached"), hint) as card:
            form.choice("way", _("&How"), options_of(WAY_WORDS))
            with form.beside():
                form.line("force", _("Police &force"))
                form.line("unit", _("Unit or control room"))
            form.line("force_because", _("If it is another force: why?"))
        self._whom_card = card

    def _reached(self) -> None:
        form = self.form
        with form.more_of(self._whom_card):
            with form.beside():
                form.date("day", _("&Day"))
                form.time("started", _("&Began"))
                form.time("ended", _("&Ended"))
            with form.beside():
                form.line("call_taker", _("Who you &spoke to"))
                form.line("rank", _("Their ran&k"))
                form.line("collar", _("Collar or shoulder &number"))
            form.line("by", _("Who spoke for the practice"))
        form.only_if(lambda: not self._is_report(), "by")

    def _told(self) -> None:
        form = self.form
        with form.card(_("What was said")):
            form.long_text("told", _("What &you told them"), rows=3)
            form.line("documents", _("Documents you gave them"))
            form.long_text("response", _("What they will do, and how urgent it is to them"), rows=2)
            form.line("others_told", _("Whom they tell themselves"))
        hint_wording(form, self.rules, ("told",))

    def _number(self) -> None:
        form, draft = self.form, self.draft
        with form.card(
            _("Incident number"),
            _("Every contact has one. Without its date nobody finds it again."),
        ):
            form.yes_no("number_given", _("Did they &give an incident number?"))
            with form.beside() as given:
                form.line("incident_number", _("&Incident number, just as they say it"))
                form.date("incident_on", _("Da&te of that number"))
            form.time("asked", _("When did you &ask for it?"))
            with form.fold(_("a crime number, if a crime is recorded already")), form.beside():
                form.line("crime_number", _("Crime number"))
                form.date("crime_on", _("Date of that number"))
        form.only_if(lambda: draft.number_given is YesNo.YES, given)
        form.only_if(lambda: draft.number_given in (YesNo.NO, YesNo.NOT_KNOWN), "asked")

    def _advice(self) -> None:
        form = self.form
        with form.card(_("What they advised")):
            form.long_text(
                "advice_evidence", _("On e&vidence"),
                _("Washing, clothing, things to keep, photographs, when to examine."), rows=2,
            )  # fmt: skip
            form.long_text(
                "advice_family", _("On telling the fami&ly"),
                _("Whom you may tell, what, and from when."), rows=2,
            )  # fmt: skip

    def _next(self) -> None:
        form = self.form
        with form.card(_("What happens next")):
            with form.beside():
                form.date("call_back_on", _("They call back &on"))
                form.time("call_back", _("At"))
                form.line("call_back_by", _("Who calls"))
            form.date("next_contact_on", _("You ring them again on"))
            form.yes_no("read_back", _("Did you &read it back to them?"))

    def _reasons(self) -> Options:
        offered = dict(REASON_WORDS)
        if self.case.answer is not FgmAnswer.DUTY and self.draft.reason is not PoliceReason.FGM:
            del offered[PoliceReason.FGM]
        return options_of(offered)

    def _also_told(self) -> str:
        if self.case.nation is Nation.WALES:
            return _("Is the local authority told as well?")
        return _("Is children’s social care told as well?")

    def _is_report(self) -> bool:
        return self.draft.reason is PoliceReason.FGM
