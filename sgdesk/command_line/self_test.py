"""`sgdesk --self-test`: create, save, reopen and draw, in a folder that is gone afterwards."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from sgdesk.bootstrap import LockedDesk
from sgdesk.command_line.arguments import parser_for
from sgdesk.command_line.speech import DONE, PROBLEM, complain, say
from sgdesk.domain.paper import PaperKind
from sgdesk.services.demonstration import demonstration_passphrases, make_demonstration
from sgdesk.text import _
from sgdesk.vault.keychain import NoKeychain

_SHARED = "SG-2026-0031"


def run(given: Sequence[str]) -> int:
    """Go the way from an empty folder to a drawn pack; only encrypted files are written."""
    parser_for("--self-test", _("Create, save, reopen and draw, then stop.")).parse_args(given)
    with tempfile.TemporaryDirectory(prefix="sgdesk-") as place:
        folder = Path(place) / "store"
        clock = make_demonstration(folder)
        say(_("Created and saved: yes."))
        locked = LockedDesk(folder, clock, NoKeychain(), demo=True)
        user, (_name, passphrase) = locked.users()[0], demonstration_passphrases()[0]
        desk = locked.unlock(user.id, passphrase)
        try:
            found = desk.verification.check()
            made = desk.printing.make(PaperKind.PACK, desk.exchange.concern_of(_SHARED))
        finally:
            desk.close()
    if found.problems:
        return complain(" ".join(found.problems))
    say(_("Reopened: {count} entries of history, all sound.").format(count=found.count))
    if not made.pdf.startswith(b"%PDF-"):
        return complain(_("The pack that was drawn is no PDF.")) or PROBLEM
    say(_("Drawn: a pack of {size} bytes.").format(size=len(made.pdf)))
    return DONE
