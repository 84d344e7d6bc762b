"""Local switches in Settings, files that wait for a lead, and what Today says of both."""

from datetime import date

import pytest
from gui_support import press
from guidance_support import OWN, newer_file, said, shown_part
from msgspec.structs import replace
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QTextEdit
from window_support import open_window, settle

from sgdesk.domain.practice import Policy, Role
from sgdesk.settings import Settings
from ui.main_window.places import Place


@pytest.fixture
def newer(tmp_path):
    return newer_file(tmp_path)


@pytest.fixture
def part(qtbot, desk, runner, asker):
    return shown_part(qtbot, desk, runner, asker)


def sit_down(desk, role):
    desk.user = desk._context.user = replace(desk.user, role=role)


def buttons(part, name):
    """Return the buttons on the page; those of what stood there before go a moment later."""
    return [
        one for one in part.findChildren(QPushButton)
        if one.objectName().startswith(name) and one.isVisibleTo(part)
    ]  # fmt: skip


def click(qtbot, part, name):
    qtbot.waitUntil(lambda: len(buttons(part, name)) == 1)
    buttons(part, name)[0].click()


def write_reason(part, text):
    boxes = [one for kind in (QPlainTextEdit, QTextEdit) for one in part.findChildren(kind)]
    next(one for one in boxes if one.isVisibleTo(part)).setPlainText(text)


def test_a_switch_shows_its_source_its_weight_and_when_to_look_again(part):
    text = said(part)

    assert "Duty to report child sexual abuse" in text
    assert "Look for the commencement regulations" in text
    assert "Crime and Policing Act 2026" in text
    assert "Look again on 22 Jan 2027." in text


def test_a_lead_turns_it_on_with_a_reason_and_off_again(qtbot, desk, part):
    click(qtbot, part, "switch:csa-duty")
    click(qtbot, part, "guidance-decide")
    assert "Say why." in said(part)
    assert desk.guidance.version == OWN

    write_reason(part, "SI 2027/12, read today")
    click(qtbot, part, "guidance-decide")

    assert desk.guidance.version == f"{OWN}, csa-duty on"
    assert "Set here" in said(part)
    assert "by Asha Rahman. SI 2027/12, read today" in said(part)
    click(qtbot, part, "switch:csa-duty")
    write_reason(part, "It was taken back")
    click(qtbot, part, "guidance-decide")
    assert desk.guidance.version == OWN


def test_a_deputy_sees_the_switch_and_cannot_turn_it(desk, part):
    sit_down(desk, Role.DEPUTY)
    part.read()

    assert "Duty to report child sexual abuse" in said(part)
    assert not buttons(part, "switch:csa-duty")


def test_what_a_deputy_brings_waits_for_a_lead_and_can_be_compared(qtbot, desk, part, asker, newer):
    sit_down(desk, Role.DEPUTY)
    part.read()
    asker.answers.append(newer)
    click(qtbot, part, "guidance-choose")
    click(qtbot, part, "guidance-keep")
    assert desk.guidance.version == OWN
    sit_down(desk, Role.LEAD)
    part.read()
    assert "england-newer was brought" in said(part)

    click(qtbot, part, "guidance-waiting")

    assert "The file that was chosen" in said(part)
    click(qtbot, part, "guidance-refuse")
    assert "england-newer was brought" not in said(part)


def test_a_newer_file_that_switches_off_what_was_on_says_so(qtbot, desk, part, asker, newer):
    desk.guidances.switch("csa-duty", True, "SI 2027/12")
    told = []
    part.said.connect(told.append)
    asker.answers.append(newer)
    click(qtbot, part, "guidance-choose")
    qtbot.waitUntil(lambda: "The file that was chosen" in said(part))
    write_reason(part, "The partnership sent it")

    click(qtbot, part, "guidance-decide")

    assert "It switches off: Duty to report child sexual abuse." in told[-1]


def test_today_leads_to_what_should_be_looked_at(
    qtbot, demo_desk, demo_folder, runner, asker, newer
):
    demo_desk.guidances.bring(newer.read_bytes())
    policy = Policy("APD-1", "2", date(2026, 11, 1))
    demo_desk.setup.save_practice(replace(demo_desk.practice, appropriate_policy=policy))
    window = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder)
    page = window.page(Place.TODAY)
    page.refresh()
    settle(qtbot)
    assert "Newer guidance, england-newer, was brought" in said(page)
    assert "APD-1 was to be reviewed on 1 Nov 2026." in said(page)

    press(qtbot, page, "upkeep:0")

    settings = window.page(Place.SETTINGS)
    assert settings.isVisible()
    settle(qtbot)
    assert "The guidance that holds" in said(settings)
