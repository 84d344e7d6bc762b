"""A breach, a request for data or a complaint about a concern: written down, and its times set."""

from collections.abc import Iterator

from sgdesk.domain.answers import YesNo
from sgdesk.domain.data_matters import MATTER_WORDS, MatterDraft, MatterKind
from sgdesk.domain.entry_rules import entry_problems
from sgdesk.domain.guidance import Trigger
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import DraftId
from sgdesk.services import dues
from sgdesk.services.context import Context
from sgdesk.services.typed import storable
from sgdesk.text import _, from_london


class DataMatters:
    """What a user does when something happened to the data of a concern."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def record(self, draft: MatterDraft) -> None:
        """Write a matter down: it stays among the concern's deadlines, with how each was dealt
        with.

        Raises UserError at the field to put right.
        """
        draft = storable(draft)
        problems = entry_problems(draft, self._context.today())
        if problems or draft.kind is None or draft.day is None or draft.clock_time is None:
            raise UserError(problems[0].text, problems[0].field)
        at = from_london(draft.day, draft.clock_time)
        if at > self._context.clock.now():
            raise UserError(_("This lies in the future. Check the day and the time."), "at")
        with self._context.unit() as unit:
            concern = unit.concerns.get(draft.concern_id)
            if concern is None:
                raise SituationError(_("There is no such concern in this store."))
            for trigger in _triggers(draft):
                dues.make(
                    unit, self._context, trigger, concern.id, concern.urgency.nation, at,
                    about=draft.id, detail=_told(draft, draft.kind),
                )  # fmt: skip
            unit.drafts.remove(DraftId(draft.id))
            unit.audit("data-matter.recorded", f"concern:{concern.id}", {"kind": draft.kind.value})
            unit.commit()


def _triggers(draft: MatterDraft) -> Iterator[Trigger]:
    match draft.kind:
        case MatterKind.BREACH:
            yield Trigger.BREACH_KNOWN
            if draft.high_risk is YesNo.YES:
                yield Trigger.BREACH_HIGH_RISK
        case MatterKind.ACCESS:
            # Within the first month they are told that it takes longer, and why.
            yield Trigger.ACCESS_ASKED
            if draft.complex_ is YesNo.YES:
                yield Trigger.ACCESS_IS_COMPLEX
        case MatterKind.COMPLAINT:
            yield Trigger.DATA_COMPLAINT


def _told(draft: MatterDraft, kind: MatterKind) -> str:
    what = _("{what}. {text}").format(what=_(MATTER_WORDS[kind]), text=draft.text.strip())
    if not draft.by.strip():
        return what
    return _("{what} From: {who}.").format(what=what, who=draft.by.strip())
