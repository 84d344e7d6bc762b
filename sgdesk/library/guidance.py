"""The guidance files: read, checked, and handed out for one nation."""

from collections.abc import Iterable
from functools import cache

import msgspec

from sgdesk.domain.answers import Nation
from sgdesk.domain.cited import Confidence, Source, Stated, Status
from sgdesk.domain.guidance import DeadlineRule, Guidance, Operator, find
from sgdesk.domain.lawful import UsualAnswer, UsualFor
from sgdesk.library.toml_file import decoded, refused
from sgdesk.paths import resources

_TITLE = "guidance"
_HEADER = ("format", "nation", "version", "checked_on", "extends")
_LISTS = tuple(name for name in Guidance.__struct_fields__ if name not in _HEADER)


@cache
def guidance_for(nation: Nation) -> Guidance:
    """Return the guidance that came with this program for a nation; read once, about 15 ms."""
    return read_guidance((resources() / "guidance" / f"{nation}.toml").read_bytes())


def read_guidance(content: bytes) -> Guidance:
    """Return the guidance in the content of a file, with what it extends.

    Raises UserError for a file that is too large, not in order, names a source that it does not
    have, uses an id twice, or asks for an operator that the program does not know.
    """
    guidance = _for_its_nation(decoded(content, Guidance, _TITLE))
    if guidance.extends is not None and guidance.extends is not guidance.nation:
        guidance = _joined(_shipped(guidance.extends, guidance.nation), guidance)
    _check(guidance)
    return guidance


@cache
def every_rule() -> dict[str, DeadlineRule]:
    """Return each deadline rule of any nation by its id."""
    return {rule.id: rule for nation in Nation for rule in guidance_for(nation).deadlines}


def _shipped(nation: Nation, reader: Nation) -> Guidance:
    content = (resources() / "guidance" / f"{nation}.toml").read_bytes()
    extended = decoded(content, Guidance, _TITLE)
    return _for_its_nation(msgspec.structs.replace(extended, nation=reader))


def _for_its_nation(guidance: Guidance) -> Guidance:
    """Return the guidance without what holds in other nations only."""
    kept = {
        name: tuple(
            item
            for item in getattr(guidance, name)
            if guidance.nation in getattr(item, "nations", Nation)
        )
        for name in _LISTS
    }
    return msgspec.structs.replace(guidance, **kept)


def _joined(extended: Guidance, own: Guidance) -> Guidance:
    both = {name: getattr(extended, name) + getattr(own, name) for name in _LISTS}
    version = f"{own.version} with {extended.version}"
    oldest = min(own.checked_on, extended.checked_on)
    return msgspec.structs.replace(own, version=version, checked_on=oldest, **both)


def _check(guidance: Guidance) -> None:
    known = {source.id for source in guidance.sources}
    for name in _LISTS:
        items = getattr(guidance, name)
        _check_ids(name, items)
        for item in items:
            if isinstance(item, Stated):
                _check_sources(name, item, known)
            elif item.replaced_by and item.replaced_by not in known:
                raise refused(_TITLE, f"{name}, {item.id}, replaced_by")
    for rule in guidance.deadlines:
        _check_rule(rule)
    for usual in guidance.usual:
        _check_usual(usual, guidance)
    for reference in guidance.references:
        if reference.replaced_by and find(guidance.sources, reference.replaced_by) is None:
            raise refused(_TITLE, f"references, {reference.id}, replaced_by")


def _check_ids(name: str, items: Iterable[Stated | Source]) -> None:
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            raise refused(_TITLE, f"{name}, {item.id}")
        seen.add(item.id)


def _check_sources(name: str, item: Stated, known: set[str]) -> None:
    """Refuse an unknown source, and a statement that is said to be read but names none."""
    needs_none = item.check_locally or item.status is Status.PRACTICE_DEFAULT
    unsourced = not item.sources and not needs_none
    if unsourced or not known.issuperset(item.sources):
        raise refused(_TITLE, f"{name}, {item.id}, sources")
    if item.confidence is Confidence.OWN_DEFAULT and item.status is not Status.PRACTICE_DEFAULT:
        raise refused(_TITLE, f"{name}, {item.id}, confidence")


def _check_usual(usual: UsualAnswer, guidance: Guidance) -> None:
    """Refuse a usual answer that is not on offer, or that hangs on a reason nobody can give."""
    offered: dict[UsualFor, tuple[Stated, ...]] = {
        UsualFor.ARTICLE_9: guidance.special_conditions,
        UsualFor.ARTICLE_10: guidance.offence_conditions,
        UsualFor.GATEWAY: guidance.gateways,
        UsualFor.WITHOUT_CONSENT: guidance.para_18_reasons,
    }
    if find(offered[usual.question], usual.answer) is None:
        raise refused(_TITLE, f"usual, {usual.id}, answer")
    if not {one.id for one in guidance.reasons_not_told}.issuperset(usual.not_sought):
        raise refused(_TITLE, f"usual, {usual.id}, not_sought")


def _check_rule(rule: DeadlineRule) -> None:
    """Refuse local hours on a rule that is not local, or that does not count hours."""
    local = rule.status is Status.LOCAL and rule.operator is Operator.ELAPSED_HOURS
    if rule.local_hours is not None and not local:
        raise refused(_TITLE, f"deadlines, {rule.id}, local_hours")
