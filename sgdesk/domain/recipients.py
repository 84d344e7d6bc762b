"""Kinds of recipient, and what each usually needs of a record, as data."""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from sgdesk.domain.cited import Id, Text
from sgdesk.domain.facts.kinds import Context, Event, Fact, Need, Observation


class FactGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Facts that are needed together, and why; `stays` is said where they are not needed.

    Each fact is named "kind" or "kind.topic".
    """

    id: Id
    facts: Annotated[tuple[str, ...], Meta(min_length=1, max_length=40)]
    because: Text
    stays: Text


class RecipientKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of recipient and the groups of facts that it usually needs.

    `reasons` gives a group a reason of this kind's own.
    """

    id: Id
    title: Text
    needs: tuple[Id, ...]
    reasons: dict[Id, Text] = {}


class RecipientFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The kinds and groups as they stand in a file."""

    format: int
    version: Text
    groups: tuple[FactGroup, ...]
    kinds: tuple[RecipientKind, ...]

    def why_needed(self, kind: str, fact: Fact) -> str:
        """Return why that kind of recipient usually needs the fact; empty when it does not."""
        recipient = next((one for one in self.kinds if one.id == kind), None)
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


def fact_names(fact: Fact) -> set[str]:
    """Return the names by which a group can hold this fact: "need" and "need.barrier"."""
    kind = str(fact.__struct_config__.tag)
    part: StrEnum | None = None
    if isinstance(fact, Context | Need | Observation):
        part = fact.topic
    elif isinstance(fact, Event):
        part = fact.event
    return {kind} if part is None else {kind, f"{kind}.{part.value}"}
