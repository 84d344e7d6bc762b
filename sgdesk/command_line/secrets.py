"""Passphrases and other words nobody else should read: from a prompt or an open file."""

import getpass
import os
import sys

from sgdesk.errors import UserError
from sgdesk.text import _

_MOST_BYTES = 64 * 1024
_CHUNK = 4096


def passphrase(descriptor: int | None, prompt: str) -> str:
    """Return a passphrase from a file descriptor, or ask for it without showing what is typed.

    One newline at its end is dropped. Raises UserError when there is none.
    """
    if descriptor is not None:
        return from_descriptor(descriptor)
    return _prompted(prompt)


def new_passphrase(descriptor: int | None, prompt: str, again: str) -> str:
    """Return a passphrase that somebody chooses: asked for twice, or read from a descriptor."""
    if descriptor is not None:
        return from_descriptor(descriptor)
    first = _prompted(prompt)
    if _prompted(again) != first:
        raise UserError(_("The two passphrases differ. Start again and type the same one twice."))
    return first


def from_descriptor(descriptor: int) -> str:
    """Return what stands in an open file as text; one newline at its end is dropped.

    Raises UserError when it cannot be read, is far too long, or is not text.
    """
    try:
        content = _all_of(descriptor)
    except OSError as error:
        raise UserError(
            _("Nothing can be read from file descriptor {number}.").format(number=descriptor)
        ) from error
    if len(content) > _MOST_BYTES:
        raise UserError(_("What was handed over is far too long for a passphrase."))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UserError(_("The passphrase is not text in UTF-8.")) from error
    return text.removesuffix("\n").removesuffix("\r")


def _prompted(prompt: str) -> str:
    try:
        return getpass.getpass(f"{prompt} ")
    except EOFError as error:
        raise UserError(_("No passphrase was typed, so nothing was changed.")) from error


def _all_of(descriptor: int) -> bytes:
    if descriptor == 0 and sys.stdin is not None:
        # The words typed back may follow on the same stream, so only its first line is taken.
        return sys.stdin.buffer.readline(_MOST_BYTES + 1)
    content = b""
    while len(content) <= _MOST_BYTES and (chunk := os.read(descriptor, _CHUNK)):
        content += chunk
    return content
