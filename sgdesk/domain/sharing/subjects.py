"""Whose data a disclosure holds: one run of the basis for each of them (LAW 4.4, C8)."""

import re
from collections.abc import Iterable, Sequence

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.people import Relation
from sgdesk.domain.sharing.decision import Basis, SharingDraft, SubjectBasis
from sgdesk.text import _

_SHORTEST_NAME = 3


def subjects_of(concern: Concern) -> tuple[SubjectBasis, ...]:
    """Return the data subjects for whom a basis is asked, the person first."""
    subjects = [SubjectBasis(subject=concern.person.name, is_the_person=True)]
    if any(_is_family(one) for one in concern.relations):
        subjects.append(SubjectBasis(subject=_family_and_household()))
    subjects += [SubjectBasis(subject=one.name) for one in concern.relations if one.alleged_source]
    return tuple(subjects)


def is_added(subject: SubjectBasis, concern: Concern) -> bool:
    """Return whether the lead added this subject, who can be taken away again."""
    return subject.subject not in {one.subject for one in subjects_of(concern)}


def going_about(subject: SubjectBasis, draft: SharingDraft, concern: Concern) -> tuple[Fact, ...]:
    """Return the facts that go and speak of this subject: by name, or as the mother, the father."""
    pattern = _pattern(_names_of(subject, concern))
    if pattern is None:
        return ()
    return tuple(one for one in _going(draft, concern) if pattern.search(_all_words(one)))


def speaks_of(fact: Fact, people: Sequence[Relation]) -> bool:
    """Return whether a fact speaks of one of them: by name, or as the sister, the father."""
    pattern = _pattern(_names(people))
    return pattern is not None and pattern.search(_all_words(fact)) is not None


def unasked_about(draft: SharingDraft, concern: Concern) -> tuple[str, ...]:
    """Return whoever a fact that goes is also about, and for whom no basis was asked."""
    known = [one.subject for one in draft.basis.subjects]
    known += [concern.person.known_as, *_names(concern.relations)]
    pattern = _pattern(known)
    others = dict.fromkeys(one.also_about.strip() for one in _going(draft, concern))
    return tuple(who for who in others if who and not (pattern is not None and pattern.search(who)))


def relations_going(basis: Basis, concern: Concern) -> tuple[Relation, ...]:
    """Return the people around the person without those about whom nothing goes."""
    silent = {one.subject for one in basis.subjects if one.nothing_goes}
    no_family = _family_and_household() in silent
    return tuple(
        one
        for one in concern.relations
        if one.name not in silent and not (no_family and _is_family(one))
    )


def _family_and_household() -> str:
    return _("Family and household")


def _is_family(one: Relation) -> bool:
    return not one.alleged_source and not one.professional


def _going(draft: SharingDraft, concern: Concern) -> list[Fact]:
    chosen = draft.choices
    return [one for one in concern.facts if one.id in chosen and chosen[one.id].goes]


def _names_of(subject: SubjectBasis, concern: Concern) -> list[str]:
    if subject.subject == _family_and_household():
        return _names(one for one in concern.relations if _is_family(one))
    of_them = [one for one in concern.relations if one.name == subject.subject]
    return [subject.subject, *_names(of_them)]


def _names(relations: Iterable[Relation]) -> list[str]:
    people = list(relations)
    first_names = [one.name.split()[0] for one in people if one.name.split()]
    return [one.name for one in people] + first_names + [one.relationship for one in people]


def _pattern(names: Sequence[str]) -> re.Pattern[str] | None:
    kept = {re.escape(one.strip()) for one in names if len(one.strip()) >= _SHORTEST_NAME}
    if not kept:
        return None
    return re.compile(rf"\b(?:{'|'.join(sorted(kept))})\b", re.IGNORECASE)


def _all_words(fact: Fact) -> str:
    return f"{label(fact)} {sentence(fact)} {source(fact)} {fact.also_about}"
