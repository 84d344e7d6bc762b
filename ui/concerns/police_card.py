"""Contacts with the police about a concern: the numbers first, what is open, what came later."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.masking import Shown
from sgdesk.domain.police import NEWS_WORDS, REASON_WORDS, NewsKind, PoliceContact, PoliceNews
from sgdesk.domain.police_points import NUMBER_WORDS, PoliceNumber, number_words
from sgdesk.services.police_past import PastContact
from sgdesk.text import _, read_moment
from ui.concerns.done_cards import entry, labelled
from ui.kit.cards import Card, Notice, button
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap


class PoliceCard(Card):
    """`contact_asked` when a new contact is to be written; `news_asked` carries a contact and what
    came (or None); `record_asked` a contact's id whose record is to be printed."""

    contact_asked = Signal()
    news_asked = Signal(object, object)
    record_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Police"))
        new = button(_("New police contact"), "small", "new-contact")
        new.clicked.connect(self.contact_asked)
        self.add_to_title(new)

    def contact_pieces(self, past: PastContact, shown: Shown) -> list[Callable[[], None]]:
        """Return the pieces that show a contact, what came later, and what is still to be done."""
        contact = past.contact
        return [
            lambda: self.add(_contact(past, shown)),
            *(lambda one=one: self.add(_news(one, contact, shown)) for one in past.news),
            *(lambda one=one: self.add(Notice(shown(one), kind="due")) for one in past.open_points),
            lambda: self.body.addLayout(self._ways(past)),
        ]

    def _ways(self, past: PastContact) -> FlowLayout:
        contact, ways = past.contact, FlowLayout(gap=Gap.SMALL)
        for text, name, act in (
            (_("Add what came later"), "later", lambda: self.news_asked.emit(contact, None)),
            (
                _("Print the incident-number record"),
                "print",
                lambda: self.record_asked.emit(contact.id),
            ),
            *self._confirming(past),
            *self._filing(past),
        ):
            way = button(text, "small", f"police-{name}:{contact.id}")
            way.setAccessibleName(
                _("{button}: contact of {when}").format(
                    button=text, when=read_moment(contact.started_at)
                )
            )
            way.clicked.connect(act)
            ways.addWidget(way)
        return ways

    def _confirming(self, past: PastContact) -> list[tuple[str, str, Callable[[], None]]]:
        report = past.contact.fgm
        confirmed = any(one.kind is NewsKind.CONFIRMED for one in past.news)
        if report is None or report.confirmed_on is not None or confirmed:
            return []
        text = _("{name} has signed it").format(name=report.reporter)
        return [(text, "confirm", lambda: self.news_asked.emit(past.contact, NewsKind.CONFIRMED))]

    def _filing(self, past: PastContact) -> list[tuple[str, str, Callable[[], None]]]:
        if not past.numbers:
            return []
        text = _("It is in the clinical record")
        return [(text, "filed", lambda: self.news_asked.emit(past.contact, NewsKind.IN_RECORD))]


def _contact(past: PastContact, shown: Shown) -> QWidget:
    contact = past.contact
    head = _("{why}, {when}").format(
        why=_(REASON_WORDS[contact.reason]), when=read_moment(contact.started_at)
    )
    officer = " ".join(filter(None, (contact.rank, contact.call_taker, contact.collar)))
    whom = ", ".join(filter(None, (contact.force, contact.unit, officer)))
    call_back = read_moment(contact.call_back_at) if contact.call_back_at else ""
    return entry(
        head,
        shown,
        *(number_words(one) for one in past.numbers),
        _asked(past),
        whom,
        labelled(_("Told"), contact.told),
        labelled(_("Advice on evidence"), contact.advice_evidence),
        labelled(_("Advice on telling the family"), contact.advice_family),
        labelled(_("They call back"), call_back),
        _reporter(contact),
    )


def _asked(past: PastContact) -> str:
    contact = past.contact
    if past.numbers or contact.asked_at is None:
        return ""
    when = read_moment(contact.asked_at)
    return _("No number given, asked at {when}").format(when=when)


def _reporter(contact: PoliceContact) -> str:
    report = contact.fgm
    if report is None:
        return labelled(_("Spoke for the practice"), contact.by)
    if report.earlier_reference.strip():
        told = _("{who}, {profession}, reference {number}").format(
            who=report.earlier_by or _("not named"), profession=report.earlier_profession,
            number=report.earlier_reference,
        )  # fmt: skip
        return labelled(_("Relies on an earlier report by"), told)
    who = ", ".join(filter(None, (report.reporter, report.profession, report.registration)))
    return labelled(_("Reported by"), " · ".join(filter(None, (who, report.confirmed_how))))


def _news(news: PoliceNews, contact: PoliceContact, shown: Shown) -> QWidget:
    number = ""
    if news.kind in NUMBER_WORDS:
        number = number_words(PoliceNumber(news.kind, news.number, news.number_on, contact.force))
    when = _("{what}, {when}").format(what=_(NEWS_WORDS[news.kind]), when=read_moment(news.at))
    return entry(when, shown, number, labelled(_("From"), news.by), news.text)
