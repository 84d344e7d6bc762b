"""`sgdesk create`: a desk set up without a window; it is live once the words were typed back."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from sgdesk.clock import SystemClock
from sgdesk.command_line.arguments import add_passphrase, add_store, descriptor, parser_for
from sgdesk.command_line.place import store_folder
from sgdesk.command_line.secrets import from_descriptor, new_passphrase
from sgdesk.command_line.speech import DONE, read_line, say
from sgdesk.domain.answers import Nation
from sgdesk.domain.practice import Practice, PracticeStatus, Role
from sgdesk.errors import UserError
from sgdesk.services.setup import NewUser, PreparedDesk
from sgdesk.store.folder import StoreFolder
from sgdesk.store.places import ask_this_system, recognise
from sgdesk.text import _
from sgdesk.vault.keys import calibrated_cost
from sgdesk.vault.typed_words import WORDS_ON_A_SHEET

_IN_A_ROW = 6


def run(given: Sequence[str]) -> int:
    """Ask for what is needed, show the recovery words, and make the store."""
    arguments = _parser().parse_args(given)
    folder = store_folder(arguments.store)
    _refuse_place(folder, accepted=arguments.accept_place)
    prepared = PreparedDesk(_practice(arguments), _users(arguments), calibrated_cost())
    _show(prepared.sheet.words)
    prepared.complete(folder, _typed_back(arguments.words_fd), SystemClock()).close()
    say(_("The records are in {place}, encrypted. Make a first backup now.").format(place=folder))
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = parser_for("create", _("Set up a desk: the practice, its lead, empty records."))
    add_store(parser)
    parser.add_argument("--practice", metavar="NAME", required=True, help=_("its name"))
    for name in ("address", "postcode", "phone", "email", "authority"):
        parser.add_argument(f"--{name}", metavar="TEXT", default="")
    nations = [nation.value for nation in Nation]
    parser.add_argument("--nation", choices=nations, default=Nation.ENGLAND.value)
    kinds = [status.value for status in PracticeStatus]
    parser.add_argument("--status", choices=kinds, default=PracticeStatus.NHS_GP.value)
    for role in Role:
        needed = role is Role.LEAD
        parser.add_argument(f"--{role.value}", metavar="NAME", required=needed, default="")
        parser.add_argument(f"--{role.value}-profession", metavar="TEXT", default="")
        parser.add_argument(f"--{role.value}-registration", metavar="TEXT", default="")
    add_passphrase(parser)
    parser.add_argument(
        "--deputy-passphrase-fd", type=descriptor, metavar="N", help=_("the same for the deputy")
    )
    parser.add_argument(
        "--words-fd", type=descriptor, metavar="N", help=_("read the words typed back from there")
    )
    parser.add_argument(
        "--accept-place", action="store_true", help=_("keep the records there all the same")
    )
    return parser


def _refuse_place(folder: Path, *, accepted: bool) -> None:
    place = recognise(folder.absolute(), ask_this_system)
    if not place.is_fit and not accepted:
        raise UserError(_("{why} Say --accept-place to do so.").format(why=place.explanation()))
    if StoreFolder(folder).is_store():
        raise UserError(_("There are records in {place} already.").format(place=folder))


def _practice(arguments: argparse.Namespace) -> Practice:
    return Practice(
        name=arguments.practice,
        address=arguments.address,
        postcode=arguments.postcode,
        phone=arguments.phone,
        email=arguments.email,
        nation=Nation(arguments.nation),
        status=PracticeStatus(arguments.status),
        authority=arguments.authority,
    )


def _users(arguments: argparse.Namespace) -> list[NewUser]:
    users = [_user(arguments, Role.LEAD, arguments.passphrase_fd)]
    if arguments.deputy:
        users.append(_user(arguments, Role.DEPUTY, arguments.deputy_passphrase_fd))
    return users


def _user(arguments: argparse.Namespace, role: Role, passphrase_fd: int | None) -> NewUser:
    name = getattr(arguments, role.value)
    return NewUser(
        name=name,
        role=role,
        profession=getattr(arguments, f"{role.value}_profession"),
        registration=getattr(arguments, f"{role.value}_registration"),
        passphrase=new_passphrase(
            passphrase_fd,
            _("New passphrase of {name}:").format(name=name),
            _("The same again:"),
        ),
    )


def _show(words: Sequence[str]) -> None:
    say(_("Recovery sheet. Write these words down on paper, in this order, and keep it locked up:"))
    for first in range(0, len(words), _IN_A_ROW):
        row = words[first : first + _IN_A_ROW]
        say("  ".join(f"{number:2} {word:10}" for number, word in enumerate(row, first + 1)))


def _typed_back(words_fd: int | None) -> str:
    if words_fd is not None:
        return from_descriptor(words_fd)
    say(_("Now type all {count} words back from the paper.").format(count=WORDS_ON_A_SHEET))
    typed: list[str] = []
    while len(typed) < WORDS_ON_A_SHEET:
        typed += [word for word in read_line("> ").split() if not word.isdecimal()]
    return " ".join(typed)
