"""Files kept with a concern: looked at before they are kept, shown, set aside, and made to go."""

import hashlib
from datetime import datetime
from pathlib import Path

from sgdesk.domain.attachment import (
    FILE_FLOW,
    MOST_BYTES,
    Attachment,
    AttachmentDraft,
    AttachmentRule,
    Inspected,
    RuleDraft,
    draft_problems,
    rule_problems,
    size_problem,
)
from sgdesk.domain.flows.engine import Caret, Problem
from sgdesk.domain.practice import Role
from sgdesk.domain.unsaved import RULE_ID
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import AttachmentId, ConcernId, DraftId, new_id
from sgdesk.services.context import Context
from sgdesk.services.drafts import Drafts, opened
from sgdesk.services.typed import storable
from sgdesk.services.views import OpenDraft, Saved
from sgdesk.store.unit import Unit
from sgdesk.text import _


class Attachments:
    """What a user does with files. Their bytes are in memory and in the encrypted store only."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._drafts = Drafts(
            context, {FILE_FLOW: AttachmentDraft},
            lambda: _("This is no longer a draft. Look at its concern."),
            name="attachment", of_concern=True,
        )  # fmt: skip

    def rule(self) -> AttachmentRule:
        """Return whether the practice keeps files, and by which policy."""
        with self._context.unit() as unit:
            return unit.attachments.rule()

    def decide_rule(self, draft: RuleDraft) -> AttachmentRule:
        """Record whether the practice keeps files from now on. Raises UserError without why."""
        typed = storable(draft)
        if self._context.user.role is not Role.LEAD:
            raise UserError(_("Only a safeguarding lead decides this."))
        _refuse(rule_problems(typed))
        rule = AttachmentRule(
            allowed=typed.allowed, policy=typed.policy.strip(), because=typed.because.strip(),
            decided_at=self._context.clock.now(), decided_by=self._context.user.id,
        )  # fmt: skip
        with self._context.unit() as unit:
            unit.attachments.add_rule(rule)
            unit.drafts.remove(RULE_ID)
            unit.audit("attachments.allowed" if rule.allowed else "attachments.refused")
            unit.commit()
        return rule

    def bytes_of(self, path: Path) -> bytes:
        """Return the bytes of a file that somebody chose.

        Raises SituationError when it cannot be read, UserError when it is a folder or too large.
        """
        if not path.exists():
            raise SituationError(
                _(
                    "The file is not there any more. Nothing was kept. Look where it is now, and"
                    " choose it again."
                )
            )
        if not path.is_file():  # one that never ends would hold up everything
            raise UserError(_("This is no file. Nothing was kept. Choose one file."), "file")
        try:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise SituationError(
                _("The file could not be read. Close it in other programs, and choose it again.")
            ) from error
        _refuse_size(len(content), 0)
        return content

    def inspected(self, content: bytes) -> Inspected:
        """Return what a file is and what it holds unseen. Raises UserError for one not taken."""
        from sgdesk.documents.attached import inspected

        _refuse_size(len(content), 0)
        return inspected(content)

    def pages_of(self, content: bytes) -> bytes:
        """Return a file that is not kept yet as a PDF to look at. Raises UserError."""
        from sgdesk.documents.attached_pages import pages

        return pages(content)

    def save_draft(self, draft: AttachmentDraft, caret: Caret) -> Saved:
        """Save what was answered about a file that is not kept yet; its bytes are not saved."""
        typed = storable(draft)
        return self._drafts.save(
            typed, typed.id, FILE_FLOW, typed.concern_id, caret,
            lambda unit: unit.attachments.get(AttachmentId(typed.id)) is not None,
        )  # fmt: skip

    def begun(self, concern_id: ConcernId) -> OpenDraft[AttachmentDraft] | None:
        """Return what was answered about a file that is not kept yet, or None. Looking is written
        into the log."""
        with self._context.unit() as unit:
            drafts = unit.drafts.of_concern(concern_id)
            found = next((one for one in drafts if one.flow == FILE_FLOW), None)
            if found is not None:
                self._context.note_look(unit, "draft.opened", f"{FILE_FLOW}:{found.id}")
        return None if found is None else opened(found, AttachmentDraft)

    def drop_draft(self, draft_id: DraftId) -> None:
        """Throw away what was answered about a file. That it was thrown away is logged."""
        self._drafts.drop(draft_id)

    def add(self, draft: AttachmentDraft, content: bytes) -> Attachment:
        """Keep a file with a concern, as it came.

        Raises UserError when files are off here, something is not answered, or the file is not
        taken; SituationError when there is no such concern yet.
        """
        typed = storable(draft)
        _refuse(draft_problems(typed))
        file = self.inspected(content)
        with self._context.unit() as unit:
            self._refuse_here(unit, typed.concern_id, file)
            value = self._value(typed, file)
            unit.attachments.add(value, content)
            unit.drafts.remove(DraftId(value.id))
            _note_change(unit, value.concern_id, value.added_at)
            unit.audit(
                "attachment.added", f"attachment:{value.id}",
                {"concern": value.concern_id, "form": file.form.value, "sha256": file.sha256},
            )  # fmt: skip
            unit.commit()
        return value

    def of_concern(self, concern_id: ConcernId) -> tuple[Attachment, ...]:
        """Return the files of a concern, those set aside too. Looking is written into the log."""
        with self._context.unit() as unit:
            found = unit.attachments.of_concern(concern_id)
            if found:
                self._context.note_look(unit, "attachment.listed", f"concern:{concern_id}")
        return found

    def original(self, attachment_id: AttachmentId) -> bytes:
        """Return the bytes of a file as it came. Looking is written into the log.

        Raises SituationError when there is none, or when it is damaged.
        """
        with self._context.unit() as unit:
            content = whole(unit, attachment_id)
            unit.audit("attachment.opened", f"attachment:{attachment_id}")
            unit.commit()
        return content

    def pages(self, attachment_id: AttachmentId) -> bytes:
        """Return a file as a PDF to look at, as it would go out. Looking goes into the log."""
        return self.pages_of(self.original(attachment_id))

    def set_aside(self, attachment_id: AttachmentId, because: str) -> None:
        """Set a file aside: it stays, and is shown and sent no more. Raises UserError without a
        reason, SituationError when it is set aside already."""
        typed = storable(because).strip()
        if not typed:
            raise UserError(_("Say why it is set aside."), "because")
        with self._context.unit() as unit:
            found = unit.attachments.get(attachment_id)
            if found is None or found.set_aside_at is not None:
                raise SituationError(_("This file is set aside already. Nothing was changed."))
            now = self._context.clock.now()
            unit.attachments.set_aside(attachment_id, now, self._context.user.id, typed)
            _note_change(unit, found.concern_id, now)
            unit.audit("attachment.set-aside", f"attachment:{attachment_id}")
            unit.commit()

    def _refuse_here(self, unit: Unit, concern_id: ConcernId, file: Inspected) -> None:
        if not unit.attachments.rule().allowed:
            raise UserError(
                _("Files are switched off in Settings. A lead switches them on, and says why.")
            )
        if unit.concerns.line(concern_id) is None:
            raise SituationError(
                _("Nothing was kept: write something into the record first, then add the file.")
            )
        # One that was set aside for what was said about it may come again with the right words.
        kept = [one for one in unit.attachments.of_concern(concern_id) if not one.set_aside_at]
        if file.sha256 in {one.file.sha256 for one in kept}:
            raise UserError(_("This very file is with this concern already."), "file")
        _refuse_size(file.size, unit.attachments.size_of(concern_id))

    def _value(self, typed: AttachmentDraft, file: Inspected) -> Attachment:
        if typed.kind is None:
            raise UserError(_("Choose what it is."), "kind")
        return Attachment(
            id=AttachmentId(typed.id or new_id()), concern_id=typed.concern_id, kind=typed.kind,
            title=typed.title.strip(), source=typed.source.strip(), reason=typed.reason.strip(),
            agreed=typed.agreed.strip(), file=file, added_at=self._context.clock.now(),
            added_by=self._context.user.id,
        )  # fmt: skip


def _note_change(unit: Unit, concern_id: ConcernId, at: datetime) -> None:
    """Write when the concern of a file last changed; where it stands stays as it is."""
    stage = unit.concerns.stage(concern_id)
    if stage is not None:
        unit.concerns.set_stage(concern_id, stage, at)


def whole(unit: Unit, attachment_id: AttachmentId) -> bytes:
    """Return the bytes of a file as it came, checked. Raises SituationError if they are not."""
    value, content = unit.attachments.get(attachment_id), unit.attachments.content(attachment_id)
    if value is None or content is None:
        raise SituationError(_("There is no such file in these records."))
    if hashlib.sha256(content).hexdigest() != value.file.sha256:
        raise SituationError(
            _("This file is not as it came: it was damaged or changed. Look into a backup.")
        )
    return content


def damage(unit: Unit) -> str:
    """Return what is wrong with the files that are kept, or nothing. Reads every one of them."""
    damaged = list(unit.attachments.damaged())
    if not damaged:
        return ""
    line = unit.concerns.line(damaged[0].concern_id)
    return _(
        "{count} of the kept files are not as they came; the first is with {reference}. Look into a"
        " backup."
    ).format(count=len(damaged), reference=line.reference if line else "?")


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise UserError(problems[0].text, problems[0].field)


def _refuse_size(size: int, kept: int) -> None:
    if sentence := size_problem(size, kept):
        raise UserError(sentence, "file")
