"""An emergency: one page that is kept, printed and completed; nothing typed is lost."""

from datetime import date, time

import msgspec
import pytest
from msgspec.structs import replace
from printed_words import page_texts, printed_words
from sharing_support import agency, at, rules, signed

from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import CallKind
from sgdesk.domain.emergency import EmergencyDraft
from sgdesk.domain.facts.kinds import Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.people import PersonKind
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import DraftId


def typed(desk, **changes):
    draft = desk.emergencies.begin()
    values = {
        "kind": PersonKind.CHILD, "name": "Mia Thornton", "where": "Waiting room 2",
        "what": "Father took her arm and left; she cried.", "said": "I don't want to go home.",
        "told_whom": "J. Okoro", "agreed": "Police are on their way.",
    } | changes  # fmt: skip
    for field, value in values.items():
        setattr(draft, field, value)
    return draft


def text_of(made):
    return printed_words(made.pdf)


def test_it_becomes_a_concern_in_danger_with_the_words_as_they_were_typed(desk):
    recorded = desk.emergencies.record(typed(desk))

    draft = desk.concerns.open_draft(recorded.concern_id).draft
    assert draft.urgency.immediate_danger is YesNo.YES
    assert draft.person.name == "Mia Thornton"
    assert [fact.text for fact in draft.facts[:1]] == ["Father took her arm and left; she cried."]
    assert draft.facts[1].words == "I don't want to go home."


def test_whoever_wrote_the_page_is_not_taken_for_who_saw_or_was_told(desk):
    recorded = desk.emergencies.record(typed(desk))

    draft = desk.concerns.open_draft(recorded.concern_id).draft
    assert len(draft.facts) == 2
    assert not any(one.noticed_by for one in draft.facts)


def test_everything_that_is_missing_is_due_within_a_day(desk):
    recorded = desk.emergencies.record(typed(desk))

    open_dues = {due.rule: due for due in desk.concerns.get(recorded.concern_id).dues}
    assert open_dues["DL-EMERG-COMPLETE"].due_at == at(23, 12, 5)


def test_the_page_is_printed_at_once_on_one_sheet_and_kept(desk):
    recorded = desk.emergencies.record(typed(desk))

    text = text_of(recorded.made)
    for words in ("Mia Thornton", "Waiting room 2", "she cried.", "J. Okoro", "on their way"):
        assert words in text
    assert len(page_texts(recorded.made.pdf)) == 1
    assert desk.printing.pdf(recorded.made.paper.id) == recorded.made.pdf


def test_a_duty_team_that_was_told_is_then_written_to(desk):
    team = agency(desk)

    recorded = desk.emergencies.record(typed(desk, agency_id=team.id))

    (call,) = desk.calls.of(recorded.concern_id)
    assert call.kind is CallKind.REFERRAL
    view = desk.concerns.get(recorded.concern_id)
    assert any(due.rule.startswith("DL-REF-WRITTEN") for due in view.dues)


def test_only_what_happened_is_needed(desk):
    draft = desk.emergencies.begin()
    with pytest.raises(UserError) as refused:
        desk.emergencies.record(draft)
    assert refused.value.field == "what"
    draft.what = "A man shouted at a child outside."

    recorded = desk.emergencies.record(draft)

    assert desk.calls.of(recorded.concern_id) == ()
    assert "Who it is: name, date of birth, address." in text_of(recorded.made)


def test_an_age_that_was_typed_is_not_printed_as_a_day_of_birth(desk):
    by_age = desk.emergencies.record(typed(desk, born_typed="5"))
    by_day = desk.emergencies.record(typed(desk, born=date(2020, 2, 14)))

    assert "Born, or age, as typed 5" in text_of(by_age.made)
    assert "Born 14 February 2020" in text_of(by_day.made)


def test_what_was_typed_comes_back_after_a_crash(desk):
    draft = typed(desk, told_at=time(11, 59), day=date(2026, 11, 22), born_typed="about 6")
    desk.emergencies.save_draft(draft, Caret("what", 5))

    (line,) = [one for one in desk.today.view().drafts if one.flow == "emergency"]

    opened = desk.emergencies.open_draft(line.id)
    assert opened.draft == draft
    assert opened.caret == Caret("what", 5)


def test_what_is_recorded_is_no_draft_any_more(desk):
    draft = typed(desk)
    desk.emergencies.save_draft(draft, Caret())
    desk.emergencies.record(draft)

    desk.emergencies.save_draft(draft, Caret())

    assert not [one for one in desk.today.view().drafts if one.flow == "emergency"]
    with pytest.raises(SituationError):
        desk.emergencies.open_draft(DraftId(draft.id))


def test_recording_twice_makes_one_concern_and_one_call(desk):
    draft = typed(desk)
    first, second = desk.emergencies.record(draft), desk.emergencies.record(draft)

    assert first.concern_id == second.concern_id
    assert len(desk.calls.of(first.concern_id)) == 1
    assert len(desk.concerns.newest()) == 1


def test_the_draft_that_follows_can_be_signed_away_from_its_deadline(desk):
    recorded = desk.emergencies.record(typed(desk))
    draft = desk.concerns.open_draft(recorded.concern_id).draft

    desk.concerns.save_draft(draft, "person", Caret())

    assert "DL-EMERG-COMPLETE" in rules(desk, draft)


def test_what_is_corrected_after_recording_was_cut_short_is_in_the_record(desk):
    draft = typed(desk)
    desk.emergencies.save_draft(draft, Caret())
    desk.concerns.save_draft(desk.emergencies._concern(draft, at(22, 12)), "urgency", Caret())
    draft.what = "She was taken by the father, not by the uncle."
    desk.emergencies.save_draft(draft, Caret())
    kept = desk.emergencies.open_draft(DraftId(draft.id)).draft

    recorded = desk.emergencies.record(draft)

    facts = desk.concerns.open_draft(recorded.concern_id).draft.facts
    assert kept.what == draft.what
    assert [one.text for one in facts if hasattr(one, "text")][-1] == draft.what
    assert len(facts) == 3


def test_the_whole_record_begins_with_what_was_typed_and_needs_only_who_it_is(desk):
    draft = desk.emergencies.begin()
    with pytest.raises(UserError) as refused:
        desk.emergencies.begin_record(draft)
    assert refused.value.field == "name"
    draft.name = "A boy of about 6"
    desk.emergencies.save_draft(draft, Caret())

    begun = desk.emergencies.begin_record(draft)

    record = desk.concerns.open_draft(begun.concern_id).draft
    assert (begun.flow, record.id) == ("record", draft.becomes)
    assert (record.person.name, record.facts) == ("A boy of about 6", [])
    assert record.urgency.immediate_danger is YesNo.YES
    assert [one.flow for one in desk.today.view().drafts] == ["record"]


def test_a_call_of_an_emergency_is_logged_with_the_whole_record_too(desk):
    begun = desk.emergencies.begin_record(typed(desk))

    (call,) = desk.calls.of(begun.concern_id)
    assert call.spoke_to == "J. Okoro"
    assert "DL-EMERG-COMPLETE" in [due.rule for due in desk.concerns.get(begun.concern_id).dues]


def recording(desk, **person):
    """Return a record that is being written, as the store holds it."""
    draft = desk.concerns.begin()
    draft.person = replace(draft.person, **({"name": "Mia Thornton"} | person))
    draft.urgency = replace(draft.urgency, immediate_action="Rang 999 at 12:01.")
    draft.facts = [Saying(id="hers", words="He hurts me.")]
    desk.concerns.save_draft(draft, "said", Caret("said.words", 3))
    return draft


def test_one_that_belongs_to_a_record_being_written_is_added_to_it(desk):
    record = recording(desk, whereabouts="At school")

    recorded = desk.emergencies.record(typed(desk, concern_id=record.id))

    opened = desk.concerns.open_draft(record.id)
    assert recorded.concern_id == record.id
    assert len(desk.concerns.newest()) == 1
    assert [getattr(one, "words", "") or one.text for one in opened.draft.facts] == [
        "He hurts me.", "Father took her arm and left; she cried.", "I don't want to go home.",
    ]  # fmt: skip
    assert opened.draft.urgency.immediate_danger is YesNo.YES
    assert opened.draft.urgency.immediate_action == "Rang 999 at 12:01.\nPolice are on their way."
    assert opened.draft.person.whereabouts == "Waiting room 2"
    assert (opened.step, opened.caret) == ("said", Caret("said.words", 3))
    assert [one.spoke_to for one in desk.calls.of(record.id)] == ["J. Okoro"]
    assert "DL-EMERG-COMPLETE" in rules(desk, record)
    assert record.reference in text_of(recorded.made)


def test_what_the_record_says_of_the_person_stays(desk):
    record = recording(desk, born=date(2019, 3, 1))

    desk.emergencies.record(typed(desk, concern_id=record.id, name="Mia", born_typed="about 6"))

    person = desk.concerns.open_draft(record.id).draft.person
    assert (person.name, person.born, person.born_typed) == ("Mia Thornton", date(2019, 3, 1), "")


def test_what_belongs_to_a_record_is_no_draft_once_it_is_recorded(desk):
    record = recording(desk)
    draft = typed(desk, concern_id=record.id)
    desk.emergencies.save_draft(draft, Caret())
    assert "emergency" in [one.flow for one in desk.today.view().drafts]

    desk.emergencies.record(draft)
    desk.emergencies.save_draft(draft, Caret())

    assert [one.flow for one in desk.today.view().drafts] == ["record"]


def test_nothing_is_lost_where_the_record_was_signed_meanwhile(desk):
    signed_since = signed(desk)

    recorded = desk.emergencies.record(typed(desk, concern_id=signed_since.id))

    assert recorded.concern_id != signed_since.id
    assert len(desk.concerns.open_draft(recorded.concern_id).draft.facts) == 2


def test_the_whole_record_goes_on_with_the_one_it_belongs_to(desk):
    record = recording(desk)

    begun = desk.emergencies.begin_record(typed(desk, name="", concern_id=record.id))

    assert begun.id == record.id
    assert len(desk.concerns.open_draft(record.id).draft.facts) == 3


def test_a_page_that_was_left_by_an_earlier_program_can_be_gone_on_with(desk):
    kept = b'{"id":"its-concern","call_id":"its-call","what":"A man shouted."}'

    draft = msgspec.json.decode(kept, type=EmergencyDraft)

    assert (draft.id, draft.becomes, draft.concern_id) == ("its-call", "its-concern", "")


def test_nothing_typed_is_dropped_because_the_record_says_something_like_it(desk):
    record = desk.concerns.begin()
    record.person = replace(record.person, name="Ola Byrne", born=date(2020, 2, 14))
    said = "We did not yet ring the police."
    record.urgency = replace(record.urgency, immediate_action=said)
    desk.concerns.save_draft(record, "urgency", Caret())

    emergency = typed(
        desk, concern_id=record.id, agreed="ring the police", name="Tom, her brother",
        born=date(2018, 5, 3),
    )  # fmt: skip
    desk.emergencies.record(emergency)

    kept = desk.concerns.open_draft(record.id).draft
    assert kept.urgency.immediate_action.splitlines() == [said, "ring the police"]
    assert kept.person.name == "Ola Byrne"
    told = [getattr(one, "text", "") for one in kept.facts]
    assert "Typed in the emergency: Tom, her brother, 3 May 2018." in told
