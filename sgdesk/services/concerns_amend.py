"""A signed record is amended, never edited: a fact, a detail, or something added later."""

from datetime import date

import msgspec

from sgdesk.domain.amendment import (
    Details,
    Link,
    Part,
    changed_fields,
    details_of,
    with_details,
)
from sgdesk.domain.concern import Concern, ConcernDraft
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Fact, Injury, Observation
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.flows.fact_rules import fact_problems
from sgdesk.domain.flows.record import RecordConcern
from sgdesk.domain.people import Relation
from sgdesk.domain.withdrawal import Deed
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, DraftId, new_id
from sgdesk.services import recording_dues
from sgdesk.services.amended_since import details_since, fact_since
from sgdesk.services.context import Context
from sgdesk.services.places import at_its_place
from sgdesk.services.typed import storable
from sgdesk.services.withdrawing import withdraw_or_bring_back
from sgdesk.store.unit import Unit
from sgdesk.text import _

_WHERE = {"view", "x", "y", "place", "place_words"}
_STEPS = {
    Part.URGENCY: ("urgency", "urgency."),
    Part.PERSON: ("person", "person."),
    Part.RELATION: ("family", ""),
    Part.CONTACT: ("family", "contact."),
    Part.PRESENTATION: ("seen", "presentation."),
}


class Amendments:
    """What a user does with a signed record that was not right, or not whole."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def record(self, draft: AmendmentDraft) -> None:
        """Amend a signed record with a reason; both versions stay, and packs use the new one.

        Raises UserError naming what must be put right, SituationError while it is not signed.
        """
        draft = storable(draft)
        if not draft.because.strip():
            raise UserError(
                _("Say why the record was not right, or where this comes from."), "because"
            )
        with self._context.unit() as unit:
            concern = _signed(unit, draft.concern_id)
            if draft.deed is not Deed.AMEND:
                withdraw_or_bring_back(unit, self._context, concern, draft)
            elif (fact := draft.amended_fact) is not None:
                self._amend_fact(unit, concern, draft, fact)
            elif draft.details is not None and draft.part is not None:
                self._amend_details(unit, concern, draft, draft.part, draft.details)
            now = self._context.clock.now()
            recording_dues.after_amending(unit, self._context, concern, _signed(unit, concern.id))
            unit.concerns.set_stage(concern.id, concern.stage, now)
            unit.drafts.remove(DraftId(draft.id))
            unit.commit()

    def link(self, concern_id: ConcernId, reference: str, how: str, id: str = "") -> Link:
        """Link a concern with another, such as a sister's; both pages show it from now on.

        Raises UserError when there is no such reference, or they are linked already.
        """
        now = self._context.clock.now()
        with self._context.unit() as unit:
            concern = _signed(unit, concern_id)
            other = unit.concerns.by_reference(reference.strip().upper())
            if other is None:
                raise UserError(_("There is no concern of this reference here."), "reference")
            if other.id == concern.id:
                raise UserError(_("This is the same concern. Choose another."), "reference")
            if _is_linked(unit, concern.id, other.id):
                raise UserError(_("These concerns are linked already."), "reference")
            link = Link(
                id=id or new_id(), concern_id=concern.id, other_id=other.id,
                how=storable(how.strip()), linked_at=now, linked_by=self._context.user.name,
            )  # fmt: skip
            unit.links.add(link)
            unit.drafts.remove(DraftId(link.id))
            _audit_both(unit, "concern.linked", link)
            unit.commit()
        return link

    def unlink(self, link_id: str) -> None:
        """End a link between two concerns. That it was there stays in the history."""
        with self._context.unit() as unit:
            link = unit.links.get(link_id)
            if link is None or link.ended_at is not None:
                raise SituationError(_("This link was ended already."))
            unit.links.end(link_id, self._context.clock.now(), self._context.user.name)
            _audit_both(unit, "concern.unlinked", link)
            unit.commit()

    def _amend_fact(self, unit: Unit, concern: Concern, draft: AmendmentDraft, fact: Fact) -> None:
        before = next((one for one in concern.facts if one.id == fact.id), None)
        if (before is None and not draft.is_new) or _is_withdrawn(fact.id, concern):
            raise SituationError(_("This entry is not in the record."))
        now, by = self._context.clock.now(), self._context.user.id
        if before is None:
            fact = msgspec.structs.replace(
                fact, recorded_at=now, amended_at=None, withdrawn_at=None, withdrawn_as=None
            )
        else:
            fact = fact_since(unit, draft, fact, before)
        fact = _where_it_is(fact, before)
        changed = changed_fields(before, fact)
        _refuse(fact_problems("", fact, self._today()), changed, f"{fact.id}.")
        if not changed:
            raise UserError(_nothing_changed())
        _refuse_empty(before, fact)
        if before is not None:
            fact = msgspec.structs.replace(fact, amended_at=now)
        version = unit.facts.amend(concern.id, fact, now, by, draft.because)
        action = "fact.added" if before is None else "fact.amended"
        _note(unit, action, concern.id, {"fact": fact.id, "version": version})

    def _amend_details(
        self, unit: Unit, concern: Concern, draft: AmendmentDraft, part: Part, details: Details
    ) -> None:
        relation_id = details.id if isinstance(details, Relation) else ""
        if _is_withdrawn(relation_id, concern):
            raise SituationError(_("This entry is not in the record."))
        step, prefix = _STEPS[part]
        before = details_of(concern, part, relation_id)
        if before is not None:
            own = prefix or f"{relation_id}."
            details = details_since(unit, draft, part, details, before, own)
        elif isinstance(details, Relation):
            details = msgspec.structs.replace(details, withdrawn_at=None, withdrawn_as=None)
        changed = changed_fields(before, details)
        amended = with_details(concern, details)
        problems = RecordConcern(self._today()).problems(_as_draft(amended), step)
        # Somebody who is a child now may not be one by the date of birth.
        touched = changed | {"born"} if "kind" in changed else changed
        _refuse(problems, touched, prefix or f"{relation_id}.")
        if not changed:
            raise UserError(_nothing_changed())
        now, by = self._context.clock.now(), self._context.user.id
        version = unit.concerns.amend(amended, now, by, draft.because)
        _note(unit, "details.amended", concern.id, {"part": part.value, "version": version})

    def _today(self) -> date:
        return self._context.today()


def _is_withdrawn(entry_id: str, concern: Concern) -> bool:
    return any(
        one.id == entry_id for one in (*concern.facts_withdrawn, *concern.relations_withdrawn)
    )


def _where_it_is(fact: Fact, before: Fact | None) -> Fact:
    """Return a mark that was moved with the place that its point is: words never contradict it."""
    if not isinstance(fact, Injury):
        return fact
    if isinstance(before, Injury) and not _WHERE & changed_fields(before, fact):
        return fact
    return at_its_place(fact)


def _refuse(problems: list[Problem], changed: set[str], prefix: str) -> None:
    """Refuse what is newly wrong; what was signed before its rule was made is left alone."""
    for problem in problems:
        if problem.field.startswith(prefix) and problem.field.removeprefix(prefix) in changed:
            raise UserError(problem.text, problem.field)


def _refuse_empty(before: Fact | None, fact: Fact) -> None:
    """Refuse to take out the last tooth of an entry that says nothing else."""
    if not isinstance(before, Observation) or not isinstance(fact, Observation):
        return
    if before.teeth and not fact.teeth and not fact.text.strip():
        raise UserError(
            _("No tooth is left here. Write what was found instead, such as: no finding."),
            f"{fact.id}.text",
        )


def _as_draft(concern: Concern) -> ConcernDraft:
    return ConcernDraft(
        id=concern.id, reference=concern.reference, urgency=concern.urgency,
        person=concern.person, relations=list(concern.relations), contact=concern.contact,
        presentation=concern.presentation,
    )  # fmt: skip


def _signed(unit: Unit, concern_id: ConcernId) -> Concern:
    concern = unit.concerns.get(concern_id)
    if concern is None:
        raise SituationError(_("There is no such concern in this store."))
    if concern.signed_at is None:
        raise SituationError(_("This record is not signed yet. Change it in its wizard."))
    return concern


def _is_linked(unit: Unit, concern_id: ConcernId, other_id: ConcernId) -> bool:
    links = unit.links.of_concern(concern_id)
    return any(one.other_id == other_id and one.ended_at is None for one in links)


def _note(unit: Unit, action: str, concern_id: ConcernId, detail: dict[str, object]) -> None:
    unit.audit(action, f"concern:{concern_id}", detail)


def _audit_both(unit: Unit, action: str, link: Link) -> None:
    _note(unit, action, link.concern_id, {"with": link.other_id})
    _note(unit, action, link.other_id, {"with": link.concern_id})


def _nothing_changed() -> str:
    return _("Nothing is different yet. Change what was not right.")
