"""What must be answered before nothing is shared, or not yet (Caldicott principle 7, LAW 5)."""

from datetime import date

from sgdesk.domain.flows.engine import Problem, found
from sgdesk.domain.flows.share_checks import chosen, lengths, written
from sgdesk.domain.identity import date_problem, past_problem
from sgdesk.domain.sharing.decision import SharingDraft
from sgdesk.text import _

_LATEST_REVIEW_DAYS = 366


def refusal_problems(draft: SharingDraft, today: date) -> list[Problem]:
    """Return what is missing: reasons, harm, what is done instead, who agreed, when to look."""
    why = draft.not_sharing
    checks = [
        ("reasons", written(why.reasons, _("Give the reasons."))),
        ("harm", written(why.harm, _("Say what harm could follow."))),
        ("also_done", written(why.also_done, _("Say what else keeps the person safe."))),
        ("agreed_by", written(why.agreed_by, _("Say who agreed to this."))),
        ("agreed_role", written(why.agreed_role, _("Say in which role they agreed."))),
        ("agreed_on", date_problem(why.agreed_on, why.agreed_on_typed)),
        ("agreed_on", chosen(why.agreed_on, _("Say on which day they agreed."))),
        ("agreed_on", past_problem(why.agreed_on, today)),
        ("review_on", date_problem(why.review_on, why.review_on_typed)),
        ("review_on", chosen(why.review_on, _("Choose when this is reviewed."))),
        ("review_on", _review(why.review_on, today)),
    ]
    return found("not-sharing", "not_sharing.", checks + lengths(why))


def _review(review_on: date | None, today: date) -> str | None:
    if review_on is None:
        return None
    if review_on < today:
        return _("The review date has passed. Choose a later one.")
    if (review_on - today).days > _LATEST_REVIEW_DAYS:
        return _("This is more than a year away. Choose an earlier day; it can be moved again.")
    return None
