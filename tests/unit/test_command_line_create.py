import re
import sys

import pytest
from command_line_support import handed_over, standard_input

from sgdesk.__main__ import main
from sgdesk.vault.keys import Cost

PASSPHRASE = "four lanterns by the gate"
DEPUTY = "eleven kettles on a shelf"
PRACTICE = ["--practice", "Hilltop Dental", "--status", "mixed-dental", "--lead", "Nora Field"]


@pytest.fixture(autouse=True)
def quick_and_quiet(monkeypatch):
    quick = Cost(m_kib=64, t=1, p=1)
    monkeypatch.setattr("sgdesk.command_line.create.calibrated_cost", lambda: quick)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


class Reader:
    """Somebody who reads the words that were printed and types them back."""

    def __init__(self, capsys, change=lambda words: words):
        self.capsys = capsys
        self.change = change
        self.out = ""

    def readline(self):
        self.out += self.capsys.readouterr().out
        words = re.findall(r"(?:^|  ) ?\d+ ([a-z]+)", self.out, flags=re.MULTILINE)
        return " ".join(self.change(words)) + "\n" if words else ""


def create(folder, *given, passphrase=PASSPHRASE):
    with handed_over(passphrase) as number:
        options = ["--store", str(folder), "--passphrase-fd", str(number)]
        return main(["create", *PRACTICE, *options, *given])


def verified(folder, user, passphrase):
    with handed_over(passphrase) as number:
        given = ["--store", str(folder), "--user", user, "--passphrase-fd", str(number)]
        return main(["verify", *given])


def test_a_desk_is_set_up_once_the_words_were_typed_back(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", Reader(capsys))
    folder = tmp_path / "store"

    assert create(folder) == 0

    assert "The records are in" in capsys.readouterr().out
    assert verified(folder, "Nora Field", PASSPHRASE) == 0


def test_a_deputy_gets_a_passphrase_too(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", Reader(capsys))
    folder = tmp_path / "store"

    with handed_over(DEPUTY) as number:
        code = create(folder, "--deputy", "Piotr Zel", "--deputy-passphrase-fd", str(number))

    assert code == 0
    assert verified(folder, "Piotr Zel", DEPUTY) == 0


def test_two_words_that_changed_places_make_no_store(tmp_path, monkeypatch, capsys):
    swapped = Reader(capsys, lambda words: [words[1], words[0], *words[2:]])
    monkeypatch.setattr("sys.stdin", swapped)
    folder = tmp_path / "store"

    assert create(folder) == 1

    assert "Words 1 and 2 have changed places" in capsys.readouterr().err
    assert not folder.exists()


def test_nothing_typed_back_makes_no_store(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", standard_input(b""))
    folder = tmp_path / "store"

    assert create(folder) == 1

    assert "Nothing was typed, so nothing was changed." in capsys.readouterr().err
    assert not folder.exists()


def test_a_weak_passphrase_is_refused_before_any_word_is_shown(tmp_path, capsys):
    assert create(tmp_path / "store", passphrase="short") == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert "at least 12 characters" in said.err


def test_records_that_are_there_are_left_alone(store_folder, capsys):
    before = {path.name: path.read_bytes() for path in store_folder.iterdir()}

    assert create(store_folder) == 1

    assert "There are records in" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in store_folder.iterdir()} == before


def test_a_folder_that_is_copied_elsewhere_is_explained(tmp_path, capsys):
    assert create(tmp_path / "OneDrive" / "store") == 1

    said = capsys.readouterr().err
    assert "OneDrive copies this folder" in said
    assert "--accept-place" in said
