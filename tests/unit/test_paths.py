"""Our own reading of the Linux rule for folders agrees with the library that knows every system."""

import platformdirs
import pytest

from sgdesk.paths import demo_store, proposed_store, settings_file


@pytest.mark.parametrize("named", [None, "", "relative/folder", "own"])
def test_the_folders_are_those_of_the_library(named, tmp_path, monkeypatch):
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        if named is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, str(tmp_path / named) if named == "own" else named)
    config = platformdirs.user_config_path("SG Desk", appauthor=False)
    data = platformdirs.user_data_path("SG Desk", appauthor=False)
    assert settings_file() == config / "settings.json"
    assert (proposed_store(), demo_store()) == (data / "store", data / "demonstration")
