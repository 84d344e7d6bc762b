"""Handing one concern on as a JSON file, and taking such a file in."""

import hashlib
import re

import msgspec

from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.handed_on import HandedOn, HandedSharing
from sgdesk.domain.sharing.decision import NOT_DECIDED, SharingDraft
from sgdesk.errors import UserError
from sgdesk.ids import ConcernId
from sgdesk.services.context import Context
from sgdesk.services.drafts import stored
from sgdesk.services.exchange_checks import decoded, notices
from sgdesk.services.exchange_files import add_files, check_files
from sgdesk.services.exchange_form import handed_on
from sgdesk.services.exchange_links import add_links, link_notices
from sgdesk.services.exchange_names import Taken, taken
from sgdesk.services.exchange_police import check_reporters
from sgdesk.services.sharing import FLOW
from sgdesk.store.unit import Unit
from sgdesk.text import _, to_london


class TakenIn(msgspec.Struct, frozen=True):
    """A concern that was taken in. `original` is the reference it had where it came from;
    `notices` name what was kept as it was and should be looked at."""

    id: ConcernId
    reference: str
    original: str
    notices: tuple[str, ...]


class Exchange:
    """What a user does with files from and for other practices."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def concern_of(self, reference: str) -> ConcernId:
        """Return the concern of a reference. Raises UserError when there is none."""
        with self._context.unit() as unit:
            found = unit.concerns.by_reference(reference.strip().upper())
        if found is None:
            raise UserError(_("There is no concern of this reference in these records."))
        return found.id

    def written(self, concern_id: ConcernId) -> bytes:
        """Return a signed concern as JSON that anybody can read; the log says that it left.

        Raises UserError while it is not signed.
        """
        with self._context.unit() as unit:
            content = msgspec.json.format(
                msgspec.json.encode(handed_on(unit, concern_id, self._context.clock.now())),
                indent=1,
            )
            digest = hashlib.sha256(content).hexdigest()
            unit.audit("concern.exported", f"concern:{concern_id}", {"sha256": digest})
            unit.commit()
        return content + b"\n"

    def take_in(self, content: bytes) -> TakenIn:
        """Take in a concern from the content of a file, all of it or nothing.

        Raises UserError with one sentence for a file that is broken, foreign or here already.
        """
        document = decoded(content)
        with self._context.unit() as unit:
            self._refuse_what_is_here(unit, document)
            check_files(unit, document.files)
            reference = self._reference(unit, document.concern.reference)
            new = taken(document, reference, self._context.clock.now(), self._names(unit))
            self._add(unit, new)
            unit.audit(
                "concern.imported",
                f"concern:{new.concern.id}",
                {"sha256": hashlib.sha256(content).hexdigest()},
            )
            waiting = link_notices(unit, new.concern)
            unit.commit()
        return TakenIn(
            id=new.concern.id,
            reference=reference,
            original=document.concern.reference,
            notices=(*notices(new.concern, self._context.today()), *waiting),
        )

    def _refuse_what_is_here(self, unit: Unit, document: HandedOn) -> None:
        here = unit.concerns.line(document.concern.id)
        if here is not None:
            raise UserError(
                _("This concern is in these records already, as {reference}.").format(
                    reference=here.reference
                )
            )

    def _reference(self, unit: Unit, wanted: str) -> str:
        if unit.concerns.by_reference(wanted) is not None:
            return unit.references.allot(to_london(self._context.clock.now()).year)
        year, number = (int(part) for part in re.findall(r"\d+", wanted))
        unit.references.leave_out_to(year, number)
        return wanted

    def _names(self, unit: Unit) -> dict[str, str]:
        return {user.name: user.id for user in unit.users.all()}

    def _add(self, unit: Unit, new: Taken) -> None:
        unit.concerns.add_amended(new.concern, new.details_versions, new.fact_versions)
        for sharing in new.sharings:
            unit.sharings.add(sharing.sharing)
            for attempt in sharing.attempts:
                unit.sharings.save_attempt(attempt)
            if sharing.unfinished:
                self._open_wizard(unit, sharing)
        for call in new.calls:
            unit.calls.add(call)
        check_reporters(unit, new.concern, new.police)
        for contact in new.police:
            unit.police.add(contact)
        for news in new.police_news:
            unit.police.add_news(news)
        for outcome in new.outcomes:
            unit.outcomes.add(outcome)
        for note in new.team_notes:
            unit.outcomes.add_note(note)
        for due in new.dues:
            unit.dues.add(due)
        for closing in new.closings:
            unit.closings.add(closing)
        add_links(unit, new.concern, new.links)
        add_files(unit, new)

    def _open_wizard(self, unit: Unit, handed: HandedSharing) -> None:
        sharing = handed.sharing
        fields = [name for name in SharingDraft.__struct_fields__ if name not in NOT_DECIDED]
        draft = SharingDraft(decided=True, **{name: getattr(sharing, name) for name in fields})
        unit.drafts.save(
            stored(
                draft, draft.id, FLOW, sharing.concern_id, sharing.recipient.organisation,
                "clinical", Caret(), self._context.clock.now(), self._context.user.id,
            )
        )  # fmt: skip
