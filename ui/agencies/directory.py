"""What the page of agencies reads."""

from collections.abc import Sequence
from dataclasses import dataclass

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import Agency
from sgdesk.domain.guidance import NationalLine
from sgdesk.domain.recipients import offered_in
from sgdesk.domain.unsaved import AgencyDraft, CheckDraft
from sgdesk.services.views import OpenDraft, RightNumber


@dataclass(frozen=True, slots=True)
class Directory:
    """What the page shows; `late` names the teams whose numbers must be checked,
    `begun` holds what was typed and is not in the directory yet."""

    agencies: Sequence[Agency]
    numbers: Sequence[RightNumber]
    lines: Sequence[NationalLine]
    late: Sequence[str]
    begun: Sequence[OpenDraft[AgencyDraft | CheckDraft]]


def read_directory(desk: Desk) -> Directory:
    """Read the directory. Runs on the worker."""
    agencies = desk.agencies.list()
    return Directory(
        agencies,
        [desk.agencies.right_number(agency) for agency in agencies],
        desk.agencies.lines(),
        desk.agencies.late(),
        desk.unsaved.begun("agency", "agency-check"),
    )


def kinds_offered(desk: Desk, chosen: str = "") -> list[tuple[str, str]]:
    """Return the kinds of team that the practice's nation has, under its names; and one that was
    chosen before, wherever it is from."""
    return offered_in(desk.recipients, desk.guidance.nation, chosen)
