"""In which authority, and in which force's area, a home lies: as the lead said before."""

import re

import msgspec

_FORCE_KINDS = ("police",)


class HomeArea(msgspec.Struct, frozen=True):
    """The authority and the force area of one postcode, where they were said; never guessed."""

    postcode: str = ""
    authority: str = ""
    force: str = ""

    def for_kind(self, kind: str) -> str:
        """Return the area that decides for a kind of recipient: police go by the force."""
        return self.force if is_force(kind) else self.authority


def is_force(kind: str) -> bool:
    """Return whether a kind of recipient is bound to a force's area, and not to an authority."""
    return kind in _FORCE_KINDS


def plain_postcode(typed: str) -> str:
    """Return a postcode as it is compared: "ZZ99 2QA" and "zz992qa" are one."""
    return re.sub(r"[^0-9A-Za-z]", "", typed).upper()
