"""The directory: whom to reach, and the number that is right at this hour."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sgdesk.domain.agency import Agency, AgencyCheck
from sgdesk.domain.agency_rules import agency_problems
from sgdesk.domain.freshness import age_words, late_names
from sgdesk.domain.guidance import NationalLine
from sgdesk.domain.home_area import HomeArea, is_force, plain_postcode
from sgdesk.domain.hours import is_open, number_at, parse_hours
from sgdesk.errors import UserError
from sgdesk.ids import AgencyId, DraftId, new_id
from sgdesk.services.agency_checks import put
from sgdesk.services.context import Context
from sgdesk.services.typed import storable
from sgdesk.services.views import RightNumber
from sgdesk.store.unit import Unit
from sgdesk.text import _

if TYPE_CHECKING:
    from sgdesk.domain.directory.values import DirectoryRead


class Agencies:
    """What a user does with the directory."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list(self) -> list[Agency]:
        """Return every agency, by name."""
        with self._context.unit() as unit:
            return list(unit.agencies.all())

    def save(self, agency: Agency, draft_id: str = "") -> Agency:
        """Save an agency; a new one gets its id, and a new check is noted in its history. The draft
        in which it was typed goes.

        Returns it as it now stands: a number that was changed and not checked anew is unchecked.
        Raises UserError at the field to put right.
        """
        problems = agency_problems(agency, self._context.today())
        if problems:
            field, text = problems[0]
            raise UserError(text, field)
        if not agency.id:
            agency = msgspec.structs.replace(agency, id=AgencyId(new_id()))
        agency = storable(agency)
        with self._context.unit() as unit:
            agency = put(unit, self._context, agency)
            unit.drafts.remove(DraftId(draft_id))
            unit.audit("agency.saved", f"agency:{agency.id}")
            unit.commit()
        return agency

    def checks(self, agency_id: AgencyId) -> tuple[AgencyCheck, ...]:
        """Return the checks of an agency's numbers, the newest first."""
        with self._context.unit() as unit:
            return unit.agencies.checks(agency_id)

    def late(self) -> tuple[str, ...]:
        """Return the names of the teams whose numbers were not checked for 90 days, or never."""
        return late_names(self.list(), self._context.today())

    def home_area(self, postcode: str) -> HomeArea:
        """Return in which areas this postcode is, as the lead said beside earlier decisions."""
        plain = plain_postcode(postcode)
        if not plain:
            return HomeArea()
        with self._context.unit() as unit:
            found = home_area_in(unit, plain)
            self._context.note_look(unit, "home-area.offered")
        return found

    def read_rows(self, text: str) -> "DirectoryRead":
        """Return how the rows of a text read against the directory. Nothing is taken in."""
        from sgdesk.services.agency_files import read_against

        return read_against(self._context, self.list(), text)

    def take_rows(self, read: "DirectoryRead", *, with_changes: bool) -> int:
        """Take in the new teams of rows that were read, and the changes where they are wanted.

        All of them or none; returns how many. That rows were taken in goes into the log.
        """
        from sgdesk.services.agency_files import take_in

        wanted = (*read.new, *(read.changes if with_changes else ()))
        with self._context.unit() as unit:
            return take_in(unit, self._context, wanted)

    def write_file(self, path: Path) -> int:
        """Write the whole directory into a CSV file, and return how many teams it holds.

        Raises SituationError when the file cannot be written.
        """
        from sgdesk.services.agency_files import write_file

        agencies = self.list()
        write_file(agencies, path, self._context.guidance.nation)
        with self._context.unit() as unit:
            unit.audit("agency.exported", "", {"rows": len(agencies)})
            unit.commit()
        return len(agencies)

    def right_number(self, agency: Agency) -> RightNumber:
        """Return the number of a team that is right now, and what to know beside it."""
        now = self._context.clock.now()
        agency = _with_readable_hours(agency)
        open_now = not agency.hours or is_open(parse_hours(agency.hours), now, agency.nation)
        return RightNumber(
            agency=agency.name,
            number=number_at(agency, now),
            when=_when(agency, open_now=open_now),
            other=_other(agency, open_now=open_now),
            checked=age_words(agency.checked_on, self._context.today()),
            is_closed=not (open_now or agency.phone_out_of_hours),
        )

    def lines(self) -> tuple[NationalLine, ...]:
        """Return the national lines, each with its source."""
        return self._context.guidance.lines


def home_area_in(unit: Unit, plain: str) -> HomeArea:
    """Return in which areas a plain postcode is, as far as the lead said so."""
    told = [one for one in unit.agencies.home_answers(plain) if plain and one.home_area.strip()]
    return HomeArea(
        plain,
        authority=next((one.home_area for one in told if not is_force(one.kind)), ""),
        force=next((one.home_area for one in told if is_force(one.kind)), ""),
    )


def _with_readable_hours(agency: Agency) -> Agency:
    # An entry that came in from outside must not take Today and its numbers away.
    try:
        parse_hours(agency.hours)
    except UserError:
        return msgspec.structs.replace(agency, hours="")
    return agency


def _when(agency: Agency, *, open_now: bool) -> str:
    if open_now:
        return _("now, in their hours")
    if not agency.phone_out_of_hours:
        return _("closed now; no number for evenings and weekends is known")
    return _("now, evenings and weekends")


def _other(agency: Agency, *, open_now: bool) -> str:
    if open_now:
        if not agency.phone_out_of_hours:
            return ""
        return _("Evenings and weekends {number}").format(number=agency.phone_out_of_hours)
    if not agency.phone_out_of_hours:
        return agency.hours
    return _("{hours} {number}").format(hours=agency.hours, number=agency.phone)
