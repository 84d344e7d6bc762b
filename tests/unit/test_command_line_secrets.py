import pytest
from command_line_support import handed_over, standard_input

from sgdesk.command_line import secrets
from sgdesk.errors import UserError


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("three quiet words", "three quiet words"),
        ("three quiet words\n", "three quiet words"),
        ("three quiet words\r\n", "three quiet words"),
        ("ends with a newline\n\n", "ends with a newline\n"),
        ("  spaces count  ", "  spaces count  "),
        ("pässwörter für Böll", "pässwörter für Böll"),
        ("", ""),
    ],
)
def test_one_newline_at_the_end_of_a_passphrase_is_dropped(written, read):
    with handed_over(written) as number:
        assert secrets.passphrase(number, "") == read


def test_a_file_that_is_not_open_is_said():
    with pytest.raises(UserError, match="Nothing can be read from file descriptor 9999"):
        secrets.passphrase(9999, "")


def test_what_is_no_text_is_said(tmp_path):
    file = tmp_path / "secret"
    file.write_bytes(b"\xff\xfe\x00")

    with file.open("rb") as opened, pytest.raises(UserError, match="not text in UTF-8"):
        secrets.passphrase(opened.fileno(), "")


def test_an_endless_passphrase_is_not_read_to_its_end(tmp_path):
    file = tmp_path / "secret"
    file.write_bytes(b"x" * 1_000_000)

    with file.open("rb") as opened, pytest.raises(UserError, match="far too long"):
        secrets.passphrase(opened.fileno(), "")


def test_from_standard_input_only_the_first_line_is_taken(monkeypatch):
    monkeypatch.setattr("sys.stdin", standard_input(b"the passphrase\nthe words\n"))

    assert secrets.passphrase(0, "") == "the passphrase"


def test_a_new_passphrase_is_asked_for_twice(monkeypatch):
    typed = iter(["one passphrase", "another passphrase"])
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))

    with pytest.raises(UserError, match="The two passphrases differ"):
        secrets.new_passphrase(None, "", "")


def test_a_passphrase_is_asked_for_where_none_is_handed_over(monkeypatch):
    prompts = []
    monkeypatch.setattr("getpass.getpass", lambda prompt: prompts.append(prompt) or "typed")

    assert secrets.passphrase(None, "Passphrase of Asha Rahman:") == "typed"
    assert prompts == ["Passphrase of Asha Rahman: "]


def test_a_prompt_that_nobody_answers_is_said(monkeypatch):
    def nobody(prompt):
        raise EOFError

    monkeypatch.setattr("getpass.getpass", nobody)

    with pytest.raises(UserError, match="No passphrase was typed"):
        secrets.passphrase(None, "")
