"""A person around, in words: for the folded card and the page where the record is checked."""

from sgdesk.domain.answers import UNANSWERED_WORDS, YesNo
from sgdesk.domain.identity import format_health_number
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
    """Return everything else that is known; what somebody typed is a sentence of its own."""
    known = [
        relation.organisation,
        *_birth(relation),
        *_standing(relation),
        *_numbers(relation),
        _("speaks {language}").format(language=relation.language) if relation.language else "",
        _("interpreter: {who}").format(who=relation.interpreter) if relation.interpreter else "",
    ]
    now = _("now: {where}").format(where=relation.whereabouts) if relation.whereabouts else ""
    together = ", ".join(part for part in known if part)
    return " ".join(_whole(one) for one in (together, now, relation.access, relation.note) if one)


def _whole(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}" + ("" if text[-1] in ".!?" else ".")


def _birth(one: Relation) -> tuple[str, ...]:
    born = _("born {date}").format(date=read_short_date(one.born)) if one.born else ""
    estimated = _("{age}, as estimated").format(age=one.born_typed) if one.born_typed else ""
    reason = _reason(one, "born", _("date of birth"))
    return born or estimated or reason, one.sex.casefold()


def _standing(one: Relation) -> tuple[str, ...]:
    return (
        _(_HOUSEHOLD[one.in_household]) if one.in_household else "",
        _(_RESPONSIBILITY[one.parental_responsibility]) if one.parental_responsibility else "",
        _("leads the case") if one.leads else "",
        _("visits often or stays") if one.regular_visitor else "",
        _("stays overnight") if one.visitor_overnight else "",
        _("a child") if one.is_child else "",
        _("also a concern") if one.also_a_concern is YesNo.YES else "",
    )


def _numbers(one: Relation) -> tuple[str, ...]:
    protected = _("{address} (protected)").format(address=one.address)
    return (
        format_health_number(one.nhs_number),
        one.school,
        one.phone or _reason(one, "phone", _("telephone")),
        protected if one.address and one.address_protected else one.address,
        _reason(one, "address", _("address")) if not one.address else "",
    )


def _reason(one: Relation, field: str, what: str) -> str:
    why = one.unanswered.get(field)
    if why is None:
        return ""
    return _("{what}: {why}").format(what=what, why=_(UNANSWERED_WORDS[why]).casefold())


def _lowered(word: str) -> str:
    # "Mother" reads as "mother" behind a name; "GP" stays as it is.
    return word if word[:2].isupper() else f"{word[:1].lower()}{word[1:]}"


_HOUSEHOLD = {
    YesNo.YES: "lives in the household",
    YesNo.NO: "does not live in the household",
    YesNo.NOT_KNOWN: "not known whether in the household",
    YesNo.NOT_ASKED: "not asked whether in the household",
}
_RESPONSIBILITY = {
    YesNo.YES: "has parental responsibility",
    YesNo.NO: "has no parental responsibility",
    YesNo.NOT_KNOWN: "parental responsibility not known",
    YesNo.NOT_ASKED: "parental responsibility not asked",
}
