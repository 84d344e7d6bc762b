"""Purpose: so that whom it goes to can do what, and the advice taken before deciding."""

from sgdesk.text import _
from ui.kit.binding import part_of
from ui.kit.form import Form
from ui.kit.step_page import StepPage
from ui.kit.wording_hint import hint_wording
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip


class PurposePage(StepPage):
    """Asks what the recipient will be able to do, and what the practice asks for."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("One sentence that would not fit any other case."))
        self.add(guidance_strip(case.guidance, "purpose"))
        form = Form(part_of(case.draft, "purpose"), "purpose")
        self.add_form(form)
        self.later(lambda: _ask_purpose(form, case), lambda: _ask_advice(form, case))


def _ask_purpose(form: Form, case: ShareCase) -> None:
    with form.card():
        form.long_text(
            "so_that",
            _("So that the recipient &can …"),
            _("For example: decide whether a strategy discussion is needed today."),
            rows=2,
        )
        form.long_text(
            "ask",
            _("What do you &ask them to decide or do?"),
            _("For example: see her today, and tell us before she leaves whether she is safe."),
            rows=2,
        )
    hint_wording(form, case.desk.wording, ("so_that", "ask"))


def _ask_advice(form: Form, case: ShareCase) -> None:
    with form.card(_("Advice taken before deciding")):
        form.line(
            "advice_from",
            _("&Whom did you ask for advice?"),
            _("A named professional, the data protection officer, the Caldicott Guardian. None"
              " is needed; leave it empty."),
        )  # fmt: skip
        form.long_text("advice", _("What did they &say?"), rows=2)
        form.only_if(lambda: bool(case.draft.purpose.advice_from.strip()), "advice")
