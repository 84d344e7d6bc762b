"""Several people written down at once, one on each line: "Sira Kamara, sister, 9 4 2017"."""

import re
from datetime import date

import msgspec

from sgdesk.domain.ages import born_between
from sgdesk.domain.facts.options import RELATIONSHIPS
from sgdesk.domain.people import Relation, age_on
from sgdesk.ids import new_id
from sgdesk.text import _, parse_date

_ADULT_FROM = 18
_SEPARATORS = re.compile(r"[,;\t]")
_BARE_AGE = re.compile(r"\d{1,2}")


def people_in(text: str, today: date) -> list[Relation]:
    """Return a person for each line: the name first, then relationship and birth or age, in any
    order. A part that is none of these is kept as a note; nothing is dropped."""
    lines = [[part.strip() for part in _SEPARATORS.split(line)] for line in text.splitlines()]
    return [_person(parts, today) for parts in lines if any(parts)]


def _person(parts: list[str], today: date) -> Relation:
    name, *rest = [part for part in parts if part]
    known = {_(word).casefold(): _(word) for word in RELATIONSHIPS}
    answers: dict[str, object] = {}
    notes = []
    for part in rest:
        typed = _("{age} years").format(age=part) if _BARE_AGE.fullmatch(part) else part
        if "relationship" not in answers and part.casefold() in known:
            answers["relationship"] = known[part.casefold()]
        elif "born" not in answers and (born := parse_date(part)) is not None:
            answers |= {"born": born, "born_typed": part}
        elif "born_typed" not in answers and born_between(typed, today) is not None:
            answers["born_typed"] = typed
        else:
            notes.append(part)
    relation = Relation(id=new_id(), name=name, note=", ".join(notes), **answers)  # type: ignore[arg-type] # str and date
    return _with_what_follows(relation, today)


def _with_what_follows(one: Relation, today: date) -> Relation:
    # Only what the line itself says: a brother may be grown up, and may live elsewhere.
    between = born_between(one.born_typed, today) if one.born is None else None
    earliest = one.born or (between.first if between else None)
    is_child = earliest is not None and age_on(earliest, today) < _ADULT_FROM
    return msgspec.structs.replace(one, is_child=is_child)
