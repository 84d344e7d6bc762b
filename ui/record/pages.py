"""The pages of this flow, by the id of their step."""

from collections.abc import Callable

from ui.record.check_page import CheckPage
from ui.record.chronology_page import ChronologyPage
from ui.record.context_page import ContextPage
from ui.record.family_page import FamilyPage
from ui.record.needs_page import NeedsPage
from ui.record.page import RecordPage
from ui.record.person_page import PersonPage
from ui.record.recording import Recording
from ui.record.said_page import SaidPage
from ui.record.seen_page import SeenPage
from ui.record.urgency_page import UrgencyPage

PAGES: dict[str, Callable[[Recording], RecordPage]] = {
    "urgency": UrgencyPage,
    "person": PersonPage,
    "family": FamilyPage,
    "seen": SeenPage,
    "said": SaidPage,
    "chronology": ChronologyPage,
    "context": ContextPage,
    "needs": NeedsPage,
    "check": CheckPage,
}


def make_page(recording: Recording, step: str) -> RecordPage:
    """Return a new page for a step."""
    return PAGES[step](recording)
