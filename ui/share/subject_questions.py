"""What is asked about the lawful basis for one data subject, in pieces of work."""

from collections.abc import Callable, Sequence

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.cited import Stated
from sgdesk.domain.guidance import find
from sgdesk.domain.sharing.basis import warns_c2
from sgdesk.domain.sharing.confidence import asks_own_way, ways_for_others
from sgdesk.domain.sharing.decision import SubjectBasis
from sgdesk.domain.sharing.setting import Setting
from sgdesk.domain.sharing.subjects import is_added
from sgdesk.text import _
from ui.kit.cards import Notice
from ui.kit.form import Form
from ui.kit.wording_hint import hint_wording
from ui.share.case import ShareCase
from ui.share.guidance_strip import noted
from ui.share.noted_options import NotedOption, NotedOptions, noted_only, noted_ticks, turns_for


class SubjectQuestions:
    """The questions for one subject; each hides where another answer makes it idle."""

    def __init__(
        self, case: ShareCase, form: Form, subject_now: Callable[[], SubjectBasis]
    ) -> None:
        self._case = case
        self._form = form
        self._now = subject_now
        self._lists: dict[str, NotedOptions] = {}
        # The rows for emergencies are there from the first, and out of sight until it is one.
        self._everywhen = msgspec.structs.replace(case.setting, is_emergency=True)

    def pieces(self) -> list[Callable[[], None]]:
        """Return the work that makes the questions, in the order of the card."""
        guidance, setting = self._case.guidance, self._everywhen
        asks = [
            self._ask_basis, *self._rows("article_6", setting.bases()), self._say_c2,
            self._ask_foundations, *self._rows("foundations", guidance.foundations),
            self._ask_own_foundation, self._ask_balance,
            self._ask_condition, *self._rows("article_9", setting.conditions()),
            self._ask_reason, *self._rows("without_consent_because", guidance.para_18_reasons),
            self._ask_offence, self._ask_offence_condition,
            *self._rows("article_10", setting.offences()),
        ]  # fmt: skip
        subject = self._now()
        if not subject.is_the_person:
            ways = self._rows("confidence", ways_for_others(guidance))
            asks = [self._ask_nothing, *asks, self._ask_own_way, *ways]
        if is_added(subject, self._case.concern):
            asks.insert(0, self._ask_name)
        return asks

    def _ask_name(self) -> None:
        self._form.line("subject", _("Whose information is this?"))

    def _ask_nothing(self) -> None:
        hint = _("Then no basis is needed. It is checked against the facts that go.")
        self._form.tick("nothing_goes", _("Nothing about them goes"), hint)

    def _ask_basis(self) -> None:
        bases = [
            NotedOption(one.id, f"{one.title} ({one.article})", noted(one.note, one))
            for one in self._everywhen.bases()
        ]
        self._choose("article_6", _("The basis under Article 6"), bases)
        self._form.only_if(lambda: self._offers("article_6", self._setting.bases()), "article_6")

    def _say_c2(self) -> None:
        warned = Notice(self._setting.clash("C2"), kind="due")
        self._form.add_widget(warned)
        self._form.only_if(
            lambda: self._something_goes() and warns_c2(self._now(), self._setting), warned
        )

    def _ask_foundations(self) -> None:
        setting = self._everywhen
        found = {
            one.id: NotedOption(one.id, one.title, noted(one.note, one))
            for basis in setting.bases()
            for one in setting.foundations(basis.id)
        }
        laws = NotedOptions(list(found.values()), several=True, gradual=True)
        self._lists["foundations"] = laws
        self._form.add(_("The law or task it stands on"), noted_ticks(laws, "foundations"))
        self._form.only_if(self._needs_foundation, "foundations")

    def _ask_own_foundation(self) -> None:
        form = self._form
        with form.beside():
            form.line("foundation_typed", _("Another law or task"), _("In your own words."))
            form.line("foundation_source", _("Where it stands"), _("Act and section, or page."))
        form.only_if(self._needs_foundation_words, "foundation_typed", "foundation_source")

    def _ask_balance(self) -> None:
        self._form.long_text("balancing", _("How were the interests balanced?"), rows=2)
        hint_wording(self._form, self._case.desk.wording, ("balancing",), is_opinion=True)
        self._form.only_if(self._needs_balancing, "balancing")

    def _ask_condition(self) -> None:
        conditions = [
            NotedOption(
                one.id, " · ".join(filter(None, (one.title, one.schedule))), noted(one.note, one)
            )
            for one in self._everywhen.conditions()
        ]
        self._choose("article_9", _("The condition for health data, Article 9"), conditions)
        self._form.only_if(
            lambda: self._offers("article_9", self._setting.conditions()), "article_9"
        )

    def _ask_reason(self) -> None:
        reasons = [
            NotedOption(one.id, noted(one.text, one)) for one in self._case.guidance.para_18_reasons
        ]
        self._choose("without_consent_because", _("Why it is done without consent"), reasons)
        self._form.only_if(self._needs_reason, "without_consent_because")

    def _ask_offence(self) -> None:
        self._form.yes_no("offence_alleged", _("Is an offence by this person alleged?"))
        self._form.only_if(self._something_goes, "offence_alleged")

    def _ask_offence_condition(self) -> None:
        offences = [
            NotedOption(one.id, f"{one.title} ({one.schedule})", noted(one.note, one))
            for one in self._everywhen.offences()
        ]
        label = _("The condition for data about an alleged offence")
        self._choose("article_10", label, offences)
        self._form.only_if(self._is_offence, "article_10")

    def _ask_own_way(self) -> None:
        ways = [
            NotedOption(one.id, one.title, noted(one.note, one))
            for one in ways_for_others(self._case.guidance)
        ]
        self._choose("confidence", _("The way through the duty of confidence towards them"), ways)
        self._form.only_if(self._needs_own_way, "confidence")

    def _choose(self, field: str, label: str, options: Sequence[NotedOption]) -> None:
        self._lists[field] = NotedOptions(options, gradual=True)
        self._form.add(label, noted_only(self._lists[field], field))

    def _rows(self, field: str, options: Sequence[Stated]) -> list[Callable[[], None]]:
        return [lambda: self._lists[field].make_next()] * turns_for(len(options))

    @property
    def _setting(self) -> Setting:
        return self._case.setting

    def _offers(self, field: str, offered: Sequence[Stated]) -> bool:
        self._lists[field].show_only([one.id for one in offered])
        return self._something_goes()

    def _something_goes(self) -> bool:
        return not self._now().nothing_goes

    def _is_offence(self) -> bool:
        is_alleged = self._now().offence_alleged is YesNo.YES
        return self._offers("article_10", self._setting.offences()) and is_alleged

    def _needs_foundation_words(self) -> bool:
        basis = find(self._case.guidance.bases, self._now().article_6)
        return self._something_goes() and basis is not None and basis.needs_foundation

    def _needs_foundation(self) -> bool:
        if not self._needs_foundation_words():
            return False
        offered: Sequence[Stated] = self._setting.foundations(self._now().article_6)
        self._lists["foundations"].show_only([one.id for one in offered])
        return True

    def _needs_balancing(self) -> bool:
        basis = find(self._case.guidance.bases, self._now().article_6)
        return self._something_goes() and basis is not None and basis.needs_balancing

    def _needs_reason(self) -> bool:
        condition = find(self._case.guidance.special_conditions, self._now().article_9)
        return self._something_goes() and condition is not None and condition.needs_reason

    def _needs_own_way(self) -> bool:
        return asks_own_way(self._now(), self._case.draft.basis, self._case.guidance)
