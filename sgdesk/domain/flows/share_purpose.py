"""What must be answered about the purpose, the advice taken, and what was taken over."""

from datetime import date

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.engine import Problem, found
from sgdesk.domain.flows.share_checks import lengths, written
from sgdesk.domain.identity import date_problem, past_problem
from sgdesk.domain.sharing.advice import Advice
from sgdesk.domain.sharing.decision import SharingDraft
from sgdesk.domain.sharing.purpose import purpose_problem
from sgdesk.text import _


def purpose_problems(draft: SharingDraft, concern: Concern, today: date) -> list[Problem]:
    """Return what is missing in the purpose, and in each piece of advice that was begun."""
    names = (draft.recipient.organisation, concern.person.name)
    checks = [("so_that", purpose_problem(draft.purpose.so_that, names))]
    wrong = found("purpose", "purpose.", checks + lengths(draft.purpose))
    for one in draft.purpose.advisers:
        wrong += found("purpose", f"{one.id}.", _advice(one, today))
    return wrong


def _advice(one: Advice, today: date) -> list[tuple[str, str | None]]:
    checks = [
        ("name", written(one.name, _("Say who gave the advice, or remove this entry."))),
        ("said", written(one.said, _("Write down what they said."))),
        ("given_on", date_problem(one.given_on, one.given_on_typed)),
        ("given_on", past_problem(one.given_on, today)),
    ]
    if one.followed is YesNo.NO:
        why = _("Say why the advice was not followed.")
        checks.append(("not_followed_because", written(one.not_followed_because, why)))
    return checks + lengths(one)
