"""What Qt calls must not raise: an error on the way through Qt would end the whole program."""

import sys
from collections.abc import Callable
from functools import wraps
from traceback import clear_frames
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QTimer

AnswerT = TypeVar("AnswerT")
Arguments = ParamSpec("Arguments")


def called_by_qt(
    otherwise: Callable[[], AnswerT],
) -> Callable[[Callable[Arguments, AnswerT]], Callable[Arguments, AnswerT]]:
    """Return a decorator for a method that Qt calls.

    An error in the method goes to sys.excepthook once Qt is done, and Qt gets `otherwise()`.
    """

    def guarded(method: Callable[Arguments, AnswerT]) -> Callable[Arguments, AnswerT]:
        @wraps(method)
        def call(*args: Arguments.args, **named: Arguments.kwargs) -> AnswerT:
            try:
                return method(*args, **named)
            except Exception as error:  # noqa: BLE001 - any bug belongs to the crash dialog
                # A painter that the error kept alive would outlive its painting.
                clear_frames(error.__traceback__)
                _tell_later(error)
                return otherwise()

        return call

    return guarded


def nothing() -> None:
    """Answer nothing, as the handler of an event does."""


def _tell_later(error: Exception) -> None:
    # A dialog in the middle of a layout or a painting would call both again.
    QTimer.singleShot(0, lambda: sys.excepthook(type(error), error, error.__traceback__))
