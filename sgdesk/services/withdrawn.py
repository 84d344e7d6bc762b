"""What a recipient was told before and what was withdrawn since, named in their next pack."""

from datetime import datetime

from sgdesk.domain.attachment import KIND_WORDS, Attachment
from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.words import label, source
from sgdesk.domain.people import Relation
from sgdesk.domain.recipients import Family, RecipientKind
from sgdesk.domain.sharing.protected import without_stops
from sgdesk.domain.sharing.reached import (
    Went,
    fact_went,
    file_went,
    reached,
    relation_went,
    told_before,
)
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.domain.withdrawal import why_words
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_short_date, to_london

Named = tuple[str, str]


def named_as_withdrawn(unit: Unit, concern: Concern, to: Recipient) -> tuple[Named, ...]:
    """Return what their pack names as withdrawn, for their portal and for a call; never for
    somebody in the family. A protected address and a safe contact are in none."""
    from sgdesk.library.recipients import recipient_file

    kind = recipient_file().kind(to.kind)
    if kind is not None and kind.is_in_the_family:
        return ()
    found = withdrawn_since(unit, concern, to, kind)
    return tuple(
        (without_stops(name, concern), without_stops(about, concern)) for name, about in found
    )


def withdrawn_since(
    unit: Unit, concern: Concern, to: Recipient, kind: RecipientKind | None
) -> tuple[Named, ...]:
    """Return the name and the source of each entry that this team was told and that is withdrawn;
    what they were never told is not named to them."""
    aside = [one for one in unit.attachments.of_concern(concern.id) if one.set_aside_at]
    if not (concern.facts_withdrawn or concern.relations_withdrawn or aside):
        return ()
    decided = [
        (one, unit.sharings.attempts(one.id)) for one in unit.sharings.of_concern(concern.id)
    ]
    calls = unit.calls.of_concern(concern.id)

    def knows(went: Went, at: datetime | None) -> bool:
        found = reached(decided, calls, went, at) if at is not None else ()
        return told_before((one for one in found if one.is_sure), to)

    facts = [
        (label(one), source(one))
        for one in concern.facts_withdrawn
        if knows(fact_went(one), one.withdrawn_at)
    ]
    people = [
        _named(one)
        for one in concern.relations_withdrawn
        if _is_shown(one, kind) and knows(relation_went(one, concern), one.withdrawn_at)
    ]
    files = [_named_file(one) for one in aside if knows(file_went(one), one.set_aside_at)]
    return (*facts, *people, *files)


def _is_shown(relation: Relation, kind: RecipientKind | None) -> bool:
    return relation.professional or kind is None or kind.family is not Family.NONE


def _named(one: Relation) -> Named:
    who = ", ".join(filter(None, (one.relationship, one.name)))
    told = _withdrawn_on(who, one.withdrawn_at), why_words(one.withdrawn_as)
    return _("Family and contacts"), ", ".join(filter(None, told))


def _named_file(one: Attachment) -> Named:
    return _(KIND_WORDS[one.kind]), _withdrawn_on(one.title, one.set_aside_at)


def _withdrawn_on(what: str, at: datetime | None) -> str:
    day = read_short_date(to_london(at).date()) if at else ""
    return _("{what}, withdrawn on {day}").format(what=what, day=day)
