from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from sgdesk.store.places import PlaceKind, ask_this_system, read_mounts, recognise


def nothing_special(path: PurePath) -> PlaceKind:
    return PlaceKind.HERE


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (PureWindowsPath(r"C:\Users\asha\OneDrive\SG Desk"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\asha\OneDrive - Riverside Dental\SG Desk"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\asha\Dropbox (Riverside)\SG Desk"), "Dropbox"),
        (PureWindowsPath(r"G:\My Drive\SG Desk"), "Google Drive"),
        (PureWindowsPath(r"C:\Users\asha\iCloudDrive\SG Desk"), "iCloud Drive"),
        (PurePosixPath("/Users/asha/Library/Mobile Documents/com~apple~CloudDocs"), "iCloud Drive"),
        (PurePosixPath("/Users/asha/Library/CloudStorage/OneDrive-Riverside/x"), "OneDrive"),
        (PurePosixPath("/home/asha/Nextcloud/records"), "Nextcloud"),
    ],
)
def test_a_synchronised_folder_is_recognised_by_its_path(path: PurePath, service: str) -> None:
    place = recognise(path, nothing_special)

    assert place.kind is PlaceKind.SYNCHRONISED
    assert place.explanation().startswith(service)
    assert not place.is_fit


@pytest.mark.parametrize(
    "path",
    [
        PureWindowsPath(r"C:\Users\asha\AppData\Local\SG Desk\store"),
        PureWindowsPath(r"C:\ProgramData\SG Desk\Toolbox"),
        PureWindowsPath(r"\\?\C:\ProgramData\SG Desk\store"),
        PurePosixPath("/home/asha/.local/share/SG Desk/store"),
    ],
)
def test_a_folder_of_this_pc_needs_no_explanation(path: PurePath) -> None:
    place = recognise(path, nothing_special)

    assert place.is_fit
    assert place.explanation() == ""


@pytest.mark.parametrize("path", [r"\\server\safeguarding", r"\\?\UNC\server\safeguarding"])
def test_a_folder_of_a_server_is_recognised_by_its_path(path: str) -> None:
    place = recognise(PureWindowsPath(path), nothing_special)

    assert place.kind is PlaceKind.NETWORK
    assert "another computer" in place.explanation()


@pytest.mark.parametrize("kind", [PlaceKind.NETWORK, PlaceKind.REMOVABLE])
def test_the_probe_is_believed(kind: PlaceKind) -> None:
    path = PurePosixPath("/srv/records")
    place = recognise(path, {path: kind}.__getitem__)

    assert place.kind is kind
    assert place.explanation()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/asha/store", PlaceKind.HERE),
        ("/mnt/surgery/store", PlaceKind.NETWORK),
        ("/mnt/two words/store", PlaceKind.NETWORK),
        ("/run/media/asha/STICK/store", PlaceKind.REMOVABLE),
        ("/media/asha/STICK", PlaceKind.REMOVABLE),
        ("/mnt/ssh/store", PlaceKind.NETWORK),
    ],
)
def test_a_table_of_mounts_is_read(path: str, kind: PlaceKind) -> None:
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\n"
        "//server/x /mnt/surgery cifs rw 0 0\n"
        "server:/x /mnt/two\\040words nfs4 rw 0 0\n"
        "/dev/sdb1 /run/media/asha/STICK vfat rw 0 0\n"
        "/dev/sdc1 /media/asha/STICK exfat rw 0 0\n"
        "asha@server: /mnt/ssh fuse.sshfs rw 0 0\n"
        "broken\n"
    )

    assert read_mounts(mounts, PurePosixPath(path)) is kind


def test_this_system_can_be_asked(tmp_path: PurePath) -> None:
    assert ask_this_system(tmp_path) in PlaceKind
