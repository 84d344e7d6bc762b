"""Flow 1, Record a concern: its steps, what must be put right, and what no longer applies."""

import copy
from collections.abc import Callable
from datetime import date

import msgspec

from sgdesk.domain.ages import latest_birth
from sgdesk.domain.answers import YesNo
from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.facts.kinds import (
    Context,
    Event,
    Injury,
    Need,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.flows.branches import asks_fgm, branch_gaps
from sgdesk.domain.flows.engine import Problem, Step, found
from sgdesk.domain.flows.fact_gaps import fact_gaps
from sgdesk.domain.flows.fact_rules import fact_problems
from sgdesk.domain.identity import (
    birth_problem,
    date_problem,
    health_number_problem,
    known_as_problem,
    name_problem,
    past_problem,
    time_problem,
    who_problem,
)
from sgdesk.domain.people import Person, PersonKind, Relation
from sgdesk.text import _

_STEPS = [
    Step("urgency", "Urgency", "Who"),
    Step("person", "The person", "Who"),
    Step("family", "Family and contacts", "Who"),
    Step("seen", "What was seen", "Facts"),
    Step("said", "What was said", "Facts"),
    Step("chronology", "Chronology", "Facts"),
    Step("context", "Context", "Facts"),
    Step("needs", "Risk and immediate needs", "Needs"),
    Step("check", "Check the record", "Needs"),
]
_FACTS_OF_STEP = {
    "seen": (Injury, Observation),
    "said": (Saying,),
    "chronology": (Event,),
    "context": (Context, Opinion),
    "needs": (Need,),
}
_LONGEST_PREGNANCY_DAYS = 310


class RecordConcern:
    """The flow as of one day; dates that must have passed are checked against it."""

    name = "record"
    title = "Record a concern"

    def __init__(self, today: date) -> None:
        self._today = today
        self._rules: dict[str, Callable[[ConcernDraft], list[Problem]]] = {
            "urgency": self._urgency,
            "person": self._person,
            "family": self._family,
            "seen": self._seen,
            "chronology": lambda draft: _chronology(draft, today),
        }

    def path(self, draft: ConcernDraft) -> list[Step]:
        """Return the nine steps; every concern leads through all of them."""
        return list(_STEPS)

    def problems(self, draft: ConcernDraft, *steps: str) -> list[Problem]:
        """Return what must be put right in these steps, or in all."""
        wrong: list[Problem] = []
        for step in steps or [step.id for step in self.path(draft)]:
            rule = self._rules.get(step)
            wrong += rule(draft) if rule else []
            for fact in draft.facts:
                if isinstance(fact, _FACTS_OF_STEP.get(step, ())):
                    wrong += fact_problems(step, fact, self._today)
        return wrong

    def settled(self, draft: ConcernDraft) -> ConcernDraft:
        """Return a copy without the answers to questions that no longer apply."""
        settled = copy.deepcopy(draft)
        urgency, person = settled.urgency, settled.person
        if urgency.immediate_danger is not YesNo.YES:
            urgency = msgspec.structs.replace(urgency, immediate_action="")
        if not asks_fgm(person):
            urgency = msgspec.structs.replace(urgency, fgm=None)
        if person.kind is not PersonKind.CHILD:
            urgency = msgspec.structs.replace(urgency, baby_with_mark=None, sexual_abuse=None)
        if person.kind is not PersonKind.UNBORN:
            person = msgspec.structs.replace(person, expected=None, expected_typed="")
        settled.urgency, settled.person = urgency, person
        return settled

    def gaps(self, draft: ConcernDraft) -> list[Problem]:
        """Return what a referral usually needs and this record does not have yet. None stops a
        signature; missing information never delays a referral (LAW 3.1)."""
        person = draft.person
        wanted: list[tuple[str, str, object, str]] = [
            (
                "person",
                "person.born",
                person.born or person.born_typed,
                _("Add the date of birth, or an estimate."),
            ),
            ("person", "person.address", person.address, _("Add the home address.")),
            ("person", "person.postcode", person.postcode, _("Add the postcode.")),
            ("person", "person.language", person.language, _("Say which language is spoken.")),
            ("person", "person.whereabouts", person.whereabouts, _("Say where the person is now.")),
            ("person", "person.gp", person.gp, _("Add the GP.")),
            ("family", "add-relation", draft.relations, _("Add who lives in the household.")),
            ("needs", "add-need", _having(draft, Need), _("Add safety-net advice and needs.")),
        ]
        if person.kind is PersonKind.UNBORN:
            wanted.append(
                ("person", "person.expected", person.expected, _("Add the expected date of birth."))
            )
        if not any(isinstance(fact, Injury | Observation | Saying) for fact in draft.facts):
            wanted.append(("seen", "add-mark", None, _("Add what was seen or what was said.")))
        rows = _(
            "Rows in the box of the chronology are not taken in: take them in, or take them out."
        )
        wanted.append(("chronology", "import-events", not draft.rows_in_hand.strip(), rows))
        wanted += branch_gaps(draft, self._today)
        wanted += fact_gaps(draft.facts)
        return [
            Problem(step, field, text)
            for step, field, value, text in wanted
            if not value and field.removeprefix("person.") not in person.unanswered
        ]

    def _urgency(self, draft: ConcernDraft) -> list[Problem]:
        urgency = draft.urgency
        asked: list[tuple[str, object, str]] = [
            ("immediate_danger", urgency.immediate_danger, _("Say whether anyone is in danger.")),
            ("episode", urgency.episode, _("Choose whether this is NHS or private care.")),
            ("about_colleague", urgency.about_colleague, _("Say if it is about a colleague.")),
        ]
        if asks_fgm(draft.person):
            asked.append(("fgm", urgency.fgm, _("Say whether FGM came up, and how.")))
        checks = [(field, None if value else text) for field, value, text in asked]
        checks += [
            (
                "summary",
                _wanted(urgency.summary, _("Say in a sentence what you are worried about.")),
            ),
            ("summary", too_long(urgency.summary, TEXT)),
            ("immediate_action", too_long(urgency.immediate_action, TEXT)),
        ]
        return found("urgency", "urgency.", checks)

    def _person(self, draft: ConcernDraft) -> list[Problem]:
        person, nation = draft.person, draft.urgency.nation
        checks = [
            ("name", _wanted(person.name, _("Write the name, or what the person is called."))),
            ("name", name_problem(person.name)),
            ("known_as", known_as_problem(person.known_as, person.name)),
            *((field, who_problem(getattr(person, field))) for field in _WHO_OF_PERSON),
            ("born", birth_problem(person.born, person.born_typed, self._today)),
            ("born", past_problem(person.born, self._today)),
            ("nhs_number", health_number_problem(person.nhs_number, nation)),
            ("expected", date_problem(person.expected, person.expected_typed)),
            ("expected", self._expected_problem(person)),
            ("born", _age_problem(person, self._today)),
        ]
        checks += [
            (field, too_long(value, TEXT if field in _LONG_PERSON_FIELDS else LINE))
            for field, value in msgspec.structs.asdict(person).items()
            if isinstance(value, str)
        ]
        return found("person", "person.", checks)

    def _expected_problem(self, person: Person) -> str | None:
        if person.expected is None:
            return None
        away = (person.expected - self._today).days
        if -60 <= away <= _LONGEST_PREGNANCY_DAYS:
            return None
        return _("This date does not fit a pregnancy today. Check the day, month and year.")

    def _family(self, draft: ConcernDraft) -> list[Problem]:
        wrong = [one for relation in draft.relations for one in self._relation(relation)]
        contact = msgspec.structs.asdict(draft.contact).items()
        reach = [("name", name_problem(draft.contact.name))]
        reach += [(field, too_long(text, TEXT)) for field, text in contact if isinstance(text, str)]
        left = _("Lines about several people are not added yet: add them, or take them out.")
        several = [("add-several", left if draft.several_in_hand.strip() else None)]
        return wrong + found("family", "", several) + found("family", "contact.", reach)

    def _relation(self, relation: Relation) -> list[Problem]:
        checks = [
            ("name", _wanted(relation.name, _("Write the name, or say who this is."))),
            ("name", name_problem(relation.name)),
            ("interpreter", who_problem(relation.interpreter)),
            ("born", birth_problem(relation.born, relation.born_typed, self._today)),
            ("born", past_problem(relation.born, self._today)),
        ]
        checks += [
            (field, too_long(value, TEXT if field in _LONG_RELATION_FIELDS else LINE))
            for field, value in msgspec.structs.asdict(relation).items()
            if isinstance(value, str)
        ]
        return found("family", f"{relation.id}.", checks)

    def _seen(self, draft: ConcernDraft) -> list[Problem]:
        came = draft.presentation
        checks = [
            ("presented_on", date_problem(came.presented_on, came.presented_on_typed)),
            ("presented_on", past_problem(came.presented_on, self._today)),
            ("presented_at", time_problem(came.presented_at, came.presented_at_typed)),
            ("event_on", date_problem(came.event_on, came.event_on_typed)),
            ("event_on", past_problem(came.event_on, self._today)),
            ("event_at", time_problem(came.event_at, came.event_at_typed)),
            ("left_at", time_problem(came.left_at, came.left_at_typed)),
            ("event_said_by", too_long(came.event_said_by, LINE)),
            ("event_said_by", name_problem(came.event_said_by)),
            ("left_with", too_long(came.left_with, LINE)),
            ("left_with", who_problem(came.left_with)),
        ]
        if came.event_on and came.presented_on and came.event_on > came.presented_on:
            checks.append(("event_on", _("The event lies after the visit. Check both dates.")))
        at, came_at = came.event_at, came.presented_at
        if came.event_on and came.event_on == came.presented_on and at and came_at and at > came_at:
            checks.append(("event_at", _("The event lies after the visit. Check both times.")))
        return found("seen", "presentation.", checks)


def _chronology(draft: ConcernDraft, today: date) -> list[Problem]:
    came = draft.presentation
    checks = [("count_from", date_problem(came.count_from, came.count_from_typed))]
    checks.append(("count_from", past_problem(came.count_from, today)))
    return found("chronology", "presentation.", checks) + _own_named(draft)


def _own_named(draft: ConcernDraft) -> list[Problem]:
    """Return each appointment of the person's own that names them as somebody else would be: it
    would stand in another column, and not be counted."""
    own = {_bare(name) for name in (draft.person.name, *draft.person.known_as.split(","))} - {""}
    text = _("This is the person’s own appointment. Leave this empty, so that it is counted.")
    return [
        Problem("chronology", f"{fact.id}.also_about", text)
        for fact in draft.facts
        if isinstance(fact, Event) and fact.also_about and _bare(fact.also_about) in own
    ]


def _bare(text: str) -> str:
    return " ".join(text.casefold().split())


_LONG_PERSON_FIELDS = (
    "address",
    "whereabouts",
    "communication",
    "disability",
    "previous_addresses",
)

_WHO_OF_PERSON = ("with_whom", "interpreter", "gp", "dentist")
_LONG_RELATION_FIELDS = ("note", "access", "whereabouts")


def _having(draft: ConcernDraft, kind: type) -> bool:
    return any(isinstance(fact, kind) for fact in draft.facts)


def _wanted(text: str, sentence: str) -> str | None:
    return None if text.strip() else sentence


def _age_problem(person: Person, today: date) -> str | None:
    latest = latest_birth(person.born, person.born_typed, today)
    if latest is None or person.kind is not PersonKind.CHILD:
        return None
    eighteenth = latest.year + 18, latest.month, latest.day
    if eighteenth <= (today.year, today.month, today.day):
        return _("By this date the person is 18 or over. Check it, or choose an adult at risk.")
    return None
