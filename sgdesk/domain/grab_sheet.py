"""What is kept on paper for the day the PC is down: numbers, blank forms, blank body maps."""

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.guidance import NationalLine
from sgdesk.domain.paper import Imprint
from sgdesk.domain.practice import Practice


class GrabSheet(msgspec.Struct, frozen=True, kw_only=True):
    """The emergency grab sheet. It names no patient; `maps` are the ids of the blank views.

    `late` are the names of agencies whose numbers were not checked for 90 days; `teams` are what
    the nation calls its front doors, `fgm` is what holds there once FGM comes up.
    """

    imprint: Imprint
    practice: Practice
    lead: str
    deputy: str
    lines: tuple[NationalLine, ...]
    agencies: tuple[Agency, ...]
    late: tuple[str, ...] = ()
    maps: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    fgm: str = ""
    demonstration: bool = False
