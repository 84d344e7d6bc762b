"""What is wrong with the guidance of a file: each fault with its place, never what stands there."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sgdesk.domain.cited import Confidence, Source, Stated, Status
from sgdesk.domain.guidance import LISTS, DeadlineRule, Guidance, Operator, find
from sgdesk.domain.lawful import UsualAnswer, UsualFor
from sgdesk.text import _


class Fault(NamedTuple):
    """Where a fault is, and what must be put right there."""

    place: str
    text: str


def faults(guidance: Guidance) -> Iterator[Fault]:
    """Yield each thing that does not fit together in the guidance."""
    known = {source.id: source for source in guidance.sources}
    for name in LISTS:
        items: tuple[Stated | Source, ...] = getattr(guidance, name)
        yield from _doubled(name, items)
        for item in items:
            if isinstance(item, Stated):
                yield from _unsourced(name, item, known)
            elif item.replaced_by and item.replaced_by not in known:
                yield _fault(name, item.id, "replaced_by", _("What replaced it is not a source."))
    for rule in guidance.deadlines:
        yield from _of_rule(rule, guidance)
    for usual in guidance.usual:
        yield from _of_usual(usual, guidance)
    for reference in guidance.references:
        if reference.replaced_by and reference.replaced_by not in known:
            yield _fault(
                "references", reference.id, "replaced_by", _("What replaced it is not a source.")
            )


def _fault(name: str, item_id: str, field: str, text: str) -> Fault:
    return Fault(", ".join(filter(None, (name, item_id, field))), text)


def _doubled(name: str, items: Iterable[Stated | Source]) -> Iterator[Fault]:
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            yield _fault(name, item.id, "", _("This id is used twice."))
        seen.add(item.id)


def _unsourced(name: str, item: Stated, known: dict[str, Source]) -> Iterator[Fault]:
    # A deadline says in words where its time comes from, so it may name no text of its own.
    needs_none = item.check_locally or item.status is Status.PRACTICE_DEFAULT
    if not item.sources and not (isinstance(item, DeadlineRule) and needs_none):
        yield _fault(name, item.id, "sources", _("It names no source."))
    elif not known.keys() >= set(item.sources):
        yield _fault(name, item.id, "sources", _("It names a source that is not in the file."))
    elif item.confidence is Confidence.SEEN and not any(
        known[one].confidence is Confidence.SEEN for one in item.sources
    ):
        yield _fault(name, item.id, "sources", _("It is surer than every source it names."))
    if item.confidence is Confidence.OWN_DEFAULT and item.status is not Status.PRACTICE_DEFAULT:
        yield _fault(
            name, item.id, "confidence", _("A default of the program is not law or guidance.")
        )


def _of_usual(usual: UsualAnswer, guidance: Guidance) -> Iterator[Fault]:
    offered: dict[UsualFor, tuple[Stated, ...]] = {
        UsualFor.ARTICLE_9: guidance.special_conditions,
        UsualFor.ARTICLE_10: guidance.offence_conditions,
        UsualFor.GATEWAY: guidance.gateways,
        UsualFor.WITHOUT_CONSENT: guidance.para_18_reasons,
    }
    if find(offered[usual.question], usual.answer) is None:
        yield _fault("usual", usual.id, "answer", _("This answer is not on offer."))
    if not {one.id for one in guidance.reasons_not_told}.issuperset(usual.not_sought):
        yield _fault("usual", usual.id, "not_sought", _("Nobody can give such a reason."))


def _of_rule(rule: DeadlineRule, guidance: Guidance) -> Iterator[Fault]:
    local = rule.status is Status.LOCAL and rule.operator is Operator.ELAPSED_HOURS
    if rule.local_hours is not None and not local:
        yield _fault(
            "deadlines", rule.id, "local_hours", _("Only a local rule that counts hours has them.")
        )
    if rule.switch and find(guidance.switches, rule.switch) is None:
        yield _fault("deadlines", rule.id, "switch", _("There is no such switch."))
    if rule.again is not None and not rule.again.minutes + rule.again.days:
        yield _fault("deadlines", rule.id, "again", _("This reminder would never come."))
