"""The lesser details of sayings, needs and opinions, as the sentences that follow the first."""

from sgdesk.domain.answers import YES_NO_WORDS, YesNo
from sgdesk.domain.facts.kinds import Need, NeedTopic, Opinion, Saying
from sgdesk.text import _, read_short_date


def saying_details(fact: Saying) -> list[str]:
    """Return where and how something was said, what followed, and the notes that were made."""
    about = _("Explains: {what}.").format(what=fact.explains)
    is_named = fact.relationship.strip().casefold() not in ("", fact.speaker.strip().casefold())
    return [
        _("Speaker: {who}.").format(who=fact.relationship) if is_named else "",
        about if fact.explains and fact.is_explanation else "",
        _("Place: {place}.").format(place=fact.place) if fact.place else "",
        _("Demeanour: {seen}").format(seen=_ended(fact.demeanour)) if fact.demeanour else "",
        _("Then: {what}").format(what=_ended(fact.then)) if fact.then else "",
        _notes(fact),
    ]


def need_details(fact: Need) -> list[str]:
    """Return what else was agreed: to whom, understood how, when to come back, and the review."""
    whom = _("Told to {whom}.") if _is_told(fact) else _("For {whom}.")
    review = ""
    if fact.review_on is not None:
        review = _("Review on {day}.").format(day=read_short_date(fact.review_on))
        if fact.review_by:
            review = _("Review on {day}, {who}.").format(
                day=read_short_date(fact.review_on), who=fact.review_by
            )
    return [
        "; ".join(_(one) for one in fact.barriers),
        whom.format(whom=fact.to_whom) if fact.to_whom else "",
        fact.understood,
        _("Come back if: {what}").format(what=fact.return_if) if fact.return_if else "",
        _("Ring: {whom}").format(whom=fact.ring) if fact.ring else "",
        _("If not brought again: {what}").format(what=fact.if_not_brought)
        if fact.if_not_brought
        else "",
        review,
    ]


def level_words(fact: Opinion) -> str:
    """Return the level of need that the author of an opinion sees, with the text it is from."""
    if not fact.level:
        return ""
    if not fact.document:
        return fact.level
    return _("{level} ({document})").format(level=fact.level, document=fact.document)


def _notes(fact: Saying) -> str:
    match fact.notes_kept:
        case YesNo.YES:
            return _("Rough notes are kept: {where}.").format(where=fact.notes_held or _("yes"))
        case YesNo.NO:
            return _("No rough notes were made.")
        case YesNo() as answer:
            answered = _(YES_NO_WORDS[answer]).lower()
            return _("Rough notes: {answer}.").format(answer=answered)
        case None:
            return ""


def _is_told(fact: Need) -> bool:
    return fact.topic in (NeedTopic.SAFETY_NET, None)


def _ended(words: str) -> str:
    bare = words.rstrip()
    return bare if bare.endswith((".", "!", "?", "”", "…")) else f"{bare}."
