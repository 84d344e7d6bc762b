"""The files of a concern on their way out and in: as they came, and checked again on arrival."""

from collections.abc import Mapping, Sequence

from sgdesk.domain.attachment import Attachment, size_problem
from sgdesk.domain.handed_on import HandedFile
from sgdesk.errors import UserError
from sgdesk.ids import ConcernId, UserId
from sgdesk.services.attachments import whole
from sgdesk.services.exchange_names import Taken
from sgdesk.store.unit import Unit
from sgdesk.text import _


def handed_files(
    unit: Unit, concern_id: ConcernId, names: Mapping[UserId, str]
) -> tuple[HandedFile, ...]:
    """Return the files of a concern with their bytes. Raises SituationError for a damaged one."""
    return tuple(
        HandedFile(
            id=one.id, kind=one.kind, title=one.title, source=one.source, reason=one.reason,
            agreed=one.agreed, added_at=one.added_at,
            added_by=names.get(one.added_by, one.added_by), set_aside_at=one.set_aside_at,
            set_aside_by=names.get(one.set_aside_by or UserId(""), one.set_aside_by or ""),
            set_aside_because=one.set_aside_because, sha256=one.file.sha256,
            content=whole(unit, one.id),
        )
        for one in unit.attachments.of_concern(concern_id)
    )  # fmt: skip


def check_files(unit: Unit, files: Sequence[HandedFile]) -> None:
    """Raise UserError where files are off here, are too many, or are not the ones that left."""
    from sgdesk.documents.attached import inspected

    if files and not unit.attachments.rule().allowed:
        raise UserError(
            _(
                "This record comes with photos or other files, and these are switched off in"
                " Settings here. Nothing was changed. Switch them on first."
            )
        )
    kept = 0
    for one in files:
        if sentence := size_problem(len(one.content), kept):
            raise UserError(sentence)
        kept += len(one.content)
        if inspected(one.content).sha256 != one.sha256:
            raise UserError(
                _("A file of this record was changed on its way. Nothing was changed here.")
            )


def add_files(unit: Unit, new: Taken) -> None:
    """Keep the files of a concern that was taken in; each has its entry in the log."""
    from sgdesk.documents.attached import inspected

    for one in new.files:
        value = Attachment(
            id=one.id, concern_id=new.concern.id, kind=one.kind, title=one.title,
            source=one.source, reason=one.reason, agreed=one.agreed, file=inspected(one.content),
            added_at=one.added_at, added_by=UserId(one.added_by), set_aside_at=one.set_aside_at,
            set_aside_by=UserId(one.set_aside_by) if one.set_aside_at else None,
            set_aside_because=one.set_aside_because,
        )  # fmt: skip
        unit.attachments.add(value, one.content)
        unit.audit(
            "attachment.imported", f"attachment:{value.id}",
            {"concern": value.concern_id, "form": value.file.form.value,
             "sha256": value.file.sha256},
        )  # fmt: skip
