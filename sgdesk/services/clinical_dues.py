"""The entry in the clinical record: due from the making of each item of the log, and hidden from
online view once it is made (LAW 8.1, 8.2, 15.1)."""

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Concern
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.sharing.clinical import ClinicalEntry
from sgdesk.domain.sharing.decision import Sharing
from sgdesk.services import dues
from sgdesk.services.context import Context
from sgdesk.store.unit import Unit
from sgdesk.text import _

_ENTRY = "DL-CLIN-ENTRY"
_VISIBILITY = "DL-VISIBILITY"


def after_decision(unit: Unit, context: Context, concern: Concern, sharing: Sharing) -> None:
    """One entry tells of the record and of its first decision; each later one has its own."""
    for due in dues.open_of(unit, concern.id):
        if due.rule.startswith(_ENTRY) and due.about == concern.id:
            unit.dues.go_over(due, sharing.id, "")
            return
    dues.make(
        unit, context, Trigger.LOGGED, concern.id, concern.urgency.nation, context.clock.now(),
        about=sharing.id,
    )  # fmt: skip


def after_entry(
    unit: Unit, context: Context, concern: Concern, sharing: Sharing, entry: ClinicalEntry,
    *, made: bool,
) -> None:  # fmt: skip
    """The entry was made, or there is none for a reason; one that was made is to be hidden."""
    because = _("The entry was made.")
    if not made:
        because = _("No entry: {why}").format(why=entry.not_made_because)
    dues.close_all(unit, context, concern.id, _ENTRY, because, sharing.id)
    if not made:
        return
    if entry.hidden_online is YesNo.YES and entry.proxy_checked is YesNo.YES:
        hidden = _("Hidden from online view; proxy access was looked at.")
        dues.close_all(unit, context, concern.id, _VISIBILITY, hidden, sharing.id)
    elif not _is_to_be_hidden(unit, sharing):
        dues.make(
            unit, context, Trigger.ENTRY_MADE, concern.id, concern.urgency.nation,
            context.clock.now(), about=sharing.id,
        )  # fmt: skip


def _is_to_be_hidden(unit: Unit, sharing: Sharing) -> bool:
    return any(
        due.rule.startswith(_VISIBILITY) and due.about == sharing.id
        for due in dues.open_of(unit, sharing.concern_id)
    )
