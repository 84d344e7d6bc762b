"""Why not, or not yet: a decision with the same weight, on the same paper."""

from msgspec.structs import replace

from sgdesk.domain.sharing.decision import DECISION_WORDS, Decision
from sgdesk.text import _
from ui.kit.binding import DraftHolder, part_of
from ui.kit.cards import button
from ui.kit.form import Form
from ui.kit.step_page import StepPage
from ui.kit.wording_hint import hint_wording
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip


class NotSharingPage(StepPage):
    """Asks for the reasons, the harm that could follow, who agreed, and the day to look again."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("Holding back is a decision too. It is recorded and looked at again."))
        self._draft = case.draft
        self.add(guidance_strip(case.guidance, "not-sharing"))
        kind = Form(DraftHolder(case.draft))
        with kind.card():
            choices = (Decision.DO_NOT_SHARE, Decision.NOT_YET)
            kind.choice(
                "decision",
                _("What is &decided?"),
                [(one, _(DECISION_WORDS[one])) for one in choices],
            )
        self.add_form(kind)
        form = Form(part_of(case.draft, "not_sharing"), "not_sharing")
        with form.card():
            form.long_text("reasons", _("&Why is nothing shared?"))
            form.long_text("harm", _("What &harm could follow?"))
            same = button(_("As written under “Risk of not sharing”"), "link-small", "same-harm")
            same.clicked.connect(self._on_same_harm)
            form.add_widget(same)
            form.long_text("also_done", _("What &else is done to keep the person safe?"))
        form.only_if(self._may_be_same, same)
        with form.card(_("Agreed, and looked at again")):
            with form.beside():
                form.line("agreed_by", _("Who &agreed to this?"))
                form.line("agreed_role", _("In which &role?"))
                form.date("agreed_on", _("On which &day?"))
            form.date("review_on", _("When is it &looked at again?"))
        hint_wording(form, case.desk.wording, ("reasons", "also_done"))
        hint_wording(form, case.desk.wording, ("harm",), is_opinion=True)
        self.add_form(form)

    def _may_be_same(self) -> bool:
        draft = self._draft
        return bool(draft.necessity.risk_of_not_sharing.strip()) and not draft.not_sharing.harm

    def _on_same_harm(self) -> None:
        harm = self._draft.necessity.risk_of_not_sharing.strip()
        self._draft.not_sharing = replace(self._draft.not_sharing, harm=harm)
        self.load()
        self.changed.emit()
        self.left.emit()
