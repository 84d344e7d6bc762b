"""`sgdesk restore`: a backup, checked and put in place in one step."""

from collections.abc import Sequence
from pathlib import Path

from sgdesk.clock import SystemClock
from sgdesk.command_line.arguments import add_store, add_user, parser_for
from sgdesk.command_line.place import store_folder
from sgdesk.command_line.secrets import passphrase
from sgdesk.command_line.speech import DONE, complain, say
from sgdesk.services.demonstration_mark import standing_clock
from sgdesk.services.restoring import Restoring, chosen
from sgdesk.text import _, read_moment
from sgdesk.vault.keychain import NoKeychain, OsKeychain


def run(given: Sequence[str]) -> int:
    """Restore a backup and say how old it is."""
    parser = parser_for("restore", _("Put a backup in place of the records, or in a new folder."))
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the backup"))
    add_store(parser)
    add_user(parser)
    arguments = parser.parse_args(given)
    folder = store_folder(arguments.store)
    restoring = Restoring(arguments.file)
    user = chosen(restoring.users(), arguments.user)
    standing = standing_clock(folder)
    prompt = _("Passphrase of {name}:").format(name=user.label)
    restored = restoring.restore(
        folder,
        user.id,
        passphrase(arguments.passphrase_fd, prompt),
        standing or SystemClock(),
        OsKeychain() if standing is None else NoKeychain(),
    )
    say(
        _("The records of {moment} are in place in {folder}.").format(
            moment=read_moment(restored.made_at), folder=folder
        )
    )
    return DONE if restored.history.is_sound else complain(restored.history.problem)
