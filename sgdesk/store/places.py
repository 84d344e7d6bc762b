"""What kind of place a folder is, before the practice's records are put there."""

import os
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path, PurePath

import msgspec

from sgdesk.text import _


class PlaceKind(StrEnum):
    """Where a folder really is."""

    HERE = "here"
    NETWORK = "network"
    SYNCHRONISED = "synchronised"
    REMOVABLE = "removable"


class Place(msgspec.Struct, frozen=True):
    """What was recognised. `service` names who copies a synchronised folder away."""

    kind: PlaceKind
    service: str = ""

    @property
    def is_fit(self) -> bool:
        """Whether the records can be kept here without more thought."""
        return self.kind is PlaceKind.HERE

    def explanation(self) -> str:
        """Return what this means for the records, in one or two sentences; empty if all is well."""
        if self.kind is PlaceKind.NETWORK:
            return _(
                "This folder is on another computer. A break in the network can damage records "
                "while they are written. Choose a folder of this PC, and keep backups over there."
            )
        if self.kind is PlaceKind.SYNCHRONISED:
            return _(
                "{service} copies this folder to other computers while the program writes to it, "
                "which can damage the records and spreads them. Choose a folder it does not copy."
            ).format(service=self.service)
        if self.kind is PlaceKind.REMOVABLE:
            return _(
                "This folder is on a disk that can be pulled out, lost or taken. Choose a folder "
                "of this PC, and keep backups on the disk."
            )
        return ""


Probe = Callable[[PurePath], PlaceKind]

_COPIED_BY = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box": "Box",
    "box sync": "Box",
    "pcloud drive": "pCloud",
    "sync.com": "Sync.com",
    "creative cloud files": "Creative Cloud",
}
_COPIED_BY_STARTS = ("onedrive", "dropbox", "googledrive", "nextcloud", "owncloud", "box")
_NETWORKS = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "afs", "ceph", "davfs")
_WINDOWS_REMOVABLE, _WINDOWS_REMOTE, _WINDOWS_CD = 2, 4, 5


def recognise(path: PurePath, probe: Probe) -> Place:
    """Return what kind of place a path is; best effort, from its words and what the probe knows."""
    # Windows may spell a folder at length: \\?\C:\..., and one of a server \\?\UNC\server\...
    spelled = str(path).removeprefix("\\\\?\\")
    if spelled.startswith(("\\\\", "//", "UNC\\")):
        return Place(PlaceKind.NETWORK)
    for part in path.parts:
        if service := _service(part.casefold()):
            return Place(PlaceKind.SYNCHRONISED, service)
    return Place(probe(path))


def ask_this_system(path: PurePath) -> PlaceKind:
    """Return what this operating system says of the disk under a path, as far as it says it."""
    if sys.platform == "win32":
        return _ask_windows(path)
    elif sys.platform == "darwin":  # noqa: RET505 - the type checker follows systems in branches
        outside = path.parts[:2] == ("/", "Volumes")
        return PlaceKind.REMOVABLE if outside else PlaceKind.HERE
    else:
        return _ask_linux(path)


def _ask_linux(path: PurePath) -> PlaceKind:
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return PlaceKind.HERE
    return read_mounts(mounts, path)


def read_mounts(mounts: str, path: PurePath) -> PlaceKind:
    """Return what a Linux table of mounts says of a path. Pure."""
    best, system = PurePath("/"), ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        point = PurePath(fields[1].replace("\\040", " ")) if len(fields) > 2 else None
        if point and path.is_relative_to(point) and len(point.parts) >= len(best.parts):
            best, system = point, fields[2]
    if system in _NETWORKS or system.startswith(("fuse.sshfs", "fuse.rclone", "fuse.gvfs")):
        return PlaceKind.NETWORK
    if best.parts[1:2] == ("media",) or best.parts[1:3] == ("run", "media"):
        return PlaceKind.REMOVABLE
    return PlaceKind.HERE


def _service(part: str) -> str:
    if part in _COPIED_BY:
        return _COPIED_BY[part]
    for start in _COPIED_BY_STARTS:
        if part.startswith((f"{start} - ", f"{start} (", f"{start}-")):
            return _COPIED_BY[start]
    return ""


if sys.platform == "win32":
    import ctypes

    def _ask_windows(path: PurePath) -> PlaceKind:
        kind = ctypes.windll.kernel32.GetDriveTypeW(os.path.splitdrive(path)[0] + "\\")
        if kind == _WINDOWS_REMOTE:
            return PlaceKind.NETWORK
        if kind in (_WINDOWS_REMOVABLE, _WINDOWS_CD):
            return PlaceKind.REMOVABLE
        return PlaceKind.HERE
