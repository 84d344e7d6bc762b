"""What an amendment does with a whole entry of a signed record, and why one is withdrawn."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from sgdesk.text import _


class Deed(StrEnum):
    """What an amendment does: put answers right, take a whole entry back, or let it stand again."""

    AMEND = "amend"
    WITHDRAW = "withdraw"
    BRING_BACK = "bring-back"


class Withdrawal(StrEnum):
    """Why a whole entry no longer stands. It stays readable for ever."""

    MISTAKE = "mistake"
    OTHER_PERSON = "other-person"
    TWICE = "twice"
    OTHER = "other"


WITHDRAWAL_WORDS = {
    Withdrawal.MISTAKE: "It was recorded in error",
    Withdrawal.OTHER_PERSON: "It is about another person",
    Withdrawal.TWICE: "It stands in the record twice",
    Withdrawal.OTHER: "Another reason",
}


class Entry(Protocol):
    """A fact, or somebody around the person."""

    @property
    def id(self) -> str:
        """By which it is known in every version."""
        ...

    @property
    def withdrawn_at(self) -> datetime | None:
        """When it was withdrawn, or None while it stands."""
        ...


EntryT = TypeVar("EntryT", bound=Entry)


def standing(entries: Iterable[EntryT]) -> tuple[EntryT, ...]:
    """Return the entries that no amendment withdrew."""
    return tuple(one for one in entries if one.withdrawn_at is None)


def withdrawn(entries: Iterable[EntryT]) -> tuple[EntryT, ...]:
    """Return the entries that an amendment withdrew."""
    return tuple(one for one in entries if one.withdrawn_at is not None)


def why_words(why: Withdrawal | None) -> str:
    """Return the kind of reason inside a sentence: "it is about another person"; else nothing."""
    told = "" if why in (None, Withdrawal.OTHER) else _(WITHDRAWAL_WORDS[why])
    return told[:1].lower() + told[1:]


def withdrawn_words(why: Withdrawal | None) -> str:
    """Return what stands in the place of an entry that was withdrawn."""
    if why in (None, Withdrawal.OTHER):
        return _("Withdrawn.")
    return _("Withdrawn. {why}.").format(why=_(WITHDRAWAL_WORDS[why]))


def taken_back() -> str:
    """Return what a team that was told is asked to do about what was withdrawn since."""
    return _(
        "We told you this before, and have withdrawn it since. Do not rely on it, mark it as"
        " withdrawn in what you hold, and tell whoever had it from you."
    )


def taken_back_words(withdrawn: Iterable[tuple[str, str]], between: str) -> str:
    """Return that, and the name and source of each entry, never its words; nothing for none."""
    named = [f"{name}: {about}" for name, about in withdrawn]
    return between.join((taken_back(), *named)) if named else ""
