"""What was amended, closed and linked goes with a concern from practice to practice."""

import json
from datetime import date, timedelta
from uuid import uuid4

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sharing_support import signed

from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Injury, Observation
from sgdesk.domain.handed_on import HandedOn
from sgdesk.domain.people import Relation
from sgdesk.domain.withdrawal import Deed, Withdrawal
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import FactId, new_id

LENA = "Lena Quillfeather"
QUIET = [HealthCheck.function_scoped_fixture]


def amend(desk, concern, because="It was wrong.", **parts):
    draft = AmendmentDraft(id=new_id(), concern_id=concern.id, because=because, **parts)
    desk.amendments.record(draft)


def known(desk, **changes):
    """A signed concern whose id is of the kind by which it is known again elsewhere."""
    facts = [Injury(id=FactId(new_id()), view="child-front", x=225, y=120, place="left-cheek",
                    place_words="left cheek", mark="bruise", length_mm=22)]  # fmt: skip
    return signed(desk, facts=facts, **changes)


def amended_much(desk, clock):
    concern = known(desk)
    clock.at = clock.now() + timedelta(hours=1)
    amend(desk, concern, fact=replace(concern.facts[0], length_mm=32))
    again = desk.concerns.get(concern.id).concern.facts[0]
    amend(desk, concern, fact=replace(again, length_mm=33), because="Again.")
    late = Observation(id=FactId(new_id()), text="She was cold.", noticed_on=date(2026, 11, 20))
    amend(desk, concern, fact=late, is_new=True)
    amend(desk, concern, fact=replace(late, text="She shivered."))
    amend(desk, concern, person=replace(concern.person, school="Weir Lane"))
    amend(desk, concern, relation=Relation(id="aunt", name="Salma Begum", relationship="aunt"))
    clock.at = clock.now() + timedelta(hours=1)
    desk.outcomes.close(concern.id, "Nothing more.")
    clock.at = clock.now() + timedelta(hours=1)
    desk.outcomes.reopen(concern.id, "There is more.")
    return desk.concerns.get(concern.id).concern


def as_another(content):
    """The file with other ids throughout, so that the same store takes it in again."""
    document = json.loads(content)
    text = content.decode()
    return text.replace(document["concern"]["id"], str(uuid4())).encode()


def told(content):
    """What a file says, without its ids and without what says where it came from."""
    document = json.loads(content)
    without = {"exported_at", "changed_at", "practice", "reference"}

    def plain(value):
        if isinstance(value, dict):
            return {k: plain(v) for k, v in value.items() if k not in without and not is_id(k)}
        if isinstance(value, list):
            return [plain(one) for one in value]
        return value

    def is_id(name):
        return name == "id" or name.endswith("_id")

    document["concern"]["facts"] = [
        one for one in document["concern"]["facts"] if "Taken in from" not in one.get("text", "")
    ]
    document["dues"] = sorted(
        ({**one, "about": ""} for one in document["dues"]),
        key=lambda one: (one["due_at"], one["rule"], one["closed_because"], one["made_at"]),
    )
    return plain(document)


def test_every_version_comes_with_its_writer_time_and_reason(desk, clock):
    concern = amended_much(desk, clock)
    taken = desk.exchange.take_in(as_another(desk.exchange.written(concern.id)))

    there, here = desk.concerns.get(concern.id), desk.concerns.get(taken.id)
    assert [
        (one.at, one.by, one.because, one.about, one.changes, one.is_new) for one in here.amendments
    ] == [
        (one.at, one.by, one.because, one.about, one.changes, one.is_new)
        for one in there.amendments
    ]
    assert len(here.amendments) == 6
    assert [(one.kind, one.at, one.because) for one in here.closings] == [
        (one.kind, one.at, one.because) for one in there.closings
    ]
    assert here.concern.person.school == "Weir Lane"


def test_what_was_taken_in_is_written_again_as_it_came(desk, clock):
    first = desk.exchange.written(amended_much(desk, clock).id)
    taken = desk.exchange.take_in(as_another(first))

    assert told(desk.exchange.written(taken.id)) == told(first)


step = st.one_of(
    st.tuples(st.just("length"), st.integers(1, 300)),
    st.tuples(st.just("school"), st.text("abc é", min_size=1, max_size=5)),
    st.tuples(st.just("late"), st.text("xyz", min_size=1, max_size=5)),
    st.tuples(st.just("aunt"), st.text("mno", min_size=1, max_size=5)),
    st.tuples(st.just("withdraw"), st.integers(0, 3)),
    st.tuples(st.just("stands"), st.integers(0, 3)),
    st.tuples(st.just("nobody"), st.sampled_from(list(Withdrawal))),
    st.tuples(st.just("close"), st.just("")),
)


@settings(max_examples=25, suppress_health_check=QUIET)
@given(steps=st.lists(step, max_size=6))
def test_any_story_is_the_same_after_it_went_from_store_to_store(desk, clock, steps):
    concern = known(desk)
    for what, value in steps:
        clock.at = clock.now() + timedelta(minutes=7)
        take(desk, desk.concerns.get(concern.id), what, value)
    first = desk.exchange.written(concern.id)

    taken = desk.exchange.take_in(as_another(first))

    assert told(desk.exchange.written(taken.id)) == told(first)
    desk.verification.check()


def take(desk, view, what, value):
    now = view.concern
    try:
        match what:
            case "length" if isinstance(next(iter(now.facts), None), Injury):
                amend(desk, now, fact=replace(now.facts[0], length_mm=value))
            case "school":
                amend(desk, now, person=replace(now.person, school=value))
            case "late":
                amend(desk, now, fact=Observation(id=FactId(new_id()), text=value), is_new=True)
            case "aunt":
                amend(desk, now, relation=Relation(id="aunt", name=f"Aunt {value}",
                                                   relationship="aunt"))  # fmt: skip
            case "withdraw" if now.facts:
                amend(desk, now, fact=now.facts[value % len(now.facts)], deed=Deed.WITHDRAW,
                      withdrawn_as=Withdrawal.MISTAKE)  # fmt: skip
            case "stands" if now.facts_withdrawn:
                gone = now.facts_withdrawn[value % len(now.facts_withdrawn)]
                amend(desk, now, fact=gone, deed=Deed.BRING_BACK)
            case "nobody" if now.relations:
                amend(desk, now, relation=now.relations[-1], deed=Deed.WITHDRAW,
                      withdrawn_as=value)  # fmt: skip
            case "length" | "withdraw" | "stands" | "nobody":
                pass
            case "close" if now.stage == "closed":
                desk.outcomes.reopen(now.id, "There is more.")
            case _:
                desk.outcomes.close(now.id, "Nothing more.")
    except (UserError, SituationError):
        pass


def linked(desk, clock):
    mia, lena = known(desk), known(desk, person={"name": LENA})
    clock.at = clock.now() + timedelta(minutes=5)
    desk.amendments.link(mia.id, lena.reference, f"her sister {LENA}")
    return mia, lena


def renamed(desk, mia, lena):
    """Both files, as if they came from other records: with other ids for both."""
    new = {mia.id: str(uuid4()), lena.id: str(uuid4())}
    files = []
    for one in (mia, lena):
        text = desk.exchange.written(one.id).decode()
        for old, other in new.items():
            text = text.replace(old, other)
        files.append(text.encode())
    return files


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_link_is_there_once_for_both_in_whatever_order_they_come(desk, clock, order):
    files = renamed(desk, *linked(desk, clock))
    first = desk.exchange.take_in(files[order[0]])
    alone = desk.concerns.get(first.id)
    second = desk.exchange.take_in(files[order[1]])

    assert any("which is not in these records" in one for one in first.notices)
    assert (len(alone.linked), len(alone.linked_elsewhere)) == (0, 1)
    assert any(entry.what.startswith("Linked with SG-") for entry in alone.history)
    for here, there in ((first, second), (second, first)):
        view = desk.concerns.get(here.id)
        (one,) = view.linked
        assert one.link.other_id == there.id
        assert view.linked_elsewhere == ()
    for taken, number in ((first, order[0]), (second, order[1])):
        again = json.loads(desk.exchange.written(taken.id))
        assert len(again["links"]) == len(json.loads(files[number])["links"]) == 1


def test_a_link_that_waits_goes_on_to_the_next_practice(desk, clock):
    files = renamed(desk, *linked(desk, clock))
    taken = desk.exchange.take_in(files[0])

    again = desk.exchange.written(taken.id)

    assert json.loads(again)["links"] == json.loads(files[0])["links"]


def test_a_file_without_the_new_members_is_taken_in_as_before(desk, clock):
    document = json.loads(as_another(desk.exchange.written(known(desk).id)))
    for name in ("closings", "links", "details_versions", "fact_versions"):
        del document[name]

    view = desk.concerns.get(desk.exchange.take_in(json.dumps(document).encode()).id)

    assert (view.closings, view.amendments, view.linked, view.linked_elsewhere) == ((),) * 4


def _gap(document):
    del document["fact_versions"][1]


def _begins_late(document):
    document["details_versions"] = document["details_versions"][1:]


def _not_the_newest(document):
    document["details_versions"][-1]["person"]["name"] = "Somebody Else"


def _of_nothing(document):
    document["fact_versions"][-1]["fact"]["id"] = "nobody"


def _no_reason(document):
    document["details_versions"][1]["because"] = " "


def _itself(document):
    document["links"] = [
        {"other_id": document["concern"]["id"], "linked_at": "2026-11-20T09:00:00Z"}
    ]


def _twice(document):
    link = {"other_id": "an-other", "linked_at": "2026-11-20T09:00:00Z"}
    document["links"] = [link, link]


def _out_of_order(document):
    document["closings"].reverse()


def _local_time(document):
    document["closings"][0]["at"] = "2026-11-20T09:00:00"


HOSTILE = {
    _gap: "have a gap",
    _begins_late: "have a gap",
    _not_the_newest: "not what its record says",
    _of_nothing: "have a gap|not what its record says",
    _no_reason: "has no reason",
    _itself: "links the concern with itself",
    _twice: "twice with the same other one",
    _out_of_order: "an order that cannot be",
    _local_time: "not in order at",
}


@pytest.mark.parametrize("spoil", HOSTILE, ids=lambda one: one.__name__)
def test_a_story_that_cannot_be_is_refused_and_changes_nothing(desk, clock, spoil):
    document = json.loads(as_another(desk.exchange.written(amended_much(desk, clock).id)))
    spoil(document)
    before = [row.line.id for row in desk.concerns.newest()]

    with pytest.raises(UserError, match=HOSTILE[spoil]) as refused:
        desk.exchange.take_in(json.dumps(document).encode())

    assert refused.value.text.endswith("Nothing was changed.")
    assert [row.line.id for row in desk.concerns.newest()] == before


def test_the_schema_names_the_new_members_and_needs_none_of_them():
    described = msgspec.json.schema(HandedOn)["$defs"]["HandedOn"]

    added = {"closings", "links", "details_versions", "fact_versions"}
    assert added <= set(described["properties"])
    assert not added & set(described["required"])
