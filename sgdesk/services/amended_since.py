"""What was amended after another amendment was begun: it stays, whichever is recorded last."""

from collections.abc import Callable
from datetime import datetime

from sgdesk.domain.amended_since import EntryT, in_both, joined
from sgdesk.domain.amendment import FIELD_WORDS, PART_WORDS, Details, Part
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.people import Relation
from sgdesk.errors import UserError
from sgdesk.ids import DraftId
from sgdesk.store.bodies import ConcernBody
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_moment


def fact_since(unit: Unit, draft: AmendmentDraft, typed: Fact, before: Fact) -> Fact:
    """Return a fact as it is in the record, with what an amendment says otherwise than the version
    it was begun from.

    Raises UserError where the same answer was amended since, and where it is of another kind.
    """
    if type(typed) is not type(before):
        raise UserError(_("An entry keeps its kind. Withdraw this one, and add another instead."))
    base, at = before, before.amended_at
    if typed.amended_at != at:
        versions = unit.facts.versions(draft.concern_id)
        begun = [one.fact for one in versions if one.fact.id == before.id]
        base = next((one for one in begun if one.amended_at == typed.amended_at), before)
    # The name of an entry holds what somebody typed: it is in no error.
    return _joined(base, typed, before, at, f"{before.id}.", lambda _field: _("This entry"))


def details_since(
    unit: Unit, draft: AmendmentDraft, part: Part, typed: Details, before: Details, prefix: str
) -> Details:
    """Return details as they are in the record, with what an amendment says otherwise than the
    version it was begun from. Raises UserError where the same answer was amended since."""
    versions = unit.concerns.versions(draft.concern_id)
    seen_at = draft.seen_at or _saved_at(unit, draft)
    seen = [one for one in versions if seen_at is None or one.written_at <= seen_at] or versions[:1]
    base = _in_body(seen[-1].body, part, before) or before
    return _joined(
        base, typed, before, versions[-1].written_at, prefix, lambda field: _named(part, field)
    )


def _joined(
    base: EntryT, typed: EntryT, before: EntryT, at: datetime | None, prefix: str,
    named: Callable[[str], str],
) -> EntryT:  # fmt: skip
    if both := in_both(base, typed, before):
        raise UserError(
            _(
                "{what} was amended since you began, on {when}. What you typed stays here. Look"
                " at what the record says now. Where that is not right, throw this away, and amend"
                " it anew."
            ).format(what=named(both[0]), when=read_moment(at) if at is not None else "–"),
            f"{prefix}{both[0]}",
        )
    return joined(base, typed, before)


def _in_body(body: ConcernBody, part: Part, before: Details) -> Details | None:
    if isinstance(before, Relation):
        return next((one for one in body.relations if one.id == before.id), None)
    found: Details = getattr(body, part.value)
    return found


def _saved_at(unit: Unit, draft: AmendmentDraft) -> datetime | None:
    found = unit.drafts.get(DraftId(draft.id))
    return found.saved_at if found is not None else None


def _named(part: Part, field: str) -> str:
    return _("“{part}: {text}”").format(
        part=_(PART_WORDS[part]), text=_(FIELD_WORDS[part].get(field, ""))
    )
