"""What comes next for a concern, and the one button that does it."""

from dataclasses import dataclass
from enum import StrEnum

from sgdesk.domain.call import CallKind
from sgdesk.domain.concern import Stage
from sgdesk.services.views import ConcernView, DraftLine
from sgdesk.text import _


class Way(StrEnum):
    """Where the button leads."""

    DRAFT = "draft"
    SHARE = "share"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class NextStep:
    """A sentence, the button's words, and where it leads: to a draft, or to a kind of call."""

    sentence: str
    button: str
    way: Way
    draft: DraftLine | None = None
    call: CallKind = CallKind.CHASE


def next_step(view: ConcernView) -> NextStep:
    """Return what comes next; what was begun is finished first."""
    for flow, sentence, button in (
        ("record", _("The record is not signed yet."), _("Continue recording")),
        ("share", _("A decision was begun and is not finished."), _("Continue sharing")),
    ):
        draft = next((one for one in view.drafts if one.flow == flow), None)
        if draft is not None:
            return NextStep(sentence, button, Way.DRAFT, draft)
    if any(due.rule.startswith("DL-FGM") and due.closed_at is None for due in view.dues):
        sentence = _("The report to the police is due. It is made by whoever was told or saw.")
        return NextStep(sentence, _("Record the report"), Way.CALL, call=CallKind.POLICE)
    return _by_stage(view)


def _by_stage(view: ConcernView) -> NextStep:
    match view.concern.stage:
        case Stage.AWAITING_ACKNOWLEDGEMENT:
            sentence = _("They have not said yet that they received it.")
            return NextStep(sentence, _("Chase by telephone"), Way.CALL)
        case Stage.AWAITING_OUTCOME:
            sentence = _("They received it. Ask what they decided.")
            return NextStep(sentence, _("Ask by telephone"), Way.CALL)
        case Stage.OUTCOME_RECORDED | Stage.CLOSED:
            sentence = _("The outcome is recorded. Share again if something new comes up.")
            return NextStep(sentence, _("Share information"), Way.SHARE)
        case Stage.NOT_SHARED:
            sentence = _("It was decided not to share. Look at that decision again when it is due.")
            return NextStep(sentence, _("Decide again"), Way.SHARE)
        case _:
            sentence = _("Decide what to share, with whom, or decide not to.")
            return NextStep(sentence, _("Share information"), Way.SHARE)
