"""A concern as one practice hands it on to another: the form of the JSON file.

People are named, not numbered; ids are only used inside the file, so that choices, tries and
answers find what they belong to.
"""

from datetime import datetime
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from sgdesk.domain.attachment import AttachmentKind
from sgdesk.domain.call import Call
from sgdesk.domain.concern import KeptWording, OutsideLink, Presentation, Stage, Urgency
from sgdesk.domain.due import Due
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.outcome import Closing, Outcome, TeamNote
from sgdesk.domain.people import Person, Relation, SafeContact
from sgdesk.domain.police import PoliceContact, PoliceNews
from sgdesk.domain.sharing.decision import Attempt, Sharing
from sgdesk.ids import AttachmentId, ConcernId, UserId

FORMAT: Final = "sgdesk-concern"
VERSION: Final = 1
DETAILS = ("urgency", "person", "relations", "contact", "presentation", "kept")
REFERENCE = r"^SG-[0-9]{4}-[0-9]{4,6}$"
_Moment = Annotated[datetime, Meta(tz=True)]
_Name = Annotated[str, Meta(max_length=200)]


class HandedSharing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision with its tries. `unfinished`: its wizard was still open."""

    sharing: Sharing
    attempts: tuple[Attempt, ...] = ()
    unfinished: bool = False


class HandedFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of the record with its bytes as they came, in base64. It is the record that is
    handed on, so nothing is taken out of it. `added_by` and `set_aside_by` are names."""

    id: AttachmentId
    kind: AttachmentKind
    title: _Name
    source: _Name = ""
    reason: str = ""
    agreed: str = ""
    added_at: _Moment
    added_by: _Name = ""
    set_aside_at: _Moment | None = None
    set_aside_by: _Name = ""
    set_aside_because: str = ""
    sha256: str
    content: bytes


class HandedDetails(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One version of a record's details, from 1, which is the one that was signed.

    `written_by` is a name; `because` is why the version before was not right.
    """

    version: int
    written_at: _Moment
    written_by: _Name = ""
    because: str = ""
    urgency: Urgency = Urgency()
    person: Person
    relations: tuple[Relation, ...] = ()
    contact: SafeContact = SafeContact()
    presentation: Presentation = Presentation()
    kept: tuple[KeptWording, ...] = ()


class HandedFactVersion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One version of a fact, from 1. A first version with a reason was added after signing."""

    version: int
    written_at: _Moment
    written_by: _Name = ""
    because: str = ""
    fact: Fact


class HandedConcern(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A signed record. `opened_by` and `signed_by` are names."""

    id: ConcernId
    reference: Annotated[str, Meta(pattern=REFERENCE)]
    signed_at: _Moment
    signed_by: _Name = ""
    opened_at: _Moment | None = None
    opened_by: _Name = ""
    changed_at: _Moment | None = None
    stage: Stage = Stage.RECORDED
    urgency: Urgency = Urgency()
    person: Person
    relations: tuple[Relation, ...] = ()
    contact: SafeContact = SafeContact()
    presentation: Presentation = Presentation()
    facts: tuple[Fact, ...] = ()
    kept: tuple[KeptWording, ...] = ()


class HandedOn(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file. `users` gives the names behind the ids of those who decided or closed.

    `details_versions` and `fact_versions` hold every version of what was amended, the newest, which
    also stands in `concern`, included. `links` name other concerns, which are files of their own.
    """

    format: Literal["sgdesk-concern"]
    version: Literal[1]
    concern: HandedConcern
    practice: _Name = ""
    exported_at: _Moment | None = None
    users: dict[UserId, _Name] = {}
    sharings: tuple[HandedSharing, ...] = ()
    calls: tuple[Call, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    team_notes: tuple[TeamNote, ...] = ()
    dues: tuple[Due, ...] = ()
    files: tuple[HandedFile, ...] = ()
    closings: tuple[Closing, ...] = ()
    links: tuple[OutsideLink, ...] = ()
    details_versions: tuple[HandedDetails, ...] = ()
    fact_versions: tuple[HandedFactVersion, ...] = ()
    police: tuple[PoliceContact, ...] = ()
    police_news: tuple[PoliceNews, ...] = ()
