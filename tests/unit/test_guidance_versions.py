"""A decision keeps the version it was made under: no version ever stands for two texts.

`tests/data/guidance_versions.tsv` holds every version that was written down, with the SHA-256 of
what its file said, comments and layout apart.
"""

import hashlib
import json
import tomllib
from pathlib import Path

import pytest

from sgdesk.paths import resources

KEPT = Path(__file__).parents[1] / "data" / "guidance_versions.tsv"
VERSIONED = ("guidance/england", "guidance/wales", "guidance/scotland",
             "guidance/northern-ireland", "recipients", "wording")  # fmt: skip


def kept():
    lines = KEPT.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {(name, version): digest for name, version, digest in rows}


def digest_of(content):
    said = json.dumps(tomllib.loads(content), sort_keys=True, default=str)
    return hashlib.sha256(said.encode()).hexdigest()


def complaint(name, content, written_down):
    """Return what whoever changed a file must do, or an empty text where nothing is wrong."""
    version, digest = tomllib.loads(content)["version"], digest_of(content)
    row = f"{name}\t{version}\t{digest}"
    if (name, version) not in written_down:
        return (
            f"The version {version} of resources/{name}.toml is new. Add this line to"
            f" tests/data/{KEPT.name}:\n{row}"
        )
    if written_down[name, version] != digest:
        return (
            f"What resources/{name}.toml says has changed, and it is still called {version}."
            f" Give it a new version, and add a line for it to tests/data/{KEPT.name}; where that"
            f" version was never published nor committed, change its line instead:\n{row}"
        )
    return ""


@pytest.mark.parametrize("name", VERSIONED)
def test_a_file_that_says_something_else_has_another_version(name):
    content = (resources() / f"{name}.toml").read_text(encoding="utf-8")

    assert complaint(name, content, kept()) == ""


def test_a_word_that_changes_without_its_version_is_found_and_a_comment_is_not():
    before = 'version = "one"\ntext = "Ring."\n'
    written_down = {("a-file", "one"): digest_of(before)}

    assert complaint("a-file", "# Why.\n" + before, written_down) == ""
    changed = complaint("a-file", before.replace("Ring", "Write"), written_down)
    assert "still called one" in changed
    renewed = before.replace("Ring", "Write").replace("one", "two")
    assert "Add this line" in complaint("a-file", renewed, written_down)


def test_every_file_with_a_version_is_watched():
    found = {
        path.relative_to(resources()).with_suffix("").as_posix()
        for path in resources().rglob("*.toml")
        if "version" in tomllib.loads(path.read_text(encoding="utf-8"))
    }

    assert found == set(VERSIONED)
