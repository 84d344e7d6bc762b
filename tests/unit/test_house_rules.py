"""Rules of the house that no linter knows."""

from pathlib import Path

import pytest

import sgdesk
import ui

ROOT = Path(sgdesk.__file__).resolve().parent.parent
MODULES = sorted([*(ROOT / "sgdesk").rglob("*.py"), *(ROOT / "ui").rglob("*.py")])
LONGEST = 300


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_never_over_300_lines(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_both_packages_come_from_the_same_place():
    assert Path(ui.__file__).resolve().parent.parent == ROOT


def test_the_window_has_its_sizes_and_colours_in_the_theme_alone():
    outside = [
        path
        for path in (ROOT / "ui").rglob("*.py")
        if "setStyleSheet" in path.read_text(encoding="utf-8")
    ]

    assert outside == [ROOT / "ui" / "kit" / "theme.py"]


def test_no_test_folder_is_a_package():
    assert list((ROOT / "tests").rglob("__init__.py")) == []
