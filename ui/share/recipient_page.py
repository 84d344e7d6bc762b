"""Recipient: who receives it, in which role, and how the number or address was checked."""

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.freshness import age_words, is_late
from sgdesk.domain.recipients import offered_in
from sgdesk.domain.sharing.decision import Choice
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.domain.sharing.recipient_rules import works_there
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import AgencyId, FactId
from sgdesk.text import _
from ui.kit.binding import Binding, part_of
from ui.kit.cards import Notice, empty
from ui.kit.choice_fields import SteadyList
from ui.kit.form import Form
from ui.kit.layout import letters
from ui.kit.step_page import StepPage
from ui.share.addresses import agency_note, with_agency
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip
from ui.share.home_questions import HomeQuestions
from ui.share.noted_options import NotedOption, NotedOptions
from ui.share.proposals import merged

_FEWEST_TO_FILTER = 6
_TYPED = "typed"


class RecipientPage(StepPage):
    """Asks who receives it. Choosing one proposes the facts that such a recipient needs."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("A named team with a part in protecting this person."))
        self._case = case
        self._kinds = case.kinds
        self.add(guidance_strip(case.guidance, "recipient"))
        self._form = Form(part_of(case.draft, "recipient"), "recipient")
        self._home = HomeQuestions(case, self._form)
        self.add_form(self._form)
        self.later(
            self._ask_agency,
            self._ask_typed,
            self._ask_person,
            self._ask_address,
            *self._home.parts,
        )
        self._form.changed.connect(self._on_changed)
        self._home_asked = False
        self._proposed_for = case.draft.recipient.kind if case.draft.choices else ""

    def load(self) -> None:
        """Show what the draft holds; what is known of the home's postcode comes a moment later."""
        super().load()
        if not self._home_asked:
            self._home_asked = True
            desk, postcode = self._case.desk, self._case.concern.person.postcode
            self._case.runner.run(
                lambda: desk.agencies.home_area(postcode), self._home.know, self._on_failed, self
            )

    def _ask_agency(self) -> None:
        case, form = self._case, self._form
        with form.card(_("From the directory")) as self._directory:
            if not case.agencies:
                form.add_widget(
                    empty(_("The directory is empty. Type the recipient below; add it under"
                            " Agencies later."))
                )  # fmt: skip
            if len(case.agencies) >= _FEWEST_TO_FILTER:
                form.add_widget(self._filter())
            options = [self._option(agency) for agency in case.agencies]
            options.append(NotedOption(_TYPED, _("Somebody who is not in the directory")))
            self._list = NotedOptions(options)
            form.add(_("&Who receives it?"), self._agency_binding())

    def _ask_typed(self) -> None:
        form = self._form
        with form.more_of(self._directory):
            form.line("organisation", _("&Organisation and team"))
            form.choice("kind", _("What kind of team is it?"), self._kinds_offered(),
                        as_list=True)  # fmt: skip
        form.only_if(self._is_typed, "organisation", "kind")

    def _kinds_offered(self) -> list[tuple[str, str]]:
        nation, chosen = self._case.concern.urgency.nation, self._case.draft.recipient.kind
        return offered_in(self._case.desk.recipients, nation, chosen)

    def _agency_binding(self) -> Binding:
        chosen = self._list

        def fill(agency_id: AgencyId | None) -> None:
            typed = self._case.draft.recipient.organisation or not self._case.agencies
            chosen.choose((agency_id or (_TYPED if typed else None),))

        return Binding(
            widget=chosen,
            field="agency_id",
            read=lambda: next((one for one in chosen.chosen() if one != _TYPED), None),
            fill=fill,
            changed=chosen.changed,
            left=chosen.changed,
            naming=chosen.name,
        )

    def _filter(self) -> SteadyList:
        self._shown_kinds = ["", *dict.fromkeys(one.kind for one in self._case.agencies)]
        box = SteadyList()
        box.setObjectName("recipient.filter")
        box.setAccessibleName(_("Show only one kind of team"))
        box.setMaximumWidth(letters(44))
        for kind in self._shown_kinds:
            box.addItem(self._kinds.get(kind, kind) or _("Every kind of team"))
        box.currentIndexChanged.connect(self._on_filtered)
        return box

    def _option(self, agency: Agency) -> NotedOption:
        today = self._case.today
        title = self._kinds.get(agency.kind, agency.kind)
        late = _("Check first") if is_late(agency.checked_on, today) else ""
        return NotedOption(agency.id, agency.name, agency_note(agency, title, today), late)

    def _ask_person(self) -> None:
        form = self._form
        with form.card(_("The person there")):
            with form.beside():
                form.line("person", _("&Name, if you know it"))
                form.line("role", _("&Role"), share=1)
            self._staff = Notice("", kind="overdue")
            form.add_widget(self._staff)
            form.line("staff_because", _("How is it kept from them?"))
        form.only_if(self._is_staff, self._staff, "staff_because")

    def _ask_address(self) -> None:
        form = self._form
        with form.card(_("The number or address")):
            form.line(
                "address_used",
                _("Number or address &used"),
                _("Proposed from the directory for the way it goes; the next page may change it."),
            )
            self._age = Notice("", kind="due")
            self._age.add_link("checked-today", _("I checked it today"))
            self._age.linked.connect(self._on_checked_today)
            form.add_widget(self._age)
            form.date("checked_on", _("When was it &checked?"))
            form.line(
                "checked_how", _("How was it checked?"),
                _("For example: rang back on the number on their website."),
            )  # fmt: skip

        form.only_if(self._is_late, self._age)

    def _is_typed(self) -> bool:
        return self._list.chosen() == (_TYPED,)

    def _is_staff(self) -> bool:
        names = works_there(self._case.draft.recipient, self._case.concern)
        text = _("{names} is named as a possible source of harm and may work there. Ask for"
                 " somebody who can keep it apart, or choose another team.")  # fmt: skip
        self._staff.set_text(text.format(names=", ".join(names)))
        return bool(names)

    def _is_late(self) -> bool:
        to = self._case.draft.recipient
        if not to.organisation.strip() or not is_late(to.checked_on, self._case.today):
            return False
        self._age.set_text(age_words(to.checked_on, self._case.today))
        return True

    def _on_checked_today(self) -> None:
        draft = self._case.draft
        draft.recipient = msgspec.structs.replace(
            draft.recipient, checked_on=self._case.today, checked_on_typed="", checked_how=""
        )
        self._form.load()
        self._form.focus("checked_how")
        self.changed.emit()

    def _on_filtered(self, index: int) -> None:
        kind = self._shown_kinds[index]
        shown = [agency.id for agency in self._case.agencies if kind in ("", agency.kind)]
        self._list.show_only([*shown, _TYPED])

    def _on_changed(self, field: str) -> None:
        if field == "agency_id":
            self._take_over()
        if field in ("agency_id", "kind"):
            self._home.propose()
            self._propose()
        self._home.on_changed(field)

    def _take_over(self) -> None:
        draft, agency = self._case.draft, self._case.agency
        if agency is None:
            draft.recipient = Recipient(person=draft.recipient.person, role=draft.recipient.role)
        else:
            draft.recipient = with_agency(
                draft.recipient, agency, draft.route.kind, self._case.desk.clock.now()
            )
        preferred = agency.preferred if agency is not None else None
        draft.route = msgspec.structs.replace(draft.route, preferred=preferred)
        self._form.load()

    def _propose(self) -> None:
        case, kind = self._case, self._case.draft.recipient.kind
        if not kind or kind == self._proposed_for:
            return

        def on_proposed(found: dict[FactId, Choice]) -> None:
            if case.draft.recipient.kind == kind:
                self._proposed_for = kind
                case.draft.choices = merged(case.draft.choices, found)
                self.changed.emit()

        case.runner.run(
            lambda: case.desk.sharings.proposals(case.concern, kind),
            on_proposed, self._on_failed, self,
        )  # fmt: skip

    def _on_failed(self, error: UserError | SituationError) -> None:
        self._case.asker.tell(_("The facts could not be proposed"), error.text)
