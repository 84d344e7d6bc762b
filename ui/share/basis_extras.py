"""What else a basis may ask: the adult at risk, the policy document, and an emergency."""

from collections.abc import Callable

from sgdesk.domain.guidance import find
from sgdesk.domain.sharing.basis_warnings import (
    asks_limbs,
    needs_policy,
    open_limbs,
    policy_warning,
    policy_words,
)
from sgdesk.text import _, to_london
from ui.kit.cards import Notice
from ui.kit.form import Form
from ui.kit.wording_hint import hint_wording
from ui.share.case import ShareCase
from ui.share.guidance_strip import noted, source_lines
from ui.share.noted_options import NotedOption, NotedOptions, noted_ticks

_POLICY_CHECK = "CHK-POLICY"


class BasisExtras:
    """The last questions of the page, in pieces of work."""

    def __init__(self, case: ShareCase, form: Form) -> None:
        self._case = case
        self._form = form

    def pieces(self) -> list[Callable[[], None]]:
        """Return the work that makes them."""
        return [self._ask_limbs, self._say_policy, self._ask_emergency]

    def _ask_limbs(self) -> None:
        form, case = self._form, self._case
        limbs = [NotedOption(one.id, noted(one.text, one)) for one in case.guidance.at_risk_limbs]
        with form.card(_("An adult at risk")) as card:
            ticks = noted_ticks(NotedOptions(limbs, several=True), "at_risk")
            form.add(_("Which of these is true? The condition needs all of them."), ticks)
            warned = Notice(case.setting.clash("C6"), kind="due")
            form.add_widget(warned)
        form.only_if(lambda: asks_limbs(case.draft.basis, case.setting), card)
        form.only_if(lambda: bool(open_limbs(case.draft.basis, case.setting)), warned)

    def _say_policy(self) -> None:
        form, case = self._form, self._case
        today = to_london(case.desk.clock.now()).date()
        warned = policy_warning(case.practice, today)
        text = warned or _("Appropriate policy document: {policy}.").format(
            policy=policy_words(case.practice.appropriate_policy)
        )
        check = find(case.guidance.checks, _POLICY_CHECK)
        sources = [] if check is None else [check.why, *source_lines(case.guidance, check)]
        notice = Notice(text, sources, kind="due" if warned else "info")
        notice.setObjectName("basis.policy")
        form.add_widget(notice)
        form.only_if(lambda: needs_policy(case.draft.basis, case.guidance), notice)

    def _ask_emergency(self) -> None:
        form, case = self._form, self._case
        with form.card():
            form.tick(
                "emergency",
                _("This is an &emergency"),
                _("Decide now, and complete what is open afterwards: that becomes a due. The"
                  " reason is recorded. What contradicts itself is still stopped."),
            )  # fmt: skip
            form.long_text("emergency_because", _("Why can it not wait?"), rows=2)
        hint_wording(form, case.desk.wording, ("emergency_because",))
        form.only_if(lambda: case.draft.basis.emergency, "emergency_because")
