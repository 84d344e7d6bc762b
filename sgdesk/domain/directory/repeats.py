"""Which teams are the same: in the rows themselves, and against the directory."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.directory.columns import HEADINGS
from sgdesk.domain.directory.values import AgencyRow
from sgdesk.text import _

# Shorter ones, such as 101, are the same for every team of their kind.
_FEWEST_DIGITS = 6


class Teams:
    """The teams so far, each with the line it came from; 0 is the directory's own."""

    def __init__(self, there: Iterable[Agency]) -> None:
        self._teams = [(agency, 0) for agency in there]

    def placed(self, row: AgencyRow, agency: Agency, fields: Sequence[str]) -> AgencyRow:
        """Return the row as a new team, as a change to one, or as one that is there.

        `fields` are those that the file has; what it does not hold stays as it is.
        """
        for other, line in self._teams:
            if _name(other) == _name(agency):
                return self._beside(row, agency, fields, other, line)
        for other, line in self._teams:
            if (number := _shared_number(other, agency)) and other.kind == agency.kind:
                text = _("The same kind of team with the same number, {number}: {team}, {where}.")
                return msgspec.structs.replace(
                    row, repeats=text.format(number=number, team=other.name, where=_where(line))
                )
        self._teams.append((agency, row.line))
        return msgspec.structs.replace(row, agency=agency, notes=self._notes(agency, row.line))

    def _beside(
        self, row: AgencyRow, agency: Agency, fields: Sequence[str], other: Agency, line: int
    ) -> AgencyRow:
        different = [one for one in fields if getattr(other, one) != getattr(agency, one)]
        if not different:
            text = _("There already: {team}, {where}.").format(team=other.name, where=_where(line))
            return msgspec.structs.replace(row, repeats=text)
        told = "; ".join(_(HEADINGS[field]) for field in different)
        if line:
            text = _("Line {line} has the same team with another entry for: {fields}. One of them"
                     " is wrong.")  # fmt: skip
            return msgspec.structs.replace(row, refused=text.format(line=line, fields=told))
        values = {field: getattr(agency, field) for field in fields}
        changed = msgspec.structs.replace(other, **values)
        self._teams = [one for one in self._teams if one[0] is not other] + [(changed, row.line)]
        return msgspec.structs.replace(
            row, agency=changed, replaces=other.id,
            notes=(_("Would change: {fields}.").format(fields=told),),
        )  # fmt: skip

    def _notes(self, agency: Agency, own: int) -> tuple[str, ...]:
        return tuple(
            _("{team} has the same number, {number}.").format(team=other.name, number=number)
            for other, line in self._teams
            if line != own and (number := _shared_number(other, agency))
        )


def _name(agency: Agency) -> tuple[str, str]:
    return " ".join(agency.name.casefold().split()), agency.kind


def _shared_number(one: Agency, other: Agency) -> str:
    numbers = {_digits(other.phone), _digits(other.phone_out_of_hours)}
    digits = _digits(one.phone)
    return one.phone if len(digits) >= _FEWEST_DIGITS and digits in numbers else ""


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", re.sub(r"^\s*(?:\+|00)44\s*(?:\(0\))?", "0", phone))


def _where(line: int) -> str:
    return _("line {line}").format(line=line) if line else _("in the directory")
