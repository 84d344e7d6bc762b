"""Contacts with the police in a concern from outside: whose report it says that it was (LAW 6)."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.discovery import allowed_reporters, is_among, is_same_person
from sgdesk.domain.flows.fgm import FgmAnswer
from sgdesk.domain.flows.police import is_same_name
from sgdesk.domain.handed_on import HandedOn
from sgdesk.domain.police import FgmReport, NewsKind, PoliceContact, PoliceNews, is_relied_on
from sgdesk.domain.police_points import NUMBER_WORDS
from sgdesk.domain.practice import Role
from sgdesk.errors import UserError
from sgdesk.ids import ConcernId, PoliceContactId
from sgdesk.services.police_case import as_signed, fgm_answer_of
from sgdesk.store.unit import Unit
from sgdesk.text import _


def check_contacts(document: HandedOn) -> None:
    """Raise UserError with one sentence for contacts that cannot be as they are told."""
    contacts = {one.id: one for one in document.police}
    for contact in document.police:
        if contact.incident_number.strip() and contact.incident_on is None:
            raise _no_date()
        _check_report(contact)
    for news in document.police_news:
        about = contacts.get(news.contact_id)
        if about is None:
            raise UserError(_("This file adds to a police contact that it lacks."))
        if news.kind in NUMBER_WORDS and (not news.number.strip() or news.number_on is None):
            raise _no_date()
        if news.kind is NewsKind.CONFIRMED and not _is_theirs(news, about):
            raise _not_theirs()


def check_reporters(unit: Unit, concern: Concern, contacts: Sequence[PoliceContact]) -> None:
    """Raise UserError for a report by somebody who was not told and did not see; the concern is in
    the store by now."""
    reports = [one.fgm for one in contacts if one.fgm is not None]
    if not reports:
        return
    leads = [one.name for one in unit.users.all() if one.role is Role.LEAD]
    first = as_signed(unit, concern)
    names = allowed_reporters(concern, first, leads)
    for report in reports:
        if fgm_answer_of(concern) is not FgmAnswer.DUTY or not is_among(report.reporter, names):
            raise _not_theirs()


def renamed(
    document: HandedOn, concern_id: ConcernId, new_name: Callable[[], str]
) -> tuple[tuple[PoliceContact, ...], tuple[PoliceNews, ...]]:
    """Return the contacts and what came later under new ids; a confirmation is as the file says."""
    ids = {one.id: PoliceContactId(new_name()) for one in document.police}
    contacts = tuple(
        replace(one, id=ids[one.id], concern_id=concern_id, fgm=_by_the_file(one.fgm))
        for one in document.police
    )
    news = tuple(
        replace(one, id=new_name(), contact_id=ids[one.contact_id], concern_id=concern_id)
        for one in document.police_news
    )
    return contacts, news


def _by_the_file(report: FgmReport | None) -> FgmReport | None:
    if report is None or report.confirmed_on is None:
        return report
    told = _("by the file that was taken in: {how}").format(how=report.confirmed_how)
    return replace(report, confirmed_how=told)


def _check_report(contact: PoliceContact) -> None:
    report = contact.fgm
    if report is None:
        return
    is_by_reporter = is_same_name(contact.by, report.reporter)
    same = is_same_name(report.earlier_profession, report.profession)
    if not is_by_reporter or (is_relied_on(contact) and not same):
        raise _not_theirs()


def _is_theirs(news: PoliceNews, contact: PoliceContact) -> bool:
    return contact.fgm is not None and is_same_person(news.by, contact.fgm.reporter)


def _not_theirs() -> UserError:
    return UserError(
        _(
            "This file tells of a report to the police by somebody whose report it cannot be."
            " Nothing was changed."
        )
    )


def _no_date() -> UserError:
    return UserError(_("A number of the police in this file has no date. Nothing was changed."))
