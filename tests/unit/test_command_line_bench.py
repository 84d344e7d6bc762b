import json
import sys

import pytest

from sgdesk.__main__ import main
from sgdesk.command_line import bench
from sgdesk.command_line.bench_rows import ROWS, Row
from sgdesk.errors import SituationError

QUICK = Row("quick", "ms", 1.5, lambda _bench: ([1.0, 2.0, 9.0], [1.0, 1.0, 4.0]))
SLOW = Row("slow", "MiB", 1.0, lambda _bench: ([3.0], [2.0]))


@pytest.fixture(autouse=True)
def few_rows(monkeypatch):
    monkeypatch.setattr(bench, "ROWS", (QUICK, SLOW))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


def test_json_lists_medians_their_ratio_and_whether_the_budget_is_held(capsys):
    assert main(["bench", "--json"]) == 0

    assert json.loads(capsys.readouterr().out) == [
        {
            "name": "quick", "ours": 2.0, "limit": 1.0, "unit": "ms",
            "ratio": 2.0, "budget": 1.5, "held": False,
        },
        {
            "name": "slow", "ours": 3.0, "limit": 2.0, "unit": "MiB",
            "ratio": 1.5, "budget": 1.0, "held": False,
        },
    ]  # fmt: skip


def test_only_one_row_is_measured_where_one_is_named(capsys):
    assert main(["bench", "--only", "slow"]) == 0

    said = capsys.readouterr().out
    assert said.startswith("slow ")
    assert "not held" in said
    assert said.count("\n") == 1


def test_a_row_that_does_not_exist_is_said(capsys):
    assert main(["bench", "--only", "tea"]) == 1

    assert capsys.readouterr().err == "There is no such row. Choose one of: quick, slow.\n"


def test_an_installed_program_says_that_the_limits_are_not_there(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(bench, "_SCRIPTS", tmp_path / "absent")

    assert main(["bench"]) == 1

    assert "only in a checkout" in capsys.readouterr().err


def test_a_row_whose_script_fails_is_named_and_the_others_go_on(monkeypatch, capsys):
    def fails(given):
        raise SituationError("its script did not run to its end.")

    monkeypatch.setattr(bench, "ROWS", (Row("broken", "ms", 1.0, fails), SLOW))

    assert main(["bench", "--json"]) == 0

    said = capsys.readouterr()
    assert said.err == "broken: its script did not run to its end.\n"
    assert [one["name"] for one in json.loads(said.out)] == ["slow"]


def test_a_row_with_a_window_is_skipped_where_there_is_no_display(monkeypatch, capsys):
    window = Row("window", "ms", 1.0, lambda _bench: ([1.0], [1.0]), needs_display=True)
    monkeypatch.setattr(bench, "ROWS", (window, SLOW))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr("shutil.which", lambda _name: None)
    monkeypatch.setattr("sys.platform", "linux")

    assert main(["bench"]) == 0

    assert capsys.readouterr().err == "window: skipped, there is no display here.\n"


def test_every_budget_of_this_version_has_a_row():
    assert [row.name for row in ROWS] == [
        "start", "unlock-100", "unlock-100000", "memory", "pack", "draft-save", "turns",
    ]  # fmt: skip
