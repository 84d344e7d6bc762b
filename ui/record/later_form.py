"""A form whose first questions are there at once, and the others a moment later."""

from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from sgdesk.domain.flows.engine import Problem
from ui.kit.binding import Holder
from ui.kit.form import Form
from ui.kit.gradually import Gradually
from ui.kit.overrides import called_by_qt


class LaterForm(Form):
    """What is put off with `later` comes below what is there, so that opening a card of many
    questions never stalls the window. What needs a question makes the rest at once."""

    def __init__(self, holder: Holder, prefix: str = "") -> None:
        super().__init__(holder, prefix)
        self._rest = Gradually(self)
        self._parts: deque[Callable[[], object]] = deque()
        self._told: Sequence[Problem] | None = None

    def later(self, *parts: Callable[[], object]) -> None:
        """Make these parts one after the other, from a moment after the form was loaded."""
        self._parts.extend(parts)
        self._rest.add(*(self._make_next for _part in parts))

    def load(self) -> None:
        """Show what the holder holds, and go on with what was put off."""
        super().load()
        self._rest.go_on()

    def leave(self) -> None:
        """Make nothing more, because what it is about may be gone."""
        self._rest.replace([])
        self._parts.clear()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark the fields of these problems, those too that are still to come."""
        self._told = problems
        super().show_problems(problems)

    def focus(self, name: str) -> QWidget | None:
        """Go to the field of this object name, making it first where it was put off."""
        found = super().focus(name)
        while found is None and name.startswith(self._prefix) and self._parts:
            self._make_next()
            found = super().focus(name)
        return found

    @called_by_qt(bool)
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab come to a question that was put off, however soon it is pressed."""
        self._rest.finish()
        return super().focusNextPrevChild(forward)

    def _make_next(self) -> None:
        if not self._parts:
            return  # made already, because somebody wanted to go there
        self._parts.popleft()()
        self.load_new()
        if self._told is not None:
            super().show_problems(self._told)
