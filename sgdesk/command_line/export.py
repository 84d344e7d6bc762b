"""`sgdesk export`: one concern as JSON that anybody can read."""

from collections.abc import Sequence
from pathlib import Path

from sgdesk.command_line.arguments import add_store, add_user, parser_for
from sgdesk.command_line.files import write_file
from sgdesk.command_line.opening import opened
from sgdesk.command_line.speech import DONE, say, say_bytes, wrong_usage
from sgdesk.text import _


def run(given: Sequence[str]) -> int:
    """Write the concern, once somebody said that it may be readable."""
    parser = parser_for(
        "export", _("Write one signed concern as readable JSON; “sgdesk schema” prints its form.")
    )
    parser.add_argument("reference", metavar="REFERENCE", help=_("such as SG-2026-0031"))
    add_store(parser)
    add_user(parser)
    parser.add_argument("--plain", action="store_true", help=_("yes, readable by anybody"))
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help=_("the file; without it, standard output")
    )
    arguments = parser.parse_args(given)
    if not arguments.plain:
        return wrong_usage(
            _("This writes what is recorded as text that anybody can read: say --plain if you want")
        )
    with opened(arguments) as desk:
        content = desk.exchange.written(desk.exchange.concern_of(arguments.reference))
    if arguments.output is None:
        say_bytes(content)
        return DONE
    write_file(arguments.output, content)
    say(_("{file}: readable by anybody who opens it.").format(file=arguments.output))
    return DONE
