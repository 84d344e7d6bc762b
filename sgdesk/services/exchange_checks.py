"""Whether a file from outside may come in: nothing in it is trusted, all of it is bounded."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain

import msgspec

from sgdesk.domain.attachment import MOST_BYTES_OF_CONCERN
from sgdesk.domain.bounds import TEXT
from sgdesk.domain.concern import Concern, ConcernDraft
from sgdesk.domain.flows.record import RecordConcern
from sgdesk.domain.handed_on import FORMAT, VERSION, HandedOn
from sgdesk.errors import UserError
from sgdesk.services.exchange_story import check_story
from sgdesk.text import _

_LARGEST_WITHOUT_FILES = 8 * 1024 * 1024
LARGEST = _LARGEST_WITHOUT_FILES + 4 * MOST_BYTES_OF_CONCERN // 3
_MOST_ITEMS = 2_000
_MOST_NUMBER = 1_000_000
_FIRST_YEAR, _LAST_YEAR = 1890, 2100
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\ud800-\udfff]")


class _Envelope(msgspec.Struct, frozen=True):
    format: str
    version: int


def decoded(content: bytes) -> HandedOn:
    """Return the checked values of a file's content.

    Raises UserError with one sentence that names the place, never what stands there.
    """
    if len(content) > LARGEST:
        raise _too_large()
    try:
        _refuse_other_forms(msgspec.json.decode(content, type=_Envelope))
        document = msgspec.json.decode(content, type=HandedOn)
    except msgspec.ValidationError as error:
        raise _not_in_order(_place(str(error))) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UserError(
            _("This is not a JSON file, or only part of one. Nothing was changed.")
        ) from error
    if len(content) - sum(4 * len(one.content) // 3 for one in document.files) > (
        _LARGEST_WITHOUT_FILES
    ):
        raise _too_large()
    for place, value in _values(document, ""):
        if not _is_bounded(value):
            raise _not_in_order(place)
    _refuse_double_ids(document)
    check_story(document)
    return document


def notices(concern: Concern, today: date) -> tuple[str, ...]:
    """Return what was kept as it was and is not in order, one sentence each."""
    draft = ConcernDraft(
        id=concern.id,
        reference=concern.reference,
        urgency=concern.urgency,
        person=concern.person,
        relations=list(concern.relations),
        contact=concern.contact,
        presentation=concern.presentation,
        facts=list(concern.facts),
    )
    problems = RecordConcern(today).problems(draft)
    return tuple(dict.fromkeys(problem.text for problem in problems))


def _refuse_other_forms(envelope: _Envelope) -> None:
    if envelope.format != FORMAT:
        raise UserError(_("This is not a concern that was handed on. Nothing was changed."))
    if envelope.version != VERSION:
        raise UserError(
            _(
                "This file is written in form {found}; this program knows form {known}."
                " Nothing was changed. Take it in with a newer SG Desk."
            ).format(found=envelope.version, known=VERSION)
        )


def _refuse_double_ids(document: HandedOn) -> None:
    facts = (fact.id for fact in document.concern.facts)
    sharings = (handed.sharing.id for handed in document.sharings)
    calls = (call.id for call in document.calls)
    files = (one.id for one in document.files)
    closings = (one.id for one in document.closings)
    contacts = (one.id for one in document.police)
    news = (one.id for one in document.police_news)
    counted = Counter(
        chain((document.concern.id,), facts, sharings, calls, files, closings, contacts, news)
    )
    if any(count > 1 for count in counted.values()):
        raise UserError(_("Two entries of this file have the same id. Nothing was changed."))


def _values(value: object, place: str) -> Iterator[tuple[str, object]]:
    """Yield every value with its place, groups before what is in them."""
    yield place, value
    match value:
        case msgspec.Struct():
            for name in value.__struct_fields__:
                yield from _values(getattr(value, name), f"{place}.{name}".lstrip("."))
        case tuple() | list():
            for number, item in enumerate(value, start=1):
                yield from _values(item, f"{place} {number}")
        case dict():
            for name, item in value.items():
                yield from _values(name, place)
                yield from _values(item, place)


def _is_bounded(value: object) -> bool:
    match value:
        case str():
            return len(value) <= TEXT and _CONTROL.search(value) is None
        case bool() | None:
            return True
        case int():
            return abs(value) <= _MOST_NUMBER
        case float():
            return math.isfinite(value) and abs(value) <= _MOST_NUMBER
        case datetime():
            return value.utcoffset() is not None and _is_near(value)
        case date():
            return _is_near(value)
        case tuple() | list() | dict():
            return len(value) <= _MOST_ITEMS
        case _:
            return True


def _is_near(day: date) -> bool:
    return _FIRST_YEAR < day.year < _LAST_YEAR


def _too_large() -> UserError:
    return UserError(_("This file is far too large for one concern. Nothing was changed."))


def _not_in_order(place: str) -> UserError:
    return UserError(
        _("This file is not in order at “{place}”. Nothing was changed.").format(place=place)
    )


def _place(message: str) -> str:
    """Return where msgspec found the fault: "concern.facts 3" of `$.concern.facts[2]`."""
    found = re.search(r"at `(?:key in )?\$\.?([A-Za-z0-9_.\[\]]*)", message)
    steps = re.sub(r"\[(\d+)\]", lambda one: f" {int(one[1]) + 1}", found[1]) if found else ""
    return steps or _("its beginning")
