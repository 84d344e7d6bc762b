"""Needs doing: every due with its source, why, its button; nothing that passed is hidden."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from gui_support import press
from PySide6.QtWidgets import QLabel, QPushButton
from window_support import settle

from sgdesk.domain.answers import Nation
from sgdesk.domain.guidance import Trigger
from sgdesk.services import dues
from ui.kit.gradually import Gradually
from ui.main_window.places import Place
from ui.today.clock_notice import ClockNotice
from ui.today.due_actions import Way, action_for
from ui.today.passed_lines import PassedLines

NOON = datetime(2026, 11, 22, 12, 5, tzinfo=UTC)


def today(qtbot, window):
    page = window.page(Place.TODAY)
    page.refresh()
    qtbot.waitUntil(lambda: all(one.is_done for one in page.findChildren(Gradually)))
    settle(qtbot)
    return page


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def make(desk, trigger, count=1):
    line = desk.concerns.newest(1)[0].line
    with desk._context.unit() as unit:
        for number in range(count):
            dues.make(
                unit, desk._context, trigger, line.id, Nation.ENGLAND,
                NOON - timedelta(days=9, hours=number), about=f"{trigger} {number}",
            )  # fmt: skip
        unit.commit()


def test_each_due_shows_its_source_and_tells_why_when_asked(qtbot, window, demo_desk):
    page = today(qtbot, window)
    for line in demo_desk.today.view().dues:
        assert not any(line.due.why in text for text in texts(page))

        why = page.findChild(QPushButton, f"why:{line.due.rule}:{line.reference}")
        why.click()

        (told,) = [text for text in texts(page) if line.due.why in text]
        assert f"Source: {line.due.source}" in told
        assert f"Weight: {line.standing}." in told
        assert why.text() == "Hide why"
        assert page.findChild(QPushButton, f"due:{line.due.rule}:{line.reference}")
        why.click()


def test_the_legal_limit_of_the_report_stands_beside_its_target(qtbot, window):
    shown = texts(today(qtbot, window))

    assert "In law by Sun 20 Dec 2026, 16:20 at the latest." in shown


def test_what_has_passed_is_all_there_however_much_it_is(qtbot, window, demo_desk):
    make(demo_desk, Trigger.BREACH_HIGH_RISK, 40)

    page = today(qtbot, window)

    passed = [one for one in demo_desk.today.view().dues if one.due.due_at < NOON]
    lines = page.findChildren(PassedLines)
    shown = sum(
        label.text().count("href=") for part in lines for label in part.findChildren(QLabel)
    )
    rows = [one for one in page.findChildren(QPushButton) if one.objectName().startswith("due:")]
    assert len(passed) == len(rows) + shown > 40


def test_a_line_of_what_passed_leads_to_its_concern(qtbot, window, demo_desk):
    make(demo_desk, Trigger.BREACH_HIGH_RISK, 20)
    page = today(qtbot, window)
    line = page.findChild(PassedLines).findChild(QLabel)

    with qtbot.waitSignal(page.concern_asked) as asked:
        line.linkActivated.emit(line.text().split('href="')[1].split('"')[0])

    assert asked.args == [demo_desk.concerns.newest(1)[0].line.id]


def test_a_minute_later_only_what_says_something_else_is_made_anew(qtbot, window):
    page = today(qtbot, window)
    rows = page._dues._rows
    before = {line.id: line.says for line in rows._lines}
    widgets = [cells[0] for cells in rows._rows._rows]
    first = next(one for one in page.findChildren(QPushButton) if one.objectName()[:4] == "due:")
    first.setFocus()

    view = page._view
    page.show_view(msgspec.structs.replace(view, now=view.now + timedelta(minutes=1)))
    settle(qtbot)

    kept = [cells[0] for cells in rows._rows._rows]
    for at, line in enumerate(rows._lines):
        assert (kept[at] is widgets[at]) is (line.says == before[line.id])
    assert window.focusWidget().objectName() == first.objectName()


def test_a_doubtful_clock_is_said_on_top_and_can_be_confirmed(qtbot, window, demo_desk):
    page = today(qtbot, window)
    notice = page.findChild(ClockNotice)
    assert notice.isHidden()

    notice.show_doubt("This PC’s clock stands at Sun 22 Nov 2026, 07:05.")
    press(qtbot, page, "clock-is-right")
    settle(qtbot)

    assert notice.isHidden()
    with demo_desk._context.unit() as unit:
        assert unit.history.last("clock.confirmed") is not None


@pytest.mark.parametrize(
    ("rule", "way"),
    [
        ("DL-POLICE-REF", Way.ENTRY),
        ("DL-POLICE-CALLBACK", Way.ENTRY),
        ("DL-FGM-TARGET", Way.POLICE),
        ("DL-FGM-LEGAL", Way.POLICE),
        ("DL-FGM-DELAY-ADVICE", Way.CALL),
        ("DL-ESC-L2", Way.ENTRY),
        ("DL-ACK-E", Way.ENTRY),
        ("DL-OUTCOME-CHASE", Way.ENTRY),
        ("DL-ICPC-INFO", Way.CALL),
        ("DL-CALLBACK", Way.CALL),
        ("DL-CALLBACK-OPEN", Way.CALL),
        ("DL-SCO-RESP", Way.ENTRY),
        ("DL-NOTSHARED-REVIEW", Way.SHARE),
        ("DL-SAR", Way.CONCERN),
    ],
)
def test_each_due_has_the_button_that_deals_with_it(rule, way):
    assert action_for(rule).way is way
