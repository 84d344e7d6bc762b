"""When genital mutilation was first learned of, and by whom: the clock and the duty start there."""

from collections.abc import Sequence
from datetime import datetime, time

import msgspec

from sgdesk.domain.concern import Concern, ConcernDraft, FgmScreen
from sgdesk.domain.facts.kinds import Hearing, Injury, Observation, ObservationTopic, Saying
from sgdesk.domain.people import Person
from sgdesk.text import from_london

_HERSELF = ("the patient", "patient", "the girl", "the child", "she", "she herself", "herself")


class Discovery(msgspec.Struct, frozen=True):
    """The first moment that the record knows, and the professional. What it does not say is empty.

    A day without a clock time counts from its beginning, so that no deadline comes too late.
    """

    at: datetime | None = None
    by: str = ""


def discovery(concern: Concern | ConcernDraft) -> Discovery:
    """Return when she first told somebody, or when the signs were first seen (LAW 6)."""
    if concern.urgency.fgm is FgmScreen.SIGNS_SEEN:
        return _first(_signs(concern))
    said = [one for one in concern.facts if isinstance(one, Saying)]
    told, hers = _told(concern)
    return _first(hers or told or said, is_hers=bool(hers))


def reporters(concern: Concern | ConcernDraft) -> tuple[str, ...]:
    """Return who was told by her or saw the signs: the only people whose report it can be (LAW 6).

    Nobody, where the record says that it came up in another way.
    """
    names = (" ".join(one.noticed_by.split()) for one in discovering_facts(concern))
    return tuple(dict.fromkeys(name for name in names if name))


def allowed_reporters(
    now: Concern | ConcernDraft, as_signed: Concern | None, leads: Sequence[str]
) -> tuple[str, ...]:
    """Return whose report it can be by an amended record. `leads` are the leads of this desk.

    An amendment may put a name right, but it makes no lead the reporter: the duty cannot be taken
    over (LAW 6). Where nobody else is left, whoever the record named when it was signed stays.
    """
    if as_signed is None:
        return reporters(now)
    first = reporters(as_signed)
    late = [lead for lead in leads if not is_among(lead, first)]
    found = tuple(name for name in reporters(now) if not is_among(name, late))
    return found or (first if reporters(now) else ())


def discovering_facts(
    concern: Concern | ConcernDraft,
) -> Sequence[Injury | Observation | Saying]:
    """Return what she said herself, or the signs that were seen; nothing for any other way."""
    screen = concern.urgency.fgm
    if screen is FgmScreen.SIGNS_SEEN:
        return _signs(concern)
    if screen is FgmScreen.TOLD_BY_HER:
        told, hers = _told(concern)
        unnamed = [one for one in told if not (one.speaker + one.relationship).strip()]
        return hers or unnamed
    return ()


def is_same_person(name: str, whole: str) -> bool:
    """Return whether a name as it was recorded is that person's: "L. Byrne, dental nurse"."""
    name = _bare(name.partition(",")[0])
    whole = _bare(whole.partition(",")[0])
    given, _space, family = name.rpartition(" ")
    first, _space, last = whole.rpartition(" ")
    initial = given.rstrip(".")
    shortened = len(initial) == 1 and first[:1] == initial and family == last
    return bool(name) and (name == whole or shortened)


def is_among(name: str, names: Sequence[str]) -> bool:
    """Return whether somebody is one of those who are named, in whichever form of the name."""
    return any(is_same_person(name, one) or is_same_person(one, name) for one in names)


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold()


def _signs(concern: Concern | ConcernDraft) -> Sequence[Injury | Observation]:
    seen = [one for one in concern.facts if isinstance(one, Injury | Observation)]
    clinical = [
        one for one in seen if isinstance(one, Injury) or one.topic is ObservationTopic.CLINICAL
    ]
    return clinical or seen


def _told(concern: Concern | ConcernDraft) -> tuple[list[Saying], list[Saying]]:
    """Return what was heard directly, and of it what she said herself."""
    said = [one for one in concern.facts if isinstance(one, Saying)]
    told = [one for one in said if one.hearing is not Hearing.REPORTED]
    return told, [one for one in told if _is_hers(one, concern.person)]


def _first(facts: Sequence[Injury | Observation | Saying], *, is_hers: bool = False) -> Discovery:
    dated = [(at, one.noticed_by.strip()) for one in facts if (at := _moment(one)) is not None]
    names = {one.noticed_by.strip() for one in facts}
    first = min(dated, default=None)
    if first is None or (len(names) > 1 and not is_hers):
        return Discovery(first[0] if first else None, names.pop() if len(names) == 1 else "")
    return Discovery(*first)


def _moment(fact: Injury | Observation | Saying) -> datetime | None:
    if fact.noticed_on is None:
        return None
    return from_london(fact.noticed_on, fact.noticed_at or time())


def _is_hers(saying: Saying, person: Person) -> bool:
    names = {person.name, person.known_as, *person.name.split()[:1]}
    called = {" ".join(name.split()).casefold() for name in names if name.strip()}
    words = {" ".join(word.split()).casefold() for word in (saying.speaker, saying.relationship)}
    return bool(words & called) or bool(words & set(_HERSELF))
