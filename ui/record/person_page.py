"""Who this is about: what two people need to find the right person, and what every form asks."""

from dataclasses import replace

from sgdesk.domain.facts.options import (
    ETHNICITIES,
    LANGUAGES,
    LEGAL_STATUSES,
    RELIGIONS,
    SEXES,
)
from sgdesk.domain.identity import health_number_name
from sgdesk.domain.known_people import parted, taken_over
from sgdesk.domain.people import Person, PersonKind, age_words, pregnancy_words
from sgdesk.text import _, read_long_date, read_short_date
from ui.kit.binding import Binding, part_of
from ui.kit.birth_field import birth_binding
from ui.kit.cards import Notice, words
from ui.kit.form import Form
from ui.kit.typed_fields import date_binding
from ui.kit.wording_hint import hint_wording
from ui.record.known_people import KnownPeople
from ui.record.labels import PERSON_LABELS
from ui.record.page import RecordPage
from ui.record.recording import Recording
from ui.record.suggestions import suggestion_binding


class PersonPage(RecordPage):
    """The first twelve questions are open, the rest folded away with a count."""

    def __init__(self, recording: Recording) -> None:
        super().__init__(
            recording,
            "person",
            _(
                "Not known, not asked and none are three different answers: “No answer”, or F2 in"
                " the field. Nothing waits for them."
            ),
        )
        self._form = Form(part_of(self.draft, "person"), "person")
        self._age = words("", "hint")
        self._protected = Notice(
            _("Tell reception today. A protected address stops every pack until you release it."),
            kind="due",
        )
        self._known = KnownPeople(recording)
        self._known.chosen.connect(self._on_known)
        self._known.parted.connect(lambda: self._take(parted(self.draft.person)))
        self.add_form(self._form)
        self._form.changed.connect(lambda _field: self._on_answered())
        self.later(
            self._add_names,
            self._add_birth,
            self._add_age,
            self._add_numbers,
            self._add_address,
            self._add_language,
            self._add_whereabouts,
            self._add_more,
            self._add_ways_to_reach,
            self._add_disability,
            self._add_background,
            self.add_why,
            self._show_age,
        )

    def load(self) -> None:
        """Show what the draft holds, and the age that follows."""
        super().load()
        self._show_age()
        self._known.look_now()

    def _on_answered(self) -> None:
        self._show_age()
        self._known.look_soon()

    def _on_known(self, person: Person) -> None:
        self._take(taken_over(self.draft.person, person))

    def _take(self, person: Person) -> None:
        self.draft.person = person
        self.load()
        self.list_changed()
        self.focus("person.born")

    def _add_names(self) -> None:
        form = self._form
        unborn = words(_("For an unborn baby, the name and birth date are the mother’s."), "hint")
        with form.card() as self._names:
            form.add_widget(unborn)
            with form.beside(24):
                self._line("name", _("Not initials."))
                self._line("known_as", _("Any other name, or a short form."))
        form.only_if(self._is_unborn, unborn)

    def _add_birth(self) -> None:
        form = self._form
        with form.more_of(self._names), form.beside(24):
            form.add(_(PERSON_LABELS["born"]), birth_binding("born", self.recording.today),
                     _("Such as 14 2 2020, or about 3 years."), unanswered=True)  # fmt: skip
            expected = form.add(
                _(PERSON_LABELS["expected"]), self._expected_binding(), unanswered=True
            )
        form.only_if(self._is_unborn, expected)

    def _expected_binding(self) -> Binding:
        plain, today = date_binding("expected"), self.recording.today

        def remark() -> str:
            day = plain.read()
            weeks = "" if day is None else pregnancy_words(day, today)
            if not weeks:
                return plain.remark()
            return _("{day}: {weeks} on {today}.").format(
                day=read_long_date(day), weeks=weeks, today=read_short_date(today)
            )

        return replace(plain, remark=remark)

    def _add_age(self) -> None:
        form = self._form
        with form.more_of(self._names):
            form.tick("born_estimated", _("The date of birth is an estimate"))
            form.only_if(lambda: self.draft.person.born is not None, "born_estimated")
            form.add_widget(self._age)
            form.add_widget(self._known)

    def _add_numbers(self) -> None:
        form = self._form
        with form.more_of(self._names), form.beside(24):
            form.choice("sex", _(PERSON_LABELS["sex"]), [(sex, _(sex)) for sex in SEXES],
                        unanswered=True)  # fmt: skip
            number = health_number_name(self.draft.urgency.nation)
            form.line("nhs_number", number, unanswered=True)

    def _add_address(self) -> None:
        form = self._form
        with form.card() as self._address:
            form.long_text("address", _(PERSON_LABELS["address"]), rows=2, unanswered=True)

    def _add_language(self) -> None:
        form = self._form
        with form.more_of(self._address), form.beside(24):
            self._line("postcode")
            self._suggest("language", LANGUAGES)

    def _add_whereabouts(self) -> None:
        form = self._form
        with form.more_of(self._address):
            form.tick("address_protected", _("This address is protected: nobody may learn it"))
            form.add_widget(self._protected)
            form.only_if(lambda: self.draft.person.address_protected, self._protected)
            with form.beside(24):
                self._line("whereabouts", _("At this moment, as far as you know."))
                self._line("with_whom")

    def _add_more(self) -> None:
        form = self._form
        with form.card(), form.fold(_("more about the person")) as self._more:
            with form.beside(24):
                self._line("interpreter", _("Never a relative or a friend."))
                self._line("communication", _("Hearing, sight, reading, signing."))
            with form.beside(24):
                self._line("school")
                self._line("gp")

    def _add_ways_to_reach(self) -> None:
        form = self._form
        with form.more_of(self._more):
            with form.beside(24):
                self._line("dentist")
                self._suggest("legal_status", LEGAL_STATUSES)
            with form.beside(24):
                self._line("phone")
                self._line("email")

    def _add_disability(self) -> None:
        form = self._form
        with form.more_of(self._more):
            form.long_text("disability", _(PERSON_LABELS["disability"]), rows=2, unanswered=True)
            hint_wording(form, self.recording.desk.wording, ("disability",))

    def _add_background(self) -> None:
        form = self._form
        with form.more_of(self._more):
            ethnicities = [(text, _(text)) for text in ETHNICITIES]
            form.choice("ethnicity", _(PERSON_LABELS["ethnicity"]), ethnicities, unanswered=True)
            self._suggest("religion", RELIGIONS)
            form.long_text(
                "previous_addresses", _(PERSON_LABELS["previous_addresses"]), rows=2,
                unanswered=True,
            )  # fmt: skip

    def _line(self, field: str, hint: str = "") -> None:
        self._form.line(field, _(PERSON_LABELS[field]), hint, unanswered=True)

    def _suggest(self, field: str, suggestions: tuple[str, ...]) -> None:
        offered = [_(text) for text in suggestions]
        label = _(PERSON_LABELS[field])
        self._form.add(label, suggestion_binding(field, offered), unanswered=True)

    def _is_unborn(self) -> bool:
        return self.draft.person.kind is PersonKind.UNBORN

    def _show_age(self) -> None:
        if not self.is_complete:
            return
        born, today = self.draft.person.born, self.recording.today
        known = born is not None and born <= today
        text = ""
        if born is not None and known:
            text = _("{age} old on {today}.").format(
                age=age_words(born, today), today=read_short_date(today)
            )
        self._age.setText(text)
        self._age.setVisible(bool(text))
