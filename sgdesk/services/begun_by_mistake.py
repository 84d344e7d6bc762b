"""A concern that was begun by mistake: closed with a reason, kept whole, and never thrown away."""

from sgdesk.domain.concern import Concern, Stage
from sgdesk.domain.paper import PaperKind
from sgdesk.errors import UserError
from sgdesk.services.recording_dues import is_withdrawn
from sgdesk.store.unit import Unit
from sgdesk.text import _

_OF_THE_RECORD = ("record", "closing")


def is_only_begun(unit: Unit, concern: Concern) -> bool:
    """Return whether a concern was never signed, and nothing was done about it."""
    if concern.signed_at is not None or concern.stage is not Stage.DRAFT:
        return False
    concern_id = concern.id
    given = {one.because for one in unit.closings.of_concern(concern_id)}
    begun = [one.flow for one in unit.drafts.of_concern(concern_id)]
    return not (
        unit.calls.of_concern(concern_id)
        or unit.police.of_concern(concern_id)
        or unit.attachments.of_concern(concern_id)
        or unit.sharings.of_concern(concern_id)
        or unit.outcomes.of_concern(concern_id)
        or unit.outcomes.notes(concern_id)
        or any(one.kind is PaperKind.EMERGENCY for one in unit.papers.of_concern(concern_id))
        or any(flow not in _OF_THE_RECORD for flow in begun)
        or any(
            due.closed_at is not None and not is_withdrawn(due) and due.closed_because not in given
            for due in unit.dues.of_concern(concern_id)
        )
    )


def refuse_done(unit: Unit, concern: Concern) -> None:
    """Raise UserError where a concern that is not signed is more than begun."""
    if not is_only_begun(unit, concern):
        raise UserError(
            _(
                "Something was done about this concern already, such as a call. Sign the record"
                " before you close the concern."
            )
        )
