"""The directory: whom to reach, and the number that is right at this hour."""

from datetime import date

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.guidance import NationalLine
from sgdesk.domain.hours import is_open, number_at, parse_hours
from sgdesk.domain.identity import date_problem, number_problem, past_problem
from sgdesk.errors import UserError
from sgdesk.ids import AgencyId, new_id
from sgdesk.services.context import Context
from sgdesk.services.typed import storable
from sgdesk.services.views import RightNumber
from sgdesk.text import _, read_short_date

_MOST_HOURS = 72
_MOST_DAYS = 20


class Agencies:
    """What a user does with the directory."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list(self) -> list[Agency]:
        """Return every agency, by name."""
        with self._context.unit() as unit:
            return list(unit.agencies.all())

    def save(self, agency: Agency) -> Agency:
        """Save an agency; a new one gets its id. Raises UserError at the field to put right."""
        _check(agency, self._context.today())
        if not agency.id:
            agency = msgspec.structs.replace(agency, id=AgencyId(new_id()))
        agency = storable(agency)
        with self._context.unit() as unit:
            unit.agencies.save(agency)
            unit.audit("agency.saved", f"agency:{agency.id}")
            unit.commit()
        return agency

    def right_number(self, agency: Agency) -> RightNumber:
        """Return the number of a team that is right now, and what to know beside it."""
        now = self._context.clock.now()
        agency = _with_readable_hours(agency)
        open_now = not agency.hours or is_open(parse_hours(agency.hours), now, agency.nation)
        checked = _("Not checked yet")
        if agency.checked_on is not None:
            checked = _("Checked {day}").format(day=read_short_date(agency.checked_on))
        return RightNumber(
            agency=agency.name,
            number=number_at(agency, now),
            when=_when(agency, open_now=open_now),
            other=_other(agency, open_now=open_now),
            checked=checked,
        )

    def lines(self) -> tuple[NationalLine, ...]:
        """Return the national lines, each with its source."""
        return self._context.guidance.lines


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


def _check(agency: Agency, today: date) -> None:
    if not agency.name.strip():
        raise UserError(_("Write the name of the team."), "name")
    if not agency.phone.strip() and not agency.email.strip():
        raise UserError(_("Give a telephone number or an email address."), "phone")
    if agency.hours.strip():
        try:
            parse_hours(agency.hours)
        except UserError as error:
            raise UserError(error.text, "hours") from error
    for field, value in msgspec.structs.asdict(agency).items():
        if isinstance(value, str) and (text := too_long(value, TEXT if field == "note" else LINE)):
            raise UserError(text, field.removesuffix("_typed"))
    checks = [
        ("written_hours", _outside(agency.written_hours, agency.written_hours_typed, _MOST_HOURS)),
        (
            "acknowledge_days",
            _outside(agency.acknowledge_days, agency.acknowledge_days_typed, _MOST_DAYS),
        ),
        ("checked_on", date_problem(agency.checked_on, agency.checked_on_typed)),
        ("checked_on", past_problem(agency.checked_on, today)),
    ]
    for field, wrong in checks:
        if wrong is not None:
            raise UserError(wrong, field)


def _outside(number: int | None, typed: str, most: int) -> str | None:
    if number is not None and not 1 <= number <= most:
        return _("Write a number from 1 to {most}, or leave it empty.").format(most=most)
    return number_problem(number, typed)
