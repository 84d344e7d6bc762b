"""The directory as a file: read and looked at first, taken in by one decision."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.answers import Nation
from sgdesk.domain.directory.reading import read_directory
from sgdesk.domain.directory.values import DirectoryRead, KnownDirectory
from sgdesk.domain.directory.writing import written
from sgdesk.errors import SituationError
from sgdesk.ids import AgencyId, new_id
from sgdesk.library.recipients import recipient_file
from sgdesk.services.agency_checks import put
from sgdesk.services.context import Context
from sgdesk.services.typed import storable
from sgdesk.store.unit import Unit
from sgdesk.text import _


def read_against(context: Context, there: Iterable[Agency], text: str) -> DirectoryRead:
    """Return how every row reads against the directory as it is."""
    return read_directory(
        text,
        KnownDirectory(
            today=context.today(),
            kinds=_kinds(context.guidance.nation),
            titles=_titles(),
            there=tuple(there),
            nation=context.guidance.nation,
        ),
    )


def take_in(unit: Unit, context: Context, agencies: Iterable[Agency]) -> int:
    """Put every one of these into the directory, or none where one fails; return how many."""
    count = 0
    for agency in agencies:
        if not agency.id:
            agency = msgspec.structs.replace(agency, id=AgencyId(new_id()))
        put(unit, context, storable(agency))
        count += 1
    unit.audit("agency.rows-taken", "", {"rows": count})
    unit.commit()
    return count


def write_file(agencies: Iterable[Agency], path: Path, nation: Nation) -> None:
    """Write the directory into a file, with the kinds of team as that nation calls them.

    Raises SituationError when that is not possible.
    """
    try:
        path.write_bytes(written(agencies, _kinds(nation)))
    except OSError as error:
        raise SituationError(
            _("The file could not be written. Close it in other programs, or choose another"
              " folder.")
        ) from error  # fmt: skip


def _kinds(nation: Nation) -> dict[str, str]:
    return {kind.id: kind.title for kind in recipient_file().called_in(nation)}


def _titles() -> dict[str, str]:
    kinds = recipient_file().kinds
    return {title: one.id for one in kinds for title in (one.title, *one.titles.values())}
