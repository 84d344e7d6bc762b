"""What Today shows: what needs doing, what is open, and where to go on."""

from sgdesk.domain.calendar import next_working_day
from sgdesk.domain.concern import Stage
from sgdesk.domain.due import DueLine
from sgdesk.services.agencies import Agencies
from sgdesk.services.backups import Backups
from sgdesk.services.concerns import rows
from sgdesk.services.context import Context
from sgdesk.services.drafts import lines
from sgdesk.services.views import TodayView

OPEN = tuple(stage for stage in Stage if stage is not Stage.CLOSED)
_MOST_CONCERNS = 20
_REPORT = "DL-FGM"
_ROUTINE = "DL-REF-ROUTINE"
_FRONT_DOORS = ("children-social-care", "adult-social-care")


class Today:
    """The first page after unlocking."""

    def __init__(self, context: Context, agencies: Agencies, backups: Backups) -> None:
        self._context = context
        self._agencies = agencies
        self._backups = backups

    def view(self) -> TodayView:
        """Return all that Today shows, as of now."""
        context, now = self._context, self._context.clock.now()
        front_doors = [one for one in self._agencies.list() if one.kind in _FRONT_DOORS]
        with context.unit() as unit:
            nation = unit.practice.get().nation
            view = TodayView(
                now=now,
                next_working_day=next_working_day(context.today(), nation),
                dues=most_urgent(unit.dues.open(context.today())),
                concerns=tuple(rows(unit, unit.concerns.newest(_MOST_CONCERNS, stages=OPEN))),
                drafts=lines(unit),
                numbers=tuple(self._agencies.right_number(one) for one in front_doors),
                store=self._backups.state_in(unit),
            )
            context.note_look(unit, "today.read")
        return view


def most_urgent(open_dues: tuple[DueLine, ...]) -> tuple[DueLine, ...]:
    """Return the first due of each thing that is waited for; later ones of the same thing follow
    from it and stand on the concern's page."""
    reports = {line.due.concern_id for line in open_dues if line.due.rule.startswith(_REPORT)}
    seen: set[tuple[str, str]] = set()
    first = []
    for line in open_dues:
        family = line.due.about, "-".join(line.due.rule.split("-")[:2])
        # The referral goes beside the report to the police; it stands here once that is made.
        waits = line.due.rule == _ROUTINE and line.due.concern_id in reports
        if family not in seen and not waits:
            seen.add(family)
            first.append(line)
    return tuple(first)
