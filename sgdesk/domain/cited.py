"""Where a statement of the guidance comes from, and how sure we are of it."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from sgdesk.domain.answers import Nation

Text = Annotated[str, Meta(min_length=1, max_length=2000)]
MaybeText = Annotated[str, Meta(max_length=2000)]
Id = Annotated[str, Meta(min_length=1, max_length=60, pattern=r"^[A-Za-z0-9][A-Za-z0-9-]*$")]


class Confidence(StrEnum):
    """How a statement was come by."""

    SEEN = "SEEN"
    SEEN_ELSEWHERE = "SEEN-2"
    RECALLED = "RECALLED"
    INFERENCE = "INFERENCE"
    OWN_DEFAULT = "APP"


CONFIDENCE_WORDS = {
    Confidence.SEEN: "read in an official text",
    Confidence.SEEN_ELSEWHERE: "read where somebody reports the official text",
    Confidence.RECALLED: "from general knowledge: check locally",
    Confidence.INFERENCE: "our reading of a text: check locally",
    Confidence.OWN_DEFAULT: "this program's own default",
}


class Status(StrEnum):
    """What weight a statement has."""

    LAW = "law"
    NATIONAL = "national"
    LOCAL = "local"
    PRACTICE_DEFAULT = "practice-default"


STATUS_WORDS = {
    Status.LAW: "law",
    Status.NATIONAL: "national guidance",
    Status.LOCAL: "local procedure",
    Status.PRACTICE_DEFAULT: "this program's default",
}


class Stated(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What everything in the guidance has: its status, how sure we are, and its sources."""

    id: Id
    status: Status
    confidence: Confidence
    sources: tuple[Id, ...] = ()

    @property
    def check_locally(self) -> bool:
        """Return whether a person must check this with their own adviser before leaning on it."""
        return self.confidence in (Confidence.RECALLED, Confidence.INFERENCE)


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One text that the guidance rests on, as it stood on the day it was looked at.

    `replaced_by` names the source that took its place; `note` says what could not be read. What
    no text was read for has no `address`. `nations` is where it holds: nothing cites it elsewhere.
    """

    id: Id
    title: Text
    publisher: Text
    address: MaybeText
    checked_on: date
    status: Status
    confidence: Confidence
    note: MaybeText = ""
    replaced_by: str = ""
    nations: tuple[Nation, ...] = tuple(Nation)

    @property
    def check_locally(self) -> bool:
        """Return whether nobody has read this text for the program."""
        return self.confidence in (Confidence.RECALLED, Confidence.INFERENCE)
