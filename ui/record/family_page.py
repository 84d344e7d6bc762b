"""Who is around the person, and how somebody can be reached without danger to anybody."""

from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.facts.options import LANGUAGES, PROFESSIONS, RELATIONSHIPS
from sgdesk.domain.people import Relation
from sgdesk.ids import new_id
from sgdesk.text import _
from ui.kit.binding import item_of, part_of
from ui.kit.cards import button, empty
from ui.kit.form import Form
from ui.record.item_cards import ItemCards, ItemWords
from ui.record.labels import CONTACT_LABELS
from ui.record.page import RecordPage
from ui.record.recording import Recording, remove_item
from ui.record.relation_words import relation_line, relation_source, relation_title
from ui.record.suggestions import suggestion_binding


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
        self.later(self._add_contact, self._add_contact_rules, self.add_why)

    def load(self) -> None:
        """Show what the draft holds."""
        super().load()
        self._show_empty()

    def _add_buttons(self) -> None:
        person = button(_("Add a person"), name="add-relation")
        person.clicked.connect(lambda: self._add(Relation(id=new_id())))
        professional = button(_("Add a professional"), name="add-professional")
        professional.clicked.connect(lambda: self._add(Relation(id=new_id(), professional=True)))
        self.add_button(person, professional)

    def _add(self, relation: Relation) -> None:
        self.draft.relations = [*self.draft.relations, relation]
        self._cards.open_new(relation.id)
        self._show_empty()
        self.list_changed()

    def _show_empty(self) -> None:
        self._empty.setVisible(not self.draft.relations)

    def _form_of(self, relation: Relation) -> Form:
        return relation_form(self.draft, relation)

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


def relation_form(draft: ConcernDraft, relation: Relation) -> Form:
    """Return the form of one person around."""
    form = Form(item_of(draft, "relations", relation.id), relation.id)
    known = PROFESSIONS if relation.professional else RELATIONSHIPS
    label = _("Profession") if relation.professional else _("Relationship to the person")
    with form.beside(20):
        form.line("name", _("Full name"))
        form.add(label, suggestion_binding("relationship", [_(text) for text in known]))
    if relation.professional:
        form.line("organisation", _("Organisation"))
    else:
        _add_household(form)
        _add_harm(form, draft, relation)
    with form.beside(20):
        form.line("phone", _("Telephone"))
        form.line("address", _("Address, if another"))
    if not relation.professional:
        with form.beside(20):
            form.add(_("Language"), suggestion_binding("language", [_(t) for t in LANGUAGES]))
            form.line("interpreter", _("Interpreter needed"))
    form.long_text("note", _("Note"), rows=2)
    return form


def _add_household(form: Form) -> None:
    with form.beside(20):
        form.date("born", _("Date of birth"))
        form.yes_no("in_household", _("Lives in the household?"), not_asked=True)
    form.yes_no("parental_responsibility", _("Has parental responsibility?"), not_asked=True)
    with form.beside(20):
        form.tick("regular_visitor", _("Visits often or stays"))
        form.tick("is_child", _("Is a child"))
        form.tick("alleged_source", _("Is said to be the source of harm"))


def _add_harm(form: Form, draft: ConcernDraft, relation: Relation) -> None:
    concern = form.yes_no("also_a_concern", _("Is there a concern about this child too?"))
    access = form.line("access", _("How this person can reach the child or adult now"))

    def now() -> Relation:
        return next((one for one in draft.relations if one.id == relation.id), relation)

    form.only_if(lambda: now().is_child, concern)
    form.only_if(lambda: now().alleged_source, access)
