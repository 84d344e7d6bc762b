"""What changed since an earlier decision: facts added or amended, and the guidance."""

from collections.abc import Sequence

import msgspec

from sgdesk.domain.amendment import Amendment, deed_words
from sgdesk.domain.sharing.decision import Sharing
from sgdesk.domain.withdrawal import Deed
from sgdesk.text import _


class Since(msgspec.Struct, frozen=True, kw_only=True):
    """One thing as it was when it was decided, and as it is now."""

    about: str
    then: str
    now: str
    is_guidance: bool = False


def since(last: Sharing, amendments: Sequence[Amendment], guidance: str) -> tuple[Since, ...]:
    """Return what is another since a decision, the record first; `guidance` is today's version."""
    found = [
        Since(
            about=_about(one),
            then="–" if one.is_new else _lines(one, before=True),
            now=_lines(one, before=False),
        )
        for one in amendments
        if one.at > last.decided_at
    ]
    if last.guidance != guidance:
        found.append(Since(about=_("Guidance"), then=last.guidance, now=guidance, is_guidance=True))
    return tuple(found)


def _about(one: Amendment) -> str:
    if one.is_new:
        return _("Added: {what}").format(what=one.about)
    return one.about if one.deed is Deed.AMEND else deed_words(one)


def _lines(one: Amendment, *, before: bool) -> str:
    return "\n".join(
        f"{change.label}: {change.before if before else change.after}" for change in one.changes
    )
