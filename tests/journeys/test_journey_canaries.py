"""A word in every field, taken everywhere: it can be read in no file that the program wrote."""

import os
import secrets
import subprocess
import tempfile
import time
from pathlib import Path

import pytest
from journey_process import Home, at_work
from journey_sample import PASSPHRASE
from print_queue import printed

pytestmark = [pytest.mark.print_queue, pytest.mark.pdf_readers]
FIELDS_OF_A_RECORD, FIELDS_OF_A_DECISION = 90, 40
SHARED_PLACES = [Path(name) for name in ("/tmp", "/var/tmp", "/dev/shm", "/run/user")]
LARGEST = 64 * 1024 * 1024


@pytest.fixture
def canary():
    """A word that stands nowhere else on this PC."""
    return "Kanari" + secrets.token_hex(5).translate(str.maketrans("0123456789", "ghijklmnop"))


def test_no_word_can_be_read_in_any_file(tmp_path, store_folder, canary, print_queue):
    home = Home(tmp_path / "pc")
    store_folder.rename(home.store)
    began = time.time()

    with at_work(home, "leave_canaries") as work:
        for word in (canary, print_queue, PASSPHRASE):
            work.tell(word)
        assert int(work.hear("record")) >= FIELDS_OF_A_RECORD
        assert int(work.hear("decision")) >= FIELDS_OF_A_DECISION
        assert work.hear("reports") == "2 0"
        work.hear("done")
        assert readable_in(files_of(home), canary) == []
        work.tell("close")
        code = work.ended()

    assert (code, work.complaints()) == (0, [])
    assert readable_in(files_of(home), canary) == []
    assert readable_in(new_files(began), canary) == []
    assert names_with(home.folder, canary) == []
    assert canary in words_of(printed("SG-2026-0002 copy 1"), tmp_path)
    check_protected(home.folder / "home" / "pack.pdf")


@pytest.mark.parametrize("written", ["utf-8", "utf-16-le", "utf-16-be", "hex", "HEX"])
def test_the_scan_finds_the_word_however_it_is_written(tmp_path, canary, written):
    file = tmp_path / "file"
    file.write_bytes(b"..." + forms_of(canary)[written] + b"...")

    assert readable_in([file], canary) == [(str(file), written)]


def forms_of(canary):
    plain = canary.encode()
    return {
        "utf-8": plain,
        "utf-16-le": canary.encode("utf-16-le"),
        "utf-16-be": canary.encode("utf-16-be"),
        "hex": plain.hex().encode(),
        "HEX": plain.hex().upper().encode(),
    }


def readable_in(files, canary):
    """Return each file in which the word can be read, and how it is written there."""
    return [
        (str(file), name)
        for file in files
        for name, form in forms_of(canary).items()
        if form in content_of(file)
    ]


def content_of(file):
    try:
        return file.read_bytes()
    except OSError:
        return b""


def files_of(home):
    """Return every file that the process can have written where it lives, and what it said."""
    files = [file for file in home.folder.rglob("*") if file.is_file()]
    assert len(files) >= 5
    return [*files, home.folder.with_suffix(".out"), home.folder.with_suffix(".err")]


def new_files(began):
    """Return the files in the places that all programs share which were written since then."""
    places = {*SHARED_PLACES, Path(tempfile.gettempdir())}
    found = []
    for place in places:
        for folder, _folders, names in os.walk(place):
            for name in names:
                file = Path(folder, name)
                if is_new(file, began):
                    found.append(file)
    return found


def is_new(file, began):
    try:
        status = file.lstat()
    except OSError:
        return False
    return file.is_file() and status.st_mtime >= began and status.st_size <= LARGEST


def names_with(folder, canary):
    return [str(path) for path in folder.rglob("*") if canary in path.name]


def words_of(pdf, folder):
    file = folder / "printed.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True, text=True)
    return done.stdout


def check_protected(file):
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True)

    assert done.returncode != 0
    assert "Incorrect password" in done.stderr
