"""How the practice introduces itself, and its policies: asked in set-up and in Settings."""

from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec

from sgdesk.domain.answers import NATION_WORDS
from sgdesk.domain.flows.setup import POLICIES, SetupDraft
from sgdesk.domain.practice import STATUS_WORDS, Practice
from sgdesk.text import _
from ui.kit.binding import ValueHolder
from ui.kit.choice_fields import options_of
from ui.kit.form import Form

_POLICY_WORDS = {
    "appropriate_policy": "Appropriate policy document",
    "impact_assessment": "Data protection impact assessment (DPIA)",
    "privacy_notice": "Privacy notice",
}

_CHOSEN = ("nation", "status")


class ChosenPractice(ValueHolder):
    """Holds the practice of a desk being set up, whose nation and kind are empty until chosen."""

    def __init__(self, draft: SetupDraft) -> None:
        super().__init__(lambda: draft.practice, self._put_practice)
        self._draft = draft

    def get(self, field: str) -> Any:
        """Return the answer that the field holds now."""
        return getattr(self._draft, field) if field in _CHOSEN else super().get(field)

    def put(self, field: str, value: Any) -> None:
        """Let the field hold this answer."""
        if field in _CHOSEN:
            setattr(self._draft, field, value)
        if field not in _CHOSEN or value is not None:
            super().put(field, value)

    def _put_practice(self, practice: Any) -> None:
        self._draft.practice = practice


def practice_questions(form: Form) -> tuple[Callable[[], None], ...]:
    """Return what asks the questions about the practice, one piece after the other."""
    return tuple(partial(ask, form) for ask in (_ask_name, _ask_rules))


def _ask_name(form: Form) -> None:
    with form.card():
        form.line("name", _("Name of the &practice"))
        with form.beside():
            form.line("address", _("&Address"), share=3)
            form.line("postcode", _("P&ostcode"))
        with form.beside():
            form.line("phone", _("&Telephone"))
            form.line("email", _("&Email"))


def _ask_rules(form: Form) -> None:
    with form.card(_("Which rules apply")):
        form.choice("nation", _("&Nation"), options_of(NATION_WORDS))
        status_hint = _("It decides which lawful bases are offered when you share. In Northern"
                        " Ireland NHS stands for Health and Social Care.")  # fmt: skip
        form.choice("status", _("&Kind of practice"), options_of(STATUS_WORDS), status_hint)
        form.line(
            "authority",
            _("Local a&uthority, or in Northern Ireland the Health and Social Care Trust"),
            _(
                "Where the practice stands. Who is told hangs on where the home is; in Wales,"
                " on where the concern arose."
            ),
        )


def policy_questions(
    get: Callable[[], Practice], put: Callable[[Practice], None]
) -> list[Callable[[], Form]]:
    """Return what makes the form of each of the three policies."""
    return [partial(_policy_form, field, get, put) for field in POLICIES]


def _policy_form(field: str, get: Callable[[], Practice], put: Callable[[Practice], None]) -> Form:
    def put_policy(policy: Any) -> None:
        put(msgspec.structs.replace(get(), **{field: policy}))

    form = Form(ValueHolder(lambda: getattr(get(), field), put_policy), prefix=field)
    with form.card(_(_POLICY_WORDS[field])), form.beside():
        form.line("reference", _("Your own reference"), share=2)
        form.line("version", _("Version"))
        form.date("review_on", _("Review by"))
    return form
