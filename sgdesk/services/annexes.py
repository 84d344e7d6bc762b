"""The files that go with a decision: those that were chosen, and were not set aside since."""

from sgdesk.domain.attachment import KIND_WORDS, Attachment, file_words
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.pack import KeptFile, Pack
from sgdesk.domain.sharing.decision import Sharing, SharingDraft
from sgdesk.services.attachments import whole
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_moment


def going_files(unit: Unit, decision: Sharing | SharingDraft) -> tuple[Attachment, ...]:
    """Return the files that go, in the order in which they were added."""
    return tuple(
        one
        for one in unit.attachments.of_concern(decision.concern_id)
        if one.id in decision.files and one.set_aside_at is None
    )


def listed(files: tuple[Attachment, ...]) -> tuple[str, ...]:
    """Return the list of what is attached, as it stands in the pack."""
    return tuple(
        _("{kind}: {title} ({file}). Annex {number}.").format(
            kind=_(KIND_WORDS[one.kind]), title=one.title, file=file_words(one.file), number=number
        )
        for number, one in enumerate(files, 1)
    )


def kept_files(unit: Unit, decision: Sharing) -> tuple[KeptFile, ...]:
    """Return every file of the record with why it went with a decision, or why it stayed."""
    return tuple(
        KeptFile(
            title=one.title, about=_about(one), goes=_goes(one, decision),
            reason=_why(one, decision),
        )
        for one in unit.attachments.of_concern(decision.concern_id)
    )  # fmt: skip


def with_files(unit: Unit, pdf: bytes, pack: Pack, decision: Sharing | SharingDraft) -> bytes:
    """Return a pack with clean copies of the files that go behind it.

    Raises SituationError for a file that is damaged.
    """
    from sgdesk.documents.annexes import Annex, with_annexes

    annexes = [
        Annex(one.title, _about(one), whole(unit, one.id)) for one in going_files(unit, decision)
    ]
    return with_annexes(pdf, pack, annexes)


def _goes(one: Attachment, decision: Sharing) -> bool:
    was_there = one.set_aside_at is None or one.set_aside_at > decision.decided_at
    return is_shared(decision.decision) and one.id in decision.files and was_there


def _why(one: Attachment, decision: Sharing) -> str:
    reasons = [decision.files[one.id] if _goes(one, decision) else _stays(one, decision)]
    if one.set_aside_at is not None:
        aside = _("Set aside {when}: {why}. It is in no copy made since.")
        why = one.set_aside_because.rstrip(".")
        reasons.append(aside.format(when=read_moment(one.set_aside_at), why=why))
    return "\n".join(filter(None, reasons))


def _stays(one: Attachment, decision: Sharing) -> str:
    if one.added_at > decision.decided_at:
        return _("It was added after this decision.")
    if not is_shared(decision.decision):
        return _("Nothing is shared by this decision.")
    if one.set_aside_at is not None and one.set_aside_at <= decision.decided_at:
        return ""
    return _("Nobody said that it is essential for this purpose; a file stays unless one does.")


def _about(one: Attachment) -> str:
    return _("{kind}. From: {source}. SHA-256 of the file as it came to us: {sha256}").format(
        kind=_(KIND_WORDS[one.kind]), source=one.source, sha256=one.file.sha256
    )
