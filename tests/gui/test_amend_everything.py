"""What an amendment asks: an estimated birth, teeth, kept wording, whom it is about."""

import json
from uuid import uuid4

import pytest
from gui_support import field, press, unnamed_fields
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from window_support import open_window, settle, texts

from sgdesk.domain.facts.kinds import Context, Observation, ObservationTopic
from sgdesk.domain.people import PersonKind
from sgdesk.domain.teeth import ToothFinding, ToothState
from sgdesk.settings import Settings
from ui.main_window.places import Place

MIA = "SG-2026-0031"
OPINION = "Mum obviously doesn't care."
NOTE, TEETH = "a-note", "the-teeth"


@pytest.fixture
def reference(demo_desk):
    """A signed record as another practice wrote it: a phrase kept with a reason, and teeth."""
    document = json.loads(demo_desk.exchange.written(demo_desk.exchange.concern_of(MIA)))
    concern = document["concern"]
    concern["id"] = str(uuid4())
    concern["facts"] += [
        {"kind": "context", "id": NOTE, "topic": "history", "text": OPINION},
        {"kind": "observation", "id": TEETH, "topic": "teeth", "text": "Poor.",
         "teeth": [{"tooth": "54", "states": ["decay"]}]},
    ]  # fmt: skip
    concern["kept"] = [
        {"fact_id": NOTE, "field": "text", "phrase": "obviously", "why": "It is what she said."}
    ]
    document["links"] = [
        {"other_id": "elsewhere", "reference": "SG-2026-0777", "how": "her cousin",
         "linked_at": "2026-11-20T09:00:00Z", "linked_by": "Joan Pym"}
    ]  # fmt: skip
    return demo_desk.exchange.take_in(json.dumps(document).encode()).reference


@pytest.fixture
def page(qtbot, demo_desk, demo_folder, runner, asker, reference):
    window = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder)
    window.show_names(True)
    window.open_concern(demo_desk.exchange.concern_of(reference))
    settle(qtbot)
    press(qtbot, window.page(Place.CONCERN), "amend-record")
    settle(qtbot)
    return window.page(Place.CONCERN)


def view(desk, reference):
    return desk.concerns.get(desk.exchange.concern_of(reference))


def fact(desk, reference, kind, topic):
    facts = view(desk, reference).concern.facts
    return [one for one in facts if isinstance(one, kind) and one.topic == topic][-1]


def sign(qtbot, page):
    field(page, QPlainTextEdit, "because").setPlainText("They wrote to us.")
    press(qtbot, page, "sign-entry")
    settle(qtbot)


def test_an_estimated_birth_is_taken_and_both_versions_show_it(qtbot, page, demo_desk, reference):
    press(qtbot, page, "amend:person")
    field(page, QLineEdit, "person.born").setText("about 6 years")
    sign(qtbot, page)

    now = view(demo_desk, reference)
    assert (now.concern.person.born, now.concern.person.born_typed) == (None, "about 6 years")
    assert [(one.label, one.after) for one in now.amendments[-1].changes] == [
        ("Born", "about 6 years")
    ]
    assert any("now about 6 years" in text for text in texts(page))


def test_what_is_no_birth_is_refused_at_its_field(qtbot, page, demo_desk, reference):
    press(qtbot, page, "amend:person")
    field(page, QLineEdit, "person.born").setText("quite young")
    sign(qtbot, page)

    assert view(demo_desk, reference).amendments == ()


def test_who_it_is_about_is_put_right_with_the_birth(qtbot, page, demo_desk, reference):
    press(qtbot, page, "amend:person")
    about = field(page, QComboBox, "person.kind")
    about.setCurrentIndex(
        next(i for i in range(about.count()) if "adult" in about.itemText(i).casefold())
    )
    field(page, QLineEdit, "person.born").setText("1 3 2000")
    sign(qtbot, page)

    assert view(demo_desk, reference).concern.person.kind is PersonKind.ADULT


def offered_teeth(qtbot, page, demo_desk, reference):
    seen = fact(demo_desk, reference, Observation, ObservationTopic.TEETH)
    press(qtbot, page, f"amend:{seen.id}")
    settle(qtbot)
    chosen = field(page, QComboBox, f"{seen.id}.teeth.1.tooth")
    return [chosen.itemText(number) for number in range(1, chosen.count())]


def test_the_teeth_offered_follow_the_amended_birth_and_old_findings_stay(
    qtbot, page, demo_desk, reference
):
    press(qtbot, page, "amend:person")
    field(page, QLineEdit, "person.born").setText("1 3 2005")
    about = field(page, QComboBox, "person.kind")
    about.setCurrentIndex(
        next(i for i in range(about.count()) if "adult" in about.itemText(i).casefold())
    )
    sign(qtbot, page)
    press(qtbot, page, "amend-record")
    settle(qtbot)

    offered = offered_teeth(qtbot, page, demo_desk, reference)

    assert offered[0].startswith("18 (UR8)")
    assert len(offered) == 52
    assert [one for one in offered[:32] if "unusual" in one] == []
    assert all(one.endswith("· unusual at this age") for one in offered[32:])
    kept = fact(demo_desk, reference, Observation, ObservationTopic.TEETH)
    assert [one.tooth for one in kept.teeth] == ["54"]
    shown = field(page, QComboBox, f"{kept.id}.teeth.0.tooth").currentText()
    assert shown.startswith("54 (URD)")


def test_a_tooth_is_put_right_and_another_added(qtbot, page, demo_desk, reference):
    seen = fact(demo_desk, reference, Observation, ObservationTopic.TEETH)
    press(qtbot, page, f"amend:{seen.id}")
    settle(qtbot)
    unnamed = unnamed_fields(page)
    field(page, QCheckBox, f"{seen.id}.teeth.0.states=broken").click()
    chosen = field(page, QComboBox, f"{seen.id}.teeth.1.tooth")
    chosen.setCurrentIndex(next(i for i in range(chosen.count()) if "64" in chosen.itemText(i)))
    field(page, QCheckBox, f"{seen.id}.teeth.1.states=missing").click()
    sign(qtbot, page)

    after = fact(demo_desk, reference, Observation, ObservationTopic.TEETH)
    assert unnamed == []
    assert after.teeth == (
        ToothFinding(tooth="54", states=(ToothState.DECAY, ToothState.BROKEN)),
        ToothFinding(tooth="64", states=(ToothState.MISSING,)),
    )


def test_a_tooth_is_taken_out_with_its_reason(qtbot, page, demo_desk, reference):
    seen = fact(demo_desk, reference, Observation, ObservationTopic.TEETH)
    press(qtbot, page, f"amend:{seen.id}")
    settle(qtbot)
    field(page, QCheckBox, f"{seen.id}.teeth.0.out").click()
    sign(qtbot, page)

    now = view(demo_desk, reference)
    assert fact(demo_desk, reference, Observation, ObservationTopic.TEETH).teeth == ()
    change = now.amendments[-1].changes[0]
    assert "54 (URD, upper right first primary molar): decay" in change.before
    assert change.after.startswith("Teeth: Poor.")
    assert now.amendments[-1].because == "They wrote to us."


def test_a_phrase_that_was_kept_with_a_reason_is_not_marked_again(
    qtbot, page, demo_desk, reference
):
    note = fact(demo_desk, reference, Context, "history")
    held = view(demo_desk, reference).concern.kept
    press(qtbot, page, f"amend:{note.id}")
    settle(qtbot)
    text = field(page, QPlainTextEdit, f"{note.id}.text")
    qtbot.wait(50)
    kept = [mark.cursor.selectedText() for mark in text.extraSelections()]
    text.setPlainText(f"{OPINION} He clearly lied.")
    qtbot.waitUntil(lambda: text.extraSelections() != [])
    marked = [mark.cursor.selectedText() for mark in text.extraSelections()]

    assert [one.why for one in held] == ["It is what she said."]
    assert "obviously" not in kept
    assert marked
    assert "obviously" not in marked


def test_a_link_with_another_practices_record_is_shown(page):
    assert any(
        "SG-2026-0777 of other records, not taken in here · her cousin" in text
        for text in texts(page)
    )
