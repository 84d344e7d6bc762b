"""The shape of a backup file: a plain zip of four known members. Nothing in it is trusted."""

import hashlib
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

import msgspec

from sgdesk.errors import SituationError
from sgdesk.store.failures import disk_in_words
from sgdesk.text import _

FORMAT = 1
SUFFIX = ".sgbackup"
_CHUNK = 1 << 20
_MOST = {"current": 16, "manifest.json": 1 << 16, "slots": 1 << 20, "store": 1 << 36}


class Manifest(msgspec.Struct, frozen=True):
    """What a backup says of itself. `files` maps each name to its SHA-256 in lower-case hex."""

    format: int
    store_id: str
    made_at: str
    schema: str
    files: dict[str, str]


class _Envelope(msgspec.Struct, frozen=True):
    format: int


class Archive(msgspec.Struct, frozen=True):
    """A backup whose every byte was checked against its manifest."""

    path: Path
    manifest: Manifest
    generation: int
    slots: bytes
    size: int

    @property
    def database(self) -> str:
        """The name of the member that holds the records."""
        return f"store-{self.generation}.db"

    @property
    def made_at(self) -> datetime:
        """When it was made, in UTC."""
        return datetime.fromisoformat(self.manifest.made_at)

    def extract(self, target: Path) -> None:
        """Write the records into a file that exists; raise SituationError if they changed."""
        with _opened(self.path) as file, target.open("r+b") as out:
            digest = hashlib.sha256()
            with file.open(self.database) as member:
                for chunk in _chunks(member):
                    digest.update(chunk)
                    out.write(chunk)
        if digest.hexdigest() != self.manifest.files[self.database]:
            raise SituationError(_broken(self.path))


def write_archive(path: Path, manifest: Manifest, parts: dict[str, bytes | Path]) -> None:
    """Write a backup file from its parts, which are bytes or files. Raises OSError."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        file.writestr("manifest.json", msgspec.json.encode(manifest))
        for name, part in parts.items():
            if isinstance(part, bytes):
                file.writestr(name, part)
            else:
                file.write(part, name)


def read_archive(path: Path) -> Archive:
    """Check a backup file's shape and every hash; raise SituationError and change nothing."""
    with _opened(path) as file:
        generation = _check_names(path, file)
        content = file.read("manifest.json")
        manifest = _manifest(path, content)
        slots = file.read(f"slots-{generation}.json")
        current = file.read("current")
        if _hashes(file) != manifest.files or current.strip() != str(generation).encode():
            raise SituationError(_broken(path))
        size = file.getinfo(f"store-{generation}.db").file_size
    return Archive(path, manifest, generation, slots, size)


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file in lower-case hex. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    with disk_in_words():
        try:
            with zipfile.ZipFile(path) as file:
                yield file
        except FileNotFoundError as error:
            raise SituationError(
                _("There is no backup {place}. Nothing was changed.").format(place=path)
            ) from error
        except (
            zipfile.BadZipFile,
            EOFError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise SituationError(_broken(path)) from error


def _check_names(path: Path, file: zipfile.ZipFile) -> int:
    members = file.infolist()
    names = sorted(member.filename for member in members)
    found = [
        match[1] for name in names if (match := re.fullmatch(r"store-([1-9]\d{0,8})\.db", name))
    ]
    if len(found) != 1 or names != sorted(_names(int(found[0]))):
        raise SituationError(_foreign(path))
    for member in members:
        most = _MOST[member.filename.split("-")[0]]
        plain = member.compress_type == zipfile.ZIP_STORED and not member.flag_bits & 1
        if not plain or member.file_size != member.compress_size or member.file_size > most:
            raise SituationError(_foreign(path))
    if sum(member.file_size for member in members) > path.stat().st_size:
        raise SituationError(_broken(path))
    return int(found[0])


def _names(generation: int) -> tuple[str, ...]:
    return ("current", "manifest.json", f"slots-{generation}.json", f"store-{generation}.db")


def _manifest(path: Path, content: bytes) -> Manifest:
    try:
        if msgspec.json.decode(content, type=_Envelope).format != FORMAT:
            raise SituationError(
                _(
                    "The backup {file} is of a form this program does not know. Nothing was "
                    "changed. Install the newest SG Desk and restore it there."
                ).format(file=path.name)
            )
        manifest = msgspec.json.decode(content, type=Manifest)
        datetime.fromisoformat(manifest.made_at)
    except (msgspec.MsgspecError, ValueError) as error:
        raise SituationError(_broken(path)) from error
    return manifest


def _hashes(file: zipfile.ZipFile) -> dict[str, str]:
    hashes = {}
    for name in file.namelist():
        if name != "manifest.json":
            digest = hashlib.sha256()
            with file.open(name) as member:
                for chunk in _chunks(member):
                    digest.update(chunk)
            hashes[name] = digest.hexdigest()
    return hashes


def _chunks(member: IO[bytes]) -> Iterator[bytes]:
    while chunk := member.read(_CHUNK):
        yield chunk


def _foreign(path: Path) -> str:
    return _(
        "{file} is not a backup of SG Desk. Nothing was changed. Choose a file whose name ends "
        "in .sgbackup, as the program wrote it."
    ).format(file=path.name)


def _broken(path: Path) -> str:
    return _(
        "The backup {file} is damaged or was changed after it was made. Nothing was changed "
        "here. Choose another backup."
    ).format(file=path.name)
