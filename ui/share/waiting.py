"""What stands open in a decision although nothing is wrong: not decided, not sent, not filed."""

from collections.abc import Mapping

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.sharing.clinical import ClinicalEntry
from sgdesk.domain.sharing.decision import Attempt, AttemptState
from sgdesk.text import _
from ui.share.case import ShareCase


def waiting_words(case: ShareCase) -> Mapping[str, str]:
    """Return a few words for each step whose work is not done; a step that is done has none."""
    if not case.draft.decided:
        return {"preview": _("not decided yet")}
    waiting = {"follow": _("not finished yet")}
    if not any(counts_as_sent(one) for one in case.attempts):
        waiting["send"] = _sent_words(case.attempts)
    if case.draft.clinical != case.entry_filed:
        waiting["clinical"] = _("not recorded yet")
    elif case.entry_filed == ClinicalEntry():
        waiting["clinical"] = _("not written yet")
    return waiting


def counts_as_sent(attempt: Attempt) -> bool:
    """Return whether that try brought the pack there: confirmed, and not only by telephone."""
    return attempt.state is AttemptState.CONFIRMED and attempt.route is not RouteKind.TELEPHONE


def _sent_words(attempts: tuple[Attempt, ...]) -> str:
    unsure = (AttemptState.UNCONFIRMED, AttemptState.ATTEMPTED)
    if any(one.state in unsure for one in attempts):
        return _("not confirmed yet")
    if attempts and attempts[-1].state is AttemptState.CONFIRMED:
        return _("telephoned, not sent yet")
    return _("not sent yet")
