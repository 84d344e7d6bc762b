"""The kinds of recipient in `resources/recipients.toml`, read once."""

from collections import Counter
from functools import cache

from sgdesk.domain.recipients import RecipientFile
from sgdesk.library.toml_file import decoded, refused
from sgdesk.paths import resources

_TITLE = "recipients"


@cache
def recipient_file() -> RecipientFile:
    """Return the kinds and groups that came with this program."""
    return read_recipients((resources() / "recipients.toml").read_bytes())


def read_recipients(content: bytes) -> RecipientFile:
    """Return the kinds and groups in the content of a file.

    Raises UserError when it is not in order, something stands there twice, a kind names a group or
    a notice a kind that is not there.
    """
    found = decoded(content, RecipientFile, _TITLE)
    _check_once("groups", [group.id for group in found.groups])
    _check_once("kinds", [kind.id for kind in found.kinds])
    _check_once("notices", [notice.id for notice in found.notices])
    _check_once("facts", [name for group in found.groups for name in group.facts])
    groups = {group.id for group in found.groups}
    for kind in found.kinds:
        if unknown := {*kind.needs} - groups:
            raise refused(_TITLE, f"{kind.id}, {min(unknown)}")
        if unneeded := {*kind.reasons} - {*kind.needs}:
            raise refused(_TITLE, f"{kind.id}, reasons, {min(unneeded)}")
    kinds = {kind.id for kind in found.kinds}
    for notice in found.notices:
        if strangers := {*notice.kinds} - kinds:
            raise refused(_TITLE, f"{notice.id}, {min(strangers)}")
    return found


def _check_once(where: str, names: list[str]) -> None:
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        raise refused(_TITLE, f"{where}, {twice[0]}")
