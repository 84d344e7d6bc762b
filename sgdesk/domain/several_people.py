"""Several people written down at once, one on each line: "Jo Example, sister, 9 4 2017".

What cannot be read surely is never guessed: its line stays as typed, with what to do about it.
"""

import re
from datetime import date

import msgspec

from sgdesk.domain.ages import born_between
from sgdesk.domain.facts.options import PROFESSIONS, RELATIONSHIPS
from sgdesk.domain.identity import birth_problem, name_problem, past_problem
from sgdesk.domain.people import Relation, age_on
from sgdesk.ids import new_id
from sgdesk.text import _, parse_date

_ADULT_FROM = 18
_SEPARATORS = re.compile(r"[,;\t]")
_BARE_AGE = re.compile(r"\d{1,2}")
_PHONE = re.compile(r"0[\d ]{9,13}")
# Said of a field by name, for a word that stands in no list.
_NAMED = {"relationship": "relationship", "organisation": "organisation", "note": "note"}
_AS_SAID_AT_HOME = (
    "mum", "mummy", "dad", "daddy", "gran", "nan", "grandma", "grandad", "grandparent",
    "stepmother", "stepfather", "step-mother", "step-father", "stepmum", "stepdad", "godmother",
    "godfather", "niece", "nephew", "sibling", "baby", "boyfriend", "girlfriend", "guardian",
)  # fmt: skip


class PeopleRead(msgspec.Struct, frozen=True):
    """The people of the lines that could be read; `left` are the other lines as they were typed,
    and `doubts` a sentence on each of these, in the same order."""

    people: tuple[Relation, ...]
    left: tuple[str, ...]
    doubts: tuple[str, ...]


def people_in(text: str, today: date) -> PeopleRead:
    """Return a person for each line that can be read surely: the name first, then relationship or
    profession and birth or age, in any order. No line is dropped."""
    people: list[Relation] = []
    left: list[str] = []
    doubts: list[str] = []
    for line in filter(str.strip, text.splitlines()):
        found = _person([part.strip() for part in _SEPARATORS.split(line)], today)
        if isinstance(found, Relation):
            people.append(found)
        else:
            left.append(line)
            doubts.append(_("Line {number}: {doubt}").format(number=len(left), doubt=found))
    return PeopleRead(tuple(people), tuple(left), tuple(doubts))


def _person(parts: list[str], today: date) -> Relation | str:
    name, *rest = parts
    if _known(name):
        name, rest = "", parts  # a sister whose name nobody knows yet
    elif doubt := _name_doubt(name):
        return doubt
    answers: dict[str, object] = {"name": name}
    for part in filter(None, rest):
        found = _answers(part, today)
        if isinstance(found, str):
            return found
        if answers.keys() & found.keys():
            return _("“{part}” says again what the line says before it; keep one.").format(
                part=part
            )
        answers |= found
    relation = msgspec.convert({"id": new_id(), **answers}, Relation)
    if not _is_professional(relation):
        return _with_what_follows(relation, today)
    if relation.born_typed:
        return _("of a professional no birth or age is kept; take “{part}” out.").format(
            part=relation.born_typed
        )
    return msgspec.structs.replace(relation, professional=True)


def _name_doubt(name: str) -> str:
    if not name:
        return _("begin with the name; if nobody knows it, with the relationship.")
    if found := re.search(r"\d.*", name):
        return _("put a comma behind the name, and one before “{part}”.").format(part=found[0])
    words = name.split()
    behind = (" ".join(words[-count:]) for count in (3, 2, 1) if count < len(words))
    if part := next(filter(_known, behind), ""):
        return _(
            "is “{part}” the relationship? Then put a comma before it. If it is a part of the"
            " name, use “Add a person”."
        ).format(part=part)
    problem = name_problem(name)
    return _said(name, problem) if problem else ""


def _answers(part: str, today: date) -> dict[str, object] | str:
    """Return what a part says of somebody, or a sentence on why that cannot be told."""
    label, colon, said = part.partition(":")
    if colon and label.strip().casefold() in _named() and said.strip():
        return {_named()[label.strip().casefold()]: said.strip()}
    if known := _known(part):
        return known
    born = parse_date(part)
    if born is not None:
        problem = past_problem(born, today)
        return _said(part, problem) if problem else {"born": born, "born_typed": part}
    if _PHONE.fullmatch(part):
        return {"phone": part}
    typed = _("{age} years").format(age=part) if _BARE_AGE.fullmatch(part) else part
    if born_between(typed, today) is not None:
        return {"born_typed": typed}
    if any(map(str.isdigit, part)):
        advice = birth_problem(None, part, today) or ""
        return _("“{part}” is no date and no age. {advice}").format(part=part, advice=advice)
    return _(
        "“{part}” is in no list of relationships or professions. Write “relationship:”,"
        " “organisation:” or “note:” before it; a note is never sent."
    ).format(part=part)


def _known(part: str) -> dict[str, object]:
    """Return the relationship or the profession that these words are, or nothing."""
    said = part.casefold()
    offered = {word.casefold(): word for word in map(_, (*RELATIONSHIPS, *PROFESSIONS))}
    if said in offered:
        return {"relationship": offered[said]}
    return {"relationship": part} if said in map(_, _AS_SAID_AT_HOME) else {}


def _is_professional(one: Relation) -> bool:
    is_family = one.relationship in map(_, RELATIONSHIPS)
    return one.relationship in map(_, PROFESSIONS) or bool(one.organisation and not is_family)


def _said(part: str, problem: str) -> str:
    return _("“{part}”: {problem}").format(part=part, problem=problem)


def _named() -> dict[str, str]:
    return {_(label): field for label, field in _NAMED.items()}


def _with_what_follows(one: Relation, today: date) -> Relation:
    # Only what the line itself says: a brother may be grown up, and may live elsewhere.
    between = born_between(one.born_typed, today) if one.born is None else None
    earliest = one.born or (between.first if between else None)
    is_child = earliest is not None and age_on(earliest, today) < _ADULT_FROM
    return msgspec.structs.replace(one, is_child=is_child)
