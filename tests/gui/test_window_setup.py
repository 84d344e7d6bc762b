"""Set-up with the keyboard alone: from an empty folder to an open desk."""

import pytest
from gui_support import field, finish_pages, press, unnamed_fields
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from setup_support import (
    DEPUTY,
    LEAD,
    Desks,
    fill_person,
    fill_practice,
    go_on,
    new_wizard,
    to_recovery,
    write,
)
from window_support import Printers, says, settle, texts

from ui.kit.link_line import LinkLine


@pytest.fixture
def desks(clock):
    return Desks(clock)


@pytest.fixture
def printers():
    return Printers("Front desk")


@pytest.fixture
def wizard(qtbot, tmp_path, clock, desks, runner, asker, printers):
    wizard = new_wizard(tmp_path / "store", clock, desks, runner, asker, printers)
    opened = []
    wizard.founded.connect(lambda desk, _folder: opened.append(desk))
    qtbot.addWidget(wizard)
    wizard.resize(1366, 768)
    wizard.show()
    yield wizard
    for desk in opened:
        desk.close()


def test_a_desk_is_set_up_with_the_keyboard_alone(qtbot, wizard, desks, asker, tmp_path, runner):
    fill_practice(qtbot, wizard)
    fill_person(qtbot, wizard, "lead", "Asha Rahman", LEAD)
    go_on(qtbot, wizard)
    press(qtbot, wizard, "has_deputy=yes")
    fill_person(qtbot, wizard, "deputy", "Lee Byrne", DEPUTY)
    go_on(qtbot, wizard)
    go_on(qtbot, wizard)
    qtbot.keyClicks(field(wizard, QPlainTextEdit, "typed_words"), desks.words)
    go_on(qtbot, wizard)
    assert wizard.step == "backup"
    asker.answers.append(tmp_path)
    press(qtbot, wizard, "make-backup")
    go_on(qtbot, wizard)
    write(qtbot, wizard, "appropriate_policy.reference", "SOP 7")
    go_on(qtbot, wizard)
    press(qtbot, wizard, "add-agency")
    settle(qtbot)
    write(qtbot, wizard, "name", "Northtown Duty Team")
    press(qtbot, wizard, "save-agency")
    assert field(wizard, QLabel, "kind:problem").text().endswith("kind of team this is.")
    field(wizard, QComboBox, "kind").setCurrentIndex(1)
    write(qtbot, wizard, "phone", "01632 960140")
    press(qtbot, wizard, "save-agency")
    settle(qtbot)

    with qtbot.waitSignal(wizard.opened) as opened:
        go_on(qtbot, wizard)

    desk = opened.args[0]
    assert desk.user.name == "Asha Rahman"
    assert desk.setup.practice().appropriate_policy.reference == "SOP 7"
    assert [agency.name for agency in desk.agencies.list()] == ["Northtown Duty Team"]
    assert [user.name for user in desk.setup.users()] == ["Asha Rahman", "Lee Byrne"]
    assert len(list(tmp_path.glob("*.sgbackup"))) == 1


def test_nothing_is_on_the_disk_before_the_words_are_back(qtbot, wizard, desks, tmp_path):
    to_recovery(qtbot, wizard)
    assert not (tmp_path / "store").exists()

    swapped = desks.words.split()
    at = next(n for n in range(4, len(swapped)) if swapped[n] != swapped[n + 1])
    swapped[at], swapped[at + 1] = swapped[at + 1], swapped[at]
    qtbot.keyClicks(field(wizard, QPlainTextEdit, "typed_words"), " ".join(swapped))
    go_on(qtbot, wizard)

    assert wizard.step == "recovery"
    assert field(wizard, QLabel, "typed_words:problem").text() != ""
    assert not (tmp_path / "store").exists()


def test_the_sheet_is_printed_or_shown_to_be_copied(qtbot, wizard, desks, printers):
    to_recovery(qtbot, wizard)

    press(qtbot, wizard, "print-sheet")
    assert printers.jobs[0][0].startswith(b"%PDF")
    assert printers.jobs[0][1:] == ("Front desk", "SG Desk recovery sheet")

    first = desks.words.split()[0]
    assert f"1. {first}" not in texts(wizard)
    press(qtbot, wizard, "show-words")
    says(qtbot, wizard, f"1. {first}")


def test_another_passphrase_makes_another_sheet_and_says_so(qtbot, wizard, desks):
    to_recovery(qtbot, wizard)
    before = desks.words

    wizard.show_step("lead")
    fill_person(qtbot, wizard, "lead", "Asha Rahman", "green ladders sing at noon")
    wizard.show_step("recovery")

    assert desks.words != before
    says(qtbot, wizard, "Destroy the one before")


def test_the_same_answers_keep_the_same_sheet(qtbot, wizard, desks):
    to_recovery(qtbot, wizard)

    wizard.show_step("place")
    wizard.show_step("recovery")

    assert len(desks.prepared) == 1


@pytest.mark.parametrize(
    ("passphrase", "again", "problem"),
    [
        ("short", "short", "passphrase"),
        ("Riverside Dental Practice", "Riverside Dental Practice", "passphrase"),
        (LEAD, "a quiet river bends once", "passphrase_again"),
    ],
)
def test_a_passphrase_that_will_not_do_is_said_at_its_field(
    qtbot, wizard, passphrase, again, problem
):
    fill_practice(qtbot, wizard)
    fill_person(qtbot, wizard, "lead", "Asha Rahman", passphrase)
    write(qtbot, wizard, "lead.passphrase_again", again)

    go_on(qtbot, wizard)

    assert wizard.step == "lead"
    assert field(wizard, QLabel, f"lead.{problem}:problem").text() != ""


def test_the_strength_of_a_passphrase_is_said_while_it_is_typed(qtbot, wizard):
    fill_practice(qtbot, wizard)

    write(qtbot, wizard, "lead.passphrase", "short")
    assert field(wizard, QLabel, "strength").text().startswith("Too short")
    write(qtbot, wizard, "lead.passphrase", LEAD)
    assert field(wizard, QLabel, "strength").text().startswith(("Fair", "Strong"))


def test_a_folder_that_is_copied_elsewhere_is_explained_and_must_be_accepted(
    qtbot, wizard, asker, tmp_path
):
    fill_practice(qtbot, wizard)
    fill_person(qtbot, wizard, "lead", "Asha Rahman", LEAD)
    go_on(qtbot, wizard)
    press(qtbot, wizard, "has_deputy=no")
    go_on(qtbot, wizard)
    asker.answers.append(tmp_path / "OneDrive")
    press(qtbot, wizard, "choose-folder")

    says(qtbot, wizard, "OneDrive copies this folder")
    go_on(qtbot, wizard)
    assert wizard.step == "place"

    press(qtbot, wizard, "place_accepted")
    go_on(qtbot, wizard)
    assert wizard.step == "recovery"


def test_leaving_early_says_that_nothing_is_kept(qtbot, wizard, asker, tmp_path):
    asker.answers += [False, True]

    with qtbot.assertNotEmitted(wizard.given_up):
        press(qtbot, wizard, "save-and-close")
    with qtbot.waitSignal(wizard.given_up):
        press(qtbot, wizard, "save-and-close")

    assert "Nothing is kept yet" in asker.seen[0]
    assert not (tmp_path / "store").exists()


def test_once_the_store_is_there_the_rest_may_wait(qtbot, wizard, desks):
    to_recovery(qtbot, wizard)
    qtbot.keyClicks(field(wizard, QPlainTextEdit, "typed_words"), desks.words)
    go_on(qtbot, wizard)

    with qtbot.waitSignal(wizard.opened):
        press(qtbot, wizard, "save-and-close")


def test_the_demonstration_is_one_press_away(qtbot, wizard):
    with qtbot.waitSignal(wizard.demo_asked):
        press(qtbot, wizard, "demo")


def test_every_field_of_set_up_has_a_name(qtbot, wizard, desks):
    seen = set()
    to_recovery(qtbot, wizard)
    qtbot.keyClicks(field(wizard, QPlainTextEdit, "typed_words"), desks.words)
    go_on(qtbot, wizard)

    for _step in range(3):
        seen.add(wizard.step)
        assert unnamed_fields(wizard) == []
        go_on(qtbot, wizard)

    assert seen == {"backup", "policies", "agencies"}


def test_return_in_a_field_does_not_leave_the_step(qtbot, wizard):
    line = field(wizard, QLineEdit, "practice.name")

    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert wizard.step == "practice"


def _spoken(wizard, step):
    return field(wizard, QPushButton, f"step:{step}").accessibleName()


def test_neither_nation_nor_kind_of_practice_is_chosen_for_the_lead(qtbot, wizard):
    finish_pages(wizard)
    choices = wizard.page.findChildren(QRadioButton)
    assert len(choices) > 5
    assert not any(button.isChecked() for button in choices)
    write(qtbot, wizard, "practice.name", "Riverside Dental Practice")
    write(qtbot, wizard, "practice.authority", "Northtown")

    go_on(qtbot, wizard)

    assert wizard.step == "practice"
    assert field(wizard, QLabel, "practice.nation:problem").text().endswith("rules apply.")
    assert field(wizard, QLabel, "practice.status:problem").text().endswith("practice this is.")


def test_what_is_to_be_put_right_stands_in_the_order_of_the_page(qtbot, wizard):
    go_on(qtbot, wizard)

    links = field(wizard, QWidget, "problem-summary").findChildren(LinkLine)
    assert [link.objectName() for link in links] == [
        "problem:practice.name",
        "problem:practice.nation",
        "problem:practice.status",
        "problem:practice.authority",
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("name", ["name", "nation", "status", "authority"])
def test_every_line_of_the_list_leads_to_its_field_by_any_key(qtbot, wizard, key, name):
    go_on(qtbot, wizard)
    link = field(wizard, LinkLine, f"problem:practice.{name}")
    link.setFocus()

    qtbot.keyClick(link, key)

    assert wizard.focusWidget().objectName().partition("=")[0] == f"practice.{name}"


def test_a_page_that_was_left_empty_is_not_ticked(qtbot, wizard, desks):
    to_recovery(qtbot, wizard)
    wizard.show_step("place")
    assert _spoken(wizard, "recovery") == "Step 5, The recovery sheet, not typed back yet"
    wizard.show_step("recovery")
    qtbot.keyClicks(field(wizard, QPlainTextEdit, "typed_words"), desks.words)
    go_on(qtbot, wizard)
    go_on(qtbot, wizard)
    go_on(qtbot, wizard)

    assert wizard.step == "agencies"
    assert _spoken(wizard, "recovery") == "Step 5, The recovery sheet, done"
    assert _spoken(wizard, "backup").endswith("not made yet")
    assert _spoken(wizard, "policies").endswith("left empty")


def test_a_backup_and_a_policy_are_ticked(qtbot, wizard, desks, asker, tmp_path):
    to_recovery(qtbot, wizard)
    qtbot.keyClicks(field(wizard, QPlainTextEdit, "typed_words"), desks.words)
    go_on(qtbot, wizard)
    asker.answers.append(tmp_path)
    press(qtbot, wizard, "make-backup")
    go_on(qtbot, wizard)
    write(qtbot, wizard, "privacy_notice.version", "3")
    go_on(qtbot, wizard)

    assert _spoken(wizard, "backup") == "Step 6, A second place for backups, done"
    assert _spoken(wizard, "policies") == "Step 7, Policies, done"


def test_a_step_that_is_no_longer_right_is_marked(qtbot, wizard):
    fill_practice(qtbot, wizard)
    wizard.show_step("practice")
    write(qtbot, wizard, "practice.name", "")
    wizard.show_step("lead")

    assert _spoken(wizard, "practice") == "Step 1, The practice, something to put right"
