"""Amending a signed record on its page: both versions in sight, late entries, linked concerns."""

from datetime import timedelta

import msgspec
import pytest
from gui_support import field, press, unnamed_fields
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit
from window_support import settle, texts

from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Injury, Saying
from sgdesk.domain.maps import place_at
from ui.concerns.entry_card import EntryCard
from ui.main_window.places import Place

MIA = "SG-2026-0031"
WHY = "Measured again on the photograph."


@pytest.fixture
def page(qtbot, window, demo_desk):
    window.open_concern(demo_desk.exchange.concern_of(MIA))
    settle(qtbot)
    return window.page(Place.CONCERN)


def amend(qtbot, page, name):
    """Offer to amend, and press the link beside something."""
    press(qtbot, page, "amend-record")
    settle(qtbot)
    press(qtbot, page, name)


def view_of(desk):
    return desk.concerns.get(desk.exchange.concern_of(MIA))


def first(desk, kind):
    return next(fact for fact in view_of(desk).concern.facts if isinstance(fact, kind))


def amend_length(qtbot, page, desk):
    fact = first(desk, Injury)
    amend(qtbot, page, f"amend:{fact.id}")
    field(page, QLineEdit, f"{fact.id}.length_mm").setText("32")
    field(page, QPlainTextEdit, "because").setPlainText(WHY)
    return fact


def test_a_fact_is_amended_and_the_old_words_stand_struck_through_below(qtbot, page, demo_desk):
    amend_length(qtbot, page, demo_desk)
    press(qtbot, page, "sign-entry")
    settle(qtbot)

    shown = texts(page)
    assert any(text.startswith("Bruise 32 × 14 mm") for text in shown)
    assert any("<s>" in text and "Bruise 22 × 14 mm" in text for text in shown)
    assert f"Amended Sun 22 Nov 2026, 12:05 by Asha Rahman: {WHY}" in shown
    assert first(demo_desk, Injury).length_mm == 32


def test_the_place_of_a_mark_is_put_right_and_its_words_follow(qtbot, page, demo_desk):
    fact = first(demo_desk, Injury)
    amend(qtbot, page, f"amend:{fact.id}")
    place = field(page, QComboBox, f"{fact.id}.place")
    place.setCurrentIndex(place.findText("Right cheek, front", Qt.MatchFlag.MatchFixedString))
    field(page, QPlainTextEdit, "because").setPlainText("It was the other side.")
    press(qtbot, page, "sign-entry")
    settle(qtbot)

    after = first(demo_desk, Injury)
    assert (after.place_words.casefold(), after.view) == ("right cheek", "child-front")
    view = demo_desk.maps[after.view]
    assert place_at(view, after.x, after.y).id == after.place
    assert any(text.startswith("Before: <s>Left cheek") for text in texts(page))


def test_a_place_that_is_chosen_back_keeps_its_point(qtbot, page, demo_desk):
    fact = first(demo_desk, Injury)
    amend(qtbot, page, f"amend:{fact.id}")
    place = field(page, QComboBox, f"{fact.id}.place")
    before = place.currentIndex()
    place.setCurrentIndex(before + 1)
    place.setCurrentIndex(before)

    assert page.findChild(EntryCard).draft.fact == fact


def test_what_was_struck_through_is_read_out_in_words(qtbot, page, demo_desk):
    amend_length(qtbot, page, demo_desk)
    press(qtbot, page, "sign-entry")
    settle(qtbot)

    old = [one for one in page.findChildren(QLabel) if "<s>" in one.text()]

    assert old[0].accessibleName().startswith("Written before: Left cheek: Bruise 22 × 14 mm")


def test_words_of_a_person_are_never_markup_when_struck_through(qtbot, page, demo_desk):
    fact = first(demo_desk, Saying)
    for words in ("<b>bold</b> & <img src=x>", "said otherwise"):
        amend(qtbot, page, f"amend:{fact.id}")
        field(page, QPlainTextEdit, f"{fact.id}.words").setPlainText(words)
        field(page, QPlainTextEdit, "because").setPlainText("Heard wrongly.")
        press(qtbot, page, "sign-entry")
        settle(qtbot)

    struck = [text for text in texts(page) if "<s>" in text and "bold" in text]
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;img src=x&gt;" in struck[0]


def test_without_a_reason_or_a_change_nothing_is_amended(qtbot, page, demo_desk):
    fact = first(demo_desk, Injury)
    amend(qtbot, page, f"amend:{fact.id}")
    press(qtbot, page, "sign-entry")
    no_reason = texts(page)
    field(page, QPlainTextEdit, "because").setPlainText(WHY)
    press(qtbot, page, "sign-entry")
    settle(qtbot)

    assert any("Say why the record was not right" in text for text in no_reason)
    assert any("Nothing is different yet" in text for text in texts(page))
    assert view_of(demo_desk).amendments == ()
    assert field(page, QPlainTextEdit, "because").isEnabled()


def test_a_wrong_answer_is_named_at_its_field(qtbot, page, demo_desk):
    fact = amend_length(qtbot, page, demo_desk)
    field(page, QLineEdit, f"{fact.id}.length_mm").setText("9000")
    press(qtbot, page, "sign-entry")

    assert field(page, QLabel, f"{fact.id}.length_mm:problem").text()
    assert view_of(demo_desk).amendments == ()


def test_what_was_amended_meanwhile_is_told_and_what_was_typed_stays(qtbot, page, demo_desk, clock):
    fact = amend_length(qtbot, page, demo_desk)
    settle(qtbot)
    clock.at = clock.now() + timedelta(minutes=5)
    other = msgspec.structs.replace(fact, length_mm=24)
    demo_desk.amendments.record(
        AmendmentDraft(
            id="other", concern_id=view_of(demo_desk).concern.id, fact=other, because=WHY
        )
    )

    press(qtbot, page, "sign-entry")
    settle(qtbot)

    assert any("This entry was amended since you began" in text for text in texts(page))
    assert field(page, QLineEdit, f"{fact.id}.length_mm").text() == "32"
    assert first(demo_desk, Injury).length_mm == 24


def test_an_amendment_that_was_begun_comes_back_as_it_was_typed(qtbot, page, window, demo_desk):
    fact = amend_length(qtbot, page, demo_desk)
    window.save_all(lambda: None)
    draft = next(one for one in demo_desk.today.view().drafts if one.flow == "amendment")
    window.open_concern(demo_desk.exchange.concern_of("SG-2026-0029"))

    window.page(Place.TODAY).draft_asked.emit(draft)
    settle(qtbot)

    assert field(page, QLineEdit, f"{fact.id}.length_mm").text() == "32"
    assert field(page, QPlainTextEdit, "because").toPlainText() == WHY


@pytest.mark.parametrize(
    ("part", "name", "text"),
    [
        ("person", "person.school", "Weir Lane Primary"),
        ("urgency", "urgency.summary", "Two bruises, and untreated decay."),
        ("presentation", "presentation.left_with", "Her mother"),
        ("contact", "contact.code_word", "heron"),
    ],
)
def test_each_part_of_the_details_is_amended(qtbot, page, window, demo_desk, part, name, text):
    window.show_names(True)
    settle(qtbot)
    amend(qtbot, page, f"amend:{part}")
    unnamed = unnamed_fields(page)
    widget = page.findChild(QLineEdit, name) or field(page, QPlainTextEdit, name)
    (widget.setText if isinstance(widget, QLineEdit) else widget.setPlainText)(text)
    field(page, QPlainTextEdit, "because").setPlainText("They wrote to us.")
    press(qtbot, page, "sign-entry")
    settle(qtbot)

    assert unnamed == []
    (one,) = view_of(demo_desk).amendments
    assert one.part == part
    assert one.changes[-1].after == text
    assert any(f"now {text}" in shown for shown in texts(page))


def test_a_former_name_is_hidden_with_the_new_one(qtbot, page, window, demo_desk):
    window.show_names(True)
    settle(qtbot)
    amend(qtbot, page, "amend:person")
    field(page, QLineEdit, "person.name").setText("Noor Begum")
    field(page, QPlainTextEdit, "because").setPlainText("Mia Thornton was a mistake.")
    press(qtbot, page, "sign-entry")
    window.show_names(False)
    settle(qtbot)

    shown = " ".join(texts(page))
    for name in ("Mia", "Thornton", "Noor", "Begum"):
        assert name not in shown


def test_something_added_later_shows_both_dates(qtbot, page, demo_desk):
    amend(qtbot, page, "add:saying")
    draft = page.findChild(EntryCard).draft
    name = draft.fact.id
    field(page, QLineEdit, f"{name}.speaker").setText("The nurse")
    field(page, QPlainTextEdit, f"{name}.words").setPlainText("She cried.")
    field(page, QLineEdit, f"{name}.noticed_on").setText("20 11 2026")
    field(page, QPlainTextEdit, "because").setPlainText("The nurse told me today.")
    press(qtbot, page, "sign-entry")
    settle(qtbot)

    shown = texts(page)
    assert "Seen or heard 20 Nov 2026; written down Sun 22 Nov 2026, 12:05" in shown
    assert any(text.startswith("Added later, Sun 22 Nov 2026") for text in shown)


def test_the_chronology_says_when_each_entry_was_written_down(page):
    shown = texts(page)

    assert "Written down" in shown
    assert shown.count("20 Nov 2026") >= 9


def test_a_sister_is_linked_shown_on_both_pages_and_let_go(qtbot, page, window, demo_desk):
    press(qtbot, page, "enter-link")
    field(page, QLineEdit, "reference").setText("sg-2026-0029")
    field(page, QLineEdit, "how").setText("her cousin")
    press(qtbot, page, "sign-entry")
    settle(qtbot)
    press(qtbot, page, "linked:SG-2026-0029")
    settle(qtbot)
    there = texts(page)
    press(qtbot, page, f"unlink:{MIA}")
    settle(qtbot)

    assert any(text.startswith("SG-2026-0029 · ") for text in there)
    assert any("her cousin" in text for text in there)
    assert f"Link with {MIA} ended" in texts(page)


def test_a_reference_that_is_not_here_is_named_at_its_field(qtbot, page):
    press(qtbot, page, "enter-link")
    field(page, QLineEdit, "reference").setText("SG-1999-0001")
    field(page, QLineEdit, "how").setText("her cousin")
    press(qtbot, page, "sign-entry")

    assert "no concern of this reference" in field(page, QLabel, "reference:problem").text()


def test_an_amendment_after_sending_asks_to_send_the_new_version(qtbot, window, demo_desk):
    window.open_concern(demo_desk.exchange.concern_of("SG-2026-0029"))
    page = window.page(Place.CONCERN)
    settle(qtbot)
    amend(qtbot, page, "amend:urgency")
    field(page, QPlainTextEdit, "urgency.summary").setPlainText("Another worry.")
    field(page, QPlainTextEdit, "because").setPlainText(WHY)
    press(qtbot, page, "sign-entry")
    settle(qtbot)

    assert any("after it was sent to Northtown Duty Team" in text for text in texts(page))


def test_the_forms_of_an_amendment_fit_a_small_screen_at_200_percent(
    qtbot, large, window, page, demo_desk
):
    window.resize(1093, 614)
    facts = {type(fact): fact for fact in view_of(demo_desk).concern.facts}
    asked = (*(fact.id for fact in facts.values()), "person", "presentation", "contact")
    for name in (f"amend:{one}" for one in asked):
        amend(qtbot, page, name)
        settle(qtbot)

        assert page.horizontalScrollBar().maximum() == 0, name
        assert unnamed_fields(page) == []
        press(qtbot, page, "drop-entry")
        press(qtbot, page, "really-drop")
        settle(qtbot)
        press(qtbot, page, "amend-record")
        settle(qtbot)


def test_amending_is_offered_when_asked_for_and_taken_back(qtbot, page):
    before = "Amend" in texts(page)
    press(qtbot, page, "amend-record")
    settle(qtbot)
    offered = "Amend" in texts(page)

    press(qtbot, page, "amend-record")
    settle(qtbot)

    assert (before, offered, "Amend" in texts(page)) == (False, True, False)
