"""Letting the records go at the end: all is saved first, and no keyring is waited for."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from sgdesk.bootstrap import Desk
from ui.kit.tasks import Runner

_KEYRING_MS = 1_500


def let_go(
    desk: Desk | None, runner: Runner, aside: Runner, then: Callable[[object], None]
) -> None:
    """Let a desk go once the runner has done what it was asked for; then call `then`, perhaps
    twice: a keyring that waits for somebody does not hold up the lock."""

    def tell_keyring(tell: Callable[[], object]) -> None:
        aside.run(tell, then, then)
        QTimer.singleShot(_KEYRING_MS, lambda: then(None))

    if desk is None:
        runner.run(lambda: None, then)
    else:
        runner.run(desk.let_go, tell_keyring, then)
