"""No network at all: the demonstration is made, opened, and its first pack made and looked at."""

import shutil
import subprocess
import sys

import pytest
from journey_process import Home, at_work
from journey_support import not_here

DEMO_PASSPHRASE = "demo practice only"


def test_with_internet_sockets_forbidden_everything_works(tmp_path):
    home = Home(tmp_path / "pc")

    with at_work(home, "look_at_the_demonstration", after=["--no-internet"]) as work:
        assert work.hear("network") == "PermissionError"
        look(work, home)


@pytest.mark.namespace
@pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are Linux's")
def test_in_a_place_without_any_network_everything_works(tmp_path):
    home = Home(tmp_path / "pc")

    with at_work(home, "look_at_the_demonstration", before=without_network()) as work:
        assert work.hear("network") == "OSError"
        look(work, home)


def look(work, home):
    work.tell(DEMO_PASSPHRASE)
    assert work.hear("seen") == "True"
    work.hear("done")
    assert work.ended() == 0
    assert work.complaints() == []
    assert (home.folder / "home" / "pack.pdf").read_bytes().startswith(b"%PDF")


def without_network():
    """Return the command in front of another that gives it a network namespace of its own."""
    program = shutil.which("unshare") or "unshare"
    for command in ([program, "--net"], [program, "--map-root-user", "--net"]):
        if subprocess.run([*command, "true"], capture_output=True).returncode == 0:
            return command
    return not_here("there is no right to make a network namespace")
