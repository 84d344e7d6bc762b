from datetime import UTC, date, datetime, time

import pytest

from sgdesk.domain.entries import AnswerDraft, ClosingDraft, NoteDraft
from sgdesk.domain.entry_rules import as_outcome, entry_problems
from sgdesk.domain.outcome import ClosingKind, OutcomeKind
from sgdesk.domain.shown import guidance_words

TODAY = date(2026, 11, 22)


def answer(**changes):
    told = {
        "kind": OutcomeKind.ACKNOWLEDGED,
        "by": "Duty officer",
        "day": TODAY,
        "clock_time": time(9, 30),
    }
    return AnswerDraft(id="an-answer", concern_id="a-concern", **(told | changes))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": None}, "kind"),
        ({"by": " "}, "by"),
        ({"day": None}, "day"),
        ({"day": date(2026, 11, 23)}, "day"),
        ({"clock_time": None}, "clock_time"),
        ({"kind": OutcomeKind.ACCEPTED}, "decision"),
        ({"ask_again_on": date(2026, 11, 21)}, "ask_again_on"),
        ({"reference": "9" * 300}, "reference"),
        ({"next_steps": "9" * 100_000}, "next_steps"),
    ],
)
def test_an_answer_that_lacks_something_says_at_which_field(changes, field):
    assert [one.field for one in entry_problems(answer(**changes), TODAY)] == [field]


def test_a_whole_answer_has_no_problem_and_becomes_an_outcome():
    draft = answer(disagreement="typed before it was an acknowledgement")

    outcome = as_outcome(draft)

    assert entry_problems(draft, TODAY) == []
    assert outcome.at == datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    assert outcome.disagreement == ""


def test_a_note_says_who_is_told_what_and_how_much_they_may_know():
    empty = NoteDraft(id="a-note", concern_id="a-concern", until=date(2026, 1, 1))

    fields = [one.field for one in entry_problems(empty, TODAY)]

    assert fields == ["tier", "people", "text", "until"]


@pytest.mark.parametrize("kind", list(ClosingKind))
def test_closing_and_reopening_want_a_reason(kind):
    draft = ClosingDraft(id="a-closing", concern_id="a-concern", kind=kind)

    assert [one.field for one in entry_problems(draft, TODAY)] == ["because"]


@pytest.mark.parametrize(
    ("version", "wanted"),
    [
        ("england-2026-05-03", "England guidance, checked 3 May 2026"),
        (
            "wales-2026-11-22 with england-2026-05-03",
            "Wales guidance, checked 22 Nov 2026 with England guidance, checked 3 May 2026",
        ),
        ("our own", "our own"),
    ],
)
def test_guidance_is_read_with_its_nation_and_its_day(version, wanted):
    assert guidance_words(version) == wanted
