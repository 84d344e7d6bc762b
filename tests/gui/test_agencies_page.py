"""The directory's page: checks with their history, files in and out, and numbers that are late."""

from datetime import date

import msgspec
import pytest
from gui_support import field, finish_pages, press, unnamed_fields
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit
from share_support import northtown

from sgdesk.domain.agency import Agency, CheckMethod
from ui.agencies.page import AgenciesPage
from ui.today.side_cards import PortalCard


@pytest.fixture
def page(qtbot, desk, runner, asker):
    opened = AgenciesPage(desk, runner, asker)
    qtbot.addWidget(opened)
    opened.resize(1093, 614)
    opened.show()
    return opened


def shown(page):
    finish_pages(page)
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_a_late_number_is_named_on_top_and_its_age_is_in_words(page, desk):
    northtown(desk, checked_on=date(2026, 5, 1))
    page.enter()

    text = shown(page)
    assert "The numbers of Northtown Duty Team were not checked for 90 days." in text
    assert "Checked 1 May 2026, 205 days ago: too old to rely on" in text
    assert "Too old" in text


def test_a_check_is_noted_with_how_it_was_made_and_stands_in_the_history(qtbot, page, desk):
    team = northtown(desk)
    page.enter()
    press(qtbot, page, f"check:{team.id}")
    assert "by Asha Rahman · their website" in shown(page)
    press(qtbot, page, "save-check")
    assert "Say how you checked it." in shown(page)

    press(qtbot, page, "checked_method=rang")
    press(qtbot, page, "save-check")

    (saved,) = desk.agencies.list()
    assert (saved.checked_on, saved.checked_method) == (date(2026, 11, 22), CheckMethod.RANG)
    assert len(desk.agencies.checks(team.id)) == 2
    assert "Checked 22 Nov 2026, today" in shown(page)


def test_a_number_that_is_changed_is_said_to_be_unchecked(qtbot, page, desk):
    team = northtown(desk)
    page.enter()
    press(qtbot, page, f"change:{team.id}")
    line = field(page, QLineEdit, "phone")
    line.clear()
    qtbot.keyClicks(line, "01632 960141")
    press(qtbot, page, "save-agency")

    assert "Its numbers are not checked" in shown(page)
    assert "Never checked" in shown(page)


def test_everything_of_a_team_can_be_typed(qtbot, page, desk):
    team = northtown(desk)
    page.enter()
    press(qtbot, page, f"change:{team.id}")
    qtbot.keyClicks(field(page, QLineEdit, "chase_days"), "3")
    qtbot.keyClicks(field(page, QPlainTextEdit, "ladder"), "Team manager; 2 days")
    qtbot.keyClicks(field(page, QPlainTextEdit, "boxes"), "Reasons; lots")
    press(qtbot, page, "save-agency")
    assert "Line 1: write it like “Reasons for referral; 2000”." in shown(page)

    field(page, QPlainTextEdit, "boxes").setPlainText("Reasons; 2000")
    press(qtbot, page, "save-agency")

    (saved,) = desk.agencies.list()
    assert (saved.chase_days, saved.ladder, saved.boxes) == (
        3, "Team manager; 2 days", "Reasons; 2000",
    )  # fmt: skip


def test_a_file_is_looked_at_before_anything_is_taken_in(qtbot, page, desk, asker, tmp_path):
    team = northtown(desk)
    page.enter()
    path = tmp_path / "teams.csv"
    path.write_bytes(
        "\ufeffTelephone;Team;Type;Colour\r\n01632 960150;Adults;adult social care;red\r\n"
        "01632 960149;Northtown Duty Team;Children's social care;\r\n;Nobody;Police;\r\n".encode()
    )
    asker.answers = [path]
    press(qtbot, page, "import-agencies")
    press(qtbot, page, "import-file")

    text = shown(page)
    assert "Of 3 rows: 1 new; 1 would change what is there; 1 to be put right in the file." in text
    assert "Not taken in: “Colour”." in text
    assert "Telephone: Give a telephone number or an email address." in text
    assert desk.agencies.list() == [team]
    assert unnamed_fields(page) == []

    press(qtbot, page, "import-changes")
    take = field(page, QAbstractButton, "import-take")
    assert take.text() == "Take in 2 teams"
    press(qtbot, page, "import-take")

    assert [one.phone for one in desk.agencies.list()] == ["01632 960150", "01632 960149"]
    assert "2 teams were taken in." in shown(page)


def test_the_directory_is_saved_as_a_file(qtbot, page, desk, asker, tmp_path):
    northtown(desk)
    page.enter()
    asker.answers = [tmp_path / "out.csv"]
    press(qtbot, page, "export-agencies")

    assert (tmp_path / "out.csv").read_bytes().startswith(b'\xef\xbb\xbf"Team","Kind"')
    assert "1 team was written." in shown(page)


def test_a_file_that_holds_no_rows_is_said_and_nothing_is_offered(qtbot, page, asker, tmp_path):
    page.enter()
    (tmp_path / "book.xlsx").write_bytes(b"PK\x03\x04")
    asker.answers = [tmp_path / "book.xlsx"]
    press(qtbot, page, "import-agencies")
    press(qtbot, page, "import-file")

    assert "This is a workbook." in shown(page)
    assert not field(page, QAbstractButton, "import-take").isVisible()


def test_a_team_is_of_a_nation_whose_holidays_count(qtbot, page, desk):
    team = northtown(desk)
    page.enter()
    press(qtbot, page, f"change:{team.id}")
    box = field(page, QComboBox, "nation")
    box.setCurrentIndex(box.findText("Scotland"))
    press(qtbot, page, "save-agency")

    assert desk.agencies.list()[0].nation.value == "scotland"


def test_today_names_the_late_numbers_and_leads_to_them(qtbot):
    card = PortalCard()
    qtbot.addWidget(card)
    card.show()
    card.show_numbers((), ("Northtown Duty Team", "Weir County Police"))

    expected = "The numbers of 2 teams were not checked for 90 days: Northtown Duty Team, Weir"
    assert expected in shown(card)
    with qtbot.waitSignal(card.check_asked):
        press(qtbot, card, "check-agencies")


def test_an_entry_from_before_checks_were_kept_has_its_check_in_the_history(desk):
    team = northtown(desk)
    with desk._context.unit() as unit:
        old = msgspec.structs.replace(team, id="from-before")
        unit.agencies.save(old)
        unit.commit()

    desk.agencies.save(msgspec.structs.replace(old, checked_on=date(2026, 11, 20)))

    days = [one.checked_on for one in desk.agencies.checks("from-before")]
    assert days == [date(2026, 11, 20), date(2026, 11, 2)]


def test_an_entry_written_before_there_were_these_fields_reads_as_it_was():
    entry = msgspec.json.decode(b'{"id": "a", "name": "Team", "phone": "101"}', type=Agency)

    assert (entry.ladder, entry.checked_method, entry.chase_days) == ("", None, None)
