"""Names of papers and counts that are shown are no judgement; notes in capitals and with "?"."""

import re

import pytest

from sgdesk.domain.cited import Confidence
from sgdesk.domain.wording import check
from sgdesk.library.wording import wording_rules

RULES = wording_rules()


def marked(text):
    return [(flag.type, text[flag.start : flag.end]) for flag in check(text, RULES)]


@pytest.mark.parametrize(
    "text",
    [
        "The challenging behaviour policy was followed.",
        "A leaflet on difficult children was given.",
        "He was given the lifestyle questionnaire.",
        "She went on a course called Hostile parents.",
    ],
)
def test_the_name_of_a_paper_or_a_course_is_not_marked(text):
    assert marked(text) == []


@pytest.mark.parametrize(
    "text",
    ["He was rude about the policy.", "Mum is lazy. The policy was followed.", "A hostile man."],
)
def test_a_judgement_near_a_paper_is_marked(text):
    assert marked(text) != []


@pytest.mark.parametrize(
    "text",
    ["Several teeth: 54, 64 and 74.", "Often late (5 of 7).", "Frequency of the fits: two a week."],
)
def test_a_count_that_follows_says_how_often(text):
    assert marked(text) == []


@pytest.mark.parametrize("text", ["He is often late at 10:30.", "He is often late (aged 5)."])
def test_a_time_or_an_age_is_no_count(text):
    assert (6, "often") in marked(text)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("Seen in the PAU.", "PAU"), ("VARM on Friday.", "VARM"), ("He has GDD.", "GDD")],
)
def test_an_abbreviation_need_not_be_on_a_list(text, phrase):
    assert (12, phrase) in marked(text)


@pytest.mark.parametrize(
    "text", ["She was NOT seen.", "Seen with Mrs OWEN.", "SEEN BY ME ON 4 MAY AT THE FRONT DESK."]
)
def test_words_and_surnames_in_capitals_are_no_abbreviation(text):
    assert marked(text) == []


def test_a_postcode_is_no_abbreviation():
    assert marked("She lives at 2 Mill Road, ZZ99 2QC.") == []


def test_a_question_mark_in_front_of_a_word_is_a_guess():
    assert marked("Bruise to ear, ?slapped.") == [(1, "?slapped")]


def test_a_short_form_with_its_dot_does_not_end_the_sentence():
    assert marked("Bruise, c. 3 days old.") == [(2, "c. 3 days old")]
    assert marked("Bruise, approx. 3 days old.")[0] == (2, "approx. 3 days old")


@pytest.mark.parametrize(
    "text",
    [
        "He wrote ‚sie ist faul‘ and then ‚she is lazy‘.",
        "„She is lazy“, he said. »She is lazy«, she said. ›She is lazy‹ was the answer.",
        "«She is lazy» he said.",
        "‚She’s lazy.‘ Then she left.",
        "“He told me ‘she is lazy and often drunk’ and left,” said the aunt.",
        "„He told me ‚she is lazy‘ and left“ was the answer.",
        "‘He said “she is lazy” twice.’",
    ],
)
def test_words_in_quotation_marks_of_any_kind_are_exempt(text):
    assert marked(text) == []


def test_every_reason_is_one_sentence_that_says_what_to_do():
    for kind in RULES.types.values():
        for text in (kind.why, kind.instead):
            assert len(re.findall(r"[.!?](?:\s|$)", text)) == 1
    for rule in RULES.rules:
        for text in filter(None, (rule.why, rule.instead)):
            assert len(re.findall(r"[.!?](?:\s|$)", text)) == 1


def test_a_reason_that_is_recalled_says_to_check_it_locally():
    motive, often = check("Mum is hiding something. He is often late.", RULES)

    assert motive.confidence is Confidence.RECALLED
    assert motive.reason.endswith("(from general knowledge: check locally).")
    assert often.confidence is Confidence.SEEN
    assert "check locally" not in often.reason
    assert often.reason.count(".") == 1


@pytest.mark.parametrize("source", RULES.types.values(), ids=lambda kind: kind.number)
def test_a_kind_whose_source_is_recalled_says_so(source):
    assert source.source.startswith("Recalled") <= (source.confidence is Confidence.RECALLED)


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("", 0),
        ("😀 ", 2),
        ("سلام ", 5),
        ("e\u0301e\u0301 ", 5),
        ("👩‍👩‍👧 ", 6),
        ("\u202eאב\u202c ", 5),
    ],
)
def test_places_are_code_points_whatever_stands_before(before, place):
    text = f"{before}lazy"

    assert [(flag.start, flag.end) for flag in check(text, RULES)] == [(place, place + 4)]


def test_nothing_is_marked_in_nothing():
    assert [check(text, RULES) for text in ("", " ", "\n", "😀", "\u0301")] == [()] * 5
