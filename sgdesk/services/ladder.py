"""The ladder of a disagreement about a sharing: the agency's own stages where they are known, else
the usual ones (LAW 3.4); which were taken, and which letter comes next."""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta

import msgspec

from sgdesk.domain.agency_lines import LadderStage, parse_ladder
from sgdesk.domain.answers import Nation
from sgdesk.domain.calendar import add_working_days
from sgdesk.domain.due import Due
from sgdesk.domain.letters import LETTER_WORDS, LetterKind
from sgdesk.domain.sharing.decision import Sharing
from sgdesk.errors import UserError
from sgdesk.ids import AgencyId, SharingId
from sgdesk.store.unit import Unit
from sgdesk.text import _, from_london, to_london

RULES = "DL-ESC-"
STAGES = tuple(kind for kind in LetterKind if kind is not LetterKind.CHASE)
_USUAL = 4
# By the guidance, by the agency's own procedure, or where nothing that was read names days.
_STAGE = re.compile(r"DL-ESC-(?:AGENCY-|OPEN-)?L(\d+)")
_END_OF_DAY = time(17)


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """One stage. `began_at` is when it was taken and `due_at` by when it should be settled; `ended`
    says how it ended, while it is open it is empty. A stage that was not taken has no `due_at`."""

    kind: LetterKind
    title: str
    contact: str = ""
    days: int | None = None
    hours: int | None = None
    began_at: datetime | None = None
    due_at: datetime | None = None
    ended: str = ""


class Ladder(msgspec.Struct, frozen=True, kw_only=True):
    """The stages with one agency. `next_kind` is the letter that comes next; `is_local`: the
    stages are the agency's own; `is_open`: a stage was taken and is not settled."""

    sharing_id: SharingId
    organisation: str
    stages: tuple[Stage, ...]
    next_kind: LetterKind
    is_local: bool = False
    is_open: bool = False


def ladder_of(unit: Unit, sharing: Sharing, dues: Sequence[Due]) -> Ladder:
    """Return the ladder of a sharing as it stands beside the deadlines of its concern."""
    local = local_stages(unit, sharing)
    taken = _taken(sharing.id, dues)
    last = max(taken, default=0)
    count = max(len(local) or _USUAL, last)
    stages = tuple(
        _stage(kind, local[at] if at < len(local) else None, taken.get(at + 1))
        for at, kind in enumerate(STAGES[:count])
    )
    return Ladder(
        sharing_id=sharing.id,
        organisation=sharing.recipient.organisation,
        stages=stages,
        next_kind=STAGES[min(last, count - 1)] if last else LetterKind.CHASE,
        is_local=bool(local),
        is_open=any(due.closed_at is None for due in taken.values()),
    )


def local_stages(unit: Unit, sharing: Sharing) -> tuple[LadderStage, ...]:
    """Return the stages of the agency's own procedure; none where the directory has none."""
    found = unit.agencies.get(AgencyId(sharing.recipient.agency_id or ""))
    if found is None:
        return ()
    try:
        return parse_ladder(found.ladder)
    except UserError:  # half typed: the directory says so where it is typed
        return ()


def settle_by(stage: LadderStage | None, at: datetime, nation: Nation) -> datetime | None:
    """Return by when the agency's own procedure settles a stage; None where it does not say."""
    if stage is None:
        return None
    if stage.hours is not None:
        return at + timedelta(hours=stage.hours)
    if stage.days is None:
        return None
    return from_london(add_working_days(to_london(at).date(), stage.days, nation), _END_OF_DAY)


def _taken(sharing_id: SharingId, dues: Sequence[Due]) -> dict[int, Due]:
    """Return the deadline of each stage that was taken; the newest where it was taken twice."""
    found: dict[int, Due] = {}
    for due in dues:
        stage = _STAGE.fullmatch(due.rule)
        if stage is not None and due.about == sharing_id and int(stage[1]) <= len(STAGES):
            found[int(stage[1])] = due
    return found


def _stage(kind: LetterKind, local: LadderStage | None, due: Due | None) -> Stage:
    return Stage(
        kind=kind,
        title=local.title if local else _(LETTER_WORDS[kind]),
        contact=local.contact if local else "",
        days=local.days if local else None,
        hours=local.hours if local else None,
        began_at=due.made_at if due else None,
        due_at=due.due_at if due else None,
        ended=due.closed_because if due and due.closed_at else "",
    )
