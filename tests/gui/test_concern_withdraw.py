"""Withdrawing a whole entry of a signed record on its page, and letting it stand again."""

import pytest
from gui_support import field, press, unnamed_fields
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from window_support import settle, texts

from sgdesk.domain.facts.chronology import count
from sgdesk.domain.facts.kinds import Attendance, Event, Injury, Saying
from sgdesk.domain.withdrawal import Withdrawal
from ui.kit.cards import Card
from ui.main_window.places import Place

MIA = "SG-2026-0031"
WHY = "It belongs to the next child on the list."


@pytest.fixture
def page(qtbot, window, demo_desk):
    window.show_names(True)
    window.open_concern(demo_desk.exchange.concern_of(MIA))
    settle(qtbot)
    return window.page(Place.CONCERN)


def concern(desk):
    return desk.concerns.get(desk.exchange.concern_of(MIA)).concern


def first(desk, kind, **answers):
    return next(
        fact
        for fact in concern(desk).facts
        if isinstance(fact, kind)
        and all(getattr(fact, name) == value for name, value in answers.items())
    )


def begin(qtbot, page, deed, entry_id):
    press(qtbot, page, "amend-record")
    settle(qtbot)
    press(qtbot, page, f"{deed}:{entry_id}")
    settle(qtbot)


def withdraw(qtbot, page, entry_id, why="other-person"):
    begin(qtbot, page, "withdraw", entry_id)
    press(qtbot, page, f"withdrawn_as={why}")
    field(page, QPlainTextEdit, "because").setPlainText(WHY)
    press(qtbot, page, "sign-entry")
    settle(qtbot)


def card(page, title):
    """The texts of a card of the page, or None where there is none of the title."""
    for one in page.findChildren(Card):
        if title in [label.text() for label in one.findChildren(QLabel)][:1]:
            return texts(one)
    return None


def test_a_saying_is_withdrawn_by_keyboard_and_stays_readable_apart(qtbot, page, demo_desk):
    said = first(demo_desk, Saying)

    withdraw(qtbot, page, said.id)

    assert said.id in [one.id for one in concern(demo_desk).facts_withdrawn]
    withdrawn = card(page, "Withdrawn")
    assert any(text.endswith("Withdrawn. It is about another person.") for text in withdrawn)
    assert any("<s>" in text and said.words in text for text in withdrawn)
    assert f"Withdrawn Sun 22 Nov 2026, 12:05 by Asha Rahman: {WHY}" in withdrawn
    assert not any(said.words in text for text in card(page, "What was said") or ())
    assert any("Withdrawn. It stays readable in the record." in text for text in texts(page))


def test_the_page_says_whom_to_tell_of_what_went_to_them(qtbot, page, demo_desk):
    view = demo_desk.concerns.get(concern(demo_desk).id)
    went = [
        (past, fact)
        for past in view.sharings
        for fact in view.concern.facts
        if fact.id in past.sharing.choices and past.sharing.choices[fact.id].goes and past.attempts
    ]
    past, fact = went[0]
    team = past.sharing.recipient.organisation

    begin(qtbot, page, "withdraw", fact.id)
    asked = texts(page)
    press(qtbot, page, "withdrawn_as=mistake")
    field(page, QPlainTextEdit, "because").setPlainText(WHY)
    press(qtbot, page, "sign-entry")
    settle(qtbot)

    assert any(text.startswith(f"It went to {team}") for text in asked)
    assert any(
        text.startswith(f"It went to {team}") and "withdrawn" in text
        for text in card(page, "Withdrawn")
    )
    assert any(text.startswith(f"Withdrawn after it went to {team}") for text in texts(page))


def test_a_mark_goes_off_the_map_and_an_appointment_out_of_the_count(qtbot, page, demo_desk):
    mark = first(demo_desk, Injury)
    missed = first(demo_desk, Event, attendance=Attendance.NOT_BROUGHT)
    before = concern(demo_desk)
    since = before.presentation.count_from
    names = [one.accessibleName() for one in page.findChildren(QWidget, f"map:{mark.view}")]

    withdraw(qtbot, page, missed.id, "mistake")
    withdraw(qtbot, page, mark.id, "mistake")

    now = count(concern(demo_desk).facts, since)
    assert now.not_brought == count(before.facts, since).not_brought - 1
    told = f"Not brought {now.not_brought} of {now.planned} planned"
    assert any(text.startswith(told) for text in texts(page))
    after = [one.accessibleName() for one in page.findChildren(QWidget, f"map:{mark.view}")]
    assert names != after


def test_a_withdrawn_entry_stands_again(qtbot, page, demo_desk):
    said = first(demo_desk, Saying)
    withdraw(qtbot, page, said.id)

    begin(qtbot, page, "bring-back", said.id)
    field(page, QPlainTextEdit, "because").setPlainText("It was hers after all.")
    press(qtbot, page, "sign-entry")
    settle(qtbot)

    assert card(page, "Withdrawn") is None
    assert any(said.words in text for text in card(page, "What was said"))
    assert any(
        text.startswith("Stands again, ") and text.endswith("It was hers after all.")
        for text in texts(page)
    )


def test_somebody_of_the_family_is_withdrawn(qtbot, page, demo_desk):
    mother = concern(demo_desk).relations[0]

    withdraw(qtbot, page, mother.id)

    now = concern(demo_desk)
    assert mother.id not in [one.id for one in now.relations]
    assert [one.withdrawn_as for one in now.relations_withdrawn] == [Withdrawal.OTHER_PERSON]
    shown = card(page, "The person and the family")
    assert any(text.endswith("Withdrawn. It is about another person.") for text in shown)
    assert any("<s>" in text and mother.name in text for text in shown)
    begin(qtbot, page, "bring-back", mother.id)
    field(page, QPlainTextEdit, "because").setPlainText("She is his mother.")
    press(qtbot, page, "sign-entry")
    settle(qtbot)
    assert mother.id in [one.id for one in concern(demo_desk).relations]


def test_initials_hide_a_withdrawn_name(qtbot, window, page, demo_desk):
    mother = concern(demo_desk).relations[0]
    withdraw(qtbot, page, mother.id)

    window.show_names(False)
    settle(qtbot)

    assert not any(mother.name in text for text in texts(page))


def test_without_a_kind_of_reason_nothing_is_withdrawn(qtbot, page, demo_desk):
    said = first(demo_desk, Saying)
    begin(qtbot, page, "withdraw", said.id)
    unnamed = unnamed_fields(page)
    field(page, QPlainTextEdit, "because").setPlainText(WHY)
    press(qtbot, page, "sign-entry")
    settle(qtbot)

    assert unnamed == []
    assert any("Choose why it is withdrawn." in text for text in texts(page))
    assert concern(demo_desk).facts_withdrawn == ()
