"""A file kept with a concern: photo, scan or letter; its bounds, and what is asked about it."""

from datetime import datetime
from enum import StrEnum

import msgspec

from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.flows.engine import Problem
from sgdesk.ids import AttachmentId, ConcernId, UserId
from sgdesk.text import _

FILE_FLOW = "file"
MOST_BYTES = 15 * 1024 * 1024
MOST_BYTES_OF_CONCERN = 60 * 1024 * 1024
MOST_PAGES = 100
MOST_PIXELS = 50_000_000
_MEBIBYTE = 1024 * 1024


class AttachmentKind(StrEnum):
    """What a file is to the record."""

    PHOTO = "photo"
    SCAN = "scan"
    LETTER = "letter"


KIND_WORDS = {
    AttachmentKind.PHOTO: "Photo",
    AttachmentKind.SCAN: "Scan",
    AttachmentKind.LETTER: "Letter",
}


class FileForm(StrEnum):
    """How a file is written, found by looking into it; its name does not count."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"


FORM_WORDS = {FileForm.PDF: "PDF", FileForm.PNG: "PNG picture", FileForm.JPEG: "JPEG picture"}


class FoundKind(StrEnum):
    """What a file can hold beside what is seen on it."""

    PLACE = "place"
    TIME = "time"
    DEVICE = "device"
    SOFTWARE = "software"
    PERSON = "person"
    DESCRIPTION = "description"
    COMMENT = "comment"
    SMALL_PICTURE = "small-picture"
    MAKER = "maker"
    XMP = "xmp"
    EMBEDDED = "embedded"
    SCRIPT = "script"
    FORM = "form"
    LINK = "link"
    CONTENTS = "contents"
    LAYERS = "layers"
    REVISIONS = "revisions"
    TRAILING = "trailing"
    WITHOUT_INK = "without-ink"
    CROPPED = "cropped"
    COVERED = "covered"
    OTHER = "other"


FOUND_WORDS = {
    FoundKind.PLACE: "Place where it was taken",
    FoundKind.TIME: "Date or time",
    FoundKind.DEVICE: "Camera or device",
    FoundKind.SOFTWARE: "Program that wrote it",
    FoundKind.PERSON: "Name of a person",
    FoundKind.DESCRIPTION: "Title or description",
    FoundKind.COMMENT: "Comment",
    FoundKind.SMALL_PICTURE: "A second, small picture",
    FoundKind.MAKER: "The camera maker’s own notes",
    FoundKind.XMP: "Notes of picture programs (XMP)",
    FoundKind.EMBEDDED: "A file inside the file",
    FoundKind.SCRIPT: "A script or an action",
    FoundKind.FORM: "Form fields",
    FoundKind.LINK: "A link",
    FoundKind.CONTENTS: "A list of contents",
    FoundKind.LAYERS: "Layers that can be hidden",
    FoundKind.REVISIONS: "Earlier versions of the file",
    FoundKind.TRAILING: "Something behind the end of the file",
    FoundKind.WITHOUT_INK: "Words without ink, such as those of text recognition",
    FoundKind.CROPPED: "Parts of pages that were cropped away; a copy shows them",
    FoundKind.COVERED: "Words that are covered, or have the colour of the paper; a copy holds them",
    FoundKind.OTHER: "Something else that is not seen",
}


class Found(msgspec.Struct, frozen=True):
    """One thing that a file holds beside what is seen on it."""

    kind: FoundKind
    value: str = ""


class Inspected(msgspec.Struct, frozen=True, kw_only=True):
    """What a file was found to be. `width` and `height` are pixels, and 0 for a PDF."""

    form: FileForm
    size: int
    sha256: str
    pages: int = 1
    width: int = 0
    height: int = 0
    found: tuple[Found, ...] = ()


class AttachmentDraft(msgspec.Struct, kw_only=True):
    """What is asked about a file before it is kept. `file_name` is the chosen file's; its bytes
    are no part of the draft. `id` becomes the file's."""

    concern_id: ConcernId
    id: str = ""
    file_name: str = ""
    kind: AttachmentKind | None = None
    title: str = ""
    source: str = ""
    reason: str = ""
    agreed: str = ""


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file that is kept with a concern, as it came; `sha256` is of those very bytes.

    One that was set aside stays, and is shown and sent no more.
    """

    id: AttachmentId
    concern_id: ConcernId
    kind: AttachmentKind
    title: str
    source: str
    reason: str
    agreed: str
    file: Inspected
    added_at: datetime
    added_by: UserId
    set_aside_at: datetime | None = None
    set_aside_by: UserId | None = None
    set_aside_because: str = ""


class AttachmentRule(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the practice keeps files at all, since when, and by which policy of its own."""

    allowed: bool = False
    policy: str = ""
    because: str = ""
    decided_at: datetime | None = None
    decided_by: UserId | None = None


class RuleDraft(msgspec.Struct, kw_only=True):
    """The same, while it is being decided."""

    allowed: bool = False
    policy: str = ""
    because: str = ""


def draft_problems(draft: AttachmentDraft) -> list[Problem]:
    """Return what must be put right before a file is kept."""
    needed = {
        "kind": (draft.kind is not None, _("Choose what it is.")),
        "title": (bool(draft.title.strip()), _("Give it a title by which it is found again.")),
        "source": (bool(draft.source.strip()), _("Say who took it, or who sent it and when.")),
        "reason": (bool(draft.reason.strip()), _("Say why words are not enough here.")),
        "agreed": (
            draft.kind is not AttachmentKind.PHOTO or bool(draft.agreed.strip()),
            _("Say who agreed to the photo, or why nobody was asked."),
        ),
    }
    problems = [Problem("", field, text) for field, (given, text) in needed.items() if not given]
    lengths = {"title": LINE, "source": LINE, "reason": TEXT, "agreed": TEXT}
    for field, most in lengths.items():
        if sentence := too_long(getattr(draft, field), most):
            problems.append(Problem("", field, sentence))
    return problems


def rule_problems(draft: RuleDraft) -> list[Problem]:
    """Return what must be put right before files are allowed, or are not allowed any more."""
    problems = []
    if draft.allowed and not draft.policy.strip():
        text = _("Name the practice’s own policy on photos and files, with its version.")
        problems.append(Problem("", "policy", text))
    if not draft.because.strip():
        problems.append(Problem("", "because", _("Say why.")))
    for field, most in {"policy": LINE, "because": TEXT}.items():
        if sentence := too_long(getattr(draft, field), most):
            problems.append(Problem("", field, sentence))
    return problems


def size_problem(size: int, kept: int) -> str:
    """Return why so many bytes more are too many beside those that are kept, or nothing."""
    if size > MOST_BYTES:
        return _(
            "This file is larger than {most} MB. Nothing was kept. Make a smaller copy: a lower"
            " resolution, or fewer pages."
        ).format(most=MOST_BYTES // _MEBIBYTE)
    if kept + size > MOST_BYTES_OF_CONCERN:
        return _(
            "The files of one concern may take {most} MB together, and this one would be too many."
            " Nothing was kept. Make a smaller copy of it."
        ).format(most=MOST_BYTES_OF_CONCERN // _MEBIBYTE)
    return ""


def size_words(size: int) -> str:
    """Return a size as a person reads it."""
    if size < _MEBIBYTE:
        return _("{count:,} KB").format(count=max(1, round(size / 1024)))
    return _("{count:.1f} MB").format(count=size / _MEBIBYTE)


def file_words(file: Inspected) -> str:
    """Return what a file is, in one line: its form, its extent and its size."""
    if file.form is FileForm.PDF:
        extent = _("1 page") if file.pages == 1 else _("{count} pages").format(count=file.pages)
    else:
        extent = _("{width} × {height} pixels").format(width=file.width, height=file.height)
    return " · ".join((_(FORM_WORDS[file.form]), extent, size_words(file.size)))
