"""The places of the window, in the order in which they are offered."""

from enum import StrEnum

from sgdesk.text import _


class Place(StrEnum):
    """A page of the window."""

    TODAY = "today"
    CONCERNS = "concerns"
    LOG = "log"
    AGENCIES = "agencies"
    HELP = "help"
    SETTINGS = "settings"
    CONCERN = "concern"
    PAPER = "paper"
    CALL = "call"
    EMERGENCY = "emergency"
    POLICE = "police"


def place_words() -> dict[Place, str]:
    """Return the places one can go to from anywhere, with their names."""
    return {
        Place.TODAY: _("Today"),
        Place.CONCERNS: _("Concerns"),
        Place.LOG: _("Safeguarding log"),
        Place.AGENCIES: _("Agencies"),
        Place.HELP: _("Help"),
        Place.SETTINGS: _("Settings"),
    }
