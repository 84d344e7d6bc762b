"""The nation's duty to share or report: considered, why, for what, how far; or that none holds."""

from collections.abc import Callable

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.sharing.confidence import asks_detriment, duty_check
from sgdesk.domain.statements import Topic
from sgdesk.text import _
from ui.kit.cards import Notice
from ui.kit.form import Form
from ui.kit.wording_hint import hint_wording
from ui.share.case import ShareCase
from ui.share.guidance_strip import noted, source_lines

_PAGE = "share/basis"


class DutyCard:
    """The questions about the duty, in pieces of work; the answers belong to the basis."""

    def __init__(self, case: ShareCase, form: Form) -> None:
        self._case = case
        self._form = form
        self._check = duty_check(case.setting, case.concern)

    def pieces(self) -> list[Callable[[], None]]:
        """Return the work that makes the card, or what is said where no duty is asked about."""
        if self._check is None:
            return [self._say_none]
        asks = [self._ask_considered, self._ask_because, self._ask_extent]
        return [*asks, self._ask_detriment] if asks_detriment(self._case.guidance) else asks

    def _say_none(self) -> None:
        guidance, form = self._case.guidance, self._form
        with form.card(_("A duty to share or to report")):
            if guidance.nation is Nation.ENGLAND:
                form.add_widget(
                    Notice(_("Section 16LA speaks of children, and of services that an NHS body"
                             " arranges. It is not asked about here. Check locally."))
                )  # fmt: skip
                return
            for one in guidance.statements_at(_PAGE):
                if one.topic is Topic.NATION and guidance.nation in one.nations:
                    text = _("{title}: {text}").format(title=one.title, text=one.text)
                    form.add_widget(Notice(noted(text, one), source_lines(guidance, one)))

    def _ask_considered(self) -> None:
        form, check = self._form, self._check
        assert check is not None
        title = _("The duty to report, sections 130 and 128")
        if self._case.guidance.nation is Nation.ENGLAND:
            title = _("The duty to share, section 16LA")
        with form.card(title) as self._card:
            sources = tuple(source_lines(self._case.guidance, check))
            form.add_widget(Notice(noted(check.why, check), sources))
            form.yes_no("duty_to_share", _("Was this &duty considered?"))

    def _ask_because(self) -> None:
        form = self._form
        with form.more_of(self._card):
            form.long_text(
                "duty_because", _("&Because"), _("Why the information is relevant, or why this was"
                " not considered."), rows=2,
            )  # fmt: skip
        hint_wording(form, self._case.desk.wording, ("duty_because",))
        form.only_if(lambda: self._case.draft.basis.duty_to_share is not None, "duty_because")

    def _ask_extent(self) -> None:
        form = self._form
        with form.more_of(self._card), form.beside():
            form.line("duty_function", _("Which work of the recipient can it help?"))
            form.line("duty_extent", _("How far does it go, and no further?"))
        form.only_if(self._is_considered, "duty_function", "duty_extent")

    def _ask_detriment(self) -> None:
        form = self._form
        with form.more_of(self._card):
            form.yes_no("duty_detriment", _("Would sharing harm the child more than not sharing?"))
            form.long_text("duty_detriment_because", _("Why would it harm more?"), rows=2)
        hint_wording(form, self._case.desk.wording, ("duty_detriment_because",), is_opinion=True)
        form.only_if(self._is_considered, "duty_detriment")
        form.only_if(self._harms_more, "duty_detriment_because")

    def _is_considered(self) -> bool:
        return self._case.draft.basis.duty_to_share is YesNo.YES

    def _harms_more(self) -> bool:
        return self._is_considered() and self._case.draft.basis.duty_detriment is YesNo.YES
