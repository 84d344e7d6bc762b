"""The record that an emergency belongs to: one that is being written, or one of its own."""

from collections.abc import Sequence
from datetime import date

from sgdesk.domain.concern import ConcernLine, Stage
from sgdesk.domain.emergency import EmergencyDraft
from sgdesk.services.views import ConcernRow
from sgdesk.text import _
from ui.kit.choice_fields import Options
from ui.kit.concern_options import concern_options

_MOST = 4  # a button each, where there is no time to open a list


def records_for(rows: Sequence[ConcernRow], chosen: str) -> list[ConcernRow]:
    """Return the records that are offered: the last ones written in, and the one that is chosen."""
    there = [row for row in rows if row.line.id == chosen]
    return (there + [row for row in rows if row.line.id != chosen])[:_MOST]


def record_options(rows: Sequence[ConcernRow], today: date, *, whole: bool) -> Options:
    """Return these records to choose from, after one of its own; nothing is added to one that is
    not being written, but a new one can be linked with it."""
    written = {row.line.id for row in rows if row.line.stage is Stage.DRAFT}
    linked = _("A new record, linked with {record}")
    return [
        ("", _("A new record")),
        *(
            (id, label if id in written else linked.format(record=label))
            for id, label in concern_options(rows, today, whole=whole)
        ),
    ]


def take_record(
    draft: EmergencyDraft, before: ConcernLine | None, chosen: ConcernLine | None
) -> None:
    """Write in what the chosen record knows of the person; what was taken from the one before goes,
    and what was typed stays."""
    was, now = _known(before), _known(chosen)
    if draft.born is None and draft.born_typed:
        del now["born"]  # an age, as somebody estimates it
    for field, known in now.items():
        if getattr(draft, field) in (None, "", was[field]):
            setattr(draft, field, known)
            if field == "born":
                draft.born_typed = ""


def _known(line: ConcernLine | None) -> dict[str, object]:
    if line is None:
        return {"kind": None, "name": "", "born": None}
    return {"kind": line.person_kind, "name": line.person_name, "born": line.born}
