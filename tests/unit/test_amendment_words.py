from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from sgdesk.domain.amendment import (
    FIELD_WORDS,
    Change,
    Part,
    changed_fields,
    detail_changes,
)
from sgdesk.domain.answers import Unanswered, YesNo
from sgdesk.domain.concern import Harm, Presentation, Urgency
from sgdesk.domain.fact_changes import fact_change
from sgdesk.domain.facts.kinds import Event, Injury, Observation, Opinion, Saying
from sgdesk.domain.facts.times import both_dates, written_down, written_late
from sgdesk.domain.facts.words import sentence, source
from sgdesk.domain.people import Person, Relation, SafeContact
from sgdesk.ids import FactId

NOON = datetime(2026, 11, 22, 12, 5, tzinfo=UTC)
KINDS = {
    Part.URGENCY: Urgency,
    Part.PERSON: Person,
    Part.RELATION: Relation,
    Part.CONTACT: SafeContact,
    Part.PRESENTATION: Presentation,
}


@pytest.mark.parametrize("part", list(Part))
def test_every_question_of_a_part_is_a_field_of_it(part):
    assert set(FIELD_WORDS[part]) <= set(KINDS[part].__struct_fields__)


def test_a_change_is_read_in_words():
    before = Person(born=date(2020, 2, 14), unanswered={"school": Unanswered.NOT_ASKED})
    after = replace(before, born=date(2020, 3, 14), school="Weir Lane", address_protected=True)

    assert detail_changes(Part.PERSON, before, after) == (
        Change("Born", "14 Feb 2020", "14 Mar 2020"),
        Change("The address is protected", "No", "Yes"),
        Change("School or nursery", "Not asked", "Weir Lane"),
    )


def test_kinds_of_harm_and_yes_and_no_are_read_in_words():
    harms = detail_changes(Part.URGENCY, Urgency(), Urgency(harms=(Harm.NEGLECT, Harm.OTHER)))
    lives = detail_changes(
        Part.RELATION, Relation(id="a"), Relation(id="a", in_household=YesNo.NOT_KNOWN)
    )

    assert harms == (Change("Kinds of harm", "–", "Neglect, Other"),)
    assert lives == (Change("In the household", "–", "Not known"),)


def test_what_was_typed_for_a_date_is_no_change_of_its_own():
    before = Presentation(event_on=date(2026, 11, 1), event_on_typed="1.11.26")

    assert changed_fields(before, replace(before, event_on_typed="1 11 2026")) == set()


def test_both_versions_of_a_fact_are_whole():
    before = Observation(id=FactId("a"), text="Silent.", noticed_by="A. Rahman")
    after = replace(before, text="Quiet.", amended_at=NOON)

    assert fact_change(before, after) == Change(
        "Behaviour",
        "Behaviour: Silent.\nSeen by A. Rahman",
        "Behaviour: Quiet.\nSeen by A. Rahman, amended on 22 Nov 2026",
    )


def test_an_amended_fact_says_so_wherever_its_words_stand():
    event = Event(id=FactId("a"), happened_on=date(2026, 3, 4), amended_at=NOON)

    assert "Amended on 22 Nov 2026." in sentence(event)
    assert source(event).endswith("amended on 22 Nov 2026")


@pytest.mark.parametrize(
    ("noticed", "happened", "wanted"),
    [
        (
            date(2026, 11, 20), None,
            "Seen or heard 20 Nov 2026; written down Sun 22 Nov 2026, 12:05",
        ),
        (None, date(2026, 11, 20), "Happened 20 Nov 2026; written down Sun 22 Nov 2026, 12:05"),
        (date(2026, 11, 22), date(2026, 11, 1), ""),
        (None, None, ""),
    ],
)  # fmt: skip
def test_a_back_dated_fact_shows_both_dates(noticed, happened, wanted):
    fact = Observation(id=FactId("a"), noticed_on=noticed, happened_on=happened, recorded_at=NOON)

    assert both_dates(fact) == wanted
    assert written_down(fact) == "22 Nov 2026"


@pytest.mark.parametrize("kind", [Injury, Saying])
def test_the_day_on_which_something_was_noticed_is_never_the_day_it_happened(kind):
    fact = kind(id=FactId("a"), noticed_on=date(2026, 11, 19), recorded_at=NOON)

    assert both_dates(fact).startswith("Seen or heard 19 Nov 2026;")


@pytest.mark.parametrize(
    ("kind", "day", "wanted"),
    [
        (Saying, date(2026, 11, 20), "written down Sun 22 Nov 2026, 12:05"),
        (Injury, date(2026, 11, 22), ""),
        (Opinion, date(2026, 11, 20), ""),
        (Saying, None, ""),
    ],
)
def test_a_paper_says_when_what_was_seen_or_heard_was_written_down_later(kind, day, wanted):
    assert written_late(kind(id=FactId("a"), noticed_on=day, recorded_at=NOON)) == wanted


def test_an_opinion_is_dated_and_was_neither_seen_nor_heard():
    fact = Opinion(id=FactId("a"), noticed_on=date(2026, 11, 19), recorded_at=NOON)

    assert both_dates(fact).startswith("Dated 19 Nov 2026;")


def test_what_is_not_signed_is_not_written_down_yet():
    fact = Observation(id=FactId("a"), noticed_on=date(2026, 11, 20))

    assert both_dates(fact) == ""
    assert written_down(fact) == ""
