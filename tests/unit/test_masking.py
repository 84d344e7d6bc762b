import pytest

from sgdesk.domain.masking import as_written, hiding
from sgdesk.domain.people import PersonKind
from sgdesk.domain.shown import person_words
from sgdesk.text import initials


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mia Thornton said no.", "M.T. said no."),
        ("Asked, Mia said no.", "Asked, M. said no."),
        ("Mia's father; Miami is far.", "M.'s father; Miami is far."),
        ("Kerry Thornton rang.", "K.T. rang."),
        ("the will of nobody", "the will of nobody"),
        ("", ""),
    ],
)
def test_names_become_initials_and_other_words_stay(text, wanted):
    assert hiding(["Mia Thornton", "Kerry Thornton"])(text) == wanted


def test_a_name_in_another_script_is_hidden_too():
    assert hiding(["Мария Иванова"])("Мария пришла.") == "М. пришла."


def test_without_names_nothing_changes():
    assert hiding(["", "  "]) is as_written


@pytest.mark.parametrize(
    "name",
    [
        "Karl Thornton (stepfather)", "Karl Thornton, stepfather", "Karl Thornton (Father)",
        "Karl (K.) Thornton", "her partner (Karl Thornton)", "Thornton, Karl",
        "Karl Thornton / Carl", "Karl Thornton, Mia’s father",
    ],
)  # fmt: skip
def test_what_is_said_beside_a_name_does_not_show_it(name):
    shown = hiding([name])

    assert shown("Asked Karl and Mr Thornton.") == "Asked K. and Mr T.."
    assert shown("Her stepfather, Father said.") == "Her stepfather, Father said."


def test_words_that_stand_where_a_name_would_stay():
    shown = hiding(["Her daughter", "Luis de la Cruz"])

    assert shown("Her daughter and Luis de la Cruz de facto") == (
        f"Her daughter and {shown('Luis de la Cruz')} de facto"
    )
    assert "Cruz" not in shown("Mr Cruz")


@pytest.mark.parametrize(
    "name",
    [
        "a girl of about 6",
        "A woman",
        "an infant",
        "the elder brother",
        "a boy, 6",
        "an older man",
        "a stepmother",
        " a schoolgirl ",
    ],
)
def test_somebody_who_is_only_described_has_no_initials(name):
    assert initials(name) == ""
    assert person_words(name, PersonKind.CHILD, "6 y", whole=False) == "No name yet, 6 y"
    assert person_words(name, PersonKind.CHILD, "", whole=True) == name


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("A Rahman", "A.R."),
        ("mia thornton", "M.T."),
        ("Anna", "A."),
        ("", ""),
        ("a smith", "A.S."),
        ("an nguyen", "A.N."),
        ("An thi nguyen", "A.T.N."),
    ],
)
def test_whoever_has_a_name_has_initials(name, wanted):
    assert initials(name) == wanted
