"""The folder of a store: which generation counts, and where its two files are."""

import re
from pathlib import Path

from sgdesk.errors import SituationError
from sgdesk.store.failures import disk_in_words
from sgdesk.store.files import make_file, make_folder, write_atomically
from sgdesk.text import _

SMALLEST = 4096
_OURS = re.compile(r"(?:before-\w+-)?(?:store|slots)-(\d{1,9})\.(?:db|json)(?:-wal|-shm)?")
_OF_NO_WEIGHT = frozenset(("in-use.json", ".DS_Store", "desktop.ini", "Thumbs.db"))
_PLAIN = b"SQLite format 3\x00"
_MOST_SLOTS = 1 << 20


class StoreFolder:
    """A folder with `current`, `store-N.db` and `slots-N.json`. It knows names, not contents."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def make(self, *, for_everyone: bool = False) -> None:
        """Make the folder itself; raise SituationError where a store or something else is."""
        with disk_in_words():
            if self.path.exists() and not self._is_as_good_as_empty():
                raise SituationError(
                    _(
                        "There is something in {place} already, and it was left as it is. "
                        "Choose an empty folder, or a new name for one."
                    ).format(place=self.path)
                )
            make_folder(self.path, for_everyone=for_everyone)

    def take_away_unfinished(self) -> None:
        """Remove the files of a store that was begun here and never counted."""
        if not self.is_store():
            for entry in self.path.iterdir():
                if _OURS.fullmatch(entry.name):
                    entry.unlink(missing_ok=True)

    def is_store(self) -> bool:
        """Say whether a store was ever finished here."""
        return (self.path / "current").is_file()

    def generation(self) -> int:
        """Return the number of the generation that counts; raise SituationError if none does."""
        with disk_in_words():
            if not self.is_store():
                raise SituationError(self._no_store())
            with (self.path / "current").open("rb") as file:
                line = file.read(64)
        found = re.fullmatch(rb"([1-9][0-9]{0,8})\r?\n?", line)
        if found is None:
            raise SituationError(
                _(
                    "The file named “current” in {place} does not say which records count. "
                    "Nothing was changed. Restore the newest backup into this folder."
                ).format(place=self.path)
            )
        return int(found[1])

    def next_generation(self) -> int:
        """Return the first number after every generation of which anything is left here."""
        numbers = [
            int(found[1]) for entry in self.path.iterdir() if (found := _OURS.fullmatch(entry.name))
        ]
        return max([*numbers, self.generation() if self.is_store() else 0]) + 1

    def database(self, generation: int | None = None) -> Path:
        """Return where the records of a generation are: of the one that counts, unless said."""
        return self.path / f"store-{generation or self.generation()}.db"

    def slots_file(self, generation: int | None = None) -> Path:
        """Return where the slots of a generation are: of the one that counts, unless said."""
        return self.path / f"slots-{generation or self.generation()}.json"

    def read_slots(self) -> bytes:
        """Return the slots that count; raise SituationError if they are missing or absurd."""
        path = self.slots_file()
        with disk_in_words():
            if not path.is_file():
                raise SituationError(_missing(path))
            with path.open("rb") as file:
                content = file.read(_MOST_SLOTS + 1)
        if not content or len(content) > _MOST_SLOTS:
            raise SituationError(
                _(
                    "{file} cannot be a list of keys: it is empty or far too long. "
                    "Nothing was changed. Restore the newest backup into this folder."
                ).format(file=path.name)
            )
        return content

    def write_slots(self, content: bytes, generation: int | None = None) -> None:
        """Put new slots in place of the old in one step; raise SituationError if that fails."""
        with disk_in_words():
            write_atomically(self.slots_file(generation), content)

    def make_database_file(self, generation: int) -> Path:
        """Make the empty file that a new generation's records will fill, and return its place."""
        path = self.database(generation)
        with disk_in_words():
            make_file(path)
        return path

    def switch_to(self, generation: int) -> None:
        """Make a generation the one that counts, by one replacement of `current`."""
        with disk_in_words():
            for path in (self.database(generation), self.slots_file(generation)):
                if not path.is_file():
                    raise SituationError(_missing(path))
            write_atomically(self.path / "current", f"{generation}\n".encode())

    def remove_others(self) -> list[str]:
        """Remove every generation and copy but the one that counts; return the names removed."""
        keep = self.generation()
        removed = []
        with disk_in_words():
            for entry in sorted(self.path.iterdir()):
                found = _OURS.fullmatch(entry.name)
                if found and (int(found[1]) != keep or entry.name.startswith("before-")):
                    entry.unlink()
                    removed.append(entry.name)
        return removed

    def check(self) -> None:
        """Look at the shape of the files that count; raise SituationError if one is not ours."""
        path = self.database()
        self.read_slots()
        with disk_in_words():
            check_shape(path)

    def _is_as_good_as_empty(self) -> bool:
        return self.path.is_dir() and all(
            entry.name in _OF_NO_WEIGHT for entry in self.path.iterdir()
        )

    def _no_store(self) -> str:
        if not self.path.is_dir():
            return _("There is no folder {place}.").format(place=self.path)
        if list(self.path.glob("store-*.db")):
            return _(
                "The file named “current” is missing from {place}, so it cannot be said which "
                "records count. Nothing was changed. Restore the newest backup into this folder."
            ).format(place=self.path)
        return _(
            "There are no SG Desk records in {place}. Choose the folder that has them."
        ).format(place=self.path)


def check_shape(path: Path) -> None:
    """Raise SituationError if a file cannot be an encrypted store; OSError if it cannot be read."""
    if not path.is_file():
        raise SituationError(_missing(path))
    with path.open("rb") as file:
        head = file.read(SMALLEST)
    if head.startswith(_PLAIN):
        raise SituationError(
            _(
                "{file} is not encrypted: it is not the file this program wrote, and it was not "
                "opened. Nothing was changed. Ask who put it there, and restore the newest backup."
            ).format(file=path.name)
        )
    if len(head) < SMALLEST:
        raise SituationError(
            _(
                "{file} is empty or cut short. Nothing was changed and no new records were begun "
                "in its place. Restore the newest backup into this folder."
            ).format(file=path.name)
        )


def _missing(path: Path) -> str:
    return _(
        "{file} is missing from {place}. Nothing was changed. Look for it where the folder was "
        "copied from, or restore the newest backup into this folder."
    ).format(file=path.name, place=path.parent)
