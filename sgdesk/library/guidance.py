"""The guidance files: read, checked, and handed out for one nation."""

from functools import cache, reduce
from typing import TypeVar

import msgspec

from sgdesk.domain.answers import Nation
from sgdesk.domain.cited import Source, Stated
from sgdesk.domain.guidance import LISTS, DeadlineRule, Guidance
from sgdesk.library.guidance_faults import faults
from sgdesk.library.toml_file import decoded, refused
from sgdesk.paths import resources

ItemT = TypeVar("ItemT", bound=Stated | Source)

_TITLE = "guidance"


@cache
def guidance_for(nation: Nation) -> Guidance:
    """Return the guidance that came with this program for a nation; read once, about 15 ms."""
    return read_guidance((resources() / "guidance" / f"{nation}.toml").read_bytes())


def read_guidance(content: bytes) -> Guidance:
    """Return the guidance in the content of a file, with what it extends.

    Raises UserError for a file that is too large, not in order, names a source that it does not
    have, uses an id twice, or asks for an operator that the program does not know.
    """
    guidance = completed(decoded(content, Guidance, _TITLE))
    for found in faults(guidance):
        raise refused(_TITLE, found.place)
    return guidance


def completed(guidance: Guidance) -> Guidance:
    """Return the guidance of a file with what it extends, and without what holds elsewhere: no
    statement of it, and no citing of another nation's text."""
    files = [guidance]
    if guidance.extends is not None and guidance.extends is not guidance.nation:
        files.insert(0, _shipped(guidance.extends, guidance.nation))
    elsewhere = {
        one.id for file in files for one in file.sources if guidance.nation not in one.nations
    }
    whole = reduce(_joined, map(_for_its_nation, files))
    cited = {name: _citing(getattr(whole, name), elsewhere) for name in LISTS}
    return msgspec.structs.replace(whole, **cited)


@cache
def every_rule() -> dict[str, DeadlineRule]:
    """Return each deadline rule of any nation by its id."""
    return {rule.id: rule for nation in Nation for rule in guidance_for(nation).deadlines}


def _shipped(nation: Nation, reader: Nation) -> Guidance:
    content = (resources() / "guidance" / f"{nation}.toml").read_bytes()
    return msgspec.structs.replace(decoded(content, Guidance, _TITLE), nation=reader)


def _citing(items: tuple[ItemT, ...], elsewhere: set[str]) -> tuple[ItemT, ...]:
    return tuple(
        msgspec.structs.replace(
            item, sources=tuple(one for one in item.sources if one not in elsewhere)
        )
        if isinstance(item, Stated) and not elsewhere.isdisjoint(item.sources)
        else item
        for item in items
    )


def _for_its_nation(guidance: Guidance) -> Guidance:
    """Return the guidance without what holds in other nations only."""
    kept = {
        name: tuple(
            item
            for item in getattr(guidance, name)
            if guidance.nation in getattr(item, "nations", Nation)
        )
        for name in LISTS
    }
    return msgspec.structs.replace(guidance, **kept)


def _joined(extended: Guidance, own: Guidance) -> Guidance:
    both = {name: getattr(extended, name) + getattr(own, name) for name in LISTS}
    both["foundations"] = own.foundations + extended.foundations  # its own law first
    version = f"{own.version} with {extended.version}"
    oldest = min(own.checked_on, extended.checked_on)
    return msgspec.structs.replace(own, version=version, checked_on=oldest, **both)
