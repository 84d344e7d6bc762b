import json
import re
from datetime import UTC, datetime
from uuid import uuid4

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sgdesk.bootstrap import open_locked
from sgdesk.domain.concern import Stage
from sgdesk.domain.facts.kinds import Context
from sgdesk.domain.handed_on import HandedOn
from sgdesk.errors import UserError
from sgdesk.services.exchange_checks import LARGEST, decoded

DEMO = "demo practice only"
S1 = "SG-2026-0031"
SMALLEST = {
    "format": "sgdesk-concern",
    "version": 1,
    "concern": {
        "id": "case-1",
        "reference": "SG-2027-0007",
        "signed_at": "2026-10-01T09:00:00Z",
        "person": {"name": "Nell Harper"},
    },
}


@pytest.fixture(scope="session")
def exported(finished_demonstration, tmp_path_factory):
    from shutil import copytree

    folder = tmp_path_factory.mktemp("exported") / "demonstration"
    copytree(finished_demonstration, folder)
    locked = open_locked(folder)
    desk = locked.unlock(locked.users()[0].id, DEMO)
    content = desk.exchange.written(desk.exchange.concern_of(S1))
    desk.close()
    return content


def changed(content, **values):
    """The file as another practice would have written it: with these values at these places."""
    document = json.loads(content)
    for place, value in values.items():
        *steps, last = place.split("__")
        target = document
        for step in steps:
            target = target[int(step) if step.isdecimal() else step]
        target[last] = value
    return json.dumps(document).encode()


def everything_in(desk):
    """Every row of every table of the store."""
    with desk.exchange._context.unit() as unit:
        run = unit._connection.exec_driver_sql
        names = run("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        return {name: run(f'SELECT * FROM "{name}"').all() for name in sorted(names)}


def test_a_concern_that_was_handed_on_is_the_same_in_another_store(desk, exported):
    taken = desk.exchange.take_in(exported)

    there = msgspec.json.decode(exported, type=HandedOn)
    here = desk.concerns.get(taken.id)
    assert (taken.reference, taken.original, taken.notices) == (S1, S1, ())
    assert msgspec.structs.replace(here.concern.person, id=there.concern.person.id) == (
        there.concern.person
    )
    assert [said(fact) for fact in here.concern.facts[:-1]] == [
        said(fact) for fact in there.concern.facts
    ]
    assert here.concern.signed_at == datetime(2026, 11, 20, 12, 31, tzinfo=UTC)
    assert here.concern.stage is Stage.DECIDED
    assert [call.spoke_to for call in here.calls] == ["J. Okoro"]
    assert [one.message for one in here.sharings[0].attempts] == ["Gateway timeout after sign-in"]
    assert {due.rule: due.closed_at is None for due in here.dues}["DL-REF-WRITTEN-CHILD-E"]
    assert len(here.drafts) == 1


def said(fact):
    return msgspec.structs.replace(fact, id="")


def test_the_choices_of_a_decision_still_belong_to_their_facts(desk, exported):
    taken = desk.exchange.take_in(exported)

    view = desk.concerns.get(taken.id)
    choices = view.sharings[0].sharing.choices
    stays = [fact.text for fact in view.concern.facts if not goes(choices, fact)]
    assert "Two unpaid invoices." in stays
    assert len(stays) == 5


def goes(choices, fact):
    return fact.id in choices and choices[fact.id].goes


def test_where_a_concern_came_from_stands_in_a_note_that_does_not_go_out(desk, exported):
    taken = desk.exchange.take_in(exported)

    note = desk.concerns.get(taken.id).concern.facts[-1]
    assert isinstance(note, Context)
    assert note.text == (
        "Taken in from a file on Sun 22 Nov 2026, 12:05. There it was SG-2026-0031, practice:"
        " Riverside Dental Practice; signed Fri 20 Nov 2026, 12:31 by Asha Rahman."
    )


def test_the_same_concern_is_not_taken_in_twice(desk, exported):
    desk.exchange.take_in(exported)
    before = everything_in(desk)

    with pytest.raises(UserError, match="in these records already, as SG-2026-0031"):
        desk.exchange.take_in(exported)

    assert everything_in(desk) == before


def test_a_reference_that_is_taken_gives_way_to_the_next_number(desk, exported):
    desk.exchange.take_in(exported)

    second = desk.exchange.take_in(changed(exported, concern__id=str(uuid4())))

    assert (second.reference, second.original) == ("SG-2026-0032", S1)


def test_a_reference_that_came_in_is_never_given_again(desk, exported):
    desk.exchange.take_in(exported)

    saved = desk.concerns.save_draft(*new_draft(desk))

    assert saved.reference == "SG-2026-0032"


def new_draft(desk):
    from sgdesk.domain.flows.engine import Caret

    draft = desk.concerns.begin()
    draft.person = msgspec.structs.replace(draft.person, name="Somebody Else")
    return draft, "person", Caret()


def test_a_wrong_nhs_number_is_kept_and_named(desk, exported):
    wrong = changed(exported, concern__person__nhs_number="999 123 4013")

    taken = desk.exchange.take_in(wrong)

    assert any("NHS number" in notice for notice in taken.notices)
    assert desk.concerns.get(taken.id).concern.person.nhs_number == "999 123 4013"


def test_a_file_written_by_hand_needs_very_little(desk):
    taken = desk.exchange.take_in(json.dumps(SMALLEST).encode())

    assert taken.reference == "SG-2027-0007"
    assert desk.concerns.find("Nell")[0].line.reference == "SG-2027-0007"
    assert taken.notices


def test_somebody_who_is_no_user_here_stays_named(desk):
    by_hand = changed(json.dumps(SMALLEST).encode(), concern__signed_by="Joan Pym")

    taken = desk.exchange.take_in(by_hand)

    assert desk.concerns.get(taken.id).concern.signed_by == "Joan Pym"


def test_the_log_knows_that_a_concern_came_in_and_went_out(desk, exported):
    taken = desk.exchange.take_in(exported)
    desk.exchange.written(taken.id)

    with desk.exchange._context.unit() as unit:
        actions = [event.action for event in unit.history.newest(limit=2)]
    assert actions == ["concern.exported", "concern.imported"]


def test_an_unsigned_record_is_not_handed_on(desk):
    draft, step, caret = new_draft(desk)
    desk.concerns.save_draft(draft, step, caret)

    with pytest.raises(UserError, match="Sign this record first"):
        desk.exchange.written(draft.id)


def test_a_reference_nobody_gave_is_said_to_be_unknown(desk):
    with pytest.raises(UserError, match="no concern of this reference"):
        desk.exchange.concern_of("SG-2026-9999")


FACT = {"kind": "context", "id": "one", "text": "x"}
HOSTILE = {
    "empty": (b"", "not a JSON file"),
    "binary": (b"\x00\xff" * 50, "not a JSON file"),
    "not_utf_8": (b'{"format": "\xff"}', "not a JSON file"),
    "cut": (json.dumps(SMALLEST).encode()[:-9], "not a JSON file"),
    "huge": (b" " * (LARGEST + 1), "far too large"),
    "deep_lists": (b"[" * 100_000, "not in order at “its beginning”"),
    "deep_objects": (b'{"format":' * 100_000, "not a JSON file|not in order"),
    "deep_inside": (
        b'{"format":"sgdesk-concern","version":1,"concern":' + b'{"person":' * 100_000,
        "not a JSON file|not in order",
    ),
    "another_format": ({"format": "letter"}, "not a concern that was handed on"),
    "a_newer_form": ({"version": 2}, "written in form 2; this program knows form 1"),
    "a_form_that_is_no_number": ({"version": "one"}, "not in order at “version”"),
    "an_unknown_field": ({"concern__surprise": 1}, "not in order at “concern”"),
    "not_signed": ({"concern__signed_at": None}, "not in order at “concern.signed_at”"),
    "a_local_time": ({"concern__signed_at": "2026-10-01T09:00:00"}, "“concern.signed_at”"),
    "no_reference": ({"concern__reference": ""}, "not in order at “concern.reference”"),
    "a_made_up_reference": ({"concern__reference": "SG-2026-1'; --"}, "“concern.reference”"),
    "wrong_type": ({"concern__person": []}, "not in order at “concern.person”"),
    "unknown_stage": ({"concern__stage": "solved"}, "not in order at “concern.stage”"),
    "unknown_fact": ({"concern__facts": [{"kind": "rumour"}]}, "“concern.facts 1.kind”"),
    "far_too_long": ({"concern__person__name": "x" * 20_001}, "“concern.person.name”"),
    "control_characters": ({"concern__person__name": "N\x00ell"}, "“concern.person.name”"),
    "half_a_character": (
        json.dumps(SMALLEST).replace("Nell", "\\ud83d").encode(),
        "not a JSON file|not in order",
    ),
    "the_year_one": ({"concern__signed_at": "0001-01-01T00:00:00Z"}, "“concern.signed_at”"),
    "the_year_9999": ({"concern__person__born": "9999-12-31"}, "“concern.person.born”"),
    "far_too_many": ({"concern__facts": [FACT] * 2_001}, "“concern.facts”"),
    "the_same_id_twice": ({"concern__facts": [FACT, FACT]}, "have the same id"),
    "infinite": (
        {"concern__facts": [{"kind": "injury", "id": "one", "x": 1e300}]}, "“concern.facts 1.x”",
    ),
    "an_endless_number": (
        {"concern__facts": [{"kind": "injury", "id": "one", "count": 10**30}]}, "facts 1.count",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_broken_or_hostile_file_changes_nothing_and_is_named_in_one_sentence(desk, name):
    content, sentence = HOSTILE[name]
    if isinstance(content, dict):
        content = changed(json.dumps(SMALLEST).encode(), **content)
    before = everything_in(desk)

    with pytest.raises(UserError) as refused:
        desk.exchange.take_in(content)

    assert re.search(sentence, refused.value.text)
    assert "Nothing was changed" in refused.value.text
    assert len(refused.value.text) < 250
    assert everything_in(desk) == before


plain = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
    | st.sampled_from(["", "one", "draft", "2026-11-20", "SG-2026-0031", "closed"])
)  # fmt: skip
names = st.text(max_size=8)
inner = st.lists(plain, max_size=3) | st.dictionaries(names, plain, max_size=3)
anything = plain | inner | st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3)


@given(st.binary(max_size=300))
def test_any_bytes_are_taken_or_refused_in_words(content):
    with pytest.raises(UserError):
        decoded(content)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(which=st.integers(0, 99_999), value=anything)
def test_a_file_in_which_anything_was_changed_is_taken_whole_or_changes_nothing(
    desk, exported, which, value
):
    document = json.loads(exported)
    document["concern"]["id"] = str(uuid4())
    places = list(places_in(document))
    target, key = places[which % len(places)]
    target[key] = value
    content = json.dumps(document).encode()
    before = everything_in(desk)

    assert was_taken(desk, content) or everything_in(desk) == before


def places_in(value):
    """Yield each place of a document: what holds it, and its key there."""
    keys = value if isinstance(value, dict) else range(len(value))
    for key in keys:
        yield value, key
        if isinstance(value[key], dict | list):
            yield from places_in(value[key])


def was_taken(desk, content):
    try:
        desk.exchange.take_in(content)
    except UserError:
        return False
    return True


def test_what_the_schema_describes_is_what_is_written(exported):
    schema = msgspec.json.schema(HandedOn)

    described = schema["$defs"]["HandedOn"]
    assert set(json.loads(exported)) <= set(described["properties"])
    assert set(described["required"]) == {"format", "version", "concern"}
    assert set(schema["$defs"]["HandedConcern"]["required"]) == {
        "id", "reference", "signed_at", "person",
    }  # fmt: skip
