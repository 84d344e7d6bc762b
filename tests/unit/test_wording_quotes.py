import pytest

from sgdesk.domain.wording.quotes import Quotations


def quoted(text):
    held = Quotations(text)
    return "".join(letter if held.hold(place) else "·" for place, letter in enumerate(text))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('She said "he did".', '"he did"'),
        ("She said “he did”.", "“he did”"),
        ("She said ‘he didn’t’.", "‘he didn’t’"),
        ("She said 'he didn't'.", "'he didn't'"),
        ("She said „he did“.", "„he did“"),
        ("She said «he did».", "«he did»"),
        ("He wrote: “One.\r\nTwo.”", "“One.\r\nTwo.”"),
        ("He wrote: 'One\ntwo'.", "'One\ntwo'"),
        ("“One.\n\n“Two.” Three.", "“One.\n\n“Two.”"),
        ("‘the boys’ mum did it’ she said", "‘the boys’ mum did it’"),
        ("She said ‘he hits us’ and cried.", "‘he hits us’"),
        ("“she said ‘no’ to me”", "“she said ‘no’ to me”"),
        ("‘…he did’", "‘…he did’"),
        ("She said ‹he did›.", "‹he did›"),
        ("She said 「he did」.", "「he did」"),
        ("She said ＂he did＂.", "＂he did＂"),
        ("She said ”he did”.", "”he did”"),
        ("She said »he did«.", "»he did«"),
        ("She said `he did'.", "`he did'"),
        ("She said 'Never again'.", "'Never again'"),
        ("She said 'no, he did'.", "'no, he did'"),
        ("She said '3 days ago he did'.", "'3 days ago he did'"),
        ("She said 'Emma did'.", "'Emma did'"),
    ],
)
def test_words_between_marks_are_quoted(text, inside):
    assert quoted(text).strip("·") == inside


@pytest.mark.parametrize(
    "text",
    [
        "She said “he did",
        'She said "he did',
        "It’s Mia’s coat, the boys’ coats",
        "Rock 'n' roll in the '90s",
        "Since '98, and with 'em",
        'A 5" cut and a 6" one',
        "He said 'one",
        "one” two",
    ],
)
def test_apostrophes_inches_and_open_marks_quote_nothing(text):
    assert set(quoted(text)) == {"·"}


def test_a_mark_that_was_left_open_does_not_take_the_next_quotation():
    assert quoted("He said “no. She said “yes”.").strip("·") == "“yes”"
    assert quoted('He said "no. She said "yes".').strip("·") == '"yes"'
