import pytest
from hypothesis import given
from hypothesis import strategies as some

from sgdesk.domain.wording import WAY_OUT_WORDS, Reader, WayOut, check
from sgdesk.library.wording import wording_rules

RULES = wording_rules()


def marked(text, **how):
    return [(flag.type, text[flag.start : flag.end]) for flag in check(text, RULES, **how)]


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        (
            "probably a slap mark, 3 or 4 days old",
            [(1, "probably"), (1, "slap mark"), (2, "3 or 4 days old")],
        ),
        (
            "Mum obviously doesn't care",
            [(8, "obviously"), (3, "doesn't care"), (4, "doesn't care")],
        ),
        ("Mum doesn’t care", [(3, "doesn’t care"), (4, "doesn’t care")]),
        ("She often stays", [(6, "often")]),
        ("A hostile, chaotic home", [(4, "hostile"), (4, "chaotic")]),
        ("She puts herself at risk", [(10, "puts herself at risk")]),
        ("He DNA twice", [(10, "DNA")]),
        ("NAI?", [(12, "NAI")]),
        ("two unpaid invoices", [(13, "unpaid"), (13, "invoices")]),
    ],
)
def test_phrases_are_marked_where_they_stand(text, flags):
    assert marked(text) == flags


@pytest.mark.parametrize(
    "text",
    [
        'She said "probably a slap mark".',
        "She said “probably a slap mark”.",
        "She said ‘it’s probably a slap mark’.",
        "She said 'it's probably a slap mark'.",
        "He wrote: “Mum obviously doesn't care.\nShe never comes.”",
    ],
)
def test_quoted_words_are_exempt(text):
    assert marked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        'A 5" scratch, probably, and a 6" one.',
        "She said “probably",
        "It’s probably nothing, the boys’ coats were wet.",
        "“He fell” is what she said; it is probably so.",
    ],
)
def test_what_is_not_quoted_is_marked(text):
    assert (1, "probably") in marked(text)


def test_places_are_code_points():
    text = "🧒 Zoë, Łukasz 𝒜: probably."

    (flag,) = check(text, RULES)

    assert text[flag.start : flag.end] == "probably"
    assert flag.end == flag.start + 8


def test_a_labelled_opinion_with_reasons_may_judge():
    opinion = "Professional opinion: the mark is consistent with a blow because it is linear."

    assert marked(opinion) == []
    assert marked(f"Seen at 10:05. {opinion}") == []
    assert marked(f"Seen, and {opinion}") != []
    assert marked("Professional opinion: the mark is consistent with a blow.") != []


def test_the_place_for_opinions_may_judge_and_may_not_date_a_bruise():
    text = "Consistent with a blow; a fresh bruise."

    assert marked(text, is_opinion=True) == [(2, "fresh bruise")]


def test_an_abbreviation_is_fine_once_it_is_explained():
    text = "Not accidental. Domestic abuse adviser (IDVA) told. The IDVA rang back."

    assert (12, "IDVA") not in marked(text)


def test_capitals_match_capitals_only():
    assert marked("The lac was red and the cast was off.") == []


@pytest.mark.parametrize(
    "text",
    [
        "No obvious swelling, no obvious cause on the films.",
        "Proof of address was shown; he is entitled to free treatment.",
        "The pulse was weak, the coat was thick, the crown has become detached.",
        "Irritable bowel; two dental implants; he tolerated the treatment.",
        "He punched the air and kicked off his shoes.",
    ],
)
def test_words_with_another_plain_meaning_are_not_marked(text):
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He was weak with the children.", 4),
        ("An entitled family.", 4),
        ("She tolerated his violence.", 10),
        ("They have a stormy marriage.", 11),
        ("It is obvious that she was hit.", 8),
    ],
)
def test_the_same_words_of_a_person_are_marked(text, kind):
    assert kind in {flag.type for flag in check(text, RULES)}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Her uncle corners her on the stairs.", [9]),
        ("Her uncle collects her from school.", []),
        ("Her uncle told me that her brother corners her.", []),
    ],
)
def test_what_one_does_to_another_again_and_again_was_told_unless_it_is_an_everyday_deed(
    text, kinds
):
    assert [kind for kind, _words in marked(text)] == kinds


def test_what_was_done_by_nobody_named_is_a_cause_and_hearsay():
    kinds = [kind for kind, _words in marked("The baby was shaken.")]

    assert kinds == [1, 9]


@pytest.mark.parametrize("text", ["D&V for two days.", "Seen by T&O."])
def test_letters_joined_by_an_and_are_an_abbreviation(text):
    assert [kind for kind, _words in marked(text)] == [12]


def test_a_place_that_everybody_knows_by_its_letters_is_none():
    assert marked("She went to A&E at noon.") == []


def test_a_word_of_the_rules_is_no_name():
    assert marked("Epilepsy has been in his record since 2016.") == []


def test_a_size_in_words_is_fine_beside_a_measurement():
    assert marked("Small bruise, 5 x 4 mm.") == []
    assert marked("Small bruise.") == [(7, "Small bruise")]


def test_a_decimal_point_does_not_end_a_sentence():
    assert marked("Small bruise, 4.5 mm.") == []


def test_words_with_a_speaker_are_not_hearsay():
    assert marked("Mia said that her dad hit her.") == []
    assert marked("Her dad hit her.") == [(9, "dad hit her")]


def test_every_kind_has_a_reason_and_a_way_out():
    for kind in RULES.types.values():
        assert kind.why.endswith(".")
        assert kind.instead.endswith((".", "”."))
        assert WayOut.KEEP in kind.ways_out
    assert set(WAY_OUT_WORDS) == set(WayOut)


def test_a_flag_says_why_and_what_to_write_instead():
    (flag,) = check("She often stays.", RULES)

    assert flag.why
    assert "count" in flag.instead
    assert flag.ways_out == (WayOut.MEASURE, WayOut.QUOTE, WayOut.KEEP)


PIECES = some.sampled_from(
    ["probably a slap mark", "Mum ", "often", "3 days old", "“", "”. ", "\n"]
)


@given(some.lists(PIECES | some.text(max_size=12)).map("".join))
def test_any_text_can_be_read_and_flags_stand_within_it_in_order(text):
    flags = check(text, RULES)

    assert all(0 <= flag.start < flag.end <= len(text) for flag in flags)
    assert [flag.start for flag in flags] == sorted(flag.start for flag in flags)


def test_a_hundred_thousand_characters_can_be_read():
    text = "She probably often stays; ' “ \" " * 3_200

    assert len(check(text, RULES)) > 3_000


@pytest.mark.parametrize(
    "text",
    [
        "It is\r\nprobably so.",
        "Bruise on the arm\nis 3 days old.",
        "HE IS PROBABLY RIGHT.",
        "They don’t care about her teeth.",
        "They dont care about her teeth.",
        "His behavior was non-compliant.",
    ],
)
def test_line_ends_capitals_contractions_and_spellings_hide_nothing(text):
    assert marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mother said that the bruise was caused by a fall.",
        "He always wakes at night, his mother said.",
        "According to the school, he is often late.",
        "Mrs Strange and Dr Savage were told.",
        "Reference NM-448210 and ZZ99 1AA.",
    ],
)
def test_named_speakers_surnames_and_references_are_not_marked(text):
    assert marked(text) == []


def test_what_stands_behind_a_speaker_s_clause_is_the_writer_s_own():
    text = "Mother said that she was tired; he is probably lazy."

    assert (1, "probably") in marked(text)


def test_places_with_line_ends_of_windows_are_those_of_the_text_given():
    text = "One.\r\n\r\n𝒜 e\u0301 “often”\r\noften."

    (flag,) = check(text, RULES)

    assert (text[flag.start : flag.end], flag.start) == ("often", text.rindex("often"))


def test_a_text_read_again_after_a_change_is_read_like_a_new_one():
    reader = Reader(RULES)
    first = "She often came. “He lied.” It is probably nothing."
    texts = [first, first.replace("often", "never"), first.replace("”", ""), "", first + first]

    assert [reader.read(text) for text in texts] == [check(text, RULES) for text in texts]


@pytest.mark.parametrize(
    "piece",
    [
        "she often hits him ",
        "a",
        "“",
        "'a b ",
        "NAI (",
        "\n",
        " ",
        "opinion: ",
        ". ",
        "‘a’ ",
        "c/o ",
    ],
)
def test_a_hundred_thousand_letters_of_anything_are_read_to_the_end(piece):
    text = (piece * 100_000)[:99_980] + " He is a monster. "

    assert any(text[flag.start : flag.end].startswith("monster") for flag in check(text, RULES))


def test_phrases_of_one_kind_that_overlap_are_marked_as_one():
    assert marked("Bruise about 3 days old.") == [(2, "about 3 days old")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The room smelt horrible.", 7),
        ("He is a non-compliant patient.", 4),
        ("She was subjected to inappropriate touching.", 11),
        ("Mother must have known.", 10),
    ],
)
def test_the_same_words_are_marked_as_one_kind(text, kind):
    assert {flag.type for flag in check(text, RULES)} == {kind}


@pytest.mark.parametrize("text", ["The kitchen was unkempt.", "Child dirty.", "Poor hygiene."])
def test_a_look_is_a_judgement_and_a_vague_sight_at_once(text):
    flags = check(text, RULES)

    assert {flag.type for flag in flags} == {4, 7}
    assert len({(flag.start, flag.end) for flag in flags}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Did the bruise come from a fall?",
        "Was the mark caused by a slap?",
        "I asked the mother if she had been hurt by her partner.",
        "We do not know when the injury happened.",
        "It is not clear whether the bruise was caused by the fall.",
        "Non-accidental injury (NAI) was discussed.",
        "Failure to thrive (FTT) was recorded by the hospital.",
        "In my opinion the home is unsafe because the fire has no guard.",
    ],
)
def test_questions_what_is_not_known_and_explained_terms_are_not_marked(text):
    assert marked(text) == []


def test_a_question_without_a_verb_says_what_it_asks():
    assert [kind for kind, _words in marked("Bruise caused by slap?")] == [1]


def test_the_writer_s_own_words_behind_a_report_are_marked():
    text = "The father said she fell, but the marks were caused by a belt."

    assert (1, "caused by") in marked(text)


@pytest.mark.parametrize("text", ["A self-harm injury.", "A self harm injury.", "Self–harm marks."])
def test_a_word_in_two_parts_is_found_with_a_hyphen_or_a_gap(text):
    assert 1 in {flag.type for flag in check(text, RULES)}


@pytest.mark.parametrize(
    "text", ["Mother: he was pushed.", "Child’s explanation: he was pushed by a boy."]
)
def test_what_stands_behind_a_speaker_and_a_colon_is_theirs(text):
    assert check(text, RULES) == ()


def test_told_off_names_no_speaker():
    assert 11 in {flag.type for flag in check("He told her off with a belt.", RULES)}
