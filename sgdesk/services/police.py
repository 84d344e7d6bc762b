"""Contacts with the police: written down while talking, recorded, added to, printed."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from sgdesk.domain.concern import Concern, ConcernDraft
from sgdesk.domain.flows.discovery import discovery, reporters
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.flows.fgm import FgmAnswer, fgm_answer
from sgdesk.domain.flows.police import as_contact, is_same_person, new_draft, police_problems
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.police import (
    NUMBER_WORDS,
    FgmReport,
    NewsKind,
    PoliceContact,
    PoliceDraft,
    PoliceNews,
    PoliceReason,
    PoliceWay,
)
from sgdesk.domain.police_papers import Registrant
from sgdesk.domain.practice import User
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, DraftId, PoliceContactId, new_id
from sgdesk.services import police_dues
from sgdesk.services.context import Context
from sgdesk.services.copies import made_copy
from sgdesk.services.drafts import opened, stored
from sgdesk.services.police_gather import open_points_of, police_record, ready_list
from sgdesk.services.typed import storable
from sgdesk.services.views import MadePaper, OpenDraft, Saved
from sgdesk.store.unit import Unit
from sgdesk.text import _, to_london

FLOW = "police"
_DIRECTORY_KIND = "police"


class PoliceCase(msgspec.Struct, frozen=True):
    """What is known about the case before the first word.

    `reporters` are the only people whose mandatory report it can be, each with the profession and
    the registration where they are known here; `answer` says whether the duty applies.
    """

    forces: tuple[str, ...] = ()
    answer: FgmAnswer = FgmAnswer.NOT_RAISED
    reporters: tuple[Registrant, ...] = ()
    discovered_at: datetime | None = None


class PastContact(msgspec.Struct, frozen=True):
    """One contact with what came later."""

    contact: PoliceContact
    news: tuple[PoliceNews, ...]
    open_points: tuple[str, ...] = ()


class PoliceContacts:
    """What a user does when the police are told."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def case(self, concern_id: ConcernId | None) -> PoliceCase:
        """Return what is known about the case: forces of the directory, and who may report."""
        with self._context.unit() as unit:
            found = _case(unit, concern_id)
            self._context.note_look(unit, "police.prepared", f"concern:{concern_id or ''}")
        return found

    def begin(self, concern_id: ConcernId | None, reason: PoliceReason | None) -> PoliceDraft:
        """Return the draft of a contact that starts now."""
        case = self.case(concern_id)
        draft = PoliceDraft(
            id=PoliceContactId(new_id()), concern_id=concern_id, reason=reason,
            by=self._context.user.name,
            way=PoliceWay.EMERGENCY if reason is PoliceReason.DANGER else None,
        )  # fmt: skip
        force = case.forces[0] if len(case.forces) == 1 else ""
        return new_draft(draft, self._context.clock.now(), force)

    def save_draft(self, draft: PoliceDraft, caret: Caret) -> Saved:
        """Save a contact that is being written down. One that was recorded meanwhile stays so."""
        now, typed, by = self._context.clock.now(), storable(draft), self._context.user.id
        with self._context.unit() as unit:
            if unit.police.get(typed.id) is None:
                if unit.drafts.get(DraftId(typed.id)) is None:
                    unit.audit("police.begun", f"police:{typed.id}")
                unit.drafts.save(
                    stored(typed, typed.id, FLOW, typed.concern_id, "", "", caret, now, by)
                )
                unit.commit()
        return Saved("", now)

    def open_draft(self, draft_id: DraftId) -> OpenDraft[PoliceDraft]:
        """Return a contact that is being written down as it was left.

        Raises SituationError when there is none, because it was recorded or thrown away.
        """
        with self._context.unit() as unit:
            found = unit.drafts.get(draft_id)
            if found is None:
                raise SituationError(_("This contact is no longer a draft. Look at its concern."))
            unit.audit("draft.opened", f"police:{draft_id}")
            unit.commit()
        return opened(found, PoliceDraft)

    def drop_draft(self, draft_id: DraftId) -> None:
        """Throw away a contact that is being written down. That it was thrown away is logged."""
        with self._context.unit() as unit:
            if unit.drafts.get(draft_id) is not None:
                unit.drafts.remove(draft_id)
                unit.audit("police.dropped", f"police:{draft_id}")
                unit.commit()

    def record(self, draft: PoliceDraft) -> PoliceContact:
        """Record a contact; a number that was not given and a promised call become due.

        A mandatory report can only be recorded as made by whoever was told or saw (LAW 6).
        Raises UserError naming the first thing that must be put right.
        """
        draft, now = storable(draft), self._context.clock.now()
        with self._context.unit() as unit:
            if unit.police.get(draft.id) is not None:
                raise SituationError(_("This contact is recorded already. It was not changed."))
            case = _case(unit, draft.concern_id)
            self._refuse(draft, case, now)
            contact = as_contact(draft, now, self._context.user.name)
            contact = msgspec.structs.replace(contact, fgm=self._report(contact, case))
            unit.police.add(contact)
            unit.drafts.remove(DraftId(draft.id))
            police_dues.after_contact(unit, self._context, contact)
            about = {"reason": contact.reason.value, "concern": contact.concern_id or ""}
            unit.audit("police.recorded", f"police:{contact.id}", about)
            unit.commit()
        return contact

    def add_news(self, news: PoliceNews) -> PoliceNews:
        """Add what came later: a number, a call, the reporter's own word. Nothing is changed.

        Raises UserError when a number comes without its date, or nothing is said.
        """
        _check_news(news, self._context.clock.now())
        news = storable(
            msgspec.structs.replace(
                news, id=news.id or new_id(), recorded_at=self._context.clock.now(),
                recorded_by=self._context.user.name,
            )
        )  # fmt: skip
        with self._context.unit() as unit:
            contact = _contact(unit, news.contact_id)
            if news.kind is NewsKind.CONFIRMED:
                self._refuse_strangers(contact, news)
            unit.police.add_news(news)
            police_dues.after_news(unit, self._context, contact, news)
            unit.audit("police.added", f"police:{contact.id}", {"kind": news.kind.value})
            unit.commit()
        return news

    def of(self, concern_id: ConcernId) -> tuple[PastContact, ...]:
        """Return the contacts about a concern with what came later, in time order."""
        with self._context.unit() as unit:
            found = past_contacts(unit, concern_id)
            self._context.note_look(unit, "police.read", f"concern:{concern_id}")
        return found

    def paper(self, contact_id: PoliceContactId) -> MadePaper:
        """Make a numbered copy of the incident-number record."""
        from sgdesk.documents.render import paper

        with self._context.unit() as unit:
            contact = _contact(unit, contact_id)
            concern = unit.concerns.get(contact.concern_id) if contact.concern_id else None
            made = made_copy(
                unit, self._context, PaperKind.POLICE_RECORD, concern,
                lambda imprint: paper(
                    police_record(unit, self._context, concern, contact, imprint), {}
                ),
            )  # fmt: skip
            unit.commit()
        return made

    def ready_list(self, concern_id: ConcernId) -> MadePaper:
        """Make a numbered copy of the caller's ready-list for a mandatory report.

        Raises UserError where there is no duty to make one.
        """
        from sgdesk.documents.render import paper

        with self._context.unit() as unit:
            concern = unit.concerns.get(concern_id)
            if concern is None:
                raise SituationError(_("There is no such concern in this store."))
            case = _case(unit, concern_id)
            if case.answer is not FgmAnswer.DUTY:
                raise UserError(_("The duty to report does not apply here."))
            made = made_copy(
                unit, self._context, PaperKind.READY_LIST, concern,
                lambda imprint: paper(
                    ready_list(unit, self._context, concern, case.reporters, imprint), {}
                ),
            )  # fmt: skip
            unit.commit()
        return made

    def _refuse(self, draft: PoliceDraft, case: PoliceCase, now: datetime) -> None:
        names = tuple(one.name for one in case.reporters)
        problems = police_problems(draft, now, names, case.answer)
        if problems:
            raise UserError(problems[0].text, problems[0].field)

    def _report(self, contact: PoliceContact, case: PoliceCase) -> FgmReport | None:
        if contact.fgm is None:
            return None
        report = msgspec.structs.replace(contact.fgm, discovered_at=case.discovered_at)
        if not is_same_person(report.reporter, self._context.user.name):
            return msgspec.structs.replace(report, confirmed_on=None, confirmed_how="")
        return msgspec.structs.replace(
            report, confirmed_on=self._context.today(), confirmed_how=_("signed in as the reporter")
        )

    def _refuse_strangers(self, contact: PoliceContact, news: PoliceNews) -> None:
        reporter = contact.fgm.reporter if contact.fgm else ""
        if not is_same_person(news.by, reporter):
            raise UserError(
                _("Only {reporter} can confirm this report.").format(reporter=reporter), "by"
            )


def past_contacts(unit: Unit, concern_id: ConcernId) -> tuple[PastContact, ...]:
    """Return the contacts about a concern with what came later, in time order."""
    return tuple(
        PastContact(one, unit.police.news(one.id), open_points_of(unit, one))
        for one in unit.police.of_concern(concern_id)
    )


def _case(unit: Unit, concern_id: ConcernId | None) -> PoliceCase:
    forces = tuple(one.name for one in unit.agencies.all() if one.kind == _DIRECTORY_KIND)
    record = None if concern_id is None else _record(unit, concern_id)
    if record is None:
        return PoliceCase(forces)
    found = discovery(record)
    discovered_on = to_london(found.at).date() if found.at else None
    known = unit.users.all()
    return PoliceCase(
        forces,
        fgm_answer(record.urgency, record.person, discovered_on),
        tuple(_registrant(name, known) for name in reporters(record)),
        found.at,
    )


def _record(unit: Unit, concern_id: ConcernId) -> Concern | ConcernDraft:
    """Return a concern as it is recorded, or as it is being recorded."""
    found = unit.drafts.get(DraftId(concern_id))
    if found is not None:
        return opened(found, ConcernDraft).draft
    concern = unit.concerns.get(concern_id)
    if concern is None:
        raise SituationError(
            _("The contact is not recorded yet: its concern is not in this store. Choose another.")
        )
    return concern


def _registrant(name: str, known: Sequence[User]) -> Registrant:
    """Return who was told, by the name that they have at this desk, if they have one."""
    found = [one for one in known if is_same_person(name, one.name)]
    if len(found) != 1:
        return Registrant(name)
    return Registrant(found[0].name, found[0].profession, found[0].registration)


def _contact(unit: Unit, contact_id: PoliceContactId) -> PoliceContact:
    contact = unit.police.get(contact_id)
    if contact is None:
        raise SituationError(_("There is no such contact in this store."))
    return contact


def _check_news(news: PoliceNews, now: datetime) -> None:
    if news.at > now:
        raise UserError(_("This lies in the future. Check the date and the time."), "at")
    if news.kind in NUMBER_WORDS:
        if not news.number.strip():
            raise UserError(_("Write the number."), "number")
        if news.number_on is None:
            raise UserError(
                _("Write the date of the number. A serial number alone is found by nobody."),
                "number_on",
            )
    elif news.kind is NewsKind.OTHER and not news.text.strip():
        raise UserError(_("Write what came."), "text")
