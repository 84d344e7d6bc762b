"""Recipient: who receives it, in which role, and how the number or address was checked."""

from sgdesk.domain.agency import Agency
from sgdesk.domain.sharing.decision import Choice, Recipient
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import AgencyId, FactId
from sgdesk.text import _, to_london
from ui.kit.binding import Binding, part_of
from ui.kit.cards import Notice, empty
from ui.kit.choice_fields import SteadyList
from ui.kit.form import Form
from ui.kit.layout import letters
from ui.kit.step_page import StepPage
from ui.share.addresses import agency_note, with_agency
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip
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
        self.add_form(self._form)
        self.later(
            self._ask_agency,
            self._ask_typed,
            self._ask_person,
            self._ask_address,
            self._ask_other_area,
        )
        self._form.changed.connect(self._on_changed)
        self._proposed_for = case.draft.recipient.kind if case.draft.choices else ""

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
            form.choice("kind", _("What kind of team is it?"), list(self._kinds.items()),
                        as_list=True)  # fmt: skip
        form.only_if(self._is_typed, "organisation", "kind")

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
        today = to_london(self._case.desk.clock.now()).date()
        title = self._kinds.get(agency.kind, agency.kind)
        return NotedOption(agency.id, agency.name, agency_note(agency, title, today))

    def _ask_person(self) -> None:
        form = self._form
        with form.card(_("The person there")), form.beside():
            form.line("person", _("&Name, if you know it"))
            form.line("role", _("&Role"), share=1)

    def _ask_address(self) -> None:
        form = self._form
        with form.card(_("The number or address")):
            form.line(
                "address_used",
                _("Number or address &used"),
                _("Proposed from the directory for the way it goes; the next page may change it."),
            )
            form.date("checked_on", _("When was it &checked?"))
            form.line(
                "checked_how", _("How was it checked?"),
                _("For example: rang back on the number on their website."),
            )  # fmt: skip

    def _ask_other_area(self) -> None:
        form = self._form
        with form.card() as card:
            self._other_area = Notice("", kind="due")
            form.add_widget(self._other_area)
            form.line("other_area_because", _("Why this authority?"))
        form.only_if(self._is_other_area, card)

    def _is_typed(self) -> bool:
        return self._list.chosen() == (_TYPED,)

    def _is_other_area(self) -> bool:
        agency, home = self._case.agency, self._case.practice.authority
        if agency is None or not agency.area or not home or agency.area == home:
            return False
        self._other_area.set_text(
            _("Is this the authority where the person lives? {agency} covers {area}; this practice"
              " lies in {home}.").format(agency=agency.name, area=agency.area, home=home)
        )  # fmt: skip
        return True

    def _on_filtered(self, index: int) -> None:
        kind = self._shown_kinds[index]
        shown = [agency.id for agency in self._case.agencies if kind in ("", agency.kind)]
        self._list.show_only([*shown, _TYPED])

    def _on_changed(self, field: str) -> None:
        if field == "agency_id":
            self._take_over()
        if field in ("agency_id", "kind"):
            self._propose()

    def _take_over(self) -> None:
        draft, agency = self._case.draft, self._case.agency
        if agency is None:
            draft.recipient = Recipient(person=draft.recipient.person, role=draft.recipient.role)
        else:
            draft.recipient = with_agency(draft.recipient, agency, draft.route.kind)
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
