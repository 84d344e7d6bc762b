"""Which phrases of a draft are marked, kept with a reason, or still to be looked at."""

from collections import deque
from collections.abc import Iterator

import msgspec

from sgdesk.domain.concern import ConcernDraft
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
from sgdesk.domain.wording import Flag, Reader, Wording, one_for_each_place
from sgdesk.domain.wording.ages import SHORT_ANSWERS, age_flag
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


class WordingLeft:
    """Reads the texts of a draft, and remembers of each what is marked in it."""

    def __init__(self, rules: Wording) -> None:
        self._rules = rules
        self._read: dict[tuple[str, bool], tuple[Flag, ...]] = {}
        self._aged: dict[str, Flag | None] = {}

    def steps(self, draft: ConcernDraft) -> Iterator[None]:
        """Read what was not read yet, in steps that each are short."""
        wanted = {(text, opinion) for *_place, text, opinion in _texts(draft)}
        self._read = {one: flags for one, flags in self._read.items() if one in wanted}
        for text, opinion in wanted - self._read.keys():
            reader = Reader(self._rules, is_opinion=opinion)
            # Nothing is marked in a text over its limit.
            yield from reader.steps(text if len(text) <= TEXT_LIMIT else "")
            self._read[text, opinion] = reader.flags
            yield
        for *_place, text in _short_answers(draft):
            if text not in self._aged:
                self._aged[text] = age_flag(text, self._rules)
                yield

    def phrases(self, draft: ConcernDraft) -> list[MarkedPhrase]:
        """Return what is marked and not kept with a reason; texts that are not read are read."""
        deque(self.steps(draft), 0)
        kept = {(one.fact_id, one.field, one.phrase.casefold()) for one in draft.kept}
        found = [
            MarkedPhrase(step, fact_id, field, text[flag.start : flag.end], flag)
            for step, fact_id, field, text, opinion in _texts(draft)
            for flag in one_for_each_place(self._read[text, opinion])
        ]
        left = [one for one in found if (one.fact_id, one.field, _folded(one)) not in kept]
        return [*left, *self._ages(draft)]

    def _ages(self, draft: ConcernDraft) -> Iterator[MarkedPhrase]:
        """Yield each short answer about a mark that gives its age."""
        for fact_id, field, text in _short_answers(draft):
            if (flag := self._aged[text]) is not None:
                yield MarkedPhrase("seen", fact_id, field, text, flag)


def _folded(marked: MarkedPhrase) -> str:
    return marked.phrase.casefold()


def _short_answers(draft: ConcernDraft) -> Iterator[tuple[FactId, str, str]]:
    for fact in draft.facts:
        for field in SHORT_ANSWERS if isinstance(fact, Injury) else ():
            yield fact.id, field, getattr(fact, field)


def _texts(draft: ConcernDraft) -> Iterator[tuple[str, FactId, str, str, bool]]:
    for field in ("immediate_action", "summary"):
        yield "urgency", SUMMARY, field, getattr(draft.urgency, field), False
    for fact in draft.facts:
        step, fields = _WATCHED[type(fact)]
        for field in fields:
            yield step, fact.id, field, getattr(fact, field), isinstance(fact, Opinion)
