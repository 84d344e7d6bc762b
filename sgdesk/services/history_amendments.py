"""What was amended in a signed record since, with both versions in words."""

from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise

import msgspec

from sgdesk.domain.amendment import (
    PART_WORDS,
    Amendment,
    Change,
    Part,
    detail_changes,
)
from sgdesk.domain.concern import Concern
from sgdesk.domain.fact_changes import fact_change
from sgdesk.domain.facts.words import label
from sgdesk.domain.people import Relation
from sgdesk.domain.relation_changes import relation_added, relation_brought_back, relation_withdrawn
from sgdesk.domain.withdrawal import Deed, Entry
from sgdesk.ids import FactId, UserId
from sgdesk.store.bodies import ConcernBody
from sgdesk.store.concern_versions import ConcernVersion
from sgdesk.store.facts import FactVersion
from sgdesk.store.unit import Unit
from sgdesk.text import _

Name = Callable[[UserId | None], str]


def names(unit: Unit) -> Name:
    """Return what names the user of an id. Who is no user here, as after taking in a file, is
    named where the id would stand."""
    known = {user.id: user.name for user in unit.users.all()}
    return lambda user_id: known.get(user_id or UserId(""), "") or user_id or _("Not named")


def amendments(unit: Unit, concern: Concern, name: Name) -> tuple[Amendment, ...]:
    """Return every amendment of a signed record, the first first."""
    if concern.signed_at is None:
        return ()
    found = [*_of_facts(unit, concern, name), *_of_details(unit, concern, name)]
    return tuple(sorted(found, key=lambda one: one.at))


def former_names(unit: Unit, concern: Concern) -> tuple[str, ...]:
    """Return every name that the record gave to the person and the family, in any version."""
    names: dict[str, None] = {}
    for version in unit.concerns.versions(concern.id):
        person, relations = version.body.person, version.body.relations
        family = [one.name for one in relations if not one.professional]
        names |= dict.fromkeys((person.name, person.known_as, *family))
    return tuple(name for name in names if name)


def _of_facts(unit: Unit, concern: Concern, name: Name) -> list[Amendment]:
    versions: dict[FactId, list[FactVersion]] = defaultdict(list)
    for version in unit.facts.versions(concern.id):
        versions[version.fact.id].append(version)
    found = []
    for ones in versions.values():
        ones.sort(key=lambda one: one.version)
        if ones[0].because:
            found.append(_added(ones[0], concern, name))
        for before, after in pairwise(ones):
            found.append(_amended(before, after, concern, name))
    return found


def _added(version: FactVersion, concern: Concern, name: Name) -> Amendment:
    about = label(version.fact)
    first = msgspec.structs.replace(version.fact, withdrawn_at=None)
    after = fact_change(first, first, concern.every_fact).after
    return Amendment(
        at=version.written_at, by=name(version.written_by), because=version.because, about=about,
        changes=(Change(about, "", after),),
        fact_id=version.fact.id, is_new=True,
    )  # fmt: skip


def _amended(before: FactVersion, after: FactVersion, concern: Concern, name: Name) -> Amendment:
    return Amendment(
        at=after.written_at, by=name(after.written_by), because=after.because,
        about=label(after.fact), fact_id=after.fact.id, deed=_deed(before.fact, after.fact),
        changes=(fact_change(before.fact, after.fact, concern.every_fact),),
    )  # fmt: skip


def _deed(before: Entry | None, after: Entry) -> Deed:
    was = before is not None and before.withdrawn_at is not None
    is_withdrawn = after.withdrawn_at is not None
    if was is is_withdrawn:
        return Deed.AMEND
    return Deed.WITHDRAW if is_withdrawn else Deed.BRING_BACK


def _of_details(unit: Unit, concern: Concern, name: Name) -> list[Amendment]:
    versions = unit.concerns.versions(concern.id)
    return [
        amendment
        for before, after in pairwise(versions)
        for amendment in _parts(before, after, name)
    ]


def _parts(before: ConcernVersion, after: ConcernVersion, name: Name) -> list[Amendment]:
    found = []
    for part in Part:
        changes = _changes(part, before.body, after.body)
        if changes:
            found.append(
                Amendment(
                    at=after.written_at, by=name(after.written_by), because=after.because,
                    about=_about(part, before.body, after.body), changes=changes, part=part,
                    deed=_deed_with(part, before.body, after.body),
                    is_new=_is_added(part, before.body, after.body),
                )
            )  # fmt: skip
    return found


def _about(part: Part, before: ConcernBody, after: ConcernBody) -> str:
    if part is not Part.RELATION:
        return _(PART_WORDS[part])
    who = [one.relationship or one.name for one in _other_relations(before, after)]
    return _("{part}: {who}").format(part=_(PART_WORDS[part]), who=", ".join(who))


def _is_added(part: Part, before: ConcernBody, after: ConcernBody) -> bool:
    """Return whether nobody was put right here: they were not in the record before."""
    known = {one.id for one in before.relations}
    added = [one.id not in known for one in _other_relations(before, after)]
    return part is Part.RELATION and bool(added) and all(added)


def _other_relations(before: ConcernBody, after: ConcernBody) -> list[Relation]:
    old = {one.id: one for one in before.relations}
    return [one for one in after.relations if one != old.get(one.id)]


def _changes(part: Part, before: ConcernBody, after: ConcernBody) -> tuple[Change, ...]:
    if part is not Part.RELATION:
        return detail_changes(part, getattr(before, part.value), getattr(after, part.value))
    old = {one.id: one for one in before.relations}
    return tuple(
        change
        for relation in _other_relations(before, after)
        for change in _relation_changes(old.get(relation.id), relation)
    )


def _relation_changes(before: Relation | None, after: Relation) -> tuple[Change, ...]:
    if before is not None and before.withdrawn_at is None and after.withdrawn_at is not None:
        return (relation_withdrawn(after),)
    if before is not None and before.withdrawn_at is not None and after.withdrawn_at is None:
        return (relation_brought_back(before, after),)
    if before is None:
        return (relation_added(after),)
    return detail_changes(Part.RELATION, before, after)


def _deed_with(part: Part, before: ConcernBody, after: ConcernBody) -> Deed:
    if part is not Part.RELATION:
        return Deed.AMEND
    old = {one.id: one for one in before.relations}
    deeds = [_deed(old.get(one.id), one) for one in _other_relations(before, after)]
    return next((deed for deed in deeds if deed is not Deed.AMEND), Deed.AMEND)
