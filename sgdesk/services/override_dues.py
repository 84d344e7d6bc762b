"""What an emergency let wait is completed afterwards: the deadline for it, and its end."""

from sgdesk.domain.concern import Concern
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.sharing.decision import Sharing
from sgdesk.domain.sharing.team import is_same_team
from sgdesk.services import dues
from sgdesk.services.context import Context
from sgdesk.store.unit import Unit
from sgdesk.text import _

_COMPLETE = "DL-EMERG-COMPLETE"


def after_sharing(unit: Unit, context: Context, concern: Concern, sharing: Sharing) -> None:
    """Make the completion due, or end it: a whole decision for the same team completes it."""
    if sharing.basis.emergency:
        dues.make(
            unit, context, Trigger.EMERGENCY_USED, concern.id, concern.urgency.nation,
            context.clock.now(), about=sharing.id,
            detail=_("Complete the lawful basis of what was shared with {agency}: begin a new"
                     " decision for them and answer what was left open.").format(
                         agency=sharing.recipient.organisation),
        )  # fmt: skip
        return
    waiting = {
        one.id
        for one in unit.sharings.of_concern(concern.id)
        if one.basis.emergency and is_same_team(one.recipient, sharing.recipient)
    }
    because = _("Completed by the decision that followed, version {version}.")
    dues.close_those(
        unit, context, concern.id, because.format(version=sharing.version),
        lambda due: due.rule.startswith(_COMPLETE) and due.about in waiting,
    )  # fmt: skip
