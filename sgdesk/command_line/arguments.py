"""The options that many commands share."""

import argparse
from pathlib import Path

from sgdesk.text import _


def parser_for(name: str, what: str) -> argparse.ArgumentParser:
    """Return the parser of one command; `what` is what it does, in a sentence."""
    return argparse.ArgumentParser(prog=f"sgdesk {name}", description=what, allow_abbrev=False)


def add_store(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """Add where the records are."""
    text = _("the folder of the records; without it, this user's own")
    if required:
        text = _("the folder for the records")
    parser.add_argument("--store", type=Path, metavar="DIR", required=required, help=text)


def add_user(parser: argparse.ArgumentParser) -> None:
    """Add who unlocks the records, and where the passphrase comes from."""
    parser.add_argument(
        "--user", metavar="NAME", help=_("a name on the lock page; without it, the first one")
    )
    add_passphrase(parser)


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    """Add where the passphrase comes from; never the passphrase itself."""
    parser.add_argument(
        "--passphrase-fd",
        type=descriptor,
        metavar="N",
        help=_("read the passphrase from this open file instead of asking for it"),
    )


def descriptor(typed: str) -> int:
    """Return the number of an open file. Raises ValueError, which the parser turns into words."""
    number = int(typed)
    if number < 0:
        raise ValueError
    return number
