"""The files that go with a decision: those that were chosen, and were not set aside since."""

from sgdesk.domain.attachment import KIND_WORDS, Attachment, file_words
from sgdesk.domain.pack import Pack
from sgdesk.domain.sharing.decision import Sharing, SharingDraft
from sgdesk.services.attachments import whole
from sgdesk.store.unit import Unit
from sgdesk.text import _


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


def with_files(unit: Unit, pdf: bytes, pack: Pack, decision: Sharing | SharingDraft) -> bytes:
    """Return a pack with clean copies of the files that go behind it.

    Raises SituationError for a file that is damaged.
    """
    from sgdesk.documents.annexes import Annex, with_annexes

    annexes = [
        Annex(one.title, _about(one), whole(unit, one.id)) for one in going_files(unit, decision)
    ]
    return with_annexes(pdf, pack, annexes)


def _about(one: Attachment) -> str:
    return _("{kind}. From: {source}. SHA-256 of the file as it came to us: {sha256}").format(
        kind=_(KIND_WORDS[one.kind]), source=one.source, sha256=one.file.sha256
    )
