"""Purpose: so that whom it goes to can do what, and the advice taken before deciding."""

from PySide6.QtWidgets import QWidget

from sgdesk.text import _
from ui.kit.binding import part_of
from ui.kit.form import Form
from ui.kit.step_page import StepPage
from ui.kit.wording_hint import hint_wording
from ui.share.advice_cards import AdviceCards
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip
from ui.share.since_card import SinceCard


class PurposePage(StepPage):
    """Asks what the recipient will be able to do, and what the practice asks for."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("One sentence that would not fit any other case."))
        self.add(guidance_strip(case.guidance, "purpose"))
        form = Form(part_of(case.draft, "purpose"), "purpose")
        self.add_form(form)
        self._advice: AdviceCards | None = None
        parts = [lambda: _ask_purpose(form, case), lambda: self._add_advice(case)]
        if case.last is not None and not case.draft.decided:
            parts.insert(0, lambda: self.body.insertWidget(1, SinceCard(case)))
        self.later(*parts)

    def load(self) -> None:
        """Show what the draft holds, and each piece of advice in it."""
        if self._advice is not None:
            self._advice.load()
        super().load()

    def focus(self, name: str) -> QWidget | None:
        """Go to the field of this object name; those of the advice come with their card."""
        self.complete()
        return super().focus(name)

    def _add_advice(self, case: ShareCase) -> None:
        self._advice = advice = AdviceCards(case)
        advice.made.connect(self.follow)
        advice.gone.connect(self.forget)
        advice.changed.connect(self.changed)
        advice.changed.connect(self.left)
        self.add(advice)
        advice.load()


def _ask_purpose(form: Form, case: ShareCase) -> None:
    with form.card():
        form.long_text(
            "so_that",
            _("So that the recipient &can …"),
            _("For example: decide today whether a doctor must examine the marks."),
            rows=2,
        )
        form.long_text(
            "ask",
            _("What do you &ask them to decide or do?"),
            _("For example: see her today, and tell us before she leaves whether she is safe."),
            rows=2,
        )
    hint_wording(form, case.desk.wording, ("so_that", "ask"))
