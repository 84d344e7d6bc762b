"""Which deadlines a disagreement with an agency begins, stage by stage, and what follows when
enquiries were opened."""

from datetime import datetime
from enum import IntEnum

from msgspec.structs import replace

from sgdesk.domain.agency_lines import LadderStage
from sgdesk.domain.calendar import nation_name
from sgdesk.domain.concern import Concern
from sgdesk.domain.due import Due
from sgdesk.domain.guidance import Trigger
from sgdesk.ids import DueId, new_id
from sgdesk.services import dues
from sgdesk.services.context import Context
from sgdesk.services.ladder import settle_by
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_date, read_moment, to_london

_LADDER = "DL-ESC-"


class EscalationStage(IntEnum):
    """Between whom a disagreement is settled, by the usual ladder."""

    PRACTITIONERS = 1
    MANAGERS = 2
    SENIORS = 3
    CHAIR = 4


_TRIGGERS: dict[int, Trigger] = {
    EscalationStage.PRACTITIONERS: Trigger.DISAGREED,
    EscalationStage.MANAGERS: Trigger.TAKEN_TO_MANAGERS,
    EscalationStage.SENIORS: Trigger.TAKEN_TO_SENIORS,
    EscalationStage.CHAIR: Trigger.TAKEN_TO_CHAIR,
}


def after_stage(
    unit: Unit,
    context: Context,
    concern: Concern,
    about: str,
    stage: int,
    at: datetime,
    detail: str = "",
    own: LadderStage | None = None,
) -> None:
    """A disagreement about a sharing reached a stage: the stage before has ended, and this one is
    settled by what the agency's `own` procedure says, else by the rule, else by our default."""
    because = _("Taken to stage {stage}.").format(stage=stage)
    dues.close_all(unit, context, concern.id, _LADDER, because, about)
    by = settle_by(own, at, concern.urgency.nation)
    if own is not None and by is not None:
        unit.dues.add(_by_theirs(context, concern, own, by, at, about, stage, detail))
        return
    made = [] if own is not None else _by_rule(context, concern, stage, at, about, detail)
    for due in made or _by_default(context, concern, own, stage, at, about, detail):
        unit.dues.add(due)


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


def _by_rule(
    context: Context, concern: Concern, stage: int, at: datetime, about: str, detail: str
) -> list[Due]:
    trigger = _TRIGGERS.get(stage)
    if trigger is None:
        return []
    return dues.worked_out_dues(
        context, trigger, concern.id, concern.urgency.nation, at,
        about=about, detail=detail,
    )  # fmt: skip


def _by_default(
    context: Context, concern: Concern, own: LadderStage | None, stage: int, at: datetime,
    about: str, detail: str,
) -> list[Due]:  # fmt: skip
    """Return the stage as due by the days of the last of the usual ladder, for none are known."""
    title = _("Settle the disagreement, stage {stage}").format(stage=stage)
    why = _("No text that was read gives days for this stage here; five working days are this"
            " program’s default. Check locally.")  # fmt: skip
    if own is not None:
        title = _settle(own)
        why = _("Your directory gives no days for this stage; five working days are this"
                " program’s default. Check locally.")  # fmt: skip
    return [
        replace(due, rule=f"{_LADDER}OPEN-L{stage}", title=title, why=why)
        for due in _by_rule(context, concern, EscalationStage.CHAIR, at, about, detail)
    ]


def _by_theirs(
    context: Context, concern: Concern, own: LadderStage, by: datetime, at: datetime,
    about: str, stage: int, detail: str,
) -> Due:  # fmt: skip
    source, why = _own_words(concern, own, at)
    return Due(
        id=DueId(new_id()), concern_id=concern.id, rule=f"{_LADDER}AGENCY-L{stage}",
        title=_settle(own), due_at=by, made_at=context.clock.now(), source=source, why=why,
        about=about, detail=detail,
    )  # fmt: skip


def _own_words(concern: Concern, own: LadderStage, at: datetime) -> tuple[str, str]:
    if own.hours is not None:
        source = _("The agency’s own procedure, from your directory: {hours} hours.")
        why = _("Counted: {hours} h from {at}, nights and weekends too.")
        told = {"hours": own.hours, "at": read_moment(at)}
        return source.format(**told), why.format(**told)
    source = _("The agency’s own procedure, from your directory: {days} working days.")
    if own.days == 1:
        source = _("The agency’s own procedure, from your directory: 1 working day.")
    why = _("Counted: {days} working days in {nation} after {day}.").format(
        days=own.days, nation=nation_name(concern.urgency.nation),
        day=read_date(to_london(at).date()),
    )  # fmt: skip
    return source.format(days=own.days), why


def _settle(own: LadderStage) -> str:
    return _("Settle the disagreement: {whom}").format(whom=own.title)
