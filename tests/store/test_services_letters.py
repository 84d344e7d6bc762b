"""Letters to an agency: filled in from what is known, the practice's own words, stage by stage."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from printed_words import printed_words
from sharing_support import agency, at, decided, rang, ready, rules, sent, signed

from sgdesk.domain.call import CallKind
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.letters import LetterKind
from sgdesk.domain.outcome import Outcome, OutcomeKind
from sgdesk.errors import SituationError, UserError

LADDER = [LetterKind.PRACTITIONERS, LetterKind.MANAGERS, LetterKind.SENIORS, LetterKind.CHAIR]


@pytest.fixture
def referred(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    sent(desk, sharing, at(19, 10))
    return concern, sharing


def text_of(made):
    return printed_words(made.pdf)


def test_a_chase_says_when_it_was_sent_and_which_answer_is_late(desk, referred):
    concern, sharing = referred

    draft = desk.letters.draft(concern.id, sharing.id, LetterKind.CHASE)

    assert "Thu 19 Nov 2026, 10:00" in draft.happened
    assert "You were to acknowledge it by Fri 20 Nov 2026, 17:00." in draft.happened
    assert draft.happened.count("acknowledge it by") == 1  # our own chasing is not theirs to read
    assert "Ring them" not in draft.happened
    assert draft.to.endswith("Northtown Duty Team")


def test_a_chase_says_when_they_were_rung_and_who_answered(desk, referred):
    concern, sharing = referred
    team = desk.agencies.list()[0]
    rang(desk, concern, team, at(20, 11), at(20, 11, 5), kind=CallKind.CHASE, spoke_to="P. Nair")
    rang(desk, concern, "Westtown", at(20, 12), at(20, 12, 5), kind=CallKind.CHASE)

    draft = desk.letters.draft(concern.id, sharing.id, LetterKind.CHASE)

    told = "On Fri 20 Nov 2026, 11:00 we asked by telephone, and spoke to P. Nair."
    assert told in draft.happened
    assert draft.happened.count("by telephone") == 1


def test_the_letter_prints_the_words_as_they_were_changed_and_names_no_patient(desk, referred):
    concern, sharing = referred
    draft = desk.letters.draft(concern.id, sharing.id, LetterKind.CHASE)
    draft.happened = "Nobody has rung us.\n\nWe are worried."

    made = desk.letters.make(draft)

    text = text_of(made)
    assert "Working Together" not in text  # no day is named that it would be the source of
    assert "Nobody has rung us." in text
    assert "We are worried." in text
    assert concern.reference in text
    assert concern.person.name not in text
    assert desk.printing.pdf(made.paper.id) == made.pdf


def test_a_disagreement_climbs_the_ladder_and_only_its_stage_is_due(desk, referred):
    concern, sharing = referred
    desk.outcomes.record(
        Outcome(
            id="", concern_id=concern.id, sharing_id=sharing.id, kind=OutcomeKind.NO_FURTHER_ACTION,
            at=at(20, 12), decision="Below our threshold.", disagreement="The marks are new.",
        )
    )  # fmt: skip
    for number, kind in enumerate(LADDER[:3], 1):
        draft = desk.letters.draft(concern.id, sharing.id, kind)
        assert "Below our threshold." in draft.happened
        assert "The marks are new." in draft.happened
        desk.letters.make(draft)
        open_stages = [rule for rule in rules(desk, concern) if rule.startswith("DL-ESC")]
        assert open_stages == [f"DL-ESC-L{number}"]
        assert desk.letters.next_kind(concern.id, sharing.id) is LADDER[number]


def test_before_any_disagreement_the_next_letter_asks_for_an_answer(desk, referred):
    concern, sharing = referred

    assert desk.letters.next_kind(concern.id, sharing.id) is LetterKind.CHASE


@pytest.mark.parametrize("field", ["to", "happened", "asks"])
def test_a_letter_to_nobody_or_about_nothing_is_refused_at_its_field(desk, referred, field):
    concern, sharing = referred
    draft = desk.letters.draft(concern.id, sharing.id, LetterKind.CHASE)
    setattr(draft, field, " \n")

    with pytest.raises(UserError) as refused:
        desk.letters.make(draft)
    assert refused.value.field == field


def test_the_grab_sheet_is_kept_and_names_teams_that_were_not_checked(desk):
    today = desk.clock.now().date()
    agency(desk, "Old Team", checked_on=today - timedelta(days=90))
    agency(desk, "New Team", checked_on=today - timedelta(days=89))

    made = desk.printing.grab_sheet()

    text = text_of(made)
    assert "Check these numbers before you rely on them: Old Team." in text
    assert desk.printing.pdf(made.paper.id) == made.pdf


def test_the_ladder_of_the_directory_names_whom_and_by_when(desk):
    ladder = "Team manager; 3 working days; 01632 960141\nHead of service; 5"
    concern, team = signed(desk), agency(desk, ladder=ladder)
    sharing = decided(desk, concern, team)
    sent(desk, sharing, at(19, 10))

    draft = desk.letters.draft(concern.id, sharing.id, LetterKind.PRACTITIONERS)
    draft.happened = "We do not agree."
    desk.letters.make(draft)

    (stages,) = desk.concerns.get(concern.id).ladders
    assert draft.to == "Team manager\nNorthtown Duty Team\n01632 960141"
    assert [one.title for one in stages.stages[:2]] == ["Team manager", "Head of service"]
    assert stages.stages[0].due_at == at(25, 17)
    assert (stages.is_local, stages.next_kind) == (True, LetterKind.MANAGERS)


def test_a_settled_disagreement_keeps_how_and_is_due_no_longer(desk, referred):
    concern, sharing = referred
    draft = desk.letters.draft(concern.id, sharing.id, LetterKind.PRACTITIONERS)
    draft.happened = "We do not agree."
    desk.letters.make(draft)

    desk.letters.settle(concern.id, sharing.id, "Their manager visits today.")

    assert not [rule for rule in rules(desk, concern) if rule.startswith("DL-ESC")]
    (ladder,) = desk.concerns.get(concern.id).ladders
    assert ladder.stages[0].ended == "Settled: Their manager visits today."
    with pytest.raises(SituationError):
        desk.letters.settle(concern.id, sharing.id, "Again.")


def test_the_draft_of_a_letter_comes_back_and_is_gone_once_it_is_made(desk, referred):
    concern, sharing = referred
    draft = desk.letters.draft(concern.id, sharing.id, LetterKind.CHASE)
    draft.happened = "Half a sen"
    desk.entries.save_draft(draft, Caret("happened", 10))

    assert desk.entries.open_draft(draft.id).draft == draft
    desk.letters.make(draft)
    with pytest.raises(SituationError):
        desk.entries.open_draft(draft.id)


def test_the_letter_names_the_stage_as_the_agency_does(desk):
    ladder = "The duty manager; 2 days\nThe area review board; 5 days"
    concern, team = signed(desk), agency(desk, ladder=ladder)
    sharing = decided(desk, concern, team)
    sent(desk, sharing, at(19, 10))
    for kind, title in (
        (LetterKind.PRACTITIONERS, "Disagreement: The duty manager"),
        (LetterKind.MANAGERS, "Disagreement: The area review board"),
        (LetterKind.SENIORS, "Disagreement, stage 3"),
    ):
        draft = desk.letters.draft(concern.id, sharing.id, kind)
        draft.happened = "We do not agree."
        assert title in text_of(desk.letters.make(draft))


def test_a_letter_goes_to_whoever_answered_by_name_and_above_them_by_what_they_are(desk):
    concern, team = signed(desk), agency(desk)
    draft = ready(desk, concern, team)
    draft.recipient = replace(draft.recipient, person="J. Okoro", role="duty social worker")
    sharing = desk.sharings.decide(draft)
    sent(desk, sharing, at(19, 10))

    def to(kind):
        return desk.letters.draft(concern.id, sharing.id, kind).to

    assert to(LetterKind.CHASE) == "J. Okoro\nduty social worker\nNorthtown Duty Team"
    desk.outcomes.record(
        Outcome(
            id="", concern_id=concern.id, sharing_id=sharing.id, by="Priya Nair",
            kind=OutcomeKind.NO_FURTHER_ACTION, at=at(20, 9), decision="No further action.",
        )
    )  # fmt: skip
    assert [to(kind) for kind in LADDER] == [
        "Priya Nair\nNorthtown Duty Team",
        "The manager of Priya Nair\nNorthtown Duty Team",
        "The senior manager for safeguarding\nNorthtown Duty Team",
        "The chair of the safeguarding partnership",
    ]


def test_a_further_letter_tells_with_whom_it_was_taken_up_and_by_when_theirs_says(desk):
    concern, team = signed(desk), agency(desk, ladder="Team manager; 3 days\nHead of service; 5")
    sharing = decided(desk, concern, team)
    sent(desk, sharing, at(19, 10))
    first = desk.letters.draft(concern.id, sharing.id, LetterKind.PRACTITIONERS)
    assert "Settle it with us by Wed 25 Nov 2026, 17:00, as your own procedure says." in first.asks
    assert "took it up" not in first.happened
    desk.letters.make(first)

    second = desk.letters.draft(concern.id, sharing.id, LetterKind.MANAGERS)

    told = "On Sun 22 Nov 2026, 12:05 we took it up with: Team manager. It is not settled."
    assert told in second.happened
    desk.letters.settle(concern.id, sharing.id, "She is seen tomorrow.")
    again = desk.letters.draft(concern.id, sharing.id, LetterKind.MANAGERS)
    assert "It is not settled." not in again.happened
