"""Whether the personal duty to report FGM applies, and if not, why not (LAW 6)."""

from datetime import date
from enum import StrEnum

from sgdesk.domain.answers import Nation
from sgdesk.domain.concern import FgmScreen, Urgency
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.people import Person, PersonKind, age_on
from sgdesk.domain.statements import Statement

_ADULT_FROM = 18


class FgmAnswer(StrEnum):
    """What holds in this case. The guidance of each nation says why, and which way is right."""

    DUTY = "duty"
    NO_DUTY_IN_NATION = "no-duty-in-nation"
    HEARD_FROM_OTHER = "heard-from-other"
    AT_RISK = "at-risk"
    ADULT = "adult"
    NOT_RAISED = "not-raised"


# Which statements of the guidance say why; a nation has those that hold there.
_REASONS = {
    FgmAnswer.DUTY: (
        "fgm-personal", "fgm-who", "fgm-trigger", "fgm-when", "fgm-police", "fgm-content",
        "fgm-also", "fgm-breach", "wales-fgm",
    ),
    FgmAnswer.HEARD_FROM_OTHER: ("fgm-not", "fgm-also", "scotland-fgm", "ni-fgm"),
    FgmAnswer.AT_RISK: ("fgm-not", "fgm-also", "scotland-fgm", "ni-fgm"),
    FgmAnswer.ADULT: ("fgm-adult", "fgm-not", "scotland-fgm", "ni-fgm"),
    FgmAnswer.NO_DUTY_IN_NATION: ("scotland-fgm", "ni-fgm"),
    FgmAnswer.NOT_RAISED: (),
}  # fmt: skip


def fgm_reasons(answer: FgmAnswer, guidance: Guidance) -> tuple[Statement, ...]:
    """Return what the guidance says about that answer, the weightiest first."""
    found = (find(guidance.statements, name) for name in _REASONS[answer])
    return tuple(one for one in found if one is not None)


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
