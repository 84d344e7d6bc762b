"""Whose data a fact holds besides the person's own: another patient, a relative, a colleague."""

from sgdesk.domain.concern import ConcernDraft
from ui.kit.binding import Binding
from ui.record.suggestions import suggestion_binding


def also_about_binding(draft: ConcernDraft) -> Binding:
    """Return the field that names another person; those recorded on the family page are offered."""
    return suggestion_binding("also_about", [one.name for one in draft.relations if one.name])
