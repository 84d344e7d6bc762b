"""Who is around the person, and how somebody can be reached without danger to anybody."""

from sgdesk.domain.known_people import KnownHousehold, moved_in
from sgdesk.domain.people import Relation
from sgdesk.ids import new_id
from sgdesk.text import _
from ui.kit.binding import part_of
from ui.kit.cards import button, empty
from ui.kit.form import Form
from ui.kit.layout import Gap, column
from ui.record.item_cards import ItemCards, ItemWords
from ui.record.known_household import KnownHouseholds
from ui.record.labels import CONTACT_LABELS
from ui.record.page import RecordPage
from ui.record.recording import Recording, remove_item
from ui.record.relation_form import relation_form
from ui.record.relation_words import relation_line, relation_source, relation_title
from ui.record.several_people import SeveralPeople


class FamilyPage(RecordPage):
    """A card for each person around, and a card on safe contact."""

    def __init__(self, recording: Recording) -> None:
        super().__init__(
            recording,
            "family",
            _("Everyone in the household, parents, other children, visitors, and professionals."),
        )
        self._cards = ItemCards(
            ItemWords(
                items=lambda: self.draft.relations,
                title=relation_title,
                line=relation_line,
                source=relation_source,
                form=self._form_of,
                first_field=lambda _relation: "name",
                remove=lambda item_id: remove_item(self.draft, "relations", item_id),
            ),
            recording.asker,
        )
        self._empty = empty(_("Nobody has been added. Begin with who lives in the household."))
        self.add(self._empty)
        self.add_list(self._cards)
        self._cards.removed.connect(self._show_empty)
        self._add_buttons()
        self._household = KnownHouseholds(recording)
        self._household.chosen.connect(self._on_household)
        self.add(self._household)
        self._several: SeveralPeople | None = None
        self._several_place = column(gap=Gap.NONE)
        self.body.addLayout(self._several_place)
        self.later(self._show_left, self._add_contact, self._add_contact_rules, self.add_why)

    def load(self) -> None:
        """Show what the draft holds."""
        super().load()
        self._show_empty()

    def _add_buttons(self) -> None:
        person = button(_("Add a person"), name="add-relation")
        person.clicked.connect(lambda: self._add(Relation(id=new_id())))
        professional = button(_("Add a professional"), name="add-professional")
        professional.clicked.connect(lambda: self._add(Relation(id=new_id(), professional=True)))
        sibling = button(_("Add a brother or sister"), name="add-sibling")
        sibling.clicked.connect(lambda: self._add(Relation(id=new_id(), is_child=True)))
        several = button(_("Several at once"), name="add-several")
        several.clicked.connect(self._on_several)
        household = button(_("The same household as …"), name="add-household")
        household.clicked.connect(lambda: self._household.ask())
        self.add_button(person, sibling, professional, several, household)

    def _add(self, relation: Relation) -> None:
        self.draft.relations = [*self.draft.relations, relation]
        self._cards.open_new(relation.id)
        self._show_empty()
        self.list_changed()

    def _on_household(self, known: KnownHousehold) -> None:
        self.draft.person, self.draft.relations = moved_in(self.draft, known)
        self._show_more()

    def _on_several(self) -> None:
        self._several_people().ask()

    def _show_left(self) -> None:
        # What was in the box when the draft was closed; the caret stays where it was.
        if self.draft.several_in_hand.strip():
            self._several_people().show()

    def _several_people(self) -> SeveralPeople:
        if self._several is None:
            self._several = SeveralPeople(self.recording)
            self._several.written.connect(self._on_written)
            self._several.changed.connect(self.changed)
            self._several_place.addWidget(self._several)
        return self._several

    def _on_written(self, people: tuple[Relation, ...]) -> None:
        if people:
            self.draft.relations = [*self.draft.relations, *people]
            self._show_more()

    def _show_more(self) -> None:
        self._cards.show_items()
        self._show_empty()
        self.list_changed()
        if self.draft.relations:
            self.focus(f"{self.draft.relations[-1].id}:change")

    def _show_empty(self) -> None:
        self._empty.setVisible(not self.draft.relations)

    def _form_of(self, relation: Relation) -> Form:
        return relation_form(self.recording, relation)

    def _add_contact(self) -> None:
        form = self._contact = Form(part_of(self.draft, "contact"), "contact")
        self.add_form(form)
        hint = _("Printed on its own sheet, for the social worker or the police only.")
        with form.card(_("Safe contact"), hint) as self._contact_card:
            with form.beside(24):
                form.line("name", _(CONTACT_LABELS["name"]))
                form.line("relationship", _(CONTACT_LABELS["relationship"]))
            with form.beside(24):
                form.line("number", _(CONTACT_LABELS["number"]))
                form.line("times", _(CONTACT_LABELS["times"]))

    def _add_contact_rules(self) -> None:
        form = self._contact
        with form.more_of(self._contact_card):
            with form.beside(24):
                form.line("code_word", _(CONTACT_LABELS["code_word"]))
                form.yes_no(
                    "may_leave_message", _(CONTACT_LABELS["may_leave_message"]), not_asked=True
                )
            form.long_text("never_reach", _(CONTACT_LABELS["never_reach"]), rows=2)
