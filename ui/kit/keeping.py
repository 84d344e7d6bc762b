"""Keeps what is typed in a part of a page as a draft, until it is put where it belongs."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.clock import Clock
from sgdesk.domain.flows.engine import Caret
from sgdesk.errors import SituationError, UserError
from ui.kit.autosave import Autosave
from ui.kit.caret import caret_in, has_moved, put_caret
from ui.kit.form_body import FormBody
from ui.kit.tasks import Failed, Runner

AnswerT = TypeVar("AnswerT")


class Keeping(QObject):
    """Saves the part through its autosave, with the caret in it; lives as long as the part.

    `take` is called on the window's thread and returns the work, which holds its own snapshot.
    `saved` tells when, `failed` why not.
    """

    saved = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        part: QWidget,
        take: Callable[[Caret], Callable[[], object]],
        runner: Runner,
        clock: Clock,
    ) -> None:
        super().__init__(part)
        self._part = part
        self._take = take
        self._runner = runner
        self._caret: Caret | None = None  # as it was saved
        self._is_begun = self._is_resting = False
        self._autosave = Autosave(self._work, runner, clock, self)
        self._autosave.saved.connect(self._on_saved)
        self._autosave.failed.connect(self._on_failed)

    @property
    def is_begun(self) -> bool:
        """Whether there is a draft of what is typed here, or is to be one."""
        return self._is_begun

    def watch(self, form: FormBody) -> None:
        """Save what is typed into a form."""
        form.changed.connect(lambda _field: self.mark_changed())
        form.left.connect(self._autosave.save_if_changed)

    def mark_changed(self) -> None:
        """Note that something was written, also where a button wrote it."""
        self._is_begun, self._is_resting = True, False
        self._autosave.mark_changed()

    def come_back(self, caret: Caret) -> QWidget | None:
        """Go on with a draft that was brought back, with the caret where it was."""
        self._is_begun, self._is_resting, self._caret = True, False, caret
        return self.show_caret()

    def show_caret(self) -> QWidget | None:
        """Put the caret where it was saved, once that is in sight; return the field."""
        if self._caret is None or not self._part.isVisible():
            return None
        return put_caret(self._part, self._caret)

    def keep(self, done: Callable[[], None]) -> None:
        """Save what was typed, also while it is saved, and where the caret is, and then call
        `done`; not if saving fails."""
        moved = self._is_begun and has_moved(self._part, self._caret)
        if not self._is_resting and (self._autosave.is_dirty or moved):
            self._autosave.save_now(lambda: self.keep(done))
        else:
            done()

    def rest(self) -> None:
        """Save it once more, and then nothing before something is typed anew."""
        if not self._is_resting:
            self._autosave.save_if_changed()
        self._is_resting = True

    def put_away(
        self, work: Callable[[], AnswerT], done: Callable[[AnswerT], None], refused: Failed
    ) -> None:
        """Run what puts it where it belongs, and removes its draft; refused, it stays a draft."""

        def on_done(answer: AnswerT) -> None:
            if self._is_resting:  # nothing was typed meanwhile
                self._is_begun, self._caret = False, None
            done(answer)

        def on_refused(error: UserError | SituationError) -> None:
            self._is_resting = False
            if self._is_begun:
                self._autosave.mark_changed()
            refused(error)

        self.rest()
        self._runner.run(work, on_done, on_refused, self)

    def _work(self) -> Callable[[], object]:
        if self._is_resting:
            return lambda: None
        self._caret = caret_in(self._part)
        return self._take(self._caret)

    def _on_saved(self, at: object) -> None:
        if not self._is_resting:
            self.saved.emit(at)

    def _on_failed(self, text: str) -> None:
        if not self._is_resting:
            self.failed.emit(text)
