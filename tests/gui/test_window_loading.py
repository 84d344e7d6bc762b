"""What is loaded when: little before the lock page, the rest before the key, nothing with it."""

import json
import subprocess
import sys

import pytest

PASSPHRASE = "a quiet river bends twice"

NOT_BEFORE_THE_LOCK_PAGE = {
    "argon2", "asyncio", "cryptography", "dataclasses", "datetime", "holidays", "keyring",
    "msgspec", "pikepdf", "platformdirs", "pypdfium2", "reportlab", "sqlalchemy", "sqlcipher3",
    "stdnum", "subprocess", "tomllib", "zoneinfo", "sgdesk.bootstrap", "sgdesk.domain",
    "sgdesk.library", "sgdesk.services", "sgdesk.store", "sgdesk.vault", "ui.kit.tasks",
}  # fmt: skip
NOT_BEFORE_IT_IS_USED = {
    "PySide6.QtPrintSupport", "sgdesk.documents", "sgdesk.services.exchange",
    "sgdesk.services.printing", "sqlalchemy.orm", "ui.record", "ui.setup.wizard", "ui.share",
}  # fmt: skip
# A megabyte each, or several: whatever is loaded for Today stays for as long as the window does.
PACKAGES_OF_AN_UNLOCKED_DESK = {
    "argon2", "cryptography", "holidays", "msgspec", "PySide6", "shiboken6", "sqlalchemy",
    "sqlcipher3",
}  # fmt: skip
BROUGHT_BY_THEM = {
    "cython_runtime", "dateutil", "holidays_of_the_united_kingdom", "shibokensupport",
    "signature_bootstrap", "six", "typing_extensions",
}  # fmt: skip
# The system's list of accounts, of a few kilobytes.
ALLOWED_WITH_THE_KEY = {"pwd"}


def ran(script, *given):
    """Return what a script prints in a fresh process, as JSON."""
    command = [sys.executable, "-c", script, *given]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def packages(loaded):
    """Return the packages of others among loaded modules: what an interpreter without any of them
    loads by itself is not counted, nor what has a leading underscore."""
    bare = ran("import json, sys; print(json.dumps(sorted(sys.modules)))")
    found = {name.partition(".")[0] for name in set(loaded) - set(bare)}
    others = found - sys.stdlib_module_names - {"sgdesk", "ui"}
    return {name for name in others if not name.startswith("_")}


def test_the_lock_page_loads_little():
    loaded = ran(
        "import json, sys, ui.app\n"
        "from sgdesk.command_line.place import store_folder\n"
        "print(json.dumps(sorted(sys.modules)))"
    )

    assert NOT_BEFORE_THE_LOCK_PAGE.isdisjoint(loaded)


def test_the_key_loads_nothing_more(store_folder):
    new, loaded = ran(
        """
import json, sys
from pathlib import Path
import ui.app
from sgdesk.clock import SystemClock
from ui.main_window.opening import make_ready, numbers_for_an_emergency, unlock
numbers_for_an_emergency()
ready = make_ready(Path(sys.argv[1]), None, demo=False)
import ui.main_window.entering
from sgdesk.services.warming import warm_up
warm_up(SystemClock())
before = set(sys.modules)
opened = unlock(ready.locked, ready.users[0][0], sys.argv[2])
print(json.dumps([sorted(set(sys.modules) - before), sorted(sys.modules)]))
""",
        str(store_folder),
        PASSPHRASE,
    )

    assert set(new) <= ALLOWED_WITH_THE_KEY
    assert NOT_BEFORE_IT_IS_USED & set(loaded) == set()
    assert packages(loaded) - BROUGHT_BY_THEM == PACKAGES_OF_AN_UNLOCKED_DESK


def loads(*names):
    """Return what is planned for these modules of the window, and for each of those what was loaded
    with it."""
    return ran(
        """
import json, sys
from importlib import import_module
import ui.app
from ui.kit.loading import modules_to_load
planned = modules_to_load(*sys.argv[1:])
brought = {}
for name in planned:
    before = set(sys.modules)
    import_module(name)
    brought[name] = sorted(set(sys.modules) - before - {name})
print(json.dumps(brought))
""",
        *names,
    )


@pytest.mark.parametrize(
    "names",
    [
        ["ui.main_window.entering"],
        ["ui.record.wizard", "ui.share.wizard"],
        ["ui.main_window.founding"],
    ],
)
def test_each_module_of_the_window_is_loaded_after_what_it_needs(names):
    brought = loads(*names)

    nested = {name: [more for more in found if more.startswith(("ui.", "PySide6."))]
              for name, found in brought.items()}  # fmt: skip
    assert set(names) <= set(brought)
    assert [name for name, found in nested.items() if found] == []


def test_what_is_named_for_types_alone_is_not_loaded():
    brought = loads("ui.main_window.entering")

    assert not {"ui.record.wizard", "ui.share.wizard"} & set(brought)


def test_nothing_of_the_window_is_loaded_by_planning_it():
    loaded = ran(
        """
import json, sys
import ui.app
from ui.kit.loading import modules_to_load
before = set(sys.modules)
modules_to_load("ui.record.wizard", "ui.share.wizard")
print(json.dumps(sorted(set(sys.modules) - before)))
"""
    )

    made = [name for name in loaded if name.startswith(("ui.", "PySide6."))]
    assert [name for name in made if name.count(".") > 1] == []  # packages are empty
    assert "sgdesk.services" in {name.rpartition(".")[0] for name in loaded}


def test_what_is_imported_after_qt_is_not_read_as_text():
    kept = ran(
        "import builtins, json, linecache, ui.app\n"
        "import html.entities\n"
        "print(json.dumps([builtins.__import__.__name__, sorted(linecache.cache)]))"
    )

    assert kept[0] != "__feature_import__"
    assert not [file for file in kept[1] if "html" in file or "sgdesk" in file]
