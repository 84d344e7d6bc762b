"""Which deadlines a disagreement with an agency begins, stage by stage, and what follows when
enquiries were opened."""

from datetime import datetime
from enum import IntEnum

from sgdesk.domain.concern import Concern
from sgdesk.domain.due import Due
from sgdesk.domain.guidance import Trigger
from sgdesk.services import dues
from sgdesk.services.context import Context
from sgdesk.store.unit import Unit
from sgdesk.text import _

_LADDER = "DL-ESC-"


class EscalationStage(IntEnum):
    """Between whom a disagreement is settled."""

    PRACTITIONERS = 1
    MANAGERS = 2
    SENIORS = 3


_TRIGGERS = {
    EscalationStage.PRACTITIONERS: Trigger.DISAGREED,
    EscalationStage.MANAGERS: Trigger.TAKEN_TO_MANAGERS,
    EscalationStage.SENIORS: Trigger.TAKEN_TO_SENIORS,
}


def after_stage(
    unit: Unit,
    context: Context,
    concern: Concern,
    about: str,
    stage: EscalationStage,
    at: datetime,
    detail: str = "",
    chosen: datetime | None = None,
) -> None:
    """A disagreement about a sharing reached a stage: the stage before has ended, and this one is
    settled within its days, or by `chosen`, which the agency's own procedure says."""
    because = _("Taken to stage {stage}.").format(stage=stage.value)
    dues.close_all(unit, context, concern.id, _LADDER, because, about)
    dues.make(
        unit, context, _TRIGGERS[stage], concern.id, concern.urgency.nation, at,
        about=about, detail=detail, chosen=chosen,
    )  # fmt: skip


def after_settling(
    unit: Unit, context: Context, concern: Concern, about: str, how: str
) -> list[Due]:
    """The disagreement about a sharing is settled; return the stages that were open."""
    because = _("Settled: {how}").format(how=how)
    return dues.close_all(unit, context, concern.id, _LADDER, because, about)


def after_strategy_discussion(
    unit: Unit, context: Context, concern: Concern, about: str, held_at: datetime
) -> None:
    """Enquiries under section 47 began: a conference is expected, and a report for it."""
    dues.make(
        unit, context, Trigger.STRATEGY_DISCUSSED, concern.id, concern.urgency.nation, held_at,
        about=about,
    )  # fmt: skip
