import pytest
from msgspec.structs import replace
from proposal_cases import S1, S2, sample_concern

from sgdesk.domain.people import Relation
from sgdesk.domain.sharing.decision import (
    Conditions,
    Consent,
    Purpose,
    SharingDraft,
)
from sgdesk.domain.sharing.protected import stop_problem, stops_in, without_stops
from sgdesk.domain.sharing.stops import stop_problems
from sgdesk.ids import ConcernId, SharingId


def protected(reference=S1, **changes):
    concern = sample_concern(reference)
    values = {"address": "12 Weir Street, Northtown", "postcode": "ZZ99 2QA"} | changes
    return replace(concern, person=replace(concern.person, address_protected=True, **values))


@pytest.mark.parametrize(
    "text",
    [
        "They live at 12 Weir Street.", "12, Weir St, Northtown", "12 WEIR STREET",
        "12  weir street",
        "number 12 in Weir Street", "She was seen in Weir St.", "Post to ZZ99 2QA",
        "zz992qa", "ZZ99-2QA", "ZZ99  2QA", "12 Weir\nStreet", "12 We\u00adir Street",
        "１２ Weir Street",
    ],
)  # fmt: skip
def test_a_typed_address_is_found_however_it_is_written(text):
    assert stops_in(text, protected())


@pytest.mark.parametrize(
    "text",
    [
        "She goes to Weir Street Primary.", "She lives in Northtown.", "Seen 12 times.",
        "They weird streets.", "Dressing on 75 lost.", "12 weeks later", "",
    ],
)  # fmt: skip
def test_what_is_no_address_may_go(text):
    assert not stops_in(text, protected())


def test_without_protection_an_address_may_go():
    assert not stops_in("12 Weir Street, ZZ99 2QA", sample_concern(S1))


def test_a_house_with_a_name_is_found_by_it():
    concern = protected(address="Flat 2, Quay House, Northtown", postcode="ZZ99 2QD")

    assert stops_in("Visit her at Quay House.", concern)
    assert stops_in("flat 2", concern)
    assert not stops_in("They met on the quay.", concern)


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("12 Weir Street Northtown", "at 12 Weir St"),
        ("12 Weir Street Northtown ZZ99 2QA", "seen in Weir Street"),
        ("Flat 3 9 Mill Lane Northtown", "at 9 Mill Lane"),
        ("Rose Cottage Long Lane Northtown", "at Rose Cottage"),
        ("12 Park Road Northtown", "at 12 Park Road"),
        ("12 St John's Road Northtown", "at 12 St Johns Rd"),
        ("12 St Johns Road, Northtown", "at 12 St John’s Road"),
    ],
)
def test_an_address_written_in_one_line_without_commas_is_found(address, text):
    assert stops_in(text, protected(address=address))


def test_a_town_is_no_address_where_it_stands_in_one_line_with_the_street():
    assert not stops_in("She lives in Northtown.", protected(address="12 Weir Street Northtown"))


def test_the_protected_address_of_a_relative_is_found():
    concern = sample_concern(S1)
    aunt = Relation(
        id="aunt", name="Salma Begum", address="7 Mill Road, ZZ99 2QX", address_protected=True
    )
    concern = replace(concern, relations=(*concern.relations, aunt))

    assert stops_in("She sleeps at 7 Mill Rd.", concern)
    assert stops_in("zz99 2qx", concern)


@pytest.mark.parametrize(
    "text",
    ["Ring 01632 960171", "01632960171", "+44 1632 960 171", "01632-960-171", "Say bluebell first"],
)
def test_the_safe_contact_is_found_however_it_is_written(text):
    found = stops_in(text, sample_concern(S2))

    assert found
    assert "sheet of its own" in found[0].why


@pytest.mark.parametrize("text", ["Ring 01632 960140", "A bluebells mug", "the code word"])
def test_other_numbers_and_words_may_go(text):
    assert not stops_in(text, sample_concern(S2))


def test_the_sentence_that_holds_it_is_left_out():
    text = without_stops("She is safe. They live at 12 Weir Street. Ring us.", protected())

    assert text == "She is safe. [... protected: telephone us] Ring us."


def test_an_address_across_two_lines_leaves_nothing():
    text = without_stops("Flat 2,\nQuay\nHouse", protected(address="Quay House", postcode=""))

    assert text == "[... protected: telephone us]"


def test_the_problem_offers_a_way_out_and_repeats_nothing_that_was_typed():
    text = stop_problem("Visit 12 Weir Street today.", protected())

    assert text is not None
    assert "telephone us" in text
    assert "weir" not in text.casefold()


@pytest.mark.parametrize(
    ("step", "part", "field"),
    [
        ("purpose", "purpose", "so_that"), ("purpose", "purpose", "ask"),
        ("consent", "consent", "told_what"), ("consent", "consent", "withhold_from"),
        ("conditions", "conditions", "use"), ("conditions", "conditions", "not_to_disclose"),
    ],
)  # fmt: skip
def test_an_address_stops_the_step_where_it_was_typed(step, part, field):
    draft = SharingDraft(id=SharingId("s"), concern_id=ConcernId("c"))
    parts = {"purpose": Purpose, "consent": Consent, "conditions": Conditions}
    setattr(draft, part, parts[part](**{field: "Visit 12 Weir Street"}))

    assert [one.field for one in stop_problems(draft, protected(), step)] == [f"{part}.{field}"]
    assert stop_problems(draft, protected(), "route") == []
