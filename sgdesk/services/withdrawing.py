"""A whole entry of a signed record is withdrawn with a reason, or stands again; nothing is lost."""

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from sgdesk.domain.concern import Concern
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.people import Relation
from sgdesk.domain.withdrawal import Deed, EntryT
from sgdesk.errors import SituationError, UserError
from sgdesk.services.context import Context
from sgdesk.store.unit import Unit
from sgdesk.text import _

_ACTIONS = {Deed.WITHDRAW: "withdrawn", Deed.BRING_BACK: "brought-back"}


def withdraw_or_bring_back(
    unit: Unit, context: Context, concern: Concern, draft: AmendmentDraft
) -> None:
    """Withdraw the fact or the relation of a draft, or let it stand again; its words stay as they
    are in the record, whatever the draft holds.

    Raises UserError without a kind of reason, SituationError where it is not there to withdraw.
    """
    if draft.deed is Deed.WITHDRAW and draft.withdrawn_as is None:
        raise UserError(_("Choose why it is withdrawn."), "withdrawn_as")
    now = context.clock.now()
    if draft.fact is not None:
        _fact(unit, context, concern, draft, draft.fact, now)
    elif draft.relation is not None:
        _relation(unit, context, concern, draft, draft.relation, now)
    else:
        raise SituationError(_("These answers are put right one by one. Nothing was changed."))


def _fact(
    unit: Unit, context: Context, concern: Concern, draft: AmendmentDraft, fact: Fact, now: datetime
) -> None:
    before = _there(concern.facts, concern.facts_withdrawn, fact.id, draft.deed)
    if draft.deed is Deed.WITHDRAW:
        after = replace(before, withdrawn_at=now, withdrawn_as=draft.withdrawn_as)
    else:
        after = replace(before, withdrawn_at=None, withdrawn_as=None, amended_at=now)
    version = unit.facts.amend(concern.id, after, now, context.user.id, draft.because)
    detail = {"fact": fact.id, "version": version}
    unit.audit(f"fact.{_ACTIONS[draft.deed]}", f"concern:{concern.id}", detail)


def _relation(
    unit: Unit, context: Context, concern: Concern, draft: AmendmentDraft, one: Relation,
    now: datetime,
) -> None:  # fmt: skip
    before = _there(concern.relations, concern.relations_withdrawn, one.id, draft.deed)
    others = [relation for relation in concern.relations if relation.id != one.id]
    gone = [relation for relation in concern.relations_withdrawn if relation.id != one.id]
    if draft.deed is Deed.WITHDRAW:
        gone.append(replace(before, withdrawn_at=now, withdrawn_as=draft.withdrawn_as))
    else:
        others.append(replace(before, withdrawn_at=None, withdrawn_as=None))
    amended = replace(concern, relations=tuple(others), relations_withdrawn=tuple(gone))
    version = unit.concerns.amend(amended, now, context.user.id, draft.because)
    detail = {"part": "relation", "version": version}
    unit.audit(f"details.{_ACTIONS[draft.deed]}", f"concern:{concern.id}", detail)


def _there(
    standing: Iterable[EntryT], withdrawn: Iterable[EntryT], entry_id: str, deed: Deed
) -> EntryT:
    entries = standing if deed is Deed.WITHDRAW else withdrawn
    found = next((one for one in entries if one.id == entry_id), None)
    if found is not None:
        return found
    if deed is Deed.WITHDRAW:
        raise SituationError(_("This entry is not in the record, or is withdrawn already."))
    raise SituationError(_("This entry is not withdrawn. Nothing was changed."))
