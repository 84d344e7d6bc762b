"""`sgdesk import`: a concern that was handed on, taken in whole or not at all."""

from collections.abc import Sequence
from pathlib import Path

from sgdesk.command_line.arguments import add_store, add_user, parser_for
from sgdesk.command_line.files import read_file
from sgdesk.command_line.opening import opened
from sgdesk.command_line.speech import DONE, say
from sgdesk.services.exchange_checks import LARGEST
from sgdesk.text import _


def run(given: Sequence[str]) -> int:
    """Take in the file and say under which reference."""
    parser = parser_for("import", _("Take in a concern from a file that “sgdesk export” wrote."))
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the JSON file"))
    add_store(parser)
    add_user(parser)
    arguments = parser.parse_args(given)
    content = read_file(arguments.file, LARGEST)
    with opened(arguments) as desk:
        taken = desk.exchange.take_in(content)
    say(_("Taken in as {reference}.").format(reference=taken.reference))
    if taken.reference != taken.original:
        say(_("Its own reference was {reference}.").format(reference=taken.original))
    for notice in taken.notices:
        say(_("Kept as it was: {notice}").format(notice=notice))
    return DONE
