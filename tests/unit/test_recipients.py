import pytest

from sgdesk.domain.facts.kinds import (
    Context,
    ContextTopic,
    Event,
    EventKind,
    Injury,
    Need,
    NeedTopic,
    Observation,
    ObservationTopic,
    Opinion,
    Saying,
)
from sgdesk.domain.recipients import fact_names
from sgdesk.domain.teeth import ToothFinding, ToothState
from sgdesk.errors import UserError
from sgdesk.ids import FactId
from sgdesk.library.recipients import read_recipients, recipient_file
from sgdesk.paths import resources

FILE = recipient_file()
ID = FactId("f")
CHIPPED = ToothFinding(tooth="11", states=(ToothState.BROKEN,))
EVERY_FACT = [
    Injury(id=ID),
    Saying(id=ID),
    Opinion(id=ID),
    *(Observation(id=ID, topic=topic) for topic in ObservationTopic),
    Observation(id=ID, topic=ObservationTopic.TEETH, teeth=(CHIPPED,)),
    Event(id=FactId("police-number:c:1")),
    *(Event(id=ID, event=kind) for kind in EventKind),
    *(Context(id=ID, topic=topic) for topic in ContextTopic),
    *(Need(id=ID, topic=topic) for topic in NeedTopic),
]
KINDS = [
    "children-social-care",
    "adult-social-care",
    "police",
    "paediatrician",
    "gp",
    "dentist",
    "health-visitor",
    "school-nurse",
    "school-lead",
    "midwife",
    "domestic-abuse-adviser",
    "designated-officer",
    "regulator",
    "parent",
]


def name(fact):
    return max(fact_names(fact), key=len)


def going_to(kind):
    return {name(fact) for fact in EVERY_FACT if FILE.why_needed(kind, fact)}


def test_all_the_kinds_of_the_brief_are_there():
    assert [kind.id for kind in FILE.kinds] == KINDS


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fact", EVERY_FACT, ids=name)
def test_every_fact_goes_or_stays_with_one_reason(kind, fact):
    needed, held = FILE.why_needed(kind, fact), FILE.why_held(kind, fact)

    assert bool(needed) != bool(held)


def test_every_name_in_the_file_is_a_fact_that_exists():
    known = set().union(*(fact_names(fact) for fact in EVERY_FACT))

    assert {fact for group in FILE.groups for fact in group.facts} <= known


@pytest.mark.parametrize("kind", KINDS)
def test_notes_and_administration_go_to_nobody(kind):
    assert going_to(kind).isdisjoint({"context.note", "context.administrative"})


def test_social_care_is_proposed_the_whole_pattern():
    staying = {name(fact) for fact in EVERY_FACT} - going_to("children-social-care")

    assert staying == {"context.note", "context.administrative"}


def test_a_parent_is_never_proposed_what_was_said_seen_or_planned():
    assert going_to("parent") == {
        "context.untreated", "context.breakage", "context.advice", "need.safety-net",
        "need.treatment",
    }  # fmt: skip


def test_the_police_are_proposed_evidence_and_no_dental_history():
    going = going_to("police")

    assert {"injury", "saying", "observation.behaviour", "need.worker-safety"} <= going
    assert {"observation.teeth-injured", "police-number"} <= going
    assert going.isdisjoint({"event.treatment", "context.untreated", "opinion"})
    assert "observation.teeth" not in going


def test_a_school_is_not_proposed_what_the_child_said():
    assert "saying" not in going_to("school-lead")


def test_a_kind_may_have_a_reason_of_its_own():
    assert FILE.why_needed("police", Saying(id=ID)).startswith("Evidence")


def test_an_unknown_kind_is_proposed_nothing():
    assert going_to("newspaper") == set()


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('"opinion",\n  "police', '"opinions",\n  "police', "children-social-care, opinions"),
        ('id = "parent"', 'id = "police"', "kinds, police"),
        ('"context.inconsistency"', '"injury"', "facts, injury"),
        ("care = ", "safety = ", "parent, reasons, safety"),
        ('title = "Police"', "title = 3", "kinds 3, title"),
        ('kinds = ["parent"]', 'kinds = ["parents"]', "danger-in-the-family, parents"),
        ('id = "not-relevant"', 'id = "anothers-health"', "notices, anothers-health"),
    ],
)
def test_a_file_that_is_not_in_order_is_refused_with_its_place(old, new, place):
    shipped = (resources() / "recipients.toml").read_text(encoding="utf-8")

    with pytest.raises(UserError) as refusal:
        read_recipients(shipped.replace(old, new).encode())

    assert place in refusal.value.text
