"""Every page of set-up, sharing, settings, agencies and help fits three sizes of window."""

from contextlib import suppress

import pytest
from fit_support import misfits
from gui_support import at_percent, field, finish_pages, press
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from setup_support import LEAD, Desks, fill_person, fill_practice, go_on, new_wizard
from share_support import fill_decision, northtown, signed_mia, wizard_over
from window_support import Printers, open_window, settle

from sgdesk.settings import Settings
from ui.kit.cover import Cover
from ui.lock_page import LockPage
from ui.main_window.places import Place

SIZES = [(1366, 768, 100), (1366, 768, 200), (1093, 614, 100)]
ALL = [
    "purpose", "consent", "basis", "necessary", "recipient", "route", "minimum", "conditions",
    "preview", "send", "clinical", "follow",
]  # fmt: skip


@pytest.fixture(params=SIZES, ids=["{}x{} at {}".format(*size) for size in SIZES])
def size(request, qapp):
    width, height, percent = request.param
    with at_percent(qapp, percent):
        yield width, height, percent


def looked_at(qtbot, root, size, name, faults):
    finish_pages(root)
    for _turn in range(4):
        settle(qtbot)
    with suppress(qtbot.TimeoutError):  # a preview takes its place when its pages were drawn
        qtbot.waitUntil(lambda: not misfits(root), timeout=1_000)
    if found := misfits(root):
        faults[name] = found
    if (root.width(), root.height()) != size[:2]:
        faults[f"{name} is"] = (root.width(), root.height())


def show(qtbot, widget, size):
    qtbot.addWidget(widget)
    widget.resize(*size[:2])
    widget.show()
    qtbot.waitExposed(widget)


def test_set_up_fits(qtbot, size, tmp_path, clock, runner, asker):
    desks, faults = Desks(clock), {}
    wizard = new_wizard(tmp_path / "store", clock, desks, runner, asker, Printers("Front desk"))
    opened = []
    wizard.founded.connect(lambda desk, _folder: opened.append(desk))
    show(qtbot, wizard, size)
    looked_at(qtbot, wizard, size, "practice", faults)
    go_on(qtbot, wizard)
    looked_at(qtbot, wizard, size, "practice-wrong", faults)
    fill_practice(qtbot, wizard)
    go_on(qtbot, wizard)
    looked_at(qtbot, wizard, size, "lead-wrong", faults)
    fill_person(qtbot, wizard, "lead", "Asha Rahman", LEAD)
    go_on(qtbot, wizard)
    press(qtbot, wizard, "has_deputy=yes")
    looked_at(qtbot, wizard, size, "deputy", faults)
    press(qtbot, wizard, "has_deputy=no")
    go_on(qtbot, wizard)
    looked_at(qtbot, wizard, size, "place", faults)
    go_on(qtbot, wizard)
    press(qtbot, wizard, "show-words")
    looked_at(qtbot, wizard, size, "recovery", faults)
    field(wizard, QPlainTextEdit, "typed_words").setPlainText(desks.words)
    for name in ("backup", "policies", "agencies"):
        go_on(qtbot, wizard)
        looked_at(qtbot, wizard, size, name, faults)
    press(qtbot, wizard, "add-agency")
    looked_at(qtbot, wizard, size, "agency", faults)
    for desk in opened:
        desk.close()

    assert faults == {}


def test_sharing_fits(qtbot, size, desk, runner, asker):
    agency, faults = northtown(desk), {}
    wizard = wizard_over(desk, signed_mia(desk), runner, asker)
    show(qtbot, wizard, size)
    wizard.go_on()
    looked_at(qtbot, wizard, size, "purpose-wrong", faults)
    wizard.show_step("recipient")
    wizard.go_on()
    looked_at(qtbot, wizard, size, "recipient-wrong", faults)
    fill_decision(wizard, desk, agency)
    for step in ALL[:9]:
        wizard.show_step(step)
        looked_at(qtbot, wizard, size, step, faults)
    press(qtbot, wizard, "not-yet")
    looked_at(qtbot, wizard, size, "not-sharing", faults)
    press(qtbot, wizard, "share")
    wizard.show_step("preview")
    wizard.go_on()
    for step in ALL[9:]:
        wizard.show_step(step)
        looked_at(qtbot, wizard, size, step, faults)

    assert faults == {}


def test_the_pages_of_the_window_fit(qtbot, size, demo_desk, demo_folder, runner, asker):
    settings, faults = Settings(percent=size[2]), {}
    window = open_window(qtbot, demo_desk, runner, asker, settings, demo_folder)
    window.resize(*size[:2])
    for place in (Place.AGENCIES, Place.HELP, Place.SETTINGS):
        window.open_place(place)
        looked_at(qtbot, window, size, place.value, faults)
    for part in ("look", "safety", "people"):
        window.page(Place.SETTINGS).open_part(part)
        looked_at(qtbot, window, size, f"settings-{part}", faults)
    window.open_place(Place.AGENCIES)
    press(qtbot, window, "add-agency")
    looked_at(qtbot, window, size, "agencies-new", faults)
    press(qtbot, window, "save-agency")
    looked_at(qtbot, window, size, "agencies-wrong", faults)
    press(qtbot, window, "leave-agency")
    press(qtbot, window, f"check:{demo_desk.agencies.list()[0].id}")
    looked_at(qtbot, window, size, "agencies-check", faults)
    press(qtbot, window, "leave-check")
    press(qtbot, window, "import-agencies")
    looked_at(qtbot, window, size, "agencies-import", faults)

    assert faults == {}


def test_the_lock_page_fits(qtbot, size):
    faults = {}
    page = LockPage(demo=True)
    page.show_users([("1", "Asha Rahman")])
    page.show_demo_passphrases([("Asha Rahman", "demo practice only")])
    page.show_lines([("Police, ambulance, fire", "999", "When somebody is in danger now.")])
    page.show_problem("The passphrase does not fit. Check for capital letters, and try again.")
    show(qtbot, page, size)
    looked_at(qtbot, page, size, "lock", faults)

    assert faults == {}


def test_the_cover_fits(qtbot, size):
    window, faults = QWidget(), {}
    content = QWidget(window)
    cover = Cover(window, content)
    show(qtbot, window, size)
    cover.toggle()
    looked_at(qtbot, window, size, "cover", faults)

    assert faults == {}
