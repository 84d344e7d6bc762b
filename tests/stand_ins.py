"""What stands in for a person at a dialog, and for the worker, in tests of the window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from ui.kit.tasks import Failed, _Task


class ScriptedAsker:
    """Gives prepared answers in their order, and keeps what was seen."""

    def __init__(self, answers: Sequence[bool | Path | None] = ()) -> None:
        self.answers = list(answers)
        self.seen: list[str] = []

    def confirm(self, title: str, text: str, yes: str, no: str, danger: bool = False) -> bool:
        """Give the next answer."""
        self.seen.append(text or title)
        return bool(self.answers.pop(0))

    def tell(self, title: str, text: str, details: str = "") -> None:
        """Note what was said."""
        self.seen.append(text or title)

    def choose_file_to_save(self, title: str, proposed: str, kind: str) -> Path | None:
        """Give the next answer."""
        return self._next_path(title)

    def choose_file_to_open(self, title: str, kind: str) -> Path | None:
        """Give the next answer."""
        return self._next_path(title)

    def choose_folder(self, title: str) -> Path | None:
        """Give the next answer."""
        return self._next_path(title)

    def _next_path(self, title: str) -> Path | None:
        self.seen.append(title)
        answer = self.answers.pop(0)
        return answer if isinstance(answer, Path) else None


class NowRunner:
    """Runs everything at once, where it is asked for."""

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Run `work` now; see Runner."""
        _Task(work, done, failed, owner).carry_out()()

    def close(self) -> None:
        """Do nothing: nothing is waiting."""


class HeldRunner(NowRunner):
    """Runs everything at once, unless it is `held`: then when it is let go, in its order."""

    def __init__(self) -> None:
        self.held = False
        self._waiting: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

    def run(self, *given: Any, **named: Any) -> None:
        """Run the work now, or keep it."""
        if self.held:
            self._waiting.append((given, named))
        else:
            super().run(*given, **named)

    def let_one_go(self) -> bool:
        """Run the work that waits longest, whose answers may ask for more; say whether any did."""
        if not self._waiting:
            return False
        given, named = self._waiting.pop(0)
        super().run(*given, **named)
        return True
