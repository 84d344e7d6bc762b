"""`sgdesk backup`: one encrypted file, opened again and checked before it counts."""

from collections.abc import Sequence
from pathlib import Path

from sgdesk.command_line.arguments import add_store, add_user, parser_for
from sgdesk.command_line.opening import opened
from sgdesk.command_line.speech import DONE, complain, say
from sgdesk.text import _


def run(given: Sequence[str]) -> int:
    """Write a backup and say where it is."""
    parser = parser_for("backup", _("Write an encrypted backup, open it again and check it."))
    add_store(parser)
    add_user(parser)
    parser.add_argument(
        "--to", type=Path, metavar="DIR", required=True, help=_("the folder for backups")
    )
    arguments = parser.parse_args(given)
    with opened(arguments) as desk:
        made = desk.backups.make(arguments.to)
    say(_("{file}: opened again and checked.").format(file=made.path))
    return DONE if made.history.is_sound else complain(made.history.problem)
