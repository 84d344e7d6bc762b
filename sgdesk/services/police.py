"""Contacts with the police: written down while talking, recorded, added to, printed."""

from datetime import datetime

import msgspec

from sgdesk.domain.cited_words import source_lines, statement_words
from sgdesk.domain.flows.discovery import is_same_person
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.flows.fgm import FgmAnswer, fgm_reasons
from sgdesk.domain.flows.police import as_contact, is_same_name, new_draft, police_problems
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.police import (
    FgmReport,
    NewsKind,
    PoliceContact,
    PoliceDraft,
    PoliceNews,
    PoliceReason,
    PoliceWay,
)
from sgdesk.domain.police_points import NUMBER_WORDS
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, DraftId, PoliceContactId, new_id
from sgdesk.services import police_dues
from sgdesk.services.context import Context
from sgdesk.services.copies import made_copy
from sgdesk.services.drafts import Drafts
from sgdesk.services.dues import guidance_of
from sgdesk.services.police_case import PoliceCase, case_of, fgm_answer_of
from sgdesk.services.police_gather import police_record, ready_list
from sgdesk.services.police_past import PastContact, past_contacts
from sgdesk.services.sending import concern_of
from sgdesk.services.typed import storable
from sgdesk.services.views import MadePaper, OpenDraft, Saved
from sgdesk.store.unit import Unit
from sgdesk.text import _

FLOW = "police"


class PoliceContacts:
    """What a user does when the police are told."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._drafts = Drafts(
            context, {FLOW: PoliceDraft},
            lambda: _("This contact is no longer a draft. Look at its concern."),
        )  # fmt: skip

    def case(self, concern_id: ConcernId | None) -> PoliceCase:
        """Return what is known about the case: forces of the directory, and who may report."""
        with self._context.unit() as unit:
            found = case_of(unit, concern_id)
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
        typed = storable(draft)
        return self._drafts.save(
            typed, typed.id, FLOW, typed.concern_id, caret,
            lambda unit: unit.police.get(typed.id) is not None,
        )  # fmt: skip

    def open_draft(self, draft_id: DraftId) -> OpenDraft[PoliceDraft]:
        """Return a contact that is being written down as it was left.

        Raises SituationError when there is none, because it was recorded or thrown away.
        """
        return self._drafts.open(draft_id)

    def drop_draft(self, draft_id: DraftId) -> None:
        """Throw away a contact that is being written down. That it was thrown away is logged."""
        self._drafts.drop(draft_id)

    def record(self, draft: PoliceDraft) -> PoliceContact:
        """Record a contact; a number that was not given and a promised call become due.

        A mandatory report can only be recorded as made by whoever was told or saw (LAW 6).
        Raises UserError naming the first thing that must be put right.
        """
        draft, now = storable(draft), self._context.clock.now()
        with self._context.unit() as unit:
            if unit.police.get(draft.id) is not None:
                raise SituationError(_("This contact is recorded already. It was not changed."))
            case = case_of(unit, draft.concern_id)
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

    def attach(self, contact_id: PoliceContactId, concern_id: ConcernId) -> PoliceContact:
        """Put a contact to the concern it turned out to be about; its deadlines count from the
        contact. Raises SituationError when it belongs to one already, or there is none."""
        with self._context.unit() as unit:
            contact, concern = _contact(unit, contact_id), concern_of(unit, concern_id)
            if contact.concern_id is not None:
                raise SituationError(_("This contact belongs to a concern already."))
            unit.police.attach(contact_id, concern_id)
            contact = _contact(unit, contact_id)
            police_dues.after_attaching(unit, self._context, contact, concern)
            unit.audit("police.attached", f"police:{contact_id}", {"concern": concern_id})
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
                news = msgspec.structs.replace(news, text=news.text or self._how(contact))
            unit.police.add_news(news)
            unit.drafts.remove(DraftId(news.id))
            police_dues.after_news(unit, self._context, contact, news)
            unit.audit("police.added", f"police:{contact.id}", {"kind": news.kind.value})
            unit.commit()
        return news

    def delay(self, concern_id: ConcernId, because: str, advice: str = "", id: str = "") -> None:
        """Write down why the personal report waits in an exceptional case, and whose advice was
        taken. Advice becomes due the same day; no deadline of the report itself moves (LAW 6).

        Raises UserError without a reason, or where no report is due.
        """
        if not because.strip():
            raise UserError(_("Say why the report waits."), "because")
        with self._context.unit() as unit:
            concern = unit.concerns.get(concern_id)
            if concern is None or concern.signed_at is None:
                raise SituationError(_("There is no such concern in this store."))
            told = _("Advice: {who}").format(who=advice) if advice.strip() else ""
            words = storable(" ".join(filter(None, (because, told))))
            if not police_dues.is_report_open(unit, concern_id):
                raise UserError(_("No report to the police is due here, so none can wait."))
            police_dues.after_delay(unit, self._context, concern, words)
            unit.drafts.remove(DraftId(id))
            unit.audit("report.delayed", f"concern:{concern_id}")
            unit.commit()

    def reasons(self, concern_id: ConcernId) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return why the duty to report applies to a concern or does not: each statement of the
        guidance of its nation, with the lines that name its sources."""
        with self._context.unit() as unit:
            concern = unit.concerns.get(concern_id)
            if concern is None:
                raise SituationError(_("There is no such concern in this store."))
            self._context.note_look(unit, "police.prepared", f"concern:{concern_id}")
        guidance = guidance_of(self._context, concern.urgency.nation)
        return tuple(
            (statement_words(one), tuple(source_lines(one, guidance)))
            for one in fgm_reasons(fgm_answer_of(concern), guidance)
        )

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
            concern = concern_of(unit, contact.concern_id) if contact.concern_id else None
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
            concern, case = concern_of(unit, concern_id), case_of(unit, concern_id)
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
        if not is_same_name(report.reporter.partition(",")[0], self._context.user.name):
            return msgspec.structs.replace(report, confirmed_on=None, confirmed_how="")
        return msgspec.structs.replace(
            report, confirmed_on=self._context.today(), confirmed_how=self._how(contact)
        )

    def _how(self, contact: PoliceContact) -> str:
        reporter = contact.fgm.reporter if contact.fgm else ""
        if is_same_name(reporter.partition(",")[0], self._context.user.name):
            return _("signed in as the reporter")
        return _("on paper, signed by the reporter")

    def _refuse_strangers(self, contact: PoliceContact, news: PoliceNews) -> None:
        reporter = contact.fgm.reporter if contact.fgm else ""
        if not is_same_person(news.by, reporter):
            raise UserError(
                _("Only {reporter} can confirm this report.").format(reporter=reporter), "by"
            )


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
