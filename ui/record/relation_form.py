"""The form of one person around: family, household, a visitor, a professional."""

from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.facts.options import LANGUAGES, PROFESSIONS, RELATIONSHIPS, SEXES
from sgdesk.domain.identity import health_number_name
from sgdesk.domain.people import PersonKind, Relation
from sgdesk.text import _
from ui.kit.binding import item_of
from ui.kit.birth_field import birth_binding
from ui.kit.form import Form
from ui.kit.wording_hint import hint_wording
from ui.record.later_form import LaterForm
from ui.record.recording import Recording
from ui.record.suggestions import suggestion_binding


def relation_form(recording: Recording, relation: Relation) -> Form:
    """Return the form of one person around; what matters most comes first."""
    form = LaterForm(item_of(recording.draft, "relations", relation.id), relation.id)
    draft, family = recording.draft, not relation.professional
    _add_name(form, draft.person.kind, professional=relation.professional)
    if family:
        form.later(
            lambda: _add_birth(form, recording),
            lambda: _add_standing(form, draft, relation),
            lambda: _add_child(form, draft, relation),
        )
    else:
        form.later(lambda: _add_professional(form))
    form.later(
        lambda: _add_harm(form, draft, relation),
        lambda: _add_reach(form, draft, relation),
    )
    if family:
        form.later(lambda: _add_rest(form, recording))
    form.later(lambda: _add_note(form, recording))
    return form


def _add_name(form: Form, kind: PersonKind, *, professional: bool) -> None:
    known = PROFESSIONS if professional else RELATIONSHIPS
    label, hint = _("Profession"), ""
    if not professional:
        label, hint = _relationship_words(kind)
    with form.beside(20):
        form.line("name", _("Full name"))
        form.add(label, suggestion_binding("relationship", [_(text) for text in known]), hint)


def _relationship_words(kind: PersonKind) -> tuple[str, str]:
    if kind is PersonKind.UNBORN:
        return _("Relationship to the mother"), _("Of the baby’s father write: father of the baby.")
    return _("Relationship to the person"), ""


def _add_professional(form: Form) -> None:
    form.line("organisation", _("Organisation"))
    with form.beside(20):
        form.tick("leads", _("Leads the case, as an allocated worker does"))
        form.tick("alleged_source", _("Is said to be the source of harm"))


def _add_birth(form: Form, recording: Recording) -> None:
    form.add(
        _("Date of birth"), birth_binding("born", recording.today),
        _("Such as 3 5 1999, or about 40 years."), unanswered=True,
    )  # fmt: skip
    form.yes_no("in_household", _("Lives in the household?"), not_asked=True)


def _add_standing(form: Form, draft: ConcernDraft, relation: Relation) -> None:
    with form.beside(20):
        form.tick("is_child", _("Is a child"))
        form.tick("regular_visitor", _("Visits often or stays"))
        form.tick("alleged_source", _("Is said to be the source of harm"))
    overnight = form.tick("visitor_overnight", _("Also stays overnight"))
    form.only_if(lambda: _now(draft, relation).regular_visitor, overnight)


def _add_child(form: Form, draft: ConcernDraft, relation: Relation) -> None:
    holds = form.yes_no(
        "parental_responsibility", _("Has parental responsibility?"), not_asked=True
    )
    concern = form.yes_no("also_a_concern", _("Is there a concern about this child too?"))
    form.only_if(lambda: not _now(draft, relation).is_child, holds)
    form.only_if(lambda: _now(draft, relation).is_child, concern)


def _add_reach(form: Form, draft: ConcernDraft, relation: Relation) -> None:
    with form.beside(20):
        form.line("phone", _("Telephone"), unanswered=True)
        form.line("address", _("Address, if another"), unanswered=True)
    if not relation.professional:
        protected = form.tick("address_protected", _("This address is protected"))
        form.only_if(lambda: bool(_now(draft, relation).address), protected)


def _add_harm(form: Form, draft: ConcernDraft, relation: Relation) -> None:
    with form.beside(20) as harm:
        form.line("whereabouts", _("Where this person is now"))
        form.line("access", _("How this person can reach the child or adult now"))
    form.only_if(lambda: _now(draft, relation).alleged_source, harm)


def _add_rest(form: Form, recording: Recording) -> None:
    number = health_number_name(recording.draft.urgency.nation)
    with form.fold(_("more about this person")):
        with form.beside(20):
            form.add(_("Language"), suggestion_binding("language", [_(t) for t in LANGUAGES]))
            form.line("interpreter", _("Interpreter needed"))
        with form.beside(20):
            form.choice("sex", _("Sex"), [(sex, _(sex)) for sex in SEXES])
            form.line("nhs_number", number)
        form.line("school", _("School, nursery or work, and GP"))


def _add_note(form: Form, recording: Recording) -> None:
    form.long_text("note", _("Note"), _("For this practice; it is never sent."), rows=2)
    hint_wording(form, recording.desk.wording, ("note",))


def _now(draft: ConcernDraft, relation: Relation) -> Relation:
    return next((one for one in draft.relations if one.id == relation.id), relation)
