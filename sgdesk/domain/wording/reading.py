"""Free text read as it is typed: phrases that guess, judge or blame are marked, never rewritten.

Quoted words are exempt: they are somebody's own. A labelled professional opinion with its reasons
may judge (FORMS B4).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from sgdesk.domain.wording.abbreviations import Terms, explained
from sgdesk.domain.wording.kinds import Flag, WordingRule, WordingType
from sgdesk.domain.wording.overlaps import merged, resolved
from sgdesk.domain.wording.quotes import Quotations
from sgdesk.domain.wording.rules import Found, Wording
from sgdesk.domain.wording.words import sentences

_OPINION = re.compile(
    r"(?:^|(?<=[.!?;])[^\S\n])[^\S\n]*(?:(?:my )?(?:professional |clinical )?opinion"
    r"(?: \([^)\n]{1,200}\)| as an? \w{1,30}(?: \w{1,30})?)?"
    r"(?: is that\b| is\b|:| -| –)"
    r"|in my (?:opinion|(?:professional|clinical) (?:view|judge?ment|opinion))\b)",
    re.IGNORECASE | re.MULTILINE,
)
_REASONS = re.compile(r"\bbecause\b|\breasons?:|\bgiven that\b|\bon the basis\b", re.IGNORECASE)
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n|\Z")


class Reader:
    """Reads one text again and again as it changes; only sentences that changed cost time."""

    def __init__(self, rules: Wording, *, is_opinion: bool = False) -> None:
        """`is_opinion` says that the text stands in the place for professional opinions."""
        self._rules, self._is_opinion = rules, is_opinion
        self._known: dict[str, tuple[Found, ...]] = {}
        self.flags: tuple[Flag, ...] = ()

    def steps(self, text: str) -> Iterator[None]:
        """Read a text in small steps, one for each sentence. After the last, `flags` has them."""
        known: dict[str, tuple[Found, ...]] = {}
        found: list[tuple[int, Found]] = []
        for start, sentence in sentences(text):
            if sentence not in known:
                before = self._known.get(sentence)
                known[sentence] = self._rules.found(sentence) if before is None else before
            found += [(start, each) for each in known[sentence]]
            yield
        self._known = known
        self.flags = _marked(text, found, self._rules, self._is_opinion)

    def read(self, text: str) -> tuple[Flag, ...]:
        """Return the phrases to mark, in the order of the text. The text is never changed."""
        for _step in self.steps(text):
            pass
        return self.flags


def check(text: str, rules: Wording, *, is_opinion: bool = False) -> tuple[Flag, ...]:
    """Return the phrases to mark, in the order of the text. The text is never changed.

    `is_opinion` says that the text stands in the place for professional opinions.
    """
    return Reader(rules, is_opinion=is_opinion).read(text)


def _marked(
    text: str, found: list[tuple[int, Found]], rules: Wording, is_opinion: bool
) -> tuple[Flag, ...]:
    if not found:
        return ()
    quotations, opinions = Quotations(text), _opinions(text)
    terms, known = Terms(text), explained(text)
    flags: list[Flag] = []
    for begin, each in found:
        rule, start, end = rules.rules[each.rule], begin + each.start, begin + each.end
        kind = rules.types[rule.type]
        if quotations.hold(start) or quotations.hold(end - 1):
            continue
        if kind.opinion_may and (is_opinion or _within(start, opinions)):
            continue
        if text[start:end] in known if rule.expandable else terms.hold(start, end):
            continue
        flags.append(_flag(kind, rule, start, end))
    return resolved(merged(flags), rules.yields)


def _flag(kind: WordingType, rule: WordingRule, start: int, end: int) -> Flag:
    return Flag(
        rule.type,
        start,
        end,
        rule.why or kind.why,
        rule.instead or kind.instead,
        rule.confidence or kind.confidence,
        kind.ways_out,
        rule.stays,
    )


def _opinions(text: str) -> list[tuple[int, int]]:
    """Return the spans of labelled opinions that give a reason, to the end of line or paragraph."""
    labels = [found.start() for found in _OPINION.finditer(text)]
    if not labels:
        return []
    reasons = [found.start() for found in _REASONS.finditer(text)]
    ends = [found.start() for found in _PARAGRAPH_END.finditer(text)]
    spans: list[tuple[int, int]] = []
    for label in labels:
        paragraph_end = ends[bisect_right(ends, label)]
        line_end = text.find("\n", label, paragraph_end)
        nearest = bisect_right(reasons, label)
        reason = reasons[nearest] if nearest < len(reasons) else len(text)
        for end in (line_end, paragraph_end):
            if label <= reason < end:
                spans.append((label, end))
                break
    return spans


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    nearest = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return nearest >= 0 and place < spans[nearest][1]
