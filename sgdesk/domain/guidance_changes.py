"""What differs between two versions of the guidance, in words, statement by statement."""

from collections.abc import Iterable, Iterator
from datetime import date, time

import msgspec

from sgdesk.domain.answers import NATION_WORDS, Nation
from sgdesk.domain.cited import CONFIDENCE_WORDS, STATUS_WORDS, Confidence, Source, Stated, Status
from sgdesk.domain.guidance import LISTS, Guidance
from sgdesk.domain.guidance_held import Change
from sgdesk.domain.lawful import Blocks
from sgdesk.domain.statements import TOPIC_WORDS, Topic
from sgdesk.text import _, read_short_date

PART_WORDS = {
    "sources": "Sources", "references": "References", "statements": "What holds",
    "checks": "What a page asks", "bases": "Lawful bases", "foundations": "Laws and tasks",
    "special_conditions": "Conditions of Article 9",
    "offence_conditions": "Conditions of Article 10",
    "para_18_reasons": "Reasons of paragraph 18", "at_risk_limbs": "An adult at risk",
    "gateways": "Ways through confidentiality", "gateway_factors": "What to weigh",
    "reasons_not_told": "Reasons for not telling or asking", "usual": "What usually fits",
    "caldicott": "Caldicott principles", "consistency": "Answers that clash",
    "deadlines": "Deadlines", "lines": "National numbers", "switches": "Switches",
}  # fmt: skip
_WORDS = {
    "title": "Title", "text": "Text", "note": "Note", "prompt": "Question", "why": "Why",
    "question": "Question", "way_out": "Way out", "publisher": "Publisher", "address": "Address",
    "checked_on": "Checked on", "status": "Weight", "confidence": "How sure", "sources": "Sources",
    "position": "Where it stands", "replaced_by": "Replaced by", "source": "Source",
    "number": "Number", "when": "When", "amount": "How many", "operator": "Counted as",
    "clock_time": "Time of day", "blocks": "If it is open", "nations": "Nations",
    "on": "Switched on",
    "article": "Article", "schedule": "Schedule", "triggers": "Starts with",
    "look_again_on": "Look again on", "topic": "Belongs to", "places": "Shown at",
    "for_bases": "For the bases", "about": "About", "offered_to": "Offered to",
    "answer": "Answer", "agreement": "Where agreement is", "not_sought": "Where not sought for",
    "needs_policy": "Needs a policy document", "needs_reason": "Needs a reason",
    "needs_foundation": "Needs a law or task", "needs_factors": "Needs what was weighed",
    "needs_balancing": "Needs a balance", "emergency_only": "For emergencies only",
    "cannot_decide": "Only who cannot decide", "lacks_capacity": "Only who cannot decide",
    "is_consent": "Is consent", "for_telling": "For not telling", "for_asking": "For not asking",
    "local_hours": "Local hours", "again": "Reminds again", "switch": "Hangs on",
    "flow": "Flow", "step": "Page",
}  # fmt: skip

_BLOCKS_WORDS = {
    Blocks.YES: "stops the decision", Blocks.PROMPT: "asks again", Blocks.NO: "only informs",
    Blocks.ON_REFUSAL: "stops a decision not to share",
}  # fmt: skip


def changes(before: Guidance, after: Guidance) -> tuple[Change, ...]:
    """Return every statement that is new, changed or gone, in the order of the lists."""
    return tuple(
        Change(
            part=name, name=_name(new or old), before=_lines(old, before), after=_lines(new, after)
        )
        for name in LISTS
        for old, new in _pairs(getattr(before, name), getattr(after, name))
    )


def lines_of(item: Stated | Source, guidance: Guidance) -> tuple[str, ...]:
    """Return a statement line by line in words: what it says, its weight and its sources."""
    return tuple(_all_lines(item, guidance))


def _pairs(
    before: Iterable[Stated | Source], after: Iterable[Stated | Source]
) -> Iterator[tuple[Stated | Source | None, Stated | Source | None]]:
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    for item_id in (*new, *(one for one in old if one not in new)):
        if old.get(item_id) != new.get(item_id):
            yield old.get(item_id), new.get(item_id)


def _name(item: Stated | Source | None) -> str:
    for field in ("title", "prompt", "text", "question"):
        if text := getattr(item, field, ""):
            return str(text)
    return item.id if item is not None else ""


def _lines(item: Stated | Source | None, guidance: Guidance) -> tuple[str, ...]:
    return () if item is None else lines_of(item, guidance)


def _all_lines(item: Stated | Source, guidance: Guidance) -> Iterator[str]:
    for name in sorted(item.__struct_fields__, key=_place):
        value = getattr(item, name)
        if name == "sources" and isinstance(item, Stated):
            value = tuple(one.title for one in guidance.sources_of(item))
        if name != "id" and value not in ("", (), None):
            label = _(_WORDS[name]) if name in _WORDS else name.replace("_", " ")
            yield _("{label}: {value}").format(label=label, value=_value(value))


def _place(name: str) -> int:
    known = list(_WORDS)
    return known.index(name) if name in known else len(known)


def _value(value: object) -> str:
    match value:
        case Status():
            return _(STATUS_WORDS[value])
        case Confidence():
            return _(CONFIDENCE_WORDS[value])
        case Topic():
            return _(TOPIC_WORDS[value])
        case Blocks():
            return _(_BLOCKS_WORDS[value])
        case Nation():
            return _(NATION_WORDS[value])
        case bool():
            return _("yes") if value else _("no")
        case time():
            return f"{value:%H:%M}"
        case date():
            return read_short_date(value)
        case tuple():
            return ", ".join(_value(one) for one in value)
        case msgspec.Struct():
            found = [getattr(value, name) for name in value.__struct_fields__]
            return ", ".join(str(one) for one in found)
        case _:
            return str(value)
