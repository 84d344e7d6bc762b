"""`sgdesk schema`: the form of the file in which a concern is handed on."""

from collections.abc import Sequence

import msgspec

from sgdesk.command_line.arguments import parser_for
from sgdesk.command_line.speech import DONE, say_bytes
from sgdesk.domain.handed_on import HandedOn
from sgdesk.text import _


def run(given: Sequence[str]) -> int:
    """Print the JSON schema."""
    parser_for("schema", _("Print the JSON schema of the file of export and import.")).parse_args(
        given
    )
    schema = msgspec.json.encode(msgspec.json.schema(HandedOn))
    say_bytes(msgspec.json.format(schema, indent=1) + b"\n")
    return DONE
