"""What is found in the words of a fact and held back: other people's data, guesses, irrelevance."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Fact, Opinion, Saying
from sgdesk.domain.people import PersonKind, Relation
from sgdesk.domain.recipients import Family, RecipientFile, fact_names
from sgdesk.domain.sharing.sentences import Sentence, sentences_of
from sgdesk.domain.wording import Flag, Wording, check
from sgdesk.text import _

# Cause, timing, motive, character and diagnosis: what nobody saw (FORMS B4).
_SPECULATION = (1, 2, 3, 4, 5)
_OF_THE_MOTHER = frozenset(["mother", "mum", "mummy", "mam", "mom", "patient"])
_NO_NAMES = frozenset(["name", "not", "asked", "known", "née", "nee", "her", "his", "their", "the"])
_FAMILY = frozenset(
    "father mother parent stepfather stepmother guardian carer partner husband wife".split()
)


class Finding(msgspec.Struct, frozen=True):
    """Words in one sentence that hold it back, and why."""

    words: str
    why: str


class Searcher:
    """Looks through the facts of one concern for what one kind of recipient should not get."""

    def __init__(
        self, concern: Concern, kind: str, recipients: RecipientFile, wording: Wording
    ) -> None:
        self._concern, self._wording = concern, wording
        self._notices = [
            (notice, _pattern(notice.words))
            for notice in recipients.notices
            if (not notice.kinds or kind in notice.kinds)
            and not set(notice.not_harms) & set(concern.urgency.harms)
        ]
        found = recipients.kind(kind)
        self._family = found.family if found is not None else Family.NONE
        self._others = _pattern((*_kin(concern, recipients.kin), *_names(concern)))
        self._named = _pattern(_names(concern, self._family is not Family.NONE))

    def found_in(self, fact: Fact) -> dict[Sentence, Finding]:
        """Return the sentences of a fact that are held back, each with the first reason."""
        guesses = _guesses(fact, self._wording)
        found: dict[Sentence, Finding] = {}
        for sentence in sentences_of(fact):
            finding = self._in_sentence(fact, sentence) or guesses.get(sentence)
            if finding is not None:
                found[sentence] = finding
        return found

    def _in_sentence(self, fact: Fact, sentence: Sentence) -> Finding | None:
        other = self._others.search(sentence.text)
        for notice, pattern in self._notices:
            if not fact_names(fact).isdisjoint(notice.not_facts):
                continue
            hit = pattern.search(sentence.text)
            if hit is not None and (other is not None or not notice.of_others):
                words = [hit[0]] if not notice.of_others or other is None else [other[0], hit[0]]
                return Finding(" … ".join(words), notice.because)
        named = self._named.search(sentence.text)
        if named is None:
            return None
        why = _("Another person’s data: {who}. Say why it is essential to include it.")
        return Finding(named[0], why.format(who=named[0]))


def _guesses(fact: Fact, wording: Wording) -> dict[Sentence, Finding]:
    # Somebody's own words are theirs, and an opinion with its reasons may judge.
    if isinstance(fact, Opinion) and fact.because.strip():
        return {}
    flags: dict[str, tuple[Flag, ...]] = {}
    found: dict[Sentence, Finding] = {}
    for sentence in sentences_of(fact):
        if isinstance(fact, Saying) and sentence.field == "words":
            continue
        text = getattr(fact, sentence.field)
        if sentence.field not in flags:
            flags[sentence.field] = check(text, wording, is_opinion=isinstance(fact, Opinion))
        end = sentence.start + len(sentence.text)
        for flag in flags[sentence.field]:
            if flag.type in _SPECULATION and sentence.start <= flag.start < end:
                why = _("Speculation. Reword it, or give it a basis as an opinion.")
                found.setdefault(sentence, Finding(text[flag.start : flag.end], why))
    return found


def _kin(concern: Concern, kin: Iterable[str]) -> Iterator[str]:
    own = _OF_THE_MOTHER if concern.person.kind is PersonKind.UNBORN else frozenset[str]()
    yield from (word for word in kin if word not in own)
    for relation in concern.everybody:
        if not relation.professional and relation.relationship.strip().lower() not in own:
            yield relation.relationship


def _names(concern: Concern, without_family: bool = False) -> Iterator[str]:
    own = {word.lower() for word in re.findall(r"\w+", _own_names(concern))}
    for relation in concern.everybody:
        if relation.professional or (without_family and _is_close(relation)):
            continue
        words = re.findall(r"[^\W\d_][\w’'-]+", relation.name)
        for word in words:
            if word[0].isupper() and word.lower() not in own | _NO_NAMES and len(word) > 2:
                yield word


def _own_names(concern: Concern) -> str:
    return f"{concern.person.name} {concern.person.known_as}"


def _is_close(relation: Relation) -> bool:
    """Return whether the person lives with them, depends on them, or may be harmed by them."""
    return (
        relation.alleged_source
        or relation.is_child
        or YesNo.YES in (relation.in_household, relation.parental_responsibility)
        or relation.relationship.strip().lower() in _FAMILY
    )


@lru_cache(maxsize=128)
def _compiled(words: tuple[str, ...]) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    either = "|".join(
        re.escape(word.rstrip("*")).replace(r"\ ", r"\s+") + (r"\w*" if word.endswith("*") else "")
        for word in sorted(words, key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return _compiled(tuple(dict.fromkeys(word.strip() for word in words if word.strip())))
