"""Whose own view: the child's view and competence, the adult's or the mother's wishes and
capacity."""

from collections.abc import Callable

from sgdesk.domain.answers import YesNo
from sgdesk.domain.people import PersonKind, age_on
from sgdesk.text import _, to_london
from ui.kit.form import Form
from ui.kit.wording_hint import hint_wording
from ui.share.case import ShareCase
from ui.share.guidance_strip import said_reason

_YOUNG_ADULT = 16


class AbleQuestions:
    """The questions about one kind of person, in pieces of work that make them one by one."""

    def __init__(self, case: ShareCase, form: Form) -> None:
        self._case = case
        self._form = form

    def pieces(self) -> list[Callable[[], None]]:
        """Return the work that asks about this person, in the order of the page."""
        if self._case.concern.person.kind is PersonKind.CHILD:
            return [self._ask_view, self._ask_competent, self._ask_competence]
        return [
            self._ask_wishes, self._ask_able, self._ask_how_told, self._ask_support,
            self._ask_interests,
        ]  # fmt: skip

    def _ask_view(self) -> None:
        form = self._form
        with form.card(_("The child’s own view")) as self._card:
            form.long_text("own_view", _("What does the &child say about it?"), rows=2)
            form.line("view_not_asked_because", _("If the child was not asked: why not?"))
        hint_wording(form, self._case.desk.wording, ("own_view",))
        form.only_if(self._has_no_view, "view_not_asked_because")

    def _ask_competent(self) -> None:
        form = self._form
        with form.more_of(self._card):
            form.yes_no("is_competent", _("Can the child decide about this sharing themselves?"))
            form.add_widget(said_reason(self._case.guidance, self._age_rule()))

    def _ask_competence(self) -> None:
        with self._form.more_of(self._card):
            self._form.long_text(
                "competence",
                _("What can the child &understand and decide?"),
                _("Age, understanding, and how you could tell."),
                rows=2,
            )
        hint_wording(self._form, self._case.desk.wording, ("competence",), is_opinion=True)

    def _ask_wishes(self) -> None:
        form, is_mother = self._form, self._case.concern.person.kind is PersonKind.UNBORN
        title = _("The mother’s wishes") if is_mother else _("The adult’s wishes")
        with form.card(title) as self._card:
            if is_mother:
                form.add_widget(said_reason(self._case.guidance, "deciding-unborn"))
            form.long_text("wishes", _("What do they &want to happen?"), rows=2)
        hint_wording(form, self._case.desk.wording, ("wishes",))

    def _ask_able(self) -> None:
        form = self._form
        with form.more_of(self._card):
            form.yes_no("can_decide", _("&Can they decide about this sharing, now?"))
            form.add_widget(said_reason(self._case.guidance, "deciding-adult"))

    def _ask_how_told(self) -> None:
        form = self._form
        with form.more_of(self._card):
            form.long_text(
                "capacity",
                _("How could you tell?"),
                _(
                    "What you saw or heard that tells you so. Assume that they can, unless it is"
                    " shown that they cannot."
                ),
                rows=2,
            )
        hint_wording(form, self._case.desk.wording, ("capacity",), is_opinion=True)

    def _ask_support(self) -> None:
        form = self._form
        with form.more_of(self._card), form.beside():
            form.line("support", _("What helped them to decide?"), _("An interpreter, time, a"
                      " quiet room, pictures."))  # fmt: skip
            form.line("also_asked", _("Who else was asked?"), _("An advocate, an attorney."))

    def _ask_interests(self) -> None:
        form = self._form
        with form.more_of(self._card):
            form.long_text("best_interests", _("Why is this in their best interests?"), rows=2)
        hint_wording(form, self._case.desk.wording, ("best_interests",), is_opinion=True)
        form.only_if(self._cannot_decide, "best_interests")

    def _has_no_view(self) -> bool:
        return not self._case.draft.consent.own_view.strip()

    def _cannot_decide(self) -> bool:
        return self._case.draft.consent.can_decide is YesNo.NO

    def _age_rule(self) -> str:
        born = self._case.concern.person.born
        today = to_london(self._case.desk.clock.now()).date()
        is_older = born is not None and age_on(born, today) >= _YOUNG_ADULT
        return "deciding-16-17" if is_older else "deciding-under-16"
