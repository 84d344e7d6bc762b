"""`sgdesk pack`: a numbered copy of the pack of a concern's newest sharing."""

from collections.abc import Sequence
from pathlib import Path

from sgdesk.command_line.arguments import add_store, add_user, parser_for
from sgdesk.command_line.files import write_file
from sgdesk.command_line.opening import opened
from sgdesk.command_line.speech import DONE, say
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.sharing.decision import Sharing
from sgdesk.errors import UserError
from sgdesk.services.views import ConcernView
from sgdesk.text import _


def run(given: Sequence[str]) -> int:
    """Make the copy, write it into the log, and save it where the user says."""
    parser = parser_for("pack", _("Make a numbered copy of the newest sharing of a concern."))
    parser.add_argument("reference", metavar="REFERENCE", help=_("such as SG-2026-0031"))
    add_store(parser)
    add_user(parser)
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", required=True, help=_("the PDF to write")
    )
    arguments = parser.parse_args(given)
    with opened(arguments) as desk:
        concern_id = desk.exchange.concern_of(arguments.reference)
        sharing = _newest_sharing(desk.concerns.get(concern_id))
        made = desk.printing.make(PaperKind.PACK, concern_id, sharing.id)
        write_file(arguments.output, made.pdf)
        desk.printing.saved(made.paper.id)
    say(
        _("{file}: copy {copy}, for {recipient}, log code {code}.").format(
            file=arguments.output,
            copy=made.paper.copy,
            recipient=made.paper.recipient,
            code=made.paper.code,
        )
    )
    return DONE


def _newest_sharing(view: ConcernView) -> Sharing:
    shared = [one.sharing for one in view.sharings if is_shared(one.sharing.decision)]
    if not shared:
        raise UserError(
            _("Nothing about {reference} has been shared, so there is no pack to make.").format(
                reference=view.concern.reference
            )
        )
    return shared[-1]
