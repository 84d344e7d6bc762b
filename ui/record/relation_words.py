"""A person around, in words: for the folded card and the page where the record is checked."""

from sgdesk.domain.answers import YesNo
from sgdesk.domain.people import Relation
from sgdesk.text import _, read_short_date


def relation_title(relation: Relation) -> str:
    """Return who this is: "Rina Thornton, mother"."""
    name = relation.name or (
        _("A professional without a name")
        if relation.professional
        else _("Somebody without a name")
    )
    if not relation.relationship:
        return name
    return _("{name}, {relationship}").format(
        name=name, relationship=_lowered(relation.relationship)
    )


def relation_source(relation: Relation) -> str:
    """Return the tag on the card."""
    if relation.alleged_source:
        return _("Said to be the source of harm")
    if relation.professional:
        return _("Professional")
    if relation.in_household is YesNo.YES:
        return _("Household")
    return _("Visits often") if relation.regular_visitor else ""


def relation_line(relation: Relation) -> str:
    """Return everything else that is known, as one line."""
    born = relation.born
    known = [
        relation.organisation,
        _("born {date}").format(date=read_short_date(born)) if born else relation.born_typed,
        _("lives in the household") if relation.in_household is YesNo.YES else "",
        _("does not live in the household") if relation.in_household is YesNo.NO else "",
        _("has parental responsibility") if relation.parental_responsibility is YesNo.YES else "",
        _("visits often or stays") if relation.regular_visitor else "",
        _("a child") if relation.is_child else "",
        _("also a concern") if relation.also_a_concern is YesNo.YES else "",
        relation.phone,
        relation.address,
        _("speaks {language}").format(language=relation.language) if relation.language else "",
        _("interpreter: {who}").format(who=relation.interpreter) if relation.interpreter else "",
        relation.access,
        relation.note,
    ]
    text = ", ".join(part for part in known if part)
    return f"{text[:1].upper()}{text[1:]}" + ("." if text and text[-1] not in ".!?" else "")


def _lowered(word: str) -> str:
    # "Mother" reads as "mother" behind a name; "GP" stays as it is.
    return word if word[:2].isupper() else f"{word[:1].lower()}{word[1:]}"
