"""The program's settings: kept whole, and never a reason not to start."""

import pytest

from sgdesk.settings import Loaded, Settings, Theme, load, save


def test_settings_come_back_as_they_were_saved(tmp_path):
    file = tmp_path / "new" / "settings.json"
    chosen = Settings(theme=Theme.DARK, percent=150, idle_minutes=10, store="/elsewhere")

    save(file, chosen)

    assert load(file) == Loaded(chosen)
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_no_file_gives_the_programs_own_settings_without_a_word(tmp_path):
    assert load(tmp_path / "settings.json") == Loaded(Settings())


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"\xff\xfe", b'{"theme": "pink"}', b'{"percent": 20000}',
        b'{"idle_minutes": 0}', b'{"store": 7}', b"[" * 100_000,
    ],
)  # fmt: skip
def test_a_damaged_file_gives_the_programs_own_settings_and_says_so(tmp_path, content):
    file = tmp_path / "settings.json"
    file.write_bytes(content)

    assert load(file) == Loaded(Settings(), was_damaged=True)


def test_a_save_that_fails_leaves_the_old_settings(tmp_path):
    file = tmp_path / "settings.json"
    file.mkdir()

    with pytest.raises(OSError):
        save(file, Settings())

    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
