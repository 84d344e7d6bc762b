"""What a record says about a report to the police: which forces, who may report, since when."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from sgdesk.domain.answers import Nation
from sgdesk.domain.concern import Concern, ConcernDraft
from sgdesk.domain.flows.discovery import allowed_reporters, discovery, is_among, is_same_person
from sgdesk.domain.flows.fgm import FgmAnswer, fgm_answer
from sgdesk.domain.flows.police import is_same_name
from sgdesk.domain.police import PoliceContact, is_confirmed
from sgdesk.domain.police_papers import Registrant
from sgdesk.domain.practice import Role, User
from sgdesk.errors import SituationError
from sgdesk.ids import ConcernId, DraftId, FactId
from sgdesk.services.known_children import KnownChild, known_children
from sgdesk.store.facts import FactVersion
from sgdesk.store.unit import Unit
from sgdesk.text import _, to_london

CLOCKS = ("DL-FGM-TARGET", "DL-FGM-LEGAL")
_DIRECTORY_KIND = "police"


class PoliceCase(msgspec.Struct, frozen=True):
    """What is known about the case before the first word.

    `reporters` are the only people whose mandatory report it can be, each with the profession and
    the registration where they are known here; `answer` says whether the duty applies, `nation`
    where the person lives, once there is a record.
    """

    forces: tuple[str, ...] = ()
    answer: FgmAnswer = FgmAnswer.NOT_RAISED
    reporters: tuple[Registrant, ...] = ()
    discovered_at: datetime | None = None
    nation: Nation | None = None


class FgmCase(msgspec.Struct, frozen=True):
    """Whether the duty to report applies to a record, who alone has it, and whom else to think of.

    `others` are the children of the record who are not this one and have no concern yet, `known`
    those who have; `is_due`: no report was made yet, or none that its reporter has confirmed;
    `unconfirmed` is one that waits for that.
    """

    answer: FgmAnswer
    reporters: tuple[Registrant, ...] = ()
    others: tuple[str, ...] = ()
    is_due: bool = False
    unconfirmed: PoliceContact | None = None
    known: tuple[KnownChild, ...] = ()


def fgm_case(unit: Unit, concern: Concern) -> FgmCase | None:
    """Return what holds about a report of FGM; None where it did not come up."""
    answer = fgm_answer_of(concern)
    if answer is FgmAnswer.NOT_RAISED:
        return None
    children = [one for one in concern.relations if one.is_child]
    known = known_children(unit, concern, children)
    others = [one.name or one.relationship for one in children if one.id not in known]
    is_due = any(
        due.rule in CLOCKS and due.closed_at is None for due in unit.dues.of_concern(concern.id)
    )
    reporters = registrants(unit, concern) if answer is FgmAnswer.DUTY else ()
    waiting = unconfirmed_report(unit, concern) if is_due else None
    named = tuple(filter(None, others))
    return FgmCase(answer, reporters, named, is_due, waiting, tuple(known.values()))


def is_theirs(unit: Unit, concern: Concern, contact: PoliceContact) -> bool:
    """Return whether a mandatory report is by somebody whose it can be, by the record as it is."""
    names = tuple(one.name for one in registrants(unit, concern))
    return contact.fgm is not None and is_among(contact.fgm.reporter, names)


def unconfirmed_report(unit: Unit, concern: Concern) -> PoliceContact | None:
    """Return the last mandatory report that its reporter has not confirmed yet, or None."""
    waiting = [
        one
        for one in unit.police.of_concern(concern.id)
        if one.fgm is not None
        and is_theirs(unit, concern, one)
        and not is_confirmed(one, unit.police.news(one.id))
    ]
    return waiting[-1] if waiting else None


def case_of(unit: Unit, concern_id: ConcernId | None) -> PoliceCase:
    """Return what is known about a concern, recorded or being recorded; None: about none."""
    forces = tuple(one.name for one in unit.agencies.all() if one.kind == _DIRECTORY_KIND)
    record = None if concern_id is None else _record(unit, concern_id)
    if record is None:
        return PoliceCase(forces)
    found = discovery(record)
    return PoliceCase(
        forces, fgm_answer_of(record), registrants(unit, record), found.at, record.urgency.nation
    )


def fgm_answer_of(record: Concern | ConcernDraft) -> FgmAnswer:
    """Return whether the personal duty to report applies, as of the day of the discovery."""
    found = discovery(record)
    discovered_on = to_london(found.at).date() if found.at else None
    return fgm_answer(record.urgency, record.person, discovered_on)


def registrants(unit: Unit, record: Concern | ConcernDraft) -> tuple[Registrant, ...]:
    """Return the only people whose report it can be, by the names they have at this desk."""
    known = unit.users.all()
    leads = [one.name for one in known if one.role is Role.LEAD]
    first = as_signed(unit, record) if isinstance(record, Concern) else None
    names = allowed_reporters(record, first, leads)
    return tuple(_registrant(name, known) for name in names)


def as_signed(unit: Unit, concern: Concern) -> Concern | None:
    """Return a record as it was when it was signed; None while it is not signed."""
    if concern.signed_at is None:
        return None
    versions = unit.concerns.versions(concern.id)
    details = min(versions, key=lambda one: one.version).body
    facts: dict[FactId, FactVersion] = {}
    for one in unit.facts.versions(concern.id):
        known = facts.get(one.fact.id)
        if known is None or one.version < known.version:
            facts[one.fact.id] = one
    return msgspec.structs.replace(
        concern, urgency=details.urgency, person=details.person,
        facts=tuple(one.fact for one in facts.values() if not one.because),
    )  # fmt: skip


def _record(unit: Unit, concern_id: ConcernId) -> Concern | ConcernDraft:
    """Return a concern as it is recorded, or as it is being recorded."""
    found = unit.drafts.get(DraftId(concern_id))
    if found is not None:
        return msgspec.json.decode(found.body, type=ConcernDraft)
    concern = unit.concerns.get(concern_id)
    if concern is None:
        raise SituationError(
            _("The contact is not recorded yet: its concern is not in this store. Choose another.")
        )
    return concern


def _registrant(name: str, known: Sequence[User]) -> Registrant:
    """Return who was told, by the name that they have at this desk, if they have one.

    Initials alone make nobody of them the lead: somebody without a log-in may share them.
    """
    found = [
        one for one in known
        if is_same_name(name.partition(",")[0], one.name)
        or (one.role is not Role.LEAD and is_same_person(name, one.name))
    ]  # fmt: skip
    if len(found) != 1:
        return Registrant(name)
    return Registrant(found[0].name, found[0].profession, found[0].registration)
