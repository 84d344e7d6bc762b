"""Where answers live: a widget on one side, a field of a draft or frozen value on the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, cast

import msgspec
from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

StructT = TypeVar("StructT", bound=msgspec.Struct)


class Holder(Protocol):
    """Whatever holds the answers of a form."""

    def has(self, field: str) -> bool:
        """Say whether there is such a field."""
        ...

    def get(self, field: str) -> Any:
        """Return the answer that the field holds now."""
        ...

    def put(self, field: str, value: Any) -> None:
        """Let the field hold this answer."""
        ...


class DraftHolder:
    """Holds answers in a mutable draft."""

    def __init__(self, draft: msgspec.Struct) -> None:
        self._draft = draft

    def has(self, field: str) -> bool:
        """Say whether the draft has such a field."""
        return hasattr(self._draft, field)

    def get(self, field: str) -> Any:
        """Return the answer that the field holds now."""
        return getattr(self._draft, field)

    def put(self, field: str, value: Any) -> None:
        """Let the field hold this answer."""
        setattr(self._draft, field, value)


class ValueHolder:
    """Holds answers in a frozen value: each answer makes a new value, which is handed back."""

    def __init__(
        self, get_value: Callable[[], StructT], set_value: Callable[[StructT], None]
    ) -> None:
        self._get_value: Callable[[], Any] = get_value
        self._set_value: Callable[[Any], None] = set_value

    def has(self, field: str) -> bool:
        """Say whether the value has such a field."""
        return hasattr(self._get_value(), field)

    def get(self, field: str) -> Any:
        """Return the answer that the field holds now."""
        return getattr(self._get_value(), field)

    def put(self, field: str, value: Any) -> None:
        """Hand back a new value in which the field holds this answer."""
        old = self._get_value()
        if getattr(old, field) != value:
            self._set_value(msgspec.structs.replace(old, **{field: value}))


def part_of(draft: msgspec.Struct, field: str) -> ValueHolder:
    """Return the holder for a frozen value that stands in a field of a mutable draft."""

    def set_value(value: msgspec.Struct) -> None:
        setattr(draft, field, value)

    return ValueHolder(lambda: cast(msgspec.Struct, getattr(draft, field)), set_value)


def item_of(draft: msgspec.Struct, field: str, item_id: str) -> ValueHolder:
    """Return the holder for the frozen value with this id in a list or tuple of a mutable draft.

    Putting an answer into an item that has gone meanwhile raises LookupError.
    """

    def items() -> Sequence[Any]:
        return cast(Sequence[Any], getattr(draft, field))

    def position() -> int:
        found = [index for index, item in enumerate(items()) if item.id == item_id]
        if not found:
            raise LookupError(field)
        return found[0]

    def set_value(value: msgspec.Struct) -> None:
        at, old = position(), items()
        setattr(draft, field, type(old)([*old[:at], value, *old[at + 1 :]]))  # type: ignore[call-arg] # list or tuple

    return ValueHolder(lambda: cast(msgspec.Struct, items()[position()]), set_value)


@dataclass(frozen=True, slots=True, eq=False)
class Binding:
    """A widget and the field it speaks for.

    `wrong` gives the sentence for what was typed and cannot be taken, or an empty one.
    `typed` and `fill_typed` stand beside a parsed answer: the text as it was typed.
    `doubt` gives the sentence for what can be taken and looks wrong all the same; `remark` gives a
    calm one where there is no doubt, such as how a date was read.
    `left` tells that somebody has finished with the field; `suffix` stands behind it, as a unit;
    `naming` hands object name and label on to a field made of several buttons.
    """

    widget: QWidget
    field: str
    read: Callable[[], Any]
    fill: Callable[[Any], None]
    changed: SignalInstance
    left: SignalInstance
    wrong: Callable[[], str] = str
    doubt: Callable[[], str] = str
    remark: Callable[[], str] = str
    typed: Callable[[], str] | None = None
    fill_typed: Callable[[str], None] | None = None
    suffix: str = ""
    naming: Callable[[str, str], None] | None = None
