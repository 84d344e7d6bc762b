"""Both versions of somebody around the person whose whole entry was withdrawn, or stands again."""

from sgdesk.domain.amendment import FIELD_WORDS, PART_WORDS, Change, Part, said_words
from sgdesk.domain.people import Relation
from sgdesk.domain.withdrawal import withdrawn_words
from sgdesk.text import _


def relation_added(after: Relation) -> Change:
    """Return somebody who was not in the record before, with all the answers about them."""
    return Change(_who(after), "–", relation_words(after))


def relation_withdrawn(relation: Relation) -> Change:
    """Return somebody with all the answers about them, and that the entry is withdrawn."""
    return Change(_who(relation), relation_words(relation), withdrawn_words(relation.withdrawn_as))


def relation_brought_back(before: Relation, after: Relation) -> Change:
    """Return an entry that was withdrawn, and all its answers, which stand again."""
    return Change(_who(after), withdrawn_words(before.withdrawn_as), relation_words(after))


def relation_words(relation: Relation) -> str:
    """Return every answer about somebody around the person, each on its line."""
    told = [
        (words, said_words(getattr(relation, field) or getattr(relation, f"{field}_typed", "")))
        for field, words in FIELD_WORDS[Part.RELATION].items()
        if getattr(relation, field) is not False
    ]
    return "\n".join(
        _("{label}: {text}").format(label=_(words), text=text) for words, text in told if text
    )


def _who(relation: Relation) -> str:
    return relation.relationship or relation.name or _(PART_WORDS[Part.RELATION])
