"""What to say on the telephone: in the duty worker's order, and never what stays behind."""

from datetime import UTC, date, datetime

import pytest
from documents_samples import FAMILY, GOING, MIA, PRACTICE
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import CallKind
from sgdesk.domain.call_script import Teller, Told, script
from sgdesk.domain.concern import Concern, Presentation, Stage, Urgency
from sgdesk.domain.facts.kinds import Attendance, Context, ContextTopic, Event, EventKind
from sgdesk.domain.pack import going
from sgdesk.domain.people import SafeContact
from sgdesk.domain.practice import Role, User
from sgdesk.domain.sharing.decision import Choice
from sgdesk.ids import ConcernId, FactId, UserId

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)
LEAD = User(UserId("u1"), "Asha Rahman", Role.LEAD)
CANARIES = tuple(
    Context(id=FactId(f"canary {topic}"), topic=topic, text=f"Canary-{topic.value}-heldback")
    for topic in ContextTopic
)
ORDER = (
    "opening", "danger", "now", "treatment", "person", "family", "seen", "said", "why", "harm",
    "source", "history", "support", "strengths", "opinion", "needs", "consent", "workers",
    "others", "ask", "read-back",
)  # fmt: skip


def concern(facts=GOING, **changes):
    values = {
        "id": ConcernId("c"), "reference": "SG-2026-0031", "stage": Stage.RECORDED,
        "urgency": Urgency(immediate_danger=YesNo.NO, summary="Marks and decay"),
        "person": MIA, "relations": FAMILY, "contact": SafeContact(),
        "presentation": Presentation(), "facts": tuple(facts), "kept": (), "opened_at": NOW,
        "opened_by": UserId("u1"), "changed_at": NOW,
    }  # fmt: skip
    return Concern(**(values | changes))


def said(told, kind=CallKind.REFERRAL, *, down=False):
    teller = Teller(user=LEAD, practice=PRACTICE, kind=kind, portal_down=down)
    return script(teller, told, TODAY)


def test_the_lines_stand_in_the_order_in_which_duty_workers_ask():
    told = Told(concern=concern(), facts=GOING, consent=(("Family told", "No"),))

    ids = [one.id for one in said(told)]

    assert ids == [one for one in ORDER if one in ids]
    assert {"opening", "person", "family", "seen", "said", "history", "consent", "ask"} <= set(ids)


def test_no_line_is_empty():
    assert all(one.text.strip() and one.label for one in said(Told(concern=concern(()))))


@given(some.lists(some.booleans(), min_size=len(CANARIES), max_size=len(CANARIES)))
def test_what_stays_is_in_no_script(goes):
    record = concern((*GOING, *CANARIES))
    choices = {fact.id: Choice(goes=choice) for fact, choice in zip(CANARIES, goes, strict=True)}
    for nameless in (False, True):
        told = Told(concern=record, facts=going(record.facts, choices), nameless=nameless)
        text = "\n".join(one.text for one in said(told))
        for fact, choice in zip(CANARIES, goes, strict=True):
            assert choice or fact.text not in text


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (CallKind.REFERRAL, "because your portal is down"),
        (CallKind.CONSULTATION, "I would like advice."),
        (CallKind.CHASE, "what became of a referral"),
        (CallKind.EMERGENCY, "in danger now"),
    ],
)
def test_the_first_line_says_who_rings_from_where_and_why(kind, words):
    first = said(Told(), kind, down=True)[0].text

    assert first.startswith("I am Asha Rahman, safeguarding lead at Riverside Dental Practice")
    assert words in first


def test_a_protected_address_stands_in_no_line():
    person = replace(
        MIA, address="12 Weir Street", postcode="ZZ99 2QA", address_protected=True,
        whereabouts="with an aunt near 12 Weir St.", school="",
    )  # fmt: skip
    lines = said(Told(concern=concern((), person=person)))

    text = "\n".join(one.text for one in lines)
    assert "12 Weir" not in text
    assert "Weir St." not in text
    assert "ZZ99" not in text
    assert "address protected, not read out" in text


def test_advice_without_names_says_roles_in_every_line():
    told = Told(concern=concern(), facts=GOING, nameless=True)

    text = "\n".join(one.text for one in said(told, CallKind.CONSULTATION)[1:])

    for one in (MIA.name, MIA.known_as, *(each.name for each in FAMILY if not each.professional)):
        for word in filter(str.istitle, one.split()):
            assert word not in text, word


@pytest.mark.parametrize("nameless", [False, True])
def test_neither_the_safe_contact_nor_a_protected_address_is_read_out(nameless):
    told = Context(
        id=FactId("f"), topic=ContextTopic.HISTORY,
        text="Ring 4412. Say oak first. They live at 12 Weir Street. She sleeps badly.",
    )  # fmt: skip
    record = concern(
        (told,), contact=SafeContact(number="4412", code_word="oak"),
        person=replace(MIA, address="12 Weir Street", address_protected=True),
    )  # fmt: skip

    text = " ".join(
        one.text for one in said(Told(concern=record, facts=(told,), nameless=nameless))
    )

    assert "She sleeps badly" in text
    assert not [word for word in ("4412", "oak", "12 Weir") if word in text]


def test_a_visit_still_to_come_whose_day_has_passed_is_counted_as_without_an_outcome():
    visit = Event(
        id=FactId("v"), event=EventKind.TREATMENT, attendance=Attendance.PLANNED,
        happened_on=date(2026, 11, 19), text="Filling",
    )  # fmt: skip
    since = Presentation(count_from=date(2026, 11, 1))
    told = Told(concern=concern((visit,), presentation=since), facts=(visit,))

    history = next(one.text for one in said(told) if one.id == "history")

    assert "outcome not recorded 1" in history
