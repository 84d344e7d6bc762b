"""What every flow is made of: steps in groups, problems at fields, and the draft they speak of."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

import msgspec

DraftT = TypeVar("DraftT")


class Step(msgspec.Struct, frozen=True):
    """One page of a flow. Title and group are shown through `_()`."""

    id: str
    title: str
    group: str


class Problem(msgspec.Struct, frozen=True):
    """What must be put right, at which field of which step. The text says what to do.

    `field` is the object name of the widget: a draft's field, or `item-id.field` inside a list.
    """

    step: str
    field: str
    text: str


class Caret(msgspec.Struct, frozen=True):
    """Where the writer was: the object name of the field, and the position in its text."""

    field: str = ""
    position: int = 0


class Flow(Protocol[DraftT]):
    """A flow over one kind of draft. Given the same draft, the same answers."""

    name: str
    title: str

    def path(self, draft: DraftT) -> list[Step]:
        """Return the steps these answers lead through, in order."""
        ...

    def problems(self, draft: DraftT, *steps: str) -> list[Problem]:
        """Return what must be put right in these steps, or on the whole path. Empty: nothing."""
        ...

    def settled(self, draft: DraftT) -> DraftT:
        """Return a copy without the answers to questions that no longer apply."""
        ...


def found(step: str, prefix: str, checks: Iterable[tuple[str, str | None]]) -> list[Problem]:
    """Return a problem for each (field, sentence) whose sentence is not None.

    Text that was typed for a date or number is kept in `field_typed`; the question is `field`.
    """
    return [
        Problem(step, f"{prefix}{field.removesuffix('_typed')}", text)
        for field, text in checks
        if text is not None
    ]
