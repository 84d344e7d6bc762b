"""Contacts with the police as the history of a concern tells them."""

from sgdesk.domain.pack import LogEntry
from sgdesk.domain.police import NEWS_WORDS, REASON_WORDS, PoliceContact, PoliceNews
from sgdesk.domain.police_points import NUMBER_WORDS, PoliceNumber, number_words
from sgdesk.services.police_past import PastContact
from sgdesk.text import _, read_moment


def police_entries(past: PastContact) -> list[LogEntry]:
    """Return a contact and what came later, an entry each."""
    contact = past.contact
    what = _("Police told: {why}").format(why=_(REASON_WORDS[contact.reason]))
    told = LogEntry(contact.started_at, what, contact.by or contact.recorded_by, _detail(contact))
    return [told, *(_news(one, contact.force) for one in past.news)]


def _detail(contact: PoliceContact) -> str:
    numbers = [one for one in (contact.incident_number, contact.crime_number) if one.strip()]
    asked = ""
    if not numbers and contact.asked_at is not None:
        asked = _("no number given, asked at {when}").format(when=read_moment(contact.asked_at))
    return ", ".join(filter(None, (contact.force, contact.call_taker, *numbers, asked)))


def _news(news: PoliceNews, force: str) -> LogEntry:
    number = ""
    if news.kind in NUMBER_WORDS:
        number = number_words(PoliceNumber(news.kind, news.number, news.number_on, force))
    detail = ", ".join(filter(None, (number, news.text)))
    return LogEntry(news.at, _(NEWS_WORDS[news.kind]), news.by or news.recorded_by, detail)
