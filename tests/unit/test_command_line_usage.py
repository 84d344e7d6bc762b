import os
import subprocess
import sys

import pytest

from sgdesk.__main__ import main
from sgdesk.command_line.dispatch import commands, run_command
from sgdesk.command_line.speech import name_crash
from sgdesk.errors import SituationError

HEADLESS = """
import sys
from sgdesk.__main__ import main
codes = [main(given.split()) for given in ("--self-test", "schema", "rules due --batch")]
loaded = [name for name in sys.modules if name.split(".")[0] in ("PySide6", "ui")]
print(codes, loaded, file=sys.stderr)
"""


@pytest.fixture(autouse=True)
def excepthook(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


@pytest.mark.parametrize("name", commands())
def test_every_command_explains_itself(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])

    said = capsys.readouterr()
    assert ended.value.code == 0
    assert said.out.startswith(f"usage: sgdesk {name} [-h]")
    assert said.err == ""


def test_the_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])

    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert all(f"  {name} " in said and what in said for name, what in commands().items())


@pytest.mark.parametrize(
    "given",
    [
        ["resurrect"],
        ["--resurrect"],
        ["--demo", "--self-test"],
        ["pack", "SG-2026-0031"],
        ["demo"],
        ["backup"],
        ["restore"],
        ["verify", "--passphrase-fd", "-1"],
        ["verify", "--passphrase-fd", "three"],
        ["verify", "--passphrase", "secret"],
        ["rules", "due"],
        ["rules", "tea", "--batch"],
        ["create", "--practice", "One"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_two(given, capsys):
    with pytest.raises(SystemExit) as ended:
        main(given)

    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_a_passphrase_is_never_an_argument(capsys):
    with pytest.raises(SystemExit):
        main(["verify", "--passphrase", "never here"])

    assert "unrecognized arguments" in capsys.readouterr().err


def test_nothing_of_qt_is_loaded_without_a_window():
    done = subprocess.run(
        [sys.executable, "-P", "-c", HEADLESS], capture_output=True, text=True, input=""
    )

    assert done.stderr == "[0, 0, 0] []\n"
    assert "Drawn: a pack of" in done.stdout


def test_the_self_test_leaves_nothing_behind(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)

    assert main(["--self-test"]) == 0

    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().err == ""


def test_a_problem_is_one_sentence_and_ends_with_one(tmp_path, capsys):
    code = main(["verify", "--store", str(tmp_path / "nowhere")])

    said = capsys.readouterr()
    assert code == 1
    assert said.out == ""
    assert said.err.startswith("There are no SG Desk records in ")
    assert said.err.count("\n") == 1


def test_stopping_a_command_is_no_traceback(monkeypatch, capsys):
    def stopped(name, given):
        raise KeyboardInterrupt

    monkeypatch.setattr("sgdesk.command_line.dispatch._run", stopped)

    assert run_command("verify", ()) == 1
    assert capsys.readouterr().err == "Stopped. Nothing that was saved is lost.\n"


def test_a_fault_of_the_program_is_named_without_anything_that_was_typed(capsys):
    secret = "Daddy gets cross"
    try:
        raise LookupError(secret)
    except LookupError as error:
        name_crash(type(error), error, error.__traceback__)

    said = capsys.readouterr().err
    assert "LookupError" in said
    assert "test_command_line_usage" in said
    assert secret not in said


def test_a_sentence_of_several_lines_stays_one_line(monkeypatch, capsys):
    def refused(name, given):
        raise SituationError("One thing.\nAnother thing.")

    monkeypatch.setattr("sgdesk.command_line.dispatch._run", refused)

    assert run_command("verify", ()) == 1
    assert capsys.readouterr().err == "One thing. Another thing.\n"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen")
def test_without_a_screen_the_window_is_refused_in_words():
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {name: value for name, value in os.environ.items() if name not in names}

    ended = subprocess.run(
        [sys.executable, "-m", "sgdesk", "--demo"], env=bare, capture_output=True, text=True,
        check=False,
    )  # fmt: skip

    assert ended.returncode == 1
    assert ended.stderr.startswith("There is no screen here to open the window on.")
    assert "Traceback" not in ended.stderr
