"""Kinds of recipient, and what each usually needs of a record, as data."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from sgdesk.domain.answers import Nation
from sgdesk.domain.cited import Id, Text
from sgdesk.domain.concern import Harm
from sgdesk.domain.facts.kinds import Context, Event, Fact, Need, Observation
from sgdesk.domain.people import PersonKind
from sgdesk.domain.police_points import POLICE_NUMBER
from sgdesk.domain.sharing.police_numbers import is_police_number
from sgdesk.domain.teeth import ToothFinding, ToothState
from sgdesk.text import _

IN_THE_FAMILY = "parent"
_INJURED = frozenset([ToothState.BROKEN, ToothState.MOVED])


class FactGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Facts that are needed together, and why; `stays` is said where they are not needed.

    Each fact is named "kind" or "kind.topic".
    """

    id: Id
    facts: Annotated[tuple[str, ...], Meta(min_length=1, max_length=40)]
    because: Text
    stays: Text


class Family(StrEnum):
    """How much about the people around the person a kind of recipient gets."""

    WHOLE = "whole"
    NAMES = "names"
    NONE = "none"


class Notice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that hold a sentence back until somebody justifies it, and why.

    A word may end in "*" for whatever follows it. `of_others` counts them only beside another
    person; `kinds` are the kinds of recipient that it is about, none meaning all; `not_harms` and
    `not_facts` are the harms and facts where such words are the point.
    """

    id: Id
    words: Annotated[tuple[str, ...], Meta(min_length=1, max_length=200)]
    because: Text
    of_others: bool = False
    kinds: tuple[Id, ...] = ()
    not_harms: tuple[Harm, ...] = ()
    not_facts: tuple[str, ...] = ()


class RecipientKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of recipient and the groups of facts that it usually needs.

    `reasons` gives a group a reason of this kind's own. `only_about` are the people about whom it
    is told anything, `until_age` the age in years of the eldest child, `only_harms` the harms that
    they deal with; `about_colleagues` deal with allegations against people at work. Without
    `in_short` they get the facts that go, and not what the whole worry is. `titles` are what some
    nations call it; `nations` is where there is such a one.
    """

    id: Id
    title: Text
    needs: tuple[Id, ...]
    reasons: dict[Id, Text] = {}
    family: Family = Family.NONE
    only_about: tuple[PersonKind, ...] = ()
    until_age: int | None = None
    only_harms: tuple[Harm, ...] = ()
    about_colleagues: bool = False
    in_short: bool = True
    titles: dict[Nation, Text] = {}
    nations: tuple[Nation, ...] = tuple(Nation)

    @property
    def is_in_the_family(self) -> bool:
        """Whether this may be the source of harm, or somebody who lives with it."""
        return self.id == IN_THE_FAMILY

    def called_in(self, nation: Nation) -> "RecipientKind":
        """Return the kind under the title that it has in that nation."""
        return msgspec.structs.replace(self, title=self.titles.get(nation, self.title))


class RecipientFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The kinds and groups as they stand in a file."""

    format: int
    version: Text
    groups: tuple[FactGroup, ...]
    kinds: tuple[RecipientKind, ...]
    kin: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    def called_in(self, nation: Nation) -> tuple[RecipientKind, ...]:
        """Return every kind under the title that it has in that nation."""
        return tuple(kind.called_in(nation) for kind in self.kinds)

    def kind(self, kind: str) -> RecipientKind | None:
        """Return that kind of recipient, or None."""
        return next((one for one in self.kinds if one.id == kind), None)

    def why_needed(self, kind: str, fact: Fact) -> str:
        """Return why that kind of recipient usually needs the fact; empty when it does not."""
        recipient = self.kind(kind)
        group = self._group_of(fact)
        if recipient is None or group is None or group.id not in recipient.needs:
            return ""
        return recipient.reasons.get(group.id, group.because)

    def why_held(self, kind: str, fact: Fact) -> str:
        """Return why the fact stays for that kind of recipient; empty when it is needed."""
        group = self._group_of(fact)
        return "" if group is None or self.why_needed(kind, fact) else group.stays

    def _group_of(self, fact: Fact) -> FactGroup | None:
        names = fact_names(fact)
        return next((group for group in self.groups if not names.isdisjoint(group.facts)), None)


def offered_in(
    kinds: Iterable[RecipientKind], nation: Nation, chosen: str = ""
) -> list[tuple[str, str]]:
    """Return the id and title of each kind that is known in a nation, and of the one that was
    chosen before, wherever it is from."""
    return [(one.id, one.title) for one in kinds if nation in one.nations or one.id == chosen]


def in_short_stays() -> str:
    """Return why such a recipient is not told what the worry is in short."""
    return _("It tells more than the facts that go to this kind of recipient.")


def fact_names(fact: Fact) -> set[str]:
    """Return the names by which a group can hold this fact: "need" and "need.barrier"."""
    if is_police_number(fact):
        return {POLICE_NUMBER}
    kind = str(fact.__struct_config__.tag)
    part: StrEnum | None = None
    if isinstance(fact, Observation) and any(map(_is_injured, fact.teeth)):
        return {kind, f"{kind}.teeth-injured"}
    if isinstance(fact, Context | Need | Observation):
        part = fact.topic
    elif isinstance(fact, Event):
        part = fact.event
    return {kind} if part is None else {kind, f"{kind}.{part.value}"}


def _is_injured(tooth: ToothFinding) -> bool:
    return not _INJURED.isdisjoint(tooth.states)
