"""Whether the personal duty to report FGM applies, and if not, why not (LAW 6)."""

from datetime import date
from enum import StrEnum

from sgdesk.domain.answers import Nation
from sgdesk.domain.concern import FgmScreen, Urgency
from sgdesk.domain.people import Person, PersonKind, age_on

_ADULT_FROM = 18


class FgmAnswer(StrEnum):
    """What holds in this case. The guidance of each nation says why, and which way is right."""

    DUTY = "duty"
    NO_DUTY_IN_NATION = "no-duty-in-nation"
    HEARD_FROM_OTHER = "heard-from-other"
    AT_RISK = "at-risk"
    ADULT = "adult"
    NOT_RAISED = "not-raised"


def fgm_answer(urgency: Urgency, person: Person, discovered_on: date | None) -> FgmAnswer:
    """Return whether the duty of FGM Act 2003 s.5B applies, as of the day of the discovery.

    A girl who has come of age since then is still one who was under 18 when it was discovered.
    """
    screen = urgency.fgm
    if screen in (None, FgmScreen.NOT_RAISED):
        return FgmAnswer.NOT_RAISED
    if screen is FgmScreen.HEARD_FROM_OTHER:
        return FgmAnswer.HEARD_FROM_OTHER
    if screen is FgmScreen.AT_RISK:
        return FgmAnswer.AT_RISK
    if person.kind is not PersonKind.CHILD or _is_adult(person, discovered_on):
        return FgmAnswer.ADULT
    if urgency.nation not in (Nation.ENGLAND, Nation.WALES):
        return FgmAnswer.NO_DUTY_IN_NATION
    return FgmAnswer.DUTY


def _is_adult(person: Person, day: date | None) -> bool:
    if person.born is None or person.born_estimated or day is None:
        return False  # in doubt about her age the duty is not ruled out
    return age_on(person.born, day) >= _ADULT_FROM
