"""The rules for wording in `resources/wording.toml`, read once and made ready."""

from functools import cache

from sgdesk.domain.wording import Wording, WordingFile
from sgdesk.library.toml_file import decoded, refused
from sgdesk.paths import resources

_TITLE = "wording"


@cache
def wording_rules() -> Wording:
    """Return the rules that came with this program, ready for `sgdesk.domain.wording.check`."""
    return read_wording((resources() / "wording.toml").read_bytes())


def read_wording(content: bytes) -> Wording:
    """Return the rules in the content of a file.

    Raises UserError when it is too large, not in order, or holds a phrase that cannot be read.
    """
    source = decoded(content, WordingFile, _TITLE)
    try:
        return Wording(source)
    except ValueError as error:
        raise refused(_TITLE, str(error)) from error
