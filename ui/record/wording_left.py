"""Which phrases of a draft are marked, kept with a reason, or still to be looked at."""

from collections.abc import Iterator

import msgspec

from sgdesk.domain.concern import ConcernDraft, KeptWording
from sgdesk.domain.facts.kinds import (
    Context,
    Event,
    Fact,
    Injury,
    Need,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.wording import Flag, Wording, check
from sgdesk.ids import FactId
from ui.kit.text_fields import TEXT_LIMIT

SUMMARY = FactId("urgency")
_WATCHED: dict[type[Fact], tuple[str, tuple[str, ...]]] = {
    Injury: ("seen", ("detail",)),
    Observation: ("seen", ("text",)),
    Saying: ("said", ("gist", "demeanour")),
    Event: ("chronology", ("text", "outreach")),
    Context: ("context", ("text", "result")),
    Opinion: ("context", ("text", "because")),
    Need: ("needs", ("text",)),
}


class MarkedPhrase(msgspec.Struct, frozen=True):
    """One phrase that a rule marks, and the field in which it stands."""

    step: str
    fact_id: FactId
    field: str
    phrase: str
    flag: Flag

    @property
    def object_name(self) -> str:
        """The object name of the field."""
        return f"{self.fact_id}.{self.field}"


def watched_fields(fact: Fact) -> tuple[str, ...]:
    """Return the fields whose words are the recorder's own. A person's exact words are exempt."""
    return _WATCHED[type(fact)][1]


def marked_in(
    text: str, rules: Wording, kept: list[KeptWording], fact_id: str, field: str, *, opinion: bool
) -> list[Flag]:
    """Return the phrases of a text that are marked and not kept; none in one over its limit."""
    if len(text) > TEXT_LIMIT:
        return []
    held = {one.phrase.casefold() for one in kept if (one.fact_id, one.field) == (fact_id, field)}
    flags = check(text, rules, is_opinion=opinion)
    return [flag for flag in flags if text[flag.start : flag.end].casefold() not in held]


def wording_left(draft: ConcernDraft, rules: Wording) -> list[MarkedPhrase]:
    """Return every phrase of the draft that is marked and not kept with a reason."""
    return [
        MarkedPhrase(step, fact_id, field, text[flag.start : flag.end], flag)
        for step, fact_id, field, text, opinion in _texts(draft)
        for flag in marked_in(text, rules, draft.kept, fact_id, field, opinion=opinion)
    ]


def _texts(draft: ConcernDraft) -> Iterator[tuple[str, FactId, str, str, bool]]:
    for field in ("immediate_action", "summary"):
        yield "urgency", SUMMARY, field, getattr(draft.urgency, field), False
    for fact in draft.facts:
        step, fields = _WATCHED[type(fact)]
        for field in fields:
            yield step, fact.id, field, getattr(fact, field), isinstance(fact, Opinion)
