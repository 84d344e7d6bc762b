"""What the page of agencies reads."""

from collections.abc import Sequence
from dataclasses import dataclass

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import Agency
from sgdesk.domain.guidance import NationalLine
from sgdesk.services.views import RightNumber


@dataclass(frozen=True, slots=True)
class Directory:
    """What the page shows; `late` names the teams whose numbers must be checked."""

    agencies: Sequence[Agency]
    numbers: Sequence[RightNumber]
    lines: Sequence[NationalLine]
    late: Sequence[str]


def read_directory(desk: Desk) -> Directory:
    """Read the directory. Runs on the worker."""
    agencies = desk.agencies.list()
    return Directory(
        agencies,
        [desk.agencies.right_number(agency) for agency in agencies],
        desk.agencies.lines(),
        desk.agencies.late(),
    )
