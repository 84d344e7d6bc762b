"""Letters to an agency: filled in from what is known, the practice's own words, stage by stage."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from printed_words import printed_words
from sharing_support import agency, at, decided, rang, ready, rules, sent, signed

from sgdesk.domain.answers import Nation
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


def ladder_with(desk, told, kinds, **changes):
    """Write the letters of a disagreement with a team that has such a ladder; return its ladder and
    the stage that is due."""
    concern, team = signed(desk, **changes), agency(desk, ladder=told)
    sharing = decided(desk, concern, team)
    sent(desk, sharing, at(19, 10))
    for kind in kinds:
        draft = desk.letters.draft(concern.id, sharing.id, kind)
        draft.happened = "We do not agree."
        desk.letters.make(draft)
    view = desk.concerns.get(concern.id)
    (stage,) = [due for due in view.dues if "DL-ESC" in due.rule and due.closed_at is None]
    return view.ladders[0], stage


def test_a_ladder_has_as_many_stages_as_the_agency_names(desk):
    two = "Team manager; 3 days\nHead of service; 5 days"
    ladder, _due = ladder_with(desk, two, LADDER[:1])
    assert [one.title for one in ladder.stages] == ["Team manager", "Head of service"]
    assert ladder.next_kind is LetterKind.MANAGERS

    five = "\n".join(f"Stage {name}; {days} days" for days, name in enumerate("ABCDE", 1))
    ladder, due = ladder_with(desk, five, [*LADDER, LetterKind.FIFTH])
    assert len(ladder.stages) == 5
    assert ladder.next_kind is LetterKind.FIFTH
    assert (due.title, due.due_at) == ("Settle the disagreement: Stage E", at(27, 17))


def test_hours_of_the_agencys_own_ladder_are_counted_as_hours_and_named(desk):
    ladder, due = ladder_with(desk, "Team manager; 48 hours; 01632 960141", LADDER[:1])

    assert (ladder.stages[0].hours, ladder.stages[0].due_at) == (48, at(24, 12, 5))
    assert due.source == "The agency’s own procedure, from your directory: 48 hours."
    assert "Lincolnshire" not in due.source + due.why


def test_a_stage_of_their_own_without_days_says_so_and_is_still_due(desk):
    _ladder, due = ladder_with(desk, "Team manager; 2 days\nPanel", LADDER[:2])

    assert (due.title, due.due_at) == ("Settle the disagreement: Panel", at(27, 17))
    assert "Your directory gives no days" in due.why
    assert "Check locally." in due.why


def test_the_last_stage_of_the_usual_ladder_is_due_too(desk):
    ladder, due = ladder_with(desk, "", LADDER)

    assert (due.rule, due.due_at) == ("DL-ESC-L4", at(27, 17))
    assert "Check locally." in due.why
    assert ladder.stages[2].ended == "Taken to stage 4."
    assert ladder.next_kind is LetterKind.CHAIR


@pytest.mark.parametrize("nation", [Nation.SCOTLAND, Nation.NORTHERN_IRELAND])
def test_a_nation_without_a_ladder_of_its_own_is_not_left_without_a_deadline(desk, nation):
    ladder, due = ladder_with(desk, "", LADDER[:2], nation=nation)

    assert (due.rule, "Check locally." in due.why) == ("DL-ESC-OPEN-L2", True)
    assert ladder.next_kind is LetterKind.SENIORS


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
        "The chair of the safeguarding partnership, board or committee",
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
