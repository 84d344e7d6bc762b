"""By when a call is to be confirmed in writing: by the agency's rule and by what they said."""

from datetime import datetime

from sgdesk.domain.agency import Agency
from sgdesk.domain.guidance import Guidance, Trigger
from sgdesk.domain.people import PersonKind
from sgdesk.services.stricter_dues import Figures, answer
from sgdesk.text import _, read_moment


def written_words(
    guidance: Guidance,
    kind: PersonKind,
    agency: Agency | None,
    said: int | None,
    ended: datetime | None,
    now: datetime,
) -> str:
    """Return both figures with their times, and that the stricter holds; it runs from the end of
    the call, and from now while that has not come."""
    trigger = Trigger.ADULT_CALL_ENDED if kind is PersonKind.ADULT else Trigger.CHILD_CALL_ENDED
    figures = Figures(agency.written_hours if agency else None, said)
    lines = []
    for rule in guidance.rules_for(trigger):
        found = answer(rule, ended or now, guidance.nation, figures, now)
        if found.due is not None:
            when = _("In writing by {when}.").format(when=read_moment(found.due))
            lines.append(f"{when} {found.source}")
    return "\n".join(lines)
