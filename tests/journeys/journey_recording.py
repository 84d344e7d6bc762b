"""Records a sample page by page with any hand; says where the store holds other answers."""

from datetime import date, time
from enum import StrEnum

import msgspec
from journey_support import ended, pause

from sgdesk.bootstrap import open_locked
from sgdesk.domain.answers import YES_NO_WORDS, YesNo
from sgdesk.domain.concern import Presentation, Urgency
from sgdesk.domain.facts.kinds import (
    Attendance,
    Context,
    Event,
    EventKind,
    Injury,
    Need,
    Observation,
    ObservationTopic,
    Saying,
)
from sgdesk.domain.facts.words import ATTENDANCE_WORDS, EVENT_WORDS, OBSERVATION_WORDS
from sgdesk.domain.maps import place_named
from sgdesk.domain.people import Person, Relation, SafeContact
from sgdesk.domain.teeth import CARE_WORDS, Care, ToothFinding, chart_place
from sgdesk.library.maps import maps_by_id

_WORDS = {
    YesNo: YES_NO_WORDS, EventKind: EVENT_WORDS, Attendance: ATTENDANCE_WORDS,
    Care: CARE_WORDS, ObservationTopic: OBSERVATION_WORDS,
}  # fmt: skip
_NOT_TYPED = ("professional", "is_child")
_NOT_COMPARED = ("id", "recorded_at", "x", "y", "unanswered")
_LOOKS, _LOOK_MS = 40, 10


def record_case(hand, case, figure):
    """Record a case from Today to the signature."""
    hand.new_record()
    hand.heading("Urgency")
    _urgency(hand, case)
    hand.go_on("The person")
    _put_all(hand, "person.", case.person)
    hand.go_on("Family and contacts")
    for relation in case.relations:
        _relation(hand, relation)
    _put_all(hand, "contact.", case.contact)
    hand.go_on("What was seen")
    _seen(hand, case, figure)
    hand.go_on("What was said")
    for number, saying in enumerate(case.sayings):
        _saying(hand, saying, case.marks_of.get(number, ()))
    hand.go_on("Chronology")
    for event in case.events:
        _card(hand, "add-event", event)
    if case.count_from is not None:
        put(hand, "presentation.count_from", case.count_from)
    hand.go_on("Context")
    _topics(hand, case.contexts)
    hand.go_on("Risk and immediate needs")
    _topics(hand, case.needs)
    hand.go_on("Check the record")
    hand.sign()
    hand.heading("SG-2026-0001")


def put(hand, name, value):
    """Give one answer, in whatever way its question is asked."""
    _come_to(hand, name, value)
    if value is True:
        hand.tick(name)
    elif isinstance(value, tuple):
        for one in value:
            hand.tick(f"{name}={one}")
    elif hand.is_in_sight(f"{name}={value}"):
        hand.answer(name, value)
    elif isinstance(value, StrEnum):
        hand.choose(name, _WORDS[type(value)][value])
    else:
        hand.fill(name, _typed(value))


def _typed(value):
    if isinstance(value, date):
        return f"{value.day} {value.month} {value.year}"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def _come_to(hand, name, value):
    """Wait until the question is in sight; where it is folded away, unfold what hides it."""
    first = f"{name}={value[0]}" if isinstance(value, tuple) else name
    for _look in range(_LOOKS):
        if hand.is_in_sight(first) or hand.is_in_sight(f"{name}={value}"):
            return
        pause(_LOOK_MS)
    hand.push("fold")


def _put_all(hand, prefix, answers):
    for name, value in answers.items():
        if name not in _NOT_TYPED:
            put(hand, f"{prefix}{name}", value)


def _card(hand, button, answers):
    hand.push(button)
    _put_all(hand, ".", answers)


def _urgency(hand, case):
    for name, value in case.urgency.items():
        put(hand, f"person.{name}" if name == "kind" else f"urgency.{name}", value)


def _relation(hand, answers):
    professional, child = (answers.get(name, False) for name in _NOT_TYPED)
    kind = "professional" if professional else "sibling" if child else "relation"
    _card(hand, f"add-{kind}", answers)


def _seen(hand, case, figure):
    maps = maps_by_id()
    for facing, place, _words, answers in case.marks:
        view = maps[f"{figure}-{facing}"]
        hand.mark(view, place_named(view, place))
        _put_all(hand, ".", answers)
    if case.teeth:
        _teeth(hand, case)
    for seen in case.observations:
        _card(hand, "add-observation", seen)
    _put_all(hand, "presentation.", case.presentation)


def _teeth(hand, case):
    hand.turn_to("part:teeth")
    for given in case.teeth:
        finding = ToothFinding(**given)
        hand.tooth(finding)
        answers = {name: value for name, value in given.items() if name != "tooth"}
        _put_all(hand, "tooth.", answers)
    hand.open_card("Teeth")
    _put_all(hand, ".", case.teeth_seen)


def _saying(hand, answers, marks):
    hand.push("add-saying")
    for name, value in answers.items():
        put(hand, f".{name}", value)
        if name == "is_explanation" and marks:
            boxes = hand.names_in_sight(".explains_marks=")
            for number in marks:
                hand.tick(boxes[number])


def _topics(hand, cards):
    for topic, answers in cards:
        _card(hand, f"add-{topic}", answers)


def kept(hand, qtbot, folder, passphrase):
    """Close the program, open its store anew, and return the concern that it holds."""
    ended(qtbot, hand.program)
    locked = open_locked(folder, hand.clock)
    desk = locked.unlock(locked.users()[0].id, passphrase)
    (row,) = desk.concerns.newest()
    concern = desk.concerns.get(row.line.id).concern
    desk.close()
    return concern


def differences(concern, case, figure):
    """Return each answer in which the store and the sample differ, as (what, kept, wanted)."""
    asked = {name: value for name, value in case.urgency.items() if name != "kind"}
    person = case.person | {"kind": case.urgency["kind"]}
    marks = [fact.id for fact in concern.facts if isinstance(fact, Injury)]
    wanted = [
        *((Injury, _mark(mark, figure)) for mark in case.marks),
        *_teeth_wanted(case),
        *((Observation, seen) for seen in case.observations),
        *((Saying, _tied(one, case.marks_of.get(number, ()), marks))
          for number, one in enumerate(case.sayings)),
        *((Event, one) for one in case.events),
        *((Context, {"topic": topic} | one) for topic, one in case.contexts),
        *((Need, {"topic": topic} | one) for topic, one in case.needs),
    ]  # fmt: skip
    counted = {"count_from": case.count_from} if case.count_from else {}
    pairs = [
        ("urgency", concern.urgency, Urgency(**asked)),
        ("person", concern.person, Person(**person)),
        ("contact", concern.contact, SafeContact(**case.contact)),
        ("presentation", concern.presentation, Presentation(**case.presentation, **counted)),
        *_listed("relation", concern.relations, [(Relation, one) for one in case.relations]),
        *_listed("fact", concern.facts, wanted),
    ]
    return [one for what, held, asked in pairs for one in _apart(what, held, asked)]


def _mark(mark, figure):
    facing, place, words, answers = mark
    return answers | {"view": f"{figure}-{facing}", "place": place, "place_words": words}


def _teeth_wanted(case):
    if case.teeth:
        # In the order of the chart, as the record holds them.
        order = sorted(case.teeth, key=lambda one: chart_place(one["tooth"]))
        teeth = tuple(ToothFinding(**one) for one in order)
        yield Observation, case.teeth_seen | {"topic": ObservationTopic.TEETH, "teeth": teeth}


def _tied(answers, numbers, marks):
    return answers | {"explains_marks": tuple(marks[number] for number in numbers)}


def _listed(what, held, wanted):
    kept_there = [(type(one), one) for one in held]
    kinds = ([kind for kind, _one in kept_there], [kind for kind, _answers in wanted])
    assert kinds[0] == kinds[1], kinds
    for number, ((_kind, one), (kind, answers)) in enumerate(zip(kept_there, wanted, strict=True)):
        yield f"{what} {number}", one, kind(id=one.id, **_with_typed(kind, answers))


def _with_typed(kind, answers):
    """Return these answers; one that is no date, such as an age, stands as it was typed."""
    fields = {one.name: one.default for one in msgspec.structs.fields(kind)}
    return {
        f"{name}_typed" if f"{name}_typed" in fields and isinstance(value, str) else name: value
        for name, value in answers.items()
    }


def _apart(what, held, wanted):
    for name in held.__struct_fields__:
        base = name.removesuffix("_typed")
        is_echo = base != name and getattr(held, base) is not None
        one, other = getattr(held, name), getattr(wanted, name)
        if name not in _NOT_COMPARED and not is_echo and one != other:
            yield f"{what}.{name}", one, other
