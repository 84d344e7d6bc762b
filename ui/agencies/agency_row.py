"""What the directory shows of one team, and of one national line."""

from datetime import date

from PySide6.QtWidgets import QWidget

from sgdesk.domain.agency import CHECK_METHOD_WORDS, ROUTE_WORDS, Agency
from sgdesk.domain.cited import CONFIDENCE_WORDS
from sgdesk.domain.freshness import Freshness, age_words, freshness
from sgdesk.domain.guidance import Guidance, NationalLine
from sgdesk.services.views import RightNumber
from sgdesk.text import _, read_short_date
from ui.kit.cards import tag, words
from ui.kit.layout import Gap, column
from ui.kit.rows import two_lines

_TONES = {
    Freshness.FRESH: "ok",
    Freshness.LATE: "due",
    Freshness.OLD: "overdue",
    Freshness.NEVER: "overdue",
}


def agency_cells(
    agency: Agency, number: RightNumber, kind: str, today: date
) -> tuple[QWidget, QWidget, QWidget]:
    """Return the team with its ways in, the number that is right now, and how fresh it is."""
    preferred = ""
    if agency.preferred is not None:
        preferred = _("Prefers: {route}").format(route=_(ROUTE_WORDS[agency.preferred]))
    about = " · ".join(filter(None, (kind, agency.area)))
    return (
        _below(words(agency.name, "label"), about, preferred, _rules(agency), agency.email),
        two_lines(number.number, "", "\n".join(filter(None, (number.when, number.other)))),
        _fresh(agency, today),
    )


def line_cells(line: NationalLine, guidance: Guidance) -> tuple[QWidget, ...]:
    """Return a national line, with its sources and how sure we are of it."""
    sources = "; ".join(
        _("{publisher}, {day}").format(
            publisher=source.publisher, day=read_short_date(source.checked_on)
        )
        for source in guidance.sources_of(line)
    )
    sure = _(CONFIDENCE_WORDS[line.confidence])
    return (
        words(line.title, "label"),
        words(line.number, "label"),
        words(line.when),
        two_lines("", sources or sure, sure if sources else ""),
    )


def fresh_tag(checked_on: date | None, today: date) -> tuple[str, str]:
    """Return in one or two words how fresh a check is, and the tone that goes with them."""
    fresh = freshness(checked_on, today)
    text = {
        Freshness.FRESH: _("Checked"),
        Freshness.LATE: _("Check again"),
        Freshness.OLD: _("Too old"),
        Freshness.NEVER: _("Never checked"),
    }[fresh]
    return text, _TONES[fresh]


def check_words(by: str, method: object, source: str) -> str:
    """Return who checked a number and how, in one line."""
    how = next((_(told) for one, told in CHECK_METHOD_WORDS.items() if one is method), "")
    who = _("by {who}").format(who=by) if by else ""
    return " · ".join(filter(None, (who, how, source)))


def _fresh(agency: Agency, today: date) -> QWidget:
    text, tone = fresh_tag(agency.checked_on, today)
    how = ""
    if agency.checked_on is not None:
        how = check_words(agency.checked_by, agency.checked_method, agency.source)
    return _below(tag(text, tone), age_words(agency.checked_on, today), how)


def _rules(agency: Agency) -> str:
    hours, answer, chase = agency.written_hours, agency.acknowledge_days, agency.chase_days
    return " · ".join(
        text
        for text, known in (
            (_("In writing within {count} h").format(count=hours), hours),
            (_("They answer within {days}").format(days=_working_days(answer)), answer),
            (_("Chase after {days}").format(days=_working_days(chase)), chase),
        )
        if known
    )


def _working_days(count: int | None) -> str:
    return _("1 working day") if count == 1 else _("{count} working days").format(count=count)


def _below(first: QWidget, *hints: str) -> QWidget:
    widget = QWidget()
    layout = column(widget, Gap.TIGHT)
    layout.addWidget(first)
    for hint in filter(None, hints):
        layout.addWidget(words(hint, "hint"))
    return widget
