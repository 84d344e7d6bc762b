"""Who spoke: choosing somebody of the family says who that is too."""

from collections.abc import Callable

from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.facts.kinds import Saying
from sgdesk.domain.facts.options import RELATIONSHIPS
from sgdesk.text import _
from ui.kit.form import Form


def fill_relation(form: Form, draft: ConcernDraft, now: Callable[[], Saying]) -> None:
    """Fill in who the speaker is once a name or a relation is chosen; what was typed stays."""
    filled = _relation_of(draft, now().speaker)

    def on_changed(field: str) -> None:
        nonlocal filled
        saying = now()
        if field != "speaker" or saying.relationship not in ("", filled):
            return
        filled = _relation_of(draft, saying.speaker)
        if filled != saying.relationship:
            form.question("relationship").binding.fill(filled)

    form.changed.connect(on_changed)


def _relation_of(draft: ConcernDraft, speaker: str) -> str:
    """Return who somebody is by the people of the record, or by how they were called."""
    said = speaker.strip().casefold()
    if not said:
        return ""
    named = [one for one in draft.relations if one.name.strip().casefold() == said]
    known = [one.relationship for one in named if one.relationship.strip()]
    known += [text for text in map(_, RELATIONSHIPS) if text.casefold() == said]
    return known[0] if known else ""
