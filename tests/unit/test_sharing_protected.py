import pytest
from msgspec.structs import replace
from proposal_cases import S1, S2, sample_concern

from sgdesk.domain.people import Relation, SafeContact
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


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("Northtown", "Northtown Duty Team rang."), ("Northtown, Weirshire", "Seen in Northtown."),
        ("North Town", "She lives in North Town."), ("Northtown ZZ99 2QA", "born in Northtown"),
        ("12 Weir Street, Weir Green, Northtown", "The clinic at Weir Green rang."),
        ("Flat 2, 9 Mill Lane, Weir Hill", "Seen at Weir Hill Surgery."),
    ],
)  # fmt: skip
def test_a_town_alone_stops_nothing(address, text):
    assert not stops_in(text, protected(address=address))


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("Rosewood, Mill Lane, Northtown", "at Rosewood"), ("The Rectory", "at the rectory"),
        ("Northtown", "post to ZZ99 2QA"), ("Flat 2, Primrose Hill, Northtown", "Primrose Hill"),
        ("14 Weir Hill, Northtown", "at 14 Weir Hill"), ("Primrose Hill", "in Primrose Hill"),
        ("Old Mill", "the old mill"),
    ],
)  # fmt: skip
def test_a_house_without_a_street_is_found_and_a_street_called_like_a_town(address, text):
    assert stops_in(text, protected(address=address))


def reached(**contact):
    return replace(sample_concern(S1), contact=SafeContact(**contact))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("4412", "Ring extension 4412."), ("4412", "ext.4412"), ("ext 4412", "on 4412"),
        ("01632 960171 or 07700 900123", "Ring 07700 900123"),
        ("01632 960171 / 07700 900123", "Ring 01632960171"),
        ("+44 1632 960171", "01632 960171"), ("0044 1632 960171", "+44 (0)1632 960171"),
        ("01632 960171 ext 31", "01632 960171"), ("440123", "ring 440 123"),
        ("2020", "ring extension 2020"), ("85244", "text 85244"),
    ],
)  # fmt: skip
def test_every_safe_number_is_found_a_short_one_too(number, text):
    assert stops_in(text, reached(number=number))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("4412", "NHS 999 123 44120"), ("4412", "in 2020, 14412 of them"), ("999", "Ring 999."),
        ("2020", "born on 14 Feb 2020"), ("101", "Rang 101 at 10:05"), ("1005", "at 10:05"),
        ("not known", "not known"), ("31", "31 mm"),
    ],
)  # fmt: skip
def test_a_short_number_stops_no_other_number(number, text):
    assert not stops_in(text, reached(number=number))


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("oak", "Say oak first."), ("Oak", "OAK"), ("blue moon", "say blue\nmoon"),
        ("red", "The code word is red."), ("red", "Say “red” when she answers."),
        ("Red", "Ask for red, their safe word."), ("jam", "jam"), ("x9", "X9"),
    ],
)  # fmt: skip
def test_a_short_code_word_is_found(word, text):
    assert stops_in(text, reached(code_word=word))


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("red", "A red mark, 10 mm. The code is in the log."), ("blue", "A blue bruise."),
        ("oak", "soaked through"), ("help", "She asked for help."), ("", "Anything."),
        ("mum", "Mum said so."),
    ],
)  # fmt: skip
def test_an_ordinary_code_word_does_not_stop_what_was_seen(word, text):
    assert not stops_in(text, reached(code_word=word))
