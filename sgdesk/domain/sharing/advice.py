"""Advice taken before deciding: from whom, what they said, and whether it was followed."""

from datetime import date

import msgspec

from sgdesk.domain.answers import YES_NO_WORDS, YesNo
from sgdesk.ids import CallId
from sgdesk.text import _, read_short_date


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """Advice from one person. `call_id`: it was taken over from a call that is on record.

    `without_names`: whether the person it was about stayed unnamed.
    """

    id: str
    name: str = ""
    role: str = ""
    given_on: date | None = None
    given_on_typed: str = ""
    without_names: YesNo | None = None
    said: str = ""
    followed: YesNo | None = None
    not_followed_because: str = ""
    call_id: CallId | None = None


def advice_words(one: Advice) -> tuple[tuple[str, str], ...]:
    """Return a piece of advice as (question, answer): who, what, and whether it was followed."""
    day = read_short_date(one.given_on) if one.given_on else ""
    names = _(YES_NO_WORDS[one.without_names]) if one.without_names else ""
    followed = _(YES_NO_WORDS[one.followed]) if one.followed else ""
    if one.followed is YesNo.NO:
        followed = _("No: {why}").format(why=one.not_followed_because)
    return (
        (_("Advice from"), ", ".join(filter(None, (one.name, one.role, day)))),
        (_("Asked without names"), names),
        (_("Advice given"), one.said),
        (_("Followed"), followed),
    )
