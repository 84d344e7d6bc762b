"""A TOML file from anywhere, decoded into checked values or refused with a sentence."""

import re
import tomllib
from typing import TypeVar

import msgspec

from sgdesk.errors import UserError
from sgdesk.text import _

LARGEST = 512 * 1024
FORMAT = 1
ValueT = TypeVar("ValueT")


def decoded(content: bytes, kind: type[ValueT], title: str) -> ValueT:
    """Decode the content of a TOML file. `title` is the file's name for people.

    Raises UserError when it is too large, not TOML, made for another version, or not in order;
    the sentence names the place, never what stands there.
    """
    raw = parsed(content, title)
    if raw.get("format") != FORMAT:
        raise UserError(
            _(
                "The {title} file is made for another version of SG Desk. Update the program, or"
                " ask for the file that fits this one; nothing was changed."
            ).format(title=title)
        )
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise refused(title, _place(str(error))) from error


def parsed(content: bytes, title: str) -> dict[str, object]:
    """Return what a TOML file says, unchecked; raise UserError if it is too large or not TOML."""
    if len(content) > LARGEST:
        raise UserError(_("The {title} file is too large. Choose another.").format(title=title))
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise UserError(
            _("The {title} file cannot be read. Ask for a new copy; nothing was changed.").format(
                title=title
            )
        ) from error


def refused(title: str, place: str) -> UserError:
    """Return the refusal of a file that is not in order at that place."""
    return UserError(
        _(
            "The {title} file is not in order at “{place}”. Ask for a corrected file;"
            " nothing was changed."
        ).format(title=title, place=place)
    )


def _place(message: str) -> str:
    """Return where msgspec found a fault: "deadlines 4, operator" of `$.deadlines[3].operator`."""
    found = re.search(r"at `(?:key in )?\$\.?([A-Za-z0-9_.\[\]]*)`$", message)
    steps = re.findall(r"([A-Za-z0-9_]+)((?:\[\d+\])?)", found[1]) if found else []
    words = [name + (f" {int(index[1:-1]) + 1}" if index else "") for name, index in steps]
    return ", ".join(words) or _("its beginning")
