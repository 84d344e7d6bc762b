"""A guidance file that somebody brings: looked over whole, every fault in a sentence."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import get_args, get_type_hints

import msgspec

from sgdesk.domain.answers import Nation
from sgdesk.domain.guidance import LISTS, Guidance
from sgdesk.domain.lawful import Capacity
from sgdesk.domain.statements import Topic
from sgdesk.errors import UserError
from sgdesk.library.guidance import completed
from sgdesk.library.guidance_faults import Fault, faults
from sgdesk.library.toml_file import FORMAT, parsed
from sgdesk.text import _

_TITLE = "guidance"
_MOST = 40
_COUNTED = (Topic.TEN_STEPS, Topic.GOLDEN_RULES)
_NEEDED = (
    "bases", "foundations", "special_conditions", "offence_conditions", "gateways",
    "gateway_factors", "reasons_not_told", "para_18_reasons", "at_risk_limbs",
)  # fmt: skip
_PLAIN_ADDRESS = re.compile(r"https?://[\x21-\x7e]+")
_HIDDEN = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")


def looked_over(
    content: bytes, nation: Nation, own: Guidance, today: date
) -> tuple[Guidance | None, tuple[str, ...]]:
    """Return the guidance in a file and no fault, or nothing and a sentence for each fault.

    `own` is what came with the program: whatever it answers, the file must answer as well.
    """
    try:
        raw = parsed(content, _TITLE)
    except UserError as error:
        return None, (error.text,)
    first = _of_the_file(raw, nation)
    if first:
        return None, (first,)
    wrong = [*_of_items(raw)]
    if not wrong:
        guidance = completed(msgspec.convert(raw, Guidance))
        wrong = [*faults(guidance), *_of_text(guidance), *_of_dates(guidance, today)]
        wrong += _missing(guidance, own)
        if not wrong:
            return guidance, ()
    return None, _sentences(wrong)


def _sentences(wrong: list[Fault]) -> tuple[str, ...]:
    said = [
        _("At “{place}”: {fault}").format(place=one.place, fault=one.text)
        if one.place
        else one.text
        for one in wrong[:_MOST]
    ]
    if len(wrong) > _MOST:
        said.append(_("And {count} more.").format(count=len(wrong) - _MOST))
    return tuple(said)


def _of_the_file(raw: dict[str, object], nation: Nation) -> str:
    if raw.get("format") != FORMAT:
        return _(
            "The guidance file is made for another version of SG Desk. Update the program, or"
            " ask for the file that fits this one; nothing was changed."
        )
    if raw.get("nation") not in list(Nation):
        return _("The file does not say for which nation it is.")
    if raw["nation"] != nation:
        return _("The file is for another nation than the one this practice works in.")
    return ""


def _of_items(raw: dict[str, object]) -> Iterator[Fault]:
    """Yield each thing that does not have the form it must have, item by item."""
    hints = get_type_hints(Guidance, include_extras=True)
    for name in raw.keys() - hints.keys():
        place = name if re.fullmatch(r"[a-z_]{1,40}", name) else ""
        yield Fault(place, _("The program knows no such part of a guidance file."))
    for name in hints.keys() & raw.keys():
        value = raw[name]
        if name not in LISTS:
            yield from _of_value(name, value, hints[name])
        elif not isinstance(value, list):
            yield Fault(name, _("This must be a list."))
        else:
            kind = get_args(hints[name])[0]
            for number, item in enumerate(value, start=1):
                yield from _of_value(f"{name} {number}", item, kind)
    for name in ("version", "checked_on"):
        if name not in raw:
            yield Fault(name, _("This is missing."))


def _of_value(place: str, value: object, kind: object) -> Iterator[Fault]:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        message = str(error)
        if missing := re.search(r"missing required field `(\w+)`", message):
            yield Fault(f"{place}, {missing[1]}", _("This is missing."))
        elif "unknown field" in message:
            yield Fault(place, _("It holds something that this program does not know."))
        else:
            inner = re.search(r"`(?:key in )?\$\.?(\w+)[^`]*`$", message)
            where = f"{place}, {inner[1]}" if inner else place
            yield Fault(where, _("It is not of the form that is needed here."))


def _of_text(guidance: Guidance) -> Iterator[Fault]:
    """Yield texts with characters that nobody can see, and addresses that are none."""
    for name in LISTS:
        for item in getattr(guidance, name):
            texts = [one for one in msgspec.structs.asdict(item).values() if isinstance(one, str)]
            if any(unicodedata.category(letter) in _HIDDEN for text in texts for letter in text):
                yield Fault(f"{name}, {item.id}", _("It holds characters that cannot be seen."))
    for source in guidance.sources:
        if source.address and not _PLAIN_ADDRESS.fullmatch(source.address):
            yield Fault(f"sources, {source.id}", _("This is no plain web address."))
    if any(unicodedata.category(letter) in _HIDDEN for letter in guidance.version):
        yield Fault("version", _("It holds characters that cannot be seen."))


def _of_dates(guidance: Guidance, today: date) -> Iterator[Fault]:
    if guidance.checked_on > today:
        yield Fault("checked_on", _("This day has not come yet. Look at the clock of this PC too."))
    for source in guidance.sources:
        if source.checked_on > today:
            yield Fault(
                f"sources, {source.id}", _("It was checked on a day that has not come yet.")
            )


def _missing(guidance: Guidance, own: Guidance) -> Iterator[Fault]:
    """Yield what the program asks the guidance for, and this file does not answer."""
    asked = {(check.flow, check.step) for check in guidance.checks}
    for flow, step in sorted({(one.flow, one.step) for one in own.checks} - asked):
        yield Fault("", _("Nothing says why the page “{page}” asks.").format(page=f"{flow}/{step}"))
    if sorted(one.number for one in guidance.caldicott) != list(range(1, 9)):
        yield Fault("caldicott", _("The eight principles are not there, each of them once."))
    if {one.id for one in guidance.consistency} != {one.id for one in own.consistency}:
        yield Fault("consistency", _("The checks C1 to C8 are not there, or there are others."))
    if sorted(one.number for one in guidance.references if one.number) != list(range(1, 7)):
        yield Fault("references", _("The six references are not there, each of them once."))
    for topic in _COUNTED:
        if _numbers(guidance, topic) != _numbers(own, topic):
            yield Fault(f"statements, {topic}", _("They are not there, each of them once."))
    for name in _NEEDED:
        if not getattr(guidance, name):
            yield Fault(name, _("There is nothing to choose from."))
    for capacity in Capacity:
        if not guidance.bases_for(capacity):
            yield Fault("bases", _("A practice of one kind would have no basis to choose."))
    for trigger in sorted({one for rule in own.deadlines for one in rule.triggers}):
        if not any(trigger in rule.triggers for rule in guidance.deadlines):
            yield Fault("deadlines", _("Nothing is due after “{what}”.").format(what=trigger))


def _numbers(guidance: Guidance, topic: Topic) -> list[int]:
    return sorted(one.number for one in guidance.statements if one.topic is topic)
