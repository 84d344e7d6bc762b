"""Which command is meant, and how it ends: done, a problem said in one sentence, wrong usage."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol

from sgdesk import __version__
from sgdesk.command_line.speech import PROBLEM, complain, name_crash, show_any_character
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _

_MODULES = {"import": "import_", "--self-test": "self_test"}


class Command(Protocol):
    """What every module of a command offers."""

    def run(self, given: Sequence[str]) -> int:
        """Do it and return the exit code. Raises UserError, SituationError."""
        ...


def commands() -> dict[str, str]:
    """Return each command with what it does."""
    return {
        "create": _("set up a desk without a window"),
        "demo": _("make the demonstration practice in a folder"),
        "verify": _("check every page, the keys and the history"),
        "backup": _("write an encrypted backup"),
        "restore": _("put a backup in place"),
        "export": _("write one concern as readable JSON"),
        "import": _("take in a concern from such a file"),
        "schema": _("print the form of such a file"),
        "pack": _("make a numbered copy of a referral pack"),
        "rules": _("ask the rules for deadlines and wording"),
        "bench": _("measure speed and memory beside their limits"),
    }


def window_parser() -> argparse.ArgumentParser:
    """Return the parser of what stands before or instead of a command."""
    width = max(map(len, commands()))
    listed = "\n".join(f"  {name:{width}}  {what}" for name, what in commands().items())
    parser = argparse.ArgumentParser(
        prog="sgdesk",
        description=_("Open the window of SG Desk, or run one command."),
        epilog=_("commands (each with --help):\n{listed}").format(listed=listed),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="sgdesk [--demo | --self-test] [--store DIR] | sgdesk COMMAND ...",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"SG Desk {__version__}")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--demo", action="store_true", help=_("open a fictional practice"))
    which.add_argument(
        "--self-test", action="store_true", help=_("create, save, reopen and draw, then stop")
    )
    parser.add_argument("--store", metavar="DIR", help=_("the folder of the records"))
    return parser


def run_command(name: str, given: Sequence[str]) -> int:
    """Run one command and return its exit code; what went wrong is said in one sentence."""
    show_any_character()
    sys.excepthook = name_crash
    try:
        return _run(name, given)
    except (UserError, SituationError) as error:
        return complain(error.text)
    except KeyboardInterrupt:
        return complain(_("Stopped. Nothing that was saved is lost."))
    except BrokenPipeError:
        sys.stderr.close()  # whoever read the answer has gone
        return PROBLEM


def _run(name: str, given: Sequence[str]) -> int:
    # Only the module of this command: it waits for nothing that only another one needs.
    module = _MODULES.get(name, name)
    command: Command = import_module(f"sgdesk.command_line.{module}")
    return command.run(given)
