"""What to say on the telephone, in the order in which duty workers ask (FORMS D1)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import CallKind
from sgdesk.domain.concern import HARM_WORDS, Concern
from sgdesk.domain.facts.chronology import count, count_sentence
from sgdesk.domain.facts.injury_words import size_words
from sgdesk.domain.facts.kinds import (
    Context,
    ContextTopic,
    Event,
    Fact,
    Injury,
    Need,
    NeedTopic,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.facts.words import label, sentence
from sgdesk.domain.people import PERSON_KIND_WORDS, Person, PersonKind, Relation, age_words
from sgdesk.domain.practice import ROLE_WORDS, Practice, User
from sgdesk.domain.quoting import quoted
from sgdesk.domain.sharing.protected import without_stops
from sgdesk.domain.withdrawal import taken_back_words
from sgdesk.domain.without_names import Disguise
from sgdesk.text import _, inside, read_long_date

FactT = TypeVar("FactT", bound=Fact)
_MOST_EVENTS = 4
_HISTORY = (
    ContextTopic.HISTORY, ContextTopic.UNTREATED, ContextTopic.BREAKAGE, ContextTopic.ADVICE,
    ContextTopic.INCONSISTENCY, ContextTopic.IMPACT, ContextTopic.UNKNOWNS, ContextTopic.HOUSEHOLD,
)  # fmt: skip
_NOW = (NeedTopic.TREATMENT, NeedTopic.TONIGHT, NeedTopic.SAFETY_NET)
_REACHING = (NeedTopic.COMMUNICATION, NeedTopic.ADJUSTMENT, NeedTopic.BARRIER)


class ScriptLine(msgspec.Struct, frozen=True):
    """One thing to say. `id` is what is remembered when it was ticked off."""

    id: str
    label: str
    text: str


class Teller(msgspec.Struct, frozen=True, kw_only=True):
    """Who rings, from where and why; `portal_down` when the portal could not be used."""

    user: User
    practice: Practice
    kind: CallKind
    portal_down: bool = False


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to tell: of a record, the facts that go. Without one, what was typed.

    `consent` are (question, answer) of the decision; `nameless` for advice without names. `silent`
    are the ids of those about whom it was decided that nothing goes; `withdrawn` names what they
    were told before and what stands no longer.
    """

    concern: Concern | None = None
    facts: tuple[Fact, ...] = ()
    consent: tuple[tuple[str, str], ...] = ()
    silent: frozenset[str] = frozenset()
    withdrawn: tuple[tuple[str, str], ...] = ()
    about: str = ""
    where_now: str = ""
    happened: str = ""
    nameless: bool = False


def script(teller: Teller, told: Told, today: date) -> tuple[ScriptLine, ...]:
    """Return the lines to say. A protected address is in none, nor a fact that does not go."""
    lines = [
        ScriptLine("opening", _("Say first"), _opening(teller, nameless=told.nameless)),
        *(_of_record(told, told.concern, today) if told.concern else _of_typed(told)),
        *_closing(teller.kind, nameless=told.nameless),
    ]
    return tuple(line for line in lines if line.text.strip())


def _opening(teller: Teller, *, nameless: bool) -> str:
    who = _("I am {name}, {role} at {practice}, on {phone} today.").format(
        name=teller.user.name, role=_(ROLE_WORDS[teller.user.role]),
        practice=teller.practice.name, phone=teller.user.phone or teller.practice.phone,
    )  # fmt: skip
    why = {
        CallKind.REFERRAL: _("I am making a safeguarding referral by telephone."),
        CallKind.CONSULTATION: _("I would like advice."),
        CallKind.CHASE: _("I am asking what became of a referral we made."),
        CallKind.EMERGENCY: _("Somebody is in danger now."),
        CallKind.POLICE: _("I am reporting a crime, or somebody in danger."),
    }[teller.kind]
    if teller.kind is CallKind.REFERRAL and teller.portal_down:
        why = _("I am making a safeguarding referral by telephone because your portal is down.")
    more = _("I will not give names.") if nameless else ""
    return " ".join(filter(None, (who, why, more)))


def _of_typed(told: Told) -> list[ScriptLine]:
    return [
        ScriptLine("about", _("About"), told.about),
        ScriptLine("now", _("Now"), told.where_now),
        ScriptLine("happened", _("Happened"), told.happened),
    ]


def _of_record(told: Told, concern: Concern, today: date) -> list[ScriptLine]:
    if told.nameless:
        disguise = Disguise(concern, today)
        unnamed = (msgspec.structs.replace(one, name="") for one in concern.relations)
        nobody = msgspec.structs.replace(concern, relations=tuple(unnamed))
        return [
            msgspec.structs.replace(one, text=disguise.hide(without_stops(one.text, concern)))
            for one in _lines(told, nobody, today, disguise.role)
        ]
    return [
        msgspec.structs.replace(one, text=without_stops(one.text, concern))
        for one in _lines(told, concern, today, "")
    ]


def _lines(told: Told, concern: Concern, today: date, role: str) -> list[ScriptLine]:
    person, facts = concern.person, told.facts
    relations = [one for one in concern.relations if one.id not in told.silent]
    family = [one for one in relations if not one.professional]
    return [
        ScriptLine("danger", _("Danger"), _danger(concern)),
        ScriptLine("now", _("Where now"), _now(concern)),
        ScriptLine("treatment", _("Needed now"), _needs(facts, _NOW)),
        ScriptLine("person", _("About"), role or _person(person, today)),
        ScriptLine("family", _("Family"), _listed(_relation(one) for one in family)),
        ScriptLine(
            "withdrawn", _("Withdrawn"), "" if role else taken_back_words(told.withdrawn, " ")
        ),
        ScriptLine("seen", _("Seen"), _listed(_seen(facts))),
        ScriptLine("said", _("Said"), _listed(_said(facts))),
        ScriptLine("why", _("Why now"), concern.urgency.summary),
        ScriptLine("harm", _("Harm"), _harms(concern)),
        ScriptLine("source", _("Source"), _listed(map(_source, _sources(relations)))),
        ScriptLine("history", _("History"), _history(concern, facts, today)),
        ScriptLine("support", _("Support"), _contexts(facts, (ContextTopic.SUPPORT,))),
        ScriptLine("strengths", _("Strengths"), _contexts(facts, (ContextTopic.STRENGTHS,))),
        ScriptLine("opinion", _("Our opinion"), _listed(map(sentence, _only(facts, Opinion)))),
        ScriptLine("needs", _("Language"), _reach(person, family, facts)),
        ScriptLine("consent", _("Consent"), _pairs(told.consent)),
        ScriptLine("workers", _("Workers"), _needs(facts, (NeedTopic.WORKER_SAFETY,))),
        ScriptLine("others", _("Others"), _listed(map(_relation, _workers(relations)))),
    ]


def _closing(kind: CallKind, *, nameless: bool) -> list[ScriptLine]:
    ask = {
        CallKind.REFERRAL: _(
            "What happens before they leave? Who rings back, by when? May I tell the family?"
            " Your name, your reference, and where do I send it in writing, by when?"
        ),
        CallKind.CONSULTATION: _(
            "What do you advise? Should we refer? May we tell the family? Your name and team?"
        ),
        CallKind.CHASE: _("Was it received? Who decides, by when? Your name and your reference?"),
    }.get(kind, _("What happens next, who does it, by when? Your name and your reference?"))
    lines = [ScriptLine("ask", _("Ask"), ask)]
    if not nameless:
        lines.append(ScriptLine("read-back", _("Read back"), _("What was agreed, word for word.")))
    return lines


def _danger(concern: Concern) -> str:
    danger = {YesNo.YES: _("Yes."), YesNo.NO: _("No.")}.get(
        concern.urgency.immediate_danger or YesNo.NOT_KNOWN, ""
    )
    return " ".join(filter(None, (danger, concern.urgency.immediate_action)))


def _now(concern: Concern) -> str:
    person, left = concern.person, concern.presentation.left_with
    gone = _("left with {who}").format(who=left) if left else ""
    return _listed((person.with_whom, person.whereabouts, gone))


def _person(person: Person, today: date) -> str:
    born = ""
    if person.born is not None:
        age = "" if person.kind is PersonKind.UNBORN else age_words(person.born, today)
        day = read_long_date(person.born)
        born = _("born {day}").format(day=f"{day} ({age})" if age else day)
    address = ", ".join(filter(None, (person.address.replace("\n", ", "), person.postcode)))
    if person.address_protected:
        address = _("address protected, not read out")
    known = _("known as {name}").format(name=person.known_as) if person.known_as else ""
    kind = "" if person.kind is PersonKind.CHILD else inside(_(PERSON_KIND_WORDS[person.kind]))
    who: tuple[str, ...] = (person.name, known, kind)
    if person.kind is PersonKind.UNBORN:
        day = read_long_date(person.expected) if person.expected else _("not known")
        mother = _("the mother is {name}").format(name=person.name or _("not known"))
        who = (kind, _("expected {day}").format(day=day), mother, known)
    return ", ".join(filter(None, (*who, born, address, person.school)))


def _relation(one: Relation) -> str:
    cares = _("parental responsibility") if one.parental_responsibility is YesNo.YES else ""
    home = _("lives there") if one.in_household is YesNo.YES else ""
    visits = _("visits often") if one.regular_visitor else ""
    too = _("a concern too") if one.also_a_concern is YesNo.YES else ""
    parts = (one.name, one.relationship, one.organisation, home, cares, visits, too)
    return ", ".join(filter(None, parts))


def _source(one: Relation) -> str:
    return ", ".join(filter(None, (one.name, one.relationship, one.access)))


def _sources(relations: Iterable[Relation]) -> list[Relation]:
    return [one for one in relations if one.alleged_source]


def _workers(relations: Iterable[Relation]) -> list[Relation]:
    return [one for one in relations if one.professional]


def _seen(facts: Sequence[Fact]) -> list[str]:
    marks = [_mark(one) for one in _only(facts, Injury) if not one.known_mark]
    seen = _only(facts, Observation)
    teeth = [one for one in seen if one.teeth]
    other = [one for one in seen if not one.teeth]
    return [*marks, *(sentence(one) for one in (*other, *teeth[-1:]))]


def _mark(mark: Injury) -> str:
    what = mark.mark.lower() if mark.mark else _("mark")
    several = f"{mark.count} × {what}" if mark.count and mark.count > 1 else what
    place = mark.place_words[:1].lower() + mark.place_words[1:]
    return ", ".join(filter(None, (several, place, size_words(mark), mark.colour)))


def _said(facts: Sequence[Fact]) -> list[str]:
    return [
        _("{who}: {words}").format(
            who=one.speaker or _("Somebody"), words=quoted(one.words) if one.words else one.gist
        )
        for one in _only(facts, Saying)
        if one.words or one.gist
    ]


def _history(concern: Concern, facts: Sequence[Fact], today: date) -> str:
    events = _only(facts, Event)
    since = concern.presentation.count_from
    first = count_sentence(count(facts, since, today)) if since and events else ""
    newest = "" if first else _listed(
        f"{label(one)}: {sentence(one)}" for one in events[-_MOST_EVENTS:]
    )  # fmt: skip
    return " ".join(filter(None, (first, newest, _contexts(facts, _HISTORY))))


def _reach(person: Person, family: Iterable[Relation], facts: Sequence[Fact]) -> str:
    own = [person.language, person.interpreter, person.communication, person.disability]
    theirs = [
        _("{who}: interpreter, {language}").format(
            who=one.name or one.relationship, language=one.interpreter or one.language
        )
        for one in family
        if one.interpreter
    ]
    return _listed((*own, *theirs, _needs(facts, _REACHING)))


def _harms(concern: Concern) -> str:
    return ", ".join(_(HARM_WORDS[harm]) for harm in concern.urgency.harms)


def _needs(facts: Sequence[Fact], topics: tuple[NeedTopic, ...]) -> str:
    return _listed(sentence(one) for one in _only(facts, Need) if one.topic in topics)


def _contexts(facts: Sequence[Fact], topics: tuple[ContextTopic, ...]) -> str:
    return _listed(sentence(one) for one in _only(facts, Context) if one.topic in topics)


def _pairs(rows: Iterable[tuple[str, str]]) -> str:
    return _listed(f"{question}: {answer}" for question, answer in rows)


def _only(facts: Sequence[Fact], kind: type[FactT]) -> list[FactT]:
    return [one for one in facts if isinstance(one, kind)]


def _listed(parts: Iterable[str]) -> str:
    return "; ".join(part.rstrip(".") for part in parts if part.strip())
