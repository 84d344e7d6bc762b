import json
import sys

import pytest
from command_line_support import standard_input

from sgdesk.__main__ import main

# Worked out by hand from the table of deadlines and a paper calendar of 2026.
DUES = [
    ("DL-FGM-TARGET", "2026-11-20T16:20:00Z", "england", None, "2026-11-23T17:00:00Z"),
    ("DL-FGM-LEGAL", "2026-11-20T16:20:00Z", "wales", None, "2026-12-20T16:20:00Z"),
    ("DL-FGM-LEGAL", "2026-01-31T10:00:00Z", "england", None, "2026-02-28T10:00:00Z"),
    ("DL-FGM-LEGAL", "2026-11-20T16:20:00Z", "scotland", None, None),
    ("DL-REF-WRITTEN-CHILD-E", "2026-11-20T10:19:00Z", "england", 48, "2026-11-22T10:19:00Z"),
    ("DL-REF-WRITTEN-CHILD-E", "2026-11-20T10:19:00Z", "england", None, "2026-11-21T10:19:00Z"),
    ("DL-REF-WRITTEN-CHILD-E", "2026-11-20T10:19:00Z", "england", 73, None),
    ("DL-REF-WRITTEN-CHILD-W", "2026-11-20T10:19:00Z", "wales", None, "2026-11-21T10:19:00Z"),
    ("DL-ACK-E", "2026-11-19T15:32:00Z", "england", None, "2026-11-20T17:00:00Z"),
    ("DL-ACK-E", "2026-12-24T15:32:00Z", "england", None, "2026-12-29T17:00:00Z"),
    ("DL-ACK-ESC-E", "2026-11-19T15:32:00Z", "england", None, "2026-11-24T17:00:00Z"),
    ("DL-ACK-CHASE-W", "2026-11-19T15:32:00Z", "wales", None, "2026-11-30T17:00:00Z"),
    ("DL-LADO", "2026-11-20T09:00:00Z", "england", None, "2026-11-23T17:00:00Z"),
    ("DL-EMERG-COMPLETE", "2026-10-24T20:00:00Z", "northern-ireland", None, "2026-10-25T20:00:00Z"),
    ("DL-BREACH-ICO", "2026-03-27T12:00:00Z", "scotland", 5, "2026-03-30T12:00:00Z"),
    ("DL-UNHEARD-OF", "2026-11-20T16:20:00Z", "england", None, None),
]  # fmt: skip


@pytest.fixture(autouse=True)
def excepthook(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


@pytest.fixture
def asked(monkeypatch, capfdbinary):
    def ask(which, *questions):
        lines = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in questions]
        monkeypatch.setattr("sys.stdin", standard_input(b"\n".join(lines) + b"\n"))
        code = main(["rules", which, "--batch"])
        said = capfdbinary.readouterr()
        answers = [json.loads(line) for line in said.out.splitlines()]
        return code, answers, said.err.decode()

    return ask


def question(rule, at, nation, hours=None):
    return {"rule": rule, "at": at, "nation": nation, "hours": hours}


def test_dues_are_answered_line_by_line(asked):
    code, answers, error = asked("due", *[question(*case[:4]) for case in DUES])

    assert (code, error) == (0, "")
    assert [answer["due"] for answer in answers] == [case[4] for case in DUES]
    assert all(set(answer) == {"due", "source", "why"} for answer in answers)
    assert all(answer["why"] for answer in answers)
    assert all(answer["source"] for answer in answers if answer["due"])


def test_a_rule_that_the_nation_does_not_have_says_why(asked):
    _code, answers, _error = asked("due", question("DL-ACK-E", "2026-11-20T10:00:00Z", "scotland"))

    assert answers[0]["due"] is None
    assert "Scotland" in answers[0]["why"]


def test_a_moment_with_an_offset_is_understood(asked):
    at = "2026-06-01T10:00:00+01:00"

    _code, answers, _error = asked("due", question("DL-EMERG-COMPLETE", at, "england"))

    assert answers[0]["due"] == "2026-06-02T09:00:00Z"


def test_hours_may_be_left_out(asked):
    short = {"rule": "DL-LADO", "at": "2026-11-20T09:00:00Z", "nation": "england"}

    code, answers, _error = asked("due", short)

    assert (code, answers[0]["due"]) == (0, "2026-11-23T17:00:00Z")


def test_wording_flags_name_their_place_in_code_points(asked):
    text = "😀 É. It is probably a slap mark."

    code, answers, error = asked("wording", {"text": text})

    assert (code, error) == (0, "")
    flags = answers[0]["flags"]
    assert "probably" in [text[flag["start"] : flag["end"]] for flag in flags]
    assert all(set(flag) == {"type", "start", "end", "why"} for flag in flags)
    assert all(1 <= flag["type"] <= 13 and flag["why"] for flag in flags)


def test_why_says_what_to_write_instead(asked):
    _code, answers, _error = asked("wording", {"text": "She often stays."})

    (flag,) = answers[0]["flags"]
    assert flag["why"].endswith(".")
    assert "count" in flag["why"]


def test_many_texts_are_answered_in_order(asked):
    texts = [{"text": "often " * (number % 4)} for number in range(2_000)]

    _code, answers, _error = asked("wording", *texts)

    assert [len(answer["flags"]) for answer in answers] == [n % 4 for n in range(2_000)]


def test_a_text_of_a_hundred_thousand_letters_is_answered(asked):
    text = "𝒜é often, " * 10_000

    code, answers, _error = asked("wording", {"text": text})

    assert (code, len(answers[0]["flags"])) == (0, 10_000)


def test_quoted_words_are_exempt(asked):
    _code, answers, _error = asked("wording", {"text": "She said “he probably slapped me”."})

    assert answers == [{"flags": []}]


def test_each_line_has_one_answer_blank_ones_at_the_end_too(asked):
    code, answers, _error = asked("wording", {"text": ""}, b"  ", b"")

    assert code == 1
    assert ["error" in answer for answer in answers] == [False, True, True]


def test_the_mark_that_some_editors_begin_a_file_with_is_not_read(asked):
    line = json.dumps(question("DL-LADO", "2026-11-20T09:00:00Z", "england")).encode()

    code, answers, _error = asked("due", b"\xef\xbb\xbf" + line, line + b"\r")

    assert code == 0
    assert [answer["due"] for answer in answers] == ["2026-11-23T17:00:00Z"] * 2


def test_a_blank_line_in_between_has_its_own_answer(asked):
    code, answers, _error = asked("wording", b"", {"text": "often"}, b"  ", {"text": ""})

    assert code == 1
    assert [len(answer["flags"]) for answer in answers] == [0, 1, 0, 0]
    assert ["error" in answer for answer in answers] == [True, False, True, False]


NO_QUESTIONS = {
    "cut": b"{",
    "list": b"[]",
    "word": b"text",
    "number": b"1",
    "null": b"null",
    "bytes": b"\xff",
    "deep": b"[" * 50_000,
    "half a character": b'{"text": "\\ud83d"}',
}


@pytest.mark.parametrize("line", NO_QUESTIONS.values(), ids=NO_QUESTIONS)
@pytest.mark.parametrize(
    "line_without_text", [b'{"rule": 1}', b'{"text": null}', b'{"text": ["a"]}']
)
def test_a_line_that_is_no_text_is_answered_and_the_next_ones_too(asked, line, line_without_text):
    good = {"text": "often"}

    code, answers, error = asked("wording", good, line, line_without_text, good)

    assert (code, len(answers)) == (1, 4)
    assert error.startswith("2 of 4 lines are not questions")
    assert error.endswith("the first is line 2.\n")
    assert answers[0] == answers[3]
    for refused in answers[1:3]:
        assert set(refused) == {"flags", "error"}
        assert refused["flags"] == []
        assert refused["error"].endswith(".")


@pytest.mark.parametrize("line", [b"{", b"[]", b"null", b"\xff", b"[" * 50_000])
def test_a_line_that_is_no_question_about_a_date_is_answered_and_the_next_ones_too(asked, line):
    good = question("DL-LADO", "2026-11-20T09:00:00Z", "england")

    code, answers, error = asked("due", good, line, good)

    assert (code, len(answers)) == (1, 3)
    assert error.startswith("Line 2 is not a question")
    assert answers[0] == answers[2]
    assert answers[1]["due"] is None
    assert answers[1]["source"] == ""
    assert answers[1]["why"].endswith(".")


def test_line_ends_of_windows_escapes_and_what_was_typed_beside_them_keep_their_places(asked):
    text = "One.\r\n\u0000𝒜 “often”\r\noften \U0001f9d2"
    lines = [json.dumps({"text": text}), json.dumps({"text": text}, ensure_ascii=False)]

    code, answers, error = asked("wording", *(line.encode() + b"\r" for line in lines))

    assert (code, error) == (0, "")
    assert answers[0] == answers[1]
    (flag,) = answers[0]["flags"]
    assert flag["start"] == text.rindex("often")


def test_a_letter_that_json_does_not_allow_bare_is_no_question(asked):
    code, answers, error = asked("wording", b'{"text": "a\x00 often"}', {"text": "often"})

    assert (code, len(answers[1]["flags"])) == (1, 1)
    assert error.startswith("Line 1 is not a question")


def test_letters_outside_the_first_plane_count_as_one(asked):
    text = "𝒜🧒🏽 e\u0301 often"

    _code, answers, _error = asked("wording", {"text": text})

    (flag,) = answers[0]["flags"]
    assert text[flag["start"] : flag["end"]] == "often"
