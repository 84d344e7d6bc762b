"""Not sharing, or not yet: what is recorded of it, with the same weight."""

from datetime import date

import msgspec

from sgdesk.text import read_date


class NotSharing(msgspec.Struct, frozen=True, kw_only=True):
    """Why nothing is shared, or not yet (LAW 14 CHK-19). `also_done` is what keeps the person safe
    meanwhile."""

    reasons: str = ""
    harm: str = ""
    also_done: str = ""
    agreed_by: str = ""
    agreed_role: str = ""
    agreed_on: date | None = None
    agreed_on_typed: str = ""
    review_on: date | None = None
    review_on_typed: str = ""


def agreed_words(why: NotSharing) -> str:
    """Return who agreed not to share, in which role and on which day."""
    day = read_date(why.agreed_on) if why.agreed_on else ""
    return ", ".join(filter(None, (why.agreed_by, why.agreed_role, day)))
