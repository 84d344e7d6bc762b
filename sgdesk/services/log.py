"""The safeguarding log: the register of concerns and decisions, without a narrative."""

from collections.abc import Sequence

from sgdesk.domain.concern import HARM_WORDS
from sgdesk.domain.people import PersonKind
from sgdesk.domain.police_points import PoliceNumber, number_words
from sgdesk.domain.sharing.decision import DECISION_WORDS
from sgdesk.domain.stage import stage_words
from sgdesk.services.context import Context
from sgdesk.services.police_past import police_numbers
from sgdesk.services.views import LogRow
from sgdesk.store.register import RegisterEntry
from sgdesk.text import _, initials, read_moment, read_short_date

_KINDS = {
    PersonKind.CHILD: "Child",
    PersonKind.UNBORN: "Unborn",
    PersonKind.ADULT: "Adult",
}


class Log:
    """What a user does with the log."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def register(self, limit: int = 50, before: LogRow | None = None) -> list[LogRow]:
        """Return the register, the last opened first; `before` continues after a row."""
        place = None if before is None else (before.opened_at, before.concern_id)
        with self._context.unit() as unit:
            entries = [
                (one, police_numbers(unit, one.line.id))
                for one in unit.register.newest(limit, place)
            ]
            unit.audit("log.read")
            unit.commit()
        return [_row(entry, numbers) for entry, numbers in entries]


def _row(entry: RegisterEntry, numbers: Sequence[PoliceNumber]) -> LogRow:
    newest = entry.sharings[-1] if entry.sharings else None
    entries = [one.clinical for one in entry.sharings if one.clinical.made_on is not None]
    clinical = entries[-1] if entries else None
    sent = [one.sent_at for one in entry.sharings if one.sent_at is not None]
    entered = ""
    if clinical is not None and clinical.made_on is not None:
        entered = _("{day}, {who}").format(
            day=read_short_date(clinical.made_on), who=clinical.made_by
        )
    return LogRow(
        concern_id=entry.line.id,
        reference=entry.line.reference,
        opened_at=entry.opened_at,
        initials=initials(entry.line.person_name) or "–",
        kind=_(_KINDS[entry.line.person_kind]),
        harms=", ".join(_(HARM_WORDS[harm]) for harm in entry.urgency.harms),
        decision=_(DECISION_WORDS[newest.decision]) if newest else "",
        shared_with=entry.line.shared_with,
        sent=read_moment(max(sent)) if sent else "",
        clinical_entry=entered,
        stage=stage_words(entry.line.stage, entry.open_rules),
        open_dues=len(entry.open_rules),
        police="; ".join(number_words(one) for one in numbers),
    )
