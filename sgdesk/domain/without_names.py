"""A case told without names: everything that says who it is gives way to a role (flow 6)."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from sgdesk.domain.concern import Concern
from sgdesk.domain.people import Person, PersonKind, Relation, age_on
from sgdesk.text import _, read_date, read_long_date, read_short_date

_AROUND = ".,;:()“”‘’\"'"
_SHORTEST = 2
_SHORTEST_ADDRESS = 5
_PARTICLES = frozenset("al bin da de del den der di dos du el ibn la le van von y née nee".split())
_TITLES = frozenset("mr mrs ms miss mx dr prof sir".split())
# Names that are common words as well: a small letter in front is taken for the word.
_ALSO_WORDS = frozenset(
    "will may mark rose grace hope joy faith dawn summer june april august young white brown green"
    " black grey bill frank pat sue rob dot ray long short king bell bird field hill lane mill wood"
    " wills chance angel bright sharp swift reed page day west north east".split()
)
_ROLES = frozenset(
    "mother father mum dad parent parents sister brother aunt uncle grandmother grandfather baby"
    " child children boy girl family partner stepfather stepmother friend neighbour her his their"
    " the a an of daughter son wife husband carer cousin unknown not known school nurse social"
    " health visitor worker teacher officer doctor gp dentist midwife police lead team staff at"
    " for and with who lives".split()
)
_GENERIC = re.compile(
    r"[\s,]+(?:primary|secondary|infants?|junior|high|nursery|school|academy|college)\b.*$",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"(?<![\d/])\+?\d(?:[ -]?\d){8,}(?![\d/])")
_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+")


class Disguise:
    """Puts a role wherever a text names somebody of a record, and tells what names them."""

    def __init__(self, concern: Concern, today: date) -> None:
        self._instead: dict[str, str] = {}
        self.role = role_of(concern.person, today)
        self.owner = _owner(concern.person)
        self._take_person(concern.person)
        for relation in concern.everybody:
            self._take_relation(relation)
        self._add_name(concern.contact.name, _("a safe contact"))
        self._add(concern.contact.number, _("a telephone number"))
        self._add(concern.contact.code_word, _("a code word"))
        longest_first = sorted(self._instead, key=len, reverse=True)
        self._pattern = _pattern(longest_first)

    def hide(self, text: str) -> str:
        """Return the text with roles in place of names, numbers, addresses and birth dates."""
        if self._pattern is not None:
            text = self._pattern.sub(self._role, text)
        text = _EMAIL.sub(_("an email address"), text)
        text = _POSTCODE.sub(_("a postcode"), text)
        return _LONG_NUMBER.sub(_("a number"), text)

    def found(self, text: str) -> tuple[str, ...]:
        """Return what in a text says who it is, each once, in its order."""
        patterns = [self._pattern, _EMAIL, _POSTCODE, _LONG_NUMBER]
        hits = [
            (hit.start(), hit[0])
            for pattern in patterns
            if pattern is not None
            for hit in pattern.finditer(text)
            if pattern is not self._pattern or self._is_meant(hit[0])
        ]
        return tuple(dict.fromkeys(words for _at, words in sorted(hits)))

    def _take_person(self, person: Person) -> None:
        the = _the(person)
        for name in (person.name, person.known_as):
            self._add_name(name, the)
        for day in filter(None, (person.born, person.expected)):
            self._add_day(day, _("a birth date"))
        self._add(person.born_typed, _("a birth date"))
        home = _("{owner} home").format(owner=self.owner)
        for text in (person.address, person.previous_addresses):
            self._add_address(text, home)
        for text in (person.postcode, person.phone, person.nhs_number, person.email):
            self._add(text, _("a number"))
        school = _("{owner} school").format(owner=self.owner)
        self._add_name(person.school, school, parts=False)
        self._add_name(_GENERIC.sub("", person.school), school, parts=False)
        self._add_name(person.gp, _("{owner} GP").format(owner=self.owner), parts=False)
        self._add_name(person.dentist, _("{owner} dentist").format(owner=self.owner), parts=False)

    def _take_relation(self, relation: Relation) -> None:
        relationship = relation.relationship.strip()
        relationship = relationship[:1].lower() + relationship[1:]
        if relation.professional:
            role = relationship or _("a professional")
        else:
            role = f"{self.owner} {relationship}" if relationship else _("a relative")
        self._add_name(relation.name, role)
        self._add_name(relation.organisation, _("an organisation"), parts=False)
        self._add_name(relation.school, _("a school"), parts=False)
        self._add_address(relation.address, _("an address"))
        self._add(relation.phone, _("a number"))
        self._add(relation.nhs_number, _("a number"))
        if relation.born is not None:
            self._add_day(relation.born, _("a birth date"))

    def _add_name(self, name: str, role: str, *, parts: bool = True) -> None:
        pieces = [piece.strip(_AROUND) for piece in name.split()]
        if not any(pieces) or all(piece.casefold() in _ROLES for piece in pieces):
            return
        self._add(name.strip(), role)
        for piece in pieces if parts else ():
            small = piece.casefold()
            is_name = small not in _PARTICLES | _TITLES | _ROLES and piece[:1].isupper()
            if is_name and len(piece) >= _SHORTEST:
                self._add(piece, role)

    def _add_address(self, address: str, role: str) -> None:
        lines = [line.strip() for line in re.split(r"[,\n]", address)]
        for text in (address.strip(), *lines):
            if len(text) >= _SHORTEST_ADDRESS:
                self._add(text, role)

    def _add_day(self, day: date, role: str) -> None:
        short = (
            "{d:02}/{m:02}/{y}", "{d}/{m}/{y}", "{d:02}.{m:02}.{y}", "{d:02} {m:02} {y}",
            "{d:02}/{m:02}/{yy:02}", "{y}-{m:02}-{d:02}",
        )  # fmt: skip
        shorts = [
            form.format(d=day.day, m=day.month, y=day.year, yy=day.year % 100) for form in short
        ]
        for words in (read_short_date(day), read_long_date(day), read_date(day), *shorts):
            self._add(words, role)

    def _add(self, words: str, role: str) -> None:
        if words.strip():
            self._instead.setdefault(_bare(words), role)

    def _role(self, hit: re.Match[str]) -> str:
        if not self._is_meant(hit[0]):
            return hit[0]
        return self._instead.get(_bare(hit[0]), _("somebody"))

    def _is_meant(self, words: str) -> bool:
        return words.casefold() not in _ALSO_WORDS or words[:1].isupper()


def role_of(person: Person, today: date) -> str:
    """Return who it is about, without a name: "a girl of 6", "an unborn baby", "a woman of 81"."""
    if person.kind is PersonKind.UNBORN:
        return _("an unborn baby")
    child = person.kind is PersonKind.CHILD
    named = {"female": (_("a girl"), _("a woman")), "male": (_("a boy"), _("a man"))}
    of_sex = named.get(person.sex.strip().casefold(), (_("a child"), _("an adult")))
    who = of_sex[0] if child else of_sex[1]
    if person.born is None:
        return who
    return _("{who} of {age}").format(who=who, age=age_on(person.born, today))


def _owner(person: Person) -> str:
    owners = {"female": _("her"), "male": _("his")}
    if person.kind is PersonKind.UNBORN:
        return _("the mother’s")
    return owners.get(person.sex.strip().casefold(), _("their"))


def _the(person: Person) -> str:
    return {
        PersonKind.CHILD: _("the child"),
        PersonKind.UNBORN: _("the mother"),
        PersonKind.ADULT: _("the adult"),
    }[person.kind]


def _bare(words: str) -> str:
    return "".join(words.split()).casefold()


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    written = "|".join(_spaced(one) for one in words)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE) if written else None


def _spaced(bare: str) -> str:
    # What is written in groups is found whichever way it is grouped.
    return r"\s*".join(_letters(bare))


def _letters(bare: str) -> Iterator[str]:
    return (re.escape(letter) for letter in bare)
