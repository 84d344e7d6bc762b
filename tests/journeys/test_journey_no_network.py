"""No network at all: the demonstration is made, opened, and its first pack made and looked at;
the first sample goes from a failed portal to a printed, logged follow-up."""

import shutil
import subprocess
import sys

import pytest
from journey_papers import absent, text_of
from journey_process import Home, at_work
from journey_records import duty_team, opened
from journey_sample import PASSPHRASE
from journey_support import not_here
from msgspec.structs import replace
from print_queue import printed

from sgdesk.domain.agency import RouteKind

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


@pytest.mark.namespace
@pytest.mark.print_queue
@pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are Linux's")
def test_a_failed_portal_is_followed_up_on_paper_without_any_network(
    tmp_path, store_folder, clock, print_queue
):
    home = Home(tmp_path / "pc")
    desk = opened(store_folder, clock)
    by_mail = {
        "email": "duty.team@northtown.example",
        "channels": (RouteKind.PORTAL, RouteKind.SECURE_EMAIL),
    }
    checked = {"checked_by": "Asha Rahman", "source": "their website"}
    desk.agencies.save(replace(duty_team(desk), written_hours=48, **by_mail, **checked))
    desk.close()
    store_folder.rename(home.store)

    with at_work(home, "follow_up_after_a_failed_portal", before=without_network()) as work:
        assert work.hear("network") == "OSError"
        work.tell(print_queue)
        work.tell(PASSPHRASE)
        work.hear("logged")
        work.tell("close")
        code = work.ended()

    assert (code, work.complaints()) == (0, [])
    follow_up = text_of(printed("SG-2026-0001 copy 1"))
    assert (
        absent(["Gateway timeout after sign-in", "J. Okoro", "Daddy gets cross"], follow_up) == []
    )


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
