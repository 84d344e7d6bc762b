"""The emergency grab sheet, made from the directory as it is today."""

from sgdesk.domain.answers import Nation
from sgdesk.domain.freshness import is_late
from sgdesk.domain.grab_sheet import GrabSheet
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.paper import Imprint, PaperKind
from sgdesk.domain.practice import Role, User
from sgdesk.services.context import Context
from sgdesk.services.copies import made_copy
from sgdesk.services.views import MadePaper
from sgdesk.store.unit import Unit
from sgdesk.text import _

_FRONT_DOORS = ("children-social-care", "adult-social-care")
_MAPS = ("child-front", "child-back", "adult-front", "adult-back", "baby-front", "baby-back")


def make_grab_sheet(context: Context) -> MadePaper:
    """Make a numbered copy of the grab sheet. It names no patient."""
    from sgdesk.documents.render import paper
    from sgdesk.library.maps import maps_by_id

    with context.unit() as unit:
        made = made_copy(
            unit, context, PaperKind.GRAB_SHEET, None,
            lambda imprint: paper(_gathered(unit, context, imprint), maps_by_id()),
        )  # fmt: skip
        unit.commit()
    return made


def _gathered(unit: Unit, context: Context, imprint: Imprint) -> GrabSheet:
    agencies, users = unit.agencies.all(), unit.users.all()
    return GrabSheet(
        imprint=imprint,
        practice=unit.practice.get(),
        lead=_name(users, Role.LEAD),
        deputy=_name(users, Role.DEPUTY),
        lines=context.guidance.lines,
        agencies=agencies,
        late=tuple(one.name for one in agencies if is_late(one.checked_on, context.today())),
        maps=_MAPS,
        teams=_teams(context.guidance.nation),
        fgm=_fgm(context.guidance),
        demonstration=context.is_demonstration,
    )


def _teams(nation: Nation) -> tuple[str, ...]:
    from sgdesk.library.recipients import recipient_file

    return tuple(one.title for one in recipient_file().called_in(nation) if one.id in _FRONT_DOORS)


def _fgm(guidance: Guidance) -> str:
    check = find(guidance.checks, "CHK-04")
    if check is None:
        return ""
    why = _("{note} Check locally.") if check.check_locally else "{note}"
    return why.format(note=check.why)


def _name(users: tuple[User, ...], role: Role) -> str:
    found = [one for one in users if one.role is role]
    return "; ".join(", ".join(part for part in (one.name, one.phone) if part) for one in found)
