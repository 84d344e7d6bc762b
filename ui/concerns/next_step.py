"""What comes next for a concern, and the one button that does it."""

from dataclasses import dataclass
from enum import StrEnum

from sgdesk.domain.call import CallKind
from sgdesk.domain.concern import Stage
from sgdesk.domain.entries import FLOW_WORDS
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.sharing.decision import AttemptState
from sgdesk.domain.withdrawal import Deed
from sgdesk.services.views import ConcernView, DraftLine, SharingHistory
from sgdesk.text import _, read_moment


class Way(StrEnum):
    """Where the button leads."""

    DRAFT = "draft"
    SHARE = "share"
    CALL = "call"
    POLICE = "police"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class NextStep:
    """A sentence, the button's words, and where it leads: to a draft, a kind of call, or to
    something that is entered on the concern's page."""

    sentence: str
    button: str
    way: Way
    draft: DraftLine | None = None
    call: CallKind = CallKind.CHASE
    entry: str = ""


def next_step(view: ConcernView) -> NextStep:
    """Return what comes next; what was begun is finished first."""
    for entry in view.drafts:
        if entry.flow in FLOW_WORDS:
            begun = _(FLOW_WORDS[entry.flow])
            sentence = _("{what}: begun, and not recorded yet.").format(what=begun)
            return NextStep(sentence, _("Continue"), Way.ENTRY, entry)
    for flow in ("record", "share"):
        draft = next((one for one in view.drafts if one.flow == flow), None)
        if draft is not None:
            sentence, button = _begun(view, draft)
            return NextStep(sentence, button, Way.DRAFT, draft)
    if any(
        due.rule in ("DL-FGM-TARGET", "DL-FGM-LEGAL") and due.closed_at is None for due in view.dues
    ):
        if view.fgm is not None and view.fgm.unconfirmed is not None:
            sentence = _(
                "A report to the police is written down. It stays due until whoever made it"
                " confirms it as theirs."
            )
            return NextStep(sentence, _("Add the confirmation"), Way.POLICE)
        sentence = _("The report to the police is due. It is made by whoever was told or saw.")
        return NextStep(sentence, _("Record the report"), Way.POLICE)
    return _by_stage(view)


def _begun(view: ConcernView, draft: DraftLine) -> tuple[str, str]:
    if draft.flow == "record":
        return _("The record is not signed yet."), _("Continue recording")
    decided = next((past for past in view.sharings if str(past.sharing.id) == draft.id), None)
    if decided is None:
        return _("A decision was begun and is not finished."), _("Continue sharing")
    return _open_end(decided), _("Continue")


def _open_end(past: SharingHistory) -> str:
    """Return what is left to do after a decision that was made."""
    sent = any(attempt.state is AttemptState.CONFIRMED for attempt in past.attempts)
    if is_shared(past.sharing.decision) and not sent:
        return _("It is decided, and not sent in writing yet.")
    if past.sharing.clinical.made_on is None:
        return _("It is decided. The entry in the clinical record is not noted yet.")
    return _("It is decided. Look at what follows from it, and finish.")


def _by_stage(view: ConcernView) -> NextStep:
    match view.concern.stage:
        case Stage.DECIDED:
            sentence = _(
                "It is decided, and not sent in writing yet. Deciding again begins with what was"
                " decided, and sends it."
            )
            return NextStep(sentence, _("Share information"), Way.SHARE)
        case Stage.AWAITING_ACKNOWLEDGEMENT:
            sentence = _("It was sent. Nobody there has acknowledged it yet.")
            return NextStep(sentence, _("Chase by telephone"), Way.CALL)
        case Stage.AWAITING_OUTCOME:
            sentence = _("They acknowledged it. Ask what they decided.")
            return NextStep(sentence, _("Ask by telephone"), Way.CALL)
        case Stage.OUTCOME_RECORDED:
            return _after_outcome(view)
        case Stage.CLOSED:
            sentence = _("It is closed. Open it again if something new comes up.")
            return NextStep(sentence, _("Open it again"), Way.ENTRY, entry="closing")
        case Stage.NOT_SHARED:
            sentence = _("It was decided not to share. Look at that decision again when it is due.")
            return NextStep(sentence, _("Decide again"), Way.SHARE)
        case _:
            sentence = _("Decide what to share, with whom, or decide not to.")
            return NextStep(sentence, _("Share information"), Way.SHARE)


def _after_outcome(view: ConcernView) -> NextStep:
    if view.outcomes and view.outcomes[-1].disagreement:
        sentence = _(
            "The practice disagrees with what they decided. Telephone them, and go up stage by"
            " stage as your local procedure says."
        )
        return NextStep(sentence, _("Log a call"), Way.CALL)
    if any(due.closed_at is None for due in view.dues):
        sentence = _("The outcome is recorded. Something is still due; see below.")
        return NextStep(sentence, _("Ask by telephone"), Way.CALL)
    sentence = _("The outcome is recorded, and nothing is due. Tell the team, and close it.")
    return NextStep(sentence, _("Close the concern"), Way.ENTRY, entry="closing")


def amended_after_sending(view: ConcernView) -> str | None:
    """Return what to do about a record that changed after it went to somebody, or None."""
    sent = [
        (attempt.at, past.sharing.recipient.organisation)
        for past in view.sharings
        for attempt in past.attempts
        if attempt.state is AttemptState.CONFIRMED
    ]
    versions = [one.at for one in view.amendments if one.deed is not Deed.WITHDRAW]
    if not sent or not versions:
        return None
    at, agency = max(sent)
    amended = versions[-1]
    if amended <= at:
        return None
    return _("Amended {when}, after it was sent to {agency}. Send them the new version.").format(
        when=read_moment(amended), agency=agency
    )
