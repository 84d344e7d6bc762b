"""What no longer applies in a decision: answers to questions that are not asked any more."""

from msgspec.structs import replace

from sgdesk.domain.answers import YesNo
from sgdesk.domain.sharing.advice import Advice
from sgdesk.domain.sharing.reasons import Necessity, Purpose


def settled_purpose(purpose: Purpose) -> Purpose:
    """Return the purpose; why advice was not followed only where it was not."""
    return replace(purpose, advisers=tuple(_settled_advice(one) for one in purpose.advisers))


def _settled_advice(one: Advice) -> Advice:
    return one if one.followed is YesNo.NO else replace(one, not_followed_because="")


def settled_necessity(necessity: Necessity) -> Necessity:
    """Return what was weighed; why naming is needed only where it is."""
    if necessity.without_naming in (YesNo.NO, YesNo.YES):
        return necessity
    return replace(necessity, naming_needed_because="")
