"""Where the records are, when the command line does not say."""

from pathlib import Path

from sgdesk import settings
from sgdesk.paths import proposed_store, settings_file


def store_folder(named: Path | None) -> Path:
    """Return the folder of the store: the named one, that of the settings, or the proposed one."""
    if named is not None:
        return named
    kept = settings.load(settings_file()).settings.store
    return Path(kept) if kept else proposed_store()
