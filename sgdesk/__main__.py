"""The command line: the window, or one command without it."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

_WITHOUT_A_PARSER: tuple[list[str], ...] = ([], ["--demo"])


def main(given: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for; return 0 for done, 1 for a problem, 2 for wrong usage."""
    arguments = list(sys.argv[1:] if given is None else given)
    if arguments in _WITHOUT_A_PARSER:  # the lock page waits for nothing it does not need
        return _open_window(None, arguments, demo=bool(arguments))
    from sgdesk.command_line import dispatch

    if not arguments[0].startswith("-"):
        if arguments[0] not in dispatch.commands():
            dispatch.window_parser().error(f"unknown command: {arguments[0]}")
        return dispatch.run_command(arguments[0], arguments[1:])
    parsed = dispatch.window_parser().parse_args(arguments)
    if parsed.self_test:
        return dispatch.run_command("--self-test", ())
    return _open_window(parsed.store, arguments, demo=parsed.demo)


def _open_window(store: str | None, arguments: Sequence[str], *, demo: bool) -> int:
    # Until the first page is painted; from then on the window collects by itself.
    gc.disable()
    from sgdesk.command_line.place import store_folder
    from sgdesk.command_line.screen import has_screen
    from sgdesk.paths import demo_store

    if not has_screen():
        return _complain_of_no_screen()
    from ui.app import run

    named = Path(store) if store is not None else None
    folder = demo_store() if demo and named is None else store_folder(named)
    return run(folder, demo=demo, arguments=arguments)


def _complain_of_no_screen() -> int:
    from sgdesk.command_line.speech import complain
    from sgdesk.text import _

    return complain(
        _(
            "There is no screen here to open the window on. Start SG Desk from a desktop, or under"
            " xvfb-run; sgdesk --help lists what works without a window."
        )
    )


if __name__ == "__main__":
    sys.exit(main())
