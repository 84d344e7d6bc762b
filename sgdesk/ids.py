"""The names by which things are known to one another; a new one is random."""

from typing import NewType
from uuid import uuid4

UserId = NewType("UserId", str)
PersonId = NewType("PersonId", str)
ConcernId = NewType("ConcernId", str)
FactId = NewType("FactId", str)
SharingId = NewType("SharingId", str)
AgencyId = NewType("AgencyId", str)
CallId = NewType("CallId", str)
DueId = NewType("DueId", str)
DraftId = NewType("DraftId", str)
PaperId = NewType("PaperId", str)
AttachmentId = NewType("AttachmentId", str)
GuidanceId = NewType("GuidanceId", str)
PoliceContactId = NewType("PoliceContactId", str)


def new_id() -> str:
    """Return a new random id: a lower-case UUID with hyphens."""
    return str(uuid4())
