"""`sgdesk verify`: whether every page, the keys and the history are whole."""

from collections.abc import Sequence

from sgdesk.command_line.arguments import add_store, add_user, parser_for
from sgdesk.command_line.opening import opened
from sgdesk.command_line.speech import DONE, PROBLEM, complain, say
from sgdesk.text import _


def run(given: Sequence[str]) -> int:
    """Check the store and say what was found."""
    parser = parser_for("verify", _("Check every page, the keys and the history of the records."))
    add_store(parser)
    add_user(parser)
    with opened(parser.parse_args(given)) as desk:
        found = desk.verification.check()
    say(_("Pages: every page is as it was written."))
    sheet = _("There is a recovery sheet.") if found.has_recovery else _("No recovery sheet.")
    say(_("Keys: {users} can unlock. {sheet}").format(users=", ".join(found.users), sheet=sheet))
    for note in found.notes:
        say(_("Note: {note}").format(note=note))
    if found.problems:
        complain(" ".join(found.problems))
        return PROBLEM
    say(_("History: {count} entries, each follows from the one before.").format(count=found.count))
    say(_("Newest entry: {number}, {hash}").format(number=found.count, hash=found.hash))
    return DONE
