"""What Today shows: what needs doing, what is open, and where to go on."""

from collections.abc import Iterator

from sgdesk.domain.calendar import next_working_day
from sgdesk.domain.concern import Stage
from sgdesk.domain.freshness import late_names
from sgdesk.services.agencies import Agencies
from sgdesk.services.backups import Backups
from sgdesk.services.clock_watch import ClockWatch
from sgdesk.services.concerns import rows
from sgdesk.services.context import Context
from sgdesk.services.drafts import lines
from sgdesk.services.police_past import past_contacts
from sgdesk.services.referral_dues import written_by
from sgdesk.services.upkeep import upkeep
from sgdesk.services.urgent_dues import most_urgent
from sgdesk.services.views import PoliceLine, TodayView
from sgdesk.store.unit import Unit

OPEN = tuple(stage for stage in Stage if stage is not Stage.CLOSED)
_MOST_CONCERNS = 20
_FRONT_DOORS = ("children-social-care", "adult-social-care")


class Today:
    """The first page after unlocking."""

    def __init__(self, context: Context, agencies: Agencies, backups: Backups) -> None:
        self._context = context
        self._agencies = agencies
        self._backups = backups
        self._clock_watch = ClockWatch()

    def view(self) -> TodayView:
        """Return all that Today shows, as of now."""
        context, now = self._context, self._context.clock.now()
        agencies = self._agencies.list()
        front_doors = [one for one in agencies if one.kind in _FRONT_DOORS]
        with context.unit() as unit:
            practice, loose = unit.practice.get(), unit.calls.without_concern()
            view = TodayView(
                now=now,
                next_working_day=next_working_day(context.today(), practice.nation),
                dues=most_urgent(unit, context, now),
                concerns=tuple(rows(unit, unit.concerns.newest(_MOST_CONCERNS, stages=OPEN))),
                drafts=lines(unit),
                numbers=tuple(self._agencies.right_number(one) for one in front_doors),
                store=self._backups.state_in(unit),
                clock=self._doubt(unit),
                police=tuple(_police_lines(unit)),
                late=late_names(agencies, context.today()),
                loose_calls=loose,
                loose_contacts=unit.police.without_concern(),
                written_by={
                    call.id: by
                    for call in loose
                    if (by := written_by(unit, context, call, practice.nation)) is not None
                },
                upkeep=upkeep(unit, context, practice),
            )
            context.note_look(unit, "today.read")
        return view

    def confirm_clock(self) -> None:
        """Note in the history that somebody looked, and that this PC's clock is right."""
        with self._context.unit() as unit:
            self._clock_watch.confirm(unit)

    def _doubt(self, unit: Unit) -> str:
        if self._context.is_demonstration:  # its clock stands still
            return ""
        return self._clock_watch.doubt(unit, self._context.clock.now())


def _police_lines(unit: Unit) -> Iterator[PoliceLine]:
    for concern_id in unit.police.newest_about(_MOST_CONCERNS):
        line = unit.concerns.line(concern_id)
        points = [point for past in past_contacts(unit, concern_id) for point in past.open_points]
        if line is not None and points:
            yield PoliceLine(concern_id, line.reference, tuple(points))
