"""What the directory shows of one team, and of one national line."""

from datetime import date

from PySide6.QtWidgets import QWidget

from sgdesk.domain.agency import ROUTE_WORDS, Agency
from sgdesk.domain.cited import CONFIDENCE_WORDS
from sgdesk.domain.guidance import Guidance, NationalLine
from sgdesk.services.views import RightNumber
from sgdesk.text import _, read_short_date
from ui.kit.cards import tag, words
from ui.kit.layout import Gap, column
from ui.kit.rows import two_lines

_AMBER_DAYS, _RED_DAYS = 90, 180


def agency_cells(
    agency: Agency, number: RightNumber, kind: str, today: date
) -> tuple[QWidget, QWidget, QWidget]:
    """Return the team with its ways in, the number that is right now, and how fresh it is."""
    preferred = ""
    if agency.preferred is not None:
        preferred = _("Prefers: {route}").format(route=_(ROUTE_WORDS[agency.preferred]))
    about = " · ".join(filter(None, (kind, agency.area)))
    return (
        _below(words(agency.name, "label"), about, preferred, agency.email),
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


def freshness(checked_on: date | None, today: date) -> tuple[str, str]:
    """Return when a number was checked, in words, and the tone: amber from 90 days on, red from
    180 or when nobody ever did."""
    if checked_on is None:
        return _("Never checked"), "overdue"
    day, age = read_short_date(checked_on), (today - checked_on).days
    if age >= _RED_DAYS:
        return _("{day}: too old").format(day=day), "overdue"
    if age >= _AMBER_DAYS:
        return _("{day}: check it").format(day=day), "due"
    return day, "ok"


def _fresh(agency: Agency, today: date) -> QWidget:
    text, tone = freshness(agency.checked_on, today)
    by = _("by {who}").format(who=agency.checked_by) if agency.checked_by else ""
    return _below(tag(text, tone), by)


def _below(first: QWidget, *hints: str) -> QWidget:
    widget = QWidget()
    layout = column(widget, Gap.TIGHT)
    layout.addWidget(first)
    for hint in filter(None, hints):
        layout.addWidget(words(hint, "hint"))
    return widget
