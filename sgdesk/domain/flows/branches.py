"""The branches of the first page: FGM, a mark on a baby, a colleague; and what each still lacks."""

from datetime import date

from sgdesk.domain.ages import latest_birth
from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.concern import FGM_DISCOVERED, ConcernDraft, FgmScreen, Urgency
from sgdesk.domain.facts.kinds import Injury, Need, NeedTopic, Observation, Saying
from sgdesk.domain.people import Person, PersonKind
from sgdesk.text import _

_MAY_NOT_MOVE_DAYS = 548
_NO_INTERPRETER = ("", "english")
Gap = tuple[str, str, object, str]


def asks_fgm(person: Person) -> bool:
    """Return whether the FGM question is asked: of a child or an adult, in every nation (LAW 6)."""
    return person.kind is not PersonKind.UNBORN


def fgm_duty(urgency: Urgency, person: Person) -> bool:
    """Return whether the personal duty to report to the police is triggered.

    FGM Act 2003 s.5B: England and Wales, told by the girl herself or signs seen, under 18.
    """
    known = urgency.fgm in FGM_DISCOVERED
    under_18 = person.kind is PersonKind.CHILD
    return known and under_18 and urgency.nation in (Nation.ENGLAND, Nation.WALES)


def rings_at_once(urgency: Urgency) -> bool:
    """Return whether social care is telephoned before anything is written: somebody is in danger
    now, or there is a mark on a baby who does not move about alone (FORMS B6)."""
    return YesNo.YES in (urgency.immediate_danger, urgency.baby_with_mark)


def branch_gaps(draft: ConcernDraft, today: date) -> list[Gap]:
    """Return what these answers make needed: step, field, what is there, and what to do.

    None of it stops a signature.
    """
    urgency, person = draft.urgency, draft.person
    marks = [one for one in draft.facts if isinstance(one, Injury) and not one.known_mark]
    alleged = [one for one in draft.relations if one.alleged_source]
    tonight = [f for f in draft.facts if isinstance(f, Need) and f.topic is NeedTopic.TONIGHT]
    needed: list[tuple[bool, Gap]] = [
        (bool(marks) and may_not_move(person, today), (
            "urgency", "urgency.baby_with_mark", urgency.baby_with_mark,
            _("There is a mark on a baby: say whether the baby moves about alone."),
        )),
        (urgency.baby_with_mark is YesNo.YES, (
            "seen", "add-mark", marks, _("Put the baby’s mark on the body map."),
        )),
        (fgm_duty(urgency, person), _who_discovered(draft)),
        (urgency.about_colleague is YesNo.YES, (
            "family", "add-professional", alleged,
            _("Add the colleague, as the one who is said to be the source of harm."),
        )),
        (person.language.casefold() not in _NO_INTERPRETER, (
            "person", "person.interpreter", person.interpreter,
            _("Say whether an interpreter is needed, and for whom."),
        )),
        (True, (
            "needs", "add-tonight", tonight or draft.presentation.left_with,
            _("Say who is safe tonight, where and with whom."),
        )),
    ]  # fmt: skip
    return [gap for is_needed, gap in needed if is_needed]


def may_not_move(person: Person, today: date) -> bool:
    """Return whether a child is so young, under 18 months, that they may not move about alone."""
    latest = latest_birth(person.born, person.born_typed, today)
    if latest is None or person.kind is not PersonKind.CHILD:
        return False
    return (today - latest).days <= _MAY_NOT_MOVE_DAYS


def _who_discovered(draft: ConcernDraft) -> Gap:
    if draft.urgency.fgm is FgmScreen.SIGNS_SEEN:
        seen = [
            one
            for one in draft.facts
            if isinstance(one, Observation | Injury) and one.noticed_by and one.noticed_on
        ]
        return (
            "seen",
            "add-observation",
            seen,
            _("Write who saw the signs, and when: the time to report counts from then."),
        )
    heard = [
        one for one in draft.facts if isinstance(one, Saying) and one.noticed_by and one.noticed_on
    ]
    return (
        "said",
        "add-saying",
        heard,
        _("Write who was told, and when: the time to report counts from then."),
    )
